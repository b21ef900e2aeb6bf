// What a device keeps, and what it says of what it kept.

import { expect, test } from 'vitest'
import { HEADS_KEPT, type SignedHead } from '../../wire/heads.ts'
import { together, wrongOf } from './heads.ts'

const head = (number: number, root = 'a'): SignedHead => ({
  ...{ number, at: number * 1_000, root: root.repeat(64), signature: 'AA==', key: 'AA==' },
})

test('HEADS-6: what was kept stays whatever the house says later under its number; the oldest give way', () => {
  const kept = [head(1), head(2)]
  expect(together(kept, [head(2, 'b'), head(3)])).toEqual([head(1), head(2), head(3)])
  const many = Array.from({ length: HEADS_KEPT + 20 }, (_, index) => head(index + 1))
  expect(together(many, [])).toEqual(many.slice(-HEADS_KEPT))
})

test('HEADS-6: the first that is not so is said, and another key as that', () => {
  const kept = [head(1), head(2), head(3)]
  const found = (...all: readonly ['there' | 'changed' | 'gone', 'same' | 'another'][]) =>
    all.map(([is, key], index) => ({ number: index + 1, is, key }))
  expect(wrongOf(kept, found(['there', 'same'], ['there', 'same'], ['there', 'same']))).toBeNull()
  expect(wrongOf(kept, found(['there', 'same'], ['changed', 'same'], ['gone', 'same']))).toEqual({
    at: 2_000,
    is: 'changed',
  })
  expect(wrongOf(kept, found(['there', 'another'], ['there', 'same']))).toEqual({
    at: 1_000,
    is: 'another-key',
  })
})
