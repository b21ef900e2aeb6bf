// Sentences of the roll call with their gaps filled.

import { expect, test } from 'vitest'
import { filled } from './texts.ts'

test('ROLLCALL-25: a gap of which nothing is known leaves no hole in the sentence', () => {
  const word = 'Last word {clock} {place}, not confirmed by anybody'
  expect(filled(word, { clock: '19:05', place: '' })).toBe('Last word 19:05, not confirmed by anybody')
  expect(filled(word, { clock: '19:05', place: 'SL1' })).toBe('Last word 19:05 SL1, not confirmed by anybody')
  expect(filled('due {place} {clock}', { clock: '19:05', place: '' })).toBe('due 19:05')
  expect(filled('{seen} of {of}', { seen: 0 })).toBe('0 of {of}')
})
