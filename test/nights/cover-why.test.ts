// What it would take for a cut not to be needed, and where too few are left: each is true of the night it is said of.

import { expect, onTestFinished, test } from 'vitest'
import { cutsOf } from '../../src/core/cover/explain.ts'
import { factsOf, mayDo } from '../../src/core/cover/facts.ts'
import { nightWith, shortagesOf } from '../../src/core/cover/what-it-takes.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { planningBy } from '../../src/server/cover/planning.ts'
import { openSolver } from '../../src/server/cover/solver.ts'
import { priceOf, TRIED_MAX, whatItTakes } from '../../src/server/cover/what-it-takes.ts'
import { bestByTrying, bestPlansByTrying, isPossible, TOO_MANY } from '../cover/brute.ts'
import { soundNight } from '../cover/nights.ts'

const SEEDS = Array.from({ length: 38 }, (_, index) => index + 41)

test('COVER-20: with what it would take the best plan there is does what was cut', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const kinds = new Set<string>()
  for (const seed of SEEDS) {
    const night = soundNight(seed)
    const covered = await coverTonight(night, solver.question())
    const cut = new Set(cutsOf(factsOf(night), covered.plan).map(({ obligation }) => obligation))
    let asked = 0
    const told = await whatItTakes(night, covered, {
      question: () => {
        asked += 1
        return planningBy(solver.question())
      },
    })
    expect(asked).toBeLessThanOrEqual(TRIED_MAX)
    let tried = false
    for (const { obligation, takes } of told)
      for (const one of takes) {
        kinds.add(one.kind)
        const other = nightWith(night, one)
        const found = await coverTonight(other, solver.question())
        // Every plan there is takes long: of each night only the first.
        const best = tried ? TOO_MANY : bestByTrying(other)
        tried = true
        expect([seed, cut.has(obligation), isPossible(other, found.plan)]).toEqual([seed, true, true])
        if (best !== TOO_MANY) expect([seed, one, found.worth]).toEqual([seed, one, best])
        const row = found.plan.assignments.find((each) => each.obligation === obligation)
        expect([seed, one, row?.person === null]).toEqual([seed, one, false])
      }
  }
  expect([...kinds].sort()).toEqual(['no ban', 'no lock', 'one more', 'quicker', 'ready by'])
})

test('COVER-21: where too few are left, the spots are of one moment and nobody else could do any of them', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  let short = 0
  for (const seed of SEEDS) {
    const night = soundNight(seed)
    const facts = factsOf(night)
    const { plan } = await coverTonight(night, solver.question())
    const able = (person: number, index: number) =>
      (facts.ways[index] ?? []).some((way) => mayDo(facts, person, way))
    for (const { at, obligations, people } of shortagesOf(facts, plan, able)) {
      short += 1
      expect([seed, people.length < obligations.length]).toEqual([seed, true])
      for (const id of obligations) {
        const one = night.obligations.find((each) => each.id === id)
        expect([seed, id, one !== undefined && one.tier === 3 && one.from <= at && at < one.to]).toEqual([
          ...[seed, id, true],
        ])
        const others = night.people.filter(({ id: person }) => !people.includes(person))
        expect(others.filter(({ id: other }) => able(facts.person(other), facts.index(id)))).toEqual([])
      }
    }
  }
  expect(short).toBeGreaterThan(0)
})

test('COVER-23: the price of what is cut is the best of all plans in which it is done; none where there is none', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  let [priced, none] = [0, 0]
  for (const seed of SEEDS.slice(0, 24)) {
    const night = soundNight(seed)
    const { plan } = await coverTonight(night, solver.question())
    const [cut] = cutsOf(factsOf(night), plan)
    if (!cut) continue
    const best = bestPlansByTrying(night, (who) => (who.get(cut.obligation) ?? null) !== null)
    if (best === TOO_MANY) continue
    const found = await priceOf(night, cut.obligation, planningBy(solver.question()))
    if (best === null) {
      none += 1
      expect([seed, found]).toEqual([seed, 'none'])
      continue
    }
    priced += 1
    expect([seed, found]).toEqual([seed, expect.objectContaining({ worth: best.worth, proved: true })])
  }
  expect([priced > 1, none > 1]).toEqual([true, true])
})
