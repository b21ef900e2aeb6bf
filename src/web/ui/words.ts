// Times and lists as they are said backstage.

import { between, formatLength, type Instant, seconds } from '../../core/kit/time.ts'
import { CALL_LATE_MS } from '../../core/paperwork/report.ts'
import { words } from '../speech/speech.ts'
import { formatClock } from './clock.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** "41 s", "3 min", "2 h", "70 days": how long ago, as short as it can be. */
export function agoWords(ms: number): string {
  const { times } = words()
  if (ms < 2 * MINUTE_MS) return times.seconds(Math.floor(ms / 1000))
  if (ms < 120 * MINUTE_MS) return times.minutes(Math.floor(ms / MINUTE_MS))
  if (ms < 2 * DAY_MS) return times.hours(Math.floor(ms / HOUR_MS))
  return times.days(Math.floor(ms / DAY_MS))
}

/** How long until `at`, rounded up so that it reaches 0:00 when it is time; "0:00" once it has passed. */
export function countdown(now: Instant, at: Instant): string {
  return formatLength(seconds(Math.max(0, Math.ceil(between(now, at) / 1000))))
}

/** Near things as a countdown, far ones by the clock. */
export function whenWords(now: Instant, at: Instant, timeZone: string): string {
  const { times } = words()
  if (at <= now) return times.now
  return between(now, at) < 60 * MINUTE_MS
    ? times.in({ left: countdown(now, at) })
    : times.at({ clock: formatClock(at, timeZone, false) })
}

/**
 * When a call comes. “Now” for the minute in which it is due and no longer: “the half, now”, ten minutes late, is
 * heard as thirty-five minutes to go (DESK-75).
 */
export function callWhen(
  now: Instant,
  at: Instant,
  timeZone: string,
  said: (now: Instant, at: Instant, timeZone: string) => string = whenWords,
): string {
  return isCallLate(now, at) ? words().times.notCalled : said(now, at, timeZone)
}

/** How late, in whole minutes. */
export const lateWords = (now: Instant, at: Instant): string =>
  words().times.minutes(Math.floor(between(at, now) / MINUTE_MS))

export const isCallLate = (now: Instant, at: Instant): boolean => between(at, now) >= CALL_LATE_MS

/**
 * The same where it stands alone and large. From ten minutes on in whole minutes: "20:05" alone could be a time of
 * day as well as twenty minutes.
 */
export function bigWhenWords(now: Instant, at: Instant, timeZone: string): string {
  const { times } = words()
  const left = between(now, at)
  if (left < 0) return times.now
  if (left >= 60 * MINUTE_MS) return times.at({ clock: formatClock(at, timeZone, false) })
  return left > 10 * MINUTE_MS ? times.minutes(Math.ceil(left / MINUTE_MS)) : countdown(now, at)
}

/** How long is left, beside the time of day itself: nothing where it is an hour or more. */
export const leftWords = (now: Instant, at: Instant): string =>
  between(now, at) >= 60 * MINUTE_MS ? '' : bigWhenWords(now, at, 'UTC')

/** "at 19:55, in 20 min": from ten minutes on in whole minutes, so that two times of day do not stand side by side. */
export function atAndLeft(now: Instant, at: Instant, timeZone: string): string {
  const left = leftWords(now, at)
  const clock = formatClock(at, timeZone, false)
  const { times } = words()
  return left === '' ? times.at({ clock }) : times.atAndLeft({ clock, left })
}

/** "Ana", "Ana and Ben", "Ana, Ben and Cho". */
export const listWords = (names: readonly string[]): string => words().times.list(names)

/** "An armful of almanacs (3)": of several that are called the same, once and how many. */
export function thingsWords(things: readonly string[]): string {
  const said = [...new Set(things)].map((thing) => {
    const many = things.filter((one) => one === thing).length
    return many === 1 ? thing : words().times.several({ thing, many })
  })
  return listWords(said)
}

/** "late", "missed": how a cue was, as it is said. */
export function outcomeWords(outcome: string): string {
  const known: Readonly<Record<string, string>> = words().ownWords.outcomes
  return known[outcome] ?? outcome
}
