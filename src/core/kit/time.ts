// Points and lengths of time, kept apart so that the one cannot be added where the other belongs.

declare const instantBrand: unique symbol
declare const durationBrand: unique symbol

/** Milliseconds since 1970-01-01T00:00Z, a whole number. */
export type Instant = number & { readonly [instantBrand]: true }
/** A length of time in milliseconds; may be negative (over, early). */
export type Duration = number & { readonly [durationBrand]: true }

// `as` only here: these are the constructors of the brands.
export const instant = (ms: number): Instant => Math.round(ms) as Instant
export const duration = (ms: number): Duration => Math.round(ms) as Duration
export const seconds = (count: number): Duration => duration(count * 1000)
export const minutes = (count: number): Duration => duration(count * 60_000)

export const later = (from: Instant, by: Duration): Instant => instant(from + by)
export const between = (from: Instant, to: Instant): Duration => duration(to - from)
export const sum = (lengths: readonly Duration[]): Duration =>
  duration(lengths.reduce((total, length) => total + length, 0))

/** "4:02", "1:08:22", "-0:40": a length as it stands on a running sheet, seconds rounded down. */
export function formatLength(length: Duration): string {
  const whole = Math.floor(Math.abs(length) / 1000)
  const sign = length < 0 && whole > 0 ? '-' : ''
  const hours = Math.floor(whole / 3600)
  const rest = Math.floor((whole % 3600) / 60)
  const two = (n: number) => String(n).padStart(2, '0')
  return hours > 0 ? `${sign}${hours}:${two(rest)}:${two(whole % 60)}` : `${sign}${rest}:${two(whole % 60)}`
}

/** "20:41:07" in the venue's IANA time zone; 24 hours. */
export function formatClock(at: Instant, timeZone: string, withSeconds = true): string {
  return clockOf(timeZone, withSeconds).format(at)
}

/** A sheet has hundreds of times on it, and making one of these takes longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>()
/** One house has one time zone; more than these are a test's. */
const CLOCKS_MAX = 16

function clockOf(timeZone: string, withSeconds: boolean): Intl.DateTimeFormat {
  const name = `${timeZone} ${withSeconds}`
  const known = clocks.get(name)
  if (known) return known
  if (clocks.size >= CLOCKS_MAX) clocks.clear()
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  })
  clocks.set(name, made)
  return made
}

/** "8:41:07 pm", the same with twelve hours. */
export function formatClock12(at: Instant, timeZone: string, withSeconds = true): string {
  const [hour = '0', ...rest] = formatClock(at, timeZone, withSeconds).split(':')
  const after = Number(hour) >= 12 ? 'pm' : 'am'
  return `${[String(Number(hour) % 12 || 12), ...rest].join(':')} ${after}`
}
