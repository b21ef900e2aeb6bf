// Every list of a show that is saved for a spreadsheet.

import type { Show } from '../../core/show/show.ts'
import { coversTable, entrancesTable, tracksTable } from '../../formats/sheet/plot-tables.ts'
import { type Table, tableOf } from '../../formats/sheet/tables.ts'
import { coverRows } from './cover-rows.ts'
import { entranceLines, trackLines } from './plot-lines.ts'

export const showTableNames = ['cues', 'rundown', 'tracks', 'entrances', 'covers'] as const

export function showTable(show: Show, name: (typeof showTableNames)[number]): Table {
  if (name === 'tracks') return tracksTable(trackLines(show))
  if (name === 'entrances') return entrancesTable(entranceLines(show))
  return name === 'covers' ? coversTable(coverRows(show)) : tableOf(show, name)
}
