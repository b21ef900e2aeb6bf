// The show clock: minutes of the plan, 0 when the first act goes up. It stands still in a hold and while an act waits to go up.

import { expectedAt, type Running, running } from '../calling/expected.ts'
import { actUp } from '../calling/state.ts'
import { duration, type Instant, later } from '../kit/time.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { NightState, Plan } from './night.ts'
import { tonight } from './tonight.ts'

/** As `running`, and with an act that is not up yet and should be, or a night that is over, waiting for as long as it does. */
export function liveClock(raw: Plan, state: NightState, now: Instant): Running | null {
  const clock = running(tonight(raw, state).timeline, state.calling)
  if (!clock || actUp(state.calling)) return clock
  const late = Math.max(0, now - expectedAt(clock, clock.point, now))
  return { ...clock, at: later(clock.at, duration(late)) }
}

const first = ({ acts }: Running): PlanPoint => ({ act: acts[0]?.act ?? 1, seconds: 0 })

/** When the show clock stood, or will stand, at nought; all that is due follows from it. Null before a performance is open. */
export function noughtAt(plan: Plan, state: NightState, now: Instant): Instant | null {
  const clock = liveClock(plan, state, now)
  return clock && expectedAt(clock, first(clock), now)
}

/** Minutes on the show clock at `now`; nought before a performance is open. */
export function showClock(plan: Plan, state: NightState, now: Instant): number {
  const nought = noughtAt(plan, state, now)
  return nought === null ? 0 : (now - nought) / 60_000
}
