// A code of one's own in real browsers: given on a screen, drawn on a phone, typed at the stage door, read off a card; and help.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'
import { scan } from '../screens/scan.ts'

let browser: Browser
let house: House
let codes: Page
let sheet: Page
let door: Page
let phone: Page
let measure: Page

const LONG = { timeout: 30_000 }

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  measure = await browser.newPage()
  const manager = async (path: string) => {
    const link = await house.invite({ name: 'A stage manager', roles: ['SM'] })
    const page = await openDevice(browser, link, { width: 1180, height: 820 })
    await page.waitForFunction(() => location.hash === '' && location.pathname === '/')
    await page.goto(`${house.server.address}${path}`)
    return page
  }
  codes = await manager('/door-codes')
  sheet = await manager('/sign-in')
  const kiosk = await house.invite({ name: 'Stage door', roles: ['kiosk'] })
  door = await openDevice(browser, kiosk, { width: 1024, height: 768 })
  const post = { name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' } as const
  phone = await openDevice(browser, await house.invite(post), { width: 360, height: 780 })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const people = () => house.server.stage.night()?.plan.show.people ?? []
const nameOf = (person: string) => people().find(({ id }) => id === person)?.name ?? ''
const signsOf = (person: string) =>
  house.server.stage
    .night()
    ?.owner.state()
    .attendance.people.find((one) => one.person === person)
    ?.marks.map(({ sign }) => sign) ?? []
const touch = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const others = () => people().filter(({ id }) => id !== 'nkechi')

async function type(code: string): Promise<void> {
  for (const digit of code) await touch(door, digit)
}

test('ATTENDANCE-29: where nobody has a code the stage door says so in one line, and signs by name', async () => {
  await door.getByText(/Nobody has a code of their own yet/).waitFor()
  await touch(door, others()[0]?.name ?? '')
  await door.getByRole('status').getByText(`${others()[0]?.name}: in`).waitFor()
})

test('ATTENDANCE-28: one’s own code is drawn on one’s own phone, and typed after one’s name; nothing else signs', async () => {
  await touch(phone, 'My code for the stage door')
  const said = await phone.getByText(/^Your code is \d{4}/).textContent()
  const code = said?.match(/\d{4}/)?.[0] ?? ''
  await expect.poll(() => door.getByText(/Nobody has a code/).count()).toBe(0)
  await touch(door, nameOf('nkechi'))
  await type(code.replace(/^./, (digit) => String((Number(digit) + 1) % 10)))
  await door.getByText(/Type your own code again/).waitFor()
  expect(signsOf('nkechi')).toEqual([])
  await type(code)
  await door
    .getByRole('status')
    .getByText(`${nameOf('nkechi')}: in`)
    .waitFor()
  expect(signsOf('nkechi')).toEqual(['in'])
  // The names are back for whoever is next.
  await door.getByRole('button', { name: others()[0]?.name ?? '', exact: true }).waitFor()
  expect(await violationsOf(phone)).toEqual([])
})

test('ATTENDANCE-33: a card held under the scanner signs whom it names, by keyboard alone, and never in a field', async () => {
  await codes.getByRole('button', { name: /^Give codes to the \d+ who have none$/ }).click()
  const cards = codes.getByRole('article')
  await expect.poll(() => cards.count(), LONG).toBe(people().length - 1)
  await codes.getByText(/These stand here once/).waitFor()
  const [person] = others().slice(1)
  const name = person?.name ?? ''
  const { text, contrast } = await scan(
    codes.getByRole('img', { name: `Code for ${name}`, exact: true }),
    measure,
  )
  expect(contrast).toBeGreaterThan(4.5)
  expect(text).toMatch(new RegExp(`^ghostlight\\.${person?.id}\\.\\d{4}$`))
  await touch(door, 'I am a visitor')
  await door.getByLabel('Your name').fill('')
  await door.getByLabel('Your name').focus()
  await door.keyboard.type(text)
  await door.keyboard.press('Enter')
  expect(signsOf(person?.id ?? '')).toEqual([])
  await touch(door, 'I am coming in')
  await door.keyboard.type(text)
  await door.keyboard.press('Enter')
  await door.getByRole('status').getByText(`${name}: in`).waitFor()
  expect(signsOf(person?.id ?? '')).toEqual(['in'])
  // By hand, at the keyboard.
  await touch(door, 'I am going home')
  await touch(door, name)
  await door.keyboard.type(text.slice(-4))
  await door.getByRole('status').getByText(`${name}: out`).waitFor()
})

test('ATTENDANCE-32: whoever has forgotten theirs has stage management told, who sees to it', async () => {
  const [, , person] = others()
  const name = person?.name ?? ''
  await touch(door, 'I am coming in')
  await touch(door, name)
  await touch(door, 'Help me sign in')
  await door
    .getByText(`${name}: stage management has been told that you are at the stage door. They sign you in.`)
    .waitFor()
  await sheet.getByText(`${name} asks to be signed in`, { exact: false }).waitFor()
  await touch(sheet, `${name}: in`)
  await expect.poll(() => sheet.getByText(`${name} asks to be signed in`).count()).toBe(0)
  expect(signsOf(person?.id ?? '')).toEqual(['in'])
})

test('ATTENDANCE-30: no code lies on the tablet, the pad is whole by axe, and it fits a phone and large type', async () => {
  await touch(door, nameOf('nkechi'))
  await door.getByRole('region', { name: /type your four digits/ }).waitFor()
  expect(await violationsOf(door)).toEqual([])
  for (const width of [360, 1180, 1440]) {
    await door.setViewportSize({ width, height: 800 })
    expect([width, await overflowOf(door)]).toEqual([width, 0])
  }
  const kept = await door.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toContain('door.sign')
  expect(await violationsOf(codes)).toEqual([])
})
