// What it would take for a cut not to be needed: each small change is tried on the night, and told only where the cut is gone.

import type { CoverNight } from '../../core/cover/cover-night.ts'
import { cutsOf } from '../../core/cover/explain.ts'
import { factsOf } from '../../core/cover/facts.ts'
import { mayTake, nightWith, type Takes } from '../../core/cover/what-it-takes.ts'
import type { Covered } from './cover.ts'
import type { Planning } from './planning.ts'

/** So many nights are asked for one plan at most, the spots that matter most first. */
export const TRIED_MAX = 40

export type WouldTake = { readonly obligation: string; readonly takes: readonly Takes[] }

type Asked = {
  readonly question: () => Planning
  /** Only of this cut; of all of them where none is named. */
  readonly of?: string
  /** Asked before each night, so that nothing is worked out that has become old. */
  readonly goesOn?: () => boolean
}

export async function whatItTakes(
  night: CoverNight,
  { plan }: Pick<Covered, 'plan'>,
  { question, of, goesOn = () => true }: Asked,
): Promise<readonly WouldTake[]> {
  const facts = factsOf(night)
  const tierOf = (id: string) => facts.obligations[facts.index(id)]?.tier ?? 0
  const cuts = cutsOf(facts, plan)
    .filter(({ obligation }) => of === undefined || obligation === of)
    .toSorted((a, b) => tierOf(b.obligation) - tierOf(a.obligation))
  const found: WouldTake[] = []
  let tried = 0
  for (const cut of cuts) {
    const takes: Takes[] = []
    for (const one of mayTake(facts, cut)) {
      if (tried === TRIED_MAX || !goesOn()) break
      tried += 1
      const other = await question().cover(nightWith(night, one))
      const row = other.plan.assignments.find(({ obligation }) => obligation === cut.obligation)
      if (row?.person !== null && other.fallback === null) takes.push(one)
    }
    if (takes.length > 0) found.push({ obligation: cut.obligation, takes })
  }
  return found
}

/** The best plan in which what is cut is done, whatever it costs; `none` where nobody can do it as things stand. */
export const priceOf = (night: CoverNight, obligation: string, planning: Planning) =>
  planning.other(night, { done: obligation })
