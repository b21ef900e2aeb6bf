// What counts as one look at a list.

import { expect, test } from 'vitest'
import { glancesOf } from './glances.ts'
import type { Ask } from './scan.ts'
import { stepAt } from './watch.ts'

/** Minutes of the evening; whoever is asked waits for an answer for a minute. */
const ask = (at: number, over: Partial<Ask> = {}): Ask => ({
  ...{ step: stepAt(at), wing: 1, round: 0, people: 1, until: stepAt(at + 1) },
  ...over,
})
const glances = (...asks: readonly Ask[]) => glancesOf(asks, false)

test('DRY-18: names of one wing within a minute are one glance as long as one waits; six at most, and each who is asked looks', () => {
  expect(glances(ask(10), ask(10), ask(10.5))).toBe(1)
  expect(glances(ask(10), ask(11))).toBe(2)
  expect(glances(ask(10), ask(10, { wing: 2 }), ask(10, { round: 1 }))).toBe(3)
  expect(glances(ask(10, { until: stepAt(10.4) }), ask(10.5))).toBe(2)
  expect(glances(ask(10, { people: 2, round: 1 }), ask(10, { people: 2, round: 1 }))).toBe(2)
  const together = Array.from({ length: 7 }, () => ask(10))
  expect(glances(...together.slice(1))).toBe(1)
  expect(glances(...together)).toBe(2)
  // Lists that a policy has drawn up: all of one moment.
  expect(glancesOf(together, true)).toBe(1)
  expect(glancesOf([ask(10), ask(10.5)], true)).toBe(2)
})
