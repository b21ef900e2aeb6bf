// The first hour as a new user has it: from the first screen to a called first act, each thing they do counted.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../../src/server/main.ts'
import { type Device, launchChromium, newDevice } from '../kit/browser.ts'
import { ACT_ONE_CUES, FirstHour, type Shot } from '../kit/first-hour.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { NewUser } from '../kit/new-user.ts'

const MINUTES_MAX = 20
const ACTIONS_MAX = 150

const folder = temporaryFolder()
let server: RunningServer
let browser: Browser
let device: Device
let measure: Page

/** `GHOSTLIGHT_PICTURES=docs/first-hour`: the pictures of docs/first-hour.md are written there. */
const pictures = process.env['GHOSTLIGHT_PICTURES']
const shot: Shot = async (name, page) => {
  if (pictures === undefined) return
  mkdirSync(join(root, pictures), { recursive: true })
  await page.screenshot({ path: join(root, pictures, `${name}.png`) })
}

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({
    dataDir: folder.path,
    port: 0,
    host: '127.0.0.1',
    webDir: join(root, 'dist/web'),
    show: null,
    // Loopback under another name: what a desk at 127.0.0.1 takes for the network's address.
    reachedAt: (port) => [`http://localhost:${port}`],
  })
  device = await newDevice(browser, { width: 1440, height: 900 })
  measure = await browser.newPage()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  folder.remove()
})

/** Late enough for the calls to be due, and no later. */
function inFiveMinutes(): string {
  const at = new Date(Date.now() + 5 * 60_000)
  return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

test('FIRST-1: from the first screen to a called first act in under 20 minutes and 150 actions', async () => {
  const user = new NewUser()
  const { page: desk } = device
  await desk.goto(await server.deskLink())
  const hour = new FirstHour(desk, user, shot)
  await hour.sixQuestions(inFiveMinutes())
  await hour.runningOrder()
  await hour.cues()
  await hour.toTheDesk()
  const phones = [await hour.joins(browser, measure, 'Ines'), await hour.joins(browser, measure, 'Tobias')]
  await hour.callsTheFirstAct()
  process.stdout.write(`${user.report()}\n`)
  const { actions, seconds } = user.counted
  expect(actions).toBeLessThan(ACTIONS_MAX)
  expect(seconds).toBeLessThan(MINUTES_MAX * 60)
  const night = server.stage.night()
  expect(night?.owner.state().calling.called.length).toBe(ACT_ONE_CUES)
  expect(night?.plan.show.people.length).toBe(25)
  expect(night?.plan.show.venue).toMatchObject({ name: 'Corn Hall', address: '4 Tannery Lane, Marsham' })
  expect(night?.performance.number).toBe(1)
  for (const phone of phones)
    await phone
      .getByText(/Interval/)
      .first()
      .waitFor()
  expect(device.complaints).toEqual([])
})
