// Lists as they come, whatever file they are in: sheets of rows, each cell with its place.

import type { Finding } from '../finding.ts'
import type { Row } from '../paste/table.ts'

export type Sheet = {
  /** Empty where a file has one list without a name. */
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly Row[]
  /** Cells that were not read as they stand. */
  readonly notes: readonly Finding[]
}

export type Sheets =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

/** As workbooks call a column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let [name, rest] = ['', column]
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
    rest = Math.floor((rest - 1) / 26)
  }
  return name
}
