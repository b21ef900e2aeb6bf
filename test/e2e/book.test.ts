// The book by keyboard: a play is imported, cued, replaced by its next version, confirmed, locked, noted and called; and a very long one goes as lightly.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import type { Show } from '../../src/core/show/show.ts'
import { SCRIPT_LINES_MAX } from '../../src/formats/show-file/limits.ts'
import { launchChromium, newDevice, pressGuarded } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { holdBack } from '../kit/held-back.ts'
import { longShow, sentence } from '../kit/long-show.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'
import { scriptPdf, smallPdf } from '../kit/small-pdf.ts'
import { violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

async function opened(show: Show | null, size: { width: number; height: number }) {
  const house = await openServedHouse({ show, webDir: join(root, 'dist/web') })
  const { page } = await newDevice(browser, size)
  await page.goto(`${house.server.address}/join#${await house.invite({ roles: ['caller', 'SM'] })}`)
  await page.waitForURL((url) => url.pathname !== '/join')
  return { house, page }
}

const line = (at: number): string => `Line ${at} says ${sentence(at, 8)}.`

/** A play of three scenes in Fountain, from the lines it is given. */
const play = (lines: readonly string[]): string =>
  [0, 1, 2]
    .map((scene) => {
      const own = lines.slice(scene * 30, (scene + 1) * 30)
      const speeches = own.map((text, at) => `${at % 2 === 0 ? 'PELL' : 'ROSE'}\n${text}\n`)
      return `INT. QUAY ${scene + 1} - NIGHT #${scene + 1}#\n\n${speeches.join('\n')}`
    })
    .join('\n\n')

test('BOOK-15, BOOK-19: a play becomes a book that is called from: 60 cues by keyboard, a new version, its doubts, the lock, a note, GO', async () => {
  const { house, page } = await opened(null, { width: 1180, height: 820 })
  const lines = Array.from({ length: 90 }, (_, at) => line(at))
  try {
    await page.goto(`${house.server.address}/files`)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(file('quay.fountain', play(lines)))
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.waitForURL('**/show')
    await page.goto(`${house.server.address}/book`)
    await page.locator('[data-here]').waitFor()
    await look(page, 'book-new')
    await settleQuestions(page)
    await placeSixty(page)
    await look(page, 'book-cued')
    await isWell(page)
    await changeOne(page)
    // Eight lines cut, ten moved to the end of the scene, and one with a cue on it edited.
    const [kept, moved] = [lines.slice(0, 22), lines.slice(30, 40)]
    const edited = [...kept, ...lines.slice(40), ...moved].map((text) =>
      text.replace('Line 44 says', 'Line 44 sings out'),
    )
    await takeVersion(page, play(edited))
    await confirmDoubts(page)
    await lockAndNote(page)
    await look(page, 'book-locked')
    await page.setViewportSize({ width: 360, height: 780 })
    await look(page, 'book-phone')
    await isWell(page)
    await headFolds(page)
    await listLeadsToScript(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await callThree(house, page)
  } finally {
    await page.context().close()
    await house.close()
  }
})

async function headFolds(page: Page): Promise<void> {
  const toDesk = page.getByRole('link', { name: 'To the desk' })
  expect(await toDesk.count()).toBe(0)
  const head = await page.locator('header').first().boundingBox()
  expect(head?.height).toBeLessThan(780 / 3)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await toDesk.waitFor()
  await isWell(page)
  await page.getByRole('button', { name: 'Less', exact: true }).click()
  await toDesk.waitFor({ state: 'hidden' })
}

test('SCRIPT-9: a PDF with words is opened as a script, its questions are settled in place, and it is what is published', async () => {
  const { house, page } = await opened(null, { width: 1180, height: 820 })
  const pages = ['We are late, and the lamp has been won-\nderfully out all night.', 'Not so late.', 'Gone.']
  const rows = pages.map((said, at) => [
    ...['                    The Harbour Lamp', ''],
    ...(at === 0 ? ['ACT ONE', '', 'SCENE 1. The quay', '', 'Enter Bess.', ''] : []),
    ...[`                    ${at % 2 === 0 ? 'BESS' : 'TOM'}`, ...said.split('\n'), ''],
    `                    ${at + 1}`,
  ])
  const buffer = Buffer.from(scriptPdf(rows))
  try {
    await page.goto(`${house.server.address}/files`)
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'lamp.pdf', mimeType: 'application/pdf', buffer })
    await page.getByText(/is a play\. It can be the beginning of a show\./).waitFor()
    await look(page, 'pdf-read')
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.waitForURL('**/show')
    await page.goto(`${house.server.address}/book`)
    const open = page.getByRole('region', { name: 'Open from the import' })
    await open.getByText(/“The Harbour Lamp” stands at the top/).waitFor()
    await look(page, 'pdf-questions')
    await isWell(page)
    await settleAll(page)
    await kept(page)
    const texts = async () => (await house.server.stage.published())?.script.map(({ text }) => text)
    await expect
      .poll(texts)
      .toEqual([
        ...['Enter Bess.', 'We are late, and the lamp has been wonderfully', 'out all night.'],
        ...['Not so late.', 'Gone.'],
      ])
    await page.reload()
    await page.getByText('out all night.').waitFor()
    expect(await open.count()).toBe(0)
  } finally {
    await page.context().close()
    await house.close()
  }
})

