// Versions of the show, published while a performance is open: what tonight is played from, through crash and restart.

import { expect, test } from 'vitest'
import { openHouse, TestScreen } from '../../../test/kit/house.ts'
import { theCaller, theSM } from '../../../test/kit/nights.ts'
import { settled } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { CallingCommand } from '../../core/calling/commands.ts'
import { accepted } from '../../core/kit/result.ts'
import { planOf } from '../../core/night/night.ts'
import type { Cue, Show } from '../../core/show/show.ts'
import { emptyShelf } from '../log/memory.ts'
import { OPEN_AGAIN_MS } from './stage.ts'

type House = Awaited<ReturnType<typeof openHouse>>

let count = 0
const press = (house: House, command: CallingCommand) => {
  count += 1
  const id = `press-${count}`
  return house.stage.night()?.owner.submit({ id, by: theCaller, madeAt: house.clock.now(), command })
}

const withCue = (show: Show, name: string): Show => {
  const [first] = show.cues
  if (!first) throw new Error('the little show has cues')
  return { ...show, cues: [{ ...first, id: name as Cue['id'], number: name }, ...show.cues] }
}

const edit = (house: House, change: (show: Show) => Show, command: string) =>
  house.stage.edit(
    (show) => {
      const changed = change(show)
      return accepted({ text: JSON.stringify(changed), show: changed })
    },
    theSM,
    command,
  )

const firstCue = (house: House) => house.stage.night()?.plan.timeline.moments[0]?.id

test('TAKE-5: tonight is played from the version it took, on every screen, in its record, and after a restart', async () => {
  const shelf = emptyShelf()
  const house = await openHouse(shelf)
  await house.pair('desk', { roles: ['caller', 'SM'] })
  const screen = new TestScreen(house, 'desk').hello()
  const performance = house.stage.night()?.performance.id ?? ''
  await press(house, { name: 'note.write', department: null, text: 'kept' })
  expect(await edit(house, (show) => withCue(show, 'new'), 'edit-one')).toMatchObject({
    ok: true,
    tonight: null,
  })
  await settled()
  expect(firstCue(house)).toBe('new')
  expect(JSON.stringify(screen.sections['cues'])).toContain('"new"')
  expect(house.stage.night()?.owner.state().calling.notes.length).toBe(1)
  expect((await house.log.read(performance, 1, 10)).map((event) => event.type)).toEqual([
    ...['performance.opened', 'note.written', 'show.taken'],
  ])
  const before = house.stage.night()?.owner.state()
  await house.stage.close()
  const again = await openHouse(shelf, null)
  expect([firstCue(again), again.stage.night()?.performance.number]).toEqual(['new', 1])
  expect(again.stage.night()?.owner.state()).toEqual(before)
  expect((await again.stage.earlier(1))?.state).toEqual(before)
})

test('TAKE-5: a version that was taken before is taken again, and the night goes on and opens again', async () => {
  const shelf = emptyShelf()
  const house = await openHouse(shelf)
  const there = (show: Show) => withCue(show, 'new')
  const back = (show: Show) => ({ ...show, cues: show.cues.slice(1) })
  for (const [index, change] of [there, back, there, back].entries()) {
    expect(await edit(house, change, `edit-${index}`)).toMatchObject({ ok: true, tonight: null })
    await settled()
    expect(firstCue(house) === 'new').toBe(index % 2 === 0)
    expect(
      await press(house, { name: 'note.write', department: null, text: `after ${index}` }),
    ).toMatchObject({ ok: true })
  }
  await house.stage.close()
  const again = await openHouse(shelf)
  expect(again.stage.night()?.owner.state().calling.notes.length).toBe(4)
  await again.stage.close()
})

test('TAKE-5: what is pressed on the version before is not taken, and a crash between the two records is finished', async () => {
  const shelf = emptyShelf()
  const house = await openHouse(shelf)
  const night = house.stage.night()
  if (!night) throw new Error('tonight is open')
  const changed = withCue(littleShow(), 'new')
  const show = await house.log.saveDocument(JSON.stringify(changed))
  // As far as the night's own record, and no further.
  const taken = { name: 'show.take', show, plan: planOf(changed), asked: false } as const
  expect(
    await night.owner.submit({ id: 'take', by: theSM, madeAt: house.clock.now(), command: taken }),
  ).toMatchObject({ ok: true })
  expect(await press(house, { name: 'act.up', act: 1 })).toMatchObject({ refusal: { code: 'renewed' } })
  await house.stage.close()
  const again = await openHouse(shelf, null)
  expect(firstCue(again)).toBe('new')
  expect(again.stage.night()?.performance).toMatchObject({ show, revised: true })
  expect(await press(again, { name: 'act.up', act: 1 })).toMatchObject({ ok: true })
})

test('TAKE-2: a version published in a running act waits, is taken between acts when somebody says so, and is the next one’s', async () => {
  const house = await openHouse(emptyShelf())
  await press(house, { name: 'act.up', act: 1 })
  const published = await edit(house, (show) => withCue(show, 'new'), 'edit-two')
  expect(published).toMatchObject({ ok: true, tonight: { refusal: { code: 'running' } } })
  expect(firstCue(house)).toBe('lx1')
  expect(await house.stage.takeTonight(theSM)).toMatchObject({ refusal: { code: 'running' } })
  await press(house, { name: 'act.down', act: 1 })
  expect(await house.stage.takeTonight(theCaller)).toMatchObject({ refusal: { code: 'not-yours' } })
  expect(await house.stage.takeTonight(theSM)).toMatchObject({ ok: true })
  expect(firstCue(house)).toBe('new')
  await press(house, { name: 'performance.close' })
  await edit(house, (show) => withCue(show, 'newer'), 'edit-three')
  expect(firstCue(house)).toBe('new')
  await house.stage.planNext(house.clock.now(), theCaller, 'next-one')
  expect(firstCue(house)).toBe('newer')
})

test('TAKE-5: where the house cannot write down which version tonight took it tries until it can; presses meanwhile are told so', async () => {
  const house = await openHouse()
  const { append } = house.log
  // Published, taken by tonight, and then nothing more is kept.
  let allowed = 2
  Object.assign(house.log, {
    append: async (appends: Parameters<typeof append>[0]) => {
      allowed -= 1
      return allowed >= 0 ? append(appends) : appends.map(() => ({ done: 'failed', sentence: 'full' }))
    },
  })
  await edit(house, (show) => withCue(show, 'new'), 'edit-one')
  const before = firstCue(house)
  expect(await press(house, { name: 'note.write', department: null, text: 'x' })).toMatchObject({ ok: false })
  for (let tries = 0; tries < 3; tries += 1) {
    house.clock.pass(OPEN_AGAIN_MS)
    await settled()
  }
  expect(firstCue(house)).toBe(before)
  allowed = 100
  house.clock.pass(OPEN_AGAIN_MS)
  for (let turns = 0; turns < 5; turns += 1) await settled()
  expect(firstCue(house)).not.toBe(before)
  expect(await press(house, { name: 'note.write', department: null, text: 'y' })).toMatchObject({ ok: true })
})
