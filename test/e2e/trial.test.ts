// The caller's own trial: the demo's first act in its real order, with the keyboard alone, by someone who knows only
// what a person reads on the screen: the words of the page and the keys written on its controls.

import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { type Served, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'
import { linkFor } from '../kit/links.ts'

const TRIAL_MS_MAX = 420_000
/** More cues than an act has: whoever is still calling then goes round in circles. */
const CUES_MAX = 250
/** What is seen within this is seen; what is not is told with the whole screen. */
const SEEN_MS_MAX = 15_000
/** One standby in so many is given; the others are called without. */
const STANDBY_EVERY = 4

const folder = temporaryFolder()
let browser: Browser
let served: Served

beforeAll(async () => {
  browser = await launchChromium()
  served = await serveGhostlight('--demo', '--data', join(folder.path, 'data'), '--go-interval', '0')
})

afterAll(async () => {
  await served?.end('SIGTERM')
  await browser?.close()
  folder.remove()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Eyes and fingers, and nothing else. */
class Caller {
  readonly #page: Page
  keys = 0
  seen = ''

  constructor(page: Page) {
    this.#page = page
  }

  async look(): Promise<string> {
    this.seen = await this.#page.locator('body').ariaSnapshot()
    return this.seen
  }

  async press(key: string): Promise<void> {
    this.keys += 1
    await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    this.keys += text.length
    await this.#page.keyboard.type(text)
  }

  async holdDown(key: string, ms: number): Promise<void> {
    this.keys += 1
    await this.#page.keyboard.down(key)
    await wait(ms)
    await this.#page.keyboard.up(key)
  }

  /** Looks until it is there; what was found. */
  async sees(words: RegExp): Promise<RegExpExecArray> {
    const until = Date.now() + SEEN_MS_MAX
    for (;;) {
      const found = words.exec(await this.look())
      if (found) return found
      if (Date.now() > until) throw new Error(`never seen: ${words}\n${this.seen.slice(-3_000)}`)
      await wait(30)
    }
  }

  /** The words on the first control that begin like this, without its key; null where there is none. */
  control(words: string): { readonly words: string; readonly key: string } | null {
    const [, all = '', key = ''] = new RegExp(`button "(${words}[^"]*?) ([^ "]+)"`).exec(this.seen) ?? []
    return all === '' ? null : { words: all, key: key === 'space' ? ' ' : key }
  }

  /** The key that is written on a control, pressed once. */
  async pressOn(words: string): Promise<void> {
    await this.look()
    const control = this.control(words)
    if (control === null) throw new Error(`no control “${words}”\n${this.seen.slice(-3_000)}`)
    await this.press(control.key)
  }

  /** What asks for a second press gets it, when it cannot be taken for a double click. */
  async pressTwice(words: string): Promise<void> {
    await wait(1_100)
    await this.look()
    const control = this.control(words)
    await this.pressOn(words)
    await this.sees(/button "[^"]*[Aa]gain/)
    await wait(600)
    await this.press(control?.key ?? '')
  }

  /** What would be called now. */
  async next(): Promise<string> {
    await this.look()
    return this.control('GO')?.words ?? ''
  }

  async status(): Promise<string> {
    return [...(await this.look()).matchAll(/- status: (.*)/g)].map(([, words]) => words).join(' ')
  }
}

/** Somebody at their own screen, who answers when they are asked. */
async function answers(page: Page, until: () => boolean): Promise<number> {
  let answered = 0
  const face = page.getByRole('main').getByRole('button')
  while (!until()) {
    // Where the test is over before the act is, there is nobody to ask.
    const words = (await face.textContent().catch(() => null)) ?? ''
    if (words.includes('Touch: standing by')) {
      await face.click()
      answered += 1
    }
    await wait(150)
  }
  return answered
}

test('NIGHTS-8: the first act of the demo, called with the keyboard alone by who reads only the screen', {
  timeout: TRIAL_MS_MAX,
}, async () => {
  const { page, complaints } = await newDevice(browser, { width: 1440, height: 900 })
  await page.goto(served.deskLink)
  await page.getByText('live', { exact: true }).waitFor()
  // Setting up, with the mouse: one department has a screen of its own.
  const lights = await newDevice(browser, { width: 768, height: 1024 })
  await lights.page.goto(
    await linkFor(page, 'A department’s screen', { label: 'Which department', name: 'Lights' }),
  )
  let isOver = false
  const answering = answers(lights.page, () => isOver)
  const caller = new Caller(page)
  const done = { calls: 0, cues: 0, standbys: 0, clears: 0, refusals: 0 }

  await caller.sees(/keys live here/)
  done.calls = await giveCalls(caller)
  await caller.pressOn('House is clear')
  await caller.sees(/House is clear for act 1/)
  await caller.pressTwice('Act 1 up')
  await caller.sees(/button "Act 1 down d"/)

  for (; done.cues < CUES_MAX; done.cues += 1) {
    const next = await caller.next()
    // The next one is a whole interval away: this act has no more.
    if (/- text: (?:Next|STANDBY) in [1-9]\d:\d\d/.test(caller.seen)) break
    if (done.cues % STANDBY_EVERY === 0) await standBy(caller, done)
    if (done.cues === 6) await writeANote(caller)
    if (done.cues === 9) await holdAndResume(caller, done)
    if (next.includes('not clear') || caller.control('clear on cans')) await waitForClear(caller, done)
    const called = await caller.next()
    await caller.pressOn('GO')
    await expect.poll(() => caller.next(), { timeout: SEEN_MS_MAX, interval: 30 }).not.toBe(called)
    if (done.cues === 12) await stepBackOnce(caller, called)
  }
  await caller.pressTwice('Act 1 down')
  await caller.sees(/button "Act 2 up u"/)
  isOver = true
  const answered = await answering
  console.log(
    `the first act by ${caller.keys} keys: ${JSON.stringify({ ...done, answeredOnTheirScreen: answered })}`,
  )
  expect(done.calls).toBeGreaterThanOrEqual(4)
  expect(done.cues).toBeGreaterThanOrEqual(60)
  expect(done.clears).toBeGreaterThan(0)
  expect(done.refusals).toBeGreaterThanOrEqual(2)
  expect(answered).toBeGreaterThan(0)
  expect([...complaints, ...lights.complaints]).toEqual([])
})

/** Every call that the desk still shows, each asked twice where it is early. */
async function giveCalls(caller: Caller): Promise<number> {
  for (let given = 0; ; given += 1) {
    await caller.look()
    const call = caller.control('Call ')
    if (call === null) return given
    await caller.press(call.key)
    await expect
      .poll(async () => {
        await caller.look()
        return caller.control('Early') !== null || caller.control('Call ')?.words !== call.words
      })
      .toBe(true)
    if (caller.control('Early')) {
      await wait(600)
      await caller.pressOn('Early')
    }
    await expect
      .poll(async () => (await caller.look()) && caller.control('Call ')?.words)
      .not.toBe(call.words)
    await wait(1_100)
  }
}

type Done = { standbys: number; clears: number; refusals: number }

/** Gives it, waits for who has a screen, and marks the others, who answer on cans. */
async function standBy(caller: Caller, done: Done): Promise<void> {
  await caller.pressOn('Standby ')
  await caller.sees(/- text: STANDBY/)
  done.standbys += 1
  if (/button "Lights answered on cans/.test(caller.seen)) await caller.sees(/LX [^\n]*standing by/)
  if (caller.control('all answered on cans')) await caller.pressOn('all answered on cans')
  await expect.poll(async () => (await caller.look()).includes('all answered on cans')).toBe(false)
}

/** Tried too early once: the desk says why not, and what it waits for. */
async function waitForClear(caller: Caller, done: Done): Promise<void> {
  if (done.clears === 0) {
    await caller.pressOn('GO')
    await expect.poll(() => caller.status()).toMatch(/clear/)
    done.refusals += 1
  }
  await caller.pressOn('clear on cans')
  await caller.sees(/button "withdraw k"/)
  done.clears += 1
}

async function writeANote(caller: Caller): Promise<void> {
  await caller.sees(/textbox "Note"/)
  await caller.press('n')
  await caller.type('lx: the glow is late')
  await caller.press('Enter')
  await caller.sees(/the glow is late/)
  await caller.press('Escape')
  await caller.sees(/keys live here/)
}

/** Held, nothing is called: the desk says so. */
async function holdAndResume(caller: Caller, done: Done): Promise<void> {
  await caller.look()
  const next = await caller.next()
  await caller.holdDown('h', 1_300)
  await caller.sees(/button "RESUME/)
  await caller.pressOn('GO')
  await expect.poll(() => caller.status()).toMatch(/held/i)
  done.refusals += 1
  expect(await caller.next()).toBe(next)
  await caller.holdDown('h', 1_300)
  await caller.sees(/button "HOLD/)
}

/** One too far: back, seen to be back, and on again without calling it twice. */
async function stepBackOnce(caller: Caller, called: string): Promise<void> {
  const ahead = await caller.next()
  await caller.pressOn('Step back one cue')
  await caller.sees(/desk stepped back/)
  await expect.poll(() => caller.next()).toBe(called)
  await caller.pressTwice('Skip')
  await expect.poll(() => caller.next()).toBe(ahead)
}
