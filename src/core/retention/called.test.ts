// Free words that name somebody: found by what they are called, and nothing else is.

import { expect, test } from 'vitest'
import { calledIn, WORDS_SHOWN_MAX, wordsIn } from './called.ts'

const mia = { id: 'mia', names: ['Mia Quarrelson', 'Mi'] }

test('PRIVACY-16: found by name, first name and what else they are called, as a word; an id, a part of a word and a name of two letters are none', () => {
  const show = {
    cues: [
      { id: 'c1', note: 'After MIA’s turn' },
      { id: 'c2', note: 'Miami lights' },
      { id: 'c3', note: 'Wait for Bean', person: 'mia', host: 'person:mia' },
    ],
    title: 'Mi and Do',
  }
  const found = (also: readonly string[]) =>
    wordsIn(show, calledIn(mia, also)).map(({ list, words }) => `${list}: ${words}`)
  expect(found([])).toEqual(['cues, note: After MIA’s turn'])
  expect(found([' Bean ', 'Do'])).toEqual(['cues, note: After MIA’s turn', 'cues, note: Wait for Bean'])
})

test('PRIVACY-16: a long text is said by its beginning', () => {
  const [one] = wordsIn(`Mia ${'x'.repeat(500)}`, calledIn(mia, []))
  expect(one?.words).toHaveLength(WORDS_SHOWN_MAX + 1)
})
