// Seeing people in a real browser: a wing's tablet, a dresser's phone and one's own, counted in taps.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'
import { layoutOf } from '../screens/layout.ts'
import { phone, tablet } from '../screens/screen.ts'

const TAPS_MAX = 3
const TOUCH_PX = 44
const SEE_PX = 72

let browser: Browser
let house: House
let wing: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  await house.press({ name: 'act.up', act: 1 })
  const post = { name: 'The left wing', roles: ['ASM'], place: 'sl2' } as const
  wing = await openDevice(browser, await house.invite(post), tablet)
  await wing.getByText('live', { exact: true }).waitFor()
  await more(wing).first().waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const more = (page: Page) => page.getByRole('button', { name: /^More about/ })
const names = (page: Page) => page.locator('button[aria-pressed]')
const lastTap = (page: Page) => page.getByLabel('Your last tap')

function sightings() {
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  return night.owner.state().presence.sightings.list
}

function concerns() {
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  return night.owner.state().presence.concerns.concerns
}

/** A thumb that counts. */
function thumb() {
  let taps = 0
  return {
    tap: async (where: Locator) => {
      taps += 1
      await where.click()
    },
    taps: () => taps,
  }
}

test('SEEN-3: one tap sees one, one sees all of an entrance, and one takes the last back', async () => {
  const one = thumb()
  const before = sightings().length
  const name = names(wing).first()
  await one.tap(name)
  await lastTap(wing)
    .getByText(/^Seen: /)
    .waitFor()
  expect([one.taps(), sightings().length]).toEqual([1, before + 1])
  await expect.poll(() => name.getAttribute('aria-pressed')).toBe('true')
  await one.tap(lastTap(wing).getByRole('button', { name: 'Undo' }))
  await lastTap(wing).getByText('Taken back.').waitFor()
  expect(sightings().length).toBe(before)
  const all = thumb()
  const bar = wing.getByRole('button', { name: /^All \S+ seen$/ }).first()
  expect((await bar.boundingBox())?.height).toBeGreaterThanOrEqual(SEE_PX)
  await all.tap(bar)
  await lastTap(wing)
    .getByText(/^Seen: .+ and /)
    .waitFor()
  expect([all.taps(), sightings().length]).toEqual([1, before + 1])
  expect(sightings().at(-1)?.people.length).toBeGreaterThan(1)
})

test('SEEN-4: anything else takes at most three taps, by a long press or by keyboard alone too', async () => {
  const other = thumb()
  await other.tap(more(wing).last())
  await other.tap(wing.getByRole('button', { name: 'Heard on cans' }))
  await lastTap(wing)
    .getByText(/^Seen: /)
    .waitFor()
  expect(sightings().at(-1)?.how).toBe('cans')
  await other.tap(lastTap(wing).getByRole('button', { name: 'Undo' }))
  expect(other.taps()).toBeLessThanOrEqual(TAPS_MAX)
  await more(wing).last().click()
  const held = names(wing).last()
  const before = sightings().length
  await held.hover()
  await wing.mouse.down()
  await wing.getByRole('button', { name: 'Heard on cans' }).waitFor()
  await wing.mouse.up()
  expect(sightings().length, 'a long press sees nobody').toBeLessThanOrEqual(before)
  await more(wing).last().focus()
  await wing.keyboard.press('Enter')
  await wing.getByRole('button', { name: 'Heard on cans' }).waitFor({ state: 'hidden' })
  await wing.keyboard.press('Enter')
  await wing.keyboard.press('Tab')
  await wing.keyboard.press('Enter')
  await expect.poll(() => sightings().at(-1)?.how).toBe('cans')
})

