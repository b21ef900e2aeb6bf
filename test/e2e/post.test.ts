// The report by the house's own mail server, as a stage manager does it: entered, tried, sent, and told what came of it.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { shortShow } from '../kit/short-show.ts'
import { openSmtp, type Smtp } from '../kit/smtp.ts'
import { openDevice, violationsOf } from '../screens/browser.ts'
import { type House, openHouseOn } from '../screens/house.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
let house: House
let page: Page
let smtp: Smtp

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), shortShow())
  smtp = await openSmtp({ tls: 'offered', user: { name: 'desk', password: 'right' } })
  page = await openDevice(browser, await house.server.deskLink(), { width: 1180, height: 820 })
  await page.getByLabel('Calling', { exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await smtp?.close()
  await house?.close()
})

const kept = () => page.getByText('Kept.', { exact: true })
/** Sent is what is kept: before the house has it, it would send by what it had. */
async function keep(): Promise<void> {
  await page.getByRole('button', { name: 'Keep these' }).click()
  await kept().waitFor()
}

test('POST-1, POST-10: from the report to the mail server and back, with a wrong password on the way', async () => {
  await page.goto(`${house.server.address}/report`)
  await page.getByRole('link', { name: 'By the house’s mail server' }).click()
  await page.getByText('Nobody yet. Add an address below.').waitFor()
  expect(await page.getByRole('button', { name: 'Send the report to 0 addresses' }).isDisabled()).toBe(true)
  await page.getByLabel('Address', { exact: true }).fill('sm@house.example')
  await page.keyboard.press('Enter')
  await page.getByLabel('Server', { exact: true }).fill('127.0.0.1')
  await page.getByLabel('Secured by').selectOption('starttls')
  expect(await page.getByRole('spinbutton', { name: 'Port' }).inputValue()).toBe('587')
  await page.getByRole('spinbutton', { name: 'Port' }).fill(String(smtp.port))
  await page.getByLabel('User', { exact: true }).fill('desk')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await page.getByLabel('From which address').fill('desk@house.example')
  await keep()
  await page.getByRole('button', { name: 'Send the report to 1 address', exact: true }).click()
  await page.getByText('shows a certificate that this machine does not trust').waitFor()
  await page.getByLabel(/^Certificate of your own server/).fill(smtp.authority)
  await keep()
  await page.getByRole('button', { name: 'Send the report to 1 address', exact: true }).click()
  await page.getByText('The mail server did not take this user and password.').waitFor()
  await page.getByText('that is not the password').waitFor()
  await page.getByLabel(/^Password/).fill('right')
  // What was kept before is not said of a password that has just been typed.
  await kept().waitFor({ state: 'detached' })
  await keep()
  expect(await page.getByLabel(/^Password \(kept/).inputValue()).toBe('')
  expect(await kept().evaluate((one) => getComputedStyle(one).borderLeftWidth)).toBe('0px')
  await page.getByLabel('Test message to').fill('me@house.example')
  await page.getByRole('button', { name: 'Send a test message' }).click()
  await page.getByText(/^Accepted by the server at \d\d:\d\d: me@house.example$/).waitFor()
  await page.getByRole('button', { name: 'Send the report to 1 address', exact: true }).click()
  await page.getByText(/^Accepted by the server at \d\d:\d\d: sm@house.example$/).waitFor()
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  if (pictures) {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: `${pictures}/post-${width}.png`, fullPage: true })
    }
  }
  expect(smtp.taken.map(({ to, secured }) => [to, secured])).toEqual([
    [['me@house.example'], true],
    [['sm@house.example'], true],
  ])
})

test('POST-11, POST-12: a producer’s list is chosen, read and sent; it says nothing of what is not on it', async () => {
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.getByLabel('Address', { exact: true }).fill('producer@house.example')
  await page.getByLabel('Gets the report of').selectOption('a producer (by list)')
  await page.getByRole('checkbox', { name: 'Notes, as they were written' }).check()
  expect(await page.getByRole('checkbox', { name: 'What is to be done, and by whom' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Read theirs' }).click()
  await page.getByText('Not closed yet').first().waitFor()
  expect(await page.getByRole('link', { name: 'Save as text' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await keep()
  const send = page.getByRole('button', { name: 'Send the report to 2 addresses' })
  await send.waitFor()
  expect(await send.isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Read what is sent' }).click()
  const letter = page.getByRole('region', { name: 'producer@house.example' })
  await letter.getByText(/Times/).waitFor()
  expect(await letter.getByText(/Holds|no holds/i).count()).toBe(0)
  const { clipped, overlapping } = await layoutOf(page, 44)
  expect({ clipped, overlapping }).toEqual({ clipped: [], overlapping: [] })
  expect(await violationsOf(page)).toEqual([])
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  if (pictures) await page.screenshot({ path: `${pictures}/post-list.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 800 })
  if (pictures) await page.screenshot({ path: `${pictures}/post-list-360.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await send.click()
  await page.getByText(/^Accepted by the server at .*producer@house.example$/).waitFor()
  expect(smtp.taken.at(-1)?.to).toEqual(['producer@house.example'])
})
