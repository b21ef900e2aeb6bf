// What holds on every screen in every theme: no fault that axe finds, every control by keyboard, no white frame.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { taskId } from '../../src/core/calling/apply-tasks.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { themes } from '../../src/web/ui/display-settings.ts'
import { launchChromium, saidIn } from '../kit/browser.ts'
import { luminanceOf, overflowOf, violationsOf } from '../screens/browser.ts'

import { everyScreen, openScreen, setTheme } from '../screens/every.ts'
import { recordFrames } from '../screens/frames.ts'
import { LUMINANCE_MAX, URGENT_LUMINANCE_MAX } from '../screens/gallery.ts'
import { type House, openHouse } from '../screens/house.ts'
import { hiddenAtFocus, unmarkedIn, walkByTab } from '../screens/keyboard.ts'
import { faultsInEachLanguage } from '../screens/languages.ts'
import { layoutOf } from '../screens/layout.ts'
import { noticed, noticedEvening } from '../screens/people-noticed.ts'
import type { Screen } from '../screens/screen.ts'
import { longLists, shortLists } from '../screens/short-lists.ts'

/** A server far away: the page is there long before its script. */
const SLOW_MS = 250
/** Fingers, at an arm's length, in the dark. */
const TOUCH_PX_MIN = 44

let browser: Browser
let house: House
let short: House
let people: House
/** A page that is not ours, to measure pictures in. */
let measure: Page
const pages = new Map<string, Page>()

beforeAll(async () => {
  browser = await launchChromium()
  measure = await (await browser.newContext()).newPage()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  await house.press({ name: 'act.up', act: 1 })
  const next = await house.callUntil((moment) => moment.cues.length >= 4)
  if (!next) throw new Error('the demo has a crowded moment')
  await house.press({ name: 'standby.give', moment: next.id })
  for (const text of ['A note', 'The harbour lamp sticks'])
    await house.press({ name: 'note.write', department: null, text })
  await house.press({ name: 'task.give', task: taskId(1, 1), owner: { department: id<'department'>('lx') } })
  short = await shortLists(house.now())
  people = await noticedEvening(house.now())
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
  await short?.close()
  await people?.close()
})

const pageOf = (name: string): Page => {
  const page = pages.get(name)
  if (page === undefined) throw new Error(`${name} is not open`)
  return page
}

const houseOf = (screen: Screen): House => {
  if (longLists.includes(screen)) return short
  return noticed.includes(screen) ? people : house
}
/** Looked at again below. */
const KEPT: readonly string[] = ['department', 'pocket']

describe.each([...everyScreen, ...longLists, ...noticed])('$name', (screen) => {
  const { name, live, touched, ready, urgent = false } = screen
  const lightest = urgent ? URGENT_LUMINANCE_MAX : LUMINANCE_MAX
  // One after the other: forty screens that live beside it would slow the one that is looked at.
  beforeAll(async () => {
    pages.set(name, await openScreen(browser, houseOf(screen), screen))
  })
  afterAll(async () => {
    if (!KEPT.includes(name)) await pageOf(name).context().close()
  })

  test('SCREENS-9: axe finds no fault in any theme', async () => {
    const page = pageOf(name)
    const found: Record<string, unknown> = {}
    for (const theme of themes) {
      await setTheme(page, theme)
      const violations = await violationsOf(page, theme === themes[0] ? 'every' : 'colour')
      if (violations.length > 0) found[theme] = violations
    }
    await setTheme(page, 'dim')
    expect(found).toEqual({})
    expect(await overflowOf(page)).toBe(0)
  })

  test('SCREENS-5: it is dark in each dark theme', async () => {
    const page = pageOf(name)
    for (const theme of themes.filter((one) => one !== 'light')) {
      await setTheme(page, theme)
      await page.waitForTimeout(50)
      const light = await luminanceOf(measure, await page.screenshot())
      expect(light, `${theme}${live ? '' : ' (not live)'}`).toBeLessThanOrEqual(lightest)
    }
    await setTheme(page, 'dim')
  })

  test('SCREENS-10: Tab comes to every control in order, and each shows it, in every theme', async () => {
    const page = pageOf(name)
    const display = page.getByText('Light and type', { exact: true })
    if ((await display.count()) > 0) {
      await display.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('radio', { name: 'blue' }).waitFor({ state: 'attached' })
    }
    const { missed, unmarked, outOfOrder, reached } = await walkByTab(page)
    expect({ missed, unmarked, outOfOrder }).toEqual({ missed: [], unmarked: [], outOfOrder: [] })
    expect(reached.length, 'something can be reached').toBeGreaterThan(0)
    // The way through the page is the same in every theme; what marks its stops is not.
    expect(await unmarkedIn(page, themes)).toEqual([])
    await setTheme(page, 'dim')
    if ((await display.count()) > 0) await display.click()
    // What stays at the foot of a page lies over nothing that the keyboard is at.
    expect(await hiddenAtFocus(page)).toEqual([])
  })

  test('SCREENS-7: nothing is cut off, covered or too small to touch', async () => {
    const { clipped, overlapping, small } = await layoutOf(pageOf(name), touched ? TOUCH_PX_MIN : 24)
    expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  })

  test('SCREENS-6, SCREENS-8: what the browser draws itself is dark, and nothing moves unasked', async () => {
    const page = pageOf(name)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { scheme, bright, moving } = await page.evaluate(() => ({
      scheme: getComputedStyle(document.documentElement).colorScheme,
      bright: [...document.querySelectorAll('button,input,select,textarea,option')].filter((one) =>
        (getComputedStyle(one).backgroundColor.match(/\d+/g) ?? [])
          .slice(0, 3)
          .some((part) => Number(part) > 80),
      ).length,
      moving: document.getAnimations().length,
    }))
    expect({ scheme, bright, moving }).toEqual({ scheme: 'dark', bright: 0, moving: 0 })
    await page.emulateMedia({ reducedMotion: null })
  })

  test('SCREENS-4: no frame is bright on load, from a slow server and on reload', async ({ skip }) => {
    skip(!everyScreen.includes(screen), 'the same screen with other things on it was loaded already')
    const page = pageOf(name)
    const address = page.url()
    const refused: string[] = []
    page.on('console', (said) => {
      if (said.text().includes('Content Security Policy')) refused.push(said.text())
    })
    const frames = await recordFrames(page)
    await page.goto(address)
    await ready(page)
    await page.route('**/assets/**', async (route) => {
      await new Promise((go) => setTimeout(go, SLOW_MS))
      await route.continue()
    })
    await page.reload()
    await ready(page)
    await page.unrouteAll({ behavior: 'wait' })
    const lights = await frames.lights(measure)
    expect(lights.length, 'frames were seen').toBeGreaterThan(3)
    expect(Math.max(...lights)).toBeLessThanOrEqual(lightest)
    // Whatever the page's own policy forbids, the page does not try.
    expect(refused).toEqual([])
  })

  test('WORDS-4: in every language, at 360 px and with text at 200 %, nothing is cut off or lies over another', async ({
    skip,
  }) => {
    skip(!everyScreen.includes(screen), 'the same screen with other things on it was looked at already')
    const page = pageOf(name)
    const address = page.url()
    expect(await faultsInEachLanguage(page, screen, house.server.address)).toEqual({})
    if (!KEPT.includes(name)) return
    await page.goto(address)
    await ready(page)
  })
})

