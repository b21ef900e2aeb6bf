// A practised act against the plan, and against the night it was called on.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ON_TIME_MS, practiceByLog, practiceByPlan, practised, wasCalled } from './practice.ts'

const moment = (name: string, act: number, seconds: number, list: string | null = null) => ({
  ...{ at: { act, seconds }, line: `on ${name}`, list },
  cues: [{ name }],
})
const book = [
  ...[moment('LX 1', 1, 0), moment('LX 2', 1, 60), moment('SND 1', 1, 61, 'pit'), moment('LX 3', 1, 120)],
  moment('LX 9', 2, 10),
]
const night = {
  acts: [{ act: 1, upAt: 10_000, downAt: 400_000 }],
  holds: [{ from: 80_000, to: 100_000 }],
  cueLog: [
    { cues: ['LX 1'], at: 11_000 },
    { cues: ['LX 3'], at: 160_000 },
  ],
}

test('PRACTICE-1: the cues of one act that the desk calls, as the plan times them', () => {
  expect(practiceByPlan(book, 1).map(({ name, dueMs }) => [name, dueMs])).toEqual([
    ['LX 1', 0],
    ['LX 2', 60_000],
    ['LX 3', 120_000],
  ])
  expect(practiceByPlan(book, 2).length).toBe(1)
  expect(practiceByPlan(book, 3)).toEqual([])
})

test('PRACTICE-2: as an earlier night called them, holds taken out; what it did not call stands as far on as planned', () => {
  expect(practiceByLog(book, 1, night).map(({ name, dueMs }) => [name, dueMs])).toEqual([
    ['LX 1', 1_000],
    ['LX 2', 61_000],
    ['LX 3', 130_000],
  ])
  // An act that it did not play is practised by the plan.
  expect(practiceByLog(book, 2, night)).toEqual(practiceByPlan(book, 2))
  expect([wasCalled(night, 1), wasCalled(night, 2), wasCalled(night, null)]).toEqual([true, false, true])
  // What was called before the act went up is no call of it.
  expect(wasCalled({ ...night, cueLog: [{ cues: ['LX 1'], at: 9_999 }] }, null)).toBe(false)
  // In whatever order it called them, none is due before the one before it.
  const times = fc.array(fc.nat(390_000), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(times, (at) => {
      const cueLog = at.map((ms, index) => ({ cues: [`LX ${index + 1}`], at: 10_000 + ms }))
      const due = practiceByLog(book, 1, { ...night, cueLog }).map(({ dueMs }) => dueMs)
      expect(due).toEqual(due.toSorted((a, b) => a - b))
    }),
  )
})

test('PRACTICE-4: how early or late each GO was, in the order of the cues; what was passed over is neither', () => {
  const cues = practiceByPlan(book, 1)
  const { lines, ...sums } = practised(cues, [-ON_TIME_MS - 1, null, 120_000 + ON_TIME_MS])
  expect(lines.map(({ offMs }) => offMs)).toEqual([-501, null, 500])
  expect(sums).toEqual({ called: 2, early: 1, late: 0, medianMs: 500.5 })
  expect(practised(cues, [])).toMatchObject({ called: 0, early: 0, late: 0, medianMs: null })
})
