// What each change makes of the order, and what cannot be.

import { expect, test } from 'vitest'
import { base, item, order } from '../../../test/kit/order-show.ts'
import { id } from '../kit/ids.ts'
import { timeline } from '../show/timeline.ts'
import { type Change, ORDER_CHANGES_MAX, WAIT_SECONDS_MAX } from './change.ts'
import { orderedShow } from './in-force.ts'

const ordered = (...changes: readonly Change[]) => {
  const result = orderedShow(base, changes)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
}
const why = (...changes: readonly Change[]) => {
  const result = orderedShow(base, changes)
  return result.ok ? 'done' : result.refusal.code
}
/** "b 1 100 200": item, act, where it starts, how long it is. */
const laid = (...changes: readonly Change[]) => {
  const { show: changed, cut } = ordered(...changes)
  return timeline(changed, base.edition)
    .items.filter(({ id: one }) => !cut.has(one))
    .map(({ id: one, act, starts, seconds }) => `${one} ${act} ${starts.seconds} ${seconds}`)
}

test('REORDER-1: a cut item keeps its place and takes no time, and nothing of it is owed', () => {
  const cut = ordered({ kind: 'cut', item: item('b') })
  expect([...cut.cut]).toEqual(['b'])
  expect(timeline(cut.show, base.edition).items.map(({ id: one }) => one)).toEqual(order)
  expect(laid({ kind: 'cut', item: item('b') })).toEqual([
    ...['a 1 0 100', 'c 1 100 300', 'pause 1 400 900', 'd 2 0 400', 'e 2 400 500'],
  ])
  expect(cut.show.obligations.map((one) => one.id)).toEqual(['o-d'])
  expect(cut.show.script).toEqual([])
  expect(cut.show.vamps).toEqual([])
})

test('REORDER-1: two that are swapped take each other’s place and act', () => {
  expect(laid({ kind: 'swap', item: item('b'), with: item('d') })).toEqual([
    ...['a 1 0 100', 'd 1 100 400', 'c 1 500 300', 'pause 1 800 900', 'b 2 0 200', 'e 2 200 500'],
  ])
})

test('REORDER-1: one that is moved follows the other; behind an interval it begins the act', () => {
  expect(laid({ kind: 'move', item: item('a'), after: item('b') })).toEqual([
    ...['b 1 0 200', 'a 1 200 100', 'c 1 300 300', 'pause 1 600 900', 'd 2 0 400', 'e 2 400 500'],
  ])
  expect(laid({ kind: 'move', item: item('a'), after: item('pause') }).slice(2)).toEqual([
    ...['pause 1 500 900', 'a 2 0 100', 'd 2 100 400', 'e 2 500 500'],
  ])
})

test('REORDER-1: a delay is waited before its item, and before the next that is played where it is cut', () => {
  const delay: Change = { kind: 'delay', item: item('c'), seconds: 30 }
  expect(laid(delay).slice(0, 3)).toEqual(['a 1 0 100', 'b 1 100 230', 'c 1 330 300'])
  expect(laid(delay, { kind: 'cut', item: item('b') }).slice(0, 2)).toEqual(['a 1 0 130', 'c 1 130 300'])
})

test('REORDER-1: a vamp or a wait stretches its item from that point on', () => {
  const vamp = ordered({ kind: 'vamp', vamp: id<'vamp'>('v'), seconds: 20 })
  expect(vamp.show.script[0]?.seconds).toBe(140)
  expect(vamp.show.obligations[0]).toMatchObject({ anchor: { seconds: 50 }, seconds: 120 })
  expect(laid({ kind: 'wait', item: item('b'), at: 130, seconds: 15 })[1]).toBe('b 1 100 215')
})

test('REORDER-1: a shorter version leaves out what lies in it and draws up what comes after', () => {
  const from = (begins: number, ends: number) =>
    ordered({ kind: 'shorten', item: item('b'), from: begins, to: ends })
  expect(from(110, 130).show.script).toEqual([])
  expect(from(20, 40).show.script[0]?.seconds).toBe(100)
  expect(from(100, 140).show.obligations[0]).toMatchObject({ anchor: { seconds: 50 }, seconds: 60 })
  expect(from(40, 160).show.obligations.map((one) => one.id)).toEqual(['o-d'])
})

test('REORDER-1: an item that is repeated is there twice with all that hangs on it, and a skip cuts the rest of the act', () => {
  const twice = ordered({ kind: 'repeat', item: item('b'), after: item('c') })
  expect(twice.show.editions[0]?.items).toEqual(['a', 'b', 'c', 'b-again-1', 'pause', 'd', 'e'])
  expect(twice.show.obligations.map((one) => one.id)).toEqual(['o-b', 'o-b-again-1', 'o-d'])
  expect(twice.show.script.map((line) => line.item)).toEqual(['b', 'b-again-1'])
  expect([...ordered({ kind: 'skip', after: item('a') }).cut]).toEqual(['b', 'c'])
  expect([...ordered({ kind: 'skip', after: item('d') }).cut]).toEqual(['e'])
})

test('REORDER-2: what cannot be is refused with a code', () => {
  expect(why({ kind: 'cut', item: item('nowhere') })).toBe('no-such-item')
  expect(why({ kind: 'cut', item: item('b') }, { kind: 'cut', item: item('b') })).toBe('no-such-item')
  expect(why({ kind: 'cut', item: item('pause') })).toBe('is-interval')
  expect(why({ kind: 'swap', item: item('b'), with: item('pause') })).toBe('is-interval')
  expect(why({ kind: 'swap', item: item('b'), with: item('b') })).toBe('same-item')
  expect(why({ kind: 'move', item: item('b'), after: item('b') })).toBe('same-item')
  expect(why({ kind: 'delay', item: item('d'), seconds: 10 })).toBe('begins-act')
  expect(why({ kind: 'skip', after: item('c') })).toBe('nothing-left')
  expect(why({ kind: 'vamp', vamp: id<'vamp'>('x'), seconds: 1 })).toBe('no-such-vamp')
  expect(why({ kind: 'shorten', item: item('b'), from: 50, to: 50 })).toBe('wrong-passage')
  expect(why({ kind: 'shorten', item: item('b'), from: 150, to: 201 })).toBe('wrong-passage')
  const passage: Change = { kind: 'shorten', item: item('b'), from: 20, to: 60 }
  expect(why(passage, { ...passage, from: 59, to: 80 })).toBe('wrong-passage')
  expect(why(passage, { ...passage, from: 60, to: 80 })).toBe('done')
})

test('REORDER-2: at each bound it is done, beyond it refused', () => {
  const vamp = (seconds: number): Change => ({ kind: 'vamp', vamp: id<'vamp'>('v'), seconds })
  expect([why(vamp(32)), why(vamp(33))]).toEqual(['done', 'long-vamp'])
  const delay = (seconds: number): Change => ({ kind: 'delay', item: item('b'), seconds })
  expect([why(delay(WAIT_SECONDS_MAX)), why(delay(WAIT_SECONDS_MAX + 1)), why(delay(0))]).toEqual([
    ...['done', 'wrong-wait', 'wrong-wait'],
  ])
  const swap: Change = { kind: 'swap', item: item('b'), with: item('c') }
  const swaps = (count: number) => Array.from({ length: count }, () => swap)
  expect([why(...swaps(ORDER_CHANGES_MAX)), why(...swaps(ORDER_CHANGES_MAX + 1))]).toEqual([
    ...['done', 'many-changes'],
  ])
})
