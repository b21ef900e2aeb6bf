// What was pasted or dropped, as rows of cells: from a spreadsheet, a CSV file, a mail, a list typed by hand.

import { CsvError, parse } from 'csv-parse/sync'
import { isCopyMark } from '../copy-mark.ts'
import { type Finding, withoutMark } from '../finding.ts'

export const PASTE_LENGTH_MAX = 1024 * 1024
export const PASTE_ROWS_MAX = 5_000
export const PASTE_CELLS_MAX = 50
export const CELL_LENGTH_MAX = 1_000

/** `line`: where it stands in what was pasted, from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

export type Table =
  | { readonly ok: true; readonly rows: readonly Row[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

const wrong = (line: number, message: string): Table => ({
  ok: false,
  errors: [{ line, column: 1, message }],
})

export function readTable(pasted: string): Table {
  const text = withoutMark(pasted)
  if (text.length > PASTE_LENGTH_MAX)
    return wrong(1, `This is longer than ${PASTE_LENGTH_MAX / 1024} kB: paste the part that is meant.`)
  const rows = separated(text)
  if (!('length' in rows)) return { ok: false, errors: [rows] }
  // What was saved here says in its last row which copy it is.
  const full = rows.filter(({ cells }) => cells.some((cell) => cell !== '') && !isCopyMark(cells))
  if (full.length > PASTE_ROWS_MAX)
    return wrong(full[PASTE_ROWS_MAX]?.line ?? 1, `At most ${PASTE_ROWS_MAX} rows can be taken at once.`)
  const wide = full.find(({ cells }) => cells.length > PASTE_CELLS_MAX)
  if (wide)
    return wrong(
      wide.line,
      `A row has at most ${PASTE_CELLS_MAX} columns; this one has ${wide.cells.length}.`,
    )
  const long = full.find(({ cells }) => cells.some((cell) => cell.length > CELL_LENGTH_MAX))
  if (long) return wrong(long.line, `A cell holds at most ${CELL_LENGTH_MAX} characters; one here is longer.`)
  return { ok: true, rows: full }
}

/** A tab never stands in a name; then what a spreadsheet saves; else each line is one cell. */
function delimiterOf(lines: readonly string[]): string | null {
  // What stands between quotation marks is a cell's own.
  const full = lines.filter((line) => line.trim() !== '').map((line) => line.replaceAll(/"[^"]*"/g, ''))
  const having = (mark: string) => full.filter((line) => line.includes(mark)).length
  if (having('\t') > 0) return '\t'
  if (having(';') > full.length / 2) return ';'
  return having(',') > full.length / 2 ? ',' : null
}

function separated(text: string): readonly Row[] | Finding {
  const lines = text.split(/\r\n?|\n/)
  const delimiter = delimiterOf(lines)
  if (delimiter === null) return lines.map((line, index) => ({ line: index + 1, cells: [clean(line)] }))
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      // A quotation mark inside a cell is somebody's nickname, not a mistake.
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: PASTE_CELLS_MAX * CELL_LENGTH_MAX,
    })
    // `as`: with `info` each record comes with its place, which the library's types do not say.
    const placed = records as unknown as readonly { record: string[]; info: { lines: number } }[]
    return placed.map(({ record, info }) => ({
      line: info.lines - breaksIn(record),
      cells: record.map(clean),
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as { readonly lines?: unknown }
    const line = typeof lines === 'number' ? lines : 1
    return { line, column: 1, message: 'A quotation mark is opened here and never closed.' }
  }
}

/** A row is told by the line it begins on. */
const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0)

/** No control characters, and one blank where a spreadsheet left several or a line break. */
const clean = (cell: string): string => cell.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
