// One’s own pages on the screen: where keys take the cross, what is found, and PDFs, good and hostile, as pages.

import * as library from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { smallPdf } from '../../../test/kit/small-pdf.ts'
import { stacksFrom, UNDO_MAX } from '../show/undo-kept.ts'
import { KEPT_PICTURES_BYTES_MAX, roomFor } from './kept-book.ts'
import { crossAfter, findOnPages, type PageFinding, wordAt } from './page-place.ts'
import { openPdf, PDF_BYTES_MAX, wordsOn } from './pdf.ts'
import { nearest, PICTURES_KEPT_MAX } from './use-pictures.ts'

test('PAGES-9: arrows move the cross, with Shift a little, never off the page; pages are turned and never beyond the last', () => {
  const from = { at: 1, x: 0.5, y: 0.99 }
  expect(crossAfter(from, 3, 'ArrowRight', false)).toEqual({ ...from, x: 0.52 })
  expect(crossAfter(from, 3, 'ArrowRight', true)).toEqual({ ...from, x: 0.5025 })
  expect(crossAfter(from, 3, 'ArrowDown', false)).toEqual({ ...from, y: 1 })
  expect(['PageDown', 'PageUp', 'Home', 'End'].map((key) => crossAfter(from, 3, key, false)?.at)).toEqual([
    ...[2, 0, 0, 2],
  ])
  expect(crossAfter({ ...from, at: 2 }, 3, 'PageDown', false)?.at).toBe(2)
  expect(crossAfter(from, 0, 'PageDown', false)?.at).toBe(0)
  expect(crossAfter(from, 3, 'x', false)).toBeNull()
})

test('PAGES-10: a page by its label, a cue, a scene, and words on the next page that has them, round from the end', () => {
  const image = (one: string) => one.repeat(64)
  const words = new Map([
    [image('a'), [['The', 0.1, 0.2] as const, ['tide,', 0.2, 0.2] as const]],
    [image('b'), [['tide', 0.3, 0.4] as const]],
  ])
  const point = { page: 'p2', x: 0.7, y: 0.8, by: 'point' as const, said: '' }
  const cue = {
    ...{ id: 'c1', department: 'lx', number: '14', title: '', words: '', item: 'a', at: null, point },
    ...{ standby: null, warn: null, standbyPoint: null, warnPoint: null, placed: false, guessed: true },
    ...{ group: null, note: '', doubt: null },
  }
  const page: PageFinding['page'] = {
    pages: [
      { id: 'p1', label: '46', image: image('a') },
      { id: 'p2', label: '47a', image: image('b') },
    ],
    items: [{ id: 'a', code: '7', title: 'Duet', act: 1 }],
    departments: [{ id: 'lx', short: 'LX', name: 'Lights' }],
    cues: [cue],
  }
  const here = { at: 0, x: 0, y: 0 }
  const foundIn = (sought: string) => findOnPages({ page, words }, sought, here)
  const find = (sought: string) => foundIn(sought)?.to ?? null
  // A cue that is asked for by name is the one that is meant from then on.
  expect([foundIn('lx 14')?.cue, foundIn('tide')?.cue]).toEqual(['c1', null])
  expect([find('p 47A')?.at, find('47a')?.at, find('lx14')]).toEqual([1, 1, { at: 1, x: 0.7, y: 0.8 }])
  expect([find('tide'), find('the tide')]).toEqual([
    { at: 1, x: 0.3, y: 0.4 },
    { at: 0, x: 0.1, y: 0.2 },
  ])
  expect([find('duet'), find(''), find('ebb')]).toEqual([null, null, null])
  expect([wordAt(words.get(image('a')) ?? [], { x: 0.21, y: 0.2 }), wordAt([], here)]).toEqual(['tide,', ''])
})

const hex = '5a'.repeat(32)
const password = `/ID[<${hex}><${hex}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${hex}>/U<${hex}>/P -4>>`

const why = async (bytes: Uint8Array, bounds = {}) => {
  const opened = await openPdf(library, bytes, bounds)
  if (!opened.ok) return opened.why
  const many = opened.pdf.labels.length
  await opened.pdf.close()
  return many
}

