// The dead-man line: who is told that the night is watched, how often, and what becomes of a watch that fails.

import { expect, test } from 'vitest'
import { openHouse, type TestHouse, TestScreen } from '../../../test/kit/house.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { type Beat, STALE_MS, type WatchingSection, watchingSection } from '../../core/presence/watching.ts'
import { emptyShelf } from '../log/memory.ts'
import { BEAT_MS } from './beats.ts'
import { LEAP_MS } from './clock-leaps.ts'
import { DEVICES_DELAY_MS } from './roll.ts'
import { UNHEARD_MS } from './unheard.ts'
import { openWatch, SLEPT_MS, WATCH_MS } from './watch.ts'

const watching = ({ sections }: TestScreen) => sections['watching'] as WatchingSection | undefined

/** How many messages carried it. */
const told = ({ messages }: TestScreen): number =>
  messages.filter((message) => message.t === 'frame' && 'watching' in message.sections).length

async function watchedHouse() {
  const clock = new TestClock()
  let beat: Beat = { lookedAt: clock.now(), failingSince: null }
  const house = await openHouse(emptyShelf(), quietEvening(), clock, () => beat)
  await house.pair('desk', { roles: ['caller', 'SM'] })
  await house.pair('phone', { roles: ['perf'], person: id<'person'>('mia') })
  const desk = new TestScreen(house, 'desk').hello()
  const phone = new TestScreen(house, 'phone').hello()
  clock.pass(DEVICES_DELAY_MS)
  const looks = (lookedAt: Instant, failingSince: Instant | null = null) => {
    beat = { lookedAt, failingSince }
  }
  return { ...{ house, clock, desk, phone }, looks }
}

test('WATCH-1: the desk is told at a pace when it last looked; a phone once that it is watched, and when that changes', async () => {
  const { clock, desk, phone, looks } = await watchedHouse()
  expect(watching(phone)).toEqual({ stale: false })
  expect(Object.keys(watching(desk) ?? {}).sort()).toEqual(['failingSince', 'lookedAt', 'stale'])
  for (let second = 0; second < 60; second += 1) {
    looks(clock.now())
    clock.pass(1_000)
  }
  await settled()
  expect(told(phone)).toBe(0)
  expect(told(desk)).toBeGreaterThanOrEqual(10)
  expect(told(desk)).toBeLessThanOrEqual(60_000 / BEAT_MS)
})

test('WATCH-1: whoever comes back where nobody was is told how it is now, and not how it was when they left', async () => {
  const { house, clock, desk, phone, looks } = await watchedHouse()
  const first = watching(desk)?.lookedAt ?? 0
  for (const screen of [desk, phone]) screen.leave()
  for (let second = 0; second < 60; second += 1) {
    looks(clock.now())
    clock.pass(1_000)
  }
  const back = new TestScreen(house, 'desk').hello()
  expect(watching(back)?.lookedAt).toBeGreaterThanOrEqual(first + 59_000)
})

test('WATCH-1: while no performance is open every device is told that nothing is watched', () => {
  const beat = { lookedAt: instant(0), failingSince: null }
  const told = (whole: boolean) =>
    watchingSection(beat, { now: instant(STALE_MS * 9), running: false, whole })
  expect(told(false)).toEqual({ stale: false, idle: true })
  expect(told(true)).toEqual({ stale: false, idle: true, lookedAt: null, failingSince: null })
})

test('WATCH-2: over fifteen seconds without a look it is stale on every device, and the first look ends that', async () => {
  const { clock, desk, phone, looks } = await watchedHouse()
  looks(clock.now(), clock.now())
  clock.pass(STALE_MS)
  await settled()
  expect(watching(phone)).toEqual({ stale: false })
  clock.pass(BEAT_MS)
  await settled()
  expect([watching(phone), watching(desk)?.stale]).toEqual([{ stale: true }, true])
  expect(watching(desk)?.failingSince).not.toBeNull()
  looks(clock.now())
  clock.pass(BEAT_MS)
  await settled()
  expect([watching(phone), watching(desk)?.stale]).toEqual([{ stale: false }, false])
  expect(told(phone)).toBe(2)
})

test('WATCH-3: no press carries it: what a GO sends is what a GO changes', async () => {
  const { clock, desk, looks } = await watchedHouse()
  looks(instant(clock.now() + 1))
  const before = desk.messages.length
  await desk.press({ name: 'act.up', act: 1 })
  const sections = desk.messages
    .slice(before)
    .flatMap((one) => (one.t === 'frame' ? Object.keys(one.sections) : []))
  expect(sections).toContain('position')
  expect(sections).not.toContain('watching')
})

const nightOf = ({ stage }: TestHouse) => {
  const night = stage.night()
  if (!night) throw new Error('a night is on')
  return night
}

