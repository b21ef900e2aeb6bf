// A tech in the browser: opened, put back, noted while calling; and calling practised, of which nobody else hears.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { countOf, kindOf } from '../../src/core/show/kinds.ts'
import { launchChromium } from '../kit/browser.ts'
import { shortShow } from '../kit/short-show.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { type House, openHouseOn } from '../screens/house.ts'

let browser: Browser
let house: House
let desk: Page
let lights: Page
const size = { width: 1180, height: 820 }
const JUMP = 'Jump to the cue'
const phone = { width: 360, height: 640 }

const night = () => {
  const one = house.server.stage.night()
  if (!one) throw new Error('a night is on')
  return one
}
const state = () => night().owner.state()

/** As wide as a phone, nothing scrolls sideways, and nothing is wrong for who cannot see it. */
async function faultless(page: Page): Promise<void> {
  await page.setViewportSize(phone)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await violationsOf(page)).toEqual([])
}

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), shortShow())
  const lx = night().plan.show.departments[0]?.id ?? ''
  desk = await openDevice(browser, await house.server.deskLink(), size)
  const post = { name: 'Lights', roles: ['dept'], department: lx } as const
  lights = await openDevice(browser, await house.invite(post), phone)
  await desk.getByLabel('Calling', { exact: true }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

test('TECH-1, TECH-4: a tech is chosen where the next performance is planned, and every screen says that it is one', async () => {
  await house.press({ name: 'performance.close' })
  await desk.getByLabel('What is it?').selectOption('tech')
  await desk.getByText(/^Stop, go back, take again/).waitFor()
  await desk.getByRole('button', { name: 'Open', exact: true }).click()
  await desk.getByText('tech 1', { exact: true }).waitFor()
  await lights.getByText('Tech', { exact: true }).waitFor()
  const { number } = night().performance
  expect([kindOf(number), countOf(number)]).toEqual(['tech', 1])
})

test('TAKING-1, TECH-9: a note in two presses, and back to a cue in a number and Enter, said at the department', async () => {
  const { moments } = night().plan.timeline
  await house.press({ name: 'act.up', act: 1 })
  for (const moment of moments.slice(0, 3)) {
    await house.press({ name: 'cue.go', moment: moment.id, move: state().calling.desk.move })
  }
  const strip = desk.getByLabel('Calling', { exact: true })
  await strip.focus()
  await desk.keyboard.press('m')
  await desk.getByRole('group', { name: /^Note on / }).waitFor()
  await desk.keyboard.press('2')
  await expect.poll(() => state().calling.tasks.length).toBe(1)
  expect(state().calling.notes[0]?.text).toMatch(/^\S+ \S+: Called late$/)
  const first = moments[0]?.cues[0]
  const short = night().plan.show.departments.find(({ id }) => id === first?.department)?.short ?? ''
  await strip.focus()
  await desk.keyboard.press('j')
  await desk.getByLabel(JUMP).fill(`${short} ${first?.number}`)
  await desk.keyboard.press('Enter')
  await expect.poll(() => state().calling.desk.next).toBe(0)
  await desk.getByText(/^Back to .*nothing is called by that/).waitFor()
  await lights.getByText(/^back to /).waitFor()
  expect(state().calling.called.length).toBe(3)
})

test('TAKING-4, TAKING-6: a line note in two presses, and its slip', async () => {
  await desk.getByLabel('Calling', { exact: true }).focus()
  await desk.keyboard.press('l')
  const panel = desk.getByRole('group', { name: 'Note on a line' })
  await panel.waitFor()
  expect(await violationsOf(desk)).toEqual([])
  const person = night().plan.show.tracks.find(
    ({ kind, owner }) => kind === 'cast' && owner !== undefined,
  )?.owner
  await panel.getByLabel('Whose it is').selectOption(person ?? '')
  await panel.getByRole('button', { name: /^Paraphrased/ }).click()
  await expect.poll(() => state().lineNotes.notes.length).toBe(1)
  const page = await desk.context().newPage()
  await page.goto(`${house.server.address}/line-notes`)
  await page.getByRole('heading', { name: 'Line notes' }).waitFor()
  await faultless(page)
  await page.getByRole('button', { name: 'Given', exact: true }).click()
  await page.getByRole('heading', { name: 'Given, or not needed' }).waitFor()
  await expect.poll(() => state().lineNotes.notes[0]?.state).toBe('given')
  await page.close()
})

test('PRACTICE-5: Space is GO while the practice holds the keyboard; the house hears nothing of it', async () => {
  const before = state().seq
  const page = await desk.context().newPage()
  await page.goto(`${house.server.address}/practice`)
  await page.getByText('PRACTICE: nothing is called').waitFor()
  await faultless(page)
  await page.getByRole('button', { name: 'Start' }).click()
  const run = page.getByRole('region', { name: 'Calling practice' })
  await run.waitFor()
  await page.keyboard.press(' ')
  await faultless(page)
  await run.getByRole('button', { name: 'Pass it over' }).click()
  await run.getByRole('button', { name: 'Stop' }).click()
  const table = page.getByRole('table', { name: 'How it was' })
  await table.getByText('not called').first().waitFor()
  await faultless(page)
  // What is closed is gone.
  await page.reload()
  await page.getByRole('button', { name: 'Start' }).waitFor()
  expect(await table.count()).toBe(0)
  expect(state().seq).toBe(before)
  await page.close()
})
