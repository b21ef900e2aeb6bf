// What is usual: which sightings the plan lets one expect, which were written down, and how often that is so.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { Due } from './due.ts'
import { PROBABILITY_MAX } from './silence.ts'
import {
  expectationOf,
  isWritten,
  probabilities,
  usualFromPlan,
  usualSightings,
  WRITTEN_WITHIN,
} from './usual.ts'

const due = (key: string, kind: Due['kind'], clock: number, more: Partial<Due> = {}): Due => ({
  ...{ key, kind, clock, person: id<'person'>('pia'), title: key, item: '1', place: id<'place'>('sl1') },
  ...{ point: { act: 1, seconds: clock * 60 }, at: instant(clock * 60_000), spread: null },
  ...{ needed: kind === 'entrance', ...more },
})

const left = () => 'stage left'
const all = [
  due('on', 'entrance', 30),
  due('already on', 'entrance', 12, { needed: false }),
  due('lamp', 'hand-off', 20),
  due('coat', 'change', 40),
  due('beginners', 'call', -5),
  due('sweep', 'task', 50),
]

test('PRESENCE-40: usual are a wing check before an entrance, a hand-off, a change and a call; of a task nobody tells', () => {
  const usual = usualSightings(all, left)
  expect(usual.map(({ key, at, source }) => [key, at, source])).toEqual([
    ['on', 28.2, 'stage left'],
    ['lamp', 20, 'stage left'],
    ['coat', 40, 'dressers'],
    ['beginners', -3.5, 'calls'],
  ])
  expect(usualSightings(all, () => null).map(({ key }) => key)).toEqual(['coat', 'beginners'])
})

test('PRESENCE-41: what is seen within three minutes of its time, at its side or nowhere said, is what was usual', () => {
  const [wing, , dresser] = usualSightings(all, left)
  if (!wing || !dresser) throw new Error('both are usual')
  const at = wing.at - WRITTEN_WITHIN
  expect(isWritten(wing, { clock: at, side: 'stage left' })).toBe(true)
  expect(isWritten(wing, { clock: at, side: null })).toBe(true)
  expect(isWritten(wing, { clock: at - 0.01, side: null })).toBe(false)
  expect(isWritten(wing, { clock: at, side: 'stage right' })).toBe(false)
  expect(isWritten(dresser, { clock: dresser.at, side: 'stage right' })).toBe(true)
})

test('PRESENCE-42: how often it is written down is its own nights and those alike; before any, three in five', () => {
  const usual = usualSightings([due('a', 'entrance', 10), due('b', 'entrance', 20)], left)
  expect(probabilities(usual, null).get('a')).toBeCloseTo(0.6)
  const learned = {
    performances: 8,
    people: [],
    written: [
      { key: 'a', times: 8, nights: 8 },
      { key: 'gone', times: 8, nights: 8 },
    ],
  }
  const known = probabilities(usual, learned)
  expect(known.get('a')).toBeGreaterThan(known.get('b') ?? 1)
  expect(known.get('b')).toBeGreaterThan(0.6)
  expect(known.get('gone')).toBeUndefined()
  const always = { ...learned, written: [{ key: 'a', times: 10_000, nights: 10_000 }] }
  expect(probabilities(usual, always).get('a')).toBe(PROBABILITY_MAX)
})

test('PRESENCE-43: by the plan nobody is counted on to be met by chance; entrances are as spread as a person’s nights were', () => {
  const [plan] = usualFromPlan([id<'person'>('pia')])
  expect(plan).toMatchObject({ rate: 0, from: 0 })
  const [wing, lamp] = usualSightings(all, left)
  if (!plan || !wing || !lamp) throw new Error('all are there')
  const wide = { ...plan, spreadSeconds: 120, from: 8 }
  expect(expectationOf(wing, 0.5, wide).scale).toBeGreaterThan(expectationOf(wing, 0.5, plan).scale)
  expect(expectationOf(lamp, 0.5, wide)).toEqual(expectationOf(lamp, 0.5, undefined))
})
