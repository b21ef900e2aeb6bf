// A copy taken to a folder at the desk, and looked into, as a stage manager does it.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { shortShow } from '../kit/short-show.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { openHouseOn } from '../screens/house.ts'

test('KEEP-20: a typed folder gets a copy, which says what is in it; a wrong one is refused in a sentence', async () => {
  const browser = await launchChromium()
  const house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), shortShow())
  const folder = temporaryFolder()
  onTestFinished(async () => {
    await browser.close()
    await house.close()
    folder.remove()
  })
  mkdirSync(join(folder.path, 'stick'))
  const page = await openDevice(browser, await house.server.deskLink(), { width: 1180, height: 820 })
  await page.getByLabel('Calling', { exact: true }).waitFor()
  await page.goto(`${house.server.address}/files`)
  await page.getByRole('button', { name: 'Look for sticks and copies' }).click()
  const path = page.getByLabel('Or type the path of a folder')
  await path.fill('stick')
  await page.keyboard.press('Enter')
  await page.getByText('Type the whole path, from its beginning').waitFor()
  await path.fill(join(folder.path, 'stick'))
  await page.keyboard.press('Enter')
  const made = page.getByText(/^Copied and read back: /)
  await made.waitFor()
  const file = /in (.*)$/.exec((await made.textContent()) ?? '')?.[1] ?? ''
  await page.getByLabel('Or type the path of a copy').fill(file)
  await page.keyboard.press('Enter')
  await page.getByText(', 1 performance:').waitFor()
  expect(await page.getByRole('button', { name: 'Put this copy back' }).isDisabled()).toBe(true)
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowOf(page)).toBe(0)
    if (pictures) await page.screenshot({ path: `${pictures}/copies-${width}.png`, fullPage: true })
  }
  expect(await violationsOf(page)).toEqual([])
})
