// Tonight's cover: asks the solver, checks what it says against the night itself, and falls back where it must.

import { type CoverNight, type CoverPlan, orderOf, type Worth } from '../../core/cover/cover-night.ts'
import { type Facts, factsOf } from '../../core/cover/facts.ts'
import { greedyPlan, repaired } from '../../core/cover/greedy.ts'
import { type Model, modelOf } from '../../core/cover/model.ts'
import { planFrom, worthOf } from '../../core/cover/plan.ts'
import { verifierOf } from '../../core/cover/verify.ts'
import type { Answer, Solve } from './solver.ts'

/** A change that fits into no single gap is forbidden and the night asked again, so often at most. */
export const AGAIN_MAX = 20

export type Covered = {
  readonly plan: CoverPlan
  readonly worth: Worth
  /** No plan is better. */
  readonly proved: boolean
  /** Made without the solver, and why. */
  readonly fallback: string | null
  readonly size: { readonly choices: number; readonly eligible: number }
}

export async function coverTonight(night: CoverNight, solve: Solve): Promise<Covered> {
  const facts = factsOf(night)
  const model = modelOf(facts)
  const { size } = model
  const answer = await planned(night, facts, model, solve)
  if (answer.done === 'plan') return { ...answer.best, fallback: null, size }
  const why = answer.done === 'impossible' ? 'No plan keeps every lock and every re-plot apart.' : answer.why
  return { ...bestOf(facts, [greedyPlan(facts), ...answer.possible]), fallback: why, size }
}

/** Of whatever else people can do: any plan but these, or one in which this spot is done. */
export type Sought = { readonly unlike: readonly CoverPlan[] } | { readonly done: string }

/** The best of those; `none` where there is none. `solve`: its time counts for all that is asked of it. */
export async function otherPlan(
  night: CoverNight,
  solve: Solve,
  sought: Sought,
): Promise<Best | 'none' | 'unknown'> {
  const facts = factsOf(night)
  const model = modelOf(facts)
  if (model.decided.size === 0) return 'none'
  if ('done' in sought) model.done(sought.done)
  else sought.unlike.forEach(model.unlike)
  const answer = await planned(night, facts, model, solve)
  if (answer.done === 'plan') return answer.best
  return answer.done === 'impossible' ? 'none' : 'unknown'
}

export type Best = Pick<Covered, 'plan' | 'worth' | 'proved'>

type Planned =
  | { readonly done: 'plan'; readonly best: Best }
  | { readonly done: 'impossible'; readonly possible: readonly CoverPlan[] }
  | { readonly done: 'failed'; readonly why: string; readonly possible: readonly CoverPlan[] }

/** `possible`: what people can do of what was found, where the best is not one that they can. */
async function planned(night: CoverNight, facts: Facts, model: Model, solve: Solve): Promise<Planned> {
  const faultsOf = verifierOf(night)
  const found: CoverPlan[] = []
  const possible = () => found.filter((one) => faultsOf(one).length === 0)
  for (let again = 0; again <= AGAIN_MAX; again++) {
    const answer: Answer =
      model.decided.size === 0 ? { done: 'answer', proved: true, holds: [] } : await solve(model.text())
    if (answer.done !== 'answer') return { ...answer, possible: possible() }
    const plan = planFrom(facts, model, answer.holds)
    const faults = faultsOf(plan)
    if (faults.length === 0)
      return { done: 'plan', best: { plan, worth: worthOf(facts, plan), proved: answer.proved } }
    // Without what does not fit it is a plan all the same, should there be no time for a better one.
    found.push(repaired(facts, plan))
    const rows = faults.flatMap(({ row }) => (row ? [{ obligations: row, replots: plan.replots }] : []))
    if (rows.length < faults.length) {
      const why = `The plan found is not one that people can do (${faults.map(({ what }) => what).join(', ')}).`
      return { done: 'failed', why, possible: possible() }
    }
    rows.forEach(model.forbid)
  }
  return { done: 'failed', why: 'Too many changes fit into no single gap.', possible: possible() }
}

/** Of those that people can do; the first where they are equal. */
function bestOf(facts: Facts, plans: readonly CoverPlan[]): Best {
  const order = orderOf(facts.night.levels)
  const judged = plans.map((plan) => ({ plan, worth: worthOf(facts, plan), proved: false }))
  return judged.reduce((best, one) => {
    const level = order.find((at) => best.worth[at] !== one.worth[at])
    return level !== undefined && (one.worth[level] ?? 0) < (best.worth[level] ?? 0) ? one : best
  })
}
