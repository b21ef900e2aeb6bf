// Notices that the machine's clock was set: the time on the wall and the time since the machine was started part.

import { instant } from '../../core/kit/time.ts'
import type { ClockSet } from '../../core/presence/clock-set.ts'
import type { SetBack } from '../../core/presence/watching.ts'
import type { Clock } from '../clock/clock.ts'

/** What is less than this is a clock being put right, and no matter to anybody who is asked in minutes. */
export const LEAP_MS = 10_000

export type Leaps = {
  /** Looks at both clocks: what was set forward since the last look; null where nothing was. */
  readonly look: () => ClockSet | null
  /** It was set back: until it says again what it said, time stands still in the record. */
  readonly back: () => SetBack | null
}

export function openLeaps(clock: Clock): Leaps {
  let [wall, steady] = [clock.now(), clock.sinceStart()]
  let back: SetBack | null = null
  return {
    look: () => {
      const [now, since] = [clock.now(), clock.sinceStart()]
      const ms = Math.round(now - wall - (since - steady))
      const before = instant(wall + Math.max(0, since - steady))
      ;[wall, steady] = [now, since]
      if (back !== null && now >= back.until) back = null
      if (ms <= -LEAP_MS) back = later(back, { ms: -ms, until: before })
      return ms >= LEAP_MS ? { ms, before } : null
    },
    back: () => back,
  }
}

/** Set back twice: until it says what it said before the first. */
const later = (one: SetBack | null, other: SetBack): SetBack =>
  one !== null && one.until >= other.until ? { ...one, ms: one.ms + other.ms } : other
