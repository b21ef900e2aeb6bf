// What a person owes, and what comes next in the corridor, on real nights without a server.

import { expect, test } from 'vitest'
import { aViewer, CURTAIN_AT, TestNight } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { id } from '../../core/kit/ids.ts'
import { planOf } from '../../core/night/night.ts'
import type { OwedLine } from '../../core/night/owed-lines.ts'
import type { TrackSection } from '../../core/night/track-section.ts'
import { view } from '../../core/night/view.ts'
import { GRACE_MS } from '../ui/passing.ts'
import { comingItems } from './coming.ts'
import { alongWords, freeWords, owedTonight, tonight } from './owed.ts'

const { show } = shortShow()
const phone = aViewer('perf', { person: 'noor' })

function night(): TestNight {
  const one = new TestNight(planOf(show), 0).open()
  one.now = CURTAIN_AT
  return one
}

function held(one: TestNight) {
  const { position, track, order } = view(one.plan, one.state, phone)
  if (!position || !track || !order) throw new Error('a performer sees their track')
  return { position, track, order }
}

const plan = (one: TestNight, track: TrackSection = held(one).track) =>
  tonight(track, held(one).position, one.now)
const left = (one: TestNight) =>
  owedTonight(held(one).track, held(one).position, one.now).map(({ obligation, at }) => [
    obligation.id,
    at - CURTAIN_AT,
  ])

/** The track with something more in it, as the server would send it. */
const withMore = (one: TestNight, more: Partial<OwedLine>): TrackSection => {
  const { track } = held(one)
  const [first] = track.obligations
  if (!first) throw new Error('the track has obligations')
  return { ...track, obligations: [first, { ...first, ...more }, ...track.obligations.slice(1)] }
}

test('POCKET-1: the next thing to be at, and what the person is in now', () => {
  const one = night()
  expect(plan(one).now).toBeNull()
  expect(plan(one).next).toMatchObject({
    obligation: { id: 'ladder', placeIn: 'SL1' },
    at: CURTAIN_AT + 30_000,
  })
  expect(plan(one).after.map(({ obligation }) => obligation.id)).toEqual(['lamp', 'rope'])
  one.do({ name: 'act.up', act: 1 }).wait(31_000)
  expect(plan(one).now).toMatchObject({ obligation: { id: 'ladder' }, until: CURTAIN_AT + 90_000 })
  expect(plan(one).next).toMatchObject({ obligation: { id: 'lamp', placeIn: 'SR2' } })
})

test('POCKET-12: where nothing is written down that is said, and never that nothing is planned', () => {
  const { position, track } = held(night())
  const said = (parts: Partial<TrackSection>) => freeWords({ ...track, ...parts }, position)
  expect(said({})).toBe('Nothing more for you tonight.')
  expect(said({ obligations: [], tracks: [] })).toBe('Nothing is written down for you tonight.')
  expect(said({ obligations: [], tracks: ['Keeper', 'Gull'] })).toBe(
    'Tonight: Keeper and Gull. When and where is not written down.',
  )
})

test('POCKET-1: with whom and with what, in one line', () => {
  const [first] = held(night()).track.obligations
  if (!first) throw new Error('the track has obligations')
  expect(alongWords(first)).toBe('')
  expect(
    alongWords({ ...first, with: ['Ana', 'Ben', 'Cho'], carries: ['the lamp'], costume: 'Oilskins' }),
  ).toBe('with Ana, Ben and Cho · carry the lamp · in Oilskins')
})

test('POCKET-2: what happens within something else is listed and never the largest; lines there are not', () => {
  const one = night()
  const within = { id: 'wave', kind: 'task', placeIn: null, at: { act: 1, seconds: 40 }, seconds: 5 } as const
  const now = plan(one, withMore(one, within))
  expect(now.next?.obligation.id).toBe('ladder')
  expect(now.after.map(({ obligation, within: inside }) => [obligation.id, inside])).toEqual([
    ['wave', true],
    ['lamp', false],
    ['rope', false],
  ])
  const line = plan(one, withMore(one, { ...within, id: 'line', kind: 'line' }))
  expect(line.after.map(({ obligation }) => obligation.id)).toEqual(['lamp', 'rope'])
  // Its own entrance, though at the same time: somewhere to be.
  const entrance = plan(one, withMore(one, { ...within, placeIn: 'SR2' }))
  expect(entrance.after[0]).toMatchObject({ obligation: { id: 'wave' }, within: false })
})

test('POCKET-3: times follow the running show, and nothing begins before its act is up', () => {
  const one = night()
  one.wait(600_000)
  expect(plan(one)).toMatchObject({ now: null, next: { obligation: { id: 'ladder' } } })
  one.do({ name: 'act.up', act: 1 })
  expect(left(one)[0]).toEqual(['ladder', 630_000])
  one.wait(20_000)
  one.go()
  one.go()
  // The cue planned at 0:40 came at 0:20.
  expect(left(one)[1]).toEqual(['lamp', 600_000 + 150_000 - 20_000])
})

test('POCKET-4: off the list when it is over and the show is known to be past it, or a minute later', () => {
  const one = night().do({ name: 'act.up', act: 1 })
  const ids = () => left(one).map(([name]) => name)
  one.wait(90_000 + GRACE_MS - 1)
  expect(ids()).toContain('ladder')
  one.wait(1)
  expect(ids()).toEqual(['lamp', 'rope'])
  const other = night().do({ name: 'act.up', act: 1 })
  other.wait(130_000)
  for (let count = 0; count < 3; count += 1) other.go()
  expect(left(other).map(([name]) => name)).toEqual(['lamp', 'rope'])
  other.do({ name: 'act.down', act: 1 })
  expect(left(other).map(([name]) => name)).toEqual(['rope'])
})

test('POCKET-5: while the show is held the time that is left stands still', () => {
  const one = night().do({ name: 'act.up', act: 1 })
  one.wait(10_000).do({ name: 'clock.hold' })
  const until = () => (plan(one).next?.at ?? 0) - one.now
  const before = until()
  one.wait(123_000)
  expect(until()).toBe(before)
  one.do({ name: 'clock.resume' }).wait(5_000)
  expect(until()).toBe(before - 5_000)
})

test('POCKET-4, POCKET-1: after the last act nothing is owed', () => {
  const one = night()
  for (const act of [1, 2]) one.do({ name: 'act.up', act }).wait(60_000).do({ name: 'act.down', act })
  expect(plan(one)).toEqual({ now: null, next: null, after: [] })
})

test('POCKET-7: the board tells what is coming, with its times', () => {
  const one = night()
  const coming = () => {
    const { order, position } = held(one)
    return comingItems(order, position, one.now).map(({ item, at }) => [item.id, at - CURTAIN_AT])
  }
  expect(coming()[0]).toEqual(['opening', 0])
  one.do({ name: 'act.up', act: 1 })
  one.go()
  expect(coming().map(([item]) => item)).toEqual(['duet', 'interval', 'harbour', 'bows'])
  one
    .do({ name: 'item.start', item: id<'item'>('duet') })
    .wait(180_000)
    .do({ name: 'act.down', act: 1 })
  expect(coming()).toEqual([
    ['harbour', 180_000 + 900_000],
    ['bows', 180_000 + 900_000 + 240_000],
  ])
  const board = view(one.plan, one.state, aViewer('callboard'))
  expect(JSON.stringify(board)).not.toContain('Noor')
})
