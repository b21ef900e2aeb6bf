// A note left on a phone in two minutes, opened by a first-aider with the network gone, told to its owner, and deleted.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { sealedShow, signs } from '../kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const SMALL = { width: 360, height: 640 }
/** An opening, from the end of the press to the words. */
const OPEN_MS_MAX = 1_000
const GIVING_MS_MAX = 120_000

let browser: Browser
let house: ServedHouse
beforeAll(async () => {
  browser = await launchChromium()
  house = await openServedHouse({ show: sealedShow, webDir: `${root}/dist/web` })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

async function phoneOf(person: string, roles: readonly RoleName[], path: string): Promise<Page> {
  const { page, complaints } = await newDevice(browser, SMALL)
  page.on('close', () => expect(complaints).toEqual([]))
  const link = await house.invite({ roles, person: id(person), name: `${person}’s phone` })
  await page.goto(`${house.server.address}/join#${link}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  await page.goto(`${house.server.address}${path}`)
  return page
}

test('VAULT-18, VAULT-21: left, opened by one press with the network gone, told, changed, taken back', async () => {
  for (const who of ['dot', 'nell', 'ivo']) await signs(house, who, 'in')
  const dot = await phoneOf('dot', ['perf'], '/sealed')
  await dot.getByText(/^Ready without the house/).waitFor()

  // Given, as somebody would who has never seen it.
  const nell = await phoneOf('nell', ['perf'], '/my-note')
  const began = Date.now()
  await nell.getByRole('button', { name: 'Leave a note' }).click()
  const code = (await nell.locator('[data-code]').textContent()) ?? ''
  expect(code).toMatch(/^(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}$/)
  const part = async (name: string) => nell.locator('summary').filter({ hasText: name }).click()
  await part('Allergies')
  await nell.getByRole('textbox', { name: 'Allergies' }).fill('Wasp stings: pen in the red bag')
  await part('Medication')
  await nell.getByRole('textbox', { name: 'Medication' }).fill('For the crew to read')
  await nell.getByLabel('Who may read this').nth(1).selectOption('The ambulance crew only')
  await nell.getByRole('button', { name: 'Seal and keep' }).click()
  await nell.getByText('Sealed and kept.').waitFor()
  expect(Date.now() - began).toBeLessThan(GIVING_MS_MAX)
  await nell
    .getByRole('region', { name: 'Who can open it if you are down' })
    .getByText('dot’s phone')
    .waitFor()
  expect(await nell.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL.width)

  // On duty, in touch once more; then the network is gone.
  await dot.reload()
  await dot.getByText(/^Ready without the house/).waitFor()
  await dot.evaluate(() => {
    const opened = {
      incident: 'incident-of-this-test',
      drill: false,
      happened: null,
      evidence: 'pressed',
      certainty: 'certain',
    }
    const said = {
      ...opened,
      id: 'said-of-this-test',
      madeAt: Date.now(),
      what: { kind: 'opened', place: null, how: 'hold' },
    }
    const kept = {
      device: 'device-of-this-test',
      current: { id: opened.incident, drill: false },
      said: [said],
      delivered: [],
    }
    localStorage.setItem('ghostlight.incident', JSON.stringify(kept))
  })
  await dot.reload()
  await dot.getByLabel('Who is it?').selectOption('Nell Somebody')
  await dot.context().setOffline(true)
  const control = dot.getByRole('button', { name: /^Open what Nell Somebody left/ })
  expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(72)
  await control.hover()
  await dot.mouse.down()
  await dot.waitForTimeout(1_000)
  const pressed = Date.now()
  await dot.getByText('Wasp stings: pen in the red bag').waitFor()
  expect(Date.now() - pressed).toBeLessThan(OPEN_MS_MAX)
  await dot.mouse.up()
  expect(await dot.getByText('For the crew to read').count()).toBe(0)
  await dot.getByRole('button', { name: 'Show what is for the ambulance crew only' }).click()
  await dot.getByText('For the crew to read').waitFor()
  await dot.getByRole('button', { name: 'Close it' }).click()
  expect(await dot.getByText('Wasp stings').count()).toBe(0)

  // Nothing was left for this one, and it looks the same until it is opened.
  await dot.getByLabel('Who is it?').selectOption('Ivo Somebody')
  await dot.keyboard.press('Tab')
  for (let taps = 0; taps < 3; taps += 1) await dot.keyboard.press('Enter')
  await dot.getByText(/^Nothing opens here for Ivo Somebody/).waitFor()
  await dot.context().setOffline(false)

  // Its owner is told, though nobody else was there.
  const told = nell.getByRole('region', { name: 'Who opened it, or asked' })
  await expect
    .poll(async () => {
      await nell.reload()
      await told.waitFor()
      return told.getByText(/Dot Somebody/).count()
    })
    .toBe(2)
  await told
    .getByText(/opened it in an incident · first-aider · while the house could not be reached/)
    .first()
    .waitFor()
  expect(await told.getByText(/without the right/).count()).toBe(0)

  // Changed, and taken back.
  await part('Allergies')
  await nell.getByRole('textbox', { name: 'Allergies' }).fill('None any more')
  await nell.getByRole('button', { name: 'Seal and keep' }).click()
  await nell.getByText('Sealed and kept.').waitFor()
  await nell.getByRole('button', { name: 'Delete my note' }).click()
  await nell.getByRole('button', { name: 'Delete it now' }).click()
  await nell.getByText(/^Deleted here and at the house/).waitFor()
  await nell.locator('summary').filter({ hasText: 'I have a code' }).click()
  await nell.getByLabel('Your code').fill(code)
  await nell.getByRole('button', { name: 'Open with this code' }).click()
  await nell.getByText(/^Nothing opens with this code/).waitFor()
})
