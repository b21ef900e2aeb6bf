// The demo show, called whole from the desk with the keyboard alone, by someone who reads only the screen.

import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/core/paperwork/report.ts'
import { launchChromium, newDevice, pressGuarded } from '../kit/browser.ts'
import { type Served, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'

const folder = temporaryFolder()
let browser: Browser
let served: Served

beforeAll(async () => {
  browser = await launchChromium()
  served = await serveGhostlight('--demo', '--data', join(folder.path, 'data'), '--go-interval', '0')
})

afterAll(async () => {
  await browser?.close()
  await served?.end('SIGTERM')
  folder.remove()
})

/** More presses than any show has: whoever is still calling then is going round in circles. */
const PRESSES_MAX = 1_000

/** Some four hundred presses, each seen on the screen before the next, on a machine with other work. */
const CALLING_MS_MAX = 420_000

/** A press that the server takes is on the screen long before this. */
const CALLED_MS_MAX = 20_000

async function pressTwice(page: Page, key: string, then: string): Promise<void> {
  await pressGuarded(page, key)
  await page.getByRole('button', { name: then }).waitFor()
}

const goOf = (page: Page) => page.getByRole('button', { name: /^GO/ })

/** The caller hears the spotter on cans and says so; GO is ready once the desk has heard it. */
async function sayClear(page: Page): Promise<void> {
  await page.keyboard.press('k')
  await expect.poll(() => goOf(page).getAttribute('aria-disabled')).toBe('false')
}

/** Stands by and calls until the desk asks whether the next act’s cue is meant, or GO stands for nothing; how many were called. */
async function callAct(page: Page): Promise<number> {
  const go = goOf(page)
  const asks = page.getByText(/was not called: act \d is not up/)
  const act = await page.getByRole('button', { name: /^Act \d down/ }).textContent()
  for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
    if ((await go.textContent())?.includes('not clear')) await sayClear(page)
    const before = (await go.textContent()) ?? ''
    if (!/\d/.test(before)) return presses
    if (presses % 3 === 0) await page.keyboard.press('s')
    await page.keyboard.press(' ')
    const answered = async () => (await go.textContent()) !== before || (await asks.count()) > 0
    await expect.poll(answered, { timeout: CALLED_MS_MAX, interval: 20 }).toBe(true)
    if ((await go.textContent()) === before) return presses
    expect(await page.getByRole('button', { name: /^Act \d down/ }).textContent()).toBe(act)
  }
  throw new Error('the show has no end')
}

test('NIGHTS-5: the demo is called from its first cue to its last by keys alone', {
  timeout: CALLING_MS_MAX,
}, async () => {
  const { page, complaints } = await newDevice(browser, { width: 1440, height: 900 })
  await page.goto(served.deskLink)
  await page.getByRole('button', { name: 'Act 1 up' }).waitFor()
  await pressTwice(page, 'u', 'Act 1 down')
  const first = await callAct(page)
  await pressTwice(page, 'd', 'Act 2 up')
  await pressTwice(page, 'u', 'Act 2 down')
  const called = first + (await callAct(page))
  await pressTwice(page, 'd', 'Close the night')
  await pressTwice(page, 'e', 'Open')
  const answer = await page.request.get(`${served.address}/api/report`)
  const { report } = (await answer.json()) as { report: Report }
  expect(report.cueLog.length).toBe(called)
  expect(called).toBeGreaterThanOrEqual(60)
  expect(new Set(report.cueLog.map((one) => one.cues.join())).size).toBe(called)
  expect(complaints).toEqual([])
})
