// Links in a browser that has had another one: a dead link, and the fresh one pasted into the same tab.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

const phone = { width: 360, height: 780 }

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

test('LINK-28: a fresh link in the tab of a dead one is taken, though it differs only behind the #', async () => {
  const fresh = await house.invite({ name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' })
  const dead = `${house.server.address}/join#device-nobody.abcdefghijklmnopqrstuvwxyz`
  const page = await openDevice(browser, dead, phone)
  await page.getByText(/not good any more/).waitFor()
  // As when it is pasted into the address: the browser loads nothing for it.
  await page.evaluate((link) => location.assign(link), fresh)
  await page.getByRole('heading', { name: 'Nkechi' }).waitFor()
  expect(new URL(page.url()).hash).toBe('')
})

test('LINK-19: a wing’s tablet and a room’s screen open by their addresses', async () => {
  for (const [place, path, words] of [
    ['sl2', '/wing', /^Wing, /],
    ['dr4', '/room', /^Dressing room/],
  ] as const) {
    const roles = path === '/wing' ? (['ASM'] as const) : (['callboard'] as const)
    const page = await openDevice(
      browser,
      await house.invite({ name: 'Dressing room 4', roles, place }),
      phone,
    )
    await page.getByText('live', { exact: true }).waitFor()
    await page.goto(`${house.server.address}${path}`)
    await page.getByRole('heading', { name: words }).waitFor()
  }
})
