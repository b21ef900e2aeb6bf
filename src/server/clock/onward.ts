// A clock that never goes back: what ends at a time is over once it was, whoever sets the machine's clock.

import { type Instant, instant } from '../../core/kit/time.ts'
import type { Clock } from './clock.ts'

/** What is less than this is a clock being put right: for so long this one stands still. */
export const SET_BACK_MS = 10_000

export type Onward = Clock & {
  /** From what is written down: it was later than this already. */
  notBefore(at: Instant): void
  /** What the machine's clock will say then: for people to read. */
  shown(at: Instant): Instant
}

/** Set back, it goes on beside the machine's by what has passed since the machine was started; set forward, it goes along. */
export function onward(clock: Clock): Onward {
  let [wall, steady] = [clock.now(), clock.sinceStart()]
  let last: number = wall
  let ahead = 0
  const now = (): Instant => {
    const [says, since] = [clock.now(), clock.sinceStart()]
    const set = says - wall - (since - steady)
    ;[wall, steady] = [says, since]
    if (set <= -SET_BACK_MS) ahead -= set
    if (set >= SET_BACK_MS) ahead = Math.max(0, ahead - set)
    last = Math.max(last, says + ahead)
    return instant(last)
  }
  return {
    now,
    sinceStart: () => clock.sinceStart(),
    after: (ms, act) => clock.after(ms, act),
    notBefore: (at) => {
      const missing = at - now()
      if (missing <= 0) return
      if (missing >= SET_BACK_MS) ahead += missing
      last = at
    },
    shown: (at) => instant(at - ahead),
  }
}
