// What was played, and what is learned of it, against plainer sums.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyNight, nightOf, playNight } from '../../../test/kit/nights.ts'
import { callersView, type Pace, pacedNight, playedIn } from '../../../test/kit/paced.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import {
  EARLIER_MAX,
  learn,
  median,
  ninetieth,
  SAMPLES_MIN,
  spreadOver,
  timed,
  usualTimes,
} from './learned.ts'
import type { Played } from './played.ts'

const seconds = fc.integer({ min: 10, max: 900 })
const anyPace: fc.Arbitrary<Pace> = fc.record({
  one: seconds,
  two: seconds,
  three: seconds,
  interval: fc.integer({ min: 600, max: 1800 }),
  held: fc.integer({ min: 0, max: 300 }),
})
const steady: Pace = { one: 330, two: 220, three: 450, interval: 1300, held: 0 }
const lengths = (played: Played) =>
  Object.fromEntries(played.items.map(({ item, length }) => [item, length / 1000]))

test('RUNNING-1, RUNNING-2: an item is as long as it was played, an act as long as its items, holds taken out', () => {
  fc.assert(
    fc.property(anyPace, (pace) => {
      const played = playedIn(pacedNight(pace))
      expect(lengths(played)).toEqual({ one: pace.one, two: pace.two, three: pace.three })
      expect(
        played.acts.map(({ act, length, held, whole }) => [act, length / 1000, held / 1000, whole]),
      ).toEqual([
        [1, pace.one + pace.two, pace.held, true],
        [2, pace.three, 0, true],
      ])
      expect(played.intervals).toEqual([{ after: 1, planned: 1200, length: pace.interval * 1000 }])
    }),
    { numRuns: 50 },
  )
})

test('RUNNING-1: an item first known by a cue some way into it began as long before as the plan puts that cue', () => {
  const night = nightOf(littleShow()).open().do({ name: 'act.up', act: 1 })
  night.go()
  night.wait(1000).go()
  // snd3 stands ten seconds into item two, and is called 310 s into the act: two began at 300.
  night.wait(309_000).go()
  night.wait(1000).go()
  night.wait(200_000).do({ name: 'act.down', act: 1 })
  expect(lengths(playedIn(night))).toEqual({ one: 300, two: 211 })
})

test('RUNNING-3: what was jumped over, restarted or not begun is no sample, nor is its act', () => {
  const night = nightOf(littleShow()).open().do({ name: 'act.up', act: 1 })
  const move = () => night.state.calling.desk.move
  night.wait(1000).do({ name: 'cue.go', moment: id<'moment'>('snd3'), move: move(), jump: true })
  night.wait(60_000).go()
  night.wait(60_000).do({ name: 'act.down', act: 1 })
  const jumped = playedIn(night)
  expect(jumped.items.map(({ item }) => item)).toEqual(['two'])
  expect(jumped.acts.map(({ whole }) => whole)).toEqual([false])
  night.wait(60_000).do({ name: 'act.up', act: 2 })
  night.go()
  night.wait(1000).do({ name: 'cue.go', moment: id<'moment'>('fly4'), move: move(), jump: true })
  night.wait(1000).go()
  night.wait(1000).go()
  night.do({ name: 'act.down', act: 2 })
  expect(playedIn(night).items.map(({ item }) => item)).toEqual(['two'])
})

test('RUNNING-3: on any night nothing is a sample that is not of a fallen act, and none is longer than its act', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const played = playedIn(night)
      for (const act of played.acts) {
        const own = played.items.filter(
          ({ item }) => night.plan.timeline.items.find((one) => one.id === item)?.act === act.act,
        )
        const sum = own.reduce((total, { length }) => total + length, 0)
        expect(sum).toBeLessThanOrEqual(act.length)
        if (act.whole) expect(sum).toBe(act.length)
      }
    }),
    { numRuns: 200 },
  )
})

test('RUNNING-4: median and p90 are what sorting says, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }), (all) => {
      const middle = median(all) ?? Number.NaN
      const below = all.filter((one) => one <= middle).length
      const above = all.filter((one) => one >= middle).length
      expect(below * 2).toBeGreaterThanOrEqual(all.length)
      expect(above * 2).toBeGreaterThanOrEqual(all.length)
      const late = ninetieth(all) ?? Number.NaN
      expect(all).toContain(late)
      expect(all.filter((one) => one <= late).length / all.length).toBeGreaterThanOrEqual(0.9)
      expect(all.filter((one) => one < late).length / all.length).toBeLessThan(0.9)
    }),
  )
  expect([median([]), ninetieth([])]).toEqual([null, null])
})

