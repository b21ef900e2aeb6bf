// Every list of a show that is saved for a spreadsheet.

import { tableNames } from '../../core/editing/edit.ts'
import { linesOf } from '../../core/editing/tables/tables.ts'
import type { Show } from '../../core/show/show.ts'
import { tableHeads } from '../../formats/paste/tables.ts'
import { coversTable, entrancesTable, tracksTable } from '../../formats/sheet/plot-tables.ts'
import { type Table, tableOf } from '../../formats/sheet/tables.ts'
import { coverRows } from './cover-rows.ts'
import { entranceLines, trackLines } from './plot-lines.ts'

export const showTableNames = [
  ...(['cues', 'rundown', 'tracks', 'entrances', 'covers'] as const),
  ...tableNames,
] as const
type ShowTable = (typeof showTableNames)[number]

export function showTable(show: Show, name: ShowTable): Table {
  const own = tableNames.find((one) => one === name)
  if (own !== undefined) return ownTable(show, own)
  if (name === 'tracks') return tracksTable(trackLines(show))
  if (name === 'entrances') return entrancesTable(entranceLines(show))
  if (name === 'covers') return coversTable(coverRows(show))
  return tableOf(show, name === 'rundown' ? name : 'cues')
}

const sheetNames = {
  changes: 'Changes',
  'hand-offs': 'Hand-offs',
  presets: 'Presets',
  mics: 'Microphones',
  calls: 'Calls',
  company: 'Company',
} as const

const everySheet: Readonly<Record<string, string>> = {
  ...{ cues: 'Cues', rundown: 'Running order', tracks: 'Tracks' },
  ...{ entrances: 'On and off', covers: 'Who can cover' },
  ...sheetNames,
}

/** What the sheet of a list is called in a workbook that is saved here; empty where there is no such list. */
export const sheetNameOf = (list: string): string =>
  Object.hasOwn(everySheet, list) ? (everySheet[list] ?? '') : ''

function ownTable(show: Show, name: keyof typeof sheetNames): Table {
  const heads = tableHeads[name]
  const rows = linesOf(show, name).map(({ cells }) => heads.map(([column]) => cells[column] ?? ''))
  return { name: sheetNames[name], rows: [heads.map(([, heading]) => heading), ...rows] }
}
