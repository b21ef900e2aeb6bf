// Tonight is different, one whole night in a real browser: two out at the half, one of the company told before any screen,
// one more drops out in the second act, the report, and the next night without whoever is away.

import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { areAllInSight } from '../kit/concern-panel.ts'
import { type HeardFrames, hearFrames } from '../kit/heard-frames.ts'
import { isAtHand, isDragged, isWorkedOut } from '../kit/plan-grid.ts'
import { overflowOf, type Size, violationsOf } from '../screens/browser.ts'
import { type House, openHouse, type Post } from '../screens/house.ts'
import { layoutOf } from '../screens/layout.ts'
import { phone, tablet } from '../screens/screen.ts'

const TOUCH_PX = 44
/** What has only just come takes no press. */
const SETTLED_MS = 800
const laptop: Size = { width: 1180, height: 820 }

let browser: Browser
let house: House

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
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

type Device = { readonly page: Page; readonly heard: HeardFrames }
const devices = new Map<string, Device>()
const at = (name: string): Device => {
  const device = devices.get(name)
  if (!device) throw new Error(`no device ${name}`)
  return device
}
const page = (name: string): Page => at(name).page

async function open(name: string, post: Omit<Post, 'name'>, size: Size, path?: string): Promise<void> {
  const { page: own } = await newDevice(browser, size)
  devices.set(name, { page: own, heard: hearFrames(own) })
  await own.goto(await house.invite({ ...post, name }))
  await own.getByText('live', { exact: true }).first().waitFor()
  if (path !== undefined) await own.goto(new URL(path, own.url()).href)
}
const phoneOf = (person: string) => open(person, { roles: ['perf'], person }, phone)

const isOut = async (page: Page, name: string) => {
  await page.getByLabel('Who', { exact: true }).selectOption({ label: name })
  await page.getByRole('button', { name: 'Out', exact: true }).click()
  await page.getByText(`${name} · out`).first().waitFor()
}

/** Devices of whoever plans may have it before it is shown; these may not. */
const others = ['bernie', 'priya', 'lorcan', 'tunde', 'wardrobe', 'wing', 'callboard']
const marks = () => new Map(others.map((name) => [name, at(name).heard.mark()]))
/** The newest version that anything of came to this device. */
const versionAt = (name: string): number => {
  const own = at(name).heard.last(name === 'wardrobe' ? 'departmentPlan' : 'ownPlan')
  // `as`: whatever came has a version.
  return (own as { readonly version: number } | undefined)?.version ?? 0
}

