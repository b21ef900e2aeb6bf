// Two performances of one day: the second says that it is the second, by the day on the venue's wall.

import { expect, test } from 'vitest'
import { littleShow } from '../../../test/kit/shows.ts'
import type { Performance } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { planOf } from '../../core/night/night.ts'
import { opening } from './opening.ts'

const performance = (number: number, curtain: string, title = 'Little'): Performance => ({
  id: id<'performance'>(`p${number}`),
  number,
  show: 'hash',
  title,
  production: title,
  edition: null,
  curtainAt: instant(Date.parse(curtain)),
})

test('NIGHT-26: a performance after another of the same show on the same day says so, and no other does', () => {
  const plan = planOf({ ...littleShow(), timeZone: 'America/New_York' })
  const all = [
    performance(1, '2026-09-15T23:30Z'),
    performance(2, '2026-09-16T18:00Z'),
    // Half past eight in the evening of the same day in New York, the next day by Greenwich.
    performance(3, '2026-09-17T00:30Z'),
    performance(4, '2026-09-17T23:30Z'),
    performance(5, '2026-09-18T00:30Z', 'Another show'),
  ]
  const sameDay = all.map((one) => opening(one, plan, all).body)
  expect(sameDay.map((body) => ('sameDay' in body ? body.sameDay : 0))).toEqual([0, 0, 1, 0, 0])
})
