// Who is sent the same text: found by what changed for a kind of screen, and by what it was sent last.

import { expect, test } from 'vitest'
import { KINDS_MAX, Kinds, SharedFrames } from './shared-frames.ts'

test('HUB-10: screens of a kind share their keys and their frame; another kind to whom the same changed shares the frame', () => {
  const kinds = new Kinds()
  const desk = kinds.of(['calling', 'position', 'concerns'])
  const other = kinds.of(['position', 'signed:ann'])
  expect(kinds.of(['calling', 'position', 'concerns'])).toBe(desk)
  expect(other).not.toBe(desk)

  const frames = new SharedFrames(new Set(['position', 'nobody sees this']))
  const written: number[] = []
  const write = (number: number) => () => {
    written.push(number)
    return [String(number)]
  }
  expect(frames.for({ moving: desk, sent: 4 }, write(1))).toEqual(['1'])
  expect(frames.for({ moving: desk, sent: 4 }, write(2))).toEqual(['1'])
  expect(frames.for({ moving: other, sent: 4 }, write(3))).toEqual(['1'])
  expect(frames.for({ moving: desk, sent: 2 }, write(4))).toEqual(['4'])
  expect(frames.for({ moving: desk, sent: 4 }, write(5))).toEqual(['1'])
  expect(frames.for({ moving: kinds.of(['calling']), sent: 4 }, write(6))).toEqual(['6'])
  expect(written).toEqual([1, 4, 6])
})

test('HUB-10: more kinds than are kept are each a set of their own, and none is wrong', () => {
  const kinds = new Kinds()
  for (let number = 0; number < KINDS_MAX; number++) kinds.of([`own:${number}`])
  expect(kinds.of(['own:0'])).toBe(kinds.of(['own:0']))
  expect(kinds.of(['one more'])).not.toBe(kinds.of(['one more']))
  expect([...kinds.of(['one more'])]).toEqual(['one more'])
  kinds.clear()
  expect(kinds.of(['one more'])).toBe(kinds.of(['one more']))
})
