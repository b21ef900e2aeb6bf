// The thread in which a PDF is opened for its words: nothing in it is run, drawn or fetched.

import { parentPort, workerData } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import { PdfPages, type PdfPiece, type PdfText } from '../../formats/pdf/pages.ts'
import { systemClock } from '../clock/clock.ts'

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type Open = Awaited<ReturnType<Library['getDocument']>['promise']>

const line = must(parentPort, 'a PDF is read in a thread of its own')
// As at the edge: pdf-reader.ts is the only one who starts this file.
void opened(workerData as Uint8Array).then((told) => line.postMessage(told))

async function opened(bytes: Uint8Array): Promise<PdfText> {
  // Its own worker, in this thread: where it is there already, no other is begun.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const library: Library = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = library.getDocument({
    ...{ data: bytes, enableXfa: false, stopAtErrors: true, verbosity: 0 },
    ...{ disableAutoFetch: true, disableStream: true, disableFontFace: true, useSystemFonts: false },
  })
  let isLocked = false
  task.onPassword = () => {
    isLocked = true
    void task.destroy()
  }
  const pdf = await task.promise.catch(() => null)
  if (isLocked) return refused(1, 'This PDF is locked with a password. Save it without one and try again.')
  if (!pdf) return refused(1, 'This PDF is damaged, or is none. Open it in a reader and save it anew.')
  return pagesOf(pdf)
}

async function pagesOf(pdf: Open): Promise<PdfText> {
  const labels = await pdf.getPageLabels().catch(() => null)
  const pages = new PdfPages()
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const began = systemClock.now()
    const pieces = await piecesOf(pdf, number).catch(() => null)
    if (pieces === null)
      return refused(number, 'This page is damaged. Open the PDF in a reader and save it anew.')
    const label = labelOf(labels?.[number - 1], number)
    const wrong = pages.add({ label, pieces }, systemClock.now() - began)
    if (wrong !== null) return refused(number, wrong)
  }
  return { ok: true, pages: pages.all }
}

async function piecesOf(pdf: Open, number: number): Promise<readonly PdfPiece[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const view = page.getViewport({ scale: 1 })
  const pieces = items.flatMap((item): PdfPiece[] => {
    if (!('str' in item) || item.str === '') return []
    const [a = 1, b = 0, , , e = 0, f = 0] = item.transform as readonly number[]
    const [x = 0, y = 0] = view.convertToViewportPoint(e, f)
    return [{ text: item.str, x, y, width: item.width, size: item.height || Math.hypot(a, b) }]
  })
  page.cleanup()
  return pieces
}

function labelOf(named: string | undefined, number: number): string {
  const label = (named ?? '').replaceAll(/\p{Cc}/gu, '').trim()
  return label === '' || label.length > 8 ? String(number) : label
}

const refused = (page: number, message: string): PdfText => ({ ok: false, page, message })
