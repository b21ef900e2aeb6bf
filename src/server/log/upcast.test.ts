// Old events read as new ones.

import { expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import type { StoredEvent } from './log.ts'
import { UPCAST_STEPS_MAX, type Upcast, upcasting } from './upcast.ts'

const event = (type: string, v: number, body: StoredEvent['body']): StoredEvent => ({
  ...{ stream: 'tonight', seq: 3, at: instant(1000), by: 'dsm', command: 'c', type, v, body },
  ...{ detail: { state: 'none' }, hash: 'as it was' },
})

const upcasts: readonly Upcast[] = [
  { type: 'cue.called', v: 1, step: (past) => ({ ...past, v: 2, body: { cue: past.body } }) },
  { type: 'cue.called', v: 2, step: (past) => ({ ...past, type: 'cue.went', v: 1 }) },
]

test('LOG-24: an old event takes every step to the newest form; place, time and hash stay', () => {
  const read = upcasting(upcasts)
  expect(read(event('cue.called', 1, 'LX 42'))).toEqual(event('cue.went', 1, { cue: 'LX 42' }))
  expect(read(event('cue.called', 2, { cue: 'LX 42' }))).toEqual(event('cue.went', 1, { cue: 'LX 42' }))
})

test('LOG-24: an event of an unknown kind is kept and passed on as it is', () => {
  const unknown = event('moon.rose', 7, { over: 'the house' })
  expect(upcasting(upcasts)(unknown)).toBe(unknown)
})

test('LOG-24: steps that go backwards, in circles or twice from one version are our mistake', () => {
  const back: Upcast = { type: 'a', v: 2, step: (past) => ({ ...past, v: 1 }) }
  expect(() => upcasting([back])(event('a', 2, null))).toThrow('goes forward')
  const circle: readonly Upcast[] = [
    { type: 'a', v: 1, step: (past) => ({ ...past, type: 'b' }) },
    { type: 'b', v: 1, step: (past) => ({ ...past, type: 'a' }) },
  ]
  expect(() => upcasting(circle)(event('a', 1, null))).toThrow('circle')
  expect(() => upcasting([...upcasts, ...upcasts])).toThrow('one step')
})

test('LOG-20: UPCAST_STEPS_MAX steps are taken, one more is a mistake', () => {
  const steps = (count: number): readonly Upcast[] =>
    Array.from({ length: count }, (_, i) => ({
      type: 'a',
      v: i + 1,
      step: (past) => ({ ...past, v: past.v + 1 }),
    }))
  expect(upcasting(steps(UPCAST_STEPS_MAX))(event('a', 1, null)).v).toBe(UPCAST_STEPS_MAX + 1)
  expect(() => upcasting(steps(UPCAST_STEPS_MAX + 1))(event('a', 1, null))).toThrow('circle')
})
