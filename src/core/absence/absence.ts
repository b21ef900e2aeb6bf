// Who is not there for all of their track tonight, and for how much of it. Why stands nowhere: no field holds it. Spec: docs/specs/absence.md.

import type { Instant } from '../kit/time.ts'
import type { ItemId, PersonId } from '../show/show.ts'

/** What somebody who is here does without. */
export const limits = ['no-lifts', 'voice-only'] as const
type Limit = (typeof limits)[number]

export type Availability =
  | { readonly as: 'out' }
  /** Out from the beginning of this item on; what lies before it they do. */
  | { readonly as: 'out-from'; readonly item: ItemId }
  | { readonly as: 'limited'; readonly without: Limit }
  /** Dressed, miked and warm from then on. */
  | { readonly as: 'ready-at'; readonly at: Instant }
  /** Out of the building until then. */
  | { readonly as: 'off-site'; readonly until: Instant }
  | { readonly as: 'sent-home' }

/** `return`: also at the next performances, until somebody says that they are back. */
export const lengths = ['tonight', 'return'] as const
export type Length = (typeof lengths)[number]

export type AbsenceCommand =
  | {
      readonly name: 'out.say'
      readonly person: PersonId
      readonly word: Availability
      readonly until: Length
    }
  /** They are back, with all of their track. */
  | { readonly name: 'out.end'; readonly person: PersonId }
  /** The last word about them was a slip: what was so before is so again. */
  | { readonly name: 'out.undo'; readonly person: PersonId }

type Event<Type extends string, Body> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
  readonly detail?: undefined
}

export type AbsenceEvent =
  /** `from`: the number of the performance it was carried over from; absent where it was said tonight. */
  | Event<
      'out.said',
      {
        readonly person: PersonId
        readonly word: Availability
        readonly until: Length
        readonly from?: number
      }
    >
  | Event<'out.ended', { readonly person: PersonId }>
  | Event<'out.withdrawn', { readonly person: PersonId }>
export type AbsenceEventType = AbsenceEvent['type']

/** Null for the word: they are back. */
export type AbsenceWord = {
  readonly word: Availability | null
  readonly until: Length
  readonly at: Instant
  readonly by: string
  /** Carried over from this performance; null where it was said tonight. */
  readonly from: number | null
}

/** The newest word last. */
export type Absentee = { readonly person: PersonId; readonly words: readonly AbsenceWord[] }
export type AbsenceState = { readonly people: readonly Absentee[]; readonly said: number }

export const emptyAbsence: AbsenceState = { people: [], said: 0 }

/** Words about one person that are kept for taking back; the oldest gives way. */
const WORDS_KEPT_MAX = 20
/** Words about absences in one night: a large company, each several times over. */
export const ABSENCE_WORDS_MAX = 600

export const absenceTypes: ReadonlySet<string> = new Set<AbsenceEventType>([
  'out.said',
  'out.ended',
  'out.withdrawn',
])

const absenceNames: ReadonlySet<string> = new Set<AbsenceCommand['name']>(['out.say', 'out.end', 'out.undo'])

export const isOfAbsence = <Command extends { readonly name: string }>(
  command: Command | AbsenceCommand,
): command is AbsenceCommand => absenceNames.has(command.name)

const wordsOf = ({ people }: AbsenceState, person: PersonId): readonly AbsenceWord[] =>
  people.find((one) => one.person === person)?.words ?? []

/** As the newest word has it; null for whoever is there as ever. */
export const absenceOf = (state: AbsenceState, person: PersonId): AbsenceWord | null => {
  const last = wordsOf(state, person).at(-1)
  return last === undefined || last.word === null ? null : last
}

/** When somebody last said anything of them, be it that they are back; null where nobody has. */
export const lastSaidAt = (state: AbsenceState, person: PersonId): Instant | null =>
  wordsOf(state, person).at(-1)?.at ?? null

export const availabilityOf = (state: AbsenceState, person: PersonId): Availability | null =>
  absenceOf(state, person)?.word ?? null

/** Not in the building and not coming: nothing is asked of them, and nobody looks for them. */
export const isAway = (state: AbsenceState, person: PersonId): boolean => {
  const word = availabilityOf(state, person)
  return word?.as === 'out' || word?.as === 'sent-home'
}

/** Everybody of whom something is said now, in the order of the first word about them. */
export const absent = (state: AbsenceState): readonly (Absentee & { readonly word: Availability })[] =>
  state.people.flatMap((one) => {
    const word = one.words.at(-1)?.word
    return word ? [{ ...one, word }] : []
  })

/** What goes on at the next performance: the words that hold until somebody returns. */
export const carriedAbsences = (state: AbsenceState, from: number): readonly AbsenceEvent[] =>
  state.people.flatMap(({ person, words }) => {
    const last = words.at(-1)
    if (!last?.word || last.until !== 'return') return []
    return [{ type: 'out.said', v: 1, body: { person, word: last.word, until: 'return', from } } as const]
  })

export function applyAbsence(
  state: AbsenceState,
  event: AbsenceEvent,
  { at, by }: { readonly at: Instant; readonly by: string },
): AbsenceState {
  const { person } = event.body
  const before = wordsOf(state, person)
  const words = wordsAfter(before, event, { at, by })
  const people = before.length === 0 ? [...state.people, { person, words }] : state.people
  return {
    people: people.map((one) => (one.person === person ? { person, words } : one)),
    said: state.said + 1,
  }
}

function wordsAfter(
  before: readonly AbsenceWord[],
  event: AbsenceEvent,
  recorded: { readonly at: Instant; readonly by: string },
): readonly AbsenceWord[] {
  switch (event.type) {
    case 'out.said': {
      const { word, until, from = null } = event.body
      return [...before, { ...recorded, word, until, from }].slice(-WORDS_KEPT_MAX)
    }
    case 'out.ended':
      return [...before, { ...recorded, word: null, until: 'tonight' as const, from: null }].slice(
        -WORDS_KEPT_MAX,
      )
    case 'out.withdrawn':
      return before.slice(0, -1)
    default:
      return event satisfies never
  }
}
