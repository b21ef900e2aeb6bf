// Front of house and the desk on one evening: the count, clearance, a wait that is asked for, and a word.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { linkFor } from '../kit/links.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

let browser: Browser
let house: House
let desk: Page
let foh: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 18, 5, 20)))
  desk = await openDevice(browser, await house.server.deskLink(), { width: 1440, height: 900 })
  await desk.locator('[data-strip]').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const atDesk = () => desk.getByRole('region', { name: 'Front of house' })
/** Where everything stands that a hand goes to: the house has the last place above the notes, and they give way. */
const controls = () =>
  Promise.all(
    [
      desk.getByRole('button', { name: /^GO/ }),
      desk.getByRole('button', { name: /Ask round/ }),
      desk.getByRole('button', { name: /^\+1 min/ }),
      desk.getByRole('button', { name: 'Pair a screen' }),
    ].map((one) => one.boundingBox()),
  )

test('FOH-9: the desk makes the link, and its device opens front of house’s own screen', async () => {
  const link = await linkFor(desk, 'Front of house')
  expect(link).toContain('/join#')
  foh = await openDevice(browser, link, { width: 360, height: 780 })
  await foh.getByRole('heading', { name: 'Front of house' }).waitFor()
})

test('FOH-11: what front of house says stands at the desk in one line', async () => {
  await expect.poll(() => atDesk().textContent()).toContain('No word yet on doors or count')
  const before = await controls()
  await press(foh, 'House is open')
  await foh.getByLabel('How many are in').fill('411')
  await foh.getByLabel('How many are in').press('Enter')
  await press(foh, 'One more')
  await expect
    .poll(() => atDesk().textContent())
    .toMatch(/House: open \d\d:\d\d · 411 in · 1 latecomer waits/)
  expect(await controls()).toEqual(before)
  await press(foh, /clearance, act 1/)
  await desk.getByText('House is clear for act 1').waitFor()
})

test('FOH-11, FOH-7: the desk answers a wait in one press, and the act goes up later', async () => {
  await foh.getByText('5 min', { exact: true }).click()
  await foh.getByLabel('Why, in a few words').fill('A coach is late')
  await press(foh, 'Ask to wait 5 min')
  await expect.poll(() => atDesk().textContent()).toContain('House asks: act 1 wait 5 min, A coach is late')
  const before = await controls()
  await atDesk().getByRole('button', { name: 'Yes, +5 min' }).click()
  await foh.getByText(/the desk says yes/).waitFor()
  await expect.poll(() => desk.locator('body').textContent()).toMatch(/Act 1 up 19:50/)
  expect(await controls()).toEqual(before)
})

test('FOH-5, FOH-6: please speak to me is one touch, and can be taken back or answered', async () => {
  await press(foh, 'Please speak to me')
  await expect.poll(() => atDesk().textContent()).toContain('House asks: please speak to me')
  await press(foh, /^Take back$/)
  await expect.poll(() => atDesk().textContent()).toContain('The house asks nothing')
  await press(foh, 'Please speak to me')
  await atDesk().getByRole('button', { name: 'Will do' }).click()
  await foh.getByText(/The desk will speak to you/).waitFor()
})

test('FOH-10: the report has the house', async () => {
  const paper = await desk.context().newPage()
  await paper.goto(new URL('/report', desk.url()).href)
  await paper.getByRole('table', { name: 'House' }).waitFor()
  const text = await paper.getByRole('article').textContent()
  for (const said of ['House open', '411 people in', 'Clearance, act 1', 'The desk: yes'])
    expect(text).toContain(said)
})
