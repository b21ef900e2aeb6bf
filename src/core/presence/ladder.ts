// When each rung of a concern comes: fixed at its opening, and pressed together where little time is left.

import { type Instant, instant } from '../kit/time.ts'
import type { Rung } from './events.ts'

/** From the first ask to each rung where there is time enough, milliseconds. */
const FULL: Readonly<Record<Rung, number>> = {
  1: 0,
  2: 90_000,
  3: 180_000,
  4: 360_000,
  5: 540_000,
}
/** What a cover needs before the entrance. */
export const COVER_LEAD_MS = 60_000
/** Asked about at the latest so long before the entrance: the whole ladder, and a cover's time. */
export const LEAD_MS = FULL[4] + COVER_LEAD_MS
/** Pressed together further than to half, nobody could answer: then the lower rungs are left out. */
const FACTOR_MIN = 0.5
/** Nobody finds anybody faster. */
const LOOK_MS_MIN = 30_000
/** From the opening to somebody setting out to look, at most. */
export const SEARCH_WITHIN_MS = FULL[3]

export type Ladder = {
  readonly rung: Rung
  readonly rungs: readonly { readonly rung: Rung; readonly at: Instant }[]
}

/** `dueAt`: the entrance they are needed for; null where there is none, and then the ladder takes its full time. */
export function ladderFrom(now: Instant, dueAt: Instant | null, coverLeadMs = COVER_LEAD_MS): Ladder {
  const left = dueAt === null ? FULL[4] : dueAt - coverLeadMs - now
  const first = ([1, 2] as const).find((rung) => left >= (FULL[4] - FULL[rung]) * FACTOR_MIN) ?? 3
  const whole = FULL[4] - FULL[first]
  const factor = Math.min(1, Math.max(left / whole, LOOK_MS_MIN / whole))
  const later = ([2, 3, 4, 5] as const).filter((rung) => rung > first)
  const rungs = later.map((rung) => ({ rung, at: instant(now + (FULL[rung] - FULL[first]) * factor) }))
  return { rung: first, rungs }
}
