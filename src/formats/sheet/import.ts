// A list as it is kept (a workbook, a table in text) into a proposed show: which sheet, which row is the head, what the rows say.

import type { Show } from '../../core/show/show.ts'
import { isCopyMark } from '../copy-mark.ts'
import { bounded, type Finding, withoutMark } from '../finding.ts'
import { type Row, readTable } from '../paste/table.ts'
import { readWritten } from '../show-file/read.ts'
import { writeShowFile } from '../show-file/write.ts'
import { type Head, headIn, headsAmong, type ListKind, type Meaning } from './columns.ts'
import { unescapedCell } from './escape.ts'
import type { SheetEvent, SheetQuestion } from './events.ts'
import { proposeSheet } from './propose.ts'
import { readRows } from './read-rows.ts'
import type { Sheet, Sheets } from './sheets.ts'

/** What somebody says of a list where it is not clear by itself. */
export type SheetAsked = {
  readonly sheet?: string | undefined
  /** The row that says what the columns are, as the spreadsheet counts it. */
  readonly head?: number | undefined
  readonly as?: ListKind | undefined
}

export type SheetImport =
  | {
      readonly ok: true
      readonly kind: ListKind
      readonly sheet: string
      readonly head: number
      readonly columns: readonly Meaning[]
      readonly events: readonly SheetEvent[]
      readonly questions: readonly SheetQuestion[]
      readonly show: Show
    }
  | {
      readonly ok: false
      readonly errors: readonly Finding[]
      /** Where it is not clear which row is the head: the first of them, for a person to point at one. */
      readonly rows?: readonly TopRow[]
    }

export type TopRow = { readonly sheet: string; readonly line: number; readonly text: string }

/** What is shown of a list whose head is not clear; below that a number is typed. */
export const TOP_ROWS_SHOWN = 12
const TOP_TEXT_MAX = 120

/** The rows of several words, which a head is; as the spreadsheet counts them. */
const topOf = (sheets: readonly Sheet[]): readonly TopRow[] =>
  sheets
    .flatMap(({ name, rows }) => rows.map((row) => ({ ...row, sheet: name })))
    .map(({ line, cells, sheet }) => ({ line, sheet, full: cells.filter((cell) => cell !== '') }))
    .filter(({ full }) => full.length > 1)
    .slice(0, TOP_ROWS_SHOWN)
    .map(({ line, sheet, full }) => ({
      line,
      sheet,
      text: full
        .join(' · ')
        .slice(0, TOP_TEXT_MAX)
        .replace(/[\uD800-\uDBFF]$/, ''),
    }))

const pointed = (answer: SheetImport, sheets: readonly Sheet[]): SheetImport =>
  answer.ok ? answer : { ...answer, rows: topOf(sheets) }

const wrong = (message: string, line = 1): SheetImport => ({
  ok: false,
  errors: [{ line, column: 1, message }],
})

/** Rows out of commas, semicolons or tabs, with what an export of ours escaped as it was. */
export function readTextSheet(text: string): Sheets {
  const table = readTable(withoutMark(text))
  if (!table.ok) return table
  const rows = table.rows.map(({ line, cells }) => ({ line, cells: cells.map(unescapedCell) }))
  return { ok: true, sheets: [{ name: '', isHidden: false, rows, notes: [] }] }
}

/** `name` is the file's own: the title. */
export function importSheet(read: Sheets, name: string, asking: SheetAsked): SheetImport {
  if (!read.ok) return read
  // Which copy a list of ours is, is no row of it.
  const sheets = read.sheets.map((one) => ({
    ...one,
    rows: one.rows.filter(({ cells }) => !isCopyMark(cells)),
  }))
  const chosen = choose(sheets, asking)
  if ('ok' in chosen) return chosen
  const { sheet, head, others } = chosen
  const body = sheet.rows.filter((row) => row.line > head.row.line && !isSame(row, head.row))
  const told = readRows(body, head, sheet.name)
  // Perhaps the head is another row: they stand there to be pointed at again.
  if (told.events.length === 0) return pointed(wrong(nothingUnder(body), head.row.line), sheets)
  const noted = sheet.notes.map((note): SheetQuestion => ({ ...note, sheet: sheet.name, kind: 'file' }))
  const { row, meanings, kind } = head
  const asked = [...left(others, sheet), ...unread(head, sheet), ...noted, ...told.questions]
  return listed(told.events, asked, { kind, sheet: sheet.name, head: row.line, columns: meanings, name })
}

