// The company in a real browser: the half on the sign-in sheet, who comes later, sound's microphones, a child, and the covers.

import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice, overflowOf, type Size, violationsOf } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'
import { layoutOf } from '../screens/layout.ts'
import { phone, tablet } from '../screens/screen.ts'

const TOUCH_PX = 44
const laptop: Size = { width: 1180, height: 820 }

let browser: Browser
let house: House

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  await house.press({ name: 'presence.mode', mode: 'quiet' })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const night = () => {
  const open = house.server.stage.night()
  if (!open) throw new Error('no performance is open')
  return open.owner.state()
}
const marks = (person: string) => night().attendance.people.find((one) => one.person === person)?.marks ?? []

/** Nothing is cut off, nothing lies over another, nothing is lower than a finger, and axe has nothing to say. */
async function isWell(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, TOUCH_PX)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
}

/** `GHOSTLIGHT_LOOK=folder` keeps what was on the screen, to be looked at. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('ATTENDANCE-23, SCREENS-17: who comes later and who is on call is said in two touches on the sheet, without a field for why; printed, the list is whole', async () => {
  const post = { name: 'The list', roles: ['SM'], person: 'bashir' } as const
  const page = await openDevice(browser, await house.invite(post), laptop)
  await page.getByText('live', { exact: true }).first().waitFor()
  await page.goto(new URL('/sign-in', page.url()).href)
  const more = page.getByLabel(/^Honor .*: later, or not tonight$/)
  await more.getByText('Later, or not tonight…').click()
  expect(await more.locator('textarea, input').count()).toBe(0)
  await look(page, 'announce-laptop')
  await more.getByRole('button', { name: /: On call$/ }).click()
  await page.getByText(/^On call, here in 15 min/).waitFor()
  expect(marks('honor').at(-1)).toMatchObject({ sign: 'announced', as: 'on call', minutes: 15, until: null })
  await isWell(page)
  const hidden = () => page.getByRole('main').evaluate((main) => main.scrollHeight - main.clientHeight)
  expect(await hidden()).toBeGreaterThan(0)
  await page.emulateMedia({ media: 'print' })
  expect(await hidden()).toBe(0)
  await page.emulateMedia({ media: null })
  await page.setViewportSize(phone)
  await page
    .getByLabel(/^Bernadette .*: later, or not tonight$/)
    .getByText('Later, or not tonight…')
    .click()
  await look(page, 'announce-phone')
  await isWell(page)
  await page.context().close()
})

test('ATTENDANCE-26: at the half the sheet says what to say to the building, and keeps who has said it and rung', async () => {
  const post = { name: 'The assistant’s list', roles: ['ASM'], person: 'tomos' } as const
  const page = await openDevice(browser, await house.invite(post), tablet)
  await page.getByText('live', { exact: true }).first().waitFor()
  await page.goto(new URL('/sign-in', page.url()).href)
  await page.getByRole('heading', { name: 'Visitors' }).waitFor()
  expect(await page.getByRole('heading', { name: /^Not yet in at/ }).count()).toBe(0)
  await house.press({ name: 'call.give', call: 'half', act: 1 })
  const panel = page.getByLabel(/^Not yet in at the half/)
  await panel.getByText(/Would everybody who has not yet signed in/).waitFor()
  expect(await panel.getByRole('button', { name: /: Rung$/ }).count()).toBe(0)
  await look(page, 'half-tablet')
  await panel.getByRole('button', { name: 'I have said it' }).click()
  await panel.getByText(/^Said .*Say it again/).waitFor()
  await panel.getByRole('button', { name: /^Bernadette .*: Rung$/ }).click()
  await panel.getByText(/^Rung \d/).waitFor()
  expect(night().attendance.arrivals?.map(({ step }) => step)).toEqual(['paged', 'rung'])
  await isWell(page)
  await page.setViewportSize(phone)
  await isWell(page)
  await look(page, 'half-phone')
  await page.context().close()
})

test('PRESENCE-27: at the desk of sound one tap says whose microphone is live, and one takes it back', async () => {
  const post = { name: 'Sound', roles: ['dept'], department: 'snd' } as const
  const page = await openDevice(browser, await house.invite(post), tablet)
  await page.getByText('Microphones', { exact: true }).click()
  const one = page.getByRole('button', { name: /RM 1\b/ }).first()
  await one.click()
  await one.getByText('✓ live just now').waitFor()
  const before = night().presence.sightings.list.length
  expect(night().presence.sightings.list.at(-1)).toMatchObject({ how: 'microphone', place: null })
  await look(page, 'microphones-tablet')
  await isWell(page)
  await page.getByRole('button', { name: /: take back$/ }).click()
  await expect.poll(() => night().presence.sightings.list.length).toBe(before - 1)
  await page.setViewportSize(phone)
  await isWell(page)
  await look(page, 'microphones-phone')
  await page.context().close()
})

test('CONCERN-32: a chaperone is told what is asked about a child, and the dance captain who may go on, in one tap', async () => {
  const chaperone = { name: 'Marguerite’s phone', roles: ['chap'], person: 'marguerite' } as const
  const captain = { name: 'Saoirse’s phone', roles: ['DC'], person: 'saoirse' } as const
  const [chap, captains] = await Promise.all([
    openDevice(browser, await house.invite(chaperone), phone),
    openDevice(browser, await house.invite(captain), phone),
  ])
  await chap.getByText('live', { exact: true }).waitFor()
  await house.press({ name: 'concern.raise', person: id<'person'>('isla') })
  const wards = chap.getByLabel('Asked about your children')
  await wards.getByText('Isla', { exact: true }).waitFor()
  await look(chap, 'ward-phone')
  await isWell(chap)
  const nkechi = id<'person'>('nkechi')
  await house.press({ name: 'step.out', person: nkechi, from: null, wants: null })
  const covers = captains.getByLabel('Cover drafted')
  await covers.getByText('For Nkechi').waitFor()
  expect(await covers.getByText('Isla').count()).toBe(0)
  await covers.getByRole('button', { name: 'Tell Imran to make ready' }).first().click()
  await covers.getByText('✓ Imran is to make ready').first().waitFor()
  await look(captains, 'covers-phone')
  await isWell(captains)
  await Promise.all([chap.context().close(), captains.context().close()])
})
