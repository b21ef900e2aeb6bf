// A real Chromium for tests, driven as a person drives it; one process, a fresh context per device.

import { existsSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

// The first without windows and what belongs to them: a third less work for the same pages.
const places = [
  process.env['GHOSTLIGHT_CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
]

export function chromiumAt(): string {
  const executablePath = places.find((place) => place !== undefined && existsSync(place))
  if (executablePath === undefined) {
    throw new Error('No Chromium is installed: set GHOSTLIGHT_CHROMIUM, or install the package “chromium”.')
  }
  return executablePath
}

/**
 * A window's own address bar draws two pages of its own, for suggestions that nobody asks for here: of twelve devices
 * they and the windows around them took two thirds of the processor's time. The browser hears only the last such flag,
 * so what its driver would switch off stands here too.
 */
const featuresOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  ...['AimEnabled', 'LensOverlay', 'MediaRouter', 'OptimizationHints', 'PreconnectToSearch'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'NetworkTimeServiceQuerying'],
  ...['PaintHolding', 'ThirdPartyStoragePartitioning', 'DestroyProfileOnBrowserClose'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'AvoidCorsURLLoaderRestartOnRedirect'],
]

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${featuresOff.join(',')}`,
]

export const launchChromium = async (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumAt(), args: chromiumFlags })

export type Device = { readonly context: BrowserContext; readonly page: Page; readonly complaints: string[] }

/** A device of its own, with its own cookies; what its console complains of is kept. */
export async function newDevice(browser: Browser, size: { width: number; height: number }): Promise<Device> {
  const context = await browser.newContext({ viewport: size, colorScheme: 'dark', serviceWorkers: 'block' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  return { context, page, complaints }
}

/** What the server said, also where it came packed. */
export const saidIn = (message: string | Buffer): string =>
  typeof message === 'string' ? message : inflateRawSync(message).toString()

/** A guarded control rests after each deed, and takes a second press only when it cannot be a double click. */
const REST_MS = 1_100
const SECOND_PRESS_MS = 600

/** The two presses of a guarded key, as a person who means it makes them. */
export async function pressGuarded(page: Page, key: string): Promise<void> {
  await page.waitForTimeout(REST_MS)
  await page.keyboard.press(key)
  await page.waitForTimeout(SECOND_PRESS_MS)
  await page.keyboard.press(key)
}
