// Workbooks: what a cell shows, every bound, and files that are made to hurt.

import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { archiveOf, packed, row, workbook } from '../../../test/kit/packed.ts'
import { ARCHIVE_BYTES_MAX, ENTRIES_MAX, UNPACKED_BYTES_MAX } from '../archive/archive.ts'
import { CELL_LENGTH_MAX, PASTE_CELLS_MAX, PASTE_ROWS_MAX } from '../paste/table.ts'
import { XML_STREAM_ELEMENTS_MAX } from '../xml/stream.ts'
import { columnName } from './sheets.ts'
import { CELL_STYLES_MAX, CELLS_MAX, MERGES_MAX, readWorkbook, SHEETS_MAX, STRINGS_MAX } from './workbook.ts'

const read = (bytes: Uint8Array) => {
  const found = readWorkbook(bytes)
  if (!found.ok) throw new Error(found.errors[0]?.message)
  return found.sheets
}
const refusal = (bytes: Uint8Array) => {
  const found = readWorkbook(bytes)
  return found.ok ? 'read' : (found.errors[0]?.message ?? '')
}
const one = (cells: string, more: Omit<Parameters<typeof workbook>[0], 'sheets'> = {}) =>
  workbook({ sheets: { List: cells }, ...more })
const firstRow = (bytes: Uint8Array) => read(bytes)[0]?.rows[0]?.cells