test('COVERING-10, COVERING-5, COVERING-9, COVERING-23, COVERING-30, COVERING-38: two out at the half; whom it costs a number is told before any frame has it, then every screen follows, and one who is not reached is somebody’s errand', async () => {
  await open('sm', { roles: ['SM'], person: 'bashir' }, laptop, '/plan')
  await open('dc', { roles: ['DC'], person: 'saoirse' }, tablet, '/plan')
  for (const person of ['bernie', 'lorcan', 'priya', 'tunde']) await phoneOf(person)
  await open('wardrobe', { roles: ['dept'], department: 'wdb' }, laptop)
  await open('wing', { roles: ['ASM'], place: 'sl1' }, tablet)
  await open('callboard', { roles: ['callboard'] }, laptop)
  await look(page('sm'), 'plan-quiet-laptop')
  await page('sm').getByLabel('Until they return').check()
  await isOut(page('sm'), 'Imran')
  await page('sm').getByLabel('Until they return').uncheck()
  await isOut(page('sm'), 'Parminder')
  const dc = page('dc')
  await dc.getByText('Proved: no plan is better.').waitFor()
  await dc.getByText(/does E2 in/).waitFor()
  await keepsFromHonor(dc)
  await isAtHand(dc)
  await look(dc, 'plan-proposed-tablet')
  await isWell(dc)
  const before = marks()
  await dc.waitForTimeout(SETTLED_MS)
  await dc.getByRole('button', { name: 'Approve', exact: true }).click()
  await dc.getByText('waits for somebody to be told').waitFor()
  expect(versions().map(({ first, shownAt }) => [first, shownAt])).toEqual([[['bernie'], null]])
  for (const name of others) {
    expect([name, versionAt(name)]).toEqual([name, 0])
    expect([name, at(name).heard.since(before.get(name) ?? 0)]).toEqual([
      name,
      expect.not.stringMatching(/"(own|department)Plan"|"plan"|"casting"|"draft"/),
    ])
  }
  await page('priya').context().setOffline(true)
  await page('sm').getByLabel('By whom').selectOption({ label: 'Bashir' })
  await page('sm').getByRole('button', { name: 'Told Bernie' }).click()
  // Bernie knows it already: on her own phone stands what she does now.
  await page('lorcan').getByText('Changed for you tonight').waitFor()
  await page('bernie')
    .getByText(/ratepayers/i)
    .first()
    .waitFor()
  expect(await page('bernie').getByText('Changed for you tonight').count()).toBe(0)
  await page('wardrobe')
    .getByText(/^Changed tonight/)
    .waitFor()
  // Six devices have their changes: three phones, a department, a wing and the board in the corridor.
  for (const name of ['bernie', 'lorcan', 'tunde', 'wardrobe', 'wing', 'callboard'])
    await expect.poll(() => at(name).heard.since(before.get(name) ?? 0)).toMatch(/"version":1|Lorcan/)
  await dc.getByText(/^1 · Cover/).waitFor()
  await look(page('lorcan'), 'own-phone')
  await look(page('bernie'), 'own-phone-cost')
  await isWell(page('lorcan'))
  await look(page('wardrobe'), 'department-changed')
  await isErrandOfTunde(page('sm'))
})

