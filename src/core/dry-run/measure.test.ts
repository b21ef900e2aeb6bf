// The measure itself: fair between policies, never better than what can be known, and quiet where it says so.

import { describe, expect, test } from 'vitest'
import { full as fullAtNight, logging, quiet as quietAtNight } from '../presence/policy.ts'
import { layOut } from './company.ts'
import { ceilingOf, measure, type Setting } from './measure.ts'
import { ANSWER, CHOOSING_SEEDS } from './parameters.ts'
import { asking, entranceOnly, full, headCount, LADDERS, quiet } from './policies.ts'

const setting: Setting = {
  layouts: CHOOSING_SEEDS.slice(0, 6).map(layOut),
  evenings: 6,
  recording: 'taps',
  answerRate: 0.85,
  busy: 0,
  answerWithin: ANSWER,
}
const [then, two] = [LADDERS['one, then another'] ?? [], LADDERS['one, then two'] ?? []]

describe('measuring', () => {
  test('DRY-4: the same question gives the same figures, whoever else is measured beside it', () => {
    const [alone] = measure([quiet], setting)
    const [, beside] = measure([full, quiet], setting)
    expect(beside).toEqual(alone)
    const [fewer] = measure([quiet], { ...setting, answerRate: 0.6 })
    expect(fewer?.falseSearchesPerShow).toBeGreaterThan(alone?.falseSearchesPerShow ?? 0)
    expect(fewer?.asksPerShow).toBeGreaterThan(alone?.asksPerShow ?? 0)
  })

  test('DRY-5: nothing beats the ceiling, and who asks nobody finds nobody', () => {
    const { before3min } = ceilingOf(setting)
    for (const one of measure([quiet, full, headCount, asking('all', two, 0)], setting)) {
      expect(one.before3min).toBeLessThanOrEqual(before3min)
      expect(one.before3min).toBeLessThanOrEqual(one.before)
      expect(one.delayMedian).toBeGreaterThan(0)
    }
    expect(measure([entranceOnly], setting)).toMatchObject([
      { asksPerShow: 0, glancesPerShow: 0, falseSearchesPerShow: 0, before: 0 },
    ])
    expect(measure([asking('none', two, Number.POSITIVE_INFINITY)], setting)).toMatchObject([
      { asksPerShow: 0 },
    ])
  })

  test('DRY-6: two others at once instead of one cuts false searches to less than a third', () => {
    const [one, both] = measure([asking('one', then, 6), asking('both', two, 6)], setting)
    expect(one && both).toBeTruthy()
    expect(both?.falseSearchesPerShow).toBeLessThan((one?.falseSearchesPerShow ?? 0) / 3)
    expect(Math.abs((both?.before3min ?? 0) - (one?.before3min ?? 0))).toBeLessThan(0.05)
  })

  test('DRY-8: what is measured are the figures of the policy, and the first performances ask nobody', () => {
    for (const [measured, atNight] of [
      [quiet, quietAtNight],
      [full, fullAtNight],
    ] as const) {
      if (measured.kind !== 'asks') throw new Error('it asks')
      expect(measured.ladder).toEqual(atNight.ladder)
      const look = (risk: number) => ({ risk, riskOffStage: risk, surprise: 0, unseen: 0, overdue: 0 })
      expect(measured.wants(look(atNight.riskAtDeadline))).toBe(true)
      expect(measured.wants(look(atNight.riskAtDeadline - 0.01))).toBe(false)
      expect(measured.lead).toBeGreaterThanOrEqual(atNight.ladder.length * atNight.round + atNight.looking)
    }
    expect(logging).toEqual({ ...quietAtNight, sends: false })
  })
})
