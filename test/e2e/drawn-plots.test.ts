// The plots of the demo show by keyboard, as tables and on paper.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'
import { desktop } from '../screens/screen.ts'

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

test('PLOT-8: arrow keys walk the marks with their words, the same stands in a table, and each is one page of paper', async () => {
  const page = await openDevice(browser, await house.invite({ name: 'SM', roles: ['SM'] }), desktop)
  await page.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await page.goto(`${house.server.address}/plots`)
  const figure = page.getByRole('figure', { name: 'Who is on stage when' })
  await figure.locator('[role="img"][tabindex="0"]').focus()
  const said = figure.getByRole('status')
  const before = await said.textContent()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => said.textContent()).not.toBe(before)
  const words = await said.textContent()
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(words)
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => said.textContent()).toMatch(/^EZR/)
  expect(await figure.locator('[role="img"][tabindex="0"]').count()).toBe(1)
  await figure.getByText('As a table').click()
  await figure.getByRole('table').getByText(/^EZR/).first().waitFor()
  await figure.getByText('As a table').click()
  for (const [hash, title] of [
    ['stage', 'Who is on stage when'],
    ['doubling', 'Who plays which parts when'],
    ['cues', 'How thick the cues lie'],
    ['places', 'The house, and the ways through it'],
  ] as const) {
    await page.evaluate((to) => {
      location.hash = to
    }, hash)
    await page.getByRole('figure', { name: title }).waitFor()
    const paper = await page.pdf({ format: 'A4' })
    expect([hash, paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length]).toEqual([hash, 1])
  }
})
