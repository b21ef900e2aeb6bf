// A workbook (XLSX) as sheets of rows: shared strings, dates by their style, and nothing kept beyond the bounds of a list.

import { type Archive, openArchive, Unpacking, unpack } from '../archive/archive.ts'
import { type Finding, onOneLine } from '../finding.ts'
import { CELL_LENGTH_MAX, PASTE_CELLS_MAX, PASTE_ROWS_MAX, type Row } from '../paste/table.ts'
import { BrokenXml, type XmlHandlers, xmlStream } from '../xml/stream.ts'
import { type CellFormat, formatOf, shown } from './cell.ts'
import { columnName, type Sheet, type Sheets } from './sheets.ts'

export const SHEETS_MAX = 50
/** Of all sheets together: five thousand rows of twenty columns. */
export const CELLS_MAX = 100_000
export const STRINGS_MAX = 100_000
export const CELL_STYLES_MAX = 10_000
/** Cells put together, in one sheet. */
export const MERGES_MAX = 10_000

/** What stops the reading, with its place. */
class Stop extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.message)
    this.finding = finding
  }
}

export function readWorkbook(bytes: Uint8Array): Sheets {
  try {
    return { ok: true, sheets: new Workbook(openArchive(bytes)).read() }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, errors: [error.finding] }
    if (error instanceof Unpacking || error instanceof BrokenXml)
      return { ok: false, errors: [{ line: 1, column: 1, message: error.message }] }
    throw error
  }
}

export const isWorkbook = ({ entries }: Archive): boolean => entries.has('xl/workbook.xml')

type Listed = { readonly name: string; readonly relation: string; readonly isHidden: boolean }

class Workbook {
  readonly #archive: Archive
  readonly #strings: string[] = []
  readonly #formats: CellFormat[] = []
  #from1904 = false
  #cells = 0

  constructor(archive: Archive) {
    this.#archive = archive
  }

  read(): readonly Sheet[] {
    const listed = this.#listed()
    if (listed.length === 0)
      throw new Stop({ line: 1, column: 1, message: 'There is no sheet in this workbook.' })
    if (listed.length > SHEETS_MAX)
      throw new Stop(atStart(`The workbook has more than ${SHEETS_MAX} sheets.`))
    const targets = this.#targets()
    this.#readStrings()
    this.#readFormats()
    return listed.map(({ name, relation, isHidden }) => {
      const rows: Row[] = []
      const notes: Finding[] = []
      this.#readSheet(name, targets.get(relation) ?? '', rows, notes)
      return { name, isHidden, rows, notes }
    })
  }

  #stream(name: string, handlers: Partial<XmlHandlers>): boolean {
    const nothing = () => undefined
    const reader = xmlStream({ open: nothing, text: nothing, close: nothing, ...handlers })
    const found = unpack(this.#archive, name, reader.write)
    if (found) reader.end()
    return found
  }

  #listed(): readonly Listed[] {
    const listed: Listed[] = []
    const open = (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'workbookPr') this.#from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
      const state = attributes['state'] ?? 'visible'
      listed.push({ name: onOneLine(attributes['name'] ?? ''), relation, isHidden: state !== 'visible' })
    }
    if (!this.#stream('xl/workbook.xml', { open }))
      throw new Stop(atStart('This is no workbook: it has no list of sheets.'))
    return listed
  }

  #targets(): ReadonlyMap<string, string> {
    const targets = new Map<string, string>()
    const open = (name: string, attributes: Readonly<Record<string, string>>) => {
      const target = attributes['Target'] ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', path)
    }
    this.#stream('xl/_rels/workbook.xml.rels', { open })
    return targets
  }

  /** How a word is spoken stands beside it in some languages and is not part of it. */
  #readStrings(): void {
    let [words, aside] = ['', 0]
    let isWords = false
    this.#stream('xl/sharedStrings.xml', {
      open: (name) => {
        if (name === 'si') words = ''
        if (name === 'rPh') aside += 1
        isWords = name === 't' && aside === 0
      },
      text: (text) => {
        // What is longer is refused in the cell that has it.
        if (isWords && words.length <= CELL_LENGTH_MAX) words += text.slice(0, CELL_LENGTH_MAX + 1)
      },
      close: (name) => {
        isWords = false
        if (name === 'rPh') aside -= 1
        if (name !== 'si') return
        if (this.#strings.push(unescaped(words)) > STRINGS_MAX)
          throw new Stop(atStart(`The workbook has more than ${STRINGS_MAX} texts; no list has.`))
      },
    })
  }

  #readFormats(): void {
    const named = new Map<number, string>()
    let isCells = false
    this.#stream('xl/styles.xml', {
      open: (name, attributes) => {
        const number = Number(attributes['numFmtId'] ?? 0)
        if (name === 'numFmt') named.set(number, attributes['formatCode'] ?? '')
        if (name === 'cellXfs') isCells = true
        if (name === 'xf' && isCells && this.#formats.push(formatOf(number, named)) > CELL_STYLES_MAX)
          throw new Stop(atStart(`The workbook has more than ${CELL_STYLES_MAX} styles; no list has.`))
      },
      close: (name) => {
        if (name === 'cellXfs') isCells = false
      },
    })
  }

  #readSheet(sheet: string, path: string, rows: Row[], notes: Finding[]): void {
    const cells = new SheetCells(sheet, notes, (type, style, raw) => this.#value(type, style, raw))
    const found = this.#stream(path, {
      open: (name, attributes) => cells.open(name, attributes),
      text: (text) => cells.text(text),
      close: (name) => {
        if (!cells.close(name)) return
        this.#cells += 1
        if (this.#cells > CELLS_MAX)
          throw new Stop({ ...cells.place, message: `The workbook has more than ${CELLS_MAX} full cells.` })
      },
    })
    if (!found) throw new Stop(atStart(`The sheet “${sheet}” is not in the file.`))
    rows.push(...cells.rows())
  }

  #value(type: string, style: number, raw: string): string {
    if (type === 's') return this.#strings[Number(raw)] ?? ''
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
    if (type === 'n' || type === '') return shown(raw, this.#formats[style] ?? 'plain', this.#from1904)
    return type === 'd' ? raw : unescaped(raw)
  }
}

