// Every table of the show by its name, and what is asked of one.

import type { Result } from '../../kit/result.ts'
import type { Show } from '../../show/show.ts'
import { allOf, type Cells, type EditNamed, type Laid, type TableName } from '../edit.ts'
import { callsTable } from './calls.ts'
import { changesTable } from './changes.ts'
import { companyTable } from './company.ts'
import { handOffsTable } from './hand-offs.ts'
import { micsTable } from './mics.ts'
import { presetsTable } from './presets.ts'
import { isIn, layTable, noSuchRow, removeFrom, type TableLine, type TableRules } from './table.ts'

const tables: Readonly<Record<TableName, TableRules>> = {
  changes: changesTable,
  'hand-offs': handOffsTable,
  presets: presetsTable,
  mics: micsTable,
  calls: callsTable,
  company: companyTable,
}

export const linesOf = (show: Show, name: TableName): readonly TableLine[] => tables[name].lines(show)

export const layRows = (show: Show, name: TableName, rows: readonly Cells[]): Laid =>
  layTable(show, tables[name], null, rows)

export function putRows(show: Show, { table, row, rows }: EditNamed<'table.put'>): Result<Show> {
  const rules = tables[table]
  if (row !== null && !isIn(show, rules, row)) return noSuchRow
  return allOf(layTable(show, rules, row, rows), rows.length)
}

export const removeRow = (show: Show, { table, row }: EditNamed<'table.remove'>): Result<Show> =>
  removeFrom(show, tables[table], row)
