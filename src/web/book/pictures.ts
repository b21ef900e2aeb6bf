// Files that somebody chose, as pictures of pages: made on this device, one after the other, none larger than it need be.

import { OWN_PAGES_MAX } from '../../core/show/own-pages.ts'
import { PICTURE_BYTES_MAX } from '../../wire/book.ts'
import { words as texts } from '../speech/speech.ts'
import {
  LATE,
  openPdf,
  PDF_BYTES_MAX,
  PDF_PAGE_MS_MAX,
  type Pdf,
  type Words,
  within,
  wordsOn,
} from './pdf.ts'

/** A page as it is sent: what a camera wrote into a photo (where, when, whose) is not in it any more. */
export type Made = { readonly label: string; readonly data: string; readonly words: Words }

/** Wide enough for the smallest notes at arm’s length, and 3 million dots at most. */
const WIDTH_MAX = 1_400
const HEIGHT_MAX = 2_100

/** Said to whoever chose the file. */
export class NotTaken extends Error {}

type Making = {
  readonly there: number
  readonly onPage: (at: number, all: number) => void
  readonly made: (page: Made) => Promise<void>
}

/** Rejects with `NotTaken` where anything of it cannot be taken. */
export async function makePages(files: readonly File[], making: Making): Promise<void> {
  const { refused } = texts().ownPages
  const mb = Math.round(PDF_BYTES_MAX / 1024 / 1024)
  if (files.some(({ size }) => size > PDF_BYTES_MAX)) throw new NotTaken(refused.large({ mb }))
  const left = OWN_PAGES_MAX - making.there
  const tooMany = new NotTaken(refused.many({ most: OWN_PAGES_MAX, there: making.there }))
  if (files.length > left) throw tooMany
  let many = 0
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!isPdf(bytes)) {
      many += 1
      making.onPage(many, files.length)
      await making.made({ label: String(making.there + many), data: await pictureOf(file), words: [] })
      continue
    }
    const opened = await openPdf(await library(), bytes, { pagesMax: left - many })
    if (!opened.ok) {
      if (opened.why === 'many') throw tooMany
      throw new NotTaken(opened.why === 'large' ? refused.large({ mb }) : refused[opened.why])
    }
    many += await pagesOf(opened.pdf, making)
  }
}

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-')

/** Only for whoever adds a PDF: no other device loads it. */
async function library() {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  pdfjs.GlobalWorkerOptions.workerSrc = new URL(
    'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    import.meta.url,
  ).href
  return pdfjs
}

async function pagesOf(pdf: Pdf, { onPage, made }: Making): Promise<number> {
  try {
    for (const [at, label] of pdf.labels.entries()) {
      onPage(at + 1, pdf.labels.length)
      const drawn = await within(PDF_PAGE_MS_MAX, drawnPage(pdf, at + 1)).catch(() => null)
      if (drawn === LATE) throw new NotTaken(texts().ownPages.refused.slow)
      if (drawn === null) throw new NotTaken(texts().ownPages.refused.damaged)
      await made({ label, ...drawn })
    }
    return pdf.labels.length
  } finally {
    await pdf.close().catch(() => undefined)
  }
}

async function drawnPage(pdf: Pdf, number: number) {
  const page = await pdf.page(number)
  const whole = page.getViewport({ scale: 1 })
  const scale = Math.min(WIDTH_MAX / whole.width, HEIGHT_MAX / whole.height)
  const viewport = page.getViewport({ scale })
  const canvas = canvasOf(viewport.width, viewport.height)
  await page.render({ canvas, viewport, background: 'white', annotationMode: 0 }).promise
  const [data, words] = [await written(canvas), await wordsOn(page)]
  page.cleanup()
  return { data, words }
}

async function pictureOf(file: File): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) throw new NotTaken(texts().ownPages.refused.picture({ file: file.name.slice(0, 80) }))
  const scale = Math.min(1, WIDTH_MAX / picture.width, HEIGHT_MAX / picture.height)
  const canvas = canvasOf(picture.width * scale, picture.height * scale)
  const context = canvas.getContext('2d')
  // What can be seen through is paper.
  if (context) context.fillStyle = 'white'
  context?.fillRect(0, 0, canvas.width, canvas.height)
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return written(canvas)
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  return canvas
}

/** Sharp where that is small enough, as print is; else as a photo. */
async function written(canvas: HTMLCanvasElement): Promise<string> {
  for (const [type, quality] of [
    ['image/png', 1],
    ['image/jpeg', 0.8],
    ['image/jpeg', 0.5],
  ] as const) {
    const url = canvas.toDataURL(type, quality)
    const data = url.slice(url.indexOf(',') + 1)
    if (url.startsWith(`data:${type}`) && data.length <= Math.ceil(PICTURE_BYTES_MAX / 3) * 4) return data
  }
  throw new NotTaken(texts().ownPages.refused.huge)
}