const atStart = (message: string): Finding => ({ line: 1, column: 1, message })

/** Signs that XML cannot carry are written by their number. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9a-f]{4})_/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

type Value = (type: string, style: number, raw: string) => string

/** The cells of one sheet as they come; a place is written by its letters and number, or follows from the one before. */
class SheetCells {
  readonly #sheet: string
  readonly #notes: Finding[]
  readonly #value: Value
  readonly #rows = new Map<number, string[]>()
  readonly #merged: (readonly [column: number, from: number, to: number])[] = []
  #row = 0
  #column = 0
  #type = ''
  #style = 0
  #raw = ''
  #isRaw = false
  #hasFormula = false

  constructor(sheet: string, notes: Finding[], value: Value) {
    this.#sheet = sheet
    this.#notes = notes
    this.#value = value
  }

  get place() {
    return { line: Math.max(1, this.#row), column: Math.max(1, this.#column) }
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const said = attributes['r'] ?? ''
      this.#row = /^\d{1,7}$/.test(said) ? Number(said) : this.#row + 1
      this.#column = 0
    }
    if (name === 'c') this.#begin(attributes)
    if (name === 'f') this.#hasFormula = true
    if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '')
    this.#isRaw = name === 'v' || name === 't'
  }

  /** What one cell says beside several rows it says of each of them. */
  #merge(said: string): void {
    const [, letters = '', from = '', to = ''] =
      /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(said) ?? []
    if (letters === '') return
    if (this.#merged.push([columnNumber(letters), Number(from), Number(to)]) > MERGES_MAX)
      throw new Stop(
        atStart(
          `In the sheet “${this.#sheet}” more than ${MERGES_MAX} cells are put together; no list has so many.`,
        ),
      )
  }

  #begin(attributes: Readonly<Record<string, string>>): void {
    const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attributes['r'] ?? '') ?? []
    this.#column = letters === undefined ? this.#column + 1 : columnNumber(letters)
    this.#row = digits === undefined ? this.#row : Number(digits)
    this.#type = attributes['t'] ?? ''
    this.#style = Number(attributes['s'] ?? 0)
    this.#raw = ''
    this.#hasFormula = false
  }

  text(words: string): void {
    if (this.#isRaw && this.#raw.length <= CELL_LENGTH_MAX) this.#raw += words.slice(0, CELL_LENGTH_MAX + 1)
  }

  /** Whether a full cell ends here. */
  close(name: string): boolean {
    this.#isRaw = false
    if (name !== 'c') return false
    if (this.#type === 'e') this.#note(`shows a mistake (${this.#raw}) and is taken as empty`)
    else if (this.#hasFormula && this.#raw === '')
      this.#note('has a formula that was never worked out, and is taken as empty')
    else {
      const text = onOneLine(this.#value(this.#type, this.#style, this.#raw))
      if (text !== '') return this.#keep(text)
    }
    return false
  }

  #keep(text: string): true {
    const { line, column } = this.place
    const where = placeIn(this.#sheet, line, column)
    if (line > PASTE_ROWS_MAX || column > PASTE_CELLS_MAX)
      throw new Stop({
        ...this.place,
        message: `${where}: a list has at most ${PASTE_ROWS_MAX} rows and ${PASTE_CELLS_MAX} columns. Take what lies beyond out of it.`,
      })
    if (text.length > CELL_LENGTH_MAX)
      throw new Stop({
        ...this.place,
        message: `${where}: a cell holds at most ${CELL_LENGTH_MAX} characters; this one is longer.`,
      })
    const cells = this.#rows.get(line) ?? []
    while (cells.length < column - 1) cells.push('')
    cells[column - 1] = text
    this.#rows.set(line, cells)
    return true
  }

  #note(what: string): void {
    const { line, column } = this.place
    this.#notes.push({ line, column, message: `${placeIn(this.#sheet, line, column)} ${what}.` })
  }

  /** Only in rows that say something themselves: what is put together with an empty row is its height. */
  #fillDown(): void {
    for (const [column, from, to] of this.#merged) {
      const text = this.#rows.get(from)?.[column - 1] ?? ''
      if (text === '' || column > PASTE_CELLS_MAX) continue
      for (let line = from + 1; line <= Math.min(to, PASTE_ROWS_MAX); line += 1) {
        const cells = this.#rows.get(line)
        if (!cells || (cells[column - 1] ?? '') !== '') continue
        while (cells.length < column - 1) cells.push('')
        cells[column - 1] = text
      }
    }
  }

  rows(): readonly Row[] {
    this.#fillDown()
    return [...this.#rows].sort(([one], [other]) => one - other).map(([line, cells]) => ({ line, cells }))
  }
}

const placeIn = (sheet: string, line: number, column: number): string =>
  `In the sheet “${sheet}” ${columnName(column)}${line}`

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
