// A laptop whose address changes in mid-show, in networks of the test's own: who comes back by itself, and how soon.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDevice } from '../kit/browser.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { linkFor } from '../kit/links.ts'
import { type Printed, TestNetwork, whyNoNetworks } from '../kit/networks.ts'

const PORT = 4599
const BEFORE = '10.77.0.2'
const AFTER = '10.77.0.9'
const BACK_MS_MAX = 10_000
const small = { width: 360, height: 780 }

const lacking = whyNoNetworks()
const folder = temporaryFolder()
let network: TestNetwork | null = null
let printed: Printed
let browsers: readonly Browser[] = []
let desk: Page
let named: Page
let numbered: Page
let nameless: Page

const live = (page: Page) => page.getByText('live', { exact: true }).first().waitFor({ timeout: 60_000 })
const at = (link: string, host: string) => link.replace(/\/\/[^/]+/, `//${host}:${PORT}`)

async function joined(browser: Browser, link: string): Promise<Page> {
  const { page } = await newDevice(browser, small)
  await page.goto(link)
  await live(page)
  return page
}

beforeAll(async () => {
  if (lacking !== null) return
  network = new TestNetwork()
  network.machine('laptop', BEFORE)
  network.machine('phones', '10.77.0.3', true)
  network.machine('old', '10.77.0.4')
  printed = await network.serve('laptop', '--demo', '--data', folder.path, '--port', String(PORT))
  browsers = [await network.browser('laptop'), await network.browser('phones'), await network.browser('old')]
  const [laptop, phones, old] = browsers
  if (!laptop || !phones || !old) throw new Error('no browser')
  desk = (await newDevice(laptop, { width: 1440, height: 900 })).page
  await desk.goto((await printed.until(/the desk\s+(http\S+)/))[1] ?? '')
  await desk.getByLabel('Calling', { exact: true }).waitFor()
  await printed.until(/by name\s+http:\/\/ghostlight\.local:4599/)
  const room = () => linkFor(desk, 'The callboard')
  named = await joined(phones, at(await room(), 'ghostlight.local'))
  numbered = await joined(phones, at(await room(), BEFORE))
  nameless = await joined(old, at(await room(), BEFORE))
})

afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await network?.close()
  folder.remove()
})

test('NETWORK-1, NETWORK-3: the name and the numbers are printed, and stand at the desk', async ({
  skip,
}) => {
  if (lacking !== null) skip(lacking)
  expect(printed.text).toContain(`network    http://${BEFORE}:${PORT}`)
  await desk.getByText(`Reached at ${BEFORE}:${PORT} · ghostlight.local:${PORT}`).waitFor()
})

test('NETWORK-4, NETWORK-5, NETWORK-6: when the address changes the desk says so, and every screen that finds the name is back within ten seconds', async ({
  skip,
}) => {
  if (lacking !== null) skip(lacking)
  network?.readdress('laptop', BEFORE, AFTER)
  await desk.getByText(/This machine’s address changed at/).waitFor()
  const announcedAt = performance.now()
  await desk.getByText(`Reached at ${AFTER}:${PORT} · ghostlight.local:${PORT}`).waitFor()
  await desk.getByRole('img', { name: /open this address/ }).waitFor()
  await printed.until(new RegExp(`now at http://${AFTER}:${PORT}`))
  const back = async (page: Page) => {
    // While it is gone the screen says how old it is; back, it is live again.
    await page
      .getByText(/s old$/)
      .first()
      .waitFor()
    await live(page)
    return performance.now() - announcedAt
  }
  const took = await Promise.all([back(named), back(numbered)])
  process.stdout.write(`back after ${took.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(' and ')}\n`)
  for (const ms of took) expect(ms).toBeLessThan(BACK_MS_MAX)
})

test('NETWORK-7: a screen that finds no names says how old it is, and is back with one scan of the link the desk makes for it', async ({
  skip,
}) => {
  if (lacking !== null) skip(lacking)
  await nameless
    .getByText(/s old$|min old$/)
    .first()
    .waitFor()
  await desk.getByRole('button', { name: 'Pair a screen' }).click()
  await desk
    .getByRole('button', { name: /^The callboard.*silent/ })
    .first()
    .click()
  await desk.getByRole('button', { name: 'Make it a new link' }).click()
  const link = await desk.getByLabel('The link').inputValue()
  expect(link).toContain(`http://${AFTER}:${PORT}/join#device-`)
  await nameless.goto(link)
  await live(nameless)
})
