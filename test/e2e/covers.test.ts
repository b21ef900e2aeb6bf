// Who can cover, from the screen: pasted, put right, typed by keyboard, put into another order of what counts, and removed.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { coverShow } from '../kit/cover-evening.ts'
import { root } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
let house: ServedHouse
beforeAll(async () => {
  browser = await launchChromium()
  house = await openServedHouse({ show: coverShow, webDir: join(root, 'dist/web') })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function isWell(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, 44)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0)
}

const covers = async () => (await house.server.stage.published())?.covers

test('EDIT-40, EDIT-41, PASTE-12: a dance captain’s sheet is pasted and put right, a row typed by keyboard, and what counts put in another order', async () => {
  const { page } = await newDevice(browser, { width: 1180, height: 820 })
  await page.goto(`${house.server.address}/join#${await house.invite({ roles: ['caller', 'SM'] })}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  await page.goto(`${house.server.address}/show#covers`)
  await page.getByText('Paste who can cover').first().click()
  const text = page.getByRole('textbox', { name: 'Paste who can cover' })
  await text.fill('Who\tTrack\tLevel\tUntil\nDee\te3\tput in\t2031-12-31\nZoe\te3\tyes\t')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText(/“Zoe” is nobody in the company/).waitFor()
  await look(page, 'covers-pasted')
  await text.fill('Who\tTrack\tLevel\tUntil\nDee\te3\tput in\t2031-12-31\nFay\te3\twords\t')
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('button', { name: 'Keep these 2 rows' }).click()
  await expect.poll(async () => (await covers())?.competences.length).toBe(5)
  await isTyped(page)
  await page.getByRole('button', { name: /^Sooner: the dance captain/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await covers())?.levels?.slice(-2)).toEqual(['preference', 'fairness'])
  await look(page, 'covers-laptop')
  await isWell(page)
  await page.setViewportSize({ width: 360, height: 780 })
  await look(page, 'covers-phone')
  await isWell(page)
  await page.context().close()
})

/** Only what its kind needs has a field; the keyboard goes on with the next row. */
async function isTyped(page: Page): Promise<void> {
  const entry = page.getByRole('form', { name: 'The next one' })
  await entry.getByRole('combobox', { name: 'Who', exact: true }).selectOption({ label: 'Dee Whole' })
  await entry
    .getByRole('combobox', { name: 'What', exact: true })
    .selectOption({ label: 'may do a lift or fight with' })
  expect(await entry.getByRole('combobox', { name: 'Track', exact: true }).count()).toBe(0)
  await entry.getByRole('combobox', { name: 'With', exact: true }).selectOption({ label: 'Ben Whole' })
  await entry.getByRole('textbox', { name: 'What exactly' }).focus()
  await page.keyboard.type('the lift')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await covers())?.clearances)
    .toEqual([{ people: ['dee', 'ben'], what: 'the lift' }])
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-first'))).toBe(true)
  const gone = page.getByRole('button', { name: /^Remove Dee Whole, may do a lift/ })
  await gone.click()
  await page.getByRole('button', { name: /^Remove: again Dee Whole, may do a lift/ }).click()
  await expect.poll(async () => (await covers())?.clearances).toEqual([])
}
