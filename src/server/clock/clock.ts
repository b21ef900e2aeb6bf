// The server's only clock and only timers; the simulator has its own.

import { uptime } from 'node:os'
import { type Instant, instant } from '../../core/kit/time.ts'

export type Clock = {
  now(): Instant
  /**
   * Milliseconds since the machine was started, in whole seconds on most: nobody sets it, and it counts what the machine
   * slept. Beside `now` it tells a clock that was set from time that has passed.
   */
  sinceStart(): number
  /** Calls once after so many milliseconds; the answer cancels it. */
  after(ms: number, act: () => void): () => void
}

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  sinceStart: () => uptime() * 1_000,
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}
