// Another order in a real browser: chosen, read, accepted twice, and on the other screens at once.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { demoShow } from '../kit/demo-show.ts'
import { root } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
let house: ServedHouse
beforeAll(async () => {
  browser = await launchChromium()
  house = await openServedHouse({ show: demoShow(), webDir: join(root, 'dist/web') })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function open(path: string, post: Parameters<ServedHouse['invite']>[0]): Promise<Page> {
  const { page } = await newDevice(browser, { width: 1440, height: 900 })
  await page.goto(`${house.server.address}/join#${await house.invite(post)}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  if (path !== '/') await page.goto(`${house.server.address}${path}`)
  return page
}

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

async function isWell(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, 44)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
  const { wide, width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(wide).toBeLessThanOrEqual(width)
}

const orders = () => house.server.stage.night()?.owner.state().order.versions ?? []

/** A guarded control takes a second press only when it cannot be a double click. */
async function twice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForTimeout(700)
  await page.getByRole('button', { name: /^Again/ }).click()
}

test('REORDER-18, REORDER-26, COVERING-36: bars are gone round in longer and an entrance is waited for; a number is cut by keyboard and finger at three widths, told by a person, accepted twice, and gone from every screen', async () => {
  const page = await open('/re-order', { roles: ['SM'] })
  const board = await open('/', { roles: ['callboard'] })
  const order = page.getByRole('region', { name: 'Tonight’s order' })
  await isHeldIn(page)
  await order.getByRole('button', { name: '5 It Has Never Been Wrong' }).focus()
  await page.keyboard.press('Enter')
  await look(page, 're-order-chosen')
  await page.getByRole('button', { name: 'Cut it' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^(\d+ things lack|1 thing lacks|Nothing lacks) seconds/).waitFor()
  await page.getByText('Medal in a velvet box is at TRAP: to be carried to', { exact: false }).waitFor()
  for (const [width, height] of [
    [1440, 900],
    [1180, 820],
    [360, 780],
  ] as const) {
    await page.setViewportSize({ width, height })
    await look(page, `re-order-${width}`)
    await isWell(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await twice(page, 'Accept this order')
  await page.getByText('say who told them in person', { exact: false }).waitFor()
  expect(orders()).toEqual([])
  await page.getByLabel('Who told them, in person?').selectOption({ index: 1 })
  await page.waitForTimeout(1_100)
  await twice(page, 'Accept this order')
  await page.getByText(/^In force: order 1/).waitFor()
  await order.getByText('cut tonight').waitFor()
  await look(page, 're-order-accepted')
  expect(orders()).toMatchObject([{ version: 1, heard: 'silent', changes: [{ kind: 'cut', item: 'n5' }] }])
  const desk = await open('/', { roles: ['caller'] })
  await desk.getByLabel('Calling', { exact: true }).waitFor()
  await desk.getByText('cut tonight').first().waitFor()
  await look(desk, 're-order-desk')
  await page.getByRole('button', { name: 'Back to the rehearsed order' }).click()
  await page
    .getByText('It brings nothing that does not fit.')
    .or(page.getByText(/to know$/))
    .waitFor()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await page.getByText('Nothing is drafted.').first().waitFor()
  for (const one of [page, board, desk]) await one.context().close()
})

/** Of one item that has bars to go round in and people who come on; then it is left. */
async function isHeldIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '10a The Line' }).click()
  await isSaidByEnter(page)
  await page.getByLabel(/^Go round longer at bar 5, out on/).selectOption({ label: '10 s' })
  await page.getByText('The band goes round 10 s longer', { exact: true }).waitFor()
  await page.getByLabel('Wait in it, before').selectOption({ index: 1 })
  await page.getByLabel('Wait there for').selectOption({ label: '30 s' })
  await page.getByText('Wait 30 s in 10a The Line', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await page.getByText('Nothing is drafted.').first().waitFor()
}

/** Two arrows are no drafts, going on says nothing, and Enter says the one that stands there. */
async function isSaidByEnter(page: Page): Promise<void> {
  const later = page.getByLabel('Begin later by')
  const walkTo = async (...keys: readonly string[]) => {
    await later.focus()
    for (const key of keys) await page.keyboard.press(key)
  }
  await walkTo('ArrowDown', 'ArrowDown')
  await page.getByText('Enter: this one').waitFor()
  await page.keyboard.press('Tab')
  await page.getByText('Enter: this one').waitFor({ state: 'detached' })
  await walkTo('ArrowDown', 'ArrowDown', 'Enter')
  await page.getByText('Wait 20 s before 10a The Line', { exact: true }).waitFor()
  expect(await page.getByText(/^Wait \d+ s before 10a/).count()).toBe(1)
}
