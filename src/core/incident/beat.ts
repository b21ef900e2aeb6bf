// The beat of compressions as arithmetic: where each beat falls, when to swap, what a screen that was asleep goes on with.

/** Compressions in a minute (RCUK and AHA 2025: 100 to 120). */
export const RATE = 110
export const RATE_MIN = 100
export const RATE_MAX = 120
const MINUTE_MS = 60_000
/** Whoever presses is relieved. */
export const SWAP_MS = 120_000
/** Said so long before. */
export const SWAP_WARN_MS = 10_000
/** Sounds are handed to the device so far ahead, so that a screen that stutters does not. */
export const AHEAD_MS = 1_500
/** No call plans more than this, however long a device slept. */
export const BEATS_MAX = 64

/** `breaths`: null for compressions only. */
export type Pace = {
  readonly rate: number
  readonly breaths: { readonly after: number; readonly pauseMs: number } | null
}
export type Beat = { readonly n: number; readonly at: number }

const period = ({ rate }: Pace): number => MINUTE_MS / rate

/** Every beat is counted from the start: what is late once is not late for ever. */
export function beatAt(startedAt: number, pace: Pace, n: number): number {
  const { breaths } = pace
  const pauses = breaths === null ? 0 : Math.floor(n / breaths.after) * breaths.pauseMs
  return startedAt + n * period(pace) + pauses
}

/** The beats that fall in [from, to), at most BEATS_MAX of them. */
export function beatsBetween(
  startedAt: number,
  pace: Pace,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Beat[] {
  const beats: Beat[] = []
  for (let n = firstFrom(startedAt, pace, from); beats.length < BEATS_MAX; n += 1) {
    const at = beatAt(startedAt, pace, n)
    if (at >= to) break
    beats.push({ n, at })
  }
  return beats
}

function firstFrom(startedAt: number, pace: Pace, from: number): number {
  const { breaths } = pace
  const since = Math.max(0, from - startedAt)
  const perRound = breaths === null ? 1 : breaths.after
  const round = perRound * period(pace) + (breaths?.pauseMs ?? 0)
  let n = Math.max(0, Math.floor(since / round) * perRound - 1)
  while (beatAt(startedAt, pace, n) < from) n += 1
  return n
}

export type Count = { readonly is: 'pressing'; readonly count: number } | { readonly is: 'breaths' }

/** What stands on the screen at this moment: 1 to 30, or the breaths. */
export function countAt(startedAt: number, pace: Pace, now: number): Count {
  const { breaths } = pace
  const since = Math.max(0, now - startedAt)
  const each = period(pace)
  if (breaths === null) return { is: 'pressing', count: 1 + Math.floor(since / each) }
  const into = since % (breaths.after * each + breaths.pauseMs)
  const count = 1 + Math.floor(into / each)
  return count > breaths.after ? { is: 'breaths' } : { is: 'pressing', count }
}

/** Until whoever presses is relieved, counted from when they began; never below nought. */
export const swapLeftMs = (pressingSince: number, now: number): number =>
  Math.max(0, pressingSince + SWAP_MS - now)
