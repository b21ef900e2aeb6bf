// Everything a desk does besides standby and GO, in a real browser, by keys; and what departments say to it.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { JUST_SAID_MS } from '../../src/core/calling/just-said.ts'
import { instant } from '../../src/core/kit/time.ts'
import { REST_MS, SECOND_PRESS_MS } from '../../src/web/ui/use-armed.ts'
import { launchChromium, pressGuarded } from '../kit/browser.ts'
import { callingShow } from '../kit/calling-show.ts'
import { luminanceOf, openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { LUMINANCE_MAX } from '../screens/gallery.ts'
import { type House, openHouseOn } from '../screens/house.ts'

const desktop = { width: 1440, height: 900 }
const laptop = { width: 1180, height: 820 }
const tablet = { width: 768, height: 1024 }

let browser: Browser
let house: House
let desk: Page
let flys: Page
let front: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), callingShow())
  desk = await openDevice(browser, await house.server.deskLink(), desktop)
  flys = await openDevice(
    browser,
    await house.invite({ name: 'Flys', roles: ['dept'], department: 'fly' }),
    tablet,
  )
  front = await openDevice(browser, await house.invite({ name: 'Front', roles: ['FOH'] }), tablet)
  await strip().waitFor()
  await flys.getByRole('main').getByRole('button').waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const strip = (): Locator => desk.getByLabel('Calling', { exact: true })
const go = (): Locator => desk.getByRole('contentinfo').getByRole('button', { name: /^GO/ })
const calling = () => {
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  return night.owner.state().calling
}
const called = () => calling().called.map((one) => moments()[one.moment]?.id)
const moments = () => house.server.stage.night()?.plan.timeline.moments ?? []
const next = () => moments()[calling().desk.next]?.id
const until = (what: string, is: () => unknown) => expect.poll(is, { message: what }).toBeTruthy()
const press = (key: string) => desk.keyboard.press(key)
const isLit = () =>
  expect.poll(() => desk.evaluate(() => document.activeElement?.hasAttribute('data-strip'))).toBe(true)
const isReady = (ready: boolean) => expect.poll(() => go().getAttribute('aria-disabled')).toBe(String(!ready))
/** Long enough for a press to have reached the server, had it been one. */
const aWhile = () => desk.waitForTimeout(500)
/** Until a word that was just said may be taken back (CALLING-49). */
const afterAWord = () => desk.waitForTimeout(JUST_SAID_MS + 100)
/** The desk shows the server's next cue, so that the next press is about that one. */
const shown = (words: string) => go().filter({ hasText: words }).waitFor()

const places = async (): Promise<unknown> =>
  Promise.all(
    [
      strip(),
      go(),
      desk.getByRole('contentinfo').getByRole('button', { name: /^Standby/ }),
      desk.getByLabel('Note', { exact: true }),
      desk.getByRole('button', { name: /^HOLD/ }),
    ].map((one) => one.boundingBox()),
  )

describe('before the act', () => {
  test('DESK-31, POCKET-8, CALLING-35: front of house says on its board that the house is clear, the desk shows and withdraws it', async () => {
    await front.getByRole('button', { name: /^Front of house clearance, act 1/ }).click()
    await desk.getByText('House is clear for act 1').waitFor()
    await front.getByText(/^Clearance given for act 1/).waitFor()
    await strip().focus()
    await afterAWord()
    await press('f')
    await until('clearance is withdrawn', () => calling().houseClear.length === 0)
    await front.getByText('Clearance not given yet for act 1').first().waitFor()
    // The key does what the desk's own control says, so the desk must have heard it too.
    await desk.getByText('House: not clear yet').waitFor()
    await afterAWord()
    await press('f')
    await until('the caller may give it too', () => calling().houseClear.length === 1)
  })

  test('DESK-30, CALLING-36: the round on cans is by channel, a key each, and says what to do when they fail', async () => {
    await press('r')
    const panel = desk.getByRole('region', { name: 'Cans' })
    await panel.getByRole('button', { name: /Lights not asked/ }).waitFor()
    expect(await panel.getByRole('listitem').first().textContent()).toContain('A')
    await press('1')
    await press('2')
    await until('two are heard', () => calling().cans.filter((one) => one.heard).length === 2)
    await panel.getByRole('button', { name: /Flys heard/ }).waitFor()
    await press('2')
    await until('one is not', () => calling().cans.filter((one) => !one.heard).length === 1)
    await panel.getByRole('button', { name: /Flys not heard/ }).waitFor()
    await panel.getByText('When cans fail').waitFor()
    expect(await violationsOf(desk)).toEqual([])
    await press('Escape')
    await isLit()
    await desk.getByText('Cans: 1 of 3').filter({ visible: true }).first().waitFor()
    expect(calling().called).toEqual([])
  })
})

