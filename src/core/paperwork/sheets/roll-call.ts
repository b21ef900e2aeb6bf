// The list for when everybody must leave, printed at the half: every name once, a column for each assembly point, room for the pencil.

import { statusOf } from '../../attendance/state.ts'
import type { Instant } from '../../kit/time.ts'
import { noSafety } from '../../show/safety.ts'
import type { Person, Show } from '../../show/show.ts'
import { asWhat, named, nameOf } from './roll.ts'
import { type Block, type Column, clockIn, pencil, type Sheet, type SheetContext } from './sheet.ts'

/** More columns than this are too narrow to be written in; people at the others write the name of theirs. */
export const POINT_COLUMNS_MAX = 4
const VISITOR_LINES = 10
const POINTS_SHARE = 44

export function rollCallSheet(context: SheetContext): Sheet {
  const { show } = context
  const points = (show.venue.safety ?? noSafety).points.map(({ place }) => place)
  return {
    id: 'roll-call',
    name: 'Roll call list',
    large: false,
    blocks: [
      words([
        'Write your initials under the point at which you see somebody with your own eyes. A telephone, a sweep or somebody’s word is not seen.',
        ...pointsSaid(points),
      ]),
      ...named(show).map(({ heading, people }) => names(context, { heading, people, points })),
      ...(show.people.length === 0
        ? [words(['This show has no names yet. They are added under the company of the show.'])]
        : []),
      {
        kind: 'table',
        heading: 'Visitors, and whoever is on no list',
        columns: [pencil('Name', 30), pencil('With whom', 18), ...pointColumns(points), pencil('Needs', 8)],
        rows: Array.from({ length: VISITOR_LINES }, () => []),
        none: '',
      },
      reconciliation(context),
      sweep(show),
    ],
  }
}

function pointsSaid(points: readonly string[]): readonly string[] {
  if (points.length === 0)
    return [
      'No assembly point is written down: write the place at the head of each column. It is set under Help of the show.',
    ]
  const more = points.slice(POINT_COLUMNS_MAX)
  return more.length === 0 ? [] : [`Further points, written in by hand: ${more.join(', ')}.`]
}

function pointColumns(points: readonly string[]): readonly Column[] {
  const heads = points.length === 0 ? ['Seen at', 'Seen at'] : points.slice(0, POINT_COLUMNS_MAX)
  return heads.map((head) => pencil(head, POINTS_SHARE / heads.length))
}

/** In: the time at which they signed, where that is in the record already. Nobody's lateness: the time and nothing beside it. */
function names(
  { show, attendance, country, timeZone }: SheetContext,
  {
    heading,
    people,
    points,
  }: { readonly heading: string; readonly people: readonly Person[]; readonly points: readonly string[] },
): Block {
  const clock = (at: Instant) => clockIn(country)(at, timeZone, false)
  const signed = ({ id }: Person): string => {
    const marks = attendance?.people.find((one) => one.person === id)?.marks ?? []
    const status = statusOf(marks)
    const last = marks.findLast(({ sign }) => sign === 'in' || sign === 'stayed')
    return last && (status === 'in' || status === 'away') ? clock(last.saidAt) : ''
  }
  return {
    kind: 'table',
    heading,
    columns: [
      { head: 'Name', width: 28 },
      { head: 'As', width: 16 },
      pencil('In', 8),
      ...pointColumns(points),
      pencil('Needs', 8),
    ],
    rows: people.map((person) => [nameOf(person), asWhat(show, person), signed(person)]),
    none: '',
  }
}

/** The public is counted by front of house; nobody of it is on the list, and the count takes nobody off it. */
function reconciliation({ audience }: SheetContext): Block {
  return {
    kind: 'table',
    heading: 'Front of house’s count',
    columns: [
      { head: 'The public', width: 46 },
      pencil('How many', 18),
      pencil('Who counted', 22),
      pencil('At', 14),
    ],
    rows: [
      ['Counted in', audience === null ? '' : `${audience}`],
      ['Counted outside, first point'],
      ['Counted outside, other points'],
      ['Difference: tell whoever is in charge'],
    ],
    none: '',
  }
}

function sweep({ venue }: Show): Block {
  const zones = [...new Set(venue.places.map(({ zone, name }) => zone ?? name))]
  return {
    kind: 'table',
    heading: 'Swept, and nobody found (that is not seen)',
    columns: [{ head: 'Where', width: 46 }, pencil('Swept by', 30), pencil('At', 24)],
    rows: (zones.length === 0 ? ['The whole building'] : zones).map((zone) => [zone]),
    none: '',
  }
}

const words = (lines: readonly string[]): Block => ({ kind: 'words', heading: '', lines })
