// The show clock: minutes of the plan, 0 when the first act goes up. It stands still in a hold and while an act waits to go up.

import { expectedAt, type Running, running } from '../calling/expected.ts'
import { actUp, type CallingState } from '../calling/state.ts'
import { duration, type Instant, instant, later } from '../kit/time.ts'
import { type ClockSet, isOfBefore, setBetween } from '../presence/clock-set.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { NightState, Plan } from './night.ts'
import { tonight } from './tonight.ts'

/** As `running`, and with an act that is not up yet and should be, or a night that is over, waiting for as long as it does. */
function liveClock(raw: Plan, state: NightState, now: Instant): Running | null {
  const known = running(tonight(raw, state).timeline, state.calling)
  const clock = known && withoutSets(known, state, now)
  if (!clock || actUp(state.calling)) return clock
  const late = Math.max(0, now - expectedAt(clock, clock.point, now))
  return { ...clock, at: later(clock.at, duration(late)) }
}

/** Until something is called, no minute of the show has passed because somebody set the machine's clock forward. */
function withoutSets(clock: Running, { calling, presence }: NightState, now: Instant): Running {
  const sets = presence.clockSets ?? []
  // What goes round in its bars stands still as it is.
  if (sets.length === 0 || clock.vampUntil !== undefined) return clock
  const counted = sets.filter((set) => !wasHeld(calling, set))
  return { ...clock, at: later(clock.at, duration(setBetween(counted, lastCalledAt(calling), now))) }
}

/** In a hold the clock stood still for this long anyway. */
const wasHeld = ({ holds }: CallingState, set: ClockSet): boolean =>
  holds.some(({ from, to }) => isOfBefore(set, from) && (to === null || !isOfBefore(set, to)))

/** When it was last known for certain where the show is. */
function lastCalledAt({ opened, reached, acts, expected }: CallingState): Instant {
  const last = acts.at(-1)
  const known = [opened?.at, reached?.at, last?.upAt, last?.downAt, expected?.at]
  return instant(Math.max(0, ...known.map((at) => at ?? 0)))
}

/** A clock that was set forward since the show was last known to be anywhere: the desk is told until then. */
export const clockSetNow = ({ calling, presence }: NightState): ClockSet | null =>
  (presence.clockSets ?? []).findLast((set) => isOfBefore(set, lastCalledAt(calling))) ?? null

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
