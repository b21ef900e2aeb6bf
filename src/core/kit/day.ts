// A day of the calendar as it is written down, "2026-11-24": is it one, how old is it, and how is it said in a country?

import type { Instant } from './time.ts'

const written = /^(\d{4})-(\d{2})-(\d{2})$/
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

type Parts = { readonly year: number; readonly month: number; readonly day: number }

function partsOf(text: string): Parts | null {
  const found = written.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const longest = month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)
  return day >= 1 && day <= longest ? { year, month, day } : null
}

/** "2026-11-24", and in the calendar. */
export const isDay = (text: string): boolean => partsOf(text) !== null

/** The day it is at that moment in that time zone. */
export function dayOf(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  } as const).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** Days since the first of March of the year nought, by the calendar of today. */
function countOf({ year, month, day }: Parts): number {
  const from = month < 3 ? year - 1 : year
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return 365 * from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + inYear
}

/** How many days the second lies after the first; negative before it. Of what is no day: nought. */
export function daysFrom(from: string, to: string): number {
  const [one, other] = [partsOf(from), partsOf(to)]
  return one === null || other === null ? 0 : countOf(other) - countOf(one)
}

/** More than twelve months before today: on its anniversary it is not yet. */
export function isOverAYearOld(day: string, today: string): boolean {
  const known = partsOf(day)
  if (known === null) return false
  return `${String(known.year + 1).padStart(4, '0')}${day.slice(4)}` < today
}

/** "24 November 2026", or "November 24, 2026" where the month comes first. */
export function dayInWords(text: string, monthFirst: boolean): string {
  const parts = partsOf(text)
  if (parts === null) return text
  const month = months[parts.month - 1] ?? ''
  return monthFirst ? `${month} ${parts.day}, ${parts.year}` : `${parts.day} ${month} ${parts.year}`
}
