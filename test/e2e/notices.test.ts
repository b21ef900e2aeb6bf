// Somebody is being cared for: permitted, rung and told, on a phone and by keyboard alone; and what a performer then reads.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { holdBack } from '../kit/held-back.ts'
import { sealedShow } from '../kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { overflowOf, violationsOf } from '../screens/browser.ts'

let browser: Browser
let house: ServedHouse
const phone = { width: 360, height: 640 }

beforeAll(async () => {
  browser = await launchChromium()
  house = await openServedHouse({ show: sealedShow, webDir: `${root}/dist/web` })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const pictures = process.env['GHOSTLIGHT_PICTURES']
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

async function openAs(post: Parameters<ServedHouse['invite']>[0]): Promise<Page> {
  const { page } = await newDevice(browser, phone)
  await page.goto(`${house.server.address}/join#${await house.invite(post)}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  return page
}

const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).press('Enter')
  await page.getByRole('status').getByText('It is written down.').waitFor()
}
/** What is kept of the first line is not said while the second is on its way. */
async function isSaidOfTheLastPressAlone(page: Page): Promise<void> {
  const kept = page.getByRole('status').getByText('It is written down.')
  const letGo = await holdBack(page, '**/api/notices')
  await kept.waitFor()
  await page.getByRole('button', { name: 'Say it', exact: true }).press('Enter')
  await kept.waitFor({ state: 'detached' })
  await letGo()
  await kept.waitFor()
}
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).first().press('Enter')

/** A director opens the app; whoever it is about takes back what was let be said. */
async function theirs(): Promise<void> {
  const director = await openAs({ roles: ['dir'] })
  await director.getByText(/^Held\. Next word at/).waitFor()
  await director.getByRole('link', { name: 'My own page' }).waitFor()
  await director.close()
  const nell = await openAs({ roles: ['perf'], person: id('nell') })
  await nell.getByRole('link', { name: /What may be said of you: something new/ }).press('Enter')
  const own = nell.getByRole('region', { name: 'What may be said of you' })
  await own.getByRole('button', { name: 'Take this back: that they are being cared for' }).press('Enter')
  await own.getByText(/^Taken back, /).waitFor()
  expect([await violationsOf(nell), await overflowOf(nell)]).toEqual([[], 0])
  await nell.close()
}

test('NOTICE-14, NOTICE-15, RELEASE-15, RELEASE-16, SCREENS-13: a page about somebody, a permission, a call and a notice, with one hand and no mouse; a performer reads it', async () => {
  const page = await openAs({ roles: ['CM'] })
  await page.goto(`${house.server.address}/notices`)
  await unfold(page, 'Say a line to those who need it')
  await page.getByLabel('Which line').selectOption('exit')
  await page.getByLabel('Which exit').fill('stage left')
  await press(page, 'Say it')
  await page.getByLabel('Which line').selectOption('held')
  await page.getByLabel('Next word in minutes').fill('20')
  await isSaidOfTheLastPressAlone(page)
  await unfold(page, 'A page about somebody')
  await page.getByLabel('About whom').selectOption('nell')
  await press(page, 'Open it')
  await unfold(page, 'Somebody of theirs')
  await page.getByLabel('Name', { exact: true }).fill('Her mother')
  await page.getByLabel('Number', { exact: true }).fill('+44 20 7946 0000')
  await press(page, 'Write them down')
  await page.getByLabel('Who rings').fill('Cleo')
  await picture(page, 'notices-ring-360')
  await press(page, 'Reached')
  await unfold(page, 'A permission')
  await page.getByLabel('Their name').fill('Nell')
  await page.getByLabel('Who writes this down').fill('Cleo')
  await press(page, 'Write the permission down')
  await unfold(page, 'Write a notice')
  await page.getByLabel('Which words').selectOption('cared-for')
  await page.getByLabel('Who answers questions').fill('Cleo')
  await page.getByLabel('Ask for privacy').selectOption('they-asked')
  await page.getByText(/^A member of our company is being cared for\..*keeps nobody from speaking/).waitFor()
  expect([await violationsOf(page), await overflowOf(page)]).toEqual([[], 0])
  await picture(page, 'notices-write-360')
  await press(page, 'Send this notice')
  await page.getByRole('button', { name: 'Now the closest, in person' }).press('Enter')
  await page.getByText('Everybody may read it.').waitFor()

  const dot = await openAs({ roles: ['perf'], person: id('dot') })
  await dot.getByText('Exit blocked: stage left.').waitFor()
  const line = dot.getByRole('link', { name: 'A notice for you: read it' })
  await line.focus()
  await line.press('Enter')
  await dot.getByText(/^A member of our company is being cared for\./).waitFor()
  await dot.getByRole('button', { name: 'I have read it' }).press('Enter')
  await dot.getByText(/^You acknowledged it/).waitFor()
  expect([await violationsOf(dot), await overflowOf(dot)]).toEqual([[], 0])
  await picture(dot, 'notices-read-360')

  await theirs()

  // What was taken back is read no more; whoever had read it learns it once.
  await dot.goto(house.server.address)
  await dot.getByRole('link', { name: /What a notice said was taken back/ }).press('Enter')
  await dot.getByText(/^What this notice said is not permitted any more, since/).waitFor()
  expect(await dot.getByText(/is being cared for/).count()).toBe(0)
  expect([await violationsOf(dot), await overflowOf(dot)]).toEqual([[], 0])
  await picture(dot, 'notices-taken-back-360')
  await dot.goto(house.server.address)
  await dot.getByRole('link', { name: 'Notices', exact: true }).waitFor()
})
