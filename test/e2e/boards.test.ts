// The wing, the dressing room, the corridor and three phones on one running night: held, jumped, and with the line dead.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { formatClock, instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice, type Size } from '../screens/browser.ts'
import { type House, openHouse, type Post } from '../screens/house.ts'

const tablet = { width: 768, height: 1024 }
const across = { width: 1180, height: 820 }
const phone = { width: 360, height: 780 }

let browser: Browser
let house: House
let wing: Page
let otherWing: Page
let room: Page
let board: Page
let performer: Page
let dresser: Page
let chaperone: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  const open = async (post: Post, size: Size) => openDevice(browser, await house.invite(post), size)
  wing = await open({ name: 'Left wing', roles: ['ASM'], place: 'sl2' }, tablet)
  otherWing = await open({ name: 'Right wing', roles: ['ASM'], place: 'sr2' }, across)
  room = await open({ name: 'Dressing room 4', roles: ['callboard'], place: 'dr4' }, across)
  board = await open({ name: 'The callboard', roles: ['callboard'] }, tablet)
  performer = await open({ name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' }, phone)
  dresser = await open({ name: 'Dolores’s phone', roles: ['dresser'], person: 'dolores' }, phone)
  chaperone = await open({ name: 'Marguerite’s phone', roles: ['chap'], person: 'marguerite' }, phone)
  for (const page of all()) await page.getByText('live', { exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const all = () => [wing, otherWing, room, board, performer, dresser, chaperone]
/** As it is laid out: what stands in two places is not one word. */
const wordsOf = async (one: Locator): Promise<string> => (await one.allInnerTexts()).join('\n')
const text = (page: Page) => wordsOf(page.locator('body'))
/** The screen has ticked once more. */
const ticked = () => wing.waitForTimeout(1_300)
/** A press is on the screen when its words are. */
const says = (page: Page, words: string) => expect.poll(() => text(page)).toContain(words)
const saysNo = (page: Page, words: string) => expect.poll(() => text(page)).not.toContain(words)

async function show(item: string, secondsIn: number): Promise<void> {
  await house.press({ name: 'item.start', item: id<'item'>(item) })
  house.moveOn(secondsIn)
  // Every device has to hear that the clock of the house was put on.
  const minute = formatClock(house.now(), 'Europe/London', false)
  for (const page of all()) await expect.poll(() => text(page)).toContain(minute)
  await ticked()
}

/** The countdowns of a list, in seconds; "now" and "14 min" are not among them. */
async function countdowns(page: Page, where: string): Promise<readonly number[]> {
  const words = await page.locator(where).allInnerTexts()
  return words.flatMap((one) => {
    const [, minutes, seconds] = /^(\d+):(\d\d)$/.exec(one.trim()) ?? []
    return minutes === undefined || seconds === undefined ? [] : [Number(minutes) * 60 + Number(seconds)]
  })
}

const wingTimes = (page: Page) => countdowns(page, 'main h2 span:last-child')
const roomTimes = () => countdowns(room, 'main li span:last-child')
const phoneTime = (page: Page) => countdowns(page, 'section[aria-label="Next"] p:first-child')

test('WING-9, ROOM-1: before the half every board says when it goes up and what is called next', async () => {
  for (const page of [wing, room, board]) {
    await says(page, 'Curtain up')
    await expect.poll(() => text(page)).toMatch(/the half/i)
  }
  await says(wing, 'Nothing is due here for ten minutes. Next:')
})

test('WING-5, WING-1: each wing lists its own side, in order, and the other side’s not at all', async () => {
  house.moveOn(39 * 60)
  await house.press({ name: 'act.up', act: 1 })
  await show('s2a', 60)
  for (const [page, other] of [
    [wing, /\bSR\d\b|QC R|PROPS R/],
    [otherWing, /\bSL\d\b|QC L|PROPS L/],
  ] as const) {
    const list = await wordsOf(page.getByRole('main'))
    expect(list).not.toMatch(other)
    const times = await wingTimes(page)
    expect(times.length).toBeGreaterThan(2)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThanOrEqual(600)
  }
})

test('POCKET-9, WING-2: a change stands on the phone of who changes and who dresses, and once in the wing', async () => {
  await show('n4', 300)
  const next = performer.getByLabel('Next')
  await expect.poll(() => wordsOf(next)).toContain('Change into Best dress')
  expect(await wordsOf(next)).toContain('with Dolores')
  await says(dresser, 'Tamsin into Best dress')
  await says(dresser, 'with Nkechi')
  await expect.poll(() => wordsOf(wing.getByRole('main'))).toContain('Change into Best dress')
  const list = await wordsOf(wing.getByRole('main'))
  expect(list.match(/Best dress/g)?.length).toBeGreaterThanOrEqual(1)
  expect(list).not.toContain('Tamsin into Best dress')
})

test('POCKET-11: the chaperone has the children’s lists, child by child; the performer has nobody’s', async () => {
  for (const child of ['Isla', 'Theo']) {
    await chaperone.getByRole('heading', { name: child }).waitFor()
    expect(await performer.getByRole('heading', { name: child }).count()).toBe(0)
  }
  expect(await chaperone.getByRole('heading', { name: 'Gwen' }).count()).toBe(0)
})

test('ROOM-1, POCKET-7: room and corridor say what is on and when each number comes, and nobody’s name', async () => {
  const people = house.server.stage.night()?.plan.show.people.map((one) => one.callName) ?? []
  expect(people.length).toBeGreaterThan(50)
  for (const page of [room, board]) {
    await says(page, '4 Read the Water')
    await says(page, '5 It Has Never Been Wrong')
    const words = await text(page)
    expect(people.filter((name) => new RegExp(`\\b${name}\\b`).test(words))).toEqual([])
  }
  expect((await roomTimes()).length).toBeGreaterThan(0)
  expect(await text(room)).toContain('Interval')
})

test('ROOM-2: what a room reads is large', async () => {
  const sizes = (where: string) =>
    room
      .locator(where)
      .evaluateAll((nodes) => nodes.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
  expect(Math.min(...(await sizes('main > p')))).toBeGreaterThanOrEqual(64)
  expect(Math.min(...(await sizes('main li')))).toBeGreaterThanOrEqual(36)
  await room.setViewportSize(tablet)
  expect(Math.min(...(await sizes('main > p')))).toBeGreaterThanOrEqual(48)
  expect(Math.min(...(await sizes('main li')))).toBeGreaterThanOrEqual(27)
  await room.setViewportSize(across)
})

test('WING-7, ROOM-3, POCKET-5: while the show is held every countdown stands, and says why', async () => {
  await house.press({ name: 'clock.hold' })
  for (const page of [wing, otherWing, room, board, performer, dresser]) {
    await says(page, 'HOLD')
    await says(page, 'times wait')
  }
  await ticked()
  const before = [
    await wingTimes(wing),
    await roomTimes(),
    await phoneTime(performer),
    await phoneTime(dresser),
  ]
  const places = await wing.getByRole('main').boundingBox()
  await wing.waitForTimeout(3_000)
  expect([
    await wingTimes(wing),
    await roomTimes(),
    await phoneTime(performer),
    await phoneTime(dresser),
  ]).toEqual(before)
  await house.press({ name: 'clock.resume' })
  await saysNo(wing, 'HOLD')
  expect(await wing.getByRole('main').boundingBox()).toEqual(places)
  await expect.poll(async () => (await phoneTime(performer))[0] ?? 0).toBeLessThan(before[2]?.[0] ?? 0)
})

test('WING-7, POCKET-3: after a jump all stand where the show stands', async () => {
  await show('n8', 20)
  for (const page of [wing, otherWing, room, board]) {
    await says(page, '8 Where Did the Hour Go?')
  }
  for (const page of [wing, otherWing]) {
    expect(await wordsOf(page.getByRole('main'))).not.toContain('5 It Has Never Been Wrong')
  }
  await saysNo(dresser, 'Tamsin into Best dress')
  expect(await wordsOf(room.getByRole('main'))).not.toContain('5 It Has Never Been Wrong')
})

test('WING-8: in the interval the wing lists what is set in it, and the next call is on top', async () => {
  await house.press({ name: 'act.down', act: 1 })
  await says(wing, 'Next call:')
  await expect.poll(() => wordsOf(wing.getByRole('main'))).toContain('Interval')
  expect(await wordsOf(wing.getByRole('main'))).not.toContain('8 Where Did the Hour Go?')
})

test('WING-9, ROOM-3, POCKET-5: over a dead line nothing ticks, and every screen says how old it is', async () => {
  await house.pull()
  for (const page of all()) await page.getByText(/\d+ s old/).waitFor()
  const stood = async () => [
    await wingTimes(wing),
    await roomTimes(),
    await phoneTime(performer),
    await phoneTime(dresser),
  ]
  const before = await stood()
  await wing.waitForTimeout(3_000)
  expect(await stood()).toEqual(before)
  const grey = (page: Page, where: string) =>
    page
      .locator(where)
      .first()
      .evaluate((one) => getComputedStyle(one).color)
  const mid = await grey(wing, 'header')
  for (const page of [wing, room, board, performer]) expect(await grey(page, 'main')).toBe(mid)
  await house.open()
  for (const page of all()) await page.getByText('live', { exact: true }).waitFor()
})

test('WING-10: every name has room for a finger', async () => {
  const heights = await wing
    .locator('main li li')
    .evaluateAll((nodes) => nodes.map((one) => one.getBoundingClientRect().height))
  expect(heights.length).toBeGreaterThan(0)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(72)
})
