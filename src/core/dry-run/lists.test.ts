// Which names share a list, against every possible cut.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from './company.ts'
import { listedFor } from './lists.ts'
import { CHOOSING_SEEDS } from './parameters.ts'
import { asking } from './policies.ts'
import { learn, minutesAt, STEP, stepAt, type Watched } from './watch.ts'

const price = 0.17
const policy = asking('lists', [1, 2], 1, { round: 0.5, lead: 4, gather: price })
const people = learn(layOut(CHOOSING_SEEDS[0] ?? 0), 'taps')

test('DRY-13: nobody is asked about after their latest moment or eight minutes before it, and lists are shared', () => {
  const listed = listedFor(policy, people).flatMap(({ gaps }) => gaps.filter(({ wing }) => wing !== null))
  for (const gap of listed) {
    expect(gap.listed).toBeLessThanOrEqual(gap.to)
    expect((gap.to - gap.listed) * STEP).toBeLessThanOrEqual(8)
  }
  const lists = new Set(listed.map(({ wing, listed: first }) => `${wing} ${first}`))
  expect(lists.size).toBeLessThan(listed.length / 2)
  expect(listedFor(asking('none', [1, 2], 1), people)).toBe(people)
})

/** A glance for each list and the price of each minute too early, of this cut: a bit for each place between two. */
const costOf = (times: readonly number[], cut: number): number => {
  let [first, cost] = [times[0] ?? 0, 1]
  for (const [index, at] of times.entries()) {
    if (index > 0 && (cut >> (index - 1)) % 2 === 1) {
      first = at
      cost += 1
    }
    cost += price * (at - first) * STEP
  }
  return cost
}

test('DRY-13: no other cut of a wing is cheaper', () => {
  const entrances = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(entrances, (steps) => {
      const times = steps.map((step) => stepAt(minutesAt(2000 + step))).toSorted((a, b) => a - b)
      const company = times.map((to): Watched => {
        const gap = { from: 0, to, wing: 1, listed: to }
        return { gaps: [gap], noticed: 1, usuals: [] }
      })
      const listed = listedFor(policy, company).flatMap(({ gaps }) => gaps)
      const lists = new Set(listed.map((gap) => gap.listed)).size
      const early = listed.reduce((sum, { to, listed: first }) => sum + (to - first) * STEP, 0)
      const cheapest = Math.min(
        ...Array.from({ length: 2 ** (times.length - 1) }, (_, cut) => costOf(times, cut)),
      )
      expect(lists + price * early).toBeCloseTo(cheapest, 9)
    }),
  )
})
