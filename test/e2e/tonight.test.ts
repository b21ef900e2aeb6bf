// Tonight is different, in a real browser: two out at the half, a plan approved and told, and one more drops out while the show runs.

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
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const night = () => {
  const open = house.server.stage.night()
  if (!open) throw new Error('no performance is open')
  return open.owner.state()
}
const versions = () => night().covering.versions

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

async function screenOf(post: Parameters<House['invite']>[0], size: Size, path?: string): Promise<Page> {
  const page = await openDevice(browser, await house.invite(post), size)
  await page.getByText('live', { exact: true }).first().waitFor()
  if (path !== undefined) await page.goto(new URL(path, page.url()).href)
  return page
}

const isOut = async (page: Page, name: string) => {
  await page.getByLabel('Who', { exact: true }).selectOption({ label: name })
  await page.getByRole('button', { name: 'Out', exact: true }).click()
  await page.getByText(`${name} · out`).waitFor()
}

test('COVERING-5: two out at the half: the dance captain approves, and every screen follows at once', async () => {
  const captain = { name: 'Dance captain', roles: ['DC'], person: 'saoirse' } as const
  const stage = { name: 'Stage manager', roles: ['SM'], person: 'bashir' } as const
  const [sm, dc] = [await screenOf(stage, laptop, '/plan'), await screenOf(captain, tablet, '/plan')]
  const lorcan = await screenOf({ name: 'Lorcan', roles: ['perf'], person: 'lorcan' }, phone)
  const imran = await screenOf({ name: 'Imran', roles: ['perf'], person: 'imran' }, phone)
  await look(sm, 'plan-quiet-laptop')
  await isOut(sm, 'Imran')
  await isOut(sm, 'Parminder')
  await dc.getByText('Proved: no plan is better.').waitFor({ timeout: 20_000 })
  await dc.getByText(/does E2 in/).waitFor()
  await look(dc, 'plan-proposed-tablet')
  await isWell(dc)
  expect(await lorcan.getByText('Changed for you tonight').count()).toBe(0)
  await dc.getByRole('button', { name: 'Approve', exact: true }).click()
  await dc.getByText(/^1 · Cover/).waitFor()
  expect(versions().map(({ first, shownAt }) => [first, shownAt !== null])).toEqual([[[], true]])
  await lorcan.getByText('Changed for you tonight').waitFor()
  await look(lorcan, 'own-phone')
  await isWell(lorcan)
  expect(await imran.getByText(/E2/).count()).toBe(0)
  // Lorcan has his phone; Honor has none, and is somebody's errand.
  const honor = sm.getByRole('listitem').filter({ hasText: /^Honor/ })
  await honor.getByText('No screen of theirs is connected').waitFor()
  await honor.getByRole('button', { name: 'Send somebody to Honor' }).click()
  await honor.getByLabel('Send somebody to Honor').last().selectOption({ label: 'Tunde' })
  await honor.getByText('Tunde will tell them').waitFor()
  const tunde = await screenOf({ name: 'Tunde', roles: ['perf'], person: 'tunde' }, phone)
  await tunde.getByRole('button', { name: 'Honor knows it now' }).click()
  await sm.getByText('Told (1)').waitFor()
  expect(night().covering.told.map(({ how, by }) => [how, by])).toEqual([['in person', 'tunde']])
  await look(sm, 'plan-told-laptop')
  await sm.setViewportSize(phone)
  await look(sm, 'plan-phone')
  await isWell(sm)
}, 120_000)

/** And the number comes later, so that whoever goes on has time. */
async function swaps(desk: Page, key: (name: string) => Promise<void>): Promise<void> {
  await desk.getByRole('button', { name: /Swap .* with/ }).waitFor({ timeout: 20_000 })
  await key('2')
  await desk.getByRole('button', { name: 'Accept this order' }).waitFor()
  await look(desk, 'desk-choice-drafted')
  await key('Enter')
  await desk.getByRole('button', { name: 'Again: accept this order' }).waitFor()
  await desk.waitForTimeout(600)
  await key('Enter')
  await desk.getByRole('button', { name: 'Again: accept this order' }).waitFor({ state: 'detached' })
}

test('REORDER-22, COVERING-10: one more drops out while the show runs; the desk covers and swaps within twelve presses of a key, and types nothing', async () => {
  await house.press({ name: 'presence.mode', mode: 'quiet' })
  for (const person of ['kofi', 'tunde', 'callum', 'lorcan', 'dara'])
    await house.press({ name: 'sign.in', person: id<'person'>(person) })
  await house.press({ name: 'act.up', act: 1 })
  await house.press({ name: 'concern.raise', person: id<'person'>('kofi') })
  const tunde = await screenOf({ name: 'Tunde', roles: ['perf'], person: 'tunde' }, phone)
  const desk = await screenOf({ name: 'Desk', roles: ['caller', 'SM'] }, { width: 1440, height: 900 })
  let presses = 0
  const key = async (name: string) => {
    presses += 1
    await desk.keyboard.press(name)
  }
  await desk.locator('[data-strip]').waitFor()
  await key('Escape')
  await key('q')
  await desk.getByRole('heading', { name: 'What to do' }).waitFor()
  await look(desk, 'desk-choice')
  await desk
    .getByText(/^Due .* later|^Not due for it at all/)
    .first()
    .waitFor({ timeout: 20_000 })
  await look(desk, 'desk-choice-ways')
  await key('1')
  await desk.getByText(/does JOR in/).waitFor({ timeout: 20_000 })
  await look(desk, 'desk-choice-proposed')
  const cannotWait = desk.getByRole('button', { name: 'It cannot wait: show it now' })
  const waits = await cannotWait.count()
  const isThere = (name: string) =>
    desk.evaluate(
      (text) =>
        document.activeElement?.tagName === 'BUTTON' &&
        document.activeElement.textContent?.includes(text) === true,
      name,
    )
  if (waits === 0) await key('1')
  else {
    // Past why, and past who told them.
    for (let tabs = 0; tabs < 6 && !(await isThere('It cannot wait')); tabs++) await key('Tab')
    await key('Enter')
  }
  await desk.getByText(/^Still to be told/).waitFor()
  const last = versions().at(-1)
  expect(last?.shownAt).not.toBe(null)
  expect(last?.overridden).toBe(waits > 0)
  await swaps(desk, key)
  expect(night().order.versions).toMatchObject([{ version: 1, changes: [{ kind: 'swap' }] }])
  expect(presses).toBeLessThanOrEqual(12)
  if (last?.first.includes(id<'person'>('tunde'))) await tunde.getByText('Changed for you tonight').waitFor()
  // Of what is new nobody has been told yet, and it says so.
  const tell = house.server.stage.night()?.owner.state().covering
  expect(tell?.told.filter(({ version }) => version > 1)).toEqual([])
  expect(JSON.stringify(night())).not.toMatch(/reason|because of/)
}, 120_000)
