// A copy put back by its button, as a stage manager does it: the house closes, opens again, and gives the way back in.

import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { instant } from '../../src/core/kit/time.ts'
import { openHouse } from '../../src/server/cli/restoring.ts'
import { launchChromium } from '../kit/browser.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { shortShow } from '../kit/short-show.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'

test('KEEP-21: the button puts a copy back after a second press, says where the other record lies, and leads to the desk again', async () => {
  const browser = await launchChromium()
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'stick'))
  const { text, show } = shortShow()
  const house = await openHouse(
    {
      ...{ dataDir: join(folder.path, 'data'), port: 0, host: '127.0.0.1', version: '0.1.0' },
      ...{ webDir: join(root, 'dist', 'web'), show: { text, show } },
    },
    () => undefined,
  )
  onTestFinished(async () => {
    await browser.close()
    await house.close()
    folder.remove()
  })
  const page = await openDevice(browser, await house.server().deskLink(), { width: 1180, height: 820 })
  await page.getByLabel('Calling', { exact: true }).waitFor()
  const { address } = house.server()
  await page.goto(`${address}/files`)
  await page.getByRole('button', { name: 'Look for sticks and copies' }).click()
  await page.getByLabel('Or type the path of a folder').fill(join(folder.path, 'stick'))
  await page.keyboard.press('Enter')
  const made = page.getByText(/^Copied and read back: /)
  await made.waitFor()
  const file = /in (.*)$/.exec((await made.textContent()) ?? '')?.[1] ?? ''
  await house.server().stage.plan(text, show, instant(Date.now() + 9_000_000), theMachine, randomUUID())
  await page.getByLabel('Or type the path of a copy').fill(file)
  await page.keyboard.press('Enter')
  await page.getByText(/^The record here has \d+ entr(y|ies) that this copy has not\.$/).waitFor()
  await page.getByRole('button', { name: 'Put this copy back' }).click()
  expect(house.server().stage.performances()).toHaveLength(2)
  await page.getByRole('button', { name: 'Put it back: press again' }).click()
  await page
    .getByText('The copy is back. To go back, put this one in its place:')
    .waitFor({ timeout: 60_000 })
  expect(house.server().stage.performances()).toHaveLength(1)
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 900 })
  expect(await overflowOf(page)).toBe(0)
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.getByRole('link', { name: 'Open the desk' }).click()
  // The record of the copy may know this browser already: either way the desk stands there.
  const keep = page.getByRole('link', { name: 'Keep this screen' })
  const desk = page.getByLabel('Calling', { exact: true })
  await keep.or(desk).first().waitFor({ timeout: 60_000 })
  if (await keep.isVisible()) await keep.click()
  await desk.waitFor({ timeout: 60_000 })
})
