// What of one plan is other in a second: row by row, and its re-plots where they are not the same.

import type { Assigned, CoverPlan } from './cover-night.ts'

/** `replots`: all of the second, or none where they are the same. */
export type Difference = { readonly assignments: readonly Assigned[]; readonly replots: readonly string[] }

export function differenceOf(first: CoverPlan, second: CoverPlan): Difference {
  const who = new Map(first.assignments.map(({ obligation, person }) => [obligation, person]))
  const isSame = second.replots.join() === first.replots.join()
  return {
    assignments: second.assignments.filter(
      ({ obligation, person }) => (who.get(obligation) ?? null) !== person,
    ),
    replots: isSame ? [] : second.replots,
  }
}
