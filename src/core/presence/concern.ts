// The concerns of tonight: what was asked about whom, of whom, and how far it has come. What the log adds up to.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import type { Answer, Mode } from './commands.ts'
import type { PresenceEvent, Rung } from './events.ts'
import type { AskingCounts } from './worth.ts'

/** An ask put to one person; its number within the concern counts from 1. */
export type Ask = {
  readonly ask: number
  readonly person: PersonId
  readonly rung: Rung
  readonly how: 'screen' | 'spoken'
  readonly at: Instant
  readonly shownAt: Instant | null
  readonly readAt: Instant | null
  readonly answer: Answer | null
  readonly answeredAt: Instant | null
  /** The next candidate was asked instead, because no lit screen had shown it. */
  readonly passedOn: boolean
}

export type Concern = {
  /** Its number among tonight's, from 1. */
  readonly concern: number
  /** Grows with each answer and each rung: what an answer must have seen where it could undo something. */
  readonly version: number
  readonly person: PersonId
  readonly due: string | null
  readonly dueAt: Instant | null
  readonly place: PlaceId | null
  readonly openedAt: Instant
  readonly mode: Mode
  readonly rung: Rung
  /** When each later rung comes if nothing happens, as it was frozen at the opening. */
  readonly rungs: readonly { readonly rung: Rung; readonly at: Instant }[]
  /** Rungs for which somebody was asked, or nobody could be. */
  readonly put: readonly Rung[]
  readonly because: readonly { readonly kind: string; readonly name: string; readonly surprise: number }[]
  readonly raisedBy: string | null
  readonly asks: readonly Ask[]
  readonly skipped: readonly { readonly person: PersonId; readonly because: string }[]
  /** Seen, and not well enough to go on: open until somebody says who is with them. `version`: of that word. */
  readonly held: {
    readonly as: 'cannot go on' | 'staying'
    readonly by: PersonId | null
    readonly version: number
  } | null
  readonly looking: { readonly person: PersonId; readonly until: Instant } | null
  readonly locked: PlaceId | null | undefined
  readonly covers: readonly PersonId[]
  readonly ended: {
    readonly at: Instant
    readonly sighting: number | null
    readonly with: PersonId | null
    /** The sighting it ended with was taken back. */
    readonly undone: boolean
  } | null
  readonly judged: 'useful' | 'known' | 'wrong' | null
}

export type PresenceConcerns = {
  /** Null: as the production's first performances have it. */
  readonly mode: Mode | null
  readonly concerns: readonly Concern[]
  /** Who raised when, the newest last: what tells an account that raises too many. */
  readonly raised: readonly { readonly by: string; readonly at: Instant }[]
  readonly steppedOut: readonly Extract<PresenceEvent, { type: 'person.stepped-out' }>['body'][]
  readonly blind: readonly string[]
  /** Those of which that was ever so tonight. */
  readonly wasBlind: readonly string[]
  /** What asking was worth, written down before the people in it were erased; null as long as they are there. */
  readonly counted: AskingCounts | null
}

export const emptyConcerns: PresenceConcerns = {
  mode: null,
  concerns: [],
  raised: [],
  steppedOut: [],
  blind: [],
  wasBlind: [],
  counted: null,
}

/** Only written down: nobody is asked, and it needs no end. */
export const isOpen = ({ ended, mode }: Concern): boolean => ended === null && mode !== 'logging'

export const openOn = ({ concerns }: PresenceConcerns, person: PersonId): Concern | undefined =>
  concerns.find((one) => one.person === person && isOpen(one))

export const concernOf = ({ concerns }: PresenceConcerns, concern: number): Concern | undefined =>
  concerns[concern - 1]

/** What its place on the desk's strip says. */
export function stateOf({ held, rung }: Concern) {
  if (held) return held.as
  if (rung === 5) return 'incident'
  if (rung === 4) return 'not found'
  return rung === 3 ? 'searching' : 'asking'
}

/** What is to come of it by itself, and when; null where only people move it on. */
export function nextRung({ held, ended, rung, rungs }: Concern): { rung: Rung; at: Instant } | null {
  if (held || ended) return null
  return rungs.find((one) => one.rung > rung) ?? null
}
