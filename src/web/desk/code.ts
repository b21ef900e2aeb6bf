// A link as a QR code: which squares are dark, and the one path that draws them.

import qrcode from 'qrcode-generator'

/** Squares of quiet around the code, without which no camera finds it. */
const QUIET = 4

/** Row by row, true where dark. Chooses the smallest code that holds the text and mends 15 % of damage. */
export function modulesOf(text: string): readonly (readonly boolean[])[] {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_each, index) => index)
  return places.map((row) => places.map((column) => code.isDark(row, column)))
}

/** `size`: side of the drawing in squares, the quiet ones counted. */
export function drawingOf(text: string): { readonly size: number; readonly path: string } {
  const modules = modulesOf(text)
  const squares = modules.flatMap((line, row) =>
    line.flatMap((dark, column) => (dark ? [`M${column + QUIET} ${row + QUIET}h1v1h-1z`] : [])),
  )
  return { size: modules.length + 2 * QUIET, path: squares.join('') }
}
