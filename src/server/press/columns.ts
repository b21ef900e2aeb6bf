// How wide the columns of a table are: their shares of the line, but no time or name broken where another column has room.

import type { Column } from '../../core/paperwork/sheets/sheet.ts'
import type { Pen } from './pen.ts'

/** White on each side of what stands in a cell. */
export const PAD = 3
/** A word longer than this share of the line is broken all the same. */
const WORD_SHARE_MAX = 0.3
/** What is left of the room for a pencil where the words need it. */
const PENCIL_LEAST = 0.7
/** So that what is measured to fit does fit. */
const HAIR = 0.05

type Wants = { readonly share: number; readonly least: number; readonly most: number }

export function widthsOf(
  pen: Pen,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly number[] {
  const all = columns.reduce((total, { width }) => total + width, 0)
  const shares = columns.map(({ width }) => (pen.width * width) / all)
  const wants = columns.map((column, index): Wants => {
    const share = shares[index] ?? 0
    const least = wordWidth(pen, column.head, 'bold', pen.look.body - 1)
    if (column.pencil) return { share, least: Math.max(share * PENCIL_LEAST, least), most: share }
    const cells = rows.map((row) => row[index] ?? '')
    const words = Math.max(least, ...cells.map((cell) => wordWidth(pen, cell, 'plain', pen.look.body)))
    return { share, least: words, most: Math.max(words, ...cells.map((cell) => textWidth(pen, cell))) }
  })
  const isTooNarrow = wants.some(({ share, least }) => least > share)
  const leasts = wants.reduce((total, { least }) => total + least, 0)
  return isTooNarrow && leasts <= pen.width ? shared(wants, pen.width) : shares
}

/** Each column has what it must; what is over goes by their shares to those that can use it, then to all. */
function shared(wants: readonly Wants[], line: number): readonly number[] {
  const widths = wants.map(({ least }) => least)
  let over = line - widths.reduce((total, width) => total + width, 0)
  // Each round fills at least one column, so there are at most as many.
  for (let round = 0; round < wants.length && over > HAIR; round += 1) {
    const open = wants.map(({ most }, index) => most > (widths[index] ?? 0) + HAIR)
    const sum = wants.reduce((total, { share }, index) => total + (open[index] ? share : 0), 0)
    if (sum === 0) break
    const before = over
    for (const [index, { share, most }] of wants.entries()) {
      if (!open[index]) continue
      const more = Math.min((before * share) / sum, most - (widths[index] ?? 0))
      widths[index] = (widths[index] ?? 0) + more
      over -= more
    }
  }
  const left = Math.max(0, over)
  return widths.map((width, index) => width + (left * (wants[index]?.share ?? 0)) / line)
}

const wordWidth = (pen: Pen, text: string, font: 'plain' | 'bold', size: number): number => {
  const widest = Math.max(
    0,
    ...text.split(/\s+/).map((word) => (word === '' ? 0 : pen.measure(word, font, size))),
  )
  return Math.min(widest + 2 * PAD + HAIR, pen.width * WORD_SHARE_MAX)
}

const textWidth = (pen: Pen, text: string): number =>
  text === '' ? 0 : pen.measure(text.replaceAll('\n', ' '), 'plain', pen.look.body) + 2 * PAD + HAIR
