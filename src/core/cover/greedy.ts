// A plan without a solver: the most needed first, each to whoever can and is free. Stands in when the solver does not answer.

import { openTonight } from './closure.ts'
import type { CoverPlan } from './cover-night.ts'
import { conflict, type Facts, mayDo, type Way } from './facts.ts'
import { type Fault, verifierOf } from './verify.ts'

/** Nobody is taken from what they have; what nobody free can do is cut. Always a plan that people can do. */
export function greedyPlan(facts: Facts): CoverPlan {
  const open = openTonight(facts)
  const does = facts.obligations.map((_, index) => {
    const incumbent = facts.incumbent[index] ?? -1
    const [way] = facts.ways[index] ?? []
    const stays = facts.past[index] || (way !== undefined && incumbent >= 0 && mayDo(facts, incumbent, way))
    return stays ? incumbent : -1
  })
  const order = [...open]
    .filter((index) => does[index] === -1)
    .sort((a, b) => (facts.obligations[b]?.tier ?? 0) - (facts.obligations[a]?.tier ?? 0) || a - b)
  for (const index of order) {
    if (does[index] !== -1) continue
    const whole = (facts.together[index] ?? []).filter((one) => open.has(one) && does[one] === -1)
    const person = facts.people.findIndex((_, who) => whole.every((one) => isFree(facts, does, who, one)))
    if (person >= 0) for (const one of whole) does[one] = person
  }
  return repaired(facts, planOf(facts, does))
}

function isFree(facts: Facts, does: readonly number[], person: number, index: number): boolean {
  const way = facts.ways[index]?.[0]
  if (!way || !mayDo(facts, person, way)) return false
  return does.every((who, other) => who !== person || other === index || !clash(facts, other, way))
}

function clash(facts: Facts, other: number, way: Way): boolean {
  const plotted = facts.ways[other]?.[0]
  return plotted !== undefined && conflict(facts, plotted, way)
}

/** A plan is looked at again so often at most. */
const LOOKS_MAX = 20

/** What does not fit (a change over two gaps, a load) is cut. */
export function repaired(facts: Facts, made: CoverPlan): CoverPlan {
  const faultsOf = verifierOf(facts.night)
  let plan = made
  for (let looks = 0; looks < LOOKS_MAX; looks++) {
    const faults = faultsOf(plan)
    if (faults.length === 0) return plan
    plan = without(facts, plan, faults)
  }
  return plan
}

const planOf = (facts: Facts, does: readonly number[]): CoverPlan => ({
  assignments: facts.obligations.map(({ id }, index) => ({
    obligation: id,
    person: facts.people[does[index] ?? -1]?.id ?? null,
  })),
  replots: [],
})

/** Whoever does what they were told goes on doing it: of what does not fit together, what was taken is cut. */
function without(facts: Facts, plan: CoverPlan, faults: readonly Fault[]): CoverPlan {
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const isTaken = (id: string) => {
    const does = who.get(id) ?? null
    return does !== null && facts.incumbent[facts.index(id)] !== facts.person(does)
  }
  const gone = new Set(
    faults.flatMap(({ what, obligation, person, row = [] }) => {
      const track = facts.obligations[facts.index(obligation)]?.track
      // Of a track too many all that they were to take.
      const whole = facts.obligations.flatMap((one) =>
        what === 'load' && one.track === track && who.get(one.id) === person ? [one.id] : [],
      )
      const taken = [...new Set([obligation, ...row, ...whole])].filter(isTaken)
      return taken.length > 0 ? taken : [obligation]
    }),
  )
  return {
    ...plan,
    assignments: plan.assignments.map((one) => (gone.has(one.obligation) ? { ...one, person: null } : one)),
  }
}
