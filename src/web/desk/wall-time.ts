// A wall time in the venue's time zone as an instant: "19:30 in London on this day".

import { type Instant, instant } from '../../core/kit/time.ts'

/** `day` as 2026-03-29, `time` as 19:30. Null where they are not a date and a time. */
export function instantOf(day: string, time: string, timeZone: string): Instant | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asUtc)) return null
  // Twice, because the first guess may lie on the other side of a clock change.
  const guess = asUtc - offsetAt(asUtc, timeZone)
  return instant(asUtc - offsetAt(guess, timeZone))
}

/** How far the zone's wall clock is ahead of UTC at this instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const { day, time } = wallOf(at, timeZone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000
}

/** The day and minute on the venue's wall. */
export function wallOf(at: number, timeZone: string): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` }
}