test('WATCH-4: a look that fails is told as failing since then, and the watch goes on', async () => {
  const house = await openHouse(emptyShelf(), quietEvening())
  let broken = false
  const watch = openWatch({
    ...house,
    unheard: () => {
      if (broken) throw new Error('a mistake of ours')
      return []
    },
  })
  expect(nightOf(house).owner.state().calling.opened).not.toBeNull()
  const look = async (times: number) => {
    for (let second = 0; second < times; second += 1) {
      house.clock.pass(WATCH_MS)
      await settled()
    }
  }
  // Before it was awake for a minute it does not ask who is unheard.
  await look(UNHEARD_MS / WATCH_MS)
  const began = watch.beat().lookedAt
  expect(began).toBe(house.clock.now())
  broken = true
  await look(3)
  expect(watch.beat()).toEqual({ lookedAt: began, failingSince: instant(began + 1_000) })
  broken = false
  house.clock.pass(1_000)
  await settled()
  expect(watch.beat()).toEqual({ lookedAt: house.clock.now(), failingSince: null })
  watch.close()
})

test('WATCH-5: a side is unheard once none of its screens has spoken for a minute; one never heard counts for nothing', async () => {
  const house = await openHouse(emptyShelf(), quietEvening())
  await house.pair('right', { roles: ['ASM'], place: id<'place'>('sr1') })
  await house.pair('left', { roles: ['ASM'], place: id<'place'>('sl1') })
  const right = new TestScreen(house, 'right').hello()
  expect(house.hub.unheard()).toEqual([])
  house.clock.pass(UNHEARD_MS - 1)
  expect(house.hub.unheard()).toEqual([])
  house.clock.pass(1)
  expect(house.hub.unheard()).toEqual(['stage right'])
  if (right.session) house.hub.receive(right.session, JSON.stringify({ t: 'ping', at: 1 }))
  expect(house.hub.unheard()).toEqual([])
})

test('WATCH-7: a clock that is set forward is written down before anything is asked, and the desk’s line says so; a slow second is none', async () => {
  const house = await openHouse(emptyShelf(), quietEvening())
  const watch = openWatch(house)
  const look = async (times = 1) => {
    for (let turn = 0; turn < times; turn += 1) {
      house.clock.pass(WATCH_MS)
      await settled()
    }
  }
  const sets = () => nightOf(house).owner.state().presence.clockSets ?? []
  await look(3)
  // A night that is not watched for a while, as when the machine slept: time that passed.
  house.clock.pass(3 * LEAP_MS)
  await look()
  house.clock.setBy(LEAP_MS - 1)
  await look()
  expect([sets(), watch.beat().forward]).toEqual([[], undefined])
  const before = house.clock.now()
  house.clock.setBy(3_600_000)
  await look()
  expect(sets()).toEqual([{ ms: 3_600_000, before: before + WATCH_MS }])
  expect(nightOf(house).owner.state().presence.concerns.concerns).toEqual([])
  expect(watch.beat()).toMatchObject({ failingSince: null, forward: { ms: 3_600_000 } })
  watch.close()
})

test('WATCH-8: a clock that is set back is told with the time until which it stands; then the watch goes on', async () => {
  const house = await openHouse(emptyShelf(), quietEvening())
  const watch = openWatch(house)
  const look = async () => {
    house.clock.pass(WATCH_MS)
    await settled()
  }
  await look()
  const until = instant(house.clock.now() + WATCH_MS)
  house.clock.setBy(-60_000)
  await look()
  expect(watch.beat().back).toEqual({ ms: 60_000, until })
  const section = (now: Instant, whole: boolean) =>
    watchingSection(watch.beat(), { now, running: true, whole })
  expect(section(house.clock.now(), false)).toEqual({ stale: true })
  expect(section(house.clock.now(), true)).toMatchObject({ stale: true, back: { until } })
  while (house.clock.now() < until) await look()
  await look()
  expect(watch.beat().back).toBeUndefined()
  expect(section(house.clock.now(), false)).toEqual({ stale: false })
  watch.close()
})

test('WATCH-6: after the machine slept nobody is unheard before they could have been heard', async () => {
  const house = await openHouse(emptyShelf(), quietEvening())
  let asked = 0
  const watch = openWatch({
    ...house,
    unheard: () => {
      asked += 1
      return []
    },
  })
  const look = async (times: number) => {
    const before = asked
    for (let turn = 0; turn < times; turn += 1) {
      house.clock.pass(WATCH_MS)
      await settled()
    }
    return asked - before
  }
  const looks = UNHEARD_MS / WATCH_MS
  expect([await look(looks - 1), await look(5)]).toEqual([0, 5])
  // So long is a slow look, and a moment longer was sleep.
  house.clock.sleep(SLEPT_MS - 1)
  expect(await look(1)).toBeGreaterThan(0)
  house.clock.sleep(SLEPT_MS)
  expect([await look(looks - 1), await look(5)]).toEqual([0, 5])
  watch.close()
})
