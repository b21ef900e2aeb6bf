// Rounds that break: by what is drawn after them, or by an answer that is none.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BROKEN_MS, keepRounds } from './rounds.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('INCIDENT-19: a round that breaks is one round; what waits is brought by the next, and after the end there is none', async () => {
  let [asked, broken] = [0, true]
  const rounds = keepRounds(async () => {
    asked += 1
    if (broken) throw new Error('it cannot be drawn')
    return null
  })
  await vi.advanceTimersByTimeAsync(3 * BROKEN_MS)
  expect(asked).toBe(4)
  broken = false
  await vi.advanceTimersByTimeAsync(BROKEN_MS)
  expect(asked).toBe(5)
  // Now there is nothing to bring until somebody writes something down.
  await vi.advanceTimersByTimeAsync(10 * BROKEN_MS)
  expect(asked).toBe(5)
  broken = true
  rounds.now()
  await vi.advanceTimersByTimeAsync(BROKEN_MS)
  expect(asked).toBe(7)
  rounds.end()
  await vi.advanceTimersByTimeAsync(10 * BROKEN_MS)
  expect(asked).toBe(7)
})
