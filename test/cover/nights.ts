// What the tests of cover ask again and again.

import type { CoverNight, CoverObligation, CoverPlan } from '../../src/core/cover/cover-night.ts'
import { dice } from '../../src/core/kit/dice.ts'
import { isPossible } from './brute.ts'
import { smallNight } from './small-nights.ts'

/** What everybody was told, as a plan. */
export const toldPlan = (night: CoverNight): CoverPlan => ({
  assignments: night.obligations.map(({ id, owner }) => {
    const row = night.inForce.find(({ obligation }) => obligation === id)
    return { obligation: id, person: row ? row.person : owner }
  }),
  replots: [],
})

/** A small night whose plan in force people could do; else as in the book. */
export function soundNight(seed: number): CoverNight {
  const night = smallNight(seed)
  return isPossible({ ...night, ...everybodyIn(night) }, toldPlan(night)) ? night : { ...night, inForce: [] }
}

/** The same night with enough of everything. */
export const withoutThings = ({ means: _, props: _props, ...night }: CoverNight): CoverNight => ({
  ...night,
  obligations: night.obligations.map(({ uses: _uses, help: _help, carries: _carries, ...one }) => one),
  replots: night.replots.map(({ presets: _presets, ...one }) => one),
})

/** The same company with nobody out, and nothing decided beforehand. */
export const everybodyIn = (night: CoverNight) => ({
  people: night.people.map(({ id, knows, covers, preference }) => ({ id, knows, covers, preference })),
  locks: [],
  bans: [],
  now: null,
})

/** One thing of the plan is otherwise: somebody else, nobody, two changed about, a re-plot more or less. */
export function mutant(night: CoverNight, plan: CoverPlan, seed: number): CoverPlan {
  const throws = dice(seed)
  const people = night.people.map(({ id }) => id)
  const at = throws.whole(0, plan.assignments.length - 1)
  const other = throws.whole(0, plan.assignments.length - 1)
  const change = (index: number, person: string | null): CoverPlan => ({
    ...plan,
    assignments: plan.assignments.map((one, here) => (here === index ? { ...one, person } : one)),
  })
  const kind = throws.whole(0, 9)
  if (kind < 5) return change(at, throws.pick(people))
  if (kind < 7) return change(at, null)
  if (kind < 8 && night.replots.length > 0) {
    const { id } = throws.pick(night.replots)
    const replots = plan.replots.includes(id)
      ? plan.replots.filter((one) => one !== id)
      : [...plan.replots, id]
    return { ...plan, replots }
  }
  const [one, two] = [plan.assignments[at]?.person ?? null, plan.assignments[other]?.person ?? null]
  return {
    ...plan,
    assignments: plan.assignments.map((row, index) =>
      index === at ? { ...row, person: two } : index === other ? { ...row, person: one } : row,
    ),
  }
}

/** Ann is out. Bo could take her entrance beside either thing of their own before it, and has no time for the change beside both. */
export function longRowNight(): CoverNight {
  const spot = (id: string, owner: string, from: number, costume: string | null): CoverObligation => ({
    ...{ id, owner, track: owner, number: id, from, to: from + 10, placeIn: 'SL', placeOut: 'SL' },
    ...{ costume, change: costume === null ? 0 : 40, tier: 2 },
  })
  return {
    travel: [],
    people: [
      { id: 'ann', out: true, knows: [] },
      { id: 'bo', knows: ['entrance', 'bow'] },
    ],
    obligations: [
      ...[spot('scene', 'bo', 90, 'coat'), spot('chair', 'bo', 130, null), spot('lamp', 'bo', 165, null)],
      ...[spot('entrance', 'ann', 200, 'gown'), spot('bow', 'ann', 400, null)],
    ],
    ...{
      lifts: [],
      cleared: [],
      replots: [],
      locks: [],
      bans: [],
      now: null,
      inForce: [],
      release: 'policy',
    },
  }
}
