// Whose work is built in, read on a screen that nobody paired.

import { expect, onTestFinished, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { shortShow } from '../kit/short-show.ts'
import { overflowOf, violationsOf } from '../screens/browser.ts'
import { openHouseOn } from '../screens/house.ts'

test('LICENCE-2: the page shows a line for each package, which opens by keyboard to the words of its licence', async () => {
  const browser = await launchChromium()
  const house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), shortShow())
  onTestFinished(async () => {
    await browser.close()
    await house.close()
  })
  const { page } = await newDevice(browser, { width: 1180, height: 820 })
  await page.goto(`${house.server.address}/licences`)
  const line = page.getByText(/^react-dom \d/)
  await line.waitFor()
  expect(await page.getByText('Meta Platforms', { exact: false }).first().isVisible()).toBe(false)
  await line.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Meta Platforms').and(page.locator(':visible')).waitFor()
  await page
    .getByText('Installed beside it, each with its own file: clingo-wasm, dejavu-fonts-ttf, pdfkit.')
    .waitFor()
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowOf(page)).toBe(0)
    if (pictures) await page.screenshot({ path: `${pictures}/licences-${width}.png` })
  }
  expect(await violationsOf(page)).toEqual([])
})
