// Everybody out, at three points, two of them without the house: one roll at the end, and nobody seen whom nobody saw.

import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoleName } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { aViewer } from '../kit/nights.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { sightingShow } from '../kit/sighting-show.ts'

let browser: Browser
let house: ServedHouse
beforeAll(async () => {
  browser = await launchChromium()
  house = await openServedHouse({ show: sightingShow, webDir: `${root}/dist/web` })
  for (const name of ['ivo', 'nell', 'pip', 'moss', 'dot']) await comesIn(name)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const SMALL = { width: 360, height: 640 }

async function comesIn(name: string): Promise<void> {
  const owner = house.server.stage.night()?.owner
  const by = aViewer('SM', { person: 'sal' })
  const command = { name: 'sign.in', person: id<'person'>(name) } as const
  const answer = await owner?.submit({ id: randomUUID(), by, madeAt: instant(Date.now()), command })
  expect(answer).toMatchObject({ ok: true })
}

async function openAt(roles: readonly RoleName[], person: string | null): Promise<Page> {
  const { page, complaints } = await newDevice(browser, SMALL)
  page.on('close', () => expect(complaints).toEqual([]))
  const link = await house.invite({ roles, person: person === null ? null : id(person) })
  await page.goto(`${house.server.address}/join#${link}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  await page.goto(`${house.server.address}/roll-call`)
  return page
}

async function standAt(page: Page, name: string, point: string): Promise<void> {
  await page.getByLabel('Your assembly point').waitFor()
  await page.locator('[data-form=who]').getByLabel('Your name').fill(name)
  await page.getByLabel('Your assembly point').fill(point)
  await page.getByRole('button', { name: 'This is where I stand' }).click()
}

const row = (page: Page, name: string) =>
  page.locator('li[data-who]').filter({ has: page.locator('b', { hasText: name }) })
const see = (page: Page, name: string) => row(page, name).locator('.row').click()
const counts = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()

test('ROLLCALL-21: two points without the house and one with it: each kept, brought once, and one roll', async () => {
  const desk = await openAt(['caller', 'SM'], 'sal')
  await desk.getByText('Begin a roll call').click()
  await desk.locator('[data-form=begin]').getByLabel('Your name').fill('Sal Reed')
  await desk.getByRole('button', { name: 'Begin it now' }).click()
  await counts(desk, '0 of 5 seen · 5 not seen')
  const [ade, eve] = [await openAt(['ASM'], null), await openAt(['FOH'], null)]
  await standAt(desk, 'Sal Reed', 'Stage door')
  await standAt(ade, 'Ade Lamb', 'Car park')
  await standAt(eve, 'Eve Ray', 'Green')
  for (const page of [ade, eve]) await page.context().setOffline(true)

  await see(ade, 'Ivo')
  await see(ade, 'Nell')
  await row(ade, 'Nell').getByRole('button', { name: 'Take back' }).click()
  await row(ade, 'Moss').getByRole('button', { name: 'Not here' }).click()
  await counts(ade, '1 of 5 seen · 4 not seen')
  await see(eve, 'Dot')
  await see(desk, 'Pip')
  await ade.getByText('The house cannot be reached.').waitFor()
  await counts(desk, '1 of 5 seen · 4 not seen')

  for (const page of [ade, eve]) await page.context().setOffline(false)
  for (const page of [desk, ade, eve]) await counts(page, '3 of 5 seen · 2 not seen')
  await row(desk, 'Moss').getByText('Not at: Car park').waitFor()
  const kinds = await recorded()
  expect(kinds.filter((kind) => kind === 'seen')).toHaveLength(4)
  // A point is shown no more whom others have seen.
  await expect.poll(() => row(eve, 'Ivo').count()).toBe(0)

  await desk.getByText('End the roll call').click()
  await desk.locator('[data-form=end]').getByLabel('Your name').fill('Sal Reed')
  await desk.getByRole('button', { name: 'End it now' }).click()
  await desk.getByText(/Ended .* by Sal Reed/).waitFor()
  await counts(desk, '3 of 5 seen · 2 not seen')
})

test('ROLLCALL-20: on a small phone each row is 72 px high, the first is not seen, and nothing is wider than it', async () => {
  const page = await openAt(['SM'], 'sal')
  const rows = page.locator('li[data-who]')
  await expect
    .poll(() => rows.evaluateAll((all) => all.map((one) => one.getAttribute('data-state'))))
    .toEqual(['not-seen', 'not-seen', 'seen', 'seen', 'seen'])
  for (const one of await page.locator('li[data-who] .row').all())
    expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(72)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL.width)
})

async function recorded(): Promise<readonly string[]> {
  const events = await house.server.log.read('incidents', 1, 1_000)
  return events.map(({ body }) => (body as { what?: { kind?: string } }).what?.kind ?? '')
}
