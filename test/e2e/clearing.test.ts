// A spotter's own phone: the way is clear, said with one touch, taken back with another, and the desk is let go.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { openServedHouse } from '../kit/served-house.ts'
import { littleShow } from '../kit/shows.ts'
import { violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('CALLING-51: clear is said and taken back on the phone of whoever spots, at 72 px and by keyboard', async () => {
  const little = littleShow()
  const spotter = id<'track'>('t-ann')
  const [first] = little.cues
  const show = { ...little, cues: little.cues.map((cue) => (cue === first ? { ...cue, spotter } : cue)) }
  const person = show.tracks.find((track) => track.id === spotter)?.owner
  if (!person) throw new Error('the track is somebody’s')
  const house = await openServedHouse({ show, webDir: join(root, 'dist/web') })
  const { page } = await newDevice(browser, { width: 360, height: 780 })
  await page.goto(`${house.server.address}/join#${await house.invite({ roles: ['perf'], person })}`)
  const say = page.getByRole('button', { name: /^Say clear for LX/ })
  await say.waitFor()
  const { height = 0 } = (await say.boundingBox()) ?? {}
  expect(height).toBeGreaterThanOrEqual(72)
  await say.click()
  const said = page.getByRole('button', { name: /: clear\. Touch to withdraw$/ })
  await said.waitFor()
  const night = house.server.stage.night()
  expect(night?.owner.state().calling.clear.length).toBe(1)
  const folder = process.env['GHOSTLIGHT_LOOK']
  if (folder) {
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/clearing.png`, fullPage: true })
  }
  const { clipped, overlapping, small } = await layoutOf(page, 44)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await violationsOf(page)).toEqual([])
  await page.waitForTimeout(600)
  await said.focus()
  await page.keyboard.press('Enter')
  await say.waitFor()
  expect(night?.owner.state().calling.clear.length).toBe(0)
  await page.context().close()
  await house.close()
})
