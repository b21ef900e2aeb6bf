// One word for one print: whose, for how long, how many.

import { expect, test } from 'vitest'
import { TestClock } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import { openPrintWords, WORD_MS, WORDS_MAX, WORDS_OF_DEVICE_MAX } from './print-words.ts'

const desk = id<'device'>('desk')

test('DOOR-18: a word is used once, by its device, within its minutes', () => {
  const clock = new TestClock()
  const words = openPrintWords(clock)
  const word = words.make(desk)
  expect(words.use(id<'device'>('other'), word)).toBe(false)
  expect(words.use(desk, '')).toBe(false)
  expect(words.use(desk, word)).toBe(true)
  expect(words.use(desk, word)).toBe(false)
  const [young, old] = [words.make(desk), words.make(desk)]
  clock.pass(WORD_MS - 1)
  expect(words.use(desk, young)).toBe(true)
  clock.pass(1)
  expect(words.use(desk, old)).toBe(false)
})

test('DOOR-18: so many of one device wait, and so many in all; the oldest makes way', () => {
  const words = openPrintWords(new TestClock())
  const own = Array.from({ length: WORDS_OF_DEVICE_MAX + 1 }, () => words.make(desk))
  expect(own.map((word) => words.use(desk, word))).toEqual(own.map((_, at) => at > 0))
  const first = words.make(desk)
  for (let at = 1; at < WORDS_MAX; at += 1) words.make(id<'device'>(`device-${at}`))
  expect(words.use(desk, first)).toBe(true)
  const second = words.make(desk)
  for (let at = 0; at < WORDS_MAX; at += 1) words.make(id<'device'>(`device-${at}`))
  expect(words.use(desk, second)).toBe(false)
})
