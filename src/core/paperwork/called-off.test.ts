// A show that was called off, in its report.

import { expect, test } from 'vitest'
import { instant } from '../kit/time.ts'
import { numberOf } from '../show/kinds.ts'
import { wasCalledOff } from './called-off.ts'
import type { ReportAct } from './report.ts'

test('INSTALLATION-34: closed without an act a show was called off; while it is open, once an act went up, or at a tech it was not', () => {
  const night = { number: 14, acts: [], closedAt: instant(5) }
  expect(wasCalledOff(night)).toBe(true)
  expect(wasCalledOff({ ...night, number: numberOf('preview', 2) })).toBe(true)
  expect(wasCalledOff({ ...night, closedAt: null })).toBe(false)
  expect(wasCalledOff({ ...night, number: numberOf('tech', 1) })).toBe(false)
  // `as`: that there is one is all that is looked at.
  expect(wasCalledOff({ ...night, acts: [{} as ReportAct] })).toBe(false)
})
