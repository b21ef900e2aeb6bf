// Door one: a night plays itself, its desk and a phone side by side, and nothing of it is in the house's own record.

import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../src/server/main.ts'
import { type Device, launchChromium, newDevice } from '../kit/browser.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'

const folder = temporaryFolder()
let server: RunningServer
let browser: Browser
let device: Device

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({
    dataDir: folder.path,
    port: 0,
    host: '127.0.0.1',
    webDir: join(root, 'dist/web'),
    demoFile: join(root, 'demo/slack-water.show.json'),
    show: null,
  })
  device = await newDevice(browser, { width: 1440, height: 900 })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  folder.remove()
})

test('FIRST-2, FIRST-3: the demo plays itself beside a phone, told in sentences, apart from the house’s own record', async () => {
  const { page } = device
  await page.goto(await server.deskLink())
  await page.getByRole('link', { name: /^Watch a night in five minutes/ }).click()
  await page.getByText(/^The curtain goes up in/).waitFor()
  const desk = page.frameLocator('iframe[src="/watch/desk"]')
  const phone = page.frameLocator('iframe[src="/watch/phone"]')
  await desk.getByText('Slack Water').first().waitFor()
  await phone.getByText('live', { exact: true }).waitFor()
  await page.getByText(/has been called\. Every screen backstage/).waitFor()
  await page.getByText(/was called, and its department’s screen said so/).waitFor({ timeout: 40_000 })
  await page.getByText(/^Standby: /).waitFor()
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  if (pictures !== undefined) await page.screenshot({ path: join(root, pictures, '00-watch-a-night.png') })
  expect(server.stage.night()).toBeNull()
  expect(server.stage.installation.state().performances).toEqual([])
  expect(server.stage.installation.state().devices.length).toBe(1)
  await page.getByRole('button', { name: 'From the beginning' }).click()
  await page.getByText(/^The curtain goes up in/).waitFor()
  await page.setViewportSize({ width: 360, height: 780 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('link', { name: 'My own show' }).click()
  await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor()
  expect(device.complaints).toEqual([])
})
