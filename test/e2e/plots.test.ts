// Tracks and entrances from a screen that lacks them: pasted, put right, typed, and due in the wing.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import type { Edit } from '../../src/core/editing/edit.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import type { Show } from '../../src/core/show/show.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const scene = { act: 1, seconds: 300, kind: 'scene' } as const
const edits: readonly Edit[] = [
  {
    name: 'people.add',
    people: ['Ines Roth', 'Bo Lind', 'Cy Amari'].map(
      (name) => ({ name, does: '', kind: 'principal' }) as const,
    ),
  },
  {
    name: 'order.set',
    rows: [
      { code: '1', title: 'The tower', ...scene },
      { code: '2', title: 'The boat', ...scene },
    ],
  },
]
const show = edits.reduce<Show>(
  (before, edit) => {
    const result = editShow(before, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  },
  newShow({ title: 'The Harbour Lamp', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' }),
)

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function isWell(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, 44)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
}

async function opened(): Promise<{ readonly house: ServedHouse; readonly page: Page }> {
  const house = await openServedHouse({ show, webDir: join(root, 'dist/web') })
  const { page } = await newDevice(browser, { width: 1180, height: 820 })
  await page.goto(`${house.server.address}/join#${await house.invite({ roles: ['caller', 'SM'] })}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  await page.goto(`${house.server.address}/show#tracks`)
  return { house, page }
}

test('FIRST-6, EDIT-26: tracks and entrances are pasted, put right where a row is wrong, typed and changed by keyboard', async () => {
  const { house, page } = await opened()
  try {
    await tracksAreKept(page)
    await page.goto(`${house.server.address}/show#entrances`)
    await entrancesAreKept(page)
    await page.setViewportSize({ width: 360, height: 780 })
    await look(page, 'entrances-phone')
    await isWell(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.goto(`${house.server.address}/show#tracks`)
    await look(page, 'tracks-phone')
    await isWell(page)
    await entrancesAreDue(house)
  } finally {
    await page.context().close()
    await house.close()
  }
})

async function tracksAreKept(page: Page): Promise<void> {
  const tracks = page.getByRole('region', { name: 'Tracks', exact: true })
  await tracks.getByText('There are no tracks yet.').waitFor()
  await look(page, 'tracks-none')
  await isWell(page)
  const pasted = tracks.getByRole('textbox', { name: 'Paste tracks' })
  await pasted.fill('Track\tPart\tPlayed by\tCovers\nK\tKeeper\tInes\tBo Lind; Zed\nB\tBoy\tBo\t')
  await tracks.getByRole('button', { name: 'Read it' }).click()
  await tracks.getByText(/^One row cannot be kept yet/).waitFor()
  await tracks.getByText('“Zed” is nobody in the company').waitFor()
  await look(page, 'tracks-wrong')
  await isWell(page)
  await pasted.fill('Track\tPart\tPlayed by\tCovers\nK\tKeeper\tInes\tBo Lind\nB\tBoy\tBo\t')
  await tracks.getByRole('button', { name: 'Read it' }).click()
  await tracks.getByRole('button', { name: 'Keep these 2 rows' }).click()
  await tracks.getByRole('region', { name: '2 tracks' }).waitFor()
  const entry = page.getByRole('form', { name: 'The next track' })
  await entry.getByLabel('Track', { exact: true }).fill('D')
  await entry.getByLabel('Covered by').fill('Cy')
  await page.keyboard.press('Enter')
  await tracks.getByRole('region', { name: '3 tracks' }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-first'))).toBe(true)
  await entry.getByLabel('Track', { exact: true }).fill('d')
  await page.keyboard.press('Enter')
  // The same code is the same track: now it is covered by nobody.
  await tracks.getByText('1 Cy Amari').waitFor({ state: 'detached' })
  await look(page, 'tracks')
  await isWell(page)
}

async function entrancesAreKept(page: Page): Promise<void> {
  const entrances = page.getByRole('region', { name: 'Entrances', exact: true })
  await entrances
    .getByRole('textbox', { name: 'Paste entrances' })
    .fill('K, 1 The tower, 0:40, SL1, 2:00, SR1, Climbs')
  await entrances.getByRole('button', { name: 'Read it' }).click()
  await entrances.getByRole('button', { name: 'Keep this row' }).click()
  await entrances.getByRole('region', { name: '1 entrance or task' }).waitFor()
  const next = page.getByRole('form', { name: 'The next entrance' })
  await next.getByLabel('When').fill('90')
  await page.keyboard.press('Enter')
  await next.getByText('When: “90” is no moment, and no cue of the list').waitFor()
  await next.getByLabel('When').fill('1:30')
  await page.keyboard.press('Enter')
  await entrances.getByRole('region', { name: '2 entrances and tasks' }).waitFor()
  await entrances.getByRole('button', { name: 'Change K, 0:40 in 1 The tower' }).click()
  await page.getByRole('form', { name: 'The next entrance' }).getByLabel('What').fill('Climbs the tower')
  await page.keyboard.press('Enter')
  await entrances.getByRole('cell', { name: 'Climbs the tower' }).waitFor()
  await look(page, 'entrances')
  await isWell(page)
}

/** Tonight took them: the wing knows whom it waits for. */
async function entrancesAreDue({ server }: ServedHouse): Promise<void> {
  const plan = () => server.stage.night()?.plan
  await expect
    .poll(() => plan()?.show.obligations.map(({ title }) => title))
    .toEqual(['Climbs the tower', ''])
  expect(plan()?.show.venue.places.map(({ code, side }) => [code, side])).toEqual([
    ['SL1', 'stage left'],
    ['SR1', 'stage right'],
  ])
}
