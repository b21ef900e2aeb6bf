// Where the pen is on the paper: margins, the line it writes on, and when the page is turned.

import { PAGES_MAX, type PaperSize } from './job.ts'
import type { Font, Mark, Measure, Piece, Role } from './page.ts'
import { wrap } from './wrap.ts'

/** In points. */
export const paper: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  A4: { width: 595.28, height: 841.89 },
  Letter: { width: 612, height: 792 },
}
const MARGIN = 42
const FOOT = 26
const LEADING = 1.28

export type Look = { readonly body: number; readonly heading: number; readonly rowMin: number }
export const ordinary: Look = { body: 9, heading: 11, rowMin: 17 }
export const arm: Look = { body: 10, heading: 12.5, rowMin: 19 }

/** A job larger than any night is refused in a sentence. */
export class TooLong extends Error {}

/** Where the pen is, and everything drawn so far. One for each job. */
export class Pen {
  readonly pages: { pieces: Piece[] }[] = []
  readonly measure: Measure
  readonly left = MARGIN
  readonly right: number
  readonly bottom: number
  look: Look = ordinary
  y = MARGIN
  #tables = 0
  #rows = 0

  readonly #pagesMax: number

  constructor(size: PaperSize, measure: Measure, pagesMax = PAGES_MAX) {
    this.#pagesMax = pagesMax
    this.measure = measure
    this.right = paper[size].width - MARGIN
    this.bottom = paper[size].height - MARGIN - FOOT
  }

  get width(): number {
    return this.right - this.left
  }

  turn(): void {
    if (this.pages.length >= this.#pagesMax)
      throw new TooLong(`A set of more than ${this.#pagesMax} pages is not printed.`)
    this.pages.push({ pieces: [] })
    this.y = MARGIN
  }

  /** Turns the page where so much does not fit any more; says whether it did. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom) return false
    this.turn()
    return true
  }

  put(role: Role, marks: readonly Mark[], table: number | null = null, row: number | null = null): void {
    this.pages.at(-1)?.pieces.push({ role, table, row, marks })
  }

  table(): number {
    this.#tables += 1
    return this.#tables
  }

  row(): number {
    this.#rows += 1
    return this.#rows
  }

  lines(text: string, width: number, font: Font, size: number): readonly string[] {
    return wrap(text, { width, font, size, measure: this.measure })
  }

  /** A text over as many lines and pages as it takes. */
  write(role: Role, text: string, font: Font, size: number, indent = 0): void {
    const height = size * LEADING
    for (const line of this.lines(text, this.width - indent, font, size)) {
      this.need(height)
      this.put(role, [{ kind: 'text', x: this.left + indent, y: this.y, text: line, font, size }])
      this.y += height
    }
  }
}

export const lineHeight = (size: number): number => size * LEADING

export const rule = (x: number, y: number, toX: number, toY: number, width: number): Mark => ({
  kind: 'rule',
  x,
  y,
  toX,
  toY,
  width,
})
