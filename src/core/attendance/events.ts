// What can have been said about who is in the building, in the past tense; never edited, never deleted.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import type { Accounting, Announced, ArrivalStep, Who } from './commands.ts'

/** How a sign came in, and so what it is worth; see `evidence.ts`. */
export type Via = 'kiosk' | 'phone' | 'chaperone' | 'told'

type Event<Type extends string, Body, Detail = undefined> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
} & (Detail extends undefined ? { readonly detail?: undefined } : { readonly detail: Detail })

/** `saidAt`: when it was pressed, as the device knows; it may have waited for a connection. `place`: where the screen stands. */
type Signed = { readonly via: Via; readonly place: PlaceId | null; readonly saidAt: Instant }

export type AttendanceEvent =
  | Event<'person.signed-in', Signed & { readonly person: PersonId }>
  | Event<'person.signed-out', Signed & { readonly who: Who }>
  | Event<'person.went-out', Signed & { readonly person: PersonId; readonly backAt: Instant | null }>
  | Event<
      'person.announced',
      Signed & {
        readonly person: PersonId
        readonly as: Announced
        readonly at: Instant | null
        readonly minutes: number | null
      }
    >
  | Event<'arrival.noted', { readonly step: ArrivalStep; readonly person: PersonId | null }>
  /** Somebody who stands at the stage door asks to be signed in; and that this was seen to. */
  | Event<'help.asked', { readonly person: PersonId }>
  | Event<'help.given', { readonly person: PersonId }>
  /** The visitor's number is that of this event in the log. A name is the part that can be erased. */
  | Event<'visitor.signed-in', Signed & { readonly host: PersonId | null }, { readonly name: string }>
  | Event<'sign.withdrawn', { readonly who: Who }>
  | Event<
      'person.accounted',
      { readonly who: Who; readonly how: Accounting; readonly by: PersonId },
      { readonly words: string }
    >
  | Event<'place.swept', { readonly place: PlaceId | null; readonly by: PersonId }>
  | Event<'sweep.withdrawn', { readonly place: PlaceId | null }>
  /** In the building since the performance before: written with the opening. */
  | Event<
      'person.stayed',
      { readonly person: PersonId; readonly from: number; readonly by: PersonId; readonly saidAt: Instant }
    >

export type AttendanceEventType = AttendanceEvent['type']

/** Where in the log an event stands. */
export type Recorded = { readonly seq: number; readonly at: Instant; readonly by: string }