test('RUNNING-4: with fewer than three samples, or another plan, the plan’s own length stands', () => {
  const night = pacedNight(steady)
  const one = playedIn(night)
  const { timeline } = night.plan
  expect(learn(timeline, Array(SAMPLES_MIN - 1).fill(one))).toBeNull()
  const learned = learn(timeline, Array(SAMPLES_MIN).fill(one))
  expect(learned?.items).toEqual([
    { item: 'one', count: 3, median: 330_000, late: 330_000 },
    { item: 'two', count: 3, median: 220_000, late: 220_000 },
    { item: 'three', count: 3, median: 450_000, late: 450_000 },
  ])
  expect(learned?.acts.map(({ act, median: middle }) => [act, middle])).toEqual([
    [1, 550_000],
    [2, 450_000],
  ])
  const replanned = {
    ...one,
    items: one.items.map((item) => ({ ...item, planned: 1 })),
    acts: [],
    intervals: [],
  }
  expect(learn(timeline, Array(SAMPLES_MIN).fill(replanned))).toBeNull()
})

test('RUNNING-5: no more than the newest thirty performances are asked', () => {
  const played = playedIn(pacedNight(steady))
  const other = playedIn(pacedNight({ ...steady, one: 10 }))
  const { timeline } = nightOf(littleShow()).plan
  const usual = usualTimes(timeline, [...Array(EARLIER_MAX).fill(played), other, other])
  expect(usual.performances).toBe(EARLIER_MAX)
  expect(usual.items[0]).toEqual({ item: 'one', count: EARLIER_MAX, median: 330_000, late: 330_000 })
})

/** A night opened with what three steady ones taught. */
function learnedNight() {
  const night = nightOf(littleShow()).open()
  const learned = learn(night.plan.timeline, Array(3).fill(playedIn(pacedNight(steady))))
  night.record('machine', { type: 'times.learned', v: 1, body: learned })
  return night
}

test('RUNNING-6: a night that learned runs at the learned pace: items, cues and words keep their share, intervals the plan', () => {
  const night = learnedNight()
  const { order, cues, position } = callersView(night)
  expect(order?.items.map((item) => [item.starts.seconds, item.seconds, item.spread])).toEqual([
    [0, 330, 0],
    [330, 220, 0],
    [550, 1200, 0],
    [0, 450, 0],
  ])
  expect(cues?.moments.map(({ at }) => at.seconds)).toEqual([0, 110, 339.167, 513.333, 0, 64.286, 428.571])
  expect(position?.running.acts).toEqual([
    { act: 1, seconds: 550, intervalSeconds: 1200 },
    { act: 2, seconds: 450, intervalSeconds: 0 },
  ])
  const before = callersView(nightOf(littleShow()).open())
  expect(before.order?.items.map(({ seconds: length, spread }) => [length, spread])).toEqual([
    [300, null],
    [240, null],
    [1200, null],
    [420, null],
  ])
})

test('RUNNING-6: at the learned pace a night still teaches how long it really was', () => {
  fc.assert(
    fc.property(anyPace, (pace) => {
      const played = playedIn(pacedNight(pace, learnedNight()))
      expect(lengths(played)).toEqual({ one: pace.one, two: pace.two, three: pace.three })
      expect(played.items.map(({ planned }) => planned)).toEqual([300, 240, 420])
    }),
    { numRuns: 30 },
  )
})

test('RUNNING-7: the spread of what lies ahead is the root of the squares, and none where one item’s is not known', () => {
  expect(spreadOver([30, 40])).toBe(50)
  expect(spreadOver([30, null])).toBeNull()
  expect(spreadOver([])).toBeNull()
})

test('RUNNING-8: the learned times of the record make the same night again', () => {
  const night = learnedNight()
  const { learned } = night.state
  expect(timed(night.plan, learned).timeline.acts[0]?.seconds).toBe(550)
  // A performance of before there were such events runs on its plan.
  expect(timed(night.plan, null)).toBe(night.plan)
})
