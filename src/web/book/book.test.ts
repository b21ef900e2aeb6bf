// The book's own arithmetic: steps, finding, which blocks are drawn, which key does what.

import { expect, test } from 'vitest'
import type { BookLine } from '../../core/book/text.ts'
import type { BookPage } from '../../wire/book.ts'
import { BLOCK_LINES, blocksOf, guessedHeight, shownBlocks, topOf } from './blocks.ts'
import { findFrom } from './find.ts'
import { bookAct } from './keys.ts'
import { besides } from './margins.ts'
import { type Cursor, PAGE_LINES, type Step, stepped } from './place.ts'

const line = (id: string, item: string, text: string, page: string | null = null): BookLine => ({
  ...{ id, item, role: null, kind: 'speech', text, page },
})
const lines = [
  line('l1', 'a', 'The tide is out.', '1'),
  line('l2', 'a', 'Then we walk.'),
  line('l3', 'b', 'Walk where it is wettest.', '2'),
  line('l4', 'b', 'The tide.'),
]

test('BOOK-8: one goes by word, line, twelve lines and scene, and stays inside the script', () => {
  const from = (index: number, word: number, ...steps: readonly Step[]) =>
    Object.values(steps.reduce<Cursor>((at, step) => stepped(lines, at, step), { index, word }))
  expect(from(0, 3, 'word')).toEqual([1, 0])
  expect(from(1, 0, 'word-back')).toEqual([0, 3])
  expect(from(0, 3, 'line')).toEqual([1, 2])
  expect(from(0, 0, 'word-back', 'line-back', 'page-back', 'scene-back')).toEqual([0, 0])
  expect(from(3, 1, 'word', 'line', 'page', 'line-ends')).toEqual([3, 1])
  expect([
    from(0, 2, 'scene'),
    from(3, 1, 'scene-back'),
    from(2, 0, 'scene-back'),
    from(3, 1, 'scene'),
  ]).toEqual([
    ...[
      [2, 0],
      [2, 0],
      [0, 0],
      [3, 0],
    ],
  ])
  const long = Array.from({ length: 40 }, (_, at) => line(`l${at + 1}`, 'a', 'one two'))
  expect(stepped(long, { index: 0, word: 1 }, 'page')).toEqual({ index: PAGE_LINES, word: 1 })
})

test('BOOK-9: a cue, a page, a scene and words are found, the next from here, and round from the end', () => {
  const cue = {
    ...{
      id: 'c1',
      department: 'lx',
      number: '14',
      title: '',
      words: '',
      item: 'b',
      placed: true,
      guessed: false,
    },
    ...{
      at: { line: 'l3', word: 2 },
      standby: null,
      warn: null,
      point: null,
      standbyPoint: null,
      warnPoint: null,
      group: null,
      note: '',
      doubt: null,
    },
  }
  const finding = {
    lines,
    index: new Map(lines.map(({ id }, at) => [id, at])),
    page: {
      items: [
        { id: 'a', code: '1.1', title: 'Quay', act: 1 },
        { id: 'b', code: '1.2', title: 'Sands', act: 1 },
      ],
      departments: [{ id: 'lx', short: 'LX', name: 'Lights' }],
      cues: [cue],
    },
  }
  const foundIn = (sought: string, index = 0, word = 0) => findFrom(finding, sought, { index, word })
  const find = (...from: Parameters<typeof foundIn>) => foundIn(...from)?.to ?? null
  // A cue that is asked for by name is the one that is meant from then on, whatever else lies on its word.
  expect([foundIn('LX 14')?.cue, foundIn('tide')?.cue]).toEqual([cue.id, null])
  // As a line is remembered: without its commas, and whichever dash or apostrophe was typed.
  expect([find('walk, where: it is'), find('THEN  we—walk'), find('‘tide’', 1), find('…')]).toEqual([
    ...[{ index: 2, word: 0 }, { index: 1, word: 0 }, { index: 3, word: 1 }, null],
  ])
  expect(find('lx14')).toEqual({ index: 2, word: 2 })
  expect(find('p. 2')).toEqual({ index: 2, word: 0 })
  expect([find('1.2'), find('sands')]).toEqual([
    { index: 2, word: 0 },
    { index: 2, word: 0 },
  ])
  expect(find('tide', 0, 0)).toEqual({ index: 0, word: 1 })
  expect(find('tide', 0, 1)).toEqual({ index: 3, word: 1 })
  expect(find('tide', 3, 1)).toEqual({ index: 0, word: 1 })
  expect([find(''), find('nowhere'), find('p 9')]).toEqual([null, null, null])
})

test('BOOK-18: beside a line comings, goings, changes, hand-offs and presets stand before what is only done', () => {
  const kinds = ['task', 'preset', 'out', 'hand-off', 'in', 'change', 'task'] as const
  const marks = kinds.map((kind, at) => ({ line: 'l1', kind, who: `${at}`, what: '' }))
  const page = { cues: [], questions: [], marks } as unknown as BookPage
  const beside = besides(page, [], { hidden: new Set(), marks: true }).get('l1')
  expect(beside?.marks.map(({ kind, who }) => `${kind} ${who}`)).toEqual([
    ...['in 4', 'out 2', 'change 5', 'hand-off 3', 'preset 1', 'task 0', 'task 6'],
  ])
})

test('BOOK-10: of a long script only the blocks in view and near it are drawn, with the rest as blank height', () => {
  const heights = Array.from({ length: 500 }, () => 1_000)
  expect(shownBlocks(heights, 0, 800)).toEqual({ from: 0, to: 2, before: 0, behind: 498_000 })
  const middle = shownBlocks(heights, 250_500, 800)
  expect([middle.from, middle.to, middle.before]).toEqual([249, 252, 249_000])
  expect(shownBlocks(heights, 499_500, 800)).toMatchObject({ to: 500, behind: 0 })
  expect(shownBlocks([], 0, 800)).toEqual({ from: 0, to: 0, before: 0, behind: 0 })
  expect([topOf(heights, 3), blocksOf(BLOCK_LINES + 1), guessedHeight(lines, 0)]).toEqual([3_000, 2, 152])
})

test('BOOK-8: keys are letters while nothing is typed, and Enter on a button is the button’s', () => {
  const stroke = { key: 'c', ctrl: false, shift: false, alt: false, typing: false, onButton: false }
  expect(bookAct(stroke)).toEqual({ act: 'place' })
  expect(bookAct({ ...stroke, typing: true })).toBeNull()
  expect(bookAct({ ...stroke, key: 'ArrowDown' })).toEqual({ act: 'step', step: 'line' })
  expect(bookAct({ ...stroke, key: 'z', ctrl: true })).toEqual({ act: 'undo' })
  expect(bookAct({ ...stroke, key: 'Z', ctrl: true, shift: true })).toEqual({ act: 'redo' })
  expect(bookAct({ ...stroke, key: 'U', shift: true })).toEqual({ act: 'redo' })
  expect(bookAct({ ...stroke, key: 'Enter' })).toEqual({ act: 'here' })
  expect(bookAct({ ...stroke, key: 'Enter', onButton: true })).toBeNull()
  expect(bookAct({ ...stroke, key: 'x' })).toBeNull()
})
