// What was covered on the nights that are over: read from their records once, and kept while the house is open.

import type { CoveredPerformance } from '../../core/covering/history.ts'
import { coveredIn } from '../../core/night/covered.ts'
import { EARLIER_MAX } from '../../core/running/learned.ts'
import { isPublic, kindOf } from '../../core/show/kinds.ts'
import type { Stage } from './stage.ts'

type Reads = Pick<Stage, 'performances' | 'earlier' | 'night'>

/** A night that is closed never changes again. */
const known = new WeakMap<Reads, Map<string, CoveredPerformance>>()

/** Newest first, as many as are asked of anything. What cannot be read is passed over: tonight is planned without it. */
export async function coveredBefore(stage: Reads): Promise<readonly CoveredPerformance[]> {
  const kept = known.get(stage) ?? new Map<string, CoveredPerformance>()
  known.set(stage, kept)
  const tonight = stage.night()?.performance.id
  const before = stage.performances().filter(({ id, number }) => id !== tonight && isPublic(kindOf(number)))
  const all: CoveredPerformance[] = []
  for (const { id, number } of before.slice(-EARLIER_MAX).toReversed()) {
    const night = kept.has(id) ? null : await stage.earlier(number)
    const covered = kept.get(id) ?? (night && coveredIn(night.plan, night.state))
    if (!covered) continue
    kept.set(id, covered)
    all.push(covered)
  }
  return all
}
