// What can be said about who is in the building, by whom it may be said, and how much of it a night holds.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'

/** Somebody of the company, or a visitor by the number they were given when they came in. */
export type Who = { readonly person: PersonId } | { readonly visitor: number }

/** Seen leaving by somebody; known to be well elsewhere; or staying in the building for the next performance. */
export const accountings = ['seen out', 'accounted for', 'staying'] as const
export type Accounting = (typeof accountings)[number]

/** Comes at a time they said; does not come tonight; is near and comes when called; was sent home. Why stands nowhere. */
export const announcedAs = ['later', 'not tonight', 'on call', 'sent home'] as const
export type Announced = (typeof announcedAs)[number]

/**
 * At the half, with whoever is not in yet, each by a person: the building is paged; they are rung; whoever is to be rung
 * next; the named cover makes ready; company management is told.
 */
export const personalSteps = ['rung', 'contact rung', 'cover told', 'management told'] as const
export const arrivalSteps = ['paged', ...personalSteps] as const
export type ArrivalStep = (typeof arrivalSteps)[number]

export type AttendanceCommand =
  | { readonly name: 'sign.in'; readonly person: PersonId }
  | { readonly name: 'sign.out'; readonly who: Who }
  /** Out of the building for a while; null: they did not say until when. */
  | { readonly name: 'sign.away'; readonly person: PersonId; readonly backAt: Instant | null }
  /** `at`: when they come, or until when they can be called; `minutes`: how soon they are here once they are. */
  | {
      readonly name: 'sign.announce'
      readonly person: PersonId
      readonly as: Announced
      readonly at: Instant | null
      readonly minutes: number | null
    }
  /** Somebody has spoken, or rung. Null: everybody who is not in yet. */
  | { readonly name: 'arrival.note'; readonly step: ArrivalStep; readonly person: PersonId | null }
  /** The last thing signed for them was a slip. */
  | { readonly name: 'sign.undo'; readonly who: Who }
  /** Whoever stands at the stage door and cannot sign in there: stage management is told. */
  | { readonly name: 'sign.help'; readonly person: PersonId }
  /** Somebody has been to the stage door, or need not go. */
  | { readonly name: 'sign.helped'; readonly person: PersonId }
  | { readonly name: 'visitor.in'; readonly visitor: string; readonly host: PersonId | null }
  /** `by`: who saw them or knows of them, which is not always whoever presses. */
  | {
      readonly name: 'account.for'
      readonly who: Who
      readonly how: Accounting
      readonly by: PersonId
      readonly words: string
    }
  /** Null: the whole building. */
  | { readonly name: 'sweep.mark'; readonly place: PlaceId | null; readonly by: PersonId }
  | { readonly name: 'sweep.undo'; readonly place: PlaceId | null }

const attendanceNames = [
  'sign.in',
  'sign.out',
  'sign.away',
  'sign.announce',
  'arrival.note',
  'sign.undo',
  'sign.help',
  'sign.helped',
  'visitor.in',
  'account.for',
  'sweep.mark',
  'sweep.undo',
] as const satisfies readonly AttendanceCommand['name'][]

export const isOfAttendance = <Command extends { readonly name: string }>(
  command: Command,
): command is Extract<Command, AttendanceCommand> =>
  (attendanceNames as readonly string[]).includes(command.name)

/** How often one person may be signed in one night; more is somebody playing with the tablet. */
export const MARKS_MAX = 60
/** How often a sign for one person is taken back in one night. */
export const WITHDRAWN_MAX = 60
/** Words about sweeps in one night: every place of a large house, each several times. */
export const SWEEPS_MAX = 1_000
export const VISITORS_MAX = 200
/** Words about who was paged and rung, in one night. */
export const ARRIVALS_MAX = 300
/** Times that somebody is called to the stage door, in one night. */
export const HELPS_MAX = 300
/** Who is further away than this is not on call. */
export const ON_CALL_MINUTES_MAX = 180
export const VISITOR_NAME_LENGTH_MAX = 80
export const WORDS_LENGTH_MAX = 200

/** Whoever pressed at the stage door or on their own phone may take it back for so long; then stage management does. */
export const UNDO_MS = 2 * 60_000
/** A sign-in that waited this long for a connection is no news any more. */
export const SIGN_AGE_MS_MAX = 10 * 60_000
/** A press that waited for longer than this gives way to whatever was said since. */
export const OVERTAKEN_MS = 5_000
/** Nobody is out for longer than this and still of tonight. */
export const AWAY_MS_MAX = 12 * 3_600_000
/** Who stays between two performances of a day is in the building when the next one is opened, if it is this near. */
export const STAY_MS_MAX = 8 * 3_600_000