/** By the keys of the grid, as on a tablet with a keyboard: then Bernie goes on as the Mayor, and leaves a number of her own. */
async function keepsFromHonor(dc: Page): Promise<void> {
  const mayor = dc.getByRole('button', { name: /^MAY, .*Honor, proposed/ }).first()
  await isWorkedOut(dc)
  await mayor.focus()
  const before = await mayor.boundingBox()
  await dc.keyboard.press('l')
  await dc.getByText('1 thing is settled').waitFor()
  // What it is on stays under the finger while the plan is worked out anew, and is dragged when that is done.
  await isWorkedOut(dc)
  expect((await mayor.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await isDragged(dc, look)
  await dc
    .getByRole('button', { name: /^MAY, .*Bernie, proposed, settled/ })
    .first()
    .focus()
  await dc.keyboard.press('Backspace')
  await dc.getByText('1 thing is settled').waitFor({ state: 'detached' })
  await dc
    .getByRole('button', { name: /^MAY, .*Honor, proposed/ })
    .first()
    .focus()
  await dc.keyboard.press('Enter')
  await dc.getByLabel('The whole track').check()
  await dc.getByLabel('Keep it from').selectOption({ label: 'Honor' })
  await dc.getByText(/Bernie does MAY in/).waitFor()
}

/** Priya’s phone is out of reach: Tunde is sent, and says on his own when she knows. */
async function isErrandOfTunde(sm: Page): Promise<void> {
  const priya = sm.getByRole('listitem').filter({ hasText: /^Priya/ })
  await priya.getByText('No screen of theirs is connected').waitFor()
  await priya.getByRole('button', { name: 'Send somebody to Priya' }).click()
  await priya.getByLabel('Send somebody to Priya').last().selectOption({ label: 'Tunde' })
  await priya.getByText('Tunde will tell them').waitFor()
  await page('tunde').getByRole('button', { name: 'Priya knows it now' }).click()
  await sm.getByText('Told (2)').waitFor()
  expect(night().covering.told.map(({ to, how, by }) => [to, how, by])).toEqual([
    [{ person: 'bernie' }, 'in person', 'bashir'],
    [{ person: 'priya' }, 'in person', 'tunde'],
  ])
  await look(sm, 'plan-told-laptop')
  await sm.setViewportSize(phone)
  await look(sm, 'plan-phone')
  // Whoever tells has the list before who is out, and of a long one whoever is due soonest.
  const [told, out] = await Promise.all(
    ['Not told yet', 'Who is out'].map((name) => sm.getByRole('region', { name }).boundingBox()),
  )
  expect(told?.y).toBeLessThan(out?.y ?? 0)
  await isWell(sm)
}

/** The show stands seventy minutes after its beginning, at the top of the second act. */
async function playsToTheSeventiethMinute(): Promise<void> {
  await house.press({ name: 'presence.mode', mode: 'quiet' })
  for (const person of signedIn) await house.press({ name: 'sign.in', person: id<'person'>(person) })
  await house.press({ name: 'act.up', act: 1 })
  house.moveOn(50 * 60)
  await house.press({ name: 'act.down', act: 1 })
  house.moveOn(20 * 60)
  // As it goes up: a minute and a half later somebody is not ready in time any more, and another plan is the best.
  await house.press({ name: 'act.up', act: 2 })
  await house.press({ name: 'concern.raise', person: id<'person'>('kofi') })
}

test('REORDER-22, REORDER-24, COVERING-10: one more drops out in the seventieth minute; the desk covers, says who told whom, and swaps, within twelve presses of a key, and types nothing', async () => {
  await playsToTheSeventiethMinute()
  await open('desk', { roles: ['caller', 'SM'] }, { width: 1440, height: 900 })
  const desk = page('desk')
  let presses = 0
  const key = async (name: string) => {
    presses += 1
    await desk.keyboard.press(name)
  }
  await desk.locator('[data-strip]').waitFor()
  await key('Escape')
  await key('q')
  await desk.getByRole('heading', { name: 'What to do' }).waitFor()
  await desk.waitForTimeout(SETTLED_MS)
  await look(desk, 'desk-choice')
  await areAllInSight(desk)
  await key('1')
  await desk.getByText(/does JOR in/).waitFor()
  await look(desk, 'desk-choice-proposed')
  const before = marks()
  const costs = await desk.getByLabel(/was told by$/).count()
  expect(costs).toBeGreaterThan(0)
  const isTelling = () =>
    desk.evaluate(() => document.activeElement?.getAttribute('aria-label')?.endsWith(' was told by') === true)
  for (let named = 0; named < costs; named++) {
    do await key('Tab')
    while (!(await isTelling()) && presses < 12)
    await key('ArrowDown')
  }
  for (const name of others)
    expect([name, at(name).heard.since(before.get(name) ?? 0)]).toEqual([
      name,
      expect.not.stringMatching(/"version":2/),
    ])
  await desk.waitForTimeout(SETTLED_MS)
  await key('Enter')
  await desk.getByText(/does JOR in/).waitFor({ state: 'detached' })
  await desk.getByText(/^Still to be told/).waitFor()
  const last = versions().at(-1)
  expect(last).toMatchObject({ version: 2, overridden: false })
  expect(last?.shownAt).not.toBe(null)
  expect(last?.first.length).toBe(costs)
  await look(desk, 'desk-choice-covered')
  await swaps(desk, key)
  await expect.poll(() => night().order.versions).toMatchObject([{ version: 1, changes: [{ kind: 'swap' }] }])
  expect(presses).toBeLessThanOrEqual(12)
  process.stdout.write(`cover and swap by ${presses} presses of a key\n`)
  // Whoever lost a number has the new one on a screen from then on, and not before.
  for (const person of last?.first ?? [])
    if (devices.has(person))
      await expect.poll(() => JSON.stringify(at(person).heard.last('track'))).toContain('jor-n13')
  expect(JSON.stringify(night())).not.toMatch(/reason|because of/)
})

const signedIn = ['kofi', 'tunde', 'callum', 'lorcan', 'dara', 'bernie', 'priya'] as const

async function everybodyGoesHome(): Promise<void> {
  for (const person of signedIn)
    await house.press({ name: 'sign.out', who: { person: id<'person'>(person) } })
}

/** And the number comes later, so that whoever goes on has time. */
async function swaps(desk: Page, key: (name: string) => Promise<void>): Promise<void> {
  // Not what was offered before the cast was approved: that takes no press while it is worked out again.
  const swap = desk.getByRole('button', { name: /Swap .* with/, disabled: false })
  await swap.waitFor({ timeout: 60_000 })
  await desk.waitForTimeout(SETTLED_MS)
  // Whoever goes on for Kofi has not been seen and is due sooner: another concern by now, and not the one that is read.
  expect(await desk.locator('[data-looking]').getByText('Kofi', { exact: true }).count()).toBe(1)
  const accept = desk.getByRole('button', { name: 'Accept this order' })
  const tooSoon = desk.getByText(/^That had only just come/)
  await key('2')
  await accept.or(tooSoon).first().waitFor()
  if (await tooSoon.isVisible()) {
    // It was being worked out again just then, and took no press: as it says, once more.
    await swap.waitFor({ timeout: 60_000 })
    await desk.waitForTimeout(SETTLED_MS)
    await key('2')
  }
  await accept.waitFor()
  await look(desk, 'desk-choice-drafted')
  await key('Enter')
  await desk.getByRole('button', { name: 'Again: accept this order' }).waitFor()
  await desk.waitForTimeout(600)
  await key('Enter')
  await desk.getByRole('button', { name: 'Again: accept this order' }).waitFor({ state: 'detached' })
}

test('PAPERWORK-25, ABSENCE-1: the report tells all of it, and nowhere why anybody was out', async () => {
  const sm = page('sm')
  await sm.setViewportSize({ width: 1180, height: 820 })
  await sm.goto(new URL('/report', sm.url()).href)
  const plans = sm.getByRole('table', { name: 'Who played what' })
  await plans.getByText(/Bernie.*Bashir/).waitFor()
  await plans.getByText(/Priya.*Tunde/).waitFor()
  await look(sm, 'report-laptop')
  const { report } = await (await sm.request.get(new URL('/api/report', sm.url()).href)).json()
  expect(report.changed).toMatchObject({
    plans: [{ version: 1 }, { version: 2 }],
    orders: [{ version: 1, changes: [{ kind: 'swap' }] }],
  })
  expect(JSON.stringify(report.changed)).not.toMatch(/sick|ill\b|injur|reason|absen/i)
})

test('ABSENCE-6: the next night’s screens have nothing of whoever is away until they return', async () => {
  await house.press({ name: 'act.down', act: 2 })
  await everybodyGoesHome()
  await house.press({ name: 'performance.close' })
  const before = marks()
  const { server } = house
  const answer = await server.stage.planNext(instant(house.now() + 86_400_000), theMachine, 'next-night')
  expect(answer.ok).toBe(true)
  for (const name of ['lorcan', 'wardrobe', 'wing', 'callboard']) {
    await expect.poll(() => at(name).heard.since(before.get(name) ?? 0)).toContain('"t":"snapshot"')
    await expect
      .poll(() =>
        page(name)
          .getByText(/Changed (for you )?tonight/)
          .count(),
      )
      .toBe(0)
    await expect.poll(() => page(name).getByText('Imran').count(), { message: name }).toBe(0)
    expect([name, JSON.stringify(at(name).heard.last('due') ?? null)]).toEqual([
      name,
      expect.not.stringContaining('Imran'),
    ])
    expect([name, JSON.stringify(at(name).heard.last('side') ?? null)]).toEqual([
      name,
      expect.not.stringContaining('Imran'),
    ])
  }
  // Those who plan have him as away, and nothing of the night before.
  const dc = page('dc')
  await dc.getByText('Imran · out').first().waitFor()
  await expect.poll(() => dc.getByText('Parminder · out').count()).toBe(0)
  expect(versions()).toEqual([])
  // What was covered is counted, and he is in none of it.
  await dc.goto(new URL('/covered', dc.url()).href)
  await dc.getByRole('table', { name: 'Who took how much' }).getByText('Bernie').waitFor()
  await look(dc, 'covered-tablet')
  await isWell(dc)
  expect(await dc.getByText('Imran').count()).toBe(0)
})
