// What is told of a damaged record: until it is read, and no more than the newest of many.

import { expect, test } from 'vitest'
import { instant } from '../kit/time.ts'
import { applyDamage, DAMAGES_MAX, type Damage, isTold, type ToldDamage } from './damage.ts'

const damage = (from: number): Damage => ({
  ...{ of: 'tonight', from, to: from + 2, entries: 3, after: instant(1), before: null, remembered: false },
})
const told = (from: number) => ({ type: 'record.damaged', v: 1, body: damage(from) }) as const

test('LOG-26: reading is of all that was told by then; of more than the bound the newest are told', () => {
  let all: readonly ToldDamage[] = []
  for (let each = 1; each <= DAMAGES_MAX; each += 1) all = applyDamage(all, told(each * 10), instant(each))
  expect(all).toHaveLength(DAMAGES_MAX)
  all = applyDamage(all, { type: 'damage.read', v: 1, body: {} }, instant(50))
  expect(all.every(({ readAt }) => readAt === 50)).toBe(true)
  all = applyDamage(all, told(9_000), instant(60))
  expect([all.length, all[0]?.from, all.at(-1)?.readAt]).toEqual([DAMAGES_MAX, 20, null])
})

test('LOG-26: what a later opening finds of the same was told', () => {
  expect(isTold([damage(10)], { ...damage(10), from: 11 })).toBe(true)
  expect(isTold([damage(10)], { ...damage(10), to: 13 })).toBe(false)
  expect(isTold([damage(10)], { ...damage(10), of: 'house' })).toBe(false)
})