describe('clear', () => {
  test('DESK-25, CALLING-29: GO is not ready while a cue waits for clear; k says it and takes it back', async () => {
    await house.press({ name: 'act.up', act: 1 })
    await shown('LX 1')
    await press(' ')
    await shown('LX 2')
    await press(' ')
    await shown('FLY 3')
    await strip().getByText('waits for Noor’s clear').first().waitFor()
    await isReady(false)
    const before = await places()
    await press('s')
    await press(' ')
    await desk.getByText('FLY 3 waits for clear from Noor: it was not called.').waitFor()
    await press('k')
    await until('clear is said', () => calling().clear.length === 1)
    await strip().getByText('Noor: clear').waitFor()
    await isReady(true)
    await afterAWord()
    await press('k')
    await until('clear is withdrawn', () => calling().clear.length === 0)
    await strip().getByText('waits for Noor’s clear').first().waitFor()
    expect(await places()).toEqual(before)
    expect(called()).toEqual(['lx-1', 'lx-2'])
  })

  test('DEPT-8, CALLING-30: the spotter’s department says clear with one touch and can take it back', async () => {
    const say = flys.getByRole('button', { name: /^Say clear for FLY 3/ })
    await afterAWord()
    await say.click()
    await until('clear is said', () => calling().clear.length === 1)
    await afterAWord()
    await flys.getByRole('button', { name: /Touch to withdraw/ }).click()
    await until('clear is withdrawn', () => calling().clear.length === 0)
    // The key means what the screen shows.
    await say.waitFor()
    await afterAWord()
    await flys.keyboard.press('c')
    await until('clear is said by key', () => calling().clear.length === 1)
    await strip().getByText('Noor: clear').waitFor()
    await isReady(true)
    expect(await violationsOf(flys)).toEqual([])
    await press(' ')
    await until('the cue is called', () => called().at(-1) === 'fly-3')
    expect(calling().clear).toEqual([])
  })

  test('DEPT-9, CALLING-34: after GO the department says what became of its cue; complete is quiet, late is not', async () => {
    await shown('LX 4')
    // Each screen hears of the GO by itself: the keys mean what is written on this one.
    await flys.getByText('FLY 3 was').waitFor()
    await flys.keyboard.press('1')
    await until('complete', () => calling().reports[0]?.outcome === 'complete')
    await strip()
      .getByText(/· complete/)
      .waitFor()
    await flys.getByRole('button', { name: /^late/ }).click()
    await until('late', () => calling().reports[0]?.outcome === 'late')
    await strip().getByText('FLY late').waitFor()
    await expect
      .poll(() => flys.getByRole('button', { name: /^late/ }).getAttribute('aria-pressed'))
      .toBe('true')
    for (const button of await flys.getByRole('group').getByRole('button').all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(72)
    }
  })

  test('DESK-29: the caller marks the last cue for a department that says so on cans', async () => {
    const before = await places()
    await press('o')
    await press('3')
    await until('missed', () => calling().reports[0]?.outcome === 'missed')
    await isLit()
    await strip().getByText('FLY missed').waitFor()
    expect(await places()).toEqual(before)
    expect(calling().standbys).toEqual([])
  })
})

describe('elsewhere', () => {
  test('DESK-28, CALLING-32: Shift+S stands by up to the next pause, in the words of a range', async () => {
    await desk.getByRole('button', { name: /Standby LX.4 through 6/ }).waitFor()
    await press('Shift+S')
    await until('three stand by', () => calling().standbys.length === 3)
    await desk
      .getByRole('contentinfo')
      .getByRole('button', { name: /^Standby SND.4/ })
      .waitFor()
  })

  test('DESK-27, CALLING-28: - pressed twice cuts the next cue, which stands there struck through and comes back', async () => {
    const before = await places()
    await press('-')
    await desk.getByRole('button', { name: /^Again: cut/ }).waitFor()
    await aWhile()
    expect(calling().cut).toEqual([])
    await desk.waitForTimeout(SECOND_PRESS_MS + 100)
    await press('-')
    await shown('LX 5')
    await strip().getByText('CUT', { exact: true }).waitFor()
    expect(await places()).toEqual(before)
    await press('+')
    await shown('LX 4')
    expect(calling().cut).toEqual([])
    await pressGuarded(desk, '-')
    await shown('LX 5')
    await strip().getByRole('button', { name: 'Put LX 4 back' }).click()
    await shown('LX 4')
    await isLit()
  })

  test('DESK-27, CALLING-27: x pressed twice skips the next cue', async () => {
    await desk.waitForTimeout(REST_MS + 100)
    await press('x')
    await desk.waitForTimeout(SECOND_PRESS_MS + 100)
    expect(next()).toBe('lx-4')
    await press('x')
    await shown('LX 5')
    expect(calling().skipped.map((one) => moments()[one.moment]?.id)).toEqual(['lx-4'])
    expect(called().at(-1)).toBe('fly-3')
  })

  test('DESK-26, CALLING-26: j opens one field; Enter moves the desk there, Escape does nothing', async () => {
    const before = await places()
    await press('j')
    await desk.keyboard.type('s 4 x -')
    await aWhile()
    expect([next(), calling().cut, called().at(-1)]).toEqual(['lx-5', [], 'fly-3'])
    await strip().getByText('no such cue').waitFor()
    await press('Enter')
    await press('Control+Enter')
    await press('Escape')
    await isLit()
    await aWhile()
    expect([next(), called().at(-1)]).toEqual(['lx-5', 'fly-3'])
    await press('j')
    await desk.keyboard.type('4')
    await strip()
      .getByText(/^which: LX.4 or SND.4\?/)
      .waitFor()
    await press('Enter')
    await desk.getByLabel('Jump to the cue').fill('snd 4')
    expect(await places()).toEqual(before)
    expect(await violationsOf(desk)).toEqual([])
    await press('Enter')
    await shown('SND 4')
    await isLit()
    expect(called().at(-1)).toBe('fly-3')
  })

  test('DESK-26, CALLING-26: Ctrl+Enter in the field calls that cue at once, and only that', async () => {
    await press('j')
    await desk.keyboard.type('lx 5')
    await strip().getByText('look 5').last().waitFor()
    await press('Control+Enter')
    await until('it is called', () => called().at(-1) === 'lx-5')
    await shown('LX 6')
    await isLit()
    expect(called()).toEqual(['lx-1', 'lx-2', 'fly-3', 'lx-5'])
  })

  test('DESK-32, CALLING-33: the pit’s list has a line of its own, and moves nothing of the deck’s', async () => {
    const pit = strip().getByRole('list', { name: 'Other lists' }).getByRole('listitem')
    await pit
      .getByText(/SND.90/)
      .first()
      .waitFor()
    await pit.getByRole('button', { name: /^Standby/ }).click()
    await until('it stands by', () =>
      calling().standbys.some((one) => moments()[one.moment]?.id === 'snd-90'),
    )
    await pit.getByRole('button', { name: /GO/ }).click()
    await until('it is called', () => called().at(-1) === 'snd-90')
    expect(next()).toBe('lx-6')
    await pit
      .getByText(/SND.91/)
      .first()
      .waitFor()
    await isLit()
  })
})

