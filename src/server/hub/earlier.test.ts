// What earlier performances teach tonight's, on a real stage and a real log in memory.

import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../test/kit/house.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import type { CallingCommand } from '../../core/calling/commands.ts'
import { must } from '../../core/kit/assert.ts'
import { id } from '../../core/kit/ids.ts'
import { canonical, type Json } from '../../core/kit/json.ts'
import { instant } from '../../core/kit/time.ts'
import { FOLD_SLICE_MS, PLAYED_PROJECTOR, readNight } from './earlier.ts'

const caller = aViewer(['caller', 'SM'])
let presses = 0

async function press(house: TestHouse, ...commands: readonly CallingCommand[]): Promise<void> {
  for (const command of commands) {
    presses += 1
    const request = { id: `press-${presses}`, by: caller, madeAt: house.clock.now(), command }
    const answer = await house.stage.night()?.owner.submit(request)
    expect([command.name, answer]).toEqual([command.name, expect.objectContaining({ ok: true })])
  }
}

const state = (house: TestHouse) => {
  const night = house.stage.night()
  if (!night) throw new Error('a night is on')
  return night.owner.state()
}

/** The little show, item by item, `slower` seconds more for each. */
async function play(house: TestHouse, slower: number): Promise<void> {
  const go = async (...moments: readonly string[]) => {
    for (const moment of moments)
      await press(house, {
        name: 'cue.go',
        moment: id<'moment'>(moment),
        move: state(house).calling.desk.move,
      })
  }
  const wait = (seconds: number) => house.clock.pass((seconds + slower) * 1000)
  await press(house, { name: 'act.up', act: 1 })
  await go('lx1', 'lamp')
  wait(300)
  await press(house, { name: 'item.start', item: id<'item'>('two') })
  house.clock.pass(1)
  await go('snd3', 'lx3')
  wait(240)
  await press(house, { name: 'act.down', act: 1 })
  wait(1200)
  await press(house, { name: 'act.up', act: 2 })
  await go('fly4', 'snd5', 'lx5')
  wait(420)
  await press(house, { name: 'act.down', act: 2 }, { name: 'performance.close' })
}

async function next(house: TestHouse): Promise<void> {
  presses += 1
  const answer = await house.stage.planNext(instant(house.clock.now() + 3_600_000), caller, `next-${presses}`)
  expect(answer.ok).toBe(true)
}

async function fourth(): Promise<TestHouse> {
  const house = await openHouse()
  for (const slower of [10, 20, 60]) {
    await play(house, slower)
    await next(house)
  }
  return house
}

test('RUNNING-4, RUNNING-8: the fourth performance runs at the pace of three, and its record alone says so', async () => {
  const house = await fourth()
  const { learned } = state(house)
  expect(learned).toMatchObject({ performances: 3 })
  expect(learned?.items[0]).toEqual({ item: 'one', count: 3, median: 320_000, late: 360_000 })
  expect(learned?.acts).toEqual([
    { act: 1, count: 3, median: 580_001, late: 660_001 },
    { act: 2, count: 3, median: 440_000, late: 480_000 },
  ])
  const performance = house.stage.night()?.performance
  if (!performance) throw new Error('a night is on')
  const types = (await house.log.read(performance.id, 1, 10)).map(({ type }) => type)
  expect(types).toEqual(['performance.opened', 'times.learned'])
  const again = await readNight({ log: house.log, readShow: (text) => JSON.parse(text) }, performance)
  // `as`: a state is plain data.
  expect(canonical(again?.state as unknown as Json)).toBe(canonical(state(house) as unknown as Json))
  expect((await house.stage.earlier(1))?.state.calling.closedAt).not.toBeNull()
  expect(await house.stage.earlier(9)).toBeNull()
})

test('RUNNING-5: a closed performance’s times are kept beside its record, and are the same when they are lost', async () => {
  const house = await fourth()
  const kept = await house.stage.played()
  expect(kept.map(({ number }) => number)).toEqual([3, 2, 1])
  for (const { id: stream } of house.stage.performances().slice(0, 3)) {
    expect(await house.log.snapshot(stream, PLAYED_PROJECTOR)).not.toBeNull()
    house.shelf.streams.get(stream)?.snapshots.delete(PLAYED_PROJECTOR)
  }
  expect(await house.stage.played()).toEqual(kept)
})

test('RUNNING-9: a server that starts on an open performance reads no other; a past that cannot be read opens tonight', async () => {
  const house = await fourth()
  await house.stage.close()
  for (const { id: stream } of house.stage.performances().slice(0, 3)) {
    house.shelf.streams.get(stream)?.snapshots.clear()
    house.shelf.streams.get(stream)?.rows.splice(3, 1)
  }
  const again = await openHouse(house.shelf, null, house.clock)
  expect(state(again).learned).not.toBeNull()
  // Passed over and named elsewhere (PAPERWORK-24).
  expect(await again.stage.earlier(1)).toBeNull()
  await play(again, 0)
  await next(again)
  expect(state(again).calling.opened?.number).toBe(5)
  expect(state(again).learned).toBeNull()
})

test('INSTALLATION-30: after a new title, earlier nights, their times and the next number are still the show’s', async () => {
  const house = await openHouse()
  for (const slower of [10, 20, 60]) {
    await play(house, slower)
    if (slower === 20) {
      const named = await house.stage.edit(
        (show) => {
          const renamed = { ...show, title: 'Another Title' }
          return { ok: true, value: { text: JSON.stringify(renamed), show: renamed } }
        },
        caller,
        'rename',
      )
      expect(named.ok).toBe(true)
    }
    await next(house)
  }
  expect(house.stage.night()?.performance).toMatchObject({ title: 'Another Title', number: 4 })
  expect(house.stage.performances().map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(state(house).learned).toMatchObject({ performances: 3 })
  expect((await house.stage.earlier(1))?.state.calling.closedAt).not.toBeNull()
  expect((await house.stage.played()).map(({ number }) => number)).toEqual([3, 2, 1])
})

test('HUB-46: a record is folded in slices, and between them others have their turn; what comes of it is the same', async () => {
  const house = await openHouse()
  await play(house, 10)
  const performance = must(house.stage.night(), 'a night is on').performance
  house.shelf.streams.get(performance.id)?.snapshots.clear()
  const reading = { log: house.log, readShow: (text: string) => JSON.parse(text) }
  const turnsWhere = async (msEach: number) => {
    let [now, turns] = [0, 0]
    const clock = {
      now: () => {
        now += msEach
        return instant(now)
      },
      sinceStart: () => now,
      after: (_ms: number, act: () => void) => {
        turns += 1
        setImmediate(act)
        return () => undefined
      },
    }
    const night = await readNight({ ...reading, clock }, performance)
    expect(canonical(night?.state as unknown as Json)).toBe(canonical(state(house) as unknown as Json))
    return turns
  }
  const { seq } = state(house)
  expect(await turnsWhere(0)).toBe(0)
  // The last event’s turn is one as well: it is not known to be the last.
  expect(await turnsWhere(FOLD_SLICE_MS)).toBeGreaterThanOrEqual(seq)
  expect(await turnsWhere(FOLD_SLICE_MS / 2)).toBeLessThan(seq)
})
