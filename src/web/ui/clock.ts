// The one way a time of day is written on a screen: as its country reads a clock.

import { formatClock12, type Instant, formatClock as in24Hours } from '../../core/kit/time.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import { countryNow } from '../speech/speech.ts'

/** "20:41:07", or "8:41:07 pm" where clocks have twelve hours, in the venue's time zone. */
export const formatClock = (at: Instant, timeZone: string, withSeconds = true): string =>
  (countryPack(countryNow()).clock === '12 h' ? formatClock12 : in24Hours)(at, timeZone, withSeconds)
