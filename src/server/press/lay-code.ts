// A text as a code that a camera reads: its dark squares as short thick lines, row by row.

import qrcode from 'qrcode-generator'
import type { Mark } from './page.ts'
import { lineHeight, type Pen, rule } from './pen.ts'

/** In points: not quite half a millimetre is read from a hand’s breadth. */
export const SQUARE = 1.35
/** Light squares around it, without which no camera finds it; the margin of the page is as light. */
const QUIET = 4

/** `says`: what it is, beside it. */
export function layCode(pen: Pen, { text, says }: { readonly text: string; readonly says: string }): void {
  const rows = squaresOf(text)
  const side = rows.length * SQUARE
  pen.need(side)
  const marks = rows.flatMap((row, y) =>
    runsIn(row).map(({ from, to }): Mark => {
      const top = pen.y + (y + 0.5) * SQUARE
      const at = (x: number) => pen.left + x * SQUARE
      return rule(at(from), top, at(to), top, SQUARE)
    }),
  )
  pen.put('artifact', marks)
  const beside = side + QUIET * SQUARE
  const size = pen.look.body
  for (const [line, words] of pen.lines(says, pen.width - beside, 'plain', size).entries())
    pen.put('P', [
      {
        kind: 'text',
        x: pen.left + beside,
        y: pen.y + line * lineHeight(size),
        text: words,
        font: 'plain',
        size,
      },
    ])
  pen.y += side
}

function squaresOf(text: string): readonly (readonly boolean[])[] {
  // Nought: as small as the text allows, and with as little mending: paper is handed over within minutes.
  const code = qrcode(0, 'L')
  // Byte by byte: the package would take letters for bytes.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte')
  code.make()
  const many = code.getModuleCount()
  return Array.from({ length: many }, (_, row) =>
    Array.from({ length: many }, (_each, column) => code.isDark(row, column)),
  )
}

/** Dark squares that touch are one line: fewer seams, and a smaller file. */
function runsIn(row: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const [at, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last && last.to === at) last.to = at + 1
    else runs.push({ from: at, to: at + 1 })
  }
  return runs
}
