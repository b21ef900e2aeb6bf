// Tonight's curtain from a time of day, in this browser's own time zone.

const HOUR_MS = 3_600_000
/** A curtain that went up this long ago may still be tonight's; before that tomorrow's is meant. */
const STILL_TONIGHT_MS = 3 * HOUR_MS

export function curtainOf(time: string, now: number): number {
  const [hours = 19, minutes = 30] = /^\d{1,2}:\d{2}/.test(time) ? time.split(':').map(Number) : []
  const at = new Date(now)
  at.setHours(hours, minutes, 0, 0)
  if (at.getTime() < now - STILL_TONIGHT_MS) at.setDate(at.getDate() + 1)
  return at.getTime()
}

export const minutesUntil = (at: number, now: number): number => Math.round((at - now) / 60_000)
