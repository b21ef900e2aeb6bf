// What can have happened about where people are, in the past tense; never edited, never deleted.

import type { DeviceId, RoleName } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import type { ItemId, PersonId, PlaceId } from '../show/show.ts'
import type { ClockSet } from './clock-set.ts'
import type { Answer, Mode, OwnWord } from './commands.ts'
import type { EvidenceKind } from './evidence.ts'
import type { AskingCounts } from './worth.ts'

type Event<Type extends string, Body> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
  readonly detail?: undefined
}

/** Rungs of E1; numbers only ever grow within one concern. */
export type Rung = 1 | 2 | 3 | 4 | 5

export type PresenceEvent =
  /** `clock`: minutes on the show clock (0 = first act up) when it happened; it stands still in a hold. */
  | Event<
      'person.seen',
      {
        readonly people: readonly PersonId[]
        readonly how: EvidenceKind
        readonly place: PlaceId | null
        readonly by: PersonId | null
        readonly saidAt: Instant
        readonly clock: number
      }
    >
  | Event<'sighting.withdrawn', { readonly sighting: number }>
  | Event<'own.said', { readonly person: PersonId; readonly word: OwnWord; readonly saidAt: Instant }>
  /** Outside a concern. `person` null: everybody, on the stage map. `by`: whose device it was, if anybody’s; `as`: for what. */
  | Event<
      'person.looked-up',
      {
        readonly person: PersonId | null
        readonly by: PersonId | null
        readonly as: RoleName | null
        readonly device: DeviceId
      }
    >
  | Event<
      'concern.opened',
      {
        readonly person: PersonId
        /** The obligation it was opened for; null where somebody raised it, or for a long silence. */
        readonly due: string | null
        readonly dueAt: Instant | null
        readonly place: PlaceId | null
        readonly rung: Rung
        readonly mode: Mode
        /** When each later rung comes if nothing happens: frozen here (E7). */
        readonly rungs: readonly { readonly rung: Rung; readonly at: Instant }[]
        /** Why, term by term, in nats; they add up to the surprise. */
        readonly because: readonly {
          readonly kind: string
          readonly name: string
          readonly surprise: number
        }[]
        readonly risk: number
        /** Who raised it; null for the machine. */
        readonly raisedBy: string | null
      }
    >
  | Event<
      'concern.joined',
      { readonly concern: number; readonly raisedBy: string | null; readonly due: string | null }
    >
  | Event<
      'concern.asked',
      {
        readonly concern: number
        readonly rung: Rung
        readonly asked: readonly { readonly person: PersonId; readonly how: 'screen' | 'spoken' }[]
        /** Passed over, and why, in a word of the catalogue. */
        readonly skipped: readonly { readonly person: PersonId; readonly because: string }[]
      }
    >
  | Event<'ask.shown', { readonly concern: number; readonly ask: number }>
  | Event<'ask.read', { readonly concern: number; readonly ask: number }>
  | Event<
      'concern.answered',
      {
        readonly concern: number
        readonly answer: Answer
        readonly by: PersonId | null
        readonly place: PlaceId | null
        readonly saidAt: Instant
        /** The person.seen that carries what was seen; null where nobody was seen. */
        readonly sighting: number | null
      }
    >
  | Event<'concern.climbed', { readonly concern: number; readonly rung: Rung; readonly because: string }>
  | Event<
      'concern.ended',
      { readonly concern: number; readonly sighting: number | null; readonly with: PersonId | null }
    >
  | Event<'concern.judged', { readonly concern: number; readonly as: 'useful' | 'known' | 'wrong' }>
  | Event<'cover.called', { readonly concern: number; readonly person: PersonId }>
  | Event<
      'person.stepped-out',
      { readonly person: PersonId; readonly from: ItemId | null; readonly wants: PersonId | null }
    >
  | Event<'source.blind', { readonly source: string; readonly item: ItemId | null; readonly blind: boolean }>
  | Event<'presence.mode', { readonly mode: Mode }>
  /** The machine's clock was set forward, as the watch noticed; `before`: what it said when it was last right. */
  | Event<'clock.set', ClockSet>
  /** What asking was worth, before who it was about is erased. */
  | Event<'presence.counted', AskingCounts>

export type PresenceEventType = PresenceEvent['type']
