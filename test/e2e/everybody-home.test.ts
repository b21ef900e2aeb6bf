// The end of a night in real browsers: the stage door, a phone and the desk; it does not close on somebody left behind.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { BACK_TO_USUAL_MS } from '../../src/web/kiosk/usual.ts'
import { launchChromium, newDevice, pressGuarded } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

let browser: Browser
let house: House
let desk: Page
let door: Page
let phone: Page

const tablet = { width: 1024, height: 768 }

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  desk = await openDevice(browser, await house.server.deskLink(), { width: 1440, height: 900 })
  await desk.getByLabel('Calling', { exact: true }).waitFor()
  door = (await newDevice(browser, tablet)).page
  // Twenty seconds in which nobody touches it take no time here.
  await door.clock.install()
  await door.goto(await house.invite({ name: 'Stage door', roles: ['kiosk'] }))
  await door.getByRole('heading', { name: 'Stage door' }).waitFor()
  const post = { name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' } as const
  phone = await openDevice(browser, await house.invite(post), { width: 360, height: 780 })
  await phone.getByText(/You are not signed in/).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const night = () => {
  const found = house.server.stage.night()
  if (!found) throw new Error('no performance is open')
  return found
}
const nameOf = (person: string) =>
  night().plan.show.people.find(({ id }) => id === person)?.name ?? 'nobody of the show'
const [first, second] = [3, 4].map((index) => () => night().plan.show.people[index]?.name ?? '')
const closed = () => night().owner.state().calling.closedAt !== null

test('ATTENDANCE-2, ATTENDANCE-4: at the stage door one touch signs a name, is said for a moment, and shows nobody’s state', async () => {
  const before = await door.getByRole('main').textContent()
  for (const name of [first?.(), second?.()]) {
    await door.getByRole('button', { name: name ?? '', exact: true }).click()
    await door.getByRole('status').getByText(`${name}: in`).waitFor()
  }
  expect(await door.getByRole('main').textContent()).toBe(before)
  expect(
    night()
      .owner.state()
      .attendance.people.map(({ marks }) => marks.at(-1)?.sign),
  ).toEqual(['in', 'in'])
  // A slip is taken back by whoever stands there.
  await door.getByRole('button', { name: 'A slip: take it back' }).click()
  await door.getByText('Taken back.').waitFor()
  expect(night().owner.state().attendance.people.at(-1)?.marks).toEqual([])
})

test('ATTENDANCE-8: a visitor is given a number, and goes by it', async () => {
  await door.getByRole('button', { name: 'I am a visitor' }).click()
  await door.getByLabel('Your name').fill('Max Ode')
  await door.getByRole('button', { name: 'Sign in', exact: true }).click()
  const said = await door.getByText(/Max Ode: in\. Your number is \d+/).textContent()
  const number = /number is (\d+)/.exec(said ?? '')?.[1] ?? ''
  await door.getByLabel('Your number').fill(number)
  await door.getByRole('button', { name: 'Sign out', exact: true }).click()
  await door.getByText(`Number ${number}: out. Good night.`).waitFor()
})

test('ATTENDANCE-21: the tablet goes back to what it usually does, and forgets what it said', async () => {
  const pressed = (name: string) => door.getByRole('button', { name }).getAttribute('aria-pressed')
  await door.getByRole('button', { name: 'I am going home' }).click()
  await expect.poll(() => pressed('I am going home')).toBe('true')
  await door.clock.fastForward(BACK_TO_USUAL_MS)
  await expect
    .poll(async () => [await pressed('I am coming in'), await pressed('I am going home')])
    .toEqual(['true', 'false'])
  await expect.poll(() => door.getByText('Good night.').count()).toBe(0)
})

test('ATTENDANCE-20: the sheet is printed from a page of its own, with everybody and a line to tick', async () => {
  const sheet = await openDevice(browser, await house.invite({ name: 'SM', roles: ['SM'] }), tablet)
  await sheet.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await sheet.goto(`${house.server.address}/sign-in-sheet`)
  await sheet.getByRole('article').waitFor()
  const printed = (await sheet.getByRole('article').textContent()) ?? ''
  for (const { name } of night().plan.show.people) expect(printed).toContain(name)
  expect(printed).toContain('Closing list: nobody is left behind')
  await sheet.context().close()
})

test('ATTENDANCE-2: one’s own phone says that it is weak evidence', async () => {
  await phone.getByRole('button', { name: 'I am in', exact: true }).click()
  await phone.getByText(/You are signed in, \d\d:\d\d/).waitFor()
  expect(await phone.getByRole('main').textContent()).toContain('It is not the same as being seen.')
})

test('ATTENDANCE-14: the night does not close on somebody, says who and where last seen, and closes when a named person accounts for them', async () => {
  for (const act of [1, 2]) {
    await house.press({ name: 'act.up', act })
    await house.press({ name: 'act.down', act })
  }
  // One goes home at the stage door; the tablet offers that by itself now that the show has come down.
  await door.getByText('Touch your name to sign out.').waitFor()
  await door.getByRole('button', { name: first?.() ?? '', exact: true }).click()
  await door.getByRole('status').getByText(`${first?.()}: out`).waitFor()

  const closing = desk.getByRole('region', { name: 'Closing' })
  await closing.getByText('1 person has not signed out and is not accounted for.').waitFor()
  const row = closing.getByRole('listitem').filter({ hasText: nameOf('nkechi') })
  expect(await row.textContent()).toMatch(/Last: signed in, said on their own phone, \d\d:\d\d/)

  await pressGuarded(desk, 'e')
  await desk.getByText('Not closed: 1 person is signed in and neither').first().waitFor()
  expect(closed()).toBe(false)

  // Somebody by name says so; nobody can be chosen for themself.
  const seenOut = row.getByRole('button', { name: `${nameOf('nkechi')}: seen out` })
  const rests = () => expect.poll(() => seenOut.getAttribute('aria-disabled')).toBe('true')
  await rests()
  await closing.getByLabel('Who says so?').selectOption({ label: nameOf('nkechi') })
  await rests()
  await closing.getByLabel('Who says so?').selectOption({ label: second?.() ?? '' })
  await seenOut.click()
  await closing.getByText('Everybody who signed in tonight has gone or is accounted for.').waitFor()

  await desk.getByLabel('Calling', { exact: true }).focus()
  await pressGuarded(desk, 'e')
  await desk.getByText(/Performance \d+ is closed/).waitFor()
  expect(closed()).toBe(true)
})
