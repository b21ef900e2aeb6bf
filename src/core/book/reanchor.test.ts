// A new version of the text: lines cut, moved, edited; everything that hung on them is found or asked about, and nothing is lost.

import { expect, test } from 'vitest'
import { type Dice, dice } from '../kit/dice.ts'
import { wordsOf } from '../show/script.ts'
import { GAP_MAX, matchLines } from './match.ts'
import { reanchoring, SURE_ENOUGH } from './reanchor.ts'

const lines = (...texts: readonly string[]) => texts.map((text) => ({ text }))
const where = (was: readonly { text: string }[], is: readonly { text: string }[]) =>
  matchLines(was, is).map((match) => match?.index ?? null)

test('BOOK-5: a line is known by its words, wherever it stands; what is said often by the lines beside it', () => {
  const was = lines('The boats lie over.', 'Yes.', 'Who has the lamp?', 'Yes.', 'Then we walk.')
  expect(
    where(was, lines('the boats, lie over', 'Yes.', 'Who has the lamp?', 'Yes.', 'Then we walk.')),
  ).toEqual([...[0, 1, 2, 3, 4]])
  // The last two lines to the front, with a new one between.
  expect(
    where(
      was,
      lines('Yes.', 'Then we walk.', 'A new line here.', 'The boats lie over.', 'Yes.', 'Who has the lamp?'),
    ),
  ).toEqual([...[3, 4, 5, 0, 1]])
  expect(where(was, lines())).toEqual([null, null, null, null, null])
})

test('BOOK-5: an edited line is the one with most of its words in its place; one with too few is gone', () => {
  const was = lines('Bring the lamp to the quay at nine.', 'Walk where it is wettest, and be quick.', 'So.')
  const is = lines('Bring the lamp down to the quay at ten.', 'Nobody goes anywhere tonight, sir.', 'So.')
  const [first, second, third] = matchLines(was, is)
  expect([first?.index, second, third?.index]).toEqual([0, null, 2])
  expect(first?.sure).toBeGreaterThan(0.7)
  expect(first?.sure).toBeLessThan(1)
})

test('BOOK-5: between two known lines so many are held against each other, and those beyond are gone, not guessed', () => {
  const gap = (many: number) =>
    lines('Before.', ...Array.from({ length: many }, (_, at) => `a${at} b${at} x y`), 'Behind.')
  const edited = (many: number) =>
    lines('Before.', ...Array.from({ length: many }, (_, at) => `a${at} b${at} v w`), 'Behind.')
  expect(where(gap(GAP_MAX), edited(GAP_MAX)).filter((one) => one === null)).toEqual([])
  // One line more is found by its rare words, as one that moved would be.
  const beyond = matchLines(gap(GAP_MAX + 1), edited(GAP_MAX + 1))[GAP_MAX + 1]
  expect(beyond).toEqual({ index: GAP_MAX + 1, sure: 0.5 })
})

test('BOOK-6: the word is found again by what follows it; where it is gone, at its share of the line, in doubt; where the line is gone, behind the one before', () => {
  const was = lines('Bring the lamp to the quay at nine.', 'Walk where it is wettest, and be quick.', 'So.')
  const is = lines('Now bring the lamp to the quay at nine.', 'So.')
  const { find } = reanchoring(was, is)
  expect(find(0, { word: 2, words: 'lamp to the quay at nine.' })).toEqual({
    index: 0,
    word: 3,
    sure: expect.closeTo(0.94, 1),
  })
  expect(find(1, { word: 3, words: 'is wettest,' })).toEqual({ index: 0, word: 8, sure: 0 })
  const gone = reanchoring(was, lines('Bring us to the quay at nine.')).find(0, {
    word: 2,
    words: 'lamp to the',
  })
  expect(gone?.index).toBe(0)
  expect(gone?.sure).toBeLessThan(SURE_ENOUGH)
  expect(reanchoring(was, []).find(0, { word: 0, words: '' })).toBeNull()
})

const stock =
  'tide lamp quay boat rope bell gull salt stone wind door night walk carry hold turn come stay gone cold'.split(
    ' ',
  )
const sentence = ({ whole, pick }: Dice, at: number) =>
  [`w${at}`, ...Array.from({ length: whole(2, 9) }, () => pick(stock))].join(' ')

test('BOOK-7: of 60 plays cut, moved and edited by chance every untouched line is found surely, and every place of every line is somewhere', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const throwing = dice(seed)
    const was = Array.from({ length: 120 }, (_, at) => ({ text: sentence(throwing, at), at }))
    const cut = throwing.whole(0, 100)
    const cutTo = cut + throwing.whole(0, 12)
    const left = was.filter(({ at }) => at < cut || at >= cutTo)
    const block = left.splice(throwing.whole(0, 90), throwing.whole(0, 10))
    left.splice(throwing.whole(0, left.length), 0, ...block)
    const touched = new Set<number>()
    const is = left.map((line) => {
      if (throwing.chance(0.9)) return line
      touched.add(line.at)
      const words = wordsOf(line.text)
      return { ...line, text: [...words.slice(0, -1), throwing.pick(stock), 'anew'].join(' ') }
    })
    const { matches, find } = reanchoring(was, is)
    for (const { at, text } of was) {
      const word = throwing.whole(0, wordsOf(text).length - 1)
      const found = find(at, { word, words: '' })
      expect(found, `seed ${seed}, line ${at}`).not.toBeNull()
      if (found) expect(word === 0 || found.word < wordsOf(is[found.index]?.text ?? '').length).toBe(true)
      const now = is.findIndex((line) => line.at === at)
      if (now === -1 || touched.has(at)) continue
      expect(found, `seed ${seed}, line ${at}`).toEqual({ index: now, word, sure: 1 })
    }
    // No two old lines are one new one.
    const indexes = matches.flatMap((match) => (match ? [match.index] : []))
    expect(new Set(indexes).size).toBe(indexes.length)
  }
})
