// Pages of one’s own and what is called on them: added, named, taken out; cues placed at points, moved, warned and stood by.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { comparePoints, OWN_PAGES_MAX, type PagePoint } from '../show/own-pages.ts'
import type { Show } from '../show/show.ts'
import { changesBetween, makeChanges, mergeEdit } from './changes.ts'
import type { Edit } from './edit.ts'
import { editShow } from './edits.ts'

const image = (digit: string) => digit.repeat(64)

const bare: Show = {
  ...{ format: 'ghostlight-show', formatVersion: 1, title: 'Score', language: 'en-GB', country: 'GB' },
  ...{ timeZone: 'Europe/London', venue: { name: '', places: [], travel: [] }, people: [], engagements: [] },
  ...{
    roles: [],
    tracks: [],
    obligations: [],
    items: [],
    departments: [],
    cues: [],
    vamps: [],
    costumes: [],
  },
  ...{ changes: [], handOffs: [], props: [], presets: [], mics: [], script: [] },
  editions: [{ id: id<'edition'>('e1'), title: 'First', items: [] }],
}

function made(show: Show, ...edits: readonly Edit[]): Show {
  return edits.reduce((on, edit) => {
    const next = editShow(on, edit)
    if (!next.ok) throw new Error(next.refusal.sentence)
    return next.value
  }, show)
}

const pages = (...labels: readonly string[]): Edit => ({
  name: 'pages.add',
  pages: labels.map((label) => ({ label, image: image('a') })),
})
const order: Edit = {
  name: 'order.set',
  rows: ['Opening', 'Duet'].map((title, at) => ({
    ...{ code: String(at + 1), title, act: 1, seconds: 120, kind: 'number' as const },
  })),
}
const at = (page: string, x: number, y: number, by: PagePoint['by'] = 'point', said = ''): PagePoint => ({
  ...{ page, x, y, by, said },
})
const place = (point: PagePoint, number = ''): Edit => ({
  ...{ name: 'cue.place', row: { department: 'LX', number, title: '' }, at: point },
})
const refusal = (show: Show, edit: Edit): string => {
  const told = editShow(show, edit)
  return told.ok ? 'taken' : told.refusal.sentence
}

test('PAGES-1: pages are added behind those that are there, up to their bound, and work without a running order', () => {
  const score = made(bare, pages('46', '47'), pages('47a'), place(at('p2', 0.5, 0.25)))
  expect(score.pages?.map(({ label }) => label)).toEqual(['46', '47', '47a'])
  expect(score.cues[0]?.anchor).toMatchObject({ page: '47', guessed: true, point: { x: 0.5, y: 0.25 } })
  const labels = Array.from({ length: OWN_PAGES_MAX }, (_, one) => String(one))
  const full = made(bare, pages(...labels))
  expect(full.pages).toHaveLength(OWN_PAGES_MAX)
  expect(refusal(full, pages('one more'))).toMatch(/holds 600 pages/)
})

test('PAGES-2: the item that begins on a page is that of what is called there, until the next one begins', () => {
  const score = made(
    ...([made(bare, order, pages('1', '2', '3')), place(at('p1', 0.1, 0.1))] as const),
    ...[place(at('p2', 0.1, 0.1)), place(at('p3', 0.1, 0.1))],
  )
  const items = (show: Show) => show.cues.map(({ anchor }) => anchor.item)
  const [first, second] = score.items.map((item) => item.id)
  expect(items(score)).toEqual([first, first, first])
  const change = { name: 'page.change', page: 'p2', label: '2a', item: must(second, 'two items') } as const
  const begun = made(score, change)
  expect(items(begun)).toEqual([first, second, second])
  expect(begun.cues[1]?.anchor.page).toBe('2a')
  expect(items(made(begun, { ...change, item: null }))).toEqual([first, first, first])
  expect(refusal(begun, { ...change, page: 'p9' })).toMatch(/not in the book any more/)
  expect(refusal(begun, { name: 'order.set', rows: [] })).toMatch(/hang/)
})

