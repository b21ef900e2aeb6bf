// Tonight printed in one press from a real desk, and the desk's report laid beside the paper one.

import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { chromiumAt, chromiumFlags, launchChromium } from '../kit/browser.ts'
import { paperShow } from '../kit/paper-show.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { type House, openHouseOn } from '../screens/house.ts'

let browser: Browser
let house: House
let desk: Page
let second: Page
const size = { width: 1180, height: 820 }
/** 18:51:20 by the clock on the wall. */
const BEGAN_AT = instant(Date.UTC(2026, 8, 17, 17, 51, 20))

const prints = () => house.server.stage.night()?.owner.state().prints ?? []
const pictures = process.env['GHOSTLIGHT_PICTURES']
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

beforeAll(async () => {
  browser = await launchChromium()
  const show = paperShow()
  house = await openHouseOn(BEGAN_AT, { text: JSON.stringify(show), show })
  desk = await openDevice(browser, await house.server.deskLink(), size)
  second = await openDevice(browser, await house.invite({ name: 'Second desk', roles: ['SM'] }), size)
  await desk.getByLabel('Calling', { exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** What the press of a form is answered with: the browser hands a PDF to whatever opens it. */
async function printing(page: Page): Promise<string> {
  const answered = page.context().waitForEvent('response', (one) => one.url().endsWith('/api/print'))
  await page.getByRole('button', { name: 'Print tonight' }).click()
  const response = await answered
  return `${response.status()} ${response.headers()['content-type']}`
}

test('PAPER-14: one press prints the whole set, both desks know, and a cut says which sheets are old', async () => {
  await desk.getByText('Sheets', { exact: true }).click()
  await desk.getByText('Not printed yet tonight.').waitFor()
  await picture(desk, 'print-before')
  expect(await printing(desk)).toBe('200 application/pdf')
  await expect.poll(() => prints()[0]?.sheets.length).toBeGreaterThan(6)
  await desk.getByText(/Last printed at 18:5\d by this desk/).waitFor()
  await second.getByText('Sheets', { exact: true }).click()
  await second.getByText(/Last printed at 18:5\d by Prompt desk/).waitFor()
  await house.press({ name: 'cue.cut', moment: id<'moment'>('lx-4') })
  for (const page of [desk, second])
    await page.getByText(/Changed since printed at 18:5\d: Cue sheet, Cue sheet · Lights\./).waitFor()
  await picture(desk, 'print-changed')
  expect(await violationsOf(desk)).toEqual([])
  expect(await overflowOf(desk)).toBe(0)
})

test('PAPER-14: chosen sheets are printed and no others, by keyboard too', async () => {
  await desk.getByLabel('All of them').press('Space')
  await expect.poll(() => desk.getByRole('button', { name: 'Print tonight' }).isDisabled()).toBe(true)
  await desk.getByLabel('Incident card').press('Space')
  await desk.getByLabel('Size').selectOption('Letter')
  await printing(desk)
  await expect.poll(() => prints()[1]?.sheets.map(({ sheet }) => sheet)).toEqual(['incident'])
  await desk.getByLabel('All of them').press('Space')
})

test('BESIDE-5: the desk alone runs: no screen is counted, and the switch says so', async () => {
  await desk.getByText('This desk', { exact: true }).click()
  await desk.getByRole('button', { name: 'Run beside the paper' }).click()
  await desk.getByRole('banner').getByText('beside the paper').waitFor()
  expect(house.server.stage.night()?.owner.state().calling.rules).toEqual({
    twoStep: false,
    besidePaper: true,
  })
  await picture(desk, 'beside-desk')
  await desk.getByRole('button', { name: 'Run beside the paper' }).click()
  await desk
    .getByRole('banner')
    .getByText(/screens/)
    .waitFor()
})

test('BESIDE-2, BESIDE-4: the paper’s times are typed, compared line by line and kept', async () => {
  await house.press({ name: 'act.up', act: 1 })
  const page = await desk.context().newPage()
  await page.goto(`${house.server.address}/beside`)
  await page.getByRole('button', { name: 'Put in the lines to fill in' }).click()
  const field = page.getByLabel('The paper report’s times')
  await expect.poll(() => field.inputValue()).toContain('Act 1 up')
  await field.fill('Act 1 up 18:48\nlovely house')
  await page.getByText('Line 2 is not understood: “lovely house”.').waitFor()
  expect(await page.getByRole('button', { name: 'Keep with tonight' }).isDisabled()).toBe(true)
  await field.fill('Act 1 up 18:48\nLX 24 late')
  await page.getByText(/Differs by [34]:00/).waitFor()
  await page.getByText('Not at the desk').waitFor()
  await page.getByRole('button', { name: 'Keep with tonight' }).click()
  await page.getByText(/^Kept at 18:5\d\.$/).waitFor()
  await picture(page, 'beside')
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflowOf(page)).toBe(0)
  await picture(page, 'beside-360')
  await page.reload()
  await expect.poll(() => field.inputValue()).toBe('Act 1 up 18:48\nLX 24 late')
})

test('DOOR-18: on the house’s own network, where the browser says of no form whose page it is, each press prints', async () => {
  const lan = await chromium.launch({
    executablePath: chromiumAt(),
    args: [...chromiumFlags, '--host-resolver-rules=MAP lamp.local 127.0.0.1'],
  })
  const { port } = house.server
  const link = (await house.invite({ name: 'LAN desk', roles: ['SM'] })).replace('127.0.0.1', 'lamp.local')
  expect(link).toContain(`lamp.local:${port}`)
  const page = await openDevice(lan, link, size)
  await page.getByRole('button', { name: 'Print tonight' }).waitFor()
  const word = page.locator('input[name=word]')
  await expect.poll(() => word.inputValue()).not.toBe('')
  const origins: (string | undefined)[] = []
  page.context().on('request', (one) => {
    if (one.url().endsWith('/api/print'))
      origins.push(one.headers()['origin'], one.headers()['sec-fetch-site'])
  })
  const before = prints().length
  for (const press of [1, 2, 3]) {
    const used = await word.inputValue()
    await page.getByRole('button', { name: 'Print tonight' }).click()
    await expect.poll(() => prints().length).toBe(before + press)
    // A word is good for one press: the next one goes with another.
    await expect.poll(() => word.inputValue()).not.toBe(used)
    await page.bringToFront()
  }
  // Were it otherwise, this test would prove nothing.
  expect(origins.slice(0, 2)).toEqual(['null', undefined])
  await lan.close()
})
