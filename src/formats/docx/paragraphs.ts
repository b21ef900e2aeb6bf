// The paragraphs of a Word document (DOCX), with their styles and whether they lean; tables row by row.

import { type Archive, Unpacking, unpack } from '../archive/archive.ts'
import type { Finding } from '../finding.ts'
import { BrokenXml, type XmlHandlers, xmlStream } from '../xml/stream.ts'

export const PARAGRAPHS_MAX = 60_000
/** A paragraph that is longer is no paragraph of a play. */
export const PARAGRAPH_LENGTH_MAX = 20_000
export const DOCUMENT_STYLES_MAX = 10_000

export type Paragraph = {
  /** Counted from 1 through the whole document, empty ones too: a document has no lines of its own. */
  readonly number: number
  readonly text: string
  /** The name its style is known by; empty where it has none of its own. */
  readonly style: string
  /** All of its words lean. */
  readonly isItalic: boolean
  /** Of a row of a table: its cells, empty ones too. */
  readonly cells?: readonly string[]
}

/** What stands in the file beside the words and is not among them, and what a reviewer put into them. */
export type Besides = 'deleted' | 'added' | 'struck' | 'boxes' | 'comments' | 'footnotes'
/** How often, and the first paragraph that has it. */
export type Beside = ReadonlyMap<Besides, { readonly times: number; readonly first: number }>

export type Paragraphs =
  | { readonly ok: true; readonly paragraphs: readonly Paragraph[]; readonly beside: Beside }
  | { readonly ok: false; readonly errors: readonly Finding[] }

export const isDocument = ({ entries }: Archive): boolean => entries.has('word/document.xml')

class Stop extends Error {
  readonly finding: Finding
  constructor(line: number, message: string) {
    super(message)
    this.finding = { line, column: 1, message }
  }
}

export function paragraphsOf(archive: Archive): Paragraphs {
  try {
    const reader = new DocumentReader(stylesOf(archive))
    stream(archive, 'word/document.xml', reader)
    return { ok: true, paragraphs: reader.paragraphs, beside: reader.beside }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, errors: [error.finding] }
    if (error instanceof Unpacking || error instanceof BrokenXml)
      return { ok: false, errors: [{ line: 1, column: 1, message: error.message }] }
    throw error
  }
}

function stream(archive: Archive, name: string, handlers: XmlHandlers): void {
  const reader = xmlStream(handlers)
  if (unpack(archive, name, reader.write)) reader.end()
}

type Attributes = Readonly<Record<string, string>>

const said = (attributes: Attributes, name: string): string =>
  attributes[`w:${name}`] ?? attributes[name] ?? ''

type Style = { readonly name: string; readonly isItalic: boolean }

function stylesOf(archive: Archive): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  let [id, name, isItalic] = ['', '', false]
  stream(archive, 'word/styles.xml', {
    open: (element, attributes) => {
      if (element === 'style') [id, name, isItalic] = [said(attributes, 'styleId'), '', false]
      if (element === 'name') name = said(attributes, 'val')
      if (element === 'i') isItalic = isOn(attributes)
    },
    text: () => undefined,
    close: (element) => {
      if (element !== 'style') return
      styles.set(id, { name, isItalic })
      if (styles.size > DOCUMENT_STYLES_MAX)
        throw new Stop(1, `The document has more than ${DOCUMENT_STYLES_MAX} styles; no play has.`)
    },
  })
  return styles
}

const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off)$/.test(said(attributes, 'val'))

/** What lies in these is not in the text: taken out by a reviewer, a field's own code, a second drawing of the same. */
const outside = new Set(['del', 'moveFrom', 'instrText', 'Fallback', 'txbxContent'])
/** In the setting of a run: its words are crossed out by hand, or hidden. */
const crossed = new Set(['strike', 'dstrike', 'vanish'])
const counted: Readonly<Record<string, Besides>> = {
  ...{ del: 'deleted', ins: 'added', txbxContent: 'boxes', commentReference: 'comments' },
  ...{ footnoteReference: 'footnotes', endnoteReference: 'footnotes' },
}

