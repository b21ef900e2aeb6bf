// The machine's clock was set forward: what of the night's reckoning moves with it, so that nobody is missed because of it.

import { duration, type Instant, instant, later } from '../kit/time.ts'
import type { Concern, PresenceConcerns } from './concern.ts'

/** `before`: what the clock said when it was last right; `ms`: by how much it was set forward. */
export type ClockSet = { readonly ms: number; readonly before: Instant }

/** Beyond these nobody corrects a clock, they play with it: the desk is told, and nothing moves any more. */
export const CLOCK_SETS_MAX = 60

/** Half way between the two: no time on the old clock is later, none on the new one earlier. */
const turn = ({ ms, before }: ClockSet): Instant => instant(before + ms / 2)

/** Whether this time was read on the clock as it was before. */
export const isOfBefore = (set: ClockSet, at: Instant): boolean => at < turn(set)

/** By how much a clock that was right at `since` has been set forward by `now`. */
export const setBetween = (sets: readonly ClockSet[], since: Instant, now: Instant): number =>
  sets.reduce((total, set) => (isOfBefore(set, since) && !isOfBefore(set, now) ? total + set.ms : total), 0)

/** Nobody had an hour less to answer: every rung that has not come keeps its distance. */
export const withClockSet = (state: PresenceConcerns, set: ClockSet): PresenceConcerns => ({
  ...state,
  concerns: state.concerns.map((one) => (isOfBefore(set, one.openedAt) ? moved(one, set) : one)),
})

function moved(one: Concern, { ms, before }: ClockSet): Concern {
  const on = (at: Instant): Instant => (at > before ? later(at, duration(ms)) : at)
  const { rungs, looking, dueAt } = one
  return {
    ...one,
    rungs: rungs.map(({ rung, at }) => ({ rung, at: on(at) })),
    looking: looking && { ...looking, until: on(looking.until) },
    dueAt: dueAt === null ? null : on(dueAt),
  }
}
