// When a note was opened, for whoever is told of it.

import { dayInWords, dayOf } from '../../core/kit/day.ts'
import type { Instant } from '../../core/kit/time.ts'
import { formatClock } from '../ui/clock.ts'

/** Of an opening of months ago the day counts. */
export const whenOf = (at: Instant, timeZone: string): string =>
  `${dayInWords(dayOf(at, timeZone), false)}, ${formatClock(at, timeZone, false)}`
