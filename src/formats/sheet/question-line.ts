// A question about a list with its place as a spreadsheet names it.

import type { SheetQuestion } from './events.ts'
import { columnName } from './sheets.ts'

/** “Sheet “Lights”, D12: …”; the row alone where the whole of it is meant. */
export function questionLine({ sheet, line, column, message }: SheetQuestion): string {
  const place = column > 1 ? `${columnName(column)}${line}` : `row ${line}`
  return sheet === '' ? `${place}: ${message}` : `Sheet “${sheet}”, ${place}: ${message}`
}
