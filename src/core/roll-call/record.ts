// What is written down of a roll call: one record for each thing done or said. None is changed and none is taken away.

import type { Id } from '../kit/ids.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'

export type RollCallId = Id<'roll-call'>

/** Who is meant: somebody of the company, a visitor by the number of their coming in, or a name that was written in. */
export type Who = string
export const personKey = (person: PersonId): Who => `person:${person}`
export const visitorKey = (visitor: number): Who => `visitor:${visitor}`
/** Written twice in another hand it is the same name. */
export const nameKey = (name: string): Who => `name:${foldedName(name)}`
export const foldedName = (name: string): string =>
  name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en')

/** What is known of somebody other than by eyes at a point; each is somebody's word and none is "seen". */
export const whereTold = ['safe-elsewhere', 'with-responders', 'gone-home'] as const
export type WhereTold = (typeof whereTold)[number]

/** What somebody needs to get out: the action and nothing else. There is no field for why (R8). */
export const assistances = [
  'evacuation-chair',
  'two-to-carry',
  'somebody-to-guide',
  'told-in-person',
  'waits-at-refuge',
] as const
export type Assistance = (typeof assistances)[number]

/** The last that was known of somebody when it began. */
export type LastKnown = {
  readonly at: Instant
  readonly place: string | null
  /** Whose eyes or ears, by name. */
  readonly by: string | null
  /** Weak: a device, a tap of their own, an entrance that nobody flagged. */
  readonly grade: 'confirmed' | 'weak'
}

/** Somebody who may be in the building, as it stood when it began. */
export type Listed = {
  readonly who: Who
  readonly name: string
  readonly kind: 'company' | 'child' | 'visitor'
  /** Signed in; stepped out for a while and not back; or never signed in, and seen all the same (R3). */
  readonly status: 'in' | 'away' | 'not-signed-in'
  readonly signedAt: Instant | null
  /** Who looks after a child, and whom a visitor visits. */
  readonly with: string | null
  readonly chaperone: PersonId | null
  readonly last: LastKnown | null
  /** Where and when they were due next; not for what. */
  readonly due: { readonly place: string; readonly at: Instant } | null
}

/** `by`: the steward's or the holder's name, as they gave it. */
export type SaidWhat =
  | { readonly kind: 'begun'; readonly by: string }
  /** By their own eyes, here. `name`: of somebody who is not on the list. */
  | {
      readonly kind: 'seen'
      readonly who: Who
      readonly point: string
      readonly by: string
      readonly name: string | null
    }
  /** Looked for here and not found: as good as nothing said. */
  | { readonly kind: 'not-here'; readonly who: Who; readonly point: string; readonly by: string }
  | { readonly kind: 'told'; readonly who: Who; readonly how: WhereTold; readonly by: string }
  | { readonly kind: 'assistance'; readonly who: Who; readonly action: Assistance; readonly by: string }
  | { readonly kind: 'swept'; readonly zone: string; readonly by: string }
  /** How many of the public front of house has counted outside. */
  | { readonly kind: 'counted'; readonly count: number; readonly by: string }
  | { readonly kind: 'steward'; readonly person: PersonId; readonly by: string }
  | { readonly kind: 'undone'; readonly record: string }
  | { readonly kind: 'ended'; readonly by: string }
  /** The person in charge says that people may go back in: never implied by anything else (R7). */
  | { readonly kind: 'may-return'; readonly by: string }

export type What =
  | SaidWhat
  /** The house's own: who may be inside, and how many front of house had counted in. */
  | { readonly kind: 'listed'; readonly people: readonly Listed[]; readonly house: number | null }

/** As a device says it: times by its own clock. */
export type RollSaid = {
  /** Drawn by the device: said twice, it is written down once. */
  readonly id: string
  readonly rollCall: RollCallId
  readonly drill: boolean
  readonly madeAt: number
  readonly what: SaidWhat
}

type RollAuthor = { readonly device: string; readonly person: PersonId | null }

export type RollRecord = {
  readonly id: string
  readonly rollCall: RollCallId
  readonly drill: boolean
  readonly author: RollAuthor
  /** By the server's time. */
  readonly at: Instant
  /** How far the author's clock was ahead: what was taken off its time. */
  readonly aheadMs: number
  readonly what: What
}
