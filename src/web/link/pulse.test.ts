// What a device measures of itself: its line and its clocks, with bounds that hold.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleOf } from './offset.ts'
import { DRIFT_MS_MIN, driftOf, MARKS_MAX, type Marks, pulseOf, withMark } from './pulse.ts'

test('LINK-24: lag is the last and the middle round trip; the clock on the wall is told with its bound', () => {
  const samples = [4, 9, 30].map((error) => ({ offset: 1_000, error }))
  const facts = { samples, marks: [], screen: 'board', now: 500, wall: 1_740 } as const
  expect(pulseOf(facts)).toEqual({
    t: 'pulse',
    screen: 'board',
    lag: { last: 60, median: 18 },
    clock: { ahead: 240, within: 5 },
    drift: null,
  })
  expect(pulseOf({ ...facts, samples: [] })).toMatchObject({ lag: null, clock: null, drift: null })
})

/** A device whose running clock gains `rate` on the server's, on a line with these ways out and back. */
const exchange = (rate: number, at: number, out: number, back: number) => {
  const server = (device: number) => 5_000_000 + device / (1 + rate)
  const sentAt = at
  const received = Math.floor(server(sentAt) + out)
  const backAt = (received + back - 5_000_000) * (1 + rate)
  return sampleOf({ sentAt, backAt, serverReceivedAt: received, serverSentAt: received })
}

test('LINK-25: whatever the line does, the true drift lies within the bound', () => {
  const way = fc.integer({ min: 0, max: 400 })
  const ways = fc.array(fc.tuple(way, way), { minLength: 20, maxLength: 80 })
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), ways, (ppm, lines) => {
      const rate = ppm * 1e-6
      let marks: Marks = []
      lines.forEach(([out, back], index) => {
        marks = withMark(marks, exchange(rate, index * 30_000, out, back), index * 30_000)
      })
      const drift = driftOf(marks)
      if (drift === null) throw new Error('ten minutes are enough')
      const truth = rate * 3_600_000
      expect(Math.abs(drift.perHour - truth)).toBeLessThanOrEqual(drift.within)
    }),
  )
})

test('LINK-25: nothing is said of drift before five minutes, nor across a clock that was set', () => {
  const mark = (at: number, offset: number) => ({ offset, error: 2, at })
  let marks: Marks = withMark([], mark(0, 100), 0)
  marks = withMark(marks, mark(DRIFT_MS_MIN - 1, 100), DRIFT_MS_MIN - 1)
  expect(driftOf(marks)).toBeNull()
  marks = withMark(marks, mark(DRIFT_MS_MIN, 100), DRIFT_MS_MIN)
  expect(driftOf(marks)).not.toBeNull()
  marks = withMark(marks, mark(DRIFT_MS_MIN + 60_000, 9_000), DRIFT_MS_MIN + 60_000)
  expect([marks.length, driftOf(marks)]).toEqual([1, null])
})

test('LINK-25: one exchange a minute is kept, the quickest, for at most an hour', () => {
  let marks: Marks = []
  for (let minute = 0; minute <= MARKS_MAX; minute += 1) {
    for (const error of [9, 3, 7]) marks = withMark(marks, { offset: 0, error }, minute * 60_000 + error)
  }
  expect(marks).toHaveLength(MARKS_MAX)
  expect(marks.every(({ error }) => error === 3)).toBe(true)
  expect(marks[0]?.at).toBe(60_003)
})
