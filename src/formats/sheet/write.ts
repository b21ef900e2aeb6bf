// Tables as files for spreadsheets: commas, with every formula made text; or a workbook, whose texts are texts.

import { strToU8, zipSync } from 'fflate'
import { escapedCell } from './escape.ts'
import type { Table } from './tables.ts'

/** With the mark that tells spreadsheets it is UTF-8, and the line ends they write themselves. */
export const writeCsv = ({ rows }: Table): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(escapedCell(cell))).join(',')}\r\n`).join('')}`

/** Only what would be taken apart. */
const quoted = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_NAME_LENGTH_MAX = 31

export function writeWorkbook(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map(({ name }, at) => {
    const short = name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, SHEET_NAME_LENGTH_MAX)
    return `<sheet name="${escaped(short)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
  })
  const links = tables.map(
    (_table, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const kinds = tables.map(
    (_table, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${kinds.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${links.join('')}</Relationships>`,
    ...Object.fromEntries(tables.map((table, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(table)])),
  }
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(head + text)]))
  // The same show gives the same bytes, whenever it is written.
  return zipSync(files, { mtime: '1980-01-01T00:00:00' })
}

function sheetOf({ rows }: Table): string {
  const written = rows.map((row, at) => `<row r="${at + 1}">${row.map(cellOf).join('')}</row>`)
  return `<worksheet xmlns="${main}"><sheetData>${written.join('')}</sheetData></worksheet>`
}

/** As a text in its place: never a formula, and a cue 16.50 stays one. */
const cellOf = (text: string): string =>
  text === ''
    ? '<c/>'
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text.replaceAll(/_(x)(?=[0-9a-f]{4}_)/gi, '_x005F_$1'))}</t></is></c>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
