// A note left on a phone in two minutes, opened by a first-aider with the network gone, told to its owner, and deleted.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { SLOTS_MS } from '../../src/server/vault/keeping.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { clock } from '../kit/ear.ts'
import { root } from '../kit/ghostlight.ts'
import { holdBack } from '../kit/held-back.ts'
import { sealedDevice, sealedShow, signs } from '../kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const SMALL = { width: 360, height: 640 }
/** An opening, from the end of the press to the words. */
const OPEN_MS_MAX = 1_000
/** As a finger does it. */
const HOLD_MS = 1_000
const GIVING_MS_MAX = 120_000
const LEFT = 'Wasp stings: pen in the red bag'

let browser: Browser
let house: ServedHouse
beforeAll(async () => {
  browser = await launchChromium()
  house = await openServedHouse({ show: sealedShow, webDir: `${root}/dist/web`, clock })
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

/** As somebody would who has never seen it. */
async function gives(nell: Page): Promise<string> {
  const began = Date.now()
  await nell.getByRole('button', { name: 'Leave a note' }).click()
  const code = (await nell.locator('[data-code]').textContent()) ?? ''
  expect(code).toMatch(/^(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}$/)
  // A code that was written down opens nothing yet: whoever goes now is told so.
  await nell.getByRole('button', { name: 'Back to my page' }).click()
  await nell.getByText(/^Nothing of what you changed is kept yet/).waitFor()
  await unfold(nell, 'Allergies')
  await nell.getByRole('textbox', { name: 'Allergies' }).fill(LEFT)
  await unfold(nell, 'Medication')
  await nell.getByRole('textbox', { name: 'Medication' }).fill('For the crew')
  await nell.getByLabel('Who may read this').nth(1).selectOption('The ambulance crew only')
  await unfold(nell, 'My keepers')
  for (const keeper of ['Ivo Somebody', 'Moss Somebody']) await nell.getByLabel(keeper).check()
  await isNotKeptByWhatIsOnItsWay(nell)
  await seals(nell)
  expect(Date.now() - began).toBeLessThan(GIVING_MS_MAX)
  return code
}

const unfold = (page: Page, name: string) => page.locator('summary').filter({ hasText: name }).click()
async function seals(page: Page): Promise<void> {
  // In the part that was changed last, and below all of them.
  await page.getByRole('button', { name: 'Seal and keep' }).first().click()
  await page.getByText('Sealed and kept.').first().waitFor()
}

/** What is written while the house has not answered yet stays to be kept. */
async function isNotKeptByWhatIsOnItsWay(nell: Page): Promise<void> {
  const letGo = await holdBack(nell, '**/api/sealed/keep')
  await nell.getByRole('button', { name: 'Seal and keep' }).first().click()
  await nell.getByText('Sealing…').first().waitFor()
  await nell.getByRole('textbox', { name: 'Medication' }).fill('For the crew to read')
  await letGo()
  await nell.getByText('Changed, and not yet kept.').first().waitFor()
}

/** As the card writes it down, on this device alone. */
const raises = (page: Page) =>
  page.evaluate(() => {
    const usual = { drill: false, happened: null, evidence: 'pressed', certainty: 'certain' }
    const what = { kind: 'opened', place: null, how: 'hold' }
    const incident = 'incident-of-this-test'
    const said = { ...usual, incident, id: 'said-of-this-test', madeAt: Date.now(), what }
    const current = { id: incident, drill: false }
    const kept = { device: 'device-of-this-test', current, said: [said], delivered: [] }
    localStorage.setItem('ghostlight.incident', JSON.stringify(kept))
  })

/** Runs in the page: by its own clock, from the finger to the words. */
function listen(words: string): void {
  const heard = { from: 0, after: Number.POSITIVE_INFINITY }
  Object.assign(window, { heard })
  const down = (event: Event) => {
    heard.from = event.timeStamp
  }
  addEventListener('pointerdown', down, { capture: true, once: true })
  const look = new MutationObserver(() => {
    if (!document.body.textContent.includes(words)) return
    heard.after = performance.now() - heard.from
    look.disconnect()
  })
  look.observe(document.body, { subtree: true, childList: true, characterData: true })
}
// `as`: put there by `listen`.
const heardAfter = () => (window as unknown as { heard: { after: number } }).heard.after

async function opensWithOnePress(dot: Page): Promise<void> {
  const control = dot.getByRole('button', { name: /^Open what Nell Somebody left/ })
  expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(72)
  await control.hover()
  await dot.evaluate(listen, LEFT)
  await dot.mouse.down()
  await dot.getByText(LEFT).waitFor()
  expect(await dot.evaluate(heardAfter)).toBeLessThan(HOLD_MS + OPEN_MS_MAX)
  await dot.mouse.up()
  expect(await dot.getByText('For the crew to read').count()).toBe(0)
  await dot.getByRole('button', { name: 'Show what is for the ambulance crew only' }).click()
  await dot.getByText('For the crew to read').waitFor()
  await dot.getByText(/^Opened by /).waitFor()
  // Locked and looked at again.
  await dot.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'hidden')
  })
  await dot.getByText(LEFT).waitFor({ state: 'hidden' })
  await dot.getByRole('button', { name: 'Show it again' }).click()
  await dot.getByText('For the crew to read').waitFor()
  await expect.poll(() => dot.getByRole('button', { name: 'Close it' }).isVisible()).toBe(true)
  // The phone slept in somebody’s pocket for longer than it may stand open, and its timers with it.
  await dot.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 16 * 60_000
    addEventListener('click', () => setTimeout(() => Object.assign(Date, { now })), { once: true })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'hidden')
  })
  await dot.getByRole('button', { name: 'Show it again' }).click()
  await dot.getByText('Wasp stings').waitFor({ state: 'detached' })
}

