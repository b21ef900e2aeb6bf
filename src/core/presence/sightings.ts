// Who was seen, by whom and where: what the log adds up to. A word that was taken back leaves nothing behind.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import type { OwnWord } from './commands.ts'
import type { PresenceEvent } from './events.ts'
import { type EvidenceKind, worthOf } from './evidence.ts'

/** Where in the log an event stands; `by`: the person's device, or the machine. */
type Recorded = { readonly seq: number; readonly at: Instant; readonly by: string }

/** `seq` is its number: what it is taken back by. */
export type Sighting = Recorded & {
  readonly people: readonly PersonId[]
  readonly how: EvidenceKind
  readonly place: PlaceId | null
  /** Whose eyes or ears; null where it was said at a screen that is nobody's. */
  readonly witness: PersonId | null
  readonly saidAt: Instant
  /** Minutes on the show clock. */
  readonly clock: number
}

type OwnSaid = {
  readonly person: PersonId
  readonly word: OwnWord
  readonly saidAt: Instant
  readonly seq: number
}

export type Sightings = {
  /** Oldest first; those that were taken back are not among them. */
  readonly list: readonly Sighting[]
  /** The newest word of each person about themself. */
  readonly own: readonly OwnSaid[]
}

export const emptySightings: Sightings = { list: [], own: [] }

export function applySightings(state: Sightings, event: PresenceEvent, recorded: Recorded): Sightings {
  const { seq, at, by } = recorded
  switch (event.type) {
    case 'person.seen': {
      const { by: witness, ...seen } = event.body
      return { ...state, list: [...state.list, { seq, at, by, ...seen, witness }] }
    }
    case 'sighting.withdrawn':
      return { ...state, list: state.list.filter((one) => one.seq !== event.body.sighting) }
    case 'own.said': {
      const others = state.own.filter(({ person }) => person !== event.body.person)
      return { ...state, own: [...others, { ...event.body, seq }] }
    }
    default:
      return state
  }
}

/** The newest word of either grade on one person; by when it was said, for presses may come late. */
export type LastWords = { readonly confirmed: Sighting | null; readonly weak: Sighting | null }

export const neverSeen: LastWords = { confirmed: null, weak: null }

/** Of everybody of whom anything was said. */
export function lastWords({ list }: Sightings): ReadonlyMap<PersonId, LastWords> {
  const last = new Map<PersonId, LastWords>()
  for (const one of list) {
    const { grade } = worthOf[one.how]
    for (const person of one.people) {
      const known = last.get(person) ?? neverSeen
      const before = known[grade]
      if (before === null || before.saidAt <= one.saidAt) last.set(person, { ...known, [grade]: one })
    }
  }
  return last
}

/** Is it still news? Older words are shown as old. */
export const isNews = ({ how, saidAt }: Sighting, now: Instant): boolean =>
  now - saidAt <= worthOf[how].validMinutes * 60_000
