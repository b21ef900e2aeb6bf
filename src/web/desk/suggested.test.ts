// Two shows in one day, and tomorrow: what the desk suggests.

import { expect, test } from 'vitest'
import type { Instant } from '../../core/kit/time.ts'
import { betweenShows, suggestedTimes } from './suggested.ts'
import { instantOf } from './wall-time.ts'

const zone = 'Europe/London'
const at = (day: string, time: string): Instant => instantOf(day, time, zone) ?? (0 as Instant)

test('DESK-68: after a matinee the evening of the same day is suggested, and always tomorrow at the same time', () => {
  const matinee = suggestedTimes(at('2026-09-16', '14:30'), at('2026-09-16', '17:10'), zone)
  expect(matinee).toEqual({
    again: { day: '2026-09-16', time: '19:30' },
    tomorrow: { day: '2026-09-17', time: '14:30' },
  })
  expect(suggestedTimes(at('2026-09-16', '19:30'), at('2026-09-16', '22:10'), zone).again).toBeNull()
  expect(suggestedTimes(at('2026-09-16', '14:30'), at('2026-09-16', '23:10'), zone).again).toBeNull()
  // The clocks go back on this night: tomorrow is still tomorrow, at the time on the wall.
  expect(suggestedTimes(at('2026-10-24', '19:30'), at('2026-10-24', '22:00'), zone).tomorrow).toEqual({
    day: '2026-10-25',
    time: '19:30',
  })
})

test('DESK-69: the time between two shows of one day is from the last down to the curtain', () => {
  const down = at('2026-09-16', '17:05')
  expect(betweenShows(down, at('2026-09-16', '19:30'), zone)).toBe(145 * 60_000)
  expect(betweenShows(down, at('2026-09-17', '19:30'), zone)).toBeNull()
  expect(betweenShows(down, at('2026-09-16', '16:00'), zone)).toBeNull()
  expect(betweenShows(null, at('2026-09-16', '19:30'), zone)).toBeNull()
})
