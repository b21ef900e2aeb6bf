// Whether the show's lock holds now: at a tech the book is changed while everybody follows.

import { isWorked } from '../../core/show/kinds.ts'
import type { Stage } from '../hub/stage.ts'

/** Not while a tech or a rehearsal is open; then it is locked again as it was. */
export function lockHolds(stage: Pick<Stage, 'night'>): boolean {
  const night = stage.night()
  if (!night || night.owner.state().calling.closedAt !== null) return true
  return !isWorked(night.performance.kind ?? 'show')
}
