// What stands on paper of who printed it, when, where and which copy it is.

import { expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import { lineFor } from './printed.tsx'

const now = instant(Date.UTC(2026, 10, 27, 19, 4, 9))
const who = {
  ...{ by: 'Sal Quarrel', house: 'The Playhouse', at: now, timeZone: 'Europe/London' },
  aheadMs: 2 * 3_600_000,
}
const printed = { who, now, text: 'Cue 1, Cue 2', was: 'printed' } as const

test('KEEP-25: who, when by the clock of the house, which house, and letters that are the same for the same words', () => {
  const line = lineFor(printed)
  expect(line).toMatch(
    /^Printed 27 November 2026, 21:04:09 by Sal Quarrel · The Playhouse · copy [2-9A-Y]{4}$/,
  )
  expect(lineFor({ ...printed, now: instant(now + 60_000) }).slice(-4)).toBe(line.slice(-4))
  expect(lineFor({ ...printed, text: 'Cue 1, Cue 3' }).slice(-4)).not.toBe(line.slice(-4))
  expect(lineFor({ ...printed, was: 'saved' })).toMatch(/^Saved 27 November 2026/)
})

test('KEEP-25: where the house does not say who that is there is a line for a name, and it is said whose clock it was', () => {
  expect(lineFor({ ...printed, who: null })).toMatch(/by this device’s own clock, by _{20} · copy \w{4}$/)
  expect(lineFor({ ...printed, who: { ...who, by: null, house: null } })).toMatch(/21:04:09 · copy \w{4}$/)
})
