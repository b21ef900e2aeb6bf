// The roll and the closing sheet: every name of the company once, with room for a pencil.

import { remaining, statusOf } from '../../attendance/state.ts'
import type { Instant } from '../../kit/time.ts'
import type { Engagement, EngagementKind, Person, Show } from '../../show/show.ts'
import { type Block, type Column, clockIn, pencil, type Sheet, type SheetContext } from './sheet.ts'

/** Visitors are written in by hand: nobody knows beforehand who comes. */
const VISITOR_LINES = 8

type Group = { readonly heading: string; readonly kinds: readonly EngagementKind[] }

const groups: readonly Group[] = [
  { heading: 'Cast', kinds: ['principal', 'ensemble', 'swing', 'standby', 'alternate', 'understudy'] },
  { heading: 'Stage management', kinds: ['stage management'] },
  { heading: 'Crew, operators and dressers', kinds: ['crew', 'operator', 'dresser'] },
  { heading: 'Music', kinds: ['music'] },
  { heading: 'Front of house and management', kinds: ['front of house', 'management', 'creative'] },
]
const CHILDREN = 'Children and chaperones'
const OTHERS = 'Company'

type Named = { readonly heading: string; readonly people: readonly Person[] }

/** With the times that are in the record already; the pencil does the rest. */
export function rollSheet({ show, attendance, country, timeZone }: SheetContext): Sheet {
  const clock = (at: Instant | null) => (at === null ? '' : clockIn(country)(at, timeZone, false))
  const signed = ({ id }: Person): readonly string[] => {
    const marks = attendance?.people.find((one) => one.person === id)?.marks ?? []
    const first = marks.find(({ sign }) => sign === 'in' || sign === 'stayed')
    const last = marks.at(-1)
    return [
      clock(first?.saidAt ?? null),
      '',
      clock(last && ['gone', 'sent home'].includes(statusOf(marks) ?? '') ? last.saidAt : null),
    ]
  }
  return {
    id: 'roll',
    name: 'Roll',
    large: false,
    blocks: [
      words('Everybody signs in for themself. Being signed in is not being seen.'),
      ...named(show).map(({ heading, people }) => table(heading, rollColumns, show, people, signed)),
      ...(show.people.length === 0 ? [nobody] : []),
      visitors(['In', 'Initials', 'Out']),
    ],
  }
}

/** On paper a name is home once somebody who saw them go has ticked it. */
export function closingSheet(context: SheetContext): Sheet {
  return {
    id: 'closing',
    name: 'Closing sheet',
    large: false,
    blocks: [
      words(
        'Tick a name when you have seen them leave, or say who knows where they are. The night is closed when no line is empty.',
      ),
      ...toSeeOut(context),
      visitors(['Seen out', 'By', 'At']),
      sweep(context.show),
    ],
  }
}

/** Those who are left, once anybody signed in at all; without a record that is everybody. */
function toSeeOut({ show, attendance }: SheetContext): readonly Block[] {
  const some = attendance?.people.some(({ marks }) => marks.length > 0) ?? false
  if (!attendance || !some)
    return show.people.length === 0
      ? [nobody]
      : named(show).map(({ heading, people }) => table(heading, closingColumns, show, people))
  const left = remaining(attendance)
  const people = show.people.filter(({ id }) => left.some((one) => 'person' in one && one.person === id))
  const visiting = attendance.visitors.filter(({ visitor }) =>
    left.some((one) => 'visitor' in one && one.visitor === visitor),
  )
  const rows = [
    ...people.map((person) => [nameOf(person), asWhat(show, person)]),
    ...visiting.map(({ name }) => [name ?? 'A visitor', 'Visitor']),
  ]
  return [
    {
      kind: 'table',
      heading: 'Signed in, and not yet seen out',
      columns: closingColumns,
      rows,
      none: 'Nobody: everybody who signed in is signed out, seen out or accounted for.',
    },
  ]
}

const words = (line: string): Block => ({ kind: 'words', heading: '', lines: [line] })
const nobody = words('This show has no names yet. They are added under the company of the show.')

const rollColumns: readonly Column[] = [
  { head: 'Name', width: 30 },
  { head: 'As', width: 30 },
  pencil('In', 10),
  pencil('Initials', 11),
  pencil('Out', 10),
]
const closingColumns: readonly Column[] = [
  { head: 'Name', width: 26 },
  { head: 'As', width: 24 },
  pencil('Seen out', 11),
  pencil('By', 13),
  pencil('Where they are, who says so', 26),
]

const table = (
  heading: string,
  columns: readonly Column[],
  show: Show,
  people: readonly Person[],
  more: (person: Person) => readonly string[] = () => [],
): Block => ({
  kind: 'table',
  heading,
  columns,
  rows: people.map((person) => [nameOf(person), asWhat(show, person), ...more(person)]),
  none: '',
})

const visitors = (heads: readonly [string, string, string]): Block => ({
  kind: 'table',
  heading: 'Visitors',
  columns: [pencil('Name', 34), pencil('To see', 24), ...heads.map((head) => pencil(head, 14))],
  rows: Array.from({ length: VISITOR_LINES }, () => []),
  none: '',
})

function sweep({ venue }: Show): Block {
  const zones = [...new Set(venue.places.map(({ zone, name }) => zone ?? name))]
  return {
    kind: 'table',
    heading: 'Last sweep',
    columns: [{ head: 'Where', width: 46 }, pencil('Swept by', 30), pencil('At', 24)],
    rows: (zones.length === 0 ? ['The whole building'] : zones).map((zone) => [zone]),
    none: '',
  }
}

/** Each person stands once: as a child before anything else, then as what they are engaged for. */
export function named(show: Show): readonly Named[] {
  const heading = (person: Person): string => {
    const kinds = engagementsOf(show, person).map(({ kind }) => kind)
    if (person.minor === true || kinds.includes('child') || kinds.includes('chaperone')) return CHILDREN
    return groups.find((group) => group.kinds.some((kind) => kinds.includes(kind)))?.heading ?? OTHERS
  }
  return [...groups.map((group) => group.heading), OTHERS, CHILDREN]
    .map((one) => ({
      heading: one,
      people: show.people
        .filter((person) => heading(person) === one)
        .toSorted((a, b) => compareNames(a.name, b.name)),
    }))
    .filter(({ people }) => people.length > 0)
}

const engagementsOf = ({ engagements }: Show, { id }: Person): readonly Engagement[] =>
  engagements.filter((one) => one.person === id)

/** By code units: the same order on every machine. */
export const compareNames = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const nameOf = ({ name, callName }: Person): string =>
  name === callName || name.includes(callName) ? name : `${name} (${callName})`

/** What somebody is here: their title, their part or their department. */
export function asWhat(show: Show, person: Person): string {
  const titles = engagementsOf(show, person).flatMap(({ title, department, kind }) => [
    title ?? show.departments.find((one) => one.id === department)?.name ?? kind,
  ])
  const parts = show.tracks
    .filter(({ owner }) => owner === person.id)
    .flatMap(({ roles, title }) => {
      const names = (roles ?? []).flatMap((role) => show.roles.find((one) => one.id === role)?.name ?? [])
      return names.length > 0 ? names : [title]
    })
  return [...new Set(parts.length > 0 && person.minor !== true ? parts : titles)].join(', ')
}
