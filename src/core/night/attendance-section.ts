// Who is in the building, for each who may know: the whole sheet, one's own line, a number; and the names for the stage door.

import { type ArrivalStep, personalSteps } from '../attendance/commands.ts'
import { type EvidenceKind, type Grade, worthOf } from '../attendance/evidence.ts'
import { groupOf, isExpected } from '../attendance/expected.ts'
import {
  type AttendanceState,
  evidenceOf,
  helpWanted,
  type Mark,
  remaining,
  type Status,
  statusOf,
} from '../attendance/state.ts'
import type { Instant } from '../kit/time.ts'
import type { EngagementKind, PersonId, PlaceId, Show } from '../show/show.ts'
import type { Plan } from './night.ts'

/** The names of the company, and no state: what may hang at the stage door. */
export type RollSection = {
  readonly people: readonly {
    readonly id: PersonId
    readonly name: string
    readonly group: EngagementKind | null
    readonly expected: boolean
  }[]
}

/** The last that is known of somebody, and what it is worth. */
export type EvidenceLine = {
  readonly kind: EvidenceKind
  readonly grade: Grade
  readonly at: Instant
  /** Whose word it is, by name; null where it was said at a screen that is nobody's. */
  readonly by: string | null
  /** Where the screen stands; null where it stands nowhere. */
  readonly place: string | null
  readonly words: string | null
}

export type SignLine = {
  readonly status: Status
  /** Only while they are out: when they said they are back. */
  readonly backAt: Instant | null
  /** When they come, or until when they can be called; absent where neither was said. */
  readonly until?: Instant
  /** On call: here so soon. */
  readonly minutes?: number
  readonly evidence: EvidenceLine
  /** When they were first signed in tonight. */
  readonly firstAt: Instant | null
}

type PersonSign = SignLine & { readonly person: PersonId }
type VisitorSign = SignLine & {
  readonly visitor: number
  readonly name: string | null
  /** Whom they visit; null where nobody is named. */
  readonly host: string | null
}

export type AttendanceSection = {
  /** Whoever was signed tonight; of the others nothing is known. */
  readonly people: readonly PersonSign[]
  readonly visitors: readonly VisitorSign[]
  /** What there is to sweep, and the newest word on it. Null: the whole building. */
  readonly places: readonly { readonly id: PlaceId; readonly name: string }[]
  readonly sweeps: readonly { readonly place: PlaceId | null; readonly by: string; readonly at: Instant }[]
  /** How many keep the night open. */
  readonly remaining: number
  /** Who answers for which child, and whether they are in. */
  readonly children: readonly {
    readonly person: PersonId
    readonly chaperone: string | null
    readonly chaperoneIn: boolean
  }[]
  /** Who stands at the stage door and asks to be signed in. */
  readonly helps: readonly { readonly person: PersonId; readonly name: string; readonly at: Instant }[]
  /** From the half on: who is not in yet, and what was done about it. Null before. */
  readonly arrivals: ArrivalsSection | null
}

export type ArrivalsSection = {
  readonly half: Instant
  /** Whoever is expected, and of whom nobody has said anything but that they come later. */
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly comesAt: Instant | null
    /** What was done about them, each step once, at its newest; by whom, null where a screen that is nobody's said so. */
    readonly done: readonly {
      readonly step: ArrivalStep
      readonly at: Instant
      readonly by: string | null
    }[]
  }[]
  /** When the building was last paged, and by whom; null where it was not, or where a screen that is nobody's said so. */
  readonly pagedAt: Instant | null
  readonly pagedBy: string | null
}

/** One's own line, and one's wards'. */
export type SignedSection = {
  readonly own: SignLine | null
  readonly wards: readonly {
    readonly person: PersonId
    readonly name: string
    readonly sign: SignLine | null
  }[]
}

export type HeadCountSection = { readonly company: number; readonly visitors: number }

export function rollSection({ show }: Plan): RollSection {
  return {
    people: show.people.map((person) => ({
      id: person.id,
      name: person.name,
      group: groupOf(show, person),
      expected: isExpected(show, person.id),
    })),
  }
}

