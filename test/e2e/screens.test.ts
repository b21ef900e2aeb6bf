// The screens in a real browser: keys, touches, light, and what must not move.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium, saidIn } from '../kit/browser.ts'
import { keptOn } from '../kit/kept-on.ts'
import { luminanceOf, openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { LUMINANCE_MAX } from '../screens/gallery.ts'
import { type House, openHouse } from '../screens/house.ts'

const desktop = { width: 1440, height: 900 }
const tablet = { width: 768, height: 1024 }
const phone = { width: 360, height: 780 }

let browser: Browser
let house: House
let desk: Page
let lights: Page
let pocket: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  desk = await openDevice(browser, await house.server.deskLink(), desktop)
  lights = await openDevice(
    browser,
    await house.invite({ name: 'Lights', roles: ['dept'], department: 'lx' }),
    tablet,
  )
  pocket = await openDevice(
    browser,
    await house.invite({ name: 'A phone', roles: ['perf'], person: 'nkechi' }),
    phone,
  )
  await strip().waitFor()
  await lights.getByRole('main').getByRole('button').waitFor()
  await pocket.getByRole('heading', { name: 'Nkechi' }).waitFor()
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const strip = (): Locator => desk.getByLabel('Calling', { exact: true })
const go = (): Locator => desk.getByRole('button', { name: /^GO/ })
const calling = () => {
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  return night.owner.state().calling
}
/** Waits until the server knows; a press that is refused never gets there. */
const until = (what: string, is: () => boolean) => expect.poll(is, { message: what }).toBe(true)
/** Long enough for a press to have reached the server, had it been one. */
const aWhile = () => desk.waitForTimeout(600)
const settled = (page: Page) => page.waitForTimeout(1_300)
/**
 * The server knows a moment before the desk shows it, and a press is about what the desk shows: on a quick machine the
 * next one would be for the cue just called, and rightly refused.
 */
const goneOn = (words: string | null) =>
  expect.poll(() => go().textContent(), { message: 'GO stands for the next cue' }).not.toBe(words)

/**
 * Keys by the page's own clock: between two keys of a test any time may pass, and what is too soon, or let go early, must be so
 * on every machine.
 */
const keysInThePage = (
  strokes: readonly (readonly [what: 'keydown' | 'keyup', key: string])[],
  betweenMs: number,
) =>
  desk.evaluate(
    async ({ all, ms }) => {
      for (const [index, [what, key]] of all.entries()) {
        if (index > 0 && ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
        document.activeElement?.dispatchEvent(new KeyboardEvent(what, { key, bubbles: true }))
      }
    },
    { all: strokes, ms: betweenMs },
  )
const typed = (key: string) =>
  [
    ['keydown', key],
    ['keyup', key],
  ] as const

/** Where everything stands that must keep its place. */
const places = async (): Promise<unknown> =>
  Promise.all(
    [
      strip(),
      go(),
      desk.locator('footer').getByRole('button', { name: /^Standby/ }),
      desk.getByRole('banner'),
      desk.getByLabel('Note', { exact: true }),
    ].map((one) => one.boundingBox()),
  )

describe('the desk', () => {
  test('DESK-21: the page is black before anything has loaded', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: phone })
    const page = await context.newPage()
    await page.route('**/assets/**', (route) => route.abort())
    await page.goto(`${house.server.address}/desk`)
    const background = page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await background).toBe('rgb(0, 0, 0)')
    await context.close()
  })

  test('DESK-4: the strip is lit on opening, and stays lit when a control is pressed by mouse', async () => {
    await desk.waitForFunction(() => document.activeElement?.hasAttribute('data-strip'))
    await desk.getByRole('button', { name: /^Step back/ }).click({ force: true })
    await desk
      .locator('footer')
      .getByRole('button', { name: /^Standby/ })
      .click()
    await until('the standby is given', () => calling().standbys.length === 1)
    await desk.waitForFunction(() => document.activeElement?.hasAttribute('data-strip'))
  })

  test('DESK-9: a curtain needs two presses of its own key', async () => {
    await desk.keyboard.press('d')
    await desk.keyboard.press('d')
    // Too soon after the first is one hand shaking.
    await keysInThePage([...typed('u'), ...typed('u')], 0)
    await aWhile()
    expect(calling().acts).toEqual([])
    await desk.getByRole('button', { name: /^Again: act 1 up/ }).waitFor()
    await desk.keyboard.press('u')
    await until('act 1 is up', () => calling().acts.length === 1)
    // Until the desk knows it, a GO without a standby would be asked twice (DESK-38).
    await desk.getByRole('button', { name: 'Act 1 down' }).waitFor()
  })

  test('DESK-1, DESK-3: Space and single keys call nothing outside the strip; Ctrl+Enter does, Escape comes back', async () => {
    const before = calling().desk.next
    await desk.getByLabel('Note', { exact: true }).focus()
    await desk.keyboard.type('s h b a 1 go')
    await desk.getByRole('list', { name: 'Notes' }).focus()
    await desk.keyboard.press('Space')
    await desk.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
    )
    await desk.keyboard.press('Space')
    await desk.keyboard.press('s')
    await aWhile()
    expect(calling()).toMatchObject({ desk: { next: before }, standbys: [{ moment: before }] })
    const first = await go().textContent()
    await desk.keyboard.press('Control+Enter')
    await until('the cue is called', () => calling().desk.next === before + 1)
    await goneOn(first)
    const second = await go().textContent()
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('Space')
    await until('the next cue is called', () => calling().desk.next === before + 2)
    await goneOn(second)
    await desk.getByLabel('Note', { exact: true }).fill('')
    await desk.keyboard.press('Escape')
  })

  test('DESK-2: a space bar that is held calls once', async () => {
    const before = calling().desk.next
    for (let count = 0; count < 8; count += 1) await desk.keyboard.down('Space')
    await desk.keyboard.up('Space')
    await until('the cue is called', () => calling().desk.next === before + 1)
    await aWhile()
    expect(calling().desk.next).toBe(before + 1)
  })

  test('DESK-8: HOLD takes a second; a slip does nothing', async () => {
    await keysInThePage(typed('h'), 700)
    const hold = desk.getByRole('button', { name: /HOLD/ })
    const box = await hold.boundingBox()
    if (!box) throw new Error('HOLD is on the desk')
    await desk.mouse.move(box.x + 20, box.y + 20)
    await desk.mouse.down()
    await desk.waitForTimeout(300)
    await desk.mouse.up()
    await aWhile()
    expect(calling().holds).toEqual([])
    await desk.mouse.down()
    await until('the show is held', () => calling().holds.length === 1)
    await desk.mouse.up()
    await aWhile()
    expect(calling().holds.at(-1)?.to).toBeNull()
    await desk.getByRole('button', { name: /^RESUME/ }).waitFor()
  })

  test('DESK-7: a refusal is said in one place, and nothing moves for it', async () => {
    const before = await places()
    const next = calling().desk.next
    await desk.keyboard.press('Space')
    await desk.getByRole('status').filter({ hasText: 'The show is held' }).waitFor()
    expect(calling().desk.next).toBe(next)
    expect(await places()).toEqual(before)
  })

  test('DEPT-6, POCKET-5: a hold stands on every screen, moves nothing and stops the countdown', async () => {
    await lights.getByText('HOLD', { exact: true }).waitFor()
    await pocket.getByText('HOLD', { exact: true }).waitFor()
    const name = lights
      .getByRole('main')
      .getByText(/^LX \d/)
      .first()
    const heldAt = await name.boundingBox()
    const left = () => pocket.getByLabel('Next', { exact: true }).getByRole('paragraph').first().textContent()
    const before = await left()
    await settled(pocket)
    expect(await left()).toBe(before)
    await desk.keyboard.down('h')
    await until('the show runs again', () => calling().holds.at(-1)?.to != null)
    await desk.keyboard.up('h')
    await lights.getByText('HOLD', { exact: true }).waitFor({ state: 'detached' })
    expect(await name.boundingBox()).toEqual(heldAt)
  })

  test('DESK-15: a stage manager follows until the desk is taken', async () => {
    const page = await openDevice(
      browser,
      await house.invite({ name: 'A stage manager', roles: ['SM'] }),
      desktop,
    )
    await page.getByText('This screen follows the desk.').waitFor()
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-strip'))
    const before = calling().standbys.length
    await page.keyboard.press('s')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: /^GO/ }).click({ force: true })
    await aWhile()
    expect(calling().standbys.length).toBe(before)
    await page.keyboard.press('t')
    await until('the desk is taken', () => calling().desk.taken.length === 1)
    await page.getByText('This screen follows the desk.').waitFor({ state: 'detached' })
    await page.keyboard.press('s')
    await until('the standby is given', () => calling().standbys.length === before + 1)
    await page.context().close()
  })

  test('DESK-16: while nothing is kept, the top says so loudly', async () => {
    const context = await browser.newContext({
      viewport: desktop,
      storageState: await desk.context().storageState(),
    })
    const page = await context.newPage()
    await page.routeWebSocket('**/live', (socket) => {
      const server = socket.connectToServer()
      server.onMessage((text) =>
        socket.send(saidIn(text).replaceAll('"failing":null', '"failing":"the disk is full"')),
      )
    })
    await page.goto(`${house.server.address}/desk`)
    await page.getByRole('alert').filter({ hasText: 'NOT SAVED: the disk is full' }).waitFor()
    await context.close()
  })
})

