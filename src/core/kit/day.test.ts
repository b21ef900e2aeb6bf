// Days of the calendar: which are days, how old they are, how they are said.

import { expect, test } from 'vitest'
import { dayInWords, dayOf, isDay, isOverAYearOld } from './day.ts'
import { instant } from './time.ts'

test('SHOW-21: a day is one of the calendar', () => {
  for (const day of ['2026-11-24', '2024-02-29', '2000-02-29', '2026-12-31'])
    expect([day, isDay(day)]).toEqual([day, true])
  for (const day of ['2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '24.11.2026', ''])
    expect([day, isDay(day)]).toEqual([day, false])
})

test('SHOW-22: a year is over the day after the anniversary', () => {
  const old = (today: string) => isOverAYearOld('2025-11-24', today)
  expect(['2025-11-24', '2026-11-23', '2026-11-24', '2026-11-25', '2030-01-01'].map(old)).toEqual([
    ...[false, false, false, true, true],
  ])
  expect(['2025-02-28', '2025-03-01'].map((today) => isOverAYearOld('2024-02-29', today))).toEqual([
    false,
    true,
  ])
})

test('SHOW-22: today is the day of the house, whatever day it is elsewhere', () => {
  const at = instant(Date.parse('2026-11-24T23:30:00Z'))
  expect(['Europe/London', 'Asia/Tokyo', 'America/New_York'].map((zone) => dayOf(at, zone))).toEqual([
    ...['2026-11-24', '2026-11-25', '2026-11-24'],
  ])
})

test('SHOW-22: a day is said as its country says it', () => {
  expect([dayInWords('2026-11-04', false), dayInWords('2026-11-04', true)]).toEqual([
    '4 November 2026',
    'November 4, 2026',
  ])
})
