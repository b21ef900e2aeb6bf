// Slips of the hand at the desk: a key held down, a double click, the habit of Ctrl+Enter, two hands on HOLD.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

let browser: Browser
let house: House
let desk: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  desk = await openDevice(browser, await house.server.deskLink(), { width: 1440, height: 900 })
  await desk.getByLabel('Calling', { exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const calling = () => {
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  return night.owner.state().calling
}

/** A key that stays down, as a keyboard says it: one press and then repeats. */
async function holdDown(key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await desk.keyboard.down(key)
    await desk.waitForTimeout(60)
  }
  await desk.keyboard.up(key)
}

test('DESK-36: Enter held down on GO calls one cue', async () => {
  // Before the act a GO without a standby would be pressed twice (DESK-38).
  const first = house.server.stage.night()?.plan.timeline.moments[0]
  if (first) await house.press({ name: 'standby.give', moment: first.id })
  await desk.getByLabel('Calling', { exact: true }).getByText('STANDBY', { exact: true }).first().waitFor()
  const before = calling().called.length
  await desk.getByRole('button', { name: /^GO/ }).focus()
  await holdDown('Enter', 15)
  await expect.poll(() => calling().called.length).toBe(before + 1)
  await desk.waitForTimeout(400)
  expect(calling().called.length).toBe(before + 1)
})

test('DESK-36: Enter held down, or a double click, on the curtain’s control does nothing', async () => {
  const control = desk.getByRole('button', { name: /act 1 up/i })
  await control.focus()
  await holdDown('Enter', 15)
  await desk.waitForTimeout(400)
  expect(calling().acts).toEqual([])
  await desk.getByRole('button', { name: /^Again: act 1 up/ }).waitFor({ state: 'detached' })
  await control.dblclick()
  await desk.waitForTimeout(400)
  expect(calling().acts).toEqual([])
})

test('DESK-3: Ctrl+Enter in the note calls nothing', async () => {
  const before = calling().called.length
  await desk.getByLabel('Note', { exact: true }).fill('lx: spot late')
  await desk.keyboard.press('Control+Enter')
  await desk.waitForTimeout(400)
  expect(calling().called.length).toBe(before)
  await desk.keyboard.press('Escape')
})

const goOf = () => desk.getByRole('button', { name: /^GO/ })
/** The sign that a cue may be called: lit GO has its shape, dark GO only the word. */
const isLit = async () => (await goOf().locator('svg').count()) > 0
const goStandsForAnother = (words: string | null) => expect.poll(() => goOf().textContent()).not.toBe(words)

/** One press of the mouse where GO stands; `count`: the second of a double click says 2. */
async function pressGo(count: number): Promise<void> {
  await desk.mouse.down({ clickCount: count })
  await desk.mouse.up({ clickCount: count })
}

test('DESK-36: a double click on GO calls one cue, however late its second half comes', async () => {
  await house.press({ name: 'act.up', act: 1 })
  await desk.getByRole('button', { name: 'Act 1 down' }).waitFor()
  const box = await goOf().boundingBox()
  if (!box) throw new Error('GO is on the desk')
  await desk.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const before = calling().called.length
  const words = await goOf().textContent()
  await pressGo(1)
  // The desk shows the next cue before the second half comes: this one would be called by it.
  await goStandsForAnother(words)
  await pressGo(2)
  await desk.waitForTimeout(400)
  expect(calling().called.length).toBe(before + 1)
  const next = await goOf().textContent()
  await desk.waitForTimeout(600)
  await pressGo(1)
  await goStandsForAnother(next)
  expect(calling().called.length).toBe(before + 2)
})

test('DESK-63: GO is lit for a cue that stands by, and not while the desk hears nobody', async () => {
  await expect.poll(isLit).toBe(false)
  await desk.getByLabel('Calling', { exact: true }).focus()
  await desk.keyboard.press('s')
  await expect.poll(isLit).toBe(true)
  const place = await goOf().boundingBox()
  await house.pull()
  await desk.locator('[data-stale]').first().waitFor()
  await expect.poll(isLit).toBe(false)
  expect(await goOf().boundingBox()).toEqual(place)
  await house.open()
  await expect.poll(isLit).toBe(true)
})

test('DESK-37: who meant to hold does not resume because somebody else was quicker', async () => {
  await desk.getByLabel('Calling', { exact: true }).focus()
  await desk.keyboard.down('h')
  await desk.waitForTimeout(300)
  await house.press({ name: 'clock.hold' })
  await desk.waitForTimeout(1_200)
  await desk.keyboard.up('h')
  expect(calling().holds.map(({ to }) => to)).toEqual([null])
})