async function isTold(nell: Page): Promise<void> {
  const told = nell.getByRole('region', { name: 'Who opened it, or asked' })
  await expect
    .poll(
      async () => {
        await nell.reload()
        await told.waitFor()
        return told.getByText(/Dot Somebody/).count()
      },
      { interval: 300 },
    )
    .toBe(2)
  const how = /opened it in an incident · first-aider · while the house could not be reached/
  await told.getByText(how).first().waitFor()
  expect(await told.getByText(/without the right/).count()).toBe(0)
}

/** On the phone of whoever she chose, once the house hands out what was sealed since: in words, and within the screen. */
async function keeperIsTold(ivo: Page): Promise<void> {
  clock.skip(SLOTS_MS)
  await ivo.goto(house.server.address)
  await ivo.getByRole('link', { name: /^◆ .*A note that you keep for somebody was opened$/ }).click()
  const told = ivo.getByRole('region', { name: 'Opened: notes that you keep for others' })
  await told
    .getByText(/what Nell Somebody left$/)
    .first()
    .waitFor()
  const opened = told.getByText('Dot Somebody opened it in an incident · first-aider')
  await expect.poll(() => opened.count()).toBe(2)
  expect(await ivo.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL.width)
}

async function takesBack(nell: Page, code: string): Promise<void> {
  await unfold(nell, 'Allergies')
  await nell.getByRole('textbox', { name: 'Allergies' }).fill('None any more')
  await seals(nell)
  await nell.getByRole('button', { name: 'Delete my note' }).click()
  await nell.getByRole('button', { name: 'Delete it now' }).click()
  await nell.getByText(/^Deleted here and at the house/).waitFor()
  await unfold(nell, 'I have a code')
  await nell.getByLabel('Your code').fill(code)
  await nell.getByRole('button', { name: 'Open with this code' }).click()
  await nell.getByText(/^Nothing opens with this code/).waitFor()
  // Without a code too, whether there is anything or not.
  await unfold(nell, 'I have no code any more')
  await nell.getByRole('button', { name: 'Delete my note' }).click()
  await nell.getByRole('button', { name: 'Delete it now' }).click()
  await nell.getByText(/^Deleted here and at the house/).waitFor()
}

test('VAULT-18, VAULT-21, VAULT-22, VAULT-24, VAULT-25: left, opened by one press with the network gone, told to her and to whoever she chose, changed, taken back', async () => {
  for (const who of ['dot', 'nell', 'ivo']) await signs(house, who, 'in')
  const dot = await phoneOf('dot', ['perf'], '/sealed')
  const ready = () => dot.getByText(/^Ready without the house/).waitFor()
  await ready()
  // Whoever can be chosen has opened the page on a phone of their own.
  const ivo = await phoneOf('ivo', ['perf'], '/my-note')
  await ivo.getByRole('button', { name: 'Leave a note' }).waitFor()
  await (await sealedDevice(house, ['chap'], 'moss')).own()
  const nell = await phoneOf('nell', ['perf'], '/my-note')
  const code = await gives(nell)
  await nell.reload()
  const duty = nell.getByRole('region', { name: 'Who can open it if you are down' })
  await duty.getByText('dot’s phone').waitFor()
  expect(await nell.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL.width)

  // In touch once more; then the network is gone.
  await raises(dot)
  await dot.reload()
  await ready()
  await dot.getByLabel('Who is it?').selectOption('Nell Somebody')
  await dot.context().setOffline(true)
  await opensWithOnePress(dot)
  // Nothing was left by this one, and it looks the same until it is opened.
  await dot.getByLabel('Who is it?').selectOption('Ivo Somebody')
  await dot.keyboard.press('Tab')
  for (let taps = 0; taps < 3; taps += 1) await dot.keyboard.press('Enter')
  await dot.getByText(/^Nothing opens here for Ivo Somebody/).waitFor()
  await dot.context().setOffline(false)

  await isTold(nell)
  await keeperIsTold(ivo)
  await takesBack(nell, code)
})
