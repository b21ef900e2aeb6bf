// What a department reads after a press of its own.

import { expect, test } from 'vitest'
import type { Outcome, Press } from '../link/presses.ts'
import { words } from '../speech/speech.ts'
import { pressWords } from './press-words.ts'

const { department: said } = words()
const press = (outcome: Outcome | null, slow = false): Press => ({
  id: 'press-1',
  command: { name: 'clock.hold' },
  performance: null,
  pressedAt: 0,
  sentAt: 0,
  slow,
  outcome,
})

test('DEPT-13: a refusal stands as it is; what was not taken is to be said on cans', () => {
  const sentence = 'LX 24 is not next.'
  expect(pressWords(press({ kind: 'refused', sentence }), said)).toBe(sentence)
  for (const kind of ['failed', 'not-sent'] as const)
    expect(pressWords(press({ kind, sentence }), said)).toBe(`${sentence} Say it on cans.`)
  expect(pressWords(press(null, true), said)).toBe('sending… say it on cans')
  expect(pressWords(press(null), said)).toBeNull()
  expect(pressWords(press({ kind: 'done', seq: 1, link: null, code: null }), said)).toBeNull()
  expect(pressWords(undefined, said)).toBeNull()
})
