// The devices of a house in a real browser: let in by codes and links, found, named, sent about and removed by keyboard.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { themes } from '../../src/web/ui/display-settings.ts'
import { launchChromium } from '../kit/browser.ts'
import { luminanceOf, openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { LUMINANCE_MAX } from '../screens/gallery.ts'
import { type House, openHouse } from '../screens/house.ts'
import { scan } from '../screens/scan.ts'

const desktop = { width: 1440, height: 900 }
const small = { width: 360, height: 780 }

let browser: Browser
let house: House
let desk: Page
let measure: Page
let phone: Page
let rooms: readonly Page[] = []

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  desk = await openDevice(browser, await house.server.deskLink(), desktop)
  measure = await browser.newPage()
  await desk.getByLabel('Calling', { exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const TABS_MAX = 120

/** Goes on with Tab until the keyboard is there, as somebody without a mouse does. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor()
  for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
    if (await what.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not get there')
}

/** Goes through the choices with the arrow until the one that begins with these words. */
async function choose(label: string, words: string): Promise<void> {
  const field = desk.getByLabel(label, { exact: true })
  await tabTo(desk, field)
  const shown = () => field.evaluate((node) => (node as HTMLSelectElement).selectedOptions[0]?.label ?? '')
  await desk.keyboard.press('Home')
  for (let steps = await field.locator('option').count(); steps > 0; steps -= 1) {
    if ((await shown()).startsWith(words)) return
    await desk.keyboard.press('ArrowDown')
  }
  expect(await shown()).toMatch(words)
}

async function pressButton(name: string | RegExp): Promise<void> {
  await tabTo(desk, desk.getByRole('button', { name }))
  await desk.keyboard.press('Enter')
}

async function guarded(name: string | RegExp): Promise<void> {
  await desk.waitForTimeout(1_100)
  await pressButton(name)
  await desk.waitForTimeout(650)
  await desk.keyboard.press('Enter')
}

const code = () => desk.getByRole('img', { name: 'Code for a camera' })
const devices = () => house.server.stage.installation.state().devices.filter((one) => one.revokedAt === null)
const named = (name: string) => devices().find((one) => one.name === name)
const lineOf = (name: string) => desk.getByRole('button', { name: new RegExp(`^${name}`) })

test('DESK-40, DESK-41, DESK-42: by keyboard the desk makes a phone’s code, and whoever points a camera at it is that phone', async () => {
  await pressButton('Pair a screen')
  await choose('What the screen is for', 'Somebody')
  await choose('Whose phone', 'Nkechi')
  await pressButton('Make a link')
  const { text, contrast } = await scan(code(), measure)
  expect(text).toBe(await desk.getByLabel('The link').inputValue())
  // The desk itself is open at 127.0.0.1, where no phone finds it.
  expect(text.startsWith(`http://localhost:${house.server.port}/join#device-`)).toBe(true)
  expect(contrast).toBeGreaterThan(4.5)
  for (const theme of themes) {
    await desk.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
    const again = await scan(code(), measure)
    expect([theme, again.text, again.contrast > 4.5]).toEqual([theme, text, true])
  }
  await desk.evaluate((to) => document.documentElement.setAttribute('data-theme', to), themes[0])
  await desk.getByText('It works once, for one device.').waitFor()
  phone = await openDevice(browser, text, small)
  await phone.getByText('Nkechi').first().waitFor()
  expect(named('Nkechi’s phone')).toMatchObject({ roles: ['perf'], person: 'nkechi' })
})

test('DESK-18, INSTALLATION-18: the chaperone’s phone is a chaperone’s, and lists the children', async () => {
  await choose('Whose phone', 'Marguerite')
  await pressButton('Make a link')
  const { text } = await scan(code(), measure)
  const carer = await openDevice(browser, text, small)
  for (const child of ['Isla', 'Theo']) await carer.getByRole('heading', { name: child }).waitFor()
  expect(named('Marguerite’s phone')).toMatchObject({ roles: ['chap'], person: 'marguerite' })
  await carer.context().close()
})

test('DESK-44: the panel says that nobody needs a phone', async () => {
  await desk
    .getByText(/Nobody needs a phone: a shared tablet, the sheets on paper or a word in person/)
    .waitFor()
})

test('DESK-42: one code on a dressing room’s wall lets several in; they hold the room and are nobody’s', async () => {
  await choose('What the screen is for', 'A dressing')
  const place = await desk.getByLabel('Which place').locator('option').nth(1).textContent()
  await choose('Which place', place ?? '')
  await choose('How many devices', 'Up to 5')
  await pressButton('Make a link')
  const { text } = await scan(code(), measure)
  expect(text).toContain('/join#group-')
  rooms = [await openDevice(browser, text, small), await openDevice(browser, text, small)]
  for (const room of rooms) await room.getByText('live', { exact: true }).waitFor()
  const joined = devices().filter((one) => one.group !== null)
  expect(joined.map(({ name, person, roles }) => [name, person, roles])).toEqual([
    [`${place} · 1`, null, ['callboard']],
    [`${place} · 2`, null, ['callboard']],
  ])
  await desk.getByText(/^2 of 5, until \d\d:\d\d$/).waitFor()
})

test('DESK-42, DESK-45: a device is renamed and found: it shows its name, dim, lets touches through, and is as before', async () => {
  await tabTo(desk, lineOf('Nkechi’s phone'))
  await desk.keyboard.press('Enter')
  await tabTo(desk, desk.getByLabel('Name of Nkechi’s phone'))
  await desk.keyboard.press('Control+a')
  await desk.keyboard.type('Nkechi, spare phone')
  await desk.keyboard.press('Enter')
  await lineOf('Nkechi, spare phone').waitFor()
  expect(named('Nkechi, spare phone')).toBeDefined()
  await pressButton('Which one is it?')
  const plate = phone.getByText('Nkechi, spare phone')
  await plate.waitFor()
  // It stands there for a few seconds: what it is comes first, and then how it looks.
  expect(await plate.evaluate((node) => getComputedStyle(node).pointerEvents)).toBe('none')
  expect(await overflowOf(phone)).toBeLessThanOrEqual(0)
  await phone.waitForTimeout(300)
  expect(await luminanceOf(measure, await phone.screenshot())).toBeLessThanOrEqual(LUMINANCE_MAX)
  for (const room of rooms) expect(await room.getByText('This is', { exact: true }).count()).toBe(0)
  await plate.waitFor({ state: 'detached' })
})

test('DESK-42, DESK-43: a device is sent to another screen, shows it, and the desk says so with its lag and its clock', async () => {
  await choose('What Nkechi, spare phone shows', 'the board')
  await pressButton('Send it there')
  await phone.getByText(/^performance/).waitFor()
  await desk.getByText('Shows the board, sent there by the desk.').waitFor()
  await desk.getByText(/^Answers in \d+ ms, last in \d+ ms\.$/).waitFor()
  // The house of this test lives on another day.
  await desk.getByText(/^Its clock is .+, give or take \d+ ms\.$/).waitFor()
  await phone.reload()
  await phone.getByText(/^performance/).waitFor()
  await choose('What Nkechi, spare phone shows', 'what it')
  await pressButton('Send it there')
  await phone.getByText('Nkechi').first().waitFor()
})

test('DESK-42: a room’s screen is given its person by the desk, and is theirs', async () => {
  const [room] = devices().filter((one) => one.group !== null)
  await tabTo(desk, lineOf(room?.name ?? ''))
  await desk.keyboard.press('Enter')
  await choose(`Whose ${room?.name} is`, 'Nkechi')
  await pressButton('Give it to them')
  await rooms[0]?.getByText('Nkechi').first().waitFor()
  expect(devices().find((one) => one.id === room?.id)).toMatchObject({ person: 'nkechi', place: null })
})

test('DESK-20, DESK-42: the desk with all of this open has no fault that axe finds, and stays dark', async () => {
  expect(await violationsOf(desk)).toEqual([])
  expect(await overflowOf(desk)).toBeLessThanOrEqual(0)
  expect(await luminanceOf(measure, await desk.screenshot())).toBeLessThanOrEqual(LUMINANCE_MAX)
})

test('DESK-42: a removed device is told so and shows nothing of the show; a closed link lets nobody in', async () => {
  await tabTo(desk, lineOf('Nkechi, spare phone'))
  await desk.keyboard.press('Enter')
  await guarded('Remove Nkechi, spare phone')
  await phone.getByText('This device was signed off by the stage manager.').waitFor()
  await expect.poll(() => lineOf('Nkechi, spare phone').count()).toBe(0)
  const link = await desk.getByLabel('The link').inputValue()
  await guarded(/^Close the link/)
  await expect.poll(() => desk.getByText(/^2 of 5/).count()).toBe(0)
  const late = await openDevice(browser, link, small)
  await late.getByText('This link is not good any more. Ask the stage manager for a new one.').waitFor()
})

test('DESK-65: this desk is marked, an unused link is called a link and stands last, what is opened is in sight', async () => {
  await desk.getByText('Prompt desk · this desk').waitFor()
  await house.invite({ name: 'Prompt desk', roles: ['caller'] })
  const all = desk.getByRole('region', { name: 'All screens' })
  const link = all.getByRole('button', { name: /^Link for “Prompt desk” not used yet/ })
  await link.waitFor()
  const lines = await all.getByRole('list', { name: 'Screens' }).getByRole('button').allTextContents()
  expect(lines.findIndex((one) => one.startsWith('Link for'))).toBeGreaterThan(0)
  const before = lines.filter((one, index) => one.startsWith('Link for') !== index >= lines.length - 1)
  expect(before).toEqual([])
  await tabTo(desk, link)
  await desk.keyboard.press('Enter')
  const remove = desk.getByRole('button', { name: 'Remove Prompt desk' })
  await remove.waitFor()
  const [frame, row] = [await all.boundingBox(), await link.boundingBox()]
  expect(row?.y).toBeGreaterThanOrEqual((frame?.y ?? 0) - 1)
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0) + 1)
  await guarded('Remove Prompt desk')
  await link.waitFor({ state: 'detached' })
})

test('DESK-43, DESK-64: while the desk hears nothing, how long others have been silent stands still', async () => {
  await rooms[1]?.close()
  const silent = desk.getByText(/^silent \d+ s$/)
  await silent.waitFor()
  await house.pull()
  await desk.locator('[data-stale]').first().waitFor()
  // What is shown goes back to when it was last known to be so.
  await desk.waitForTimeout(1_200)
  const said = await silent.textContent()
  await desk.waitForTimeout(3_000)
  expect(await silent.textContent()).toBe(said)
  // DESK-64: nothing is said to be so that nobody can know.
  expect(await desk.getByText('saved', { exact: true }).isVisible()).toBe(false)
  expect(await desk.getByText(/^\d+ screens?/).isVisible()).toBe(false)
  expect(await desk.getByText('connected', { exact: true }).count()).toBe(0)
  await desk.getByText('was connected').first().waitFor()
})
