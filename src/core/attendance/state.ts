// Who is in the building, as far as anybody said: what the log adds up to.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import type { Accounting, Announced, ArrivalStep, Who } from './commands.ts'
import type { AttendanceEvent, Recorded, Via } from './events.ts'
import type { EvidenceKind } from './evidence.ts'

/** One thing said about one person. */
export type Mark = Recorded & { readonly saidAt: Instant } & (
    | { readonly sign: 'in' | 'out'; readonly via: Via; readonly place: PlaceId | null }
    | {
        readonly sign: 'away'
        readonly via: Via
        readonly place: PlaceId | null
        readonly backAt: Instant | null
      }
    | {
        readonly sign: 'announced'
        readonly as: Announced
        readonly via: Via
        readonly place: PlaceId | null
        /** When they come, or until when they can be called. */
        readonly until: Instant | null
        readonly minutes: number | null
      }
    /** `words` is null once it was erased. */
    | {
        readonly sign: 'accounted'
        readonly how: Accounting
        readonly witness: PersonId
        readonly words: string | null
      }
    | { readonly sign: 'stayed'; readonly from: number; readonly witness: PersonId }
  )

/** How often a sign of theirs was taken back; absent where never. */
type Withdrawn = { readonly withdrawn?: number }
export type Attendee = Withdrawn & { readonly person: PersonId; readonly marks: readonly Mark[] }
export type Visitor = Withdrawn & {
  readonly visitor: number
  /** Null once it was erased. */
  readonly name: string | null
  readonly host: PersonId | null
  /** None where their coming in was a slip. */
  readonly marks: readonly Mark[]
}
type Sweep = { readonly place: PlaceId | null; readonly by: PersonId; readonly at: Instant }

/** Null: everybody who was not in. `by`: whoever pressed, or their screen. */
type Arrival = {
  readonly step: ArrivalStep
  readonly person: PersonId | null
  readonly at: Instant
  readonly by: string
}

/** `over`: somebody has been there. */
export type Help = { readonly person: PersonId; readonly at: Instant; readonly over: boolean }

export type AttendanceState = {
  readonly people: readonly Attendee[]
  readonly visitors: readonly Visitor[]
  /** The newest word on each place. */
  readonly sweeps: readonly Sweep[]
  /** How many words there were about sweeps; absent where none. */
  readonly swept?: number
  /** Who was paged and rung, the oldest first; absent where nobody was. */
  readonly arrivals?: readonly Arrival[]
  /** Who asked at the stage door to be signed in, the oldest first; absent where nobody did. */
  readonly helps?: readonly Help[]
}

export const emptyAttendance: AttendanceState = { people: [], visitors: [], sweeps: [] }

/** In; out for a while and expected back; gone for tonight, by whatever word; or what was said of their coming. */
export type Status = 'in' | 'away' | 'gone' | Announced

export function statusOf(marks: readonly Mark[]): Status | null {
  const last = marks.at(-1)
  switch (last?.sign) {
    case undefined:
      return null
    case 'in':
    case 'stayed':
      return 'in'
    case 'away':
      return 'away'
    case 'out':
    case 'accounted':
      return 'gone'
    case 'announced':
      return last.as
    default:
      return last satisfies never
  }
}

export function evidenceOf(mark: Mark): EvidenceKind {
  if (mark.sign === 'stayed') return 'staying'
  return mark.sign === 'accounted' ? mark.how : mark.via
}

const known = ({ people, visitors }: AttendanceState, who: Who): Attendee | Visitor | undefined =>
  'person' in who
    ? people.find(({ person }) => person === who.person)
    : visitors.find(({ visitor }) => visitor === who.visitor)

export const marksOf = (state: AttendanceState, who: Who): readonly Mark[] => known(state, who)?.marks ?? []

export const withdrawnOf = (state: AttendanceState, who: Who): number => known(state, who)?.withdrawn ?? 0

/** Who was signed in tonight and of whom nobody has said that they are gone: they keep the night open. */
export function remaining({ people, visitors }: AttendanceState): readonly Who[] {
  const here = ({ marks }: { readonly marks: readonly Mark[] }) => {
    const status = statusOf(marks)
    return status === 'in' || status === 'away'
  }
  return [
    ...people.filter(here).map(({ person }) => ({ person })),
    ...visitors.filter(here).map(({ visitor }) => ({ visitor })),
  ]
}