/** `half`: when the half was called. */
export function attendanceSection(
  { show }: Plan,
  state: AttendanceState,
  half: Instant | null,
): AttendanceSection {
  const status = (person: PersonId) =>
    statusOf(state.people.find((one) => one.person === person)?.marks ?? [])
  return {
    people: state.people.flatMap(({ person, marks }) => {
      const line = signLine(show, marks)
      return line ? [{ person, ...line }] : []
    }),
    visitors: state.visitors.flatMap(({ visitor, name, host, marks }) => {
      const line = signLine(show, marks)
      return line ? [{ visitor, name, host: host && nameOf(show, host), ...line }] : []
    }),
    places: show.venue.places.map(({ id, name }) => ({ id, name })),
    sweeps: state.sweeps.map(({ place, by, at }) => ({ place, by: nameOf(show, by) ?? 'somebody', at })),
    remaining: remaining(state).length,
    children: show.people
      .filter(({ minor }) => minor === true)
      .map(({ id, chaperone }) => ({
        person: id,
        chaperone: chaperone === undefined ? null : nameOf(show, chaperone),
        chaperoneIn: chaperone !== undefined && status(chaperone) === 'in',
      })),
    helps: helpWanted(state).map(({ person, at }) => ({ person, name: nameOf(show, person) ?? '', at })),
    arrivals: half === null ? null : arrivalsSection(show, state, half),
  }
}

/** `withWards`: for whoever looks after children. */
export function signedSection(
  { show }: Plan,
  state: AttendanceState,
  person: PersonId,
  withWards: boolean,
): SignedSection {
  const lineOf = (one: PersonId) =>
    signLine(show, state.people.find((known) => known.person === one)?.marks ?? [])
  const wards = withWards ? show.people.filter((one) => one.chaperone === person) : []
  return {
    own: lineOf(person),
    wards: wards.map(({ id, name }) => ({ person: id, name, sign: lineOf(id) })),
  }
}

export function headCountSection({ people, visitors }: AttendanceState): HeadCountSection {
  const inside = (all: readonly { readonly marks: readonly Mark[] }[]) =>
    all.filter(({ marks }) => statusOf(marks) === 'in').length
  return { company: inside(people), visitors: inside(visitors) }
}

function arrivalsSection(show: Show, state: AttendanceState, half: Instant): ArrivalsSection {
  const steps = state.arrivals ?? []
  const paged = steps.findLast(({ step }) => step === 'paged')
  const people = show.people.flatMap(({ id, name }) => {
    const marks = state.people.find((one) => one.person === id)?.marks ?? []
    const status = statusOf(marks)
    const last = marks.at(-1)
    if (!isExpected(show, id) || (status !== null && status !== 'later')) return []
    const done = personalSteps.flatMap((step) => {
      const newest = steps.findLast((one) => one.step === step && one.person === id)
      return newest ? [{ step, at: newest.at, by: nameOf(show, newest.by) }] : []
    })
    const comesAt = last?.sign === 'announced' ? last.until : null
    return [{ person: id, name, comesAt, done }]
  })
  const pagedBy = paged ? nameOf(show, paged.by) : null
  return { half, people, pagedAt: paged?.at ?? null, pagedBy }
}

const announced = ({ until, minutes }: Extract<Mark, { sign: 'announced' }>) => ({
  ...(until === null ? {} : { until }),
  ...(minutes === null ? {} : { minutes }),
})

function signLine(show: Show, marks: readonly Mark[]): SignLine | null {
  const last = marks.at(-1)
  const status = statusOf(marks)
  if (!last || !status) return null
  return {
    status,
    backAt: last.sign === 'away' ? last.backAt : null,
    ...(last.sign === 'announced' ? announced(last) : {}),
    evidence: evidenceLine(show, last),
    firstAt: marks.find(({ sign }) => sign === 'in' || sign === 'stayed')?.saidAt ?? null,
  }
}

function evidenceLine(show: Show, mark: Mark): EvidenceLine {
  const kind = evidenceOf(mark)
  const witness = mark.sign === 'accounted' || mark.sign === 'stayed' ? mark.witness : mark.by
  const place = 'place' in mark ? mark.place : null
  // On their own phone it is their own word: the kind says so, and no name need.
  const by = kind === 'phone' ? null : nameOf(show, witness)
  return {
    kind,
    grade: worthOf[kind].grade,
    at: mark.saidAt,
    by,
    place: show.venue.places.find(({ id }) => id === place)?.name ?? null,
    words: mark.sign === 'accounted' && mark.words !== '' ? mark.words : null,
  }
}

/** A person's; a screen that is nobody's has none. */
const nameOf = (show: Show, id: string): string | null =>
  show.people.find((one) => one.id === id)?.name ?? null
