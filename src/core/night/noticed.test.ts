// The sums of one evening: who was met, what was usual and written down, and what teaches nothing.

import { beforeEach, expect, test } from 'vitest'
import { caller, Evening, person, stageManager } from '../../../test/kit/concern-evening.ts'
import { id } from '../kit/ids.ts'
import { noticedOf } from './noticed.ts'

let night: Evening
beforeEach(() => {
  night = new Evening()
})

const see = (name: string, place: string | null, by = 'dru') =>
  night.do(
    {
      name: 'people.see',
      people: [person(name)],
      how: 'eyes',
      place: place === null ? null : id<'place'>(place),
      by: person(by),
    },
    stageManager,
  )

/** Mia’s second entrance is at minute 31, from stage right. */
const BEFORE = 29 * 60

function toTheEnd(): void {
  for (const { act } of night.plan.timeline.acts) {
    if (act > 1) night.do({ name: 'act.up', act }, caller)
    night.wait(40 * 60_000)
    night.do({ name: 'act.down', act }, caller)
  }
}

const noticed = () => {
  const found = noticedOf(night.plan, night.state)
  if (found === null) throw new Error('it ran to its end')
  return found
}
const of = (name: string) => noticed().people.find((one) => one.person === name)

test('PRESENCE-64: half a night teaches nothing', () => {
  night.wait(60_000)
  expect(noticedOf(night.plan, night.state)).toBeNull()
  toTheEnd()
  expect(noticedOf(night.plan, night.state)).not.toBeNull()
})

test('PRESENCE-64: one who is met in between is met by chance, one who is seen before her entrance as usual', () => {
  night.wait(12 * 60_000)
  see('mia', null)
  night.wait(BEFORE * 1000 - 12 * 60_000)
  see('mia', 'sr2')
  toTheEnd()
  expect(of('mia')).toMatchObject({ met: 1, entrances: { count: 1 } })
  expect(of('mia')?.entrances.sum).toBeCloseTo(-0.2, 1)
  const usual = noticed().written.filter(({ was }) => was)
  expect(usual).toHaveLength(1)
})

test('PRESENCE-64: a side that told of nobody all evening says nothing of people', () => {
  toTheEnd()
  expect(noticed().written).toEqual([])
  expect(of('mia')).toMatchObject({ met: 0, entrances: { count: 0 } })
})

test('PRESENCE-64: an answer to an ask is no habit', () => {
  night.pass(24 * 60 + 2)
  expect(night.answer('asa', 'on their way').ok).toBe(true)
  toTheEnd()
  expect(of('mia')?.met).toBe(0)
})

test('PRESENCE-64: minutes on stage are not minutes in which one could be met', () => {
  toTheEnd()
  expect(of('mia')?.minutes).toBeLessThan(of('ned')?.minutes ?? 0)
})