test('PAGES-7: a PDF is so many pages, each with its words where they stand', async () => {
  const opened = await openPdf(library, smallPdf(2))
  if (!opened.ok) throw new Error(opened.why)
  expect(opened.pdf.labels).toEqual(['1', '2'])
  const [[word, x, y] = ['', 0, 0], second] = await wordsOn(await opened.pdf.page(2))
  expect([word, second?.[0]]).toEqual(['gladly', '2'])
  expect([x, y].map((share) => Math.round(share * 10))).toEqual([3, 5])
  await opened.pdf.close()
})

test('PAGES-7: a PDF that is locked, damaged, none, too large, too long or too slow is refused, and nothing in it is run', async () => {
  expect(await why(smallPdf(1, password))).toBe('locked')
  const whole = smallPdf(2)
  expect(await why(new Uint8Array(Buffer.from('no pdf at all')))).toBe('damaged')
  expect(await why(new Uint8Array(0))).toBe('damaged')
  // Cut in two it is read as far as it goes, or refused: never a page that is not there.
  expect(['damaged', 0, 1, 2]).toContain(await why(whole.slice(0, whole.length >> 1)))
  expect([await why(smallPdf(3), { pagesMax: 3 }), await why(smallPdf(4), { pagesMax: 3 })]).toEqual([
    ...[3, 'many'],
  ])
  expect(await why({ byteLength: PDF_BYTES_MAX + 1 } as Uint8Array)).toBe('large')
  // A reader that never answers is given up, and ended.
  let ended = 0
  const destroy = async () => {
    ended += 1
  }
  const hangs = { getDocument: () => ({ promise: new Promise(() => {}), destroy }) }
  const late = await openPdf(hangs as unknown as typeof library, whole, { openMs: 5 })
  expect([late.ok ? 'taken' : late.why, ended]).toEqual(['slow', 1])
})

test('PAGES-12: the page one is on is held first, then those around it, those to come before those behind, up to the bound', () => {
  const pages = Array.from({ length: 300 }, (_, at) => ({
    id: `p${at}`,
    label: String(at),
    image: String(at),
  }))
  expect(nearest(pages, 150).slice(0, 6)).toEqual(['150', '151', '149', '152', '153', '148'].map(String))
  expect(nearest(pages, 150)).toHaveLength(PICTURES_KEPT_MAX)
  expect(new Set(nearest(pages, 0)).size).toBe(PICTURES_KEPT_MAX)
  expect(nearest(pages.slice(0, 2), 1)).toEqual(['1', '0'])
})

test('EDIT-43: what can be taken back is read again after a reload, up to its bound; what is no such list is none', () => {
  const done = { before: 'a'.repeat(64), after: 'b'.repeat(64) }
  const many = { undo: Array(UNDO_MAX + 1).fill(done), redo: [done] }
  expect(stacksFrom(JSON.stringify(many)).undo).toHaveLength(UNDO_MAX)
  expect(stacksFrom(JSON.stringify(many)).redo).toEqual([done])
  const none = { undo: [], redo: [] }
  for (const text of [null, '', '7', '{}', '{"undo":[{"before":"x","after":7}],"redo":7}'])
    expect(stacksFrom(text)).toEqual(none)
})

test('PAGES-13: pictures are kept up to their bound; the far ones go first, of those the oldest, and one that is larger than all is not kept', () => {
  const index = ['a', 'b', 'c', 'd'].map((image) => ({ image, bytes: 10 }))
  const come = { image: 'e', bytes: 10 }
  const kept = (bytesMax: number, near: readonly string[], one = come) =>
    roomFor(index, one, near, bytesMax).kept.map(({ image }) => image)
  // At the bound all stay; one byte less, and one goes.
  expect(kept(50, [])).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(kept(49, ['e', 'a', 'b'])).toEqual(['a', 'b', 'd', 'e'])
  expect(kept(29, ['e', 'a', 'b'])).toEqual(['a', 'e'])
  expect(kept(50, ['a', 'b', 'c', 'd', 'e'], { image: 'e', bytes: 51 })).toEqual(['a', 'b', 'c', 'd'])
  expect(roomFor(index, { image: 'a', bytes: 99 }, ['a'], 120)).toEqual({
    kept: [
      { image: 'c', bytes: 10 },
      { image: 'd', bytes: 10 },
      { image: 'a', bytes: 99 },
    ],
    gone: [{ image: 'b', bytes: 10 }],
  })
  expect(KEPT_PICTURES_BYTES_MAX).toBeGreaterThan(200 * 150_000)
})
