// What was answered of the six questions is there again after a reload, and what is no such thing is none.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { performanceKinds } from '../../core/show/kinds.ts'
import { type Begun, begunFrom, NAMES_KEPT_MAX, QUESTIONS } from './begun-kept.ts'

const begun: Begun = {
  at: 2,
  answers: {
    title: 'Hamlet',
    venue: 'Corn Hall\n4 Tannery Lane',
    country: 'US',
    curtain: '19:30',
    caller: 'Wanda',
    kind: 'rehearsal',
  },
  names: 'Keeper — Ana Lopes',
}

test('FIRST-8: every answer comes back as it was, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string(),
      fc.constantFrom(...performanceKinds),
      fc.option(fc.nat(QUESTIONS - 1)),
      (title, names, kind, at) => {
        const one: Begun = { at, answers: { ...begun.answers, title, kind }, names }
        expect(begunFrom(JSON.stringify(one))).toEqual(one)
      },
    ),
  )
})

test('FIRST-8: what another build left, or somebody altered, is none, and no error', () => {
  const { answers } = begun
  const others = [
    { ...begun, at: QUESTIONS },
    { ...begun, at: -1 },
    { ...begun, at: 'two' },
    { ...begun, names: 'x'.repeat(NAMES_KEPT_MAX + 1) },
    { ...begun, answers: { ...answers, country: 'FR' } },
    { ...begun, answers: { ...answers, kind: 'gala' } },
    { ...begun, answers: { ...answers, title: null } },
    { at: 0 },
    7,
    null,
  ]
  expect(begunFrom(null)).toBeNull()
  expect(begunFrom('{')).toBeNull()
  for (const other of others) expect(begunFrom(JSON.stringify(other))).toBeNull()
  expect(begunFrom(JSON.stringify({ ...begun, names: 'x'.repeat(NAMES_KEPT_MAX) }))).not.toBeNull()
})