test('PAGES-3: a cue lies on a word, a bar, a count, a visual or a point, and says which', () => {
  const score = made(
    ...([made(bare, pages('47')), place(at('p1', 0.1, 0.1, 'bar', ' 12 '))] as const),
    ...[place(at('p1', 0.2, 0.1, 'word', 'gladly')), place(at('p1', 0.3, 0.1, 'visual', 'lamp up'))],
  )
  expect(score.cues.map(({ anchor: { bar, line } }) => [bar, line])).toEqual([
    ...[['12', undefined] as const, [undefined, 'gladly'] as const, [undefined, 'lamp up'] as const],
  ])
})

test('PAGES-4: the list reads as the pages do, whatever the order in which cues were placed; none stands by after itself', () => {
  const share = fc.integer({ min: 0, max: 100 }).map((hundredth) => hundredth / 100)
  const point = fc.record({ page: fc.constantFrom('p1', 'p2', 'p3'), x: share, y: share })
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), fc.array(point), (points, moves) => {
      let score = made(bare, order, pages('1', '2', '3'))
      score = made(score, ...points.map(({ page, x, y }) => place(at(page, x, y))))
      for (const [index, { page, x, y }] of moves.entries()) {
        const cue = must(score.cues[index % score.cues.length], 'there are cues').id
        const to = at(page, x, y)
        const edit: Edit =
          index % 2 === 0
            ? { name: 'cue.shift', cue, at: to }
            : { name: 'cue.ready', cue, call: 'standby', at: to }
        const next = editShow(score, edit)
        if (next.ok) score = next.value
      }
      const lies = score.cues.map(({ anchor }) => must(anchor.point, 'each lies on a page'))
      for (const [index, one] of lies.entries()) {
        const before = lies[index - 1]
        if (before) expect(comparePoints(score, before, one)).toBeLessThanOrEqual(0)
      }
      const seconds = score.cues.map(({ anchor }) => anchor.seconds)
      expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
      for (const { anchor, standby } of score.cues) {
        if (!standby?.point || !anchor.point) continue
        expect(comparePoints(score, standby.point, anchor.point)).toBeLessThanOrEqual(0)
        expect(standby.seconds).toBeLessThanOrEqual(anchor.seconds)
      }
    }),
    { numRuns: 60 },
  )
})

test('PAGES-5: a page with a cue on it stays, and the sentence says how many; an empty one goes', () => {
  const score = made(bare, pages('46', '47'), place(at('p2', 0.5, 0.5)))
  expect(refusal(score, { name: 'page.remove', page: 'p2' })).toMatch(/Page 47 has a cue on it/)
  expect(made(score, { name: 'page.remove', page: 'p1' }).pages?.map(({ label }) => label)).toEqual(['47'])
  expect(refusal(made(score, { name: 'show.lock', locked: true }), pages('48'))).toMatch(/locked/)
})

test('PAGES-6: two who work on pages at once lose nothing, and each takes back what they did', () => {
  const base = made(bare, pages('46', '47'), place(at('p1', 0.1, 0.1)))
  const cue = must(base.cues[0], 'it was placed').id
  const now = made(base, { name: 'page.change', page: 'p2', label: '47a', item: null })
  const moved = mergeEdit(base, now, (show) =>
    editShow(show, { name: 'cue.shift', cue, at: at('p2', 0.9, 0.9) }),
  )
  if (!moved.ok) throw new Error(moved.refusal.sentence)
  expect(moved.value.pages?.[1]?.label).toBe('47a')
  expect(moved.value.cues[0]?.anchor.point).toMatchObject({ page: 'p2', x: 0.9 })
  const back = makeChanges(moved.value, changesBetween(now, base))
  expect(back.ok && back.value.pages?.[1]?.label).toBe('47')
})
