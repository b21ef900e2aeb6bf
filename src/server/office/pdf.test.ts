// PDFs as scripts: what is read of one with text, and that no hostile one takes more than its bounds.

import { expect, test } from 'vitest'
import { packedAgain, packedText, pdfOf, scriptPdf, smallPdf } from '../../../test/kit/small-pdf.ts'
import { sourceOf } from '../../../test/kit/source.ts'
import { importFile, type Source } from '../../formats/import-file.ts'
import {
  PDF_LETTERS_MAX,
  PDF_PAGE_MS_MAX,
  PDF_PAGES_MAX,
  PDF_PIECES_MAX,
  type PdfPage,
  PdfPages,
  type PdfPiece,
} from '../../formats/pdf/pages.ts'
import { systemClock } from '../clock/clock.ts'
import { READ_BYTES_MB_MAX } from './bounded-thread.ts'
import { readPdf } from './pdf-reader.ts'
import { openUploadReader } from './upload-reader.ts'

async function opened(bytes: Uint8Array, msMax?: number): Promise<Source> {
  const pdf = await readPdf(bytes, { clock: systemClock, ...(msMax === undefined ? {} : { msMax }) })
  return { ...sourceOf('lamp.pdf', bytes), pdf }
}

async function refusal(bytes: Uint8Array, msMax?: number): Promise<string> {
  const read = importFile(await opened(bytes, msMax))
  return read.ok ? 'read' : `${read.errors[0]?.line}: ${read.errors[0]?.message}`
}

const pages = [
  [
    '                    The Harbour Lamp',
    '',
    'ACT ONE',
    '',
    'SCENE 1. The quay',
    '',
    'Enter Bess.',
    '',
    '                    BESS',
    'We are late, and the lamp has been won-',
    'derfully out all night.',
    '',
    '                    1',
  ],
  [
    '                    The Harbour Lamp',
    '',
    '                    TOM',
    'Not so late.',
    '(He sits.)',
    'Nobody has called.',
    '',
    'Exit Bess.',
    '',
    '                    2',
  ],
  [
    '                    The Harbour Lamp',
    '',
    '                    TOM',
    'Gone.',
    '',
    '                    3',
  ],
]

test('SCRIPT-9: the words of a PDF are read by their places as a printed script, with pages, and what was put right is asked', async () => {
  const bytes = scriptPdf(pages)
  const read = importFile(await opened(bytes))
  if (!read.ok || read.what !== 'play') throw new Error('not read')
  expect(read.show.items.map(({ title }) => title)).toEqual(['SCENE 1. The quay'])
  expect(read.show.roles.map(({ name }) => name)).toEqual(['BESS', 'TOM'])
  expect(read.show.script.map(({ text, page }) => [text, page])).toEqual([
    ['Enter Bess.', '1'],
    ['We are late, and the lamp has been wonderfully', undefined],
    ['out all night.', undefined],
    ['Not so late.', '2'],
    ['He sits.', undefined],
    ['Nobody has called.', undefined],
    ['Exit Bess.', undefined],
    ['Gone.', '3'],
  ])
  const asked = read.questions.map(({ line, message }) => `${line}: ${message}`).join('\n')
  for (const told of [
    '1: “The Harbour Lamp” stands at the top',
    '1: “1” stands at',
    '1: One word was parted',
  ])
    expect(asked).toMatch(told)
  // From the screen it is the same.
  const reader = openUploadReader({ clock: systemClock })
  const uploaded = await reader.read({ source: sourceOf('lamp.pdf', bytes), asked: {} })
  expect(uploaded).toMatchObject({ ok: true, kind: 'play', counts: { roles: 2, items: 1 } })
}, 20_000)

test('SCRIPT-9: a PDF without words, locked, damaged or none is refused with what to do', async () => {
  expect(await refusal(scriptPdf([[], []]))).toMatch('1: This PDF has no words, only pictures of pages')
  const hex = '5a'.repeat(32)
  const locked = `/ID[<${hex}><${hex}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${hex}>/U<${hex}>/P -4>>`
  expect(await refusal(smallPdf(1, locked))).toMatch('locked with a password')
  expect(await refusal(new TextEncoder().encode('%PDF-1.7 and nothing'))).toMatch('damaged, or is none')
}, 20_000)

const MEGABYTE = 1024 * 1024

test('SCRIPT-10: pages, pieces, letters and the time of a page at their bounds are taken, beyond them refused', () => {
  const piece = (text: string) => ({ text, x: 0, y: 0, width: 1, size: 1 })
  const page = (...pieces: readonly PdfPiece[]): PdfPage => ({ label: '1', pieces })
  const many = (count: number) => page(...Array.from({ length: count }, () => piece('a')))
  const said = (one: PdfPage, tookMs = 0) => new PdfPages().add(one, tookMs)
  expect([said(many(PDF_PIECES_MAX)), said(many(PDF_PIECES_MAX + 1))]).toEqual([
    null,
    expect.stringMatching('pieces of text'),
  ])
  expect([said(many(1), PDF_PAGE_MS_MAX), said(many(1), PDF_PAGE_MS_MAX + 1)]).toEqual([
    null,
    expect.stringMatching('more than 5 seconds'),
  ])
  const letters = new PdfPages()
  expect(letters.add(page(piece('a'.repeat(PDF_LETTERS_MAX))), 0)).toBeNull()
  expect(letters.add(many(1), 0)).toMatch('8 MB of text')
  const pages = new PdfPages()
  for (let count = 0; count < PDF_PAGES_MAX; count += 1) expect(pages.add(many(1), 0)).toBeNull()
  expect(pages.add(many(1), 0)).toMatch('more than 500 pages')
})

test('SCRIPT-10: a page beyond its bounds is told by its number', async () => {
  const long = Array.from(
    { length: PDF_PIECES_MAX + 200 },
    (_, at) => `1 0 0 1 ${10 + 20 * (at % 20)} ${690 - 3 * Math.floor((at / 20) % 220)} Tm (a) Tj`,
  )
  const bytes = pdfOf([packedText('BT /F1 12 Tf (a) Tj ET'), packedText(`BT /F1 1 Tf ${long.join('\n')} ET`)])
  expect(await refusal(bytes)).toMatch(`2: This page has more than ${PDF_PIECES_MAX} pieces`)
}, 30_000)

test('SCRIPT-10: a bomb and a page that takes for ever are given up within their bounds, and the next is read', async () => {
  const bomb = packedAgain(' ', 1_000)
  expect(bomb.bytes.length).toBeLessThan(2 * MEGABYTE)
  const began = process.memoryUsage().rss
  expect(await refusal(pdfOf([bomb]))).toMatch('more time or memory than any script needs')
  expect(process.memoryUsage().rss - began).toBeLessThan(2 * READ_BYTES_MB_MAX * MEGABYTE)
  // Nothing but work: millions of times the same.
  expect(await refusal(pdfOf([packedAgain('q Q ', 40)]), 500)).toMatch(
    'more time or memory than any script needs',
  )
  expect(await refusal(scriptPdf(pages))).toBe('read')
}, 40_000)
