// When the next performance may be: again today after a matinee, or tomorrow at tonight's time.

import { between, type Duration, type Instant } from '../../core/kit/time.ts'
import { instantOf, wallOf } from './wall-time.ts'

/** What is over by then was a matinee: an evening show may follow. */
const MATINEE_BEFORE = '17:00'
export const EVENING = '19:30'
const DAY_MS = 24 * 60 * 60 * 1000

export type Wall = { readonly day: string; readonly time: string }

/** `again`: null where today's was the evening show, or its time is past. */
export function suggestedTimes(
  curtainAt: Instant,
  now: Instant,
  zone: string,
): { readonly again: Wall | null; readonly tomorrow: Wall } {
  const today = wallOf(curtainAt, zone)
  // From noon, so that no change of clocks makes it the same day or the one after.
  const noon = instantOf(today.day, '12:00', zone) ?? curtainAt
  const tomorrow = { day: wallOf(noon + DAY_MS, zone).day, time: today.time }
  const evening = instantOf(today.day, EVENING, zone)
  const again = today.time < MATINEE_BEFORE && evening !== null && evening > now
  return { again: again ? { day: today.day, time: EVENING } : null, tomorrow }
}

/** From the last down to the curtain, where both are of one day; null otherwise. */
export function betweenShows(downAt: Instant | null, curtainAt: Instant, zone: string): Duration | null {
  if (downAt === null || curtainAt <= downAt) return null
  return wallOf(downAt, zone).day === wallOf(curtainAt, zone).day ? between(downAt, curtainAt) : null
}
