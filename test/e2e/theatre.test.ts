// The theatre around the calling, in a real browser: a stray GO, warnings, the band's bars, the round on cans.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { JUST_SAID_MS } from '../../src/core/calling/just-said.ts'
import { instant } from '../../src/core/kit/time.ts'
import { SECOND_PRESS_MS } from '../../src/web/ui/use-armed.ts'
import { launchChromium } from '../kit/browser.ts'
import { theatreShow } from '../kit/theatre-show.ts'
import { luminanceOf, openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { LUMINANCE_MAX } from '../screens/gallery.ts'
import { type House, openHouseOn } from '../screens/house.ts'

const laptop = { width: 1180, height: 820 }
const tablet = { width: 768, height: 1024 }

let browser: Browser
let house: House
let desk: Page
let flys: Page
let md: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), theatreShow())
  desk = await openDevice(browser, await house.server.deskLink(), laptop)
  const fly = { name: 'Flys', roles: ['dept'], department: 'fly' } as const
  flys = await openDevice(browser, await house.invite(fly), tablet)
  md = await openDevice(browser, await house.invite({ name: 'Pit', roles: ['MD'], department: 'md' }), tablet)
  await strip().waitFor()
  await md.getByRole('main').getByRole('button').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const strip = (): Locator => desk.getByLabel('Calling', { exact: true })
const coming = (): Locator => desk.getByLabel('Warnings and music')
const music = (): Locator => md.getByRole('region', { name: 'Music' })
const calling = () => {
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  return night.owner.state().calling
}
const until = (what: string, is: () => unknown) => expect.poll(is, { message: what }).toBeTruthy()
const press = (key: string) => desk.keyboard.press(key)
/** The server knows a moment before the desk shows it, and a press is about what the desk shows. */
const goStandsFor = (words: string) =>
  desk.getByRole('button', { name: /^GO/ }).filter({ hasText: words }).waitFor()
/** Until a word that was just said may be taken back (CALLING-49). */
const afterAWord = () => desk.waitForTimeout(JUST_SAID_MS + 100)
const secondPress = () => desk.waitForTimeout(SECOND_PRESS_MS + 100)
const places = async (): Promise<unknown> =>
  Promise.all([strip(), coming(), desk.getByLabel('Note', { exact: true })].map((one) => one.boundingBox()))

describe('before the act', () => {
  test('DESK-38: the first press of GO calls nothing and says why, a second press means it', async () => {
    const before = await places()
    // A shaking hand is no second press; it shakes in the page, for between two keys of a test half a second may pass.
    await desk.evaluate(() => {
      const stroke = { key: ' ', code: 'Space', bubbles: true }
      for (const what of ['keydown', 'keyup', 'keydown', 'keyup'])
        document.activeElement?.dispatchEvent(new KeyboardEvent(what, stroke))
    })
    await desk.getByText('LX 1 was not called: no act is up. Stand it by, or press again.').waitFor()
    await desk.waitForTimeout(300)
    expect(calling().called).toEqual([])
    await secondPress()
    await press(' ')
    await until('LX 1 is called', () => calling().called.length === 1)
    await goStandsFor('LX 2')
    expect(await places()).toEqual(before)
  })

  test('DESK-38: after a standby one press calls, as in an act', async () => {
    await desk.waitForTimeout(1_200)
    await press('s')
    await until('LX 2 stands by', () => calling().standbys.length === 1)
    await strip().getByText('STANDBY').first().waitFor()
    await press(' ')
    await until('LX 2 is called', () => calling().called.length === 2)
    await goStandsFor('FLY 3')
  })

  test('DEPT-12: the pit reads whether the house is clear and which call is next', async () => {
    await music().getByText('House is not clear yet').waitFor()
    await music()
      .getByText(/^the half at 18:55 · then 1 The Shutters/)
      .waitFor()
    await house.press({ name: 'house.clear', act: 1 })
    for (const call of ['half', 'quarter', 'five', 'beginners'])
      await house.press({ name: 'call.give', call, act: 1 })
    await music().getByText('House is clear for act 1').waitFor()
    await music()
      .getByText(/^beginners called \d\d:\d\d · then 1 The Shutters$/)
      .waitFor()
    expect(await music().getByRole('button').getAttribute('aria-disabled')).toBe('true')
  })

  test('DESK-30: the round on cans says who works a department', async () => {
    await press('r')
    const panel = desk.getByRole('region', { name: 'Cans' })
    await panel.getByRole('button', { name: /Flys Noor not asked/ }).waitFor()
    await panel.getByText('When cans fail').waitFor()
    await press('Escape')
  })
})

describe('in the act', () => {
  test('DESK-39, DEPT-11: what the book warns of is said to be coming up, at the desk and to its department', async () => {
    await coming()
      .getByText(/^FLY.3 and MD.1, /)
      .waitFor()
    await house.press({ name: 'act.up', act: 1 })
    house.moveOn(12)
    await coming()
      .getByText(/^Warn FLY.3 and MD.1: coming up in /)
      .waitFor()
    await flys.getByText('Warning: coming up').waitFor()
    await press('s')
    await flys.getByText('Touch: standing by').waitFor()
    await coming().getByText('nothing left to warn of').waitFor()
  })

  test('DEPT-2, DEPT-12: the pit answers its own cue with one touch, named by its bar', async () => {
    await md.getByText('at bar 17').first().waitFor()
    await md.getByText('Touch: standing by').click()
    await until('the pit stands by', () => calling().standbys[0]?.acknowledged[0]?.department === 'md')
    await press('k')
    await until('clear is said', () => calling().clear.length === 1)
    await strip().getByText('Noor: clear').waitFor()
    await press(' ')
    await until('it is called', () => calling().called.length === 3)
  })

  test('DEPT-12, DESK-61, CALLING-39: one touch in the pit says that the band goes round; the desk reads it and says that it is out', async () => {
    await coming()
      .getByText(/^vamp at bar 41 · .* · up to 40 s: out on the lantern$/)
      .waitFor()
    const before = await places()
    await music()
      .getByRole('button', { name: /^Say that the band is in the vamp at bar 41/ })
      .click()
    await until('the band goes round', () => calling().vamp !== null)
    await coming()
      .getByText(/in the vamp at bar 41 · 0:[0-3]\d · up to 40 s: out on the lantern$/)
      .waitFor()
    expect(await places()).toEqual(before)
    house.moveOn(45)
    await coming()
      .getByText(/longer than it may/)
      .waitFor()
    await music()
      .getByText(/longer than it may/)
      .waitFor()
    for (const [page, name] of [
      [desk, 'desk'],
      [md, 'pit'],
    ] as const) {
      expect([name, await violationsOf(page)]).toEqual([name, []])
      expect([name, await overflowOf(page)]).toEqual([name, 0])
      expect(await luminanceOf(flys, await page.screenshot())).toBeLessThanOrEqual(LUMINANCE_MAX)
    }
    await strip().focus()
    await press('v')
    await until('the band is out', () => calling().vamp === null)
    await coming()
      .getByText(/^safety at bar 60 · .* · up to 8 s: out on the door$/)
      .waitFor()
    await afterAWord()
    await md.keyboard.press('v')
    await until('the pit says so by key too', () => calling().vamp?.vamp === 1)
    await music()
      .getByRole('button', { name: /^Out of the safety at bar 60/ })
      .waitFor()
    await afterAWord()
    await md.keyboard.press('v')
    await until('and that it is out', () => calling().vamp === null)
  })
})