describe('what a cell shows', () => {
  const formats = ['0', '14', '20', '46', '22', '164', '165', '166']
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0"/>
    <numFmt numFmtId="166" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
    <cellXfs>${formats.map((format) => `<xf numFmtId="${format}"/>`).join('')}</cellXfs>`
  const cell = (style: number, value: number | string) => `<c s="${style}"><v>${value}</v></c>`

  test('SHEET-3: numbers, days, times, lengths and both, by the format of the cell', () => {
    const cells = [
      ...[cell(0, '0.30000000000000004'), cell(0, 16.5), cell(1, 45_000), cell(2, 0.8125), cell(3, 1.0625)],
      ...[cell(4, 45_000.5), cell(5, 0.00625), cell(6, 3), cell(7, 1)],
    ].join('')
    expect(firstRow(one(`<row>${cells}</row>`, { styles }))).toEqual([
      ...['0.3', '16.5', '2023-03-15', '19:30:00', '25:30:00', '2023-03-15 12:00:00', '0:09:00', '3'],
      '1900-01-01',
    ])
    const properties = '<workbookPr date1904="1"/>'
    expect(firstRow(one(`<row>${cell(1, 43_538)}</row>`, { styles, properties }))).toEqual(['2023-03-15'])
    expect(firstRow(one(`<row>${cell(1, 61)}${cell(1, 60)}${cell(1, 59)}</row>`, { styles }))).toEqual([
      ...['1900-03-01', '1900-02-28', '1900-02-28'],
    ])
  })

  test('SHEET-3: shared texts without how they are spoken, texts in their place, truth and what was written by number', () => {
    const strings = ['<t>Gallery &amp; pit</t>', '<r><t>Two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh>']
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>out</v></c>' +
      '<c t="inlineStr"><is><t>a_x0041_b_x005F_x0041_</t></is></c>'
    expect(firstRow(one(`<row r="1">${cells}</row>`, { strings }))).toEqual([
      ...['Gallery & pit', '', 'Two runs', 'TRUE', 'out', 'aAb_x0041_'],
    ])
  })

  test('SHEET-3: a mistake and a formula that was never worked out are empty, and told with their cell', () => {
    const cells =
      '<row r="4"><c r="B4" t="e"><v>#REF!</v></c><c r="C4"><f>1+1</f></c><c r="D4"><v>2</v></c></row>'
    const [sheet] = read(one(cells))
    expect(sheet?.rows).toEqual([{ line: 4, cells: ['', '', '', '2'] }])
    expect(sheet?.notes.map(({ line, column, message }) => [line, column, message.slice(0, 26)])).toEqual([
      [4, 2, 'In the sheet “List” B4 sho'],
      [4, 3, 'In the sheet “List” C4 has'],
    ])
  })
})

describe('bounds', () => {
  test('SHEET-1: at the bound of rows, columns and characters it is read, beyond it refused with the cell', () => {
    const at = (place: string, text = 'x') => one(`<row><c r="${place}" t="str"><v>${text}</v></c></row>`)
    const edge = `${columnName(PASTE_CELLS_MAX)}${PASTE_ROWS_MAX}`
    expect(read(at(edge))[0]?.rows[0]?.line).toBe(PASTE_ROWS_MAX)
    for (const place of [`A${PASTE_ROWS_MAX + 1}`, `${columnName(PASTE_CELLS_MAX + 1)}1`])
      expect(refusal(at(place))).toMatch(`In the sheet “List” ${place}: a list has at most`)
    expect(firstRow(at('A1', 'x'.repeat(CELL_LENGTH_MAX)))?.[0]).toHaveLength(CELL_LENGTH_MAX)
    expect(refusal(at('B2', 'x'.repeat(CELL_LENGTH_MAX + 1)))).toMatch('B2: a cell holds at most')
  })

  test('SHEET-1: so many sheets, texts, cells and files, and no more', () => {
    const names = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_one, at) => [`s${at}`, row(1, 'x')]))
    expect(read(workbook({ sheets: names(SHEETS_MAX) }))).toHaveLength(SHEETS_MAX)
    expect(refusal(workbook({ sheets: names(SHEETS_MAX + 1) }))).toMatch('more than 50 sheets')
    const strings = (count: number) => Array.from({ length: count }, () => '')
    expect(read(one('<row><c t="str"><v>x</v></c></row>', { strings: strings(STRINGS_MAX) }))).toHaveLength(1)
    expect(refusal(one('', { strings: strings(STRINGS_MAX + 1) }))).toMatch('more than 100000 texts')
    const cells = (count: number) =>
      Array.from(
        { length: Math.ceil(count / 50) },
        (_one, at) => `<row>${'<c><v>1</v></c>'.repeat(Math.min(50, count - at * 50))}</row>`,
      ).join('')
    const half = CELLS_MAX / 2
    expect(read(workbook({ sheets: { a: cells(half), b: cells(half) } }))).toHaveLength(2)
    expect(refusal(workbook({ sheets: { a: cells(half), b: cells(half), c: cells(1) } }))).toMatch(
      '100000 full cells',
    )
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_one, at) => [`f${at}`, '']))
    expect(refusal(packed(files(ENTRIES_MAX)))).toMatch('no list of sheets')
    expect(refusal(packed(files(ENTRIES_MAX + 1)))).toMatch('more than 1000 files')
  })

  test('SHEET-1: so many styles, merged cells and elements, and no more', () => {
    const full = row(1, 'x')
    const styled = (count: number) => one(full, { styles: `<cellXfs>${'<xf/>'.repeat(count)}</cellXfs>` })
    expect(refusal(styled(CELL_STYLES_MAX))).toBe('read')
    expect(refusal(styled(CELL_STYLES_MAX + 1))).toMatch('more than 10000 styles')
    const merged = (count: number) =>
      one(`${full}</sheetData>${'<mergeCell ref="A1:A2"/>'.repeat(count)}<sheetData>`)
    expect(refusal(merged(MERGES_MAX))).toBe('read')
    expect(refusal(merged(MERGES_MAX + 1))).toMatch(
      'In the sheet “List” more than 10000 cells are put together',
    )
    const frame = 5
    const elements = (count: number) => one(`${'<row/>'.repeat(count - frame)}${full}`)
    expect(refusal(elements(XML_STREAM_ELEMENTS_MAX - 1))).toBe('read')
    expect(refusal(elements(XML_STREAM_ELEMENTS_MAX + 1))).toMatch('more than 400000 elements')
  })

  test('SHEET-1: as much as may be unpacked, and no more, whatever a file says of its own length', () => {
    const full = '<row r="1"><c r="A1"><v>1</v></c></row>'
    const filler = (length: number) =>
      `${`${' '.repeat(99_992)}<!-- -->`.repeat(200).slice(0, length - full.length)}${full}`
    const frame = '<worksheet><sheetData></sheetData></worksheet>'.length
    expect(firstRow(one(filler(UNPACKED_BYTES_MAX - frame)))).toEqual(['1'])
    expect(refusal(archiveOf('xl/workbook.xml', new Uint8Array(9), UNPACKED_BYTES_MAX + 1))).toMatch(
      'Unpacked it is larger than 16 MB',
    )
    expect(refusal(new Uint8Array(ARCHIVE_BYTES_MAX))).toMatch('damaged')
    expect(refusal(new Uint8Array(ARCHIVE_BYTES_MAX + 1))).toMatch('larger than 8 MB')
  })
})

describe('what is no list', () => {
  test('SHEET-4: cut short, locked or with another length than it says, it is refused in a sentence', () => {
    const whole = one(row(1, 'x'))
    expect(refusal(whole.slice(0, whole.length / 2))).toMatch('damaged')
    const directory = whole.findIndex(
      (_byte, at) => whole[at] === 0x50 && whole[at + 1] === 0x4b && whole[at + 2] === 1,
    )
    const changed = (at: number, to: number) =>
      whole.map((byte, place) => (place === directory + at ? to : byte))
    expect(refusal(changed(8, 1))).toMatch('locked with a password')
    expect(refusal(changed(24, 1))).toMatch('damaged')
    expect(refusal(changed(10, 99))).toMatch('damaged')
    expect(refusal(packed({ 'xl/workbook.xml': '<workbook><sheets>' }))).toMatch('not well-formed')
    expect(refusal(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toMatch('no sheet')
  })
})
