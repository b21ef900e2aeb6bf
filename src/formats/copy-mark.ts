// By what stands in a file that left a house it is known which copy it is, who saved it and when; read back, it is as if it were not there.

import { escapedCell } from './sheet/escape.ts'
import type { Table } from './sheet/tables.ts'

/** Nothing that a list says begins so. */
const START = '# Copy '

/** The last row: `words` begin with “Copy” and its number. */
export const markedCsv = (text: string, words: string): string =>
  `${text}"${escapedCell(`# ${words}`).replaceAll('"', '""')}"\r\n`

/** The last sheet of a workbook. */
export const markSheet = (words: string): Table => ({ name: 'Copy', rows: [[`# ${words}`]] })

export const isCopyMark = (cells: readonly string[]): boolean => {
  const full = cells.filter((cell) => cell !== '')
  return full.length === 1 && full[0]?.startsWith(START) === true
}

/** The first field of a file whose lines we write ourselves. */
export const markedJson = (text: string, words: string): string =>
  text.replace(/^\{\n/, () => `{\n  "copy": ${JSON.stringify(words)},\n`)

/** Every line keeps its number. */
export const withoutCopyMark = (text: string): string =>
  text.replace(/^(\uFEFF?\{\r?\n) {2}"copy": "Copy \d+, (?:[^"\\\r\n]|\\.)*",(\r?\n)/, '$1$2')
