// Cards to print, as a stage manager makes them: chosen, made, scanned, hung, closed and made anew.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'
import { scan } from '../screens/scan.ts'

let browser: Browser
let house: House
let page: Page
let measure: Page
/** A machine that does much else. */
const LONG = { timeout: 30_000 }
const small = { width: 360, height: 780 }

const groups = () => house.server.stage.installation.state().groups
const openGroups = () => groups().filter((one) => one.linkHash !== null)

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  measure = await browser.newPage()
  page = await openDevice(browser, await house.invite({ name: 'A stage manager', roles: ['SM'] }), {
    width: 1180,
    height: 820,
  })
  await page.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await page.goto(`${house.server.address}/cards`)
  await page.getByRole('heading', { name: 'Cards to print' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const make = () => page.getByRole('button', { name: /^Make \d+ cards?$/ }).click()
const codeOn = (name: string) => page.getByRole('img', { name: `Code for ${name}`, exact: true })

test('NETWORK-10: the chosen cards are made, one link after the other, and whoever points a camera at one is let in to what it is for', async () => {
  await page.getByRole('button', { name: 'None' }).click()
  for (const name of ['Dressing room 4, chorus', 'Stage door', 'Left, in two', 'Lights'])
    await page
      .getByRole('checkbox', { name: new RegExp(`^${name}`) })
      .first()
      .check()
  await make()
  await codeOn('Dressing room 4, chorus').waitFor()
  await expect.poll(() => page.getByRole('article').count(), LONG).toBe(4)
  expect(
    openGroups()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Dressing room 4, chorus', 'Left, in two', 'Lights', 'Stage door'].toSorted())
  const room = await scan(codeOn('Dressing room 4, chorus'), measure)
  expect(room.contrast).toBeGreaterThan(4.5)
  const phone = await openDevice(browser, room.text, small)
  await phone.getByText('live', { exact: true }).waitFor()
  await phone.getByRole('heading', { name: /Dressing room 4, chorus/ }).waitFor()
  const lights = await openDevice(browser, (await scan(codeOn('Lights'), measure)).text, small)
  await lights.getByText('live', { exact: true }).waitFor()
  const joined = house.server.stage.installation.state().devices.filter((one) => one.group !== null)
  expect(joined.map(({ roles, person }) => [roles, person])).toEqual([
    [['callboard'], null],
    [['dept'], null],
  ])
  await phone.context().close()
  await lights.context().close()
})

test('NETWORK-11: on each card stand place, code, address, purpose, until when, and that nobody needs a phone', async () => {
  const card = page.getByRole('article', { name: 'Stage door' })
  for (const words of [
    /^Stage door · Slack Water/,
    /Point your phone’s camera at the code/,
    new RegExp(`Type http://localhost:${house.server.port} and ask the stage manager`),
    'Nobody needs a phone: the wing tablet, the callboard and the paper say the same.',
    /^Good until \d\d:\d\d, /,
  ])
    await card.getByText(words).waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
})

test('NETWORK-11: it prints black on white, on A4 and Letter, four to a page or one', async () => {
  await page.emulateMedia({ media: 'print' })
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  await page.emulateMedia({ media: null })
  const pages = async () =>
    ((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [])
      .length
  for (const format of ['A4', 'Letter']) {
    await page.getByLabel('Paper').selectOption(format)
    await page.getByLabel('On a page').selectOption('four')
    expect([format, 'four', await pages()]).toEqual([format, 'four', 1])
    await page.getByLabel('On a page').selectOption('one')
    expect([format, 'one', await pages()]).toEqual([format, 'one', 4])
  }
  // Each goes its own way, and says whose copy it is (KEEP-25).
  const said = await page.locator('article [data-printed]').allTextContents()
  expect(said).toHaveLength(4)
  for (const line of said)
    expect(line).toMatch(/^Printed \d\d? \w+ \d{4}, \d\d:\d\d:\d\d by \S.* · copy \w{4}$/)
  await page.getByLabel('On a page').selectOption('four')
})

test('NETWORK-12: a card whose link was closed says so and does not print; made anew it closes the one before; a reload keeps the good ones', async () => {
  const door = openGroups().find((one) => one.name === 'Stage door')
  if (!door) throw new Error('the stage door has a link')
  const command = { name: 'group.revoke', group: door.id, devices: false } as const
  await house.server.stage.installation.submit({ id: 'close', by: theMachine, madeAt: instant(0), command })
  const card = page.getByRole('article', { name: 'Stage door' })
  await card.getByText(/Not good any more/).waitFor()
  await page.getByText(/1 card below is not good any more/).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await card.isVisible()).toBe(false)
  await page.emulateMedia({ media: null })
  const before = new Set(openGroups().map((one) => one.id))
  await make()
  await codeOn('Stage door').waitFor()
  await expect.poll(() => openGroups().filter((one) => !before.has(one.id)).length, LONG).toBe(4)
  await expect.poll(() => openGroups().length).toBe(4)
  await page.reload()
  await codeOn('Stage door').waitFor()
  await expect.poll(() => page.getByRole('article').count()).toBe(4)
})

test('NETWORK-15: cards hang for weeks, a department’s for one; all that are open are renewed in one press and stay as they are', async () => {
  await page.getByLabel('Good for').selectOption('4 weeks')
  await page.getByRole('button', { name: 'None' }).click()
  for (const name of ['Stage door', 'Lights'])
    await page
      .getByRole('checkbox', { name: new RegExp(`^${name}`) })
      .first()
      .check()
  const before = new Set(openGroups().map((one) => one.id))
  const linkOf = () => codeOn('Stage door').getAttribute('data-link')
  const hung = await linkOf()
  await make()
  await expect.poll(() => openGroups().filter((one) => !before.has(one.id)).length, LONG).toBe(2)
  await expect.poll(linkOf).not.toBe(hung)
  const days = () =>
    Object.fromEntries(openGroups().map((one) => [one.name, (one.until - house.now()) / 86_400_000]))
  expect(Math.round(days()['Stage door'] ?? 0)).toBe(28)
  expect(Math.round(days()['Lights'] ?? 0)).toBe(7)
  const code = await linkOf()
  house.moveOn(6 * 86_400)
  await page.getByRole('button', { name: 'Renew all that hang, for another week' }).click()
  await page.getByText('Renewed: the cards that hang are good for another week.').waitFor()
  expect(Math.round(days()['Lights'] ?? 0)).toBe(7)
  expect(await linkOf()).toBe(code)
  expect(await violationsOf(page)).toEqual([])
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  for (const width of [1180, 360]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowOf(page)).toBe(0)
    if (pictures) await page.screenshot({ path: `${pictures}/cards-${width}.png` })
  }
})

test('NETWORK-10: whoever does not let screens in makes no cards', async () => {
  const board = await openDevice(browser, await house.invite({ name: 'Board', roles: ['callboard'] }), small)
  await board.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await board.goto(`${house.server.address}/cards`)
  await board.getByText('A stage manager makes the cards.').waitFor()
})