class DocumentReader implements XmlHandlers {
  readonly paragraphs: Paragraph[] = []
  readonly #styles: ReadonlyMap<string, Style>
  #number = 0
  #text = ''
  #style = ''
  #isItalic = false
  /** Of words, those that lean and those that do not. */
  #leaning = 0
  #upright = 0
  #isWords = false
  #outside = 0
  /** Of this paragraph something was left out. */
  #isShortened = false
  #isCrossed = false
  /** The rows that are open: a table may stand in a cell of another. */
  readonly #rows: string[][] = []
  readonly #beside = new Map<Besides, { readonly times: number; readonly first: number }>()
  #inRun = false

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles
  }

  get beside(): Beside {
    return this.#beside
  }

  open = (name: string, attributes: Attributes): void => {
    const beside = counted[name]
    // A second drawing of the same is counted with the first.
    if (beside !== undefined && this.#outside === 0) this.#count(beside)
    if (outside.has(name)) [this.#outside, this.#isShortened] = [this.#outside + 1, true]
    if (this.#outside > 0) return
    if (name === 'p') this.#begin()
    if (name === 'pStyle') this.#style = said(attributes, 'val')
    if (name === 'tr') this.#rows.push([])
    if (name === 'r') this.#beginRun()
    if (!this.#inRun) return
    if (name === 'i') this.#isItalic = isOn(attributes)
    if (crossed.has(name) && isOn(attributes)) this.#isCrossed = true
    const sign = signs[name]
    if (sign !== undefined) this.#add(sign)
    this.#isWords = name === 't'
  }

  #count(beside: Besides): void {
    const { times, first } = this.#beside.get(beside) ?? { times: 0, first: Math.max(1, this.#number) }
    this.#beside.set(beside, { times: times + 1, first })
  }

  #beginRun(): void {
    this.#inRun = true
    this.#isItalic = this.#styles.get(this.#style)?.isItalic ?? false
    this.#isCrossed = false
  }

  text = (words: string): void => {
    if (!this.#isWords || this.#outside > 0) return
    if (this.#isCrossed) {
      this.#count('struck')
      this.#isShortened = true
      return
    }
    const full = words.trim().length
    if (this.#isItalic) this.#leaning += full
    else this.#upright += full
    this.#add(words)
  }

  close = (name: string): void => {
    if (outside.has(name)) this.#outside -= 1
    if (this.#outside > 0) return
    if (name === 't') this.#isWords = false
    if (name === 'r') this.#inRun = false
    if (name === 'p') this.#end()
    if (name === 'tc') this.#rows.at(-1)?.push('')
    if (name === 'tr') this.#endRow()
  }

  #add(text: string): void {
    this.#text += text
    if (this.#text.length > PARAGRAPH_LENGTH_MAX)
      throw new Stop(
        this.#number,
        `Paragraph ${this.#number} has more than ${PARAGRAPH_LENGTH_MAX} characters; no paragraph of a play has.`,
      )
  }

  #begin(): void {
    this.#number += 1
    if (this.#number > PARAGRAPHS_MAX)
      throw new Stop(this.#number, `The document has more than ${PARAGRAPHS_MAX} paragraphs; no play has.`)
    ;[this.#text, this.#style, this.#leaning, this.#upright] = ['', '', 0, 0]
    this.#isShortened = false
  }

  #end(): void {
    const row = this.#rows.at(-1)
    if (row) {
      addTo(row, this.#text.trim())
      return
    }
    // What is left of a paragraph that was taken out is no empty line of the play.
    if (this.#isShortened && this.#text.trim() === '') return
    this.#push(
      this.#text,
      this.#styles.get(this.#style)?.name ?? this.#style,
      this.#leaning > 0 && this.#upright === 0,
    )
  }

  /** A row is a line with its cells apart, as a script in two columns is set: who, and what they say. */
  #endRow(): void {
    const cells = this.#rows.pop()?.slice(0, -1) ?? []
    const text = cells.filter((cell) => cell !== '').join('\t')
    const around = this.#rows.at(-1)
    if (around) addTo(around, text)
    else if (text !== '')
      this.paragraphs.push({ number: this.#number, text, style: '', isItalic: false, cells })
  }

  #push(text: string, style: string, isItalic: boolean): void {
    this.paragraphs.push({ number: this.#number, text, style, isItalic })
  }
}

/** Signs that have an element of their own. */
const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** Another paragraph of the last cell. */
function addTo(row: string[], text: string): void {
  const last = row.pop() ?? ''
  row.push([last, text].filter((part) => part !== '').join(' '))
}
