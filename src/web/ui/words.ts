// Times and lists as they are said backstage.

import { between, formatClock, formatLength, type Instant, seconds } from '../../core/kit/time.ts'

const MINUTE_MS = 60_000

/** "41 s", "3 min", "2 h": how long ago, as short as it can be. */
export function agoWords(ms: number): string {
  if (ms < 2 * MINUTE_MS) return `${Math.floor(ms / 1000)} s`
  if (ms < 120 * MINUTE_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  return `${Math.floor(ms / (60 * MINUTE_MS))} h`
}

/** How long until `at`, rounded up so that it reaches 0:00 when it is time; "0:00" once it has passed. */
export function countdown(now: Instant, at: Instant): string {
  return formatLength(seconds(Math.max(0, Math.ceil(between(now, at) / 1000))))
}

/** Near things as a countdown, far ones by the clock. */
export function whenWords(now: Instant, at: Instant, timeZone: string): string {
  if (at <= now) return 'now'
  return between(now, at) < 60 * MINUTE_MS
    ? `in ${countdown(now, at)}`
    : `at ${formatClock(at, timeZone, false)}`
}

/**
 * The same where it stands alone and large. From ten minutes on in whole minutes: "20:05" alone could be a time of
 * day as well as twenty minutes.
 */
export function bigWhenWords(now: Instant, at: Instant, timeZone: string): string {
  const left = between(now, at)
  if (left < 0) return 'now'
  if (left >= 60 * MINUTE_MS) return `at ${formatClock(at, timeZone, false)}`
  return left > 10 * MINUTE_MS ? `${Math.ceil(left / MINUTE_MS)} min` : countdown(now, at)
}

/** How long is left, beside the time of day itself: nothing where it is an hour or more. */
export const leftWords = (now: Instant, at: Instant): string =>
  between(now, at) >= 60 * MINUTE_MS ? '' : bigWhenWords(now, at, 'UTC')

/** "at 19:55, in 20 min": from ten minutes on in whole minutes, so that two times of day do not stand side by side. */
export function atAndLeft(now: Instant, at: Instant, timeZone: string): string {
  const left = leftWords(now, at)
  const clock = `at ${formatClock(at, timeZone, false)}`
  return left === '' ? clock : `${clock}, in ${left}`
}

export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)

/** "Ana", "Ana and Ben", "Ana, Ben and Cho". */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last
}
