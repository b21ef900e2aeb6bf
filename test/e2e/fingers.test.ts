// The desk under a finger: on a phone in a hand, and its smaller controls on a laptop.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'
import { layoutOf } from '../screens/layout.ts'
import { laptop, phone } from '../screens/screen.ts'

const FINGER_PX = 44

let browser: Browser
let house: House

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const heightOf = async (page: Page, name: string | RegExp) =>
  (await page.getByRole('button', { name }).boundingBox())?.height

test('DESK-66: what is pressed beside the cues is as high as a finger', async () => {
  const desk = await openDevice(browser, await house.server.deskLink(), laptop)
  await desk.getByText('live', { exact: true }).waitFor()
  for (const name of ['−1 min', '+1 min', /^House is clear/, /^Ask round/, 'Pair a screen'])
    expect([name, await heightOf(desk, name)]).toEqual([name, FINGER_PX])
  const second = await openDevice(
    browser,
    await house.invite({ name: 'A stage manager', roles: ['SM'] }),
    laptop,
  )
  const take = /^Take the desk/
  await second.getByRole('button', { name: take }).waitFor()
  expect(await heightOf(second, take)).toBe(FINGER_PX)
})

test('DEPT-9: before a cue of theirs was called nobody is asked what became of it, and then nothing moves', async () => {
  const post = { name: 'Lights', roles: ['dept'], department: 'lx' } as const
  const lights = await openDevice(browser, await house.invite(post), laptop)
  await lights.getByText('Once a cue of yours is called, say here what became of it.').waitFor()
  const complete = lights.getByText('complete', { exact: false }).first()
  expect(await complete.isVisible()).toBe(false)
  const face = await lights.getByRole('main').boundingBox()
  await house.press({ name: 'act.up', act: 1 })
  await house.callUntil((moment) => moment.index > 0)
  await lights.getByText('LX 1 was').waitFor()
  expect(await complete.isVisible()).toBe(true)
  expect(await lights.getByRole('main').boundingBox()).toEqual(face)
})

test('DESK-66: on a phone GO names all that it would call, and nothing on the desk is cut off', async () => {
  const next = await house.callUntil((moment) => moment.cues.length >= 4)
  if (!next) throw new Error('the demo has a crowded moment')
  await house.press({ name: 'standby.give', moment: next.id })
  await house.press({ name: 'clear.say', moment: next.id })
  const desk = await openDevice(browser, await house.server.deskLink(), phone)
  const go = desk.getByRole('button', { name: /^GO/ })
  await go.locator('svg').waitFor()
  const words = await go.textContent()
  for (const { number } of next.cues) expect(words).toContain(number)
  const { clipped, overlapping, shortened } = await layoutOf(desk, FINGER_PX / 2)
  expect({ clipped, overlapping }).toEqual({ clipped: [], overlapping: [] })
  expect(shortened.filter((one) => one.includes('SND'))).toEqual([])
  const box = await go.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(72)
  expect(box?.width).toBeGreaterThan(320)
})
