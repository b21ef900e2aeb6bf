// The computed frontier: what ladders cost by arithmetic, and that what is measured lies on it.

import { expect, test } from 'vitest'
import { layOut } from './company.ts'
import { frontier, pricedLadder } from './frontier.ts'
import { ceilingOf, measure, pairedOf, type Setting } from './measure.ts'
import { ANSWER, CHOOSING_SEEDS } from './parameters.ts'
import { asking, headCount, quiet } from './policies.ts'

const setting: Setting = {
  layouts: CHOOSING_SEEDS.slice(0, 8).map(layOut),
  ...{ evenings: 6, recording: 'taps', answerRate: 0.85, busy: 0, answerWithin: ANSWER },
}

test('DRY-14: a ladder costs what its answers leave open', () => {
  const oneThenTwo = pricedLadder([1, 2], 1.5, setting)
  expect(oneThenTwo).toMatchObject({ minutes: 3 })
  expect(oneThenTwo.asks).toBeCloseTo(1 + 0.15 * 2, 9)
  expect(oneThenTwo.falseSearches).toBeCloseTo(0.15 ** 3, 9)
  // The first 1.5 minutes, less 0.85 of the 35 seconds for which an answer is there on average; a little of the second round.
  expect(oneThenTwo.pending).toBeGreaterThan(1.5 - (0.85 * 35) / 60)
  expect(oneThenTwo.pending).toBeLessThan(1.2)
  expect(pricedLadder([1], 1.5, setting)).toMatchObject({ asks: 1 })
})

test('DRY-14: more asks find more, nothing finds what the ceiling forbids, and what is measured lies on it', () => {
  const points = frontier(setting, 1.5)
  for (const [index, { asks, before3min }] of points.entries()) {
    expect(asks).toBeGreaterThan(points[index - 1]?.asks ?? 0)
    expect(before3min).toBeGreaterThanOrEqual(points[index - 1]?.before3min ?? 0)
    expect(before3min).toBeLessThan(ceilingOf(setting).before3min)
  }
  const [strict, lenient] = measure([asking('strict', [1, 2], 12), asking('lenient', [1, 2], 7.5)], setting)
  for (const one of [strict, lenient]) {
    if (!one) throw new Error('two were measured')
    const above = points.findIndex(({ asks }) => asks > one.asksPerShow)
    const [low, high] = [points[above - 1], points[above]]
    if (!low || !high) throw new Error('it lies between two')
    const part = (one.asksPerShow - low.asks) / (high.asks - low.asks)
    const computed = low.before3min + part * (high.before3min - low.before3min)
    expect(Math.abs(one.before3min - computed)).toBeLessThan(WITHIN)
  }
})
/** Two hundred incidents leave so much to chance. */
const WITHIN = 0.08

test('DRY-15: two policies are compared on the same incidents, and each with itself not at all', () => {
  const [one, counted] = measure([quiet, headCount], setting)
  if (!one || !counted) throw new Error('two were measured')
  expect(pairedOf(one, one)).toEqual({ before3min: 0, within: 0 })
  const { before3min, within } = pairedOf(one, counted)
  expect(before3min).toBeCloseTo(one.before3min - counted.before3min, 9)
  // Paired, the layouts' own differences fall out.
  expect(within).toBeLessThan(one.before3minWithin + counted.before3minWithin)
})