describe('a department', () => {
  test('DEPT-2: a touch anywhere answers, and so do Space and Enter', async () => {
    const answered = () =>
      calling()
        .standbys.at(-1)
        ?.acknowledged.some((one) => one.department === 'lx') === true
    const nextWithLights = async () => {
      const next = await house.callUntil((moment) => moment.cues.some((cue) => cue.department === 'lx'))
      if (!next) throw new Error('the demo has light cues left')
      const standing = calling().standbys.some((one) => one.moment === next.index)
      if (!standing) await house.press({ name: 'standby.give', moment: next.id })
      await lights.getByText('STANDBY', { exact: true }).waitFor()
      return next
    }
    const callIt = async () => {
      await house.press({ name: 'cue.go', moment: (await nextMoment()).id, move: calling().desk.move })
      await lights.getByText('GO', { exact: true }).waitFor()
    }
    const nextMoment = async () => {
      const next = house.server.stage.night()?.plan.timeline.moments[calling().desk.next]
      if (!next) throw new Error('a moment is next')
      return next
    }
    await nextWithLights()
    await lights.mouse.click(700, 600)
    await until('the touch has answered', answered)
    await lights.getByText(/^standing by, /).waitFor()
    await callIt()
    await nextWithLights()
    await lights.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
    )
    await lights.keyboard.press('Space')
    await until('Space has answered', answered)
    await callIt()
    await nextWithLights()
    await lights.keyboard.press('Enter')
    await until('Enter has answered', answered)
  })
})

