// When a point of the plan is expected, from where the show really is. Runs on every device, on what it was sent.

import { between, type Duration, duration, type Instant, instant, later, seconds } from '../kit/time.ts'
import type { PlanPoint, Timeline } from '../show/timeline.ts'
import { actUp, type CallingState, heldBetween, heldSince } from './state.ts'

/**
 * The clock as a device needs it. `point` was, or is due to be, at `at` (ended holds already counted in).
 * While `heldSince` stands, every later time moves on with the hold.
 */
export type Running = {
  readonly point: PlanPoint
  readonly at: Instant
  readonly heldSince: Instant | null
  readonly acts: readonly {
    readonly act: number
    readonly seconds: number
    readonly intervalSeconds: number
  }[]
}

/** Where the running show stands against the plan; null before a performance is open. */
export function running(plan: Timeline, state: CallingState): Running | null {
  const opened = state.opened
  if (!opened) return null
  const held = heldSince(state)
  const common = { heldSince: held, acts: plan.acts }
  const up = actUp(state)
  if (up && state.reached && state.reached.point.act === up.act) {
    const { point, at } = state.reached
    return { ...common, point, at: later(at, endedHoldsSince(state, at)) }
  }
  const last = state.acts.at(-1)
  if (!last || last.downAt === null) {
    const first = plan.acts[0]
    return { ...common, point: { act: first?.act ?? 1, seconds: 0 }, at: opened.curtainAt }
  }
  const done = plan.acts.find((act) => act.act === last.act)
  const next = plan.acts.find((act) => act.act > last.act)
  const pause = seconds(done?.intervalSeconds ?? 0)
  if (!next) return { ...common, point: { act: last.act, seconds: done?.seconds ?? 0 }, at: last.downAt }
  return { ...common, point: { act: next.act, seconds: 0 }, at: later(last.downAt, pause) }
}

/** Holds that are over; the open one is added by whoever asks, at the time they ask. */
function endedHoldsSince(state: CallingState, since: Instant): Duration {
  return heldBetween(state, since, heldSince(state) ?? END_OF_TIME)
}

const END_OF_TIME = instant(Number.MAX_SAFE_INTEGER)

/** When `point` is expected; `now` matters only while the show is held. */
export function expectedAt(clock: Running, point: PlanPoint, now: Instant): Instant {
  const wait = clock.heldSince === null ? duration(0) : between(clock.heldSince, now)
  return later(later(clock.at, wait), seconds(planSeconds(clock, clock.point, point)))
}

/** Planned seconds from one point to another, intervals in between counted in; negative where `to` lies before. */
function planSeconds(clock: Running, from: PlanPoint, to: PlanPoint): number {
  const start = (point: PlanPoint) =>
    clock.acts.reduce(
      (total, act) => (act.act < point.act ? total + act.seconds + act.intervalSeconds : total),
      point.seconds,
    )
  return start(to) - start(from)
}

/** Has the running show passed this point of the plan? */
export function isPast(clock: Running, point: PlanPoint): boolean {
  return point.act < clock.point.act || (point.act === clock.point.act && point.seconds < clock.point.seconds)
}