/** Who still waits at the stage door, once each: nobody has been there, and nothing was signed for them since. */
export function helpWanted(state: AttendanceState): readonly Help[] {
  const waits = ({ person, at, over }: Help) =>
    !over && !marksOf(state, { person }).some((mark) => mark.at >= at)
  const all = (state.helps ?? []).filter(waits)
  return all.filter(({ person }, index) => all.findIndex((one) => one.person === person) === index)
}

export function applyAttendance(
  state: AttendanceState,
  event: AttendanceEvent,
  { seq, at, by }: Recorded,
): AttendanceState {
  const recorded = { seq, at, by }
  const mark = (who: Who, one: Mark) => changed(state, who, ({ marks }) => ({ marks: [...marks, one] }))
  switch (event.type) {
    case 'person.signed-in': {
      const { person, via, place, saidAt } = event.body
      return mark({ person }, { ...recorded, saidAt, sign: 'in', via, place })
    }
    case 'person.signed-out': {
      const { who, via, place, saidAt } = event.body
      return mark(who, { ...recorded, saidAt, sign: 'out', via, place })
    }
    case 'person.went-out': {
      const { person, via, place, saidAt, backAt } = event.body
      return mark({ person }, { ...recorded, saidAt, sign: 'away', via, place, backAt })
    }
    case 'person.announced': {
      const { person, as, at: until, minutes, via, place, saidAt } = event.body
      return mark({ person }, { ...recorded, saidAt, sign: 'announced', as, until, minutes, via, place })
    }
    case 'arrival.noted':
      return { ...state, arrivals: [...(state.arrivals ?? []), { ...event.body, at, by }] }
    case 'help.asked':
      return { ...state, helps: [...(state.helps ?? []), { ...event.body, at, over: false }] }
    case 'help.given':
      return { ...state, helps: helped(state.helps ?? [], event.body.person) }
    case 'person.accounted': {
      const { who, how, by: witness } = event.body
      const words = textOf(event.detail?.words)
      return mark(who, { ...recorded, saidAt: at, sign: 'accounted', how, witness, words })
    }
    case 'person.stayed': {
      const { person, from, by: witness, saidAt } = event.body
      return mark({ person }, { ...recorded, saidAt, sign: 'stayed', from, witness })
    }
    case 'visitor.signed-in': {
      const { host, via, place, saidAt } = event.body
      const marks: readonly Mark[] = [{ ...recorded, saidAt, sign: 'in', via, place }]
      const visitor = { visitor: seq, name: textOf(event.detail?.name), host, marks }
      return { ...state, visitors: [...state.visitors, visitor] }
    }
    case 'sign.withdrawn':
      return changed(state, event.body.who, ({ marks, withdrawn }) => ({
        marks: marks.slice(0, -1),
        withdrawn: (withdrawn ?? 0) + 1,
      }))
    case 'place.swept':
    case 'sweep.withdrawn':
      return sweep(state, event, at)
    default:
      return event satisfies never
  }
}

const helped = (helps: readonly Help[], person: PersonId): readonly Help[] =>
  helps.map((one) => (one.person === person ? { ...one, over: true } : one))

/** What was erased comes back as nothing. */
const textOf = (text: unknown): string | null => (typeof text === 'string' ? text : null)

type Signed = Pick<Attendee, 'marks' | 'withdrawn'>

function changed(state: AttendanceState, who: Who, change: (one: Signed) => Signed): AttendanceState {
  if ('visitor' in who) {
    const visitors = state.visitors.map((one) =>
      one.visitor === who.visitor ? { ...one, ...change(one) } : one,
    )
    return { ...state, visitors }
  }
  const { person } = who
  const isKnown = state.people.some((one) => one.person === person)
  const people = isKnown ? state.people : [...state.people, { person, marks: [] }]
  return {
    ...state,
    people: people.map((one) => (one.person === person ? { ...one, ...change(one) } : one)),
  }
}

function sweep(
  state: AttendanceState,
  event: Extract<AttendanceEvent, { type: 'place.swept' | 'sweep.withdrawn' }>,
  at: Instant,
): AttendanceState {
  const { place } = event.body
  const others = state.sweeps.filter((one) => one.place !== place)
  const sweeps = event.type === 'place.swept' ? [...others, { place, by: event.body.by, at }] : others
  return { ...state, sweeps, swept: (state.swept ?? 0) + 1 }
}