/** One kind of question after another, until none stands open. */
async function settleAll(page: Page): Promise<void> {
  const open = page.getByRole('region', { name: 'Open from the import' })
  const kinds = open.getByRole('region')
  for (let left = await kinds.count(); left > 0; left = await kinds.count()) {
    await kinds
      .first()
      .getByRole('button', { name: /settled/i })
      .first()
      .click()
    await expect.poll(() => kinds.count()).toBeLessThan(left)
  }
  await open.waitFor({ state: 'detached' })
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
const kept = (page: Page) =>
  page
    .getByText(/^(?:Everything is kept|Locked for performance)/)
    .first()
    .waitFor()

async function isWell(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, 44)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
}

async function settleQuestions(page: Page): Promise<void> {
  const open = page.getByRole('region', { name: 'Open from the import' })
  await open
    .getByRole('button', { name: /^Settled/ })
    .first()
    .click()
  await open.waitFor({ state: 'detached' })
}

async function placeSixty(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')
  for (let cue = 1; cue <= 60; cue += 1) {
    await keyboard.press('c')
    // The department stays the last one's, and the number is the next one.
    if (cue === 1) await keyboard.type('LX 1 dusk')
    else if (cue === 31) await keyboard.type('snd 1 sea')
    await keyboard.press('Enter')
    await keyboard.press('ArrowDown')
  }
  await kept(page)
  expect(await page.evaluate(() => document.querySelector('[data-here]')?.textContent)).toContain('says')
}

/** Renamed, together with the one before, taken back, carried to another word, a standby point set. */
async function changeOne(page: Page): Promise<void> {
  const { keyboard } = page
  const find = page.getByRole('textbox', { name: /^Find words/ })
  await keyboard.press('/')
  await find.fill('snd 5')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await keyboard.press('r')
  await page.getByRole('textbox', { name: 'Change SND 5' }).fill('SND 5.5 gulls')
  await keyboard.press('Enter')
  await page.locator('[data-cue]').filter({ hasText: 'SND 5.5 gulls' }).waitFor()
  await keyboard.press('u')
  await page
    .locator('[data-cue]')
    .filter({ hasText: /^SND 5\s*$/ })
    .waitFor()
  await keyboard.press('Shift+U')
  await page.locator('[data-cue]').filter({ hasText: 'SND 5.5 gulls' }).waitFor()
  await keyboard.press('m')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await kept(page)
  await keyboard.press('s')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await page.getByText('standby SND 5.5').waitFor()
}

async function takeVersion(page: Page, text: string): Promise<void> {
  await page.getByText('New version of the script').click()
  await page.locator('input[type=file]').setInputFiles(file('quay-2.fountain', text))
  await page.getByText(/lines as they were/).waitFor()
  await look(page, 'book-version')
  await page.getByRole('button', { name: 'Take this version' }).click()
  await page.getByRole('region', { name: 'Points to look at' }).waitFor()
  await look(page, 'book-doubts')
}

async function confirmDoubts(page: Page): Promise<void> {
  const doubts = page.getByRole('region', { name: 'Points to look at' })
  // Nothing was dropped: as many cues as were placed.
  const told = await page.evaluate(async () => (await fetch('/api/office/book')).json())
  expect(told.page.cues).toHaveLength(60)
  const many = told.page.cues.filter((cue: { doubt: unknown }) => cue.doubt !== null).length
  expect(many).toBeGreaterThan(0)
  await page.getByRole('region', { name: 'Script', exact: true }).focus()
  for (let doubt = 0; doubt < many; doubt += 1) {
    await page.keyboard.press('q')
    await page.keyboard.press('y')
    await kept(page)
  }
  await doubts.waitFor({ state: 'detached' })
}

async function lockAndNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock for performance' }).click()
  await page
    .locator('footer')
    .getByText(/^Locked for performance/)
    .waitFor()
  expect(await page.getByRole('button', { name: /^Place a cue/ }).isDisabled()).toBe(true)
  await page.keyboard.press('n')
  await page.keyboard.press('e')
  await page.keyboard.type('late twice')
  await page.keyboard.press('Enter')
  await page.getByText('— late twice').waitFor()
}

/** Where only one of the two has room: a cue in the list leads to its word. */
async function listLeadsToScript(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await page.locator('[data-here]').waitFor({ state: 'hidden' })
  await page
    .locator('main li')
    .getByRole('button', { name: /^(?:LX|SND) / })
    .first()
    .click()
  await page.locator('[data-here]').waitFor()
}

