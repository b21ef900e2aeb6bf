// A PDF as pages: opened by a reader in a thread of its own, under bounds, each page drawn as a picture with its words.

import { OWN_PAGES_MAX } from '../../core/show/own-pages.ts'
import { type PagePicture, PICTURE_WORDS_MAX, WORD_LENGTH_MAX } from '../../wire/book.ts'

/** A scanned score of three hundred pages is half of it. */
export const PDF_BYTES_MAX = 96 * 1024 * 1024
/** A page that was scanned at 600 dots an inch; what is larger is no page. */
const PDF_IMAGE_DOTS_MAX = 40_000_000
/** The longest score known to us opens in two seconds on a slow laptop. */
const PDF_OPEN_MS_MAX = 20_000
export const PDF_PAGE_MS_MAX = 20_000

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type PdfRefusal = 'locked' | 'damaged' | 'large' | 'many' | 'slow'
export type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Library['getDocument']>['promise']>['getPage']>>
export type Words = PagePicture['words']

export type Pdf = {
  readonly labels: readonly string[]
  readonly page: (number: number) => Promise<PdfPage>
  readonly close: () => Promise<void>
}

type Opened = { readonly ok: true; readonly pdf: Pdf } | { readonly ok: false; readonly why: PdfRefusal }
type Bounds = { readonly pagesMax?: number; readonly openMs?: number }

/** Never rejects. Nothing in the file is run, and nothing that it names is fetched. */
export async function openPdf(
  library: Library,
  bytes: Uint8Array,
  { pagesMax = OWN_PAGES_MAX, openMs = PDF_OPEN_MS_MAX }: Bounds = {},
): Promise<Opened> {
  if (bytes.byteLength > PDF_BYTES_MAX) return { ok: false, why: 'large' }
  const task = library.getDocument({
    ...{ data: bytes, enableXfa: false, maxImageSize: PDF_IMAGE_DOTS_MAX, stopAtErrors: true },
    ...{ verbosity: 0, disableAutoFetch: true, disableStream: true, useSystemFonts: true },
  })
  // Asked for a password it says so, and nobody is asked here.
  let isLocked = false
  task.onPassword = () => {
    isLocked = true
    void task.destroy()
  }
  const give = async (why: PdfRefusal): Promise<Opened> => {
    await task.destroy().catch(() => undefined)
    return { ok: false, why }
  }
  const read = await within(openMs, task.promise).catch(() => null)
  if (isLocked) return give('locked')
  if (read === null) return give('damaged')
  if (read === LATE) return give('slow')
  if (read.numPages > pagesMax) return give('many')
  const named = await within(openMs, read.getPageLabels()).catch(() => null)
  const labels = Array.from({ length: read.numPages }, (_, at) =>
    labelOf(named === LATE ? undefined : named?.[at], at + 1),
  )
  return {
    ok: true,
    pdf: { labels, page: (number) => read.getPage(number), close: () => task.destroy() },
  }
}

const labelOf = (named: string | undefined, number: number): string => {
  const label = (named ?? '').replaceAll(/\p{Cc}/gu, '').trim()
  return label === '' || label.length > 20 ? String(number) : label
}

export const LATE = Symbol('late')

/** What was asked for, or LATE. */
export async function within<T>(ms: number, asked: Promise<T>): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

/** Each word with its middle, by shares of the page; a scan has none. */
export async function wordsOn(page: PdfPage): Promise<Words> {
  const { items } = await page.getTextContent()
  const view = page.getViewport({ scale: 1 })
  const words: (readonly [string, number, number])[] = []
  for (const item of items) {
    if (!('str' in item)) continue
    for (const { 0: word, index } of item.str.matchAll(/[^\s\p{Cc}\p{Cs}]+/gu)) {
      if (words.length >= PICTURE_WORDS_MAX) return words
      const middle = item.str.length === 0 ? 0 : (index + word.length / 2) / item.str.length
      const [a = 1, b = 0, , , e = 0, f = 0] = item.transform as readonly number[]
      const length = Math.hypot(a, b) || 1
      const along = item.width * middle
      const [x = 0, y = 0] = view.convertToViewportPoint(e + (a / length) * along, f + (b / length) * along)
      words.push([word.slice(0, WORD_LENGTH_MAX), shareOf(x, view.width), shareOf(y, view.height)])
    }
  }
  return words
}

const shareOf = (at: number, whole: number): number =>
  Math.round(Math.min(1, Math.max(0, whole === 0 ? 0 : at / whole)) * 10_000) / 10_000
