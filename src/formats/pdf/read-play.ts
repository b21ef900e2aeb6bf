// From a PDF with text to a play: its rows, without what stands on every page, read as a script is printed.

import type { Question } from '../play/play.ts'
import { playOf, type Read, refuse } from '../script/read-script.ts'
import { scriptOf } from '../text/elements.ts'
import { headingIn, type Printed } from '../text/printed.ts'
import { nobody } from '../text/read-play.ts'
import type { PdfText } from './pages.ts'
import { type PdfRow, rowsOf } from './rows.ts'

/** So many rows at the top and the foot of a page may be the same on all. */
const EDGE_ROWS = 2
/** What stands there on fewer pages belongs to the play. */
const SAME_ON_MIN = 3
/** Of the usual step from row to row: what lies further apart is a paragraph of its own. */
const PARAGRAPH_FROM = 1.35
const QUOTED_LENGTH_MAX = 60

export function readPdfText(pdf: PdfText): Read {
  if (!pdf.ok) return refuse(pdf.page, pdf.message)
  const pages = pdf.pages.map(rowsOf)
  if (pages.every((rows) => rows.length === 0))
    return refuse(
      1,
      'This PDF has no words, only pictures of pages: add it to the book as pages of your own, or bring the script as a document or text.',
    )
  const reader = new PdfReader(pages)
  const script = scriptOf(reader.lines())
  const questions = [...reader.questions, ...(script.questions ?? [])]
  return playOf({ ...script, questions }, { nobody, pages: pdf.pages.map(({ label }) => label) })
}

class PdfReader {
  readonly #pages: readonly (readonly PdfRow[])[]
  readonly #step: number
  readonly questions: Question[] = []

  constructor(pages: readonly (readonly PdfRow[])[]) {
    this.#pages = pages
    this.#step = usualStep(pages)
  }

  /** The place of each line is its page. */
  lines(): readonly Printed[] {
    const repeated = this.#repeated()
    const kept = this.#pages.flatMap((rows, at) => this.#page(rows, at + 1, repeated))
    return this.#together(kept)
  }

  #page(rows: readonly PdfRow[], line: number, repeated: ReadonlySet<string>): Printed[] {
    const found: Printed[] = []
    let before: PdfRow | null = null
    for (const [at, row] of rows.entries()) {
      const isEdge = at < EDGE_ROWS || at >= rows.length - EDGE_ROWS
      if (isEdge && repeated.has(patternOf(row.text))) continue
      if (before !== null && row.y - before.y > this.#step * PARAGRAPH_FROM) found.push(printed(line, ''))
      found.push(printed(line, row.text))
      before = row
    }
    return found
  }

  /** Running heads and numbers of pages: told, not read. */
  #repeated(): ReadonlySet<string> {
    const on = new Map<string, { text: string; line: number; pages: number }>()
    for (const [at, rows] of this.#pages.entries()) {
      const edges = rows.filter((_row, row) => row < EDGE_ROWS || row >= rows.length - EDGE_ROWS)
      for (const pattern of new Set(edges.map(({ text }) => patternOf(text)))) {
        const text = edges.find((row) => patternOf(row.text) === pattern)?.text ?? ''
        const seen = on.get(pattern) ?? { text, line: at + 1, pages: 0 }
        on.set(pattern, { ...seen, pages: seen.pages + 1 })
      }
    }
    const least = Math.max(SAME_ON_MIN, this.#pages.length / 3)
    const repeated = [...on].filter(
      ([pattern, { text, pages }]) => pages >= least && isRunning(pattern, text),
    )
    for (const [, { text, line, pages }] of repeated)
      this.#ask(
        line,
        `“${text.slice(0, QUOTED_LENGTH_MAX)}” stands at the top or the foot of ${pages} pages and was left out; is any of it said?`,
      )
    return new Set(repeated.map(([pattern]) => pattern))
  }

  /** A word that was parted at the end of a row is one word again. */
  #together(lines: readonly Printed[]): readonly Printed[] {
    const found: Printed[] = []
    const parted: { readonly line: number; readonly word: string }[] = []
    for (const one of lines) {
      const before = found.at(-1)
      const [, head = ''] = /(\p{Ll}+)-$/u.exec(before?.text.slice(-100) ?? '') ?? []
      const [, tail = ''] = /^(\p{Ll}+)/u.exec(one.text) ?? []
      if (before && head !== '' && tail !== '') {
        const rest = one.text.slice(tail.length).trimStart()
        const [, sign = '', after = rest] = /^([.,;:!?’”]+)\s*(.*)$/su.exec(rest) ?? []
        found[found.length - 1] = { ...before, text: `${before.text.slice(0, -1)}${tail}${sign}` }
        if (after !== '') found.push({ ...one, text: after })
        parted.push({ line: before.line, word: `${head}${tail}` })
      } else found.push(one)
    }
    const [first] = parted
    if (first)
      this.#ask(
        first.line,
        `${parted.length === 1 ? 'One word was' : `${parted.length} words were`} parted at the end of a line and put together; the first is “${first.word}”. Has any of them a stroke of its own?`,
      )
    return found
  }

  #ask(line: number, message: string): void {
    this.questions.push({ line, kind: 'file', message })
  }
}

const printed = (line: number, text: string): Printed => ({ line, text, styled: null, isItalic: false })

/** Whatever its numbers are. */
const patternOf = (text: string): string => text.replaceAll(/\d+/g, '#').toLowerCase()

/** A heading that comes back, or a name alone above words, is the play’s own. */
const isRunning = (pattern: string, text: string): boolean =>
  pattern.includes('#') || (headingIn(text) === null && (/\p{Ll}/u.test(text) || / /.test(text)))

/** The step from row to row that is met most often, to a half point. */
function usualStep(pages: readonly (readonly PdfRow[])[]): number {
  const counts = new Map<number, number>()
  for (const rows of pages)
    for (const [at, row] of rows.entries()) {
      const before = rows[at - 1]
      if (!before) continue
      const step = Math.round((row.y - before.y) * 2) / 2
      counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  const [most] = [...counts].sort((one, two) => two[1] - one[1] || one[0] - two[0])
  return most?.[0] ?? Number.POSITIVE_INFINITY
}
