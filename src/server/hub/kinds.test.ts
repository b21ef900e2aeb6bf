// Techs, rehearsals and shows of one production on a real stage: their numbers, and what is learned of which.

import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../../../test/kit/house.ts'
import { theCaller, theSM } from '../../../test/kit/nights.ts'
import type { CallingCommand } from '../../core/calling/commands.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { countOf, kindOf, type PerformanceKind } from '../../core/show/kinds.ts'
import { coveredBefore } from './covered.ts'
import { readNight } from './earlier.ts'

let presses = 0
const press = async (house: TestHouse, command: CallingCommand) => {
  presses += 1
  const asked = { id: `press-${presses}`, by: theCaller, madeAt: house.clock.now(), command }
  const answer = await house.stage.night()?.owner.submit(asked)
  expect([command.name, answer]).toEqual([command.name, expect.objectContaining({ ok: true })])
}

async function go(house: TestHouse, ...moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    house.clock.pass(1000)
    const move = house.stage.night()?.owner.state().calling.desk.move ?? 0
    await press(house, { name: 'cue.go', moment: id<'moment'>(moment), move })
  }
}

/** The whole of act 1, its GOs and the close. */
async function play(house: TestHouse): Promise<void> {
  await press(house, { name: 'act.up', act: 1 })
  await go(house, 'lx1', 'lamp')
  house.clock.pass(300_000)
  await press(house, { name: 'item.start', item: id<'item'>('two') })
  await go(house, 'snd3', 'lx3')
  house.clock.pass(240_000)
  await press(house, { name: 'act.down', act: 1 })
  await press(house, { name: 'performance.close' })
}

async function next(house: TestHouse, kind?: PerformanceKind): Promise<void> {
  presses += 1
  const curtain = instant(house.clock.now() + 3_600_000)
  expect((await house.stage.planNext(curtain, theSM, `next-${presses}`, kind)).ok).toBe(true)
}

const numbers = (house: TestHouse) => house.stage.performances().map(({ number }) => number)

/** A show, two techs, a dress rehearsal, a preview and a show, all played. */
async function run(): Promise<TestHouse> {
  const house = await openHouse()
  for (const kind of ['tech', 'tech', 'dress', 'preview', 'show'] as const) {
    await play(house)
    await next(house, kind)
  }
  await play(house)
  return house
}

test('TECH-1, TECH-2: each kind has numbers of its own, and no two performances share one', async () => {
  const house = await run()
  expect(numbers(house).map((number) => `${kindOf(number)} ${countOf(number)}`)).toEqual([
    ...['show 1', 'tech 1', 'tech 2', 'dress 1', 'preview 1', 'show 2'],
  ])
  expect(new Set(numbers(house)).size).toBe(6)
  // Those of shows are what they always were, and nothing is said of their kind.
  const { performances } = house.stage.installation.state()
  expect(performances.map(({ kind }) => kind)).toEqual([
    undefined,
    'tech',
    'tech',
    'dress',
    'preview',
    undefined,
  ])
  for (const performance of performances) {
    const night = await house.stage.earlier(performance.number)
    expect(night?.state.calling.opened?.number).toBe(performance.number)
    expect(night?.state.calling.opened?.kind).toBe(performance.kind)
  }
})

test('TECH-3: running times and covers are those of shows and previews alone', async () => {
  const house = await run()
  const played = await house.stage.played()
  expect(played.map(({ number }) => kindOf(number))).toEqual(['show', 'preview', 'show'])
  await next(house, 'tech')
  expect((await coveredBefore(house.stage)).map(({ number }) => kindOf(number))).toEqual([
    ...['show', 'preview', 'show'],
  ])
})

test('TECH-3: what is learned at an opening is the same whether techs lie between or not', async () => {
  const learned = async (kinds: readonly PerformanceKind[]) => {
    const house = await openHouse()
    for (const kind of kinds) {
      await play(house)
      await next(house, kind)
    }
    return house.stage.night()?.owner.state().learned ?? null
  }
  const alone = await learned(['show', 'show', 'show', 'show'])
  expect(alone).not.toBe(null)
  expect(await learned(['tech', 'show', 'rehearsal', 'show', 'tech', 'show', 'dress', 'show'])).toEqual(alone)
})

test('TECH-1: a night of any kind is opened again as what it was', async () => {
  const house = await openHouse()
  await play(house)
  await next(house, 'understudy')
  const night = house.stage.night()
  if (!night) throw new Error('a night is on')
  const again = await openHouse(house.shelf, null, house.clock)
  expect(again.stage.night()?.performance).toEqual(night.performance)
  const readShow = (text: string) => JSON.parse(text)
  const read = await readNight({ log: house.log, readShow }, night.performance)
  expect(read?.state.calling.opened?.kind).toBe('understudy')
})