describe('how this desk calls', () => {
  const settings = () => desk.getByText('This desk', { exact: true })

  test('DESK-33, CALLING-31: in two steps nothing is called that is not standing by', async () => {
    await settings().click()
    await desk.getByRole('button', { name: 'Call in two steps' }).click()
    await until('the rule is kept', () => calling().rules.twoStep)
    await press('Escape')
    await press(' ')
    await desk.getByText(/is not standing by: it was not called/).waitFor()
    await press('s')
    await until('it stands by', () => calling().standbys.length === 1)
    await strip().getByText('STANDBY', { exact: true }).first().waitFor()
    await press(' ')
    await until('it is called', () => called().at(-1) === 'lx-6')
    await shown('SND 4')
    await desk.getByRole('button', { name: 'Call in two steps' }).click()
    await until('the rule is off', () => !calling().rules.twoStep)
  })

  test('DESK-34, DESK-35: an unlearned page key scrolls; learned it calls, from anywhere, and nothing else', async () => {
    await press('Escape')
    await press('PageDown')
    await aWhile()
    expect(called().at(-1)).toBe('lx-6')
    await desk.getByRole('button', { name: 'Pedal: learn its key' }).click()
    await press('s')
    await desk.getByText(/has another meaning here/).waitFor()
    await press('PageDown')
    await desk.getByText('The pedal’s key is Page down').waitFor()
    expect(called().at(-1)).toBe('lx-6')
    await desk.getByLabel('Note', { exact: true }).focus()
    await press('PageDown')
    await until('it is called', () => called().at(-1) === 'snd-4')
    await desk.reload()
    await shown('LX 7')
    await press('PageDown')
    await until('the key is kept on the device', () => called().at(-1) === 'lx-7')
  })

  test('DESK-35: a pedal that sends a letter is not heard where it is typed', async () => {
    await settings().click()
    await desk.getByRole('button', { name: 'Pedal: learn its key' }).click()
    await press('b')
    await desk.getByText('The pedal’s key is b').waitFor()
    const count = called().length
    await desk.getByLabel('Note', { exact: true }).focus()
    await desk.keyboard.type('bob b')
    expect(await desk.getByLabel('Note', { exact: true }).inputValue()).toBe('bob b')
    await aWhile()
    expect(called()).toHaveLength(count)
    await desk.getByLabel('Note', { exact: true }).fill('')
    await desk.getByRole('button', { name: 'Forget it' }).click()
  })

  test('DESK-20: with all of it open nothing is wrong with the screen at either size, and it is dark', async () => {
    const measure = await (await browser.newContext()).newPage()
    for (const size of [desktop, laptop]) {
      await desk.setViewportSize(size)
      await desk.waitForTimeout(300)
      expect([size.width, await violationsOf(desk)]).toEqual([size.width, []])
      expect(await overflowOf(desk)).toBe(0)
      expect(await luminanceOf(measure, await desk.screenshot())).toBeLessThanOrEqual(LUMINANCE_MAX)
    }
    await measure.context().close()
  })
})
