// Two hundred cues out of a spreadsheet with twelve wrong ones: told cell by cell, put right or left out, kept, taken back as one; and a table typed by keyboard.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { cueSheet, itemsOfSheet, SHEET_ROWS, WRONG_ROWS, wrongCells } from '../kit/cue-sheet.ts'
import { root } from '../kit/ghostlight.ts'
import { openServedHouse } from '../kit/served-house.ts'
import { violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const empty = newShow({ title: 'Night', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' })
const ordered = editShow(empty, { name: 'order.set', rows: itemsOfSheet })
const tracked = ordered.ok
  ? editShow(ordered.value, {
      name: 'tracks.put',
      track: null,
      rows: ['K', 'B'].map((code) => ({ code, title: '', kind: 'cast', owner: '', covers: [] })),
    })
  : ordered
if (!tracked.ok) throw new Error(tracked.refusal.sentence)
const show = tracked.value

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

async function isWell(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, 44)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
}

test('EDIT-51, PASTE-13: twelve wrong rows of two hundred are named and put right or left out, the others kept, and one press takes all back', async () => {
  const house = await openServedHouse({ show, webDir: join(root, 'dist/web') })
  const { page } = await newDevice(browser, { width: 1180, height: 820 })
  try {
    await page.goto(`${house.server.address}/join#${await house.invite({ roles: ['SM'] })}`)
    await page.waitForURL((url) => url.pathname !== '/join')
    await page.goto(`${house.server.address}/show#cues`)
    const cues = page.getByRole('region', { name: 'Cues', exact: true })
    await cues.getByText('Paste cues').first().click()
    await cues.getByRole('textbox', { name: 'Paste cues' }).fill(cueSheet())
    await cues.getByRole('button', { name: 'Read it' }).click()
    await cues.getByText(`${WRONG_ROWS} rows cannot be kept yet`, { exact: false }).waitFor()
    await cues.getByText(`${SHEET_ROWS - WRONG_ROWS} rows can be kept as they are.`).waitFor()
    await namesAll(cues)
    await look(page, 'sheet-wrong')
    await putsOneRight(page, cues)
    await cues.getByRole('button', { name: 'Leave out row 25', exact: true }).click()
    await cues.getByRole('button', { name: `Leave all ${WRONG_ROWS - 2} of these out` }).click()
    const left = SHEET_ROWS - WRONG_ROWS + 1
    await look(page, 'sheet-right')
    await cues.getByRole('button', { name: `Keep these ${left} rows` }).click()
    await cues.getByRole('region', { name: `${left} cues` }).waitFor()
    await expect.poll(async () => (await house.server.stage.published())?.cues.length).toBe(left)
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect.poll(async () => (await house.server.stage.published())?.cues.length).toBe(0)
    await cues.getByText('There are no cues yet.', { exact: false }).waitFor()
    await page.goto(`${house.server.address}/show#mics`)
    await typesMics(page, async () => (await house.server.stage.published())?.mics.length)
    await page.setViewportSize({ width: 360, height: 780 })
    await look(page, 'mics-phone')
    await isWell(page)
  } finally {
    await page.context().close()
    await house.close()
  }
})

/** By row, column and why. */
async function namesAll(cues: Locator): Promise<void> {
  const told = await cues.getByText(/^Row \d+, column [A-Z]+\./).allTextContents()
  expect(told).toHaveLength(WRONG_ROWS)
  for (const [at, { row, column, why }] of wrongCells.entries()) {
    expect(told[at]).toMatch(new RegExp(`^Row ${row}, column ${'ABCDEFG'[column] ?? ''}\\.`))
    expect(told[at]).toMatch(why)
  }
}

/** In its cell, by keyboard. */
async function putsOneRight(page: Page, cues: Locator): Promise<void> {
  const cell = cues.getByRole('textbox', { name: 'Department, row 10', exact: true })
  expect(await cell.getAttribute('aria-invalid')).toBe('true')
  await cell.focus()
  await page.keyboard.type('LX')
  await page.keyboard.press('Enter')
  await cues.getByText(`${WRONG_ROWS - 1} rows cannot be kept yet`, { exact: false }).waitFor()
}

async function typesMics(page: Page, many: () => Promise<number | undefined>): Promise<void> {
  const mics = page.getByRole('region', { name: 'Microphones', exact: true })
  await mics.getByRole('textbox', { name: 'Pack, new row' }).focus()
  for (const [pack, track] of [
    ['7', 'K'],
    ['8', 'B'],
  ] as const) {
    await page.keyboard.type(pack)
    await page.keyboard.press('Tab')
    await page.keyboard.type(track)
    await page.keyboard.press('Enter')
    await mics.getByRole('textbox', { name: `Pack, ${pack}` }).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Pack, new row')
  }
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Z')
  await page.keyboard.press('Enter')
  await mics.getByText('Track: “Z” is no track', { exact: false }).waitFor()
  await look(page, 'mics')
  await isWell(page)
  await expect.poll(many).toBe(2)
}
