// When a point of the plan is expected, against a plainer computation from the events.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyNight, CURTAIN_AT, nightOf, playNight, type TestNight } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { PlanPoint, Timeline } from '../show/timeline.ts'
import { expectedAt, isPast, type Running, running } from './expected.ts'

const clockOf = (night: TestNight): Running => {
  const clock = running(night.plan.timeline, night.state.calling)
  if (clock === null) throw new Error('the performance is open')
  return clock
}

/** Seconds from the top of the evening, intervals in it. */
const evening = (plan: Timeline, point: PlanPoint): number =>
  plan.acts
    .filter((act) => act.act < point.act)
    .reduce((total, act) => total + act.seconds + act.intervalSeconds, point.seconds)

/** Milliseconds held between two instants, millisecond arithmetic on the events themselves. */
function heldMs(night: TestNight, from: number, to: number): number {
  let total = 0
  let since: number | null = null
  for (const { type, at } of [...night.log, { type: 'clock.resumed', at: to }]) {
    if (type === 'clock.held') since ??= at
    if (type !== 'clock.resumed' || since === null) continue
    total += Math.max(0, Math.min(at, to) - Math.max(since, from))
    since = null
  }
  return total
}

/** The last known point, read from the events: what it is, when it was or is due, and since when holds count. */
function lastKnown(night: TestNight): { point: PlanPoint; at: number; since: number } {
  const { items, moments, acts } = night.plan.timeline
  const opened = night.log[0]?.at ?? 0
  let known = {
    point: { act: acts[0]?.act ?? 1, seconds: 0 },
    at: CURTAIN_AT as number,
    since: opened as number,
  }
  let up: number | null = null
  for (const { type, body, at } of night.log) {
    const { act, item, moment } = body as { act: number; item: string; moment: string }
    const here = (point: PlanPoint | undefined) => {
      if (point !== undefined) known = { point, at, since: at }
    }
    if (type === 'act.up') {
      up = act
      here({ act, seconds: 0 })
    } else if (type === 'act.down') {
      up = null
      const gone = acts.find((one) => one.act === act)
      const next = acts.find((one) => one.act > act)
      if (next)
        known = {
          point: { act: next.act, seconds: 0 },
          at: at + (gone?.intervalSeconds ?? 0) * 1000,
          since: at,
        }
      else known = { point: { act, seconds: gone?.seconds ?? 0 }, at, since: at }
    } else if (type === 'act.expected') {
      known = { point: { act, seconds: 0 }, at: (body as { upAt: number }).upAt, since: at }
    } else if (type === 'item.started') here(items.find((one) => one.id === item)?.starts)
    else if (type === 'cue.called') {
      const called = moments.find((one) => one.id === moment)
      if (called?.at.act === up && called.playhead === 'deck') here(called.at)
    }
  }
  return known
}

test('CALLING-19: on any night, every point is expected when a plainer computation says', () => {
  fc.assert(
    fc.property(anyNight, fc.nat(600_000), (rough, waitMs) => {
      const night = playNight(rough)
      const now = instant(night.now + waitMs)
      const plan = night.plan.timeline
      const clock = clockOf(night)
      const { point, at, since } = lastKnown(night)
      const points = [...plan.items.map((item) => item.starts), ...plan.moments.map((one) => one.at)]
      for (const each of [...points, { act: 1, seconds: 7 }]) {
        const ahead = (evening(plan, each) - evening(plan, point)) * 1000
        expect(expectedAt(clock, each, now)).toBe(at + ahead + heldMs(night, since, now))
      }
    }),
    { numRuns: 400 },
  )
})

test('CALLING-19: while the show is held, what is to come moves on with the clock and does not jump at the resume', () => {
  const times = (night: TestNight, now: Instant) =>
    [
      { act: 1, seconds: 350 },
      { act: 2, seconds: 60 },
    ].map((point) => expectedAt(clockOf(night), point, now))
  const restart = { name: 'item.start', item: id<'item'>('two') } as const
  const stories: readonly ((night: TestNight) => TestNight)[] = [
    (night) => night.wait(60_000),
    (night) => night.do({ name: 'act.up', act: 1 }).wait(60_000),
    (night) => night.do({ name: 'act.up', act: 1 }).wait(9_000).do({ name: 'act.down', act: 1 }).wait(1_000),
  ]
  const meanwhile: readonly ((night: TestNight) => TestNight)[] = [
    (night) => night,
    (night) => (night.state.calling.acts.at(-1)?.downAt === null ? night.do(restart) : night),
    (night) => (night.state.calling.acts.length === 0 ? night.do({ name: 'act.up', act: 1 }) : night),
    (night) =>
      night.state.calling.acts.at(-1)?.downAt === null ? night.do({ name: 'act.down', act: 1 }) : night,
  ]
  for (const story of stories) {
    for (const during of meanwhile) {
      const night = story(nightOf(littleShow()).open()).do({ name: 'clock.hold' })
      during(night.wait(20_000)).wait(10_000)
      const before = times(night, night.now)
      night.do({ name: 'clock.resume' })
      expect(times(night, night.now)).toEqual(before)
      expect(times(night, instant(night.now + 5_000))).toEqual(before)
    }
  }
})

test('CALLING-19: a hold of five minutes before the curtain is five minutes more to it', () => {
  const night = nightOf(littleShow()).open()
  night.wait(60_000).do({ name: 'clock.hold' }).wait(300_000).do({ name: 'clock.resume' }).wait(1_000)
  expect(expectedAt(clockOf(night), { act: 1, seconds: 0 }, night.now)).toBe(CURTAIN_AT + 300_000)
})

test('CALLING-20: a point is past when it lies before the last known point', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const { point } = lastKnown(night)
      for (const item of night.plan.timeline.items) {
        const before =
          item.starts.act < point.act ||
          (item.starts.act === point.act && item.starts.seconds < point.seconds)
        expect(isPast(clockOf(night), item.starts)).toBe(before)
      }
    }),
  )
})

test('CALLING-19: before a performance is open there is no clock', () => {
  const night = nightOf(littleShow())
  expect(running(night.plan.timeline, night.state.calling)).toBeNull()
})
