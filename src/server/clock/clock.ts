// The server's only clock and only timers; the simulator has its own.

import { type Instant, instant } from '../../core/kit/time.ts'

export type Clock = {
  now(): Instant
  /** Calls once after so many milliseconds; the answer cancels it. */
  after(ms: number, act: () => void): () => void
}

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}
