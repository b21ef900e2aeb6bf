// What several nights teach together, against sums by hand.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { learnUsual, NOTICED_MAX, type Noticed, type NoticedPerson } from './learn.ts'

const person = (
  name: string,
  minutes: number,
  met: number,
  entrances: Partial<NoticedPerson['entrances']> = {},
) => ({
  ...{ person: id<'person'>(name), minutes, met },
  entrances: { count: 0, sum: 0, squares: 0, ...entrances },
})
const night = (people: readonly NoticedPerson[], written: Noticed['written'] = []): Noticed => ({
  people,
  written,
})

test('PRESENCE-65: with nothing played there is nothing learned, and the newest eight count', () => {
  expect(learnUsual([])).toBeNull()
  const nights = Array.from({ length: NOTICED_MAX + 3 }, (_, back) =>
    night([person('mia', 60, back < NOTICED_MAX ? 3 : 900)], [{ key: 'one', was: back < 2 }]),
  )
  const learned = learnUsual(nights)
  expect(learned).toMatchObject({ performances: NOTICED_MAX, written: [{ key: 'one', times: 2, nights: 8 }] })
  expect(learned?.people[0]).toMatchObject({ from: NOTICED_MAX })
  expect(learned?.people[0]?.rate).toBeCloseTo(3 / 60, 9)
})

test('PRESENCE-65: who is new is taken as everybody is, who is known for long by their own', () => {
  const often = Array.from({ length: 8 }, () => night([person('mia', 100, 20), person('ned', 100, 2)]))
  const learned = learnUsual([night([person('una', 0, 0)]), ...often.slice(1)])
  const rate = (name: string) => learned?.people.find((one) => one.person === name)?.rate ?? 0
  expect(rate('una')).toBeCloseTo(0.11, 9)
  expect(rate('mia')).toBeGreaterThan(0.18)
  expect(rate('ned')).toBeLessThan(0.035)
})

test('PRESENCE-65: the spread is around their own middle, and never nothing', () => {
  const late = { count: 40, sum: 80, squares: 160 }
  const wide = { count: 40, sum: 0, squares: 160 }
  const learned = learnUsual([night([person('mia', 60, 0, late), person('ned', 60, 0, wide)])])
  const [mia, ned] = learned?.people ?? []
  // Mia is always two minutes off, and always the same; Ned two minutes either way.
  expect(mia?.spreadSeconds).toBeLessThan(60)
  expect(ned?.spreadSeconds).toBeGreaterThan(90)
  expect(mia?.spreadSeconds).toBeGreaterThanOrEqual(12)
})

test('PRESENCE-65: whatever was noticed, rates and spreads are figures one can reckon with', () => {
  const anyPerson = fc
    .record({
      who: fc.constantFrom('a', 'b', 'c'),
      minutes: fc.double({ min: 0, max: 300, noNaN: true }),
      met: fc.nat(50),
      count: fc.nat(20),
      off: fc.double({ min: -3, max: 3, noNaN: true }),
    })
    .map(({ who, minutes, met, count, off }) =>
      person(who, minutes, met, { count, sum: count * off, squares: count * off ** 2 }),
    )
  fc.assert(
    fc.property(
      fc.array(fc.array(anyPerson, { maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      (nights) => {
        const learned = learnUsual(nights.map((people) => night(people)))
        for (const { rate, spreadSeconds, from } of learned?.people ?? []) {
          expect(Number.isFinite(rate) && rate >= 0).toBe(true)
          expect(Number.isFinite(spreadSeconds) && spreadSeconds > 0).toBe(true)
          expect(from).toBeGreaterThan(0)
        }
      },
    ),
  )
})
