// The beat over ten simulated minutes, through sleeps and reloads; and the swaps.

import { expect, test } from 'vitest'
import {
  AHEAD_MS,
  BEATS_MAX,
  beatAt,
  beatsBetween,
  countAt,
  type Pace,
  RATE,
  RATE_MAX,
  RATE_MIN,
  SWAP_MS,
  swapLeftMs,
} from './beat.ts'
import { BREATHS_MS, guidanceFor } from './guidance.ts'

const TEN_MINUTES = 600_000
const only: Pace = { rate: RATE, breaths: null }
const withBreaths: Pace = { rate: RATE, breaths: { after: 30, pauseMs: BREATHS_MS } }

/** As the page does it: looks every so often, and hands what comes to the device. `sleeps`: it does not look. */
function played(pace: Pace, every: number, sleeps: readonly (readonly [number, number])[] = []) {
  const beats: { n: number; at: number }[] = []
  let until = 0
  for (let now = 0; now < TEN_MINUTES; now += every) {
    if (sleeps.some(([from, to]) => now >= from && now < to)) continue
    const from = Math.max(until, now)
    const more = beatsBetween(0, pace, { from, to: now + AHEAD_MS })
    beats.push(...more)
    until = now + AHEAD_MS
  }
  return beats.filter(({ at }) => at < TEN_MINUTES)
}

test('INCIDENT-13: over ten minutes each beat is where arithmetic puts it, however unevenly the page looks', () => {
  for (const every of [25, 137, 500, 1_000]) {
    const beats = played(only, every)
    expect(beats.map(({ n }) => n)).toEqual(beats.map((_beat, index) => index))
    expect(beats).toHaveLength(RATE * 10)
    const last = beats.at(-1)?.at ?? 0
    const drift = Math.abs(last - ((RATE * 10 - 1) * 60_000) / RATE) / TEN_MINUTES
    expect(drift).toBeLessThan(0.005)
    expect(drift).toBeLessThan(1e-9)
  }
})

test('INCIDENT-13: after a lock or a reload it goes on in phase, with no beat caught up and none made up', () => {
  const beats = played(only, 100, [[120_000, 155_030]])
  const after = beats.find(({ at }) => at >= 155_030)
  expect(after && beatAt(0, only, after.n)).toBe(after?.at)
  expect((after?.at ?? 0) - 155_030).toBeLessThan(100 + 60_000 / RATE)
  expect(beats.filter(({ at }) => at > 120_000 + AHEAD_MS && at < 155_030)).toEqual([])
  expect(beatsBetween(0, only, { from: 0, to: TEN_MINUTES })).toHaveLength(BEATS_MAX)
})

test('INCIDENT-14: relieved after two minutes to the second, counted from when they began', () => {
  expect([swapLeftMs(5_000, 5_000), swapLeftMs(5_000, 124_000), swapLeftMs(5_000, 125_000)]).toEqual([
    SWAP_MS,
    1_000,
    0,
  ])
  expect(swapLeftMs(0, TEN_MINUTES)).toBe(0)
})

test('INCIDENT-14: thirty, then a rest for the breaths, then on from one', () => {
  const each = 60_000 / RATE
  const child = { ...withBreaths, breaths: { after: 15, pauseMs: BREATHS_MS } }
  expect(countAt(0, child, 14.5 * each)).toEqual({ is: 'pressing', count: 15 })
  expect(countAt(0, child, 15 * each + 10)).toEqual({ is: 'breaths' })
  expect(countAt(0, withBreaths, 0)).toEqual({ is: 'pressing', count: 1 })
  expect(countAt(0, withBreaths, 29.5 * each)).toEqual({ is: 'pressing', count: 30 })
  expect(countAt(0, withBreaths, 30 * each + 10)).toEqual({ is: 'breaths' })
  expect(countAt(0, withBreaths, 30 * each + BREATHS_MS + 10)).toEqual({ is: 'pressing', count: 1 })
  const beats = beatsBetween(0, withBreaths, { from: 29 * each - 1, to: 32 * each + BREATHS_MS })
  expect(beats.map(({ n }) => n)).toEqual([29, 30, 31])
  expect((beats[1]?.at ?? 0) - (beats[0]?.at ?? 0)).toBeCloseTo(each + BREATHS_MS)
})

test('INCIDENT-14: ratio, depth and rate are the council’s, with its date', () => {
  for (const country of ['GB', 'US'] as const) {
    const pack = guidanceFor(country)
    expect(pack).toMatchObject({
      rate: { from: RATE_MIN, to: RATE_MAX },
      ratio: { compressions: 30, breaths: 2 },
      childRatio: { compressions: 15, breaths: 2 },
      depthCm: { from: 5, to: 6 },
    })
    expect(pack.dated).toMatch(/^2025-10-2\d$/)
  }
})
