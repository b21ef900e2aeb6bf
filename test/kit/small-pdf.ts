// PDFs written by hand: of so many pages, of rows of a script, of pages that are made to hurt. They would run a script, if anything ran it.

import { Buffer } from 'node:buffer'
import { constants, deflateRawSync, deflateSync } from 'node:zlib'

/** What is drawn on a page, and what is said of it: `/Filter/FlateDecode` of one that is packed. */
export type Drawn = { readonly bytes: Uint8Array; readonly said?: string }

const letters = (text: string): Drawn => ({ bytes: Buffer.from(text, 'latin1') })

/** As small as a PDF can be: pages of one line each, in a font that every reader has. */
export const smallPdf = (pages: number, trailer = ''): Uint8Array =>
  pdfOf(
    Array.from({ length: pages }, (_, at) => letters(`BT /F1 20 Tf 100 340 Td (gladly ${at + 1}) Tj ET`)),
    trailer,
  )

/** Rows from the top, 14 points apart; an empty one is a gap. A row that begins with blanks is moved in by as much. */
export const scriptPdf = (pages: readonly (readonly string[])[]): Uint8Array =>
  pdfOf(
    pages.map((rows) =>
      letters(
        rows
          .map((row, at) => {
            const text = row.trimStart()
            const x = 60 + 6 * (row.length - text.length)
            return `BT /F1 12 Tf ${x} ${660 - 14 * at} Td (${text.replaceAll(/[()\\]/g, '\\$&')}) Tj ET`
          })
          .join('\n'),
      ),
    ),
  )

export function pdfOf(pages: readonly Drawn[], trailer = ''): Uint8Array {
  const parts: (string | Uint8Array)[][] = [
    ['<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>'],
    [`<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}]>>`],
    ['<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
    ...pages.flatMap(({ bytes, said = '' }, at) => [
      [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 700]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + at * 2} 0 R>>`,
      ],
      [`<</Length ${bytes.length}${said}>>stream\n`, bytes, '\nendstream'],
    ]),
  ]
  const written: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  let length = written[0]?.length ?? 0
  const add = (piece: string | Uint8Array) => {
    const bytes = Buffer.from(piece as string)
    written.push(bytes)
    length += bytes.length
  }
  const places = parts.map((part, at) => {
    const place = length
    for (const piece of [`${at + 1} 0 obj`, ...part, 'endobj\n']) add(piece)
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const end = `trailer<</Size ${parts.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF`
  add(`xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${table}${end}`)
  return new Uint8Array(Buffer.concat(written))
}

const MEGABYTE = 1024 * 1024
const said = '/Filter/FlateDecode'
export const packedText = (text: string): Drawn => ({ bytes: deflateSync(text), said })

/** The same megabyte again and again: each piece can be read behind any other. */
export function packedAgain(text: string, megabytes: number): Drawn {
  const piece = deflateRawSync(text.repeat(MEGABYTE / text.length), { finishFlush: constants.Z_SYNC_FLUSH })
  const pieces = Array.from({ length: megabytes }, () => piece)
  return { bytes: Buffer.concat([Buffer.from([0x78, 0x9c]), ...pieces]), said }
}
