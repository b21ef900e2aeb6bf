// Other plans that are worth exactly what the proposed one is worth: so many of them, and whether there are more.

import { type CoverNight, type CoverPlan, LEVELS } from '../../core/cover/cover-night.ts'
import type { Covered } from './cover.ts'
import type { Planning } from './planning.ts'

/** So many are looked for at most. */
export const ALTERNATIVES_MAX = 20

export type Alternatives = {
  readonly plans: readonly CoverPlan[]
  /** There is none besides these: proved, not given up. */
  readonly complete: boolean
}

/** Without proof of the first nobody knows what is as good. */
const unknown: Alternatives = { plans: [], complete: false }

/** `goesOn`: asked before each, so that nobody is kept waiting for what has become old. */
export async function alternativesTo(
  night: CoverNight,
  { plan, worth, proved, fallback }: Pick<Covered, 'plan' | 'worth' | 'proved' | 'fallback'>,
  planning: Planning,
  most: number,
  goesOn: () => boolean = () => true,
): Promise<Alternatives> {
  if (!proved || fallback !== null) return unknown
  const plans: CoverPlan[] = []
  while (goesOn()) {
    const other = await planning.other(night, { unlike: [plan, ...plans] })
    if (other === 'none') return { plans, complete: true }
    if (other === 'unknown') break
    const isEqual =
      LEVELS.every((_, at) => other.worth[at] === worth[at]) &&
      other.plan.replots.length === plan.replots.length
    // The best of all others is worse: there are no more.
    if (!isEqual) return { plans, complete: other.proved }
    if (plans.length === Math.min(most, ALTERNATIVES_MAX)) break
    plans.push(other.plan)
  }
  return { plans, complete: false }
}
