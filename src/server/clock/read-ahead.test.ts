// What is read in quiet moments: one part after the other, whatever becomes of each.

import { expect, test } from 'vitest'
import { QUIET_MS, readAhead } from './read-ahead.ts'

/** Timers that go off by hand. */
function byHand() {
  const waiting = new Map<number, () => void>()
  let next = 0
  return {
    waiting,
    after: (ms: number, act: () => void) => {
      expect(ms).toBe(QUIET_MS)
      const own = next++
      waiting.set(own, act)
      return () => void waiting.delete(own)
    },
    goOff: async () => {
      const due = [...waiting]
      waiting.clear()
      for (const [, act] of due) act()
      await new Promise((done) => setImmediate(done))
    },
  }
}

test('CLI-34: parts are read one after the other, and one that fails holds up none', async () => {
  const timers = byHand()
  const read: string[] = []
  const broken = () => {
    read.push('broken')
    throw new Error('it cannot be read')
  }
  readAhead(timers, [() => read.push('first'), broken, async () => broken(), () => read.push('last')])
  expect(read).toEqual([])
  for (const expected of [['first'], ['broken'], ['broken'], ['last'], []]) {
    expect(timers.waiting.size).toBe(expected.length)
    await timers.goOff()
    expect(read.splice(0)).toEqual(expected)
  }
})

test('CLI-34: a house that closes reads nothing more', async () => {
  const timers = byHand()
  const read: string[] = []
  const ahead = readAhead(timers, [() => read.push('first'), () => read.push('second')])
  await timers.goOff()
  ahead.close()
  await timers.goOff()
  expect(read).toEqual(['first'])
})
