// Plans that are as good: on small nights exactly those that trying every plan finds.

import { expect, onTestFinished, test } from 'vitest'
import type { CoverNight, CoverPlan } from '../../src/core/cover/cover-night.ts'
import { differenceOf } from '../../src/core/cover/difference.ts'
import { verify } from '../../src/core/cover/verify.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { ALTERNATIVES_MAX, alternativesTo } from '../../src/server/cover/alternatives.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { planningBy } from '../../src/server/cover/planning.ts'
import { openSolver } from '../../src/server/cover/solver.ts'
import { broadwayNight } from '../cover/broadway.ts'
import { bestPlansByTrying, planText, TOO_MANY } from '../cover/brute.ts'
import { soundNight } from '../cover/nights.ts'

/** With few enough plans to try them all at once, and on most of them several that are as good. */
const SEEDS = [1, 4, 6, 10, 22, 27, 31, 34, 39, 41, 47, 56, 63, 71, 77, 103, 116]
const MOST = 2

const textOf = ({ replots, assignments }: CoverPlan) =>
  planText(replots, new Map(assignments.map(({ obligation, person }) => [obligation, person])))

/** Somebody comes three times: what the one takes the others could take as well. */
function twinned(night: CoverNight): CoverNight {
  const twin = night.people.findLast(({ out, knows }) => !out && knows.length > 0)
  return twin
    ? { ...night, people: [...night.people, { ...twin, id: 'twin' }, { ...twin, id: 'triplet' }] }
    : night
}

test('COVER-22: as good are exactly the plans that trying all of them finds, up to the bound', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  let [several, bounded] = [0, 0]
  for (const seed of SEEDS) {
    const night = twinned(soundNight(seed))
    const best = bestPlansByTrying(night)
    if (best === TOO_MANY || best === null) throw new Error(`seed ${seed} has too many plans`)
    const covered = await coverTonight(night, solver.question())
    const { plans, complete } = await alternativesTo(night, covered, planningBy(solver.question()), MOST)
    const found = [covered.plan, ...plans].map(textOf)
    expect([seed, new Set(found).size]).toEqual([seed, found.length])
    for (const one of found) expect([seed, best.plans.includes(one)]).toEqual([seed, true])
    expect([seed, found.length]).toEqual([seed, Math.min(best.plans.length, MOST + 1)])
    expect([seed, complete]).toEqual([seed, best.plans.length <= MOST + 1])
    if (plans.length > 0) several += 1
    if (!complete) bounded += 1
  }
  expect([several > 3, bounded > 1, MOST <= ALTERNATIVES_MAX]).toEqual([true, true, true])
})

test('COVER-22: on a night of a big musical each is one that people can do, and the same each time', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const night = broadwayNight(2, { outs: 2 })
  const covered = await coverTonight(night, solver.question())
  const ask = () => alternativesTo(night, covered, planningBy(solver.question()), MOST)
  const { plans } = await ask()
  expect(plans.flatMap((plan) => verify(night, plan))).toEqual([])
  for (const plan of plans) expect(differenceOf(covered.plan, plan).assignments.length).toBeGreaterThan(0)
  expect((await ask()).plans).toEqual(plans)
  // Without a proof nothing is said to be as good; and what has become old is not asked further.
  expect(
    await alternativesTo(night, { ...covered, proved: false }, planningBy(solver.question()), MOST),
  ).toEqual({
    ...{ plans: [], complete: false },
  })
  expect(await alternativesTo(night, covered, planningBy(solver.question()), MOST, () => false)).toEqual({
    ...{ plans: [], complete: false },
  })
})
