// What can be said about where people are, and about a concern: by whom it may be said stands in `decide`.

import type { ItemId, PersonId, PlaceId } from '../show/show.ts'
import type { ClockSet } from './clock-set.ts'

/** By whose eyes or ears: a person pressing for themself has seen with their own. */
type Witness = PersonId | null

export const modes = ['quiet', 'full', 'logging'] as const
/** Quiet is the default. Logging: everything is worked out and written down, and nobody is asked. */
export type Mode = (typeof modes)[number]

/** The answers of E4. Only the first ends a concern by itself. */
export const answers = [
  'on their way',
  'cannot go on',
  'staying, send someone',
  'door locked',
  'not here',
  'looking',
  'not me',
] as const
export type Answer = (typeof answers)[number]
/** What can be true of several people at once. */
export const listAnswers = ['on their way', 'not here', 'not me'] as const satisfies readonly Answer[]
export type ListAnswer = (typeof listAnswers)[number]

export const ownWords = ['on my way', 'I can’t', 'please come to me'] as const
export type OwnWord = (typeof ownWords)[number]

export type PresenceCommand =
  /** One tap for all who are seen at once: "all six seen". `place`: where; null: where the screen stands. */
  | {
      readonly name: 'people.see'
      readonly people: readonly PersonId[]
      readonly how: 'eyes' | 'cans' | 'microphone'
      readonly place: PlaceId | null
      /** Whose eyes, where stage management writes down what it was told; null: whoever presses. */
      readonly by: Witness
    }
  /** `sighting`: its number in the log. */
  | { readonly name: 'sighting.undo'; readonly sighting: number }
  /** By the person themself: weak, and the second and third are asks for help. */
  | { readonly name: 'own.say'; readonly word: OwnWord }
  /** A code read at a fixed point by the person themself. */
  | { readonly name: 'own.check-in'; readonly place: PlaceId }
  /** Where is…, about one person; null: the stage map, which is about everybody. */
  | { readonly name: 'person.look-up'; readonly person: PersonId | null }
  /** Somebody on duty wonders about somebody: merged into the open concern if there is one. */
  | { readonly name: 'concern.raise'; readonly person: PersonId }
  /** `version`: of the concern as it was seen; an older one is refused where it could undo what came since. */
  | {
      readonly name: 'concern.answer'
      readonly concern: number
      readonly version: number
      readonly answer: Answer
      readonly place: PlaceId | null
      readonly by: Witness
      /** By eyes where it does not say: a voice on cans is worth as much, and is another kind of evidence (E8). */
      readonly how?: 'eyes' | 'cans'
    }
  /** One tap for all names on one list: each stays a concern of its own. By whoever presses, with their eyes. */
  | {
      readonly name: 'concerns.answer'
      readonly asks: readonly { readonly concern: number; readonly version: number }[]
      readonly answer: ListAnswer
    }
  /** Said on cans or in person rather than shown: counts as asked. */
  | { readonly name: 'concern.spoken'; readonly concern: number; readonly to: PersonId }
  /** A lit screen of a duty device has drawn it; a locked phone never says this. */
  | { readonly name: 'ask.shown'; readonly concern: number; readonly ask: number }
  | { readonly name: 'ask.read'; readonly concern: number; readonly ask: number }
  /** Who is with them, and that search and care are done: ends what "cannot go on" and "staying" left open. */
  | {
      readonly name: 'concern.end'
      readonly concern: number
      readonly version: number
      readonly with: PersonId
    }
  /** One tap after it is over. */
  | {
      readonly name: 'concern.judge'
      readonly concern: number
      readonly as: 'useful' | 'known' | 'wrong'
    }
  /** The first named cover who can is told to make ready; `by` a person, never by itself. */
  | { readonly name: 'cover.call'; readonly concern: number; readonly person: PersonId }
  /**
   * N22. There is no field for why. `from`: the first item they cannot go on for; null: from now on. `wants`: who should
   * come to them.
   */
  | {
      readonly name: 'step.out'
      readonly person: PersonId
      readonly from: ItemId | null
      readonly wants: PersonId | null
    }
  | { readonly name: 'presence.mode'; readonly mode: Mode }
  /** By the machine alone, never on the wire: what the passing of time demands. */
  | {
      readonly name: 'presence.due'
      /** Sides of the stage whose screens the server has not heard of; absent: none. */
      readonly unheard?: readonly string[]
      /** The machine's clock was set forward: that alone is written down. */
      readonly clockSet?: ClockSet
    }

/** The most people one tap sees; a whole company at a call. */
export const SEEN_AT_ONCE_MAX = 120
export const SIGHTINGS_MAX = 5_000
/** Of one performance; from then on nobody is asked about by itself, and the desk is told so. @public */
export const CONCERNS_MAX = 500
/** Of those so many raised by people: however often somebody presses, there is room for whoever is not seen. */
export const CONCERNS_RAISED_MAX = 300
/** Whoever pressed may take a sighting back as long as the performance is open (scenario 8). @public */
export const ASKS_OF_ONE_MS = 2 * 60_000
/** @public */
export const ASKS_OF_ONE_AN_HOUR = 12
/** "I'm looking" is not found: after so long the next rung comes by itself. @public */
export const LOOKING_MS = 3 * 60_000
/** Not shown on a lit screen within so long: the next candidate is asked. @public */
export const NOT_SHOWN_MS = 10_000
/** So many concerns raised by one account in ten minutes are noise: stage management is told, the people are not. @public */
export const RAISED_BY_ONE_MAX = 5
/** A press that waited this long for a connection is no news any more. */
export const PRESS_AGE_MS_MAX = 10 * 60_000

export const sightingNames = [
  'people.see',
  'sighting.undo',
  'own.say',
  'own.check-in',
] as const satisfies readonly PresenceCommand['name'][]
export type SightingName = (typeof sightingNames)[number]
