// A file with a table, as it would have been pasted: what each page takes by pasting, it takes as a file too.

import { isArchive, openArchive, Unpacking } from '../archive/archive.ts'
import type { Finding } from '../finding.ts'
import { PASTE_LENGTH_MAX } from '../paste/table.ts'
import { unicodeIn } from '../text/letters.ts'
import { readTextSheet } from './import.ts'
import type { Sheet, Sheets } from './sheets.ts'
import { isWorkbook, readWorkbook } from './workbook.ts'

/** `text`: the same as letters; null where the bytes are none. */
export type TableFile = { readonly bytes: Uint8Array; readonly text: string | null }

/** `sheet`: the one that was read, empty where the file has one list without a name; `others`: what else is in it. */
export type AsPasted =
  | { readonly ok: true; readonly text: string; readonly sheet: string; readonly others: readonly string[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

const wrong = (message: string) => ({ ok: false, errors: [{ line: 1, column: 1, message }] }) as const

/** `wanted`: what the page’s own sheet is called; without one so called, the first that has rows. */
export function asPasted(file: TableFile, wanted: string): AsPasted {
  const read = sheetsIn(file)
  if (!read.ok) return read
  const full = read.sheets.filter(({ rows, isHidden }) => rows.length > 0 && !isHidden)
  const sheet = full.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? full[0]
  if (!sheet) return wrong('There is nothing in this file.')
  const text = textOf(sheet)
  if (text.length > PASTE_LENGTH_MAX)
    return wrong(`This is longer than ${PASTE_LENGTH_MAX / 1024} kB: paste the part that is meant.`)
  const others = full.filter((one) => one !== sheet).map(({ name }) => name)
  return { ok: true, text, sheet: sheet.name, others }
}

function sheetsIn({ bytes, text: told }: TableFile): Sheets {
  const text = told ?? unicodeIn(bytes)
  if (!isArchive(bytes))
    return text === null
      ? wrong('This file is neither a workbook (.xlsx) nor a table as text.')
      : readTextSheet(text)
  try {
    return isWorkbook(openArchive(bytes))
      ? readWorkbook(bytes)
      : wrong('This archive holds no workbook: save the table as .xlsx or .csv and try again.')
  } catch (error) {
    if (error instanceof Unpacking) return wrong(error.message)
    throw error
  }
}

/** Each row on the line that it has in the file, so that what is wrong is told by the number that stands there. */
function textOf({ rows }: Sheet): string {
  const lines: string[] = []
  for (const { line, cells } of rows) {
    while (lines.length < line - 1) lines.push('')
    // With one column alone the commas in it would part it.
    lines.push(cells.length === 1 ? `${cell(cells[0] ?? '')}\t` : cells.map(cell).join('\t'))
  }
  return lines.join('\n')
}

const cell = (text: string): string => {
  const plain = text.replaceAll(/[\t\r\n]+/g, ' ')
  return plain.startsWith('"') ? `"${plain.replaceAll('"', '""')}"` : plain
}
