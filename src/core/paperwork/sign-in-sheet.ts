// The sign-in sheet and the closing list, as they are printed: a line and an empty column for each.

import type { EvidenceKind } from '../attendance/evidence.ts'
import { groupOf, isExpected } from '../attendance/expected.ts'
import { type AttendanceState, evidenceOf, type Mark, statusOf } from '../attendance/state.ts'
import type { CallingState } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import type { EngagementKind, Show } from '../show/show.ts'

/** The last that is known of somebody, in the words of the record. */
export type SheetMark = {
  readonly sign: Mark['sign']
  readonly kind: EvidenceKind
  readonly at: Instant
  readonly backAt: Instant | null
  readonly by: string | null
  readonly place: string | null
  readonly words: string | null
}

export type SheetRow = {
  readonly name: string
  readonly expected: boolean
  /** Who looks after a child. */
  readonly chaperone: string | null
  readonly inAt: Instant | null
  readonly outAt: Instant | null
  readonly last: SheetMark | null
}

export type SignInSheet = {
  readonly title: string
  readonly venue: string
  readonly number: number
  readonly curtainAt: Instant
  readonly closedAt: Instant | null
  readonly timeZone: string
  readonly country: Show['country']
  readonly groups: readonly { readonly kind: EngagementKind | null; readonly rows: readonly SheetRow[] }[]
  readonly visitors: readonly (SheetRow & { readonly number: number; readonly host: string | null })[]
  readonly sweeps: readonly {
    readonly place: string
    readonly by: string | null
    readonly at: Instant | null
  }[]
  /** Who keeps the night open, each with a line to tick. */
  readonly remaining: readonly { readonly name: string; readonly last: SheetMark }[]
}

/** As they stand on the sheet: those who perform, those who look after them, those who work the show, the others. */
const groupOrder: readonly (EngagementKind | null)[] = [
  ...(['principal', 'ensemble', 'swing', 'standby', 'alternate', 'understudy'] as const),
  ...(['child', 'chaperone', 'music', 'stage management', 'crew', 'operator', 'dresser'] as const),
  null,
  ...(['front of house', 'creative', 'management'] as const),
]

const VISITOR_NAME_ERASED = 'A visitor'

/** Null while no performance is open. */
export function signInSheet(
  show: Show,
  { opened, closedAt }: CallingState,
  state: AttendanceState,
): SignInSheet | null {
  if (!opened) return null
  const rows = show.people.map((person) => {
    const marks = state.people.find((one) => one.person === person.id)?.marks ?? []
    const chaperone = person.chaperone === undefined ? null : nameOf(show, person.chaperone)
    const row = { name: person.name, expected: isExpected(show, person.id), chaperone }
    return { kind: groupOf(show, person), row: { ...row, ...timesOf(show, marks) } }
  })
  const visitors = state.visitors
    .filter(({ marks }) => marks.length > 0)
    .map(({ visitor, name, host, marks }) => ({
      number: visitor,
      name: name ?? VISITOR_NAME_ERASED,
      host: host && nameOf(show, host),
      expected: false,
      chaperone: null,
      ...timesOf(show, marks),
    }))
  const all = [...rows.map(({ row }) => row), ...visitors]
  return {
    title: show.title,
    venue: show.venue.name,
    number: opened.number,
    curtainAt: opened.curtainAt,
    closedAt,
    timeZone: opened.timeZone,
    country: opened.country,
    groups: groupOrder
      .map((kind) => ({ kind, rows: rows.filter((one) => one.kind === kind).map(({ row }) => row) }))
      .filter((group) => group.rows.length > 0),
    visitors,
    sweeps: sweepsOf(show, state),
    remaining: all.flatMap(({ name, last }) => (last && isHere(last) ? [{ name, last }] : [])),
  }
}

const isHere = ({ sign }: SheetMark): boolean => sign === 'in' || sign === 'away' || sign === 'stayed'

const nameOf = (show: Show, id: string): string | null =>
  show.people.find((one) => one.id === id)?.name ?? null

/** Gone, or sent home: an hour to write down; who is on call or does not come has none. */
const hasGone = (marks: readonly Mark[]): boolean => {
  const status = statusOf(marks)
  return status === 'gone' || status === 'sent home'
}

function timesOf(show: Show, marks: readonly Mark[]): Pick<SheetRow, 'inAt' | 'outAt' | 'last'> {
  const last = marks.at(-1)
  const first = marks.find(({ sign }) => sign === 'in' || sign === 'stayed')
  return {
    inAt: first?.saidAt ?? null,
    outAt: last && hasGone(marks) ? last.saidAt : null,
    last: last ? sheetMark(show, last) : null,
  }
}

function sheetMark(show: Show, mark: Mark): SheetMark {
  const accounted = mark.sign === 'accounted'
  const witness = accounted || mark.sign === 'stayed' ? mark.witness : mark.by
  const place = 'place' in mark ? mark.place : null
  return {
    sign: mark.sign,
    kind: evidenceOf(mark),
    at: mark.saidAt,
    backAt: mark.sign === 'away' ? mark.backAt : null,
    by: nameOf(show, witness),
    place: show.venue.places.find(({ id }) => id === place)?.name ?? null,
    words: accounted && mark.words !== '' ? mark.words : null,
  }
}

/** Every place of the venue, swept or not, and the whole building where somebody said so. */
function sweepsOf(show: Show, { sweeps }: AttendanceState): SignInSheet['sweeps'] {
  const whole = sweeps.find(({ place }) => place === null)
  return [
    ...(whole ? [{ place: 'The whole building', by: nameOf(show, whole.by), at: whole.at }] : []),
    ...show.venue.places.map(({ id, name }) => {
      const swept = sweeps.find(({ place }) => place === id)
      return { place: name, by: swept ? nameOf(show, swept.by) : null, at: swept?.at ?? null }
    }),
  ]
}