async function callThree({ server }: ServedHouse, page: Page): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${server.address}/desk`)
  await page.getByRole('button', { name: 'Act 1 up' }).waitFor()
  await pressGuarded(page, 'u')
  await page.getByRole('button', { name: 'Act 1 down' }).waitFor()
  const called = () => server.stage.night()?.owner.state().calling.called.length ?? 0
  const go = page.getByRole('contentinfo').getByRole('button', { name: /^GO/ })
  for (let cue = 1; cue <= 3; cue += 1) {
    await go.filter({ hasText: `LX ${cue}` }).waitFor()
    await page.keyboard.press(' ')
    await expect.poll(called).toBe(cue)
  }
}

/** Milliseconds from the press to the frame after the one in which it is drawn. */
const paced = (page: Page, key: string) =>
  page.evaluate(
    (pressed) =>
      new Promise<number>((resolve) => {
        const began = performance.now()
        window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
      }),
    key,
  )

test('BOOK-10: 2.3 MB of script and 925 characters: few lines are drawn, and a key is answered in a frame', async () => {
  const show = longShow()
  const bytes = show.script.reduce((sum, { text }) => sum + text.length, 0)
  expect(bytes).toBeGreaterThan(2_200_000)
  expect(show.script.length).toBeLessThan(SCRIPT_LINES_MAX)
  const { house, page } = await opened(show, { width: 1440, height: 900 })
  try {
    await page.goto(`${house.server.address}/book`)
    await page.locator(`[data-lines="${show.script.length}"]`).waitFor()
    await page.getByRole('textbox', { name: /^Find words/ }).fill('3.20')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.locator('[data-here]').waitFor()
    expect(await page.locator('[data-line]').count()).toBeLessThan(400)
    const times: number[] = []
    for (const key of Array.from(
      { length: 60 },
      (_, at) => ['ArrowDown', 'ArrowRight', 'PageDown', ']'][at % 4] ?? '',
    ))
      times.push(await paced(page, key))
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
    console.log(
      `book: ${bytes} letters, ${show.script.length} lines; key to frame median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`,
    )
    expect(at(0.5)).toBeLessThan(100)
    await page.keyboard.press('c')
    await page.keyboard.type('LX 1')
    // The house takes its time: at once it stands there as being kept; then as it is kept.
    const letGo = await holdBack(page, '**/api/office/**')
    await page.keyboard.press('Enter')
    await page.getByText('keeping…').waitFor()
    await letGo()
    await kept(page)
    await page.locator('[data-cue]').filter({ hasText: 'LX 1' }).waitFor()
    await look(page, 'book-long')
  } finally {
    await page.context().close()
    await house.close()
  }
})

test('PAGES-9, PAGES-13: a score is added as a PDF, a cue is put on a bar of it by keyboard, read while the house is away, and taken back after a reload', async () => {
  const title = { title: 'Score', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' } as const
  const { house, page } = await opened(newShow(title), { width: 1180, height: 820 })
  const { keyboard } = page
  try {
    await page.goto(`${house.server.address}/book`)
    await page.getByRole('button', { name: 'My own pages' }).click()
    const buffer = Buffer.from(smallPdf(2))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'score.pdf', mimeType: 'application/pdf', buffer })
    await page.getByText('2 pages added.').waitFor()
    await page.locator('img').waitFor()
    for (const key of ['PageDown', 'ArrowDown', 'c']) await keyboard.press(key)
    await keyboard.type('LX 7 glow')
    await page.getByLabel('Called on').selectOption('bar')
    await page.getByLabel('Which').fill('12')
    await page.getByLabel('Which').press('Enter')
    await page.locator('[data-page=p2]').getByText('LX 7').waitFor()
    await kept(page)
    await isWell(page)
    await look(page, 'book-pages')
    await page.reload()
    await page.locator('img').waitFor()
    await keyboard.press('End')
    await page.locator('[data-page=p2]').getByText('LX 7').waitFor()
    // The house is gone: the book of this device stands in, and says so.
    await page.route('**/api/office/**', (route) => route.abort())
    await page.getByText('The house is not reached').waitFor()
    await page.reload()
    await page.getByText('All 2 pages are on this device.').waitFor()
    await page.locator('img').waitFor()
    await keyboard.press('End')
    await page.locator('[data-page=p2]').getByText('LX 7').waitFor()
    await look(page, 'book-pages-away')
    await isWell(page)
    await page.unroute('**/api/office/**')
    await page.getByText('The house is not reached').waitFor({ state: 'detached' })
    await keyboard.press('u')
    await page.locator('[data-page=p2]').getByText('LX 7').waitFor({ state: 'detached' })
  } finally {
    await page.context().close()
    await house.close()
  }
})
