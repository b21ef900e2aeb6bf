// Draws laid-out pages as one tagged PDF with its letters inside; no browser, no printer, no network.

import PDFDocument from 'pdfkit'
import type { PressJob } from './job.ts'
import { layOut } from './lay-out.ts'
import { fontFile, type Run, readsFromTheRight, runsOf } from './letters.ts'
import type { Font, Mark, Measure, Piece } from './page.ts'
import { paper } from './pen.ts'

export type Pdf = { readonly bytes: Uint8Array; readonly pages: number }
type Doc = InstanceType<typeof PDFDocument>
type Structure = ReturnType<Doc['struct']>

export async function makePdf(job: PressJob): Promise<Pdf> {
  const doc = openDocument(job)
  const whole = collect(doc)
  const pages = layOut(job, measureBy(doc))
  const tree = new Tree(doc)
  const { width, height } = paper[job.paper]
  for (const { pieces } of pages) {
    doc.addPage({ size: [width, height], margin: 0 })
    for (const piece of pieces) tree.draw(piece)
  }
  tree.end()
  doc.end()
  return { bytes: await whole, pages: pages.length }
}

/** Widths grow with the size, and a line is its words and the spaces between: each word is measured once for a job. */
function measureBy(doc: Doc): Measure {
  const known: Readonly<Record<Font, Map<string, number>>> = { plain: new Map(), bold: new Map() }
  const unit = (word: string, font: Font): number => {
    const width =
      known[font].get(word) ?? runsOf(word, font).reduce((sum, run) => sum + widthOf(doc, run, 1), 0)
    known[font].set(word, width)
    return width
  }
  return (text, font, size) => {
    const words = text.split(' ')
    const bare = words.reduce((sum, word) => sum + (word === '' ? 0 : unit(word, font)), 0)
    return size * (bare + (words.length - 1) * unit(' ', font))
  }
}

function openDocument({ title, language }: PressJob): Doc {
  return new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    // Named at once: otherwise the library reads a font of its own that has no Polish letter in it.
    font: fontFile.plain,
    info: { Title: title, Creator: 'Ghostlight' },
  })
}

function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** What a reader that speaks the pages is told they are made of: headings, paragraphs, tables with rows. */
class Tree {
  readonly #doc: Doc
  readonly #root: Structure
  readonly #tables = new Map<number, Structure>()
  readonly #rows = new Map<number, Structure>()

  constructor(doc: Doc) {
    this.#doc = doc
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  draw(piece: Piece): void {
    const ink = () => {
      for (const mark of piece.marks) drawMark(this.#doc, mark)
    }
    if (piece.role === 'artifact') {
      this.#doc.markContent('Artifact', { type: 'Layout' })
      ink()
      this.#doc.endMarkedContent()
      return
    }
    const element = this.#doc.struct(piece.role, saidOf(piece), ink)
    this.#parentOf(piece).add(element)
    element.end()
  }

  #parentOf({ table, row }: Piece): Structure {
    if (table === null || row === null) return this.#root
    const inTable = this.#known(this.#tables, table, 'Table', () => this.#root)
    return this.#known(this.#rows, row, 'TR', () => inTable)
  }

  #known(all: Map<number, Structure>, key: number, tag: string, parent: () => Structure): Structure {
    const found = all.get(key)
    if (found) return found
    const made = this.#doc.struct(tag)
    parent().add(made)
    all.set(key, made)
    return made
  }

  end(): void {
    for (const row of this.#rows.values()) row.end()
    for (const table of this.#tables.values()) table.end()
    this.#root.end()
  }
}

/** What stands on the paper from the right is read out from its beginning all the same. */
function saidOf({ marks }: Piece): { readonly actual?: string } {
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  return texts.some(readsFromTheRight) ? { actual: texts.join(' ') } : {}
}

// Each run is laid as a whole, for letters that join; without these words of ours it would be laid word by word.
const whole = { features: [] }

const widthOf = (doc: Doc, { file, text }: Run, size: number): number =>
  doc.font(file).fontSize(size).widthOfString(text, whole)

function drawMark(doc: Doc, mark: Mark): void {
  if (mark.kind === 'text') {
    drawText(doc, mark)
    return
  }
  const { x, y, toX, toY, width } = mark
  doc.lineWidth(width).moveTo(x, y).lineTo(toX, toY).stroke()
}

/** Of a letter's height: as thick as the bold of the other letters. */
const THICKENED = 0.03
/** Of the usual letters: how far below the top of a line they stand. */
const ASCENT = 0.928

function drawText(doc: Doc, { text, x, y, font, size }: Extract<Mark, { kind: 'text' }>): void {
  const runs = runsOf(text, font)
  const [only] = runs
  if (runs.length === 1 && only?.file === fontFile[font] && !readsFromTheRight(text)) {
    doc.font(only.file).fontSize(size).text(only.text, x, y, { lineBreak: false })
    return
  }
  // All stand on the line of the usual letters, however high their own files make them.
  const line = y + ASCENT * size
  let at = x
  for (const run of runs) {
    const width = widthOf(doc, run, size)
    const thick = run.thickened ? { stroke: true, fill: true } : {}
    if (run.thickened) doc.lineWidth(size * THICKENED)
    doc.text(run.text, at, line, { lineBreak: false, baseline: 'alphabetic', ...whole, ...thick })
    at += width
  }
}