describe('every screen', () => {
  test('DESK-20: no fault that axe finds, nothing sticks out, dark', async () => {
    const measure = await (await browser.newContext()).newPage()
    for (const page of [desk, lights, pocket]) {
      await settled(page)
      expect(await violationsOf(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
      expect(await luminanceOf(measure, await page.screenshot())).toBeLessThanOrEqual(LUMINANCE_MAX)
    }
  })

  test('POCKET-5, LINK-13: over a dead line the countdown stands still and its age is said', async () => {
    await house.pull()
    await pocket.getByText(/\d s old/).waitFor()
    const left = () => pocket.getByLabel('Next', { exact: true }).getByRole('paragraph').first().textContent()
    const before = await left()
    await pocket.waitForTimeout(2_500)
    expect(await left()).toBe(before)
    await house.open()
    for (const page of [desk, lights, pocket]) await page.getByText('live', { exact: true }).waitFor()
  })

  test('LINK-22: a note written over a dead line survives the page', async () => {
    const context = await browser.newContext({
      viewport: desktop,
      storageState: await desk.context().storageState(),
    })
    const page = await context.newPage()
    await page.goto(`${house.server.address}/desk`)
    await page.getByText('live', { exact: true }).waitFor()
    await house.pull()
    await page.getByText(/\d s old/).waitFor()
    await page.getByLabel('Note', { exact: true }).fill('lx: the last lamp flickers')
    await page.keyboard.press('Enter')
    await page.getByText('not kept yet').waitFor()
    await expect.poll(() => keptOn(page)).toContain('the last lamp flickers')
    await page.close()
    await house.open()
    const texts = () => calling().notes.map((one) => one.text)
    expect(texts()).not.toContain('the last lamp flickers')
    const again = await context.newPage()
    await again.goto(`${house.server.address}/desk`)
    await until('the note is kept', () => texts().includes('the last lamp flickers'))
    await again.reload()
    await again.getByText('live', { exact: true }).waitFor()
    await aWhile()
    expect(texts().filter((text) => text === 'the last lamp flickers').length).toBe(1)
    await context.close()
    for (const one of [desk, lights, pocket]) await one.getByText('live', { exact: true }).waitFor()
  })

  test('DESK-24: the report is dark on the screen, black on white on paper, with its time on it', async () => {
    const page = await desk.context().newPage()
    await page.goto(`${house.server.address}/report`)
    await page.getByRole('heading', { name: /Slack Water · performance 1/ }).waitFor()
    const colours = () =>
      page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body)
        return [
          backgroundColor,
          color,
          getComputedStyle(document.querySelector('article') ?? document.body).color,
        ]
      })
    expect((await colours())[0]).toBe('rgb(0, 0, 0)')
    await page.emulateMedia({ media: 'print' })
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)'])
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    expect(await page.title()).toMatch(/^Slack Water · performance 1 · report · read \d\d:\d\d:\d\d$/)
    expect(
      await page.evaluate(() =>
        [...document.adoptedStyleSheets]
          .flatMap((one) => [...one.cssRules].map((rule) => rule.cssText))
          .join(),
      ),
    ).toMatch(/@bottom-left \{[^}]*content: "Slack Water · performance 1/)
    expect(await violationsOf(page)).toEqual([])
  })
})
