// When something of the plan has begun and when it is over, by where the show really is: the same on every screen.

import { isPast } from '../../core/calling/expected.ts'
import { between, duration, type Instant, later, seconds } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { PlanPoint } from '../../core/show/timeline.ts'

/** What takes no time at all still stands here this long, so that "now" can be read. */
export const NOW_SHOWN_MS = 20_000
/** How long something stays past its time while no cue says that the show has got so far. */
export const GRACE_MS = 60_000

export type Planned = { readonly at: PlanPoint; readonly seconds: number }

/** Until its act is up nothing has begun, however late the act is. */
export const actIsUp = (position: PositionSection, act: number): boolean =>
  position.acts.some((one) => one.act >= act)

export function isOver(planned: Planned, position: PositionSection, at: Instant, now: Instant): boolean {
  const { act } = planned.at
  if (!actIsUp(position, act)) return false
  if (position.acts.some((one) => one.act > act)) return true
  if (
    position.acts.some((one) => one.act === act && one.downAt !== null) &&
    !isBetweenActs(planned, position)
  )
    return true
  const lasts = Math.max(seconds(planned.seconds), NOW_SHOWN_MS)
  const overBy = between(later(at, duration(lasts)), now)
  // A show that runs late between two cues has not reached it yet: it stays a while longer.
  return overBy >= (isPast(position.running, planned.at) ? 0 : GRACE_MS)
}

/** What is planned for the interval behind an act begins when that act is down. */
function isBetweenActs({ at }: Planned, { running }: PositionSection): boolean {
  const act = running.acts.find((one) => one.act === at.act)
  return act !== undefined && at.seconds >= act.seconds
}
