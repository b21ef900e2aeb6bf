// A day and a time of it, for what was long enough ago.

import type { Instant } from '../../core/kit/time.ts'
import { localeNow } from '../speech/speech.ts'

export const formatDay = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat(localeNow(), {
    ...{ timeZone, weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at)
