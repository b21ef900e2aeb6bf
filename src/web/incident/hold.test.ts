// The touch that raises an incident, as hands are: shaking, slipping, lifting.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  DRIFT_PX_MAX,
  down,
  type Felt,
  HOLD_MS,
  LIFT_MS_MAX,
  lifted,
  moved,
  passed,
  stillHand,
  TAPS_MS,
} from './hold.ts'

const p = (at: number, x = 0, y = 0) => ({ at, x, y })
const run = (...steps: readonly ((felt: Felt) => Felt)[]): Felt =>
  steps.reduce<Felt>((felt, step) => (felt.raised === null ? step(felt) : felt), {
    hand: stillHand,
    raised: null,
  })
const press =
  (at: number, x = 0, y = 0) =>
  (felt: Felt) =>
    down(felt.hand, p(at, x, y))
const move =
  (at: number, x: number, y = 0) =>
  (felt: Felt) =>
    moved(felt.hand, p(at, x, y))
const lift = (at: number) => (felt: Felt) => lifted(felt.hand, at)
const wait = (at: number) => (felt: Felt) => passed(felt.hand, at)

test('INCIDENT-18: a second raises it, to the millisecond, and not before', () => {
  expect(run(press(0), wait(HOLD_MS - 1)).raised).toBeNull()
  expect(run(press(0), wait(HOLD_MS)).raised).toBe('hold')
  expect(run(press(0), lift(HOLD_MS)).raised).toBe('hold')
})

test('INCIDENT-18: it holds through a drift of 40 px and lifts of 150 ms, and not through more', () => {
  expect(run(press(0), move(500, DRIFT_PX_MAX), wait(HOLD_MS)).raised).toBe('hold')
  expect(run(press(0), move(500, DRIFT_PX_MAX + 1), wait(HOLD_MS)).raised).toBeNull()
  expect(run(press(0), lift(400), press(400 + LIFT_MS_MAX), wait(HOLD_MS)).raised).toBe('hold')
  expect(run(press(0), lift(400), wait(401 + LIFT_MS_MAX), press(600), wait(HOLD_MS)).raised).toBeNull()
  expect(run(press(0), lift(400), wait(HOLD_MS)).raised).toBeNull()
})

test('INCIDENT-18: three taps raise it within two seconds, wherever on the control they fall', () => {
  expect(run(press(0), lift(50), press(700, 90), lift(750), press(TAPS_MS, 0, 60)).raised).toBe('taps')
  expect(run(press(0), lift(50), press(700), lift(750), press(TAPS_MS + 1)).raised).toBeNull()
})

test('INCIDENT-18: every hand that trembles within the bounds raises it after a second', () => {
  const tremble = fc.array(
    fc.record({ x: fc.integer({ min: -28, max: 28 }), y: fc.integer({ min: -28, max: 28 }) }),
    {
      minLength: 5,
      maxLength: 60,
    },
  )
  fc.assert(
    fc.property(tremble, (points) => {
      const steps = points.map(({ x, y }, index) => {
        const at = Math.floor(((index + 1) / (points.length + 1)) * HOLD_MS)
        return (felt: Felt) => moved(felt.hand, p(at, x, y))
      })
      expect(run(press(0), ...steps, wait(HOLD_MS)).raised).toBe('hold')
    }),
  )
})