test('SEEN-5: with the server gone a tap waits and says so, and is told when it is back', async () => {
  await house.pull()
  await wing.locator('[data-stale]').first().waitFor()
  const name = names(wing).last()
  await name.click()
  await lastTap(wing).getByText('1 tap waits for the connection.').waitFor()
  await name.getByText('seen, waits for the connection').waitFor()
  await house.open()
  await lastTap(wing)
    .getByText(/^Seen: /)
    .waitFor()
  expect(sightings().at(-1)?.how).toBe('eyes')
})

test('SEEN-1: on a dresser’s phone stand the people of their changes', async () => {
  const post = { name: 'Dolores’s phone', roles: ['dresser'], person: 'dolores' } as const
  const page = await openDevice(browser, await house.invite(post), phone)
  await page.getByRole('heading', { name: 'People of your changes' }).waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('SEEN-6, SEEN-7, SEEN-8: an ask stands in its kept place, says that it was shown, and one tap answers it', async () => {
  const first = await wing.getByRole('main').boundingBox()
  const asks = wing.getByLabel('You are asked')
  await asks.getByText('Nothing is asked of you.').waitFor()
  // Somebody who comes on from this side soon: the ask goes where they are due.
  await house.press({ name: 'concern.raise', person: id<'person'>('nkechi') })
  await asks.getByRole('button', { name: 'Seen, on their way' }).waitFor()
  const shown = performance.now()
  expect(await wing.getByRole('main').boundingBox()).toEqual(first)
  await expect
    .poll(() =>
      concerns()
        .at(-1)
        ?.asks.some(({ shownAt }) => shownAt !== null),
    )
    .toBe(true)
  await expect.poll(() => asks.getByRole('button').count()).toBe(3)
  await wing.waitForTimeout(Math.max(0, 800 - (performance.now() - shown)))
  const one = thumb()
  await one.tap(asks.getByRole('button', { name: 'More answers' }))
  // Seven answers, a voice on cans, whom one asked on cans, and help without a sound.
  await expect.poll(() => asks.getByRole('button').count()).toBe(3 + 5 + 2 + 1)
  const { clipped, overlapping, small } = await layoutOf(wing, TOUCH_PX)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(wing)).toEqual([])
  await one.tap(asks.getByRole('button', { name: 'Seen, on their way' }))
  await asks.getByText('Nothing is asked of you.').waitFor()
  expect(one.taps()).toBeLessThanOrEqual(TAPS_MAX)
  expect(concerns().at(-1)?.ended).not.toBeNull()
})

test('SEEN-12: whom one asked on cans is marked in three taps, and what they say is theirs; a voice on cans is kept as one', async () => {
  const asks = wing.getByLabel('You are asked')
  await house.press({ name: 'concern.raise', person: id<'person'>('nkechi') })
  await asks.getByRole('button', { name: 'Seen, on their way' }).waitFor()
  await wing.waitForTimeout(800)
  const one = thumb()
  await one.tap(asks.getByRole('button', { name: 'More answers' }))
  await one.tap(asks.getByRole('button', { name: 'Asked on cans …' }))
  const whom = asks.getByRole('group', { name: 'Whom did you ask on cans?' }).getByRole('button').first()
  const name = (await whom.textContent()) ?? ''
  expect(await violationsOf(wing)).toEqual([])
  await one.tap(whom)
  expect(one.taps()).toBeLessThanOrEqual(TAPS_MAX)
  await asks.getByText(`Asked on cans: ${name}. What do they say?`).waitFor()
  const asked = house.server.stage.night()?.plan.show.people.find((person) => person.name === name)?.id
  await expect
    .poll(
      () =>
        concerns()
          .at(-1)
          ?.asks.findLast(({ how }) => how === 'spoken')?.person,
    )
    .toBe(asked)
  await wing.waitForTimeout(800)
  await asks.getByRole('button', { name: 'Seen, on their way' }).click()
  await asks.getByText('Nothing is asked of you.').waitFor()
  expect(sightings().at(-1)).toMatchObject({ how: 'eyes', witness: asked })
  // The other way round: whoever keeps the wing hears a voice they know.
  await house.press({ name: 'concern.raise', person: id<'person'>('nkechi') })
  await asks.getByRole('button', { name: 'More answers' }).waitFor()
  await wing.waitForTimeout(800)
  await asks.getByRole('button', { name: 'More answers' }).click()
  await asks.getByRole('button', { name: 'Heard on cans, on their way' }).click()
  await asks.getByText('Nothing is asked of you.').waitFor()
  expect(sightings().at(-1)?.how).toBe('cans')
})

test('SEEN-13: on a department’s screen that is somebody’s, what they are asked stands below the cue, which never moves', async () => {
  const show = house.server.stage.night()?.plan.show
  const crew = show?.engagements.find(({ kind }) => kind === 'crew')?.person ?? ''
  const post = { name: 'Flys', roles: ['dept'], department: 'fly', person: crew } as const
  const page = await openDevice(browser, await house.invite(post), tablet)
  await page.getByText('live', { exact: true }).waitFor()
  const face = await page.getByRole('main').boundingBox()
  await house.press({ name: 'concern.raise', person: id<'person'>('nkechi') })
  const concern = concerns().at(-1)?.concern ?? 0
  await house.press({ name: 'concern.spoken', concern, to: id<'person'>(crew) })
  const asks = page.getByLabel('You are asked')
  await asks.getByRole('button', { name: 'Seen, on their way' }).waitFor()
  expect(await page.getByRole('main').boundingBox()).toEqual(face)
  // What a wing alone writes down is not offered on somebody's own screen.
  await page.waitForTimeout(800)
  await asks.getByRole('button', { name: 'More answers' }).click()
  expect(await asks.getByRole('button', { name: 'Asked on cans …' }).count()).toBe(0)
  const { clipped, overlapping, small } = await layoutOf(page, TOUCH_PX)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
  await asks.getByRole('button', { name: 'Seen, on their way' }).click()
  await expect.poll(() => concerns().at(-1)?.ended).not.toBeNull()
  expect(sightings().at(-1)?.witness).toBe(crew)
})

test('SEEN-9, SEEN-10, SEEN-17: one’s own word is weak and says so; stepping out takes two taps and no reason, and what became of it is in sight', async () => {
  const post = { name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' } as const
  const page = await openDevice(browser, await house.invite(post), phone)
  const own = page.getByLabel('Say where you are')
  await own.getByText('This tells them. It does not count as seen.').waitFor()
  await own.getByRole('button', { name: 'On my way' }).click()
  await own.getByText(/^You said at .*On my way/).waitFor()
  expect(sightings().at(-1)).toMatchObject({ how: 'own tap', people: [id<'person'>('nkechi')] })
  const out = thumb()
  await out.tap(own.getByText('I can’t go on from …'))
  expect(await page.locator('textarea, input[type="text"]').count()).toBe(0)
  const { clipped, overlapping, small } = await layoutOf(page, TOUCH_PX)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
  await out.tap(own.getByRole('button', { name: /^From / }).nth(1))
  const told = own.getByText(/You need not say why/)
  await told.waitFor()
  expect(out.taps()).toBe(2)
  const foot = await page.locator('main').evaluate((main) => main.getBoundingClientRect().bottom)
  const under = () => told.evaluate((line) => line.getBoundingClientRect().bottom)
  await expect.poll(under, { timeout: 10_000 }).toBeLessThanOrEqual(foot + 1)
})

/** On phones, with letters twice as large. */
test('SEEN-2: at 360 px and with text at 200 % nothing is cut off on a wing’s screen', async () => {
  await wing.setViewportSize(phone)
  await wing.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  const { clipped, overlapping } = await layoutOf(wing, TOUCH_PX)
  expect({ clipped, overlapping }).toEqual({ clipped: [], overlapping: [] })
  expect(await overflowOf(wing)).toBe(0)
  await wing.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await wing.setViewportSize(tablet)
  expect(await violationsOf(wing)).toEqual([])
})