const nothingUnder = (body: readonly unknown[]): string =>
  body.length === 0
    ? 'There is nothing under the head of this list.'
    : 'Nothing under the head of this list could be read: perhaps another row is its head.'

type Found = {
  readonly kind: ListKind
  readonly sheet: string
  readonly head: number
  readonly columns: readonly Meaning[]
  /** The file's own: the title. */
  readonly name: string
}

/** What a list says, whatever its file: the show it proposes, held to the rules of every show. */
export function listed(
  events: readonly SheetEvent[],
  asked: readonly SheetQuestion[],
  { name, ...found }: Found,
): SheetImport {
  const proposed = proposeSheet(events, name, found.sheet)
  // What is proposed is held to the same rules as what people write, and comes out as it will be opened again.
  const again = readWritten(writeShowFile(proposed.show))
  if (!again.ok) return wrong(`The list does not fit into a show: ${again.errors[0]?.message ?? ''}`)
  const questions = bounded([...asked, ...proposed.questions])
  return { ok: true, ...found, events, questions, show: again.show }
}

type Chosen = { readonly sheet: Sheet; readonly head: Head; readonly others: readonly Sheet[] }

function choose(sheets: readonly Sheet[], { sheet: named, head, as }: SheetAsked): Chosen | SheetImport {
  const full = sheets.filter(({ rows }) => rows.length > 0)
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  const among =
    named === undefined ? full.filter(({ isHidden }) => !isHidden) : full.filter(({ name }) => name === named)
  if (among.length === 0)
    return wrong(
      named === undefined
        ? 'There is nothing in this list.'
        : `There is no sheet “${named}” with anything in it, only ${names}.`,
    )
  const found = among.flatMap((sheet) => heads(sheet, head, as ?? null).map((one) => ({ sheet, head: one })))
  const [first] = found
  if (!first) return pointed(noHead(among, head), among)
  const own = found.filter(({ sheet }) => sheet === first.sheet)
  if (own.length > 1 && !own.every(({ head: one }) => isSame(one.row, first.head.row)))
    return pointed(
      wrong(
        `Rows ${own.map((one) => one.head.row.line).join(' and ')} may each say what the columns are; name one of them as the head.`,
        first.head.row.line,
      ),
      [first.sheet],
    )
  const others = [...new Set(found.map(({ sheet }) => sheet))].filter((sheet) => sheet !== first.sheet)
  return { ...first, others }
}

/** Printed again at the top of each page, it is the same head. */
const isSame = (one: Row, other: Row): boolean => one.cells.join('\t') === other.cells.join('\t')

function heads({ rows }: Sheet, head: number | undefined, as: ListKind | null): readonly Head[] {
  if (head === undefined) return headsAmong(rows, as)
  const row = rows.find(({ line }) => line === head)
  const found = row && headIn(row, as)
  return found ? [found] : []
}

function noHead([first]: readonly Sheet[], head: number | undefined): SheetImport {
  const where = first && first.name !== '' ? ` of “${first.name}”` : ''
  if (head !== undefined)
    return wrong(
      `Row ${head}${where} does not say what the columns are; name another, or say what kind of list this is.`,
      head,
    )
  return wrong(
    `No row${where} says what its columns are: Number, Department, Title, Line, Scene, Page for cues; Title and Length for a rundown; Who and What for a running sheet. Name the row that does.`,
    first?.rows[0]?.line ?? 1,
  )
}

/** Said, never passed over in silence. */
const left = (others: readonly Sheet[], { name }: Sheet): readonly SheetQuestion[] =>
  others.length === 0
    ? []
    : [
        {
          ...{ line: 1, column: 1, sheet: name, kind: 'file' },
          message: `This sheet was read; ${others.map((other) => `“${other.name}”`).join(', ')} may be a list too, and can be read by itself.`,
        },
      ]

const unread = ({ row, meanings }: Head, { name, rows }: Sheet): readonly SheetQuestion[] => {
  const isUsed = (at: number) =>
    rows.some((each: Row) => each.line > row.line && (each.cells[at] ?? '') !== '')
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const unused = Array.from({ length: width }, (_, at) => at).filter(
    (at) => (meanings[at] ?? 'nothing') === 'nothing' && isUsed(at),
  )
  return unused.map((at) => ({
    ...{ line: row.line, column: at + 1, sheet: name, kind: 'file' as const },
    message: `The column “${row.cells[at] || columnWithoutName}” is not understood, and was left out.`,
  }))
}

const columnWithoutName = 'without a name'
