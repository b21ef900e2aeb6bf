// The shapes in which presence reaches screens. Each is given by the policy table alone; times run on the device.

import type { RoleName } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import type { Answer, Mode } from '../presence/commands.ts'
import type { Rung } from '../presence/events.ts'
import type { EvidenceKind } from '../presence/evidence.ts'
import type { PersonId, Place, PlaceId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'

/** The last word on somebody. */
export type Seen = {
  readonly sighting: number
  readonly how: EvidenceKind
  readonly at: Instant
  readonly place: string | null
  /** Call name of whoever saw them. */
  readonly by: string | null
}

export type DueLine = {
  readonly key: string
  readonly person: PersonId
  readonly name: string
  readonly title: string
  readonly item: string
  readonly kind: string
  readonly place: string
  readonly point: PlanPoint
  readonly at: Instant
  /** Minutes, nine nights in ten; null where not known. */
  readonly spread: number | null
  /** Seen for this: a confirmed sighting that is still news. */
  readonly seen: Seen | null
  readonly weak: Seen | null
  readonly child: { readonly chaperone: string | null } | null
}

/** Due at one side, or in one's care, within the next ten minutes. */
export type DueSection = {
  readonly side: string | null
  readonly lines: readonly DueLine[]
}

/** An ask put to this viewer: one line on top of their screen. */
export type AskLine = {
  readonly concern: number
  readonly version: number
  readonly ask: number
  readonly name: string
  /** For an ask where they are due; for who goes, where they were last, as far as they may know it. */
  readonly place: string | null
  /** Somebody said that they were there: it is not only where they are due. */
  readonly last?: true
  /** Where they are due, while they are due. */
  readonly duePlace: string | null
  readonly dueAt: Instant | null
  /** They are to go and look rather than only to say. */
  readonly look: boolean
  readonly lookingUntil: Instant | null
  /** A child's room or a shower: two go. */
  readonly inTwos: boolean
  readonly ownNextDue: { readonly title: string; readonly at: Instant } | null
  /** Read along at the side where they are due: it was put to somebody else, whose own screen says that it was shown. */
  readonly along?: true
  /** What is due at one wing is one question: all of them, the others, or one by one. Absent: asked by itself. */
  readonly wing?: string
  /** What was said to it here already: it stands on until it is over. */
  readonly answered?: Answer
  /** They were found and are not well: whoever is asked goes to them. By call name, who is there. */
  readonly to?: { readonly with: string | null }
  /** The viewer found them and stays until somebody says, by name, who is with them. */
  readonly stays?: {
    readonly as: 'cannot go on' | 'staying'
    /** Who was sent, and of them who has said that they come. */
    readonly sent: readonly { readonly person: PersonId; readonly name: string; readonly comes: boolean }[]
    readonly self: PersonId
  }
}
/** @public */
export type AsksSection = {
  readonly asks: readonly AskLine[]
  /** What this viewer ended last, nameless: for as long as it is news they can take it back. */
  readonly said?: { readonly sighting: number; readonly at: Instant }
}

/** The desk's strip. `name` is shown on focus only below rung 3. */
export type ConcernLine = {
  readonly concern: number
  readonly version: number
  readonly person: PersonId
  readonly name: string
  readonly rung: Rung
  readonly state: 'asking' | 'searching' | 'not found' | 'incident' | 'cannot go on' | 'staying'
  readonly dueAt: Instant | null
  readonly due: string | null
  readonly place: string | null
  readonly lastSeen: Seen | null
  readonly because: readonly { readonly kind: string; readonly name: string; readonly surprise: number }[]
  readonly nextAt: Instant | null
  readonly next: Rung | null
  readonly asked: readonly {
    readonly ask: number
    readonly name: string
    readonly rung: Rung
    readonly how: 'screen' | 'spoken'
    readonly at: Instant
    readonly shownAt: Instant | null
    readonly readAt: Instant | null
    readonly answer: Answer | null
    readonly answeredAt: Instant | null
  }[]
  /** Each once. */
  readonly skipped: readonly { readonly person: PersonId; readonly name: string; readonly because: string }[]
  readonly looking: { readonly name: string; readonly until: Instant } | null
  readonly keyHolder: string | null
  readonly with: string | null
  /** Named covers in their order; `called` once a person has called one. */
  readonly covers: readonly { readonly person: PersonId; readonly name: string; readonly called: boolean }[]
}
/** @public */
export type ConcernsSection = {
  readonly mode: Mode
  /** Why nobody is asked tonight, where nobody is: the first performances only write down. */
  readonly logging: { readonly performances: number; readonly of: number } | null
  readonly concerns: readonly ConcernLine[]
  /** Over tonight, newest last, until somebody has said what each was. */
  readonly ended: readonly {
    readonly concern: number
    readonly name: string
    readonly at: Instant
    readonly judged: string | null
  }[]
  readonly blind: readonly string[]
  readonly noisy: readonly string[]
  /** There were as many as a performance holds: nobody is asked about by itself any more. */
  readonly full: boolean
}

/** For sound: whose microphone was heard. It is no sighting of anybody, and says so. */
export type MicrophonesSection = {
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly packs: readonly string[]
    /** When it was last said to be live, and by which number it is taken back; null where it was not. */
    readonly at: Instant | null
    readonly sighting: number | null
  }[]
}

/** For the dance captain: who may have to go on for whom. Where anybody is, or why, is not in it. */
export type CoversSection = {
  readonly lines: readonly {
    readonly concern: number
    readonly name: string
    readonly dueAt: Instant | null
    readonly covers: ConcernLine['covers']
  }[]
}

/** Where is…: everybody whom this viewer may look up. */
export type WhereLine = {
  readonly person: PersonId
  readonly name: string
  readonly callName: string
  readonly signedIn: boolean
  readonly confirmed: Seen | null
  readonly weak: Seen | null
  readonly next: {
    readonly title: string
    readonly place: string | null
    readonly at: Instant
    readonly point: PlanPoint
  } | null
  readonly looking: string | null
  readonly concern: number | null
  readonly onStage: boolean
  readonly placeId: PlaceId | null
}
export type WhereSection = {
  readonly people: readonly WhereLine[]
  /** The venue's places in their order, for the stage map; `code` as `Seen.place` says it. */
  readonly places?: readonly {
    readonly code: string
    readonly name: string
    readonly side: NonNullable<Place['side']> | null
  }[]
}

/** A person's own: what they said, and who is coming. */
export type OwnPresenceSection = {
  readonly said: { readonly word: string; readonly at: Instant } | null
  readonly coming: string | null
  readonly steppedOut: boolean
  /** Who looked up where they are, outside a concern; the newest first. `onMap`: everybody, them too. */
  readonly lookedUp: readonly {
    readonly by: string | null
    readonly as: RoleName | null
    readonly at: Instant
    readonly onMap: boolean
  }[]
  readonly canGoOnFrom: readonly { readonly item: string; readonly title: string }[]
  /** People they may ask to come. */
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
}
