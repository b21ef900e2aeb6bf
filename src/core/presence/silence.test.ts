// The arithmetic of silence against its theory, and the explanation against the arithmetic.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dice } from '../kit/dice.ts'
import { type Quiet, surpriseIn, termsOf } from './explain.ts'
import {
  afterQuietEntrance,
  type Expectation,
  learned,
  learnedAmong,
  PROBABILITY_MAX,
  riskAfter,
  surpriseOf,
  unmetSurprise,
} from './silence.ts'

/** So even that a rest says nothing: then the surprise is the silence itself, in usual meetings. */
const EVEN = 1e9
const ALARMS = 40_000

describe('a silence', () => {
  test('PRESENCE-1: mean time to a false alarm and mean delay are those of the theory', () => {
    for (const threshold of [1, 2, 3, 4, 5]) {
      const thrown = dice(threshold)
      const gap = () => -Math.log(1 - thrown.next())
      const alarmed = (minutes: number) =>
        unmetSurprise({ perMinute: 1, frailty: EVEN }, minutes) >= threshold
      // The shortest silence that alarms, found on the function that is meant to be right.
      const patience = firstTrue(alarmed)
      let toFalse = 0
      for (let count = 0; count < ALARMS; count += 1) {
        for (let next = gap(); ; next = gap()) {
          toFalse += Math.min(next, patience)
          if (next >= patience) break
        }
      }
      expect(Math.abs(toFalse / ALARMS / (Math.exp(threshold) - 1) - 1)).toBeLessThan(0.02)
      let delay = 0
      for (let count = 0; count < ALARMS; count += 1) {
        let age = gap()
        while (age >= patience) age = gap()
        delay += patience - age
      }
      const e = Math.exp(-threshold)
      const theory = threshold - (1 - (1 + threshold) * e) / (1 - e)
      expect(Math.abs(delay / ALARMS / theory - 1)).toBeLessThan(0.02)
    }
  })

  const expectation = fc.record({
    at: fc.double({ min: -40, max: 150, noNaN: true }),
    scale: fc.double({ min: 0.1, max: 3, noNaN: true }),
    probability: fc.double({ min: 0.01, max: PROBABILITY_MAX, noNaN: true }),
  }) satisfies fc.Arbitrary<Expectation>
  const time = fc.double({ min: -40, max: 150, noNaN: true })

  test('PRESENCE-2: the terms of an explanation add up to the surprise', () => {
    const quiet: fc.Arbitrary<Quiet> = fc
      .record({
        since: time,
        minutes: fc.double({ min: 0, max: 90, noNaN: true }),
        missing: fc.array(
          expectation.map((one) => ({ ...one, name: 'wing' })),
          { maxLength: 8 },
        ),
        perMinute: fc.double({ min: 0, max: 1, noNaN: true }),
        asks: fc.array(
          fc.record({
            name: fc.constant('ask'),
            rate: fc.double({ min: 0.1, max: 0.95, noNaN: true }),
            elapsedSeconds: fc.nat(200),
          }),
          { maxLength: 3 },
        ),
      })
      .map(({ since, minutes, missing, perMinute, asks }) => ({
        ...{ since, now: since + minutes, missing, unanswered: asks },
        meetings: { perMinute, frailty: 1 },
      }))
    fc.assert(
      fc.property(quiet, (one) => {
        const terms = termsOf(one)
        expect(terms.every(({ surprise }) => surprise > 0)).toBe(true)
        const direct =
          one.missing.reduce((sum, missing) => sum + surpriseOf(missing, one.since, one.now), 0) +
          unmetSurprise(one.meetings, one.now - one.since)
        const asked = terms.flatMap((term) => (term.kind === 'unanswered' ? [term.surprise] : []))
        expect(surpriseIn(one)).toBeCloseTo(direct + asked.reduce((sum, each) => sum + each, 0), 9)
      }),
    )
  })

  test('PRESENCE-3: surprise grows, adds up over pieces, and one missed tap says at most so much', () => {
    fc.assert(
      fc.property(expectation, fc.tuple(time, time, time), (one, times) => {
        const [from = 0, between = 0, to = 0] = times.toSorted((a, b) => a - b)
        const whole = surpriseOf(one, from, to)
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(whole).toBeCloseTo(surpriseOf(one, from, between) + surpriseOf(one, between, to), 9)
        expect(whole).toBeLessThanOrEqual(-Math.log(1 - PROBABILITY_MAX) + 1e-9)
      }),
    )
    expect(-Math.log(1 - PROBABILITY_MAX)).toBeLessThan(3.51)
  })

  test('PRESENCE-3: risk is the minutes when nothing was expected, and more when something was', () => {
    expect(riskAfter(10, 0, 5)).toBe(15)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (risk, surprise) => {
          expect(riskAfter(risk, surprise, 1)).toBeGreaterThanOrEqual(risk + 1)
        },
      ),
    )
  })

  test('PRESENCE-4: what is learned starts at three in five and stays below certainty', () => {
    expect(learned(0, 0)).toBeCloseTo(0.6)
    expect(learned(8, 8)).toBeCloseTo((2.4 + 8) / 12)
    expect(learned(1000, 1000)).toBe(PROBABILITY_MAX)
    expect(learned(0, 1000)).toBeLessThan(0.01)
  })

  test('PRESENCE-4: before the first night it is what is known of others alike, and one’s own nights outweigh it', () => {
    expect(learnedAmong(0, 0, { times: 0, chances: 0 })).toBeCloseTo(0.6)
    expect(learnedAmong(0, 0, { times: 900, chances: 1000 })).toBeCloseTo(0.9, 2)
    expect(learnedAmong(0, 1000, { times: 900, chances: 1000 })).toBeLessThan(0.02)
    expect(learnedAmong(1000, 1000, { times: 1000, chances: 1000 })).toBe(PROBABILITY_MAX)
  })

  test('PRESENCE-5: an entrance that nobody remarked on lowers the risk and does not end it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.double({ min: 0.1, max: 0.99, noNaN: true }),
        (risk, noticed) => {
          const after = afterQuietEntrance(risk, noticed)
          expect(after).toBeCloseTo(risk * (1 - noticed), 6)
          expect(after).toBeGreaterThan(0)
        },
      ),
    )
  })
})

/** The smallest number of minutes for which it is true, to a millionth. */
function firstTrue(holds: (minutes: number) => boolean): number {
  let [low, high] = [0, 100]
  while (high - low > 1e-6) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
