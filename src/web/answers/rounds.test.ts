// Questions and presses in any order, answered in any order, late, not at all, or by a house that does not know this device.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ANSWER_MS_MAX,
  answered,
  asks,
  beginRounds,
  type Came,
  ended,
  isDue,
  lookAt,
  PRESSES_MAX,
  passed,
  presses,
  type Question,
  type Rounds,
  seen,
  UNREACHED_MS,
  unreached,
  wanted,
} from './rounds.ts'

const EVERY_MS = 60_000
const pace = { everyMs: EVERY_MS, alsoHidden: false }
const when = (now: number) => ({ now, clock: now })
const told = (told: number): Came<number> => ({ is: 'told', told })

test('SCREENS-15: what stands there is never older than what stood there, whatever comes back when', () => {
  const step = fc.record({
    is: fc.constantFrom('ask', 'press', 'answer', 'pass', 'see', 'hide'),
    pick: fc.nat(20),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let rounds: Rounds<number> = beginRounds(pace, true)
      const sent: Question[] = []
      let now = 0
      for (const { is, pick } of steps) {
        const before = rounds
        now += 1_000
        if (is === 'ask' && isDue(rounds, now)) {
          const [next, question] = asks(rounds, when(now))
          rounds = next
          sent.push(question)
        }
        if (is === 'press') {
          const [next, question] = presses(rounds, when(now))
          rounds = next
          sent.push(question)
        }
        const [question] = is === 'answer' ? sent.splice(pick % Math.max(1, sent.length), 1) : []
        if (question) {
          const came = pick % 5 === 0 ? unreached : told(question.number)
          rounds = answered(rounds, { question, came }, now)
        }
        if (is === 'pass') rounds = passed(rounds, now + pick * 1_000)
        if (is === 'see' || is === 'hide') rounds = seen(rounds, is === 'see')
        expect(rounds.shown?.told ?? 0).toBeGreaterThanOrEqual(before.shown?.told ?? 0)
        expect(rounds.open.filter(({ isPress }) => !isPress).length).toBeLessThanOrEqual(1)
        expect(rounds.open.length).toBeLessThanOrEqual(PRESSES_MAX)
        expect(rounds.press?.number ?? 0).toBeGreaterThanOrEqual(before.press?.number ?? 0)
      }
    }),
  )
})

test('SCREENS-13, SCREENS-15: of two presses that cross, the last alone is called kept, and the house is asked once more how it stands', () => {
  const [one, first] = presses(beginRounds<string>(pace, true), when(1))
  const [two, second] = presses(one, when(2))
  const heard = answered(two, { question: second, came: { is: 'told', told: 'second' } }, 3)
  expect(isDue(heard, 3)).toBe(false)
  const both = answered(heard, { question: first, came: { is: 'told', told: 'first' } }, 4)
  expect(both.shown?.told).toBe('second')
  expect(both.press).toStrictEqual({ number: 2, came: { is: 'told', told: 'second' } })
  expect(isDue(both, 4)).toBe(true)
  // The other way round nothing is said of the first while the second is on its way.
  const early = answered(two, { question: first, came: { is: 'told', told: 'first' } }, 3)
  expect([early.shown?.told, early.press?.came]).toStrictEqual(['first', null])
})

test('SCREENS-15: a round that was asked before a press does not bring back what the press changed', () => {
  const [asked, round] = asks(beginRounds<string>(pace, true), when(1))
  const [pressed, press] = presses(asked, when(2))
  const kept = answered(pressed, { question: press, came: { is: 'told', told: 'after' } }, 3)
  expect(answered(kept, { question: round, came: { is: 'told', told: 'before' } }, 4).shown?.told).toBe(
    'after',
  )
  // None goes while a press is on its way, wanted or not.
  expect(isDue(wanted(pressed), 10 * EVERY_MS)).toBe(false)
})

test('SCREENS-14: an answer is waited for so long and no longer, as many presses as a hand may send, and the rest of the time is the pace', () => {
  const [asked, question] = asks(beginRounds<number>(pace, true), when(0))
  expect(lookAt(asked)).toBe(ANSWER_MS_MAX)
  expect(passed(asked, ANSWER_MS_MAX - 1)).toBe(asked)
  const late = passed(asked, ANSWER_MS_MAX)
  expect(late.why).toStrictEqual(unreached)
  expect(lookAt(late)).toBe(ANSWER_MS_MAX + UNREACHED_MS)
  expect(isDue(late, ANSWER_MS_MAX + UNREACHED_MS - 1)).toBe(false)
  // It counts when it comes all the same, since nothing newer did.
  expect(answered(late, { question, came: told(7) }, ANSWER_MS_MAX + 1).shown).toStrictEqual({
    told: 7,
    at: 0,
  })
  let many = beginRounds<number>(pace, true)
  for (let press = 0; press <= PRESSES_MAX; press += 1) [many] = presses(many, when(press))
  expect(many.open.map(({ number }) => number)).toStrictEqual(
    Array.from({ length: PRESSES_MAX }, (_, at) => at + 2),
  )
  // Where only an occasion asks, what did not reach the house is tried again, and what did is not.
  const [occasion, once] = asks(beginRounds<number>({ ...pace, everyMs: null }, true), when(0))
  expect(lookAt(answered(occasion, { question: once, came: unreached }, 5))).toBe(5 + UNREACHED_MS)
  expect(lookAt(answered(occasion, { question: once, came: told(1) }, 5))).toBeNull()
})

test('SCREENS-16: what is shown stays where the house is not reached or refuses, and goes where this device is nobody’s', () => {
  const [first, one] = asks(beginRounds<number>(pace, true), when(100))
  const shown = answered(first, { question: one, came: told(1) }, 200)
  const [second, two] = asks(wanted(shown), when(300))
  const apart = answered(second, { question: two, came: unreached }, 400)
  expect([apart.shown, apart.why]).toStrictEqual([{ told: 1, at: 100 }, unreached])
  const refusal = { is: 'refused', sentence: 'no' } as const
  const refused = answered(second, { question: two, came: refusal }, 400)
  expect([refused.shown?.told, refused.why]).toStrictEqual([1, refusal])
  // Refused is the press, and not what is shown.
  const [pressed, press] = presses(shown, when(500))
  const not = answered(pressed, { question: press, came: refusal }, 600)
  expect([not.shown?.told, not.why, not.press?.came]).toStrictEqual([1, null, refusal])
  const [third, three] = asks(wanted(not), when(700))
  const [also, four] = presses(third, when(701))
  const out = answered(also, { question: three, came: { is: 'out', sentence: 'not paired' } }, 800)
  expect([out.shown, lookAt(out), isDue(out, 10 * EVERY_MS)]).toStrictEqual([null, null, false])
  expect(answered(out, { question: four, came: told(9) }, 900).shown).toBeNull()
  expect(answered(ended(third), { question: three, came: told(9) }, 900).shown?.told).toBe(1)
})
