// The words of a page of a PDF as the rows they stand in, from the top, with gaps where there are gaps.

import { LINE_LENGTH_MAX } from '../fountain/lines.ts'
import type { PdfPage, PdfPiece } from './pages.ts'

export type PdfRow = { readonly text: string; readonly y: number; readonly size: number }

/** Of the height of the letters: what lies no further apart stands in one row. */
const SAME_ROW = 0.45
/** A blank that is no letter of its own, and a gap between two columns. */
const BLANK_FROM = 0.15
const GAP_FROM = 2

export function rowsOf({ pieces }: PdfPage): readonly PdfRow[] {
  const rows: PdfPiece[][] = []
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').sort((one, two) => one.y - two.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && piece.y - first.y < SAME_ROW * Math.max(first.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(rowOf)
}

function rowOf(pieces: readonly PdfPiece[]): PdfRow {
  let text = ''
  let end: number | null = null
  let size = 0
  for (const piece of pieces.toSorted((one, two) => one.x - two.x)) {
    const apart = end === null ? 0 : (piece.x - end) / (piece.size || 1)
    if (apart > GAP_FROM) text += '\t'
    else if (apart > BLANK_FROM && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' '
    text += piece.text
    end = Math.max(end ?? 0, piece.x + piece.width)
    size = Math.max(size, piece.size)
  }
  return { text: text.slice(0, LINE_LENGTH_MAX).trim(), y: pieces[0]?.y ?? 0, size }
}
