// When a point of the plan is expected, from where the show really is. Runs on every device, on what it was sent.

import { between, type Duration, duration, type Instant, instant, later, seconds } from '../kit/time.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { PlanPoint, Timeline } from '../show/timeline.ts'
import { actUp, type CallingState, heldBetween, heldSince } from './state.ts'

/**
 * The clock as a device needs it. `point` was, or is due to be, at `at` (ended holds already counted in).
 * While `heldSince` stands, every later time moves on with the hold; so it does from `vampUntil` on, when the band goes
 * round in its bars for longer than it usually does.
 */
export type Running = {
  readonly point: PlanPoint
  readonly at: Instant
  readonly heldSince: Instant | null
  readonly vampUntil?: Instant | undefined
  readonly acts: readonly {
    readonly act: number
    readonly seconds: number
    readonly intervalSeconds: number
  }[]
}

/** Where the running show stands against the plan; null before a performance is open. */
export function running(plan: Timeline, state: CallingState): Running | null {
  const known = lastKnown(plan, state)
  if (!known) return null
  const held = heldSince(state)
  // What became known during the open hold counts from where the hold began: whoever asks adds all of the hold.
  const early = held === null ? 0 : Math.max(0, between(held, known.since))
  const at = later(known.at, duration(endedHoldsSince(state, known.since) - early))
  const until = vampUntil(plan, state, at)
  const clock = { point: known.point, at, heldSince: held, acts: plan.acts }
  return until === null ? clock : { ...clock, vampUntil: until }
}

/** When the band usually would be out; while it goes round, the last point known is where its bars begin. */
function vampUntil(plan: Timeline, { vamp }: CallingState, begun: Instant): Instant | null {
  const now = vamp === null ? undefined : plan.vamps[vamp.vamp]
  return now ? later(begun, seconds(now.seconds)) : null
}

/** The last point known, when it was or is due, and since when holds put off what comes after it. */
type Known = { readonly point: PlanPoint; readonly at: Instant; readonly since: Instant }

function lastKnown(plan: Timeline, state: CallingState): Known | null {
  const { opened, reached } = state
  if (!opened) return null
  const up = actUp(state)
  if (up && reached?.point.act === up.act) return { point: reached.point, at: reached.at, since: reached.at }
  const last = state.acts.at(-1)
  const said = state.expected
  // Who said it had the holds so far in mind.
  if (said && said.act > (last?.act ?? -1) && (!last || last.downAt !== null)) {
    return { point: { act: said.act, seconds: 0 }, at: said.upAt, since: said.at }
  }
  if (!last || last.downAt === null) {
    const point = { act: plan.acts[0]?.act ?? 1, seconds: 0 }
    return { point, at: opened.curtainAt, since: opened.at }
  }
  const done = plan.acts.find((act) => act.act === last.act)
  const next = plan.acts.find((act) => act.act > last.act)
  const since = last.downAt
  if (!next) return { point: { act: last.act, seconds: done?.seconds ?? 0 }, at: since, since }
  return {
    point: { act: next.act, seconds: 0 },
    at: later(since, seconds(done?.intervalSeconds ?? 0)),
    since,
  }
}

/** Holds that are over; the open one is added by whoever asks, at the time they ask. */
function endedHoldsSince(state: CallingState, since: Instant): Duration {
  return heldBetween(state, since, heldSince(state) ?? END_OF_TIME)
}

const END_OF_TIME = instant(Number.MAX_SAFE_INTEGER)

/** When `point` is expected; `now` matters only while the show is held. */
export function expectedAt(clock: Running, point: PlanPoint, now: Instant): Instant {
  return later(later(clock.at, waited(clock, now)), seconds(planSeconds(clock, clock.point, point)))
}

/** A hold freezes a vamp too: what waits for both waits once. */
function waited({ heldSince, vampUntil }: Running, now: Instant): Duration {
  const since = Math.min(heldSince ?? END_OF_TIME, vampUntil ?? END_OF_TIME)
  if (since === END_OF_TIME) return duration(0)
  return duration(heldSince === null ? Math.max(0, now - since) : now - since)
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

/** The same for a sheet; null for what is past: back from here would be a time at which nothing happened. */
export const stillExpected = (clock: Running, point: PlanPoint, now: Instant): Instant | null =>
  isPast(clock, point) ? null : expectedAt(clock, point, now)

/** When a call is due, as things stand at `now`; null where it is in no table. */
export function callDueAt(
  plan: Timeline,
  state: CallingState,
  { call, act }: { readonly call: string; readonly act: number },
  now: Instant,
): Instant | null {
  const clock = running(plan, state)
  const known = callsBefore(state.opened?.country ?? 'GB', act, plan.callPace, plan.calls).find(
    (one) => one.id === call,
  )
  if (!clock || !known) return null
  return later(expectedAt(clock, { act, seconds: 0 }, now), seconds(-known.secondsBeforeUp))
}
