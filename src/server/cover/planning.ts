// One question to whoever plans tonight’s cover, with so much time in all that is asked of it.

import type { CoverNight } from '../../core/cover/cover-night.ts'
import { type Best, type Covered, coverTonight, otherPlan, type Sought } from './cover.ts'
import type { Solve } from './solver.ts'

export type Planning = {
  readonly cover: (night: CoverNight) => Promise<Covered>
  readonly other: (night: CoverNight, sought: Sought) => Promise<Best | 'none' | 'unknown'>
}

/** In the thread that asks. */
export const planningBy = (solve: Solve): Planning => ({
  cover: (night) => coverTonight(night, solve),
  other: (night, sought) => otherPlan(night, solve, sought),
})
