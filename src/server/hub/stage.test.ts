// Tonight: which performance is on, and that it is opened once, whatever happens while it is.

import { expect, test } from 'vitest'
import { openHouse } from '../../../test/kit/house.ts'
import { aViewer, theCaller, theSM } from '../../../test/kit/nights.ts'
import { LOST, settled } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { instant } from '../../core/kit/time.ts'
import { emptyShelf } from '../log/memory.ts'
import { OPEN_AGAIN_MS } from './stage.ts'

const curtain = instant(Date.UTC(2031, 5, 7, 18, 30))

async function closeTonight(house: Awaited<ReturnType<typeof openHouse>>): Promise<void> {
  const command = { name: 'performance.close' } as const
  await house.stage
    .night()
    ?.owner.submit({ id: 'close-it', by: theCaller, madeAt: house.clock.now(), command })
}

test('HUB-1: the performance planned last is tonight’s, opened once with all that it runs on', async () => {
  const shelf = emptyShelf()
  const house = await openHouse(shelf)
  const night = house.stage.night()
  expect(night?.owner.state().calling.opened).toEqual({
    number: 1,
    show: night?.performance.show,
    edition: 'full',
    at: house.clock.now(),
    curtainAt: house.clock.now() + 3_600_000,
    country: 'GB',
    timeZone: 'Europe/London',
  })
  await house.stage.close()
  const again = await openHouse(shelf, null)
  expect(again.stage.night()?.performance).toEqual(night?.performance)
  expect(again.stage.night()?.owner.state()).toEqual(night?.owner.state())
  expect((await again.log.read(night?.performance.id ?? '', 1, 10)).map((event) => event.type)).toEqual([
    'performance.opened',
  ])
})

test('HUB-1: without a performance nothing is on, and the first one planned is', async () => {
  const house = await openHouse(emptyShelf(), null)
  expect(house.stage.night()).toBeNull()
  expect(await house.stage.planNext(curtain, theCaller, 'too-early')).toMatchObject({
    refusal: { code: 'no-show' },
  })
  const told: string[] = []
  house.stage.onNight((night) => told.push(night.performance.title))
  const show = littleShow()
  expect(await house.stage.plan(JSON.stringify(show), show, curtain, theMachine)).toMatchObject({ ok: true })
  expect(told).toEqual(['The Small Show'])
})

test('HUB-1: an opening that was cut in two is finished, by the running server or the next one', async () => {
  const shelf = emptyShelf()
  const house = await openHouse(shelf)
  await closeTonight(house)
  const { append } = house.log
  let allowed = 1
  Object.assign(house.log, {
    append: async (appends: Parameters<typeof append>[0]) => {
      allowed -= 1
      return allowed >= 0 ? append(appends) : appends.map(() => ({ done: 'failed', sentence: LOST }))
    },
  })
  await expect(house.stage.planNext(curtain, theSM, 'next-one')).rejects.toThrow('cannot be opened')
  expect(house.stage.night()?.performance.number).toBe(1)
  const next = await openHouse(shelf, null)
  expect(next.stage.night()?.performance.number).toBe(2)
  expect(next.stage.night()?.owner.state().calling.opened?.number).toBe(2)
})

test('HUB-1: the running server tries again by itself', async () => {
  const house = await openHouse()
  await closeTonight(house)
  const { append } = house.log
  let allowed = 1
  Object.assign(house.log, {
    append: async (appends: Parameters<typeof append>[0]) => {
      allowed -= 1
      return allowed >= 0 ? append(appends) : appends.map(() => ({ done: 'failed', sentence: LOST }))
    },
  })
  await expect(house.stage.planNext(curtain, theSM, 'next-one')).rejects.toThrow('cannot be opened')
  expect(await house.stage.planNext(curtain, theSM, 'another')).toMatchObject({
    refusal: { code: 'still-open' },
  })
  allowed = 100
  house.clock.pass(OPEN_AGAIN_MS)
  await settled()
  await settled()
  expect(house.stage.night()?.owner.state().calling.opened?.number).toBe(2)
  expect(await house.stage.planNext(curtain, theSM, 'next-one')).toMatchObject({ ok: true })
})

test('HUB-2: the next performance waits for the close of tonight’s, and the same press is told the same', async () => {
  const house = await openHouse()
  expect(await house.stage.planNext(curtain, theCaller, 'early')).toMatchObject({
    refusal: { code: 'still-open' },
  })
  await closeTonight(house)
  const answer = await house.stage.planNext(curtain, theCaller, 'next-one')
  expect(answer).toMatchObject({ ok: true })
  expect(house.stage.night()?.performance).toMatchObject({ number: 2, curtainAt: curtain })
  expect(await house.stage.planNext(curtain, theCaller, 'next-one')).toEqual(answer)
  expect(await house.stage.planNext(curtain, theCaller, 'another')).toMatchObject({
    refusal: { code: 'still-open' },
  })
})

test('HUB-2: of two presses at once one makes a performance, and the same press twice at once makes one too', async () => {
  for (const second of ['press-b', 'press-a']) {
    const house = await openHouse()
    await closeTonight(house)
    const presses = ['press-a', second].map((press) => house.stage.planNext(curtain, theSM, press))
    const [one, other] = await Promise.all(presses)
    expect(one).toMatchObject({ ok: true })
    if (second === 'press-a') expect(other).toEqual(one)
    else expect(other).toMatchObject({ refusal: { code: 'still-open' } })
    expect(house.stage.installation.state().performances).toHaveLength(2)
    expect(house.stage.night()?.performance.number).toBe(2)
    expect(house.stage.night()?.owner.failing()).toBeNull()
    const take = {
      id: 'take-it',
      by: theSM,
      madeAt: house.clock.now(),
      command: { name: 'desk.take' },
    } as const
    expect(await house.stage.night()?.owner.submit(take)).toMatchObject({ ok: true })
  }
})

test('HUB-2: whoever may not plan is told so, and nothing about tonight', async () => {
  const [open, closed] = [await openHouse(), await openHouse()]
  await closeTonight(closed)
  const by = aViewer('perf', { person: 'ann' })
  const answers = [
    await open.stage.planNext(curtain, by, 'p1'),
    await closed.stage.planNext(curtain, by, 'p2'),
  ]
  expect(answers[0]).toMatchObject({ refusal: { code: 'not-yours' } })
  expect(answers[1]).toEqual(answers[0])
})

test('HUB-3: a published show that cannot be read back is said to be so', async () => {
  const shelf = emptyShelf()
  await (await openHouse(shelf)).stage.close()
  for (const hash of shelf.documents.keys()) shelf.documents.set(hash, 'null')
  await expect(openHouse(shelf)).rejects.toThrow('The published show of performance 1 cannot be read.')
})
