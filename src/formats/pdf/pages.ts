// The text of a PDF as whoever opened it hands it on: words with their places, page by page, under bounds.

/** The longest script known to us has 220 pages. */
export const PDF_PAGES_MAX = 500
/** A page set in single letters has four thousand. */
export const PDF_PIECES_MAX = 20_000
/** Of all pages, in letters: no play has more bytes. */
export const PDF_LETTERS_MAX = 8 * 1024 * 1024
/** The slowest page known to us takes a tenth of a second on a slow laptop. */
export const PDF_PAGE_MS_MAX = 5_000

/** By its first bytes. */
export const isPdf = (bytes: Uint8Array): boolean =>
  [0x25, 0x50, 0x44, 0x46].every((byte, at) => bytes[at] === byte)

/** From the top left corner, in points: where it begins, its baseline, how long and how tall it is. */
export type PdfPiece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export type PdfPage = { readonly label: string; readonly pieces: readonly PdfPiece[] }

export type PdfText =
  | { readonly ok: true; readonly pages: readonly PdfPage[] }
  | { readonly ok: false; readonly page: number; readonly message: string }

/** Pages one after another, until one is beyond its bounds. */
export class PdfPages {
  readonly #pages: PdfPage[] = []
  #letters = 0

  /** What is wrong with it; null where nothing is. */
  add(page: PdfPage, tookMs: number): string | null {
    if (this.#pages.length >= PDF_PAGES_MAX)
      return `The PDF has more than ${PDF_PAGES_MAX} pages; no script has.`
    if (tookMs > PDF_PAGE_MS_MAX)
      return `This page took more than ${PDF_PAGE_MS_MAX / 1_000} seconds; no page of a script does.`
    if (page.pieces.length > PDF_PIECES_MAX)
      return `This page has more than ${PDF_PIECES_MAX} pieces of text; no page of a script has.`
    for (const { text } of page.pieces) this.#letters += text.length
    if (this.#letters > PDF_LETTERS_MAX)
      return `The PDF has more than ${PDF_LETTERS_MAX / 1024 / 1024} MB of text; no play has.`
    this.#pages.push(page)
    return null
  }

  get all(): readonly PdfPage[] {
    return this.#pages
  }
}
