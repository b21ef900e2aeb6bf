// A department's run sheet as it is printed: the same rows as on its screen, with a column for the pencil.

import type { Department } from '../../show/show.ts'
import { type RunRow, runSheet } from '../run-sheet.ts'
import { type Block, type Column, clockIn, pencil, type Sheet, type SheetContext } from './sheet.ts'

/** Null where nothing is plotted for the department: an empty page is no sheet. */
export function printedRunSheet(context: SheetContext, department: Department): Sheet | null {
  const { show, plan, expected, calling, country, timeZone } = context
  const clock = clockIn(country)
  const number = calling.opened?.number ?? 0
  const sheet = runSheet(show, plan, department.id, expected && { number, expected })
  if (!sheet || sheet.rows.length + sheet.presets.length === 0) return null
  return {
    id: `run:${department.id}`,
    name: `Run sheet · ${department.name}`,
    large: false,
    blocks: [
      ...(sheet.presets.length > 0 ? [presets(sheet.presets)] : []),
      running(sheet.rows, (row) => (row.expected === null ? '' : clock(row.expected, timeZone))),
    ],
  }
}

const presets = (
  all: readonly { readonly what: string; readonly place: string; readonly before: string }[],
): Block => ({
  kind: 'table',
  heading: 'Preset',
  columns: [
    pencil('Set', 8),
    { head: 'What', width: 42 },
    { head: 'Where', width: 20 },
    { head: 'Before', width: 30 },
  ],
  rows: all.map(({ what, place, before }) => ['', what, place, before]),
  none: '',
})

type Told = Column & { readonly of: (row: RunRow) => string }

const told = (time: (row: RunRow) => string): readonly Told[] => [
  { head: 'Time', width: 10, of: time },
  { head: 'Item', width: 14, of: ({ item }) => item },
  { head: 'Cue', width: 9, of: ({ cue }) => cue },
  { head: 'On', width: 18, of: ({ line }) => line },
  { head: 'What', width: 22, of: ({ what }) => what },
  { head: 'From → to', width: 10, of: where },
  { head: 'Who', width: 11, of: ({ who }) => who },
  { head: 'Notes', width: 11, of: ({ notes }) => notes },
]

/** From where to where, in one column: on paper each takes its room from what is to be done. */
function where({ from, to }: RunRow): string {
  return [...new Set([from, to])].filter((place) => place !== '').join(' → ')
}

/** A column in which nobody has anything takes no room on the paper. */
function running(rows: readonly RunRow[], time: (row: RunRow) => string): Block {
  const used = told(time).filter(({ of }) => rows.some((row) => of(row) !== ''))
  return {
    kind: 'table',
    heading: 'Running',
    columns: [...used.map(({ head, width }) => ({ head, width })), pencil('Pencil', 14)],
    rows: rows.map((row) => used.map(({ of }) => of(row))),
    none: 'Nothing is plotted for this department.',
  }
}
