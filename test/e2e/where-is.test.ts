// Where is everyone, at a real desk by keyboard alone: two letters and an answer, marked as seen, the map, the quiet strip.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

let browser: Browser
let house: House
let desk: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  desk = await openDevice(browser, await house.server.deskLink(), { width: 1440, height: 900 })
  await desk.getByLabel('Calling', { exact: true }).waitFor()
  await desk.locator('[data-strip]').focus()
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
const person = (index: number) => {
  const found = night().plan.show.people[index]
  if (!found) throw new Error(`the show has no person ${index}`)
  return found
}
const strip = () => desk.getByRole('region', { name: 'Where everyone is' })
const stripHolds = () =>
  desk.waitForFunction(() => document.activeElement?.hasAttribute('data-strip') === true)

test('WHERE-1, WHERE-4, WHERE-8: w and two letters answer at a glance; what is typed calls nothing, and Esc leads back to the strip', async () => {
  const nkechi = night().plan.show.people.find((one) => one.id === 'nkechi')
  await desk.keyboard.press('w')
  await desk.keyboard.type('nk')
  const found = desk.locator('[data-looking] [aria-current="true"]')
  await found.getByText(nkechi?.name ?? '', { exact: false }).waitFor()
  expect(await found.textContent()).toContain('Nobody has said they saw them tonight.')
  // And they hear of it: of whoever two letters meant, and of nobody that one letter found.
  await expect
    .poll(() =>
      night()
        .owner.state()
        .presence.lookUps?.map(({ person }) => person),
    )
    .toEqual(['nkechi'])
  await desk.keyboard.press('Control+Enter')
  await desk.keyboard.type(' s')
  expect(night().owner.state().calling.called).toEqual([])
  await desk.keyboard.press('Escape')
  await stripHolds()
  await desk.getByLabel('Where is: two letters').waitFor({ state: 'detached' })
})

test('WHERE-7: by keyboard alone somebody is marked as seen, with whose word; the answer says by whom and how long ago', async () => {
  const witness = night().plan.show.people.find((one) => one.id !== 'nkechi')
  await desk.keyboard.press('w')
  await desk.keyboard.type('nk')
  await desk.keyboard.press('Enter')
  await desk.getByLabel('Seen or heard by whom: two letters').waitFor()
  await desk.keyboard.type(witness?.callName ?? '')
  await desk.keyboard.press('Enter')
  await desk.getByText('is marked as seen.').waitFor()
  await desk.keyboard.press('Escape')
  await desk.getByLabel('Where is: two letters').waitFor()
  const found = desk.locator('[data-looking] [aria-current="true"]')
  await found.getByText(`heard on cans by ${witness?.callName}`).waitFor()
  expect(await found.textContent()).toMatch(/· \d+ s ago/)
  await desk.keyboard.press('Escape')
  await stripHolds()
})

test('WHERE-6: the stage map says of everybody where their last word puts them, also to whoever does not see it', async () => {
  const map = await openDevice(browser, await house.invite({ name: 'SM', roles: ['SM'] }), {
    width: 1440,
    height: 900,
  })
  await map.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await map.goto(`${house.server.address}/stage-map`)
  const list = map.getByRole('list', { name: 'Everyone, by name' })
  await list.waitFor()
  await expect.poll(() => list.getByRole('listitem').count()).toBe(night().plan.show.people.length)
  await list.getByText('heard on cans by').waitFor()
  expect(await map.getByRole('list', { name: 'How sure' }).textContent()).toContain('expected')
  await map.context().close()
})

test('WHERE-2, WHERE-3: a concern lights the strip without moving it, covers the name, and is answered from the desk', async () => {
  await strip().getByText('Nobody is being asked about').waitFor()
  const before = await strip().boundingBox()
  const about = person(2)
  await house.press({ name: 'concern.raise', person: id<'person'>(about.id) })
  await strip().getByText('CONCERN').waitFor()
  expect(await strip().boundingBox()).toEqual(before)
  expect(await strip().getByText('Name', { exact: true }).isVisible()).toBe(true)
  await desk.locator('[data-strip]').focus()
  await desk.keyboard.press('q')
  const panel = desk.getByRole('region', { name: 'Concerns tonight' })
  await panel.getByText(about.callName, { exact: true }).waitFor()
  await panel.getByRole('combobox', { name: 'Whose word' }).selectOption(person(3).id)
  await panel.getByRole('button', { name: 'Seen, on their way' }).focus()
  await desk.keyboard.press('Enter')
  await strip().getByText('Nobody is being asked about').waitFor()
  expect(await strip().boundingBox()).toEqual(before)
  await panel.getByRole('group', { name: `${about.callName}: over. Was asking` }).waitFor()
})