test('SCREENS-3: a device keeps its theme, its brightness and its colour of standby, and nothing moves', async () => {
  const page = pageOf('department')
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('header,main,footer')].map((one) => one.getBoundingClientRect().y),
    )
  const before = await places()
  await page.getByText('Light and type', { exact: true }).click()
  for (const name of ['red', 'small', 'middle'])
    await page.getByRole('radio', { name }).first().check({ force: true })
  await page
    .getByRole('group', { name: 'Standby is' })
    .getByRole('radio', { name: 'red' })
    .check({ force: true })
  await page.getByRole('slider', { name: 'Brightness' }).fill('0.5')
  const shown = () =>
    page.evaluate(() => {
      const { filter } = getComputedStyle(document.documentElement)
      const { theme, cueLight } = document.documentElement.dataset
      return { theme, cueLight, filter }
    })
  const chosen = { theme: 'red', cueLight: 'red', filter: 'brightness(0.5)' }
  await expect.poll(shown).toEqual(chosen)
  expect(await places()).toEqual(before)
  await page.reload()
  await page.getByText('live', { exact: true }).waitFor()
  await expect.poll(shown).toEqual(chosen)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await page.getByText('live', { exact: true }).waitFor()
})

test('SCREENS-4: no frame is bright when an update asks for a reload, nor after it', async () => {
  const context = await browser.newContext({ storageState: await pageOf('pocket').context().storageState() })
  const page = await context.newPage()
  const frames = await recordFrames(page)
  let updated = false
  await page.routeWebSocket('**/live', (socket) => {
    const server = socket.connectToServer()
    const bye = { t: 'bye', why: 'reload', sentence: 'Ghostlight was updated: reload this page.' }
    server.onMessage((text) => {
      socket.send(updated || !saidIn(text).includes('"t":"snapshot"') ? text : JSON.stringify(bye))
    })
  })
  await page.goto(house.server.address)
  await page.getByText('Ghostlight was updated').waitFor()
  updated = true
  await page.getByRole('button', { name: 'Reload' }).click()
  await page.getByText('live', { exact: true }).waitFor()
  const lights = await frames.lights(measure)
  expect(lights.length).toBeGreaterThan(2)
  expect(Math.max(...lights)).toBeLessThanOrEqual(LUMINANCE_MAX)
  await context.close()
})

test('SCREENS-4: a white frame would be seen', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const frames = await recordFrames(page)
  await page.route('**/white', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>white until its style has come' }),
  )
  await page.goto(`${house.server.address}/white`)
  await expect.poll(async () => Math.max(...(await frames.soFar(measure)))).toBeGreaterThan(0.5)
  await context.close()
})

test('SCREENS-7, SCREENS-10: text on text, a cut word, a small target and a hidden focus would be found', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.setContent(`
    <p style="position:absolute;top:90px;left:0">one over</p><p style="position:absolute;top:94px;left:4px">the other</p>
    <div style="width:60px;overflow:hidden;white-space:nowrap">cut off in the middle</div>
    <button style="height:20px;width:20px;padding:0">+</button>
    <button style="outline:none;height:50px;width:90px">silent</button>
    <button style="height:50px;width:90px" tabindex="-1">left out</button>`)
  const { clipped, overlapping, small } = await layoutOf(page, TOUCH_PX_MIN)
  expect([clipped.length, overlapping.length, small.length]).toEqual([1, 1, 1])
  expect(await walkByTab(page)).toMatchObject({
    missed: ['left out'],
    unmarked: ['silent'],
    reached: ['+', 'silent'],
  })
  expect(await unmarkedIn(page, ['dim'])).toEqual(['silent (dim)'])
  await context.close()
})
