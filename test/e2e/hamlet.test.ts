// The real Hamlet in a browser, from a file to a called first act, each thing that is done counted.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Show } from '../../src/core/show/show.ts'
import { type RunningServer, startServer } from '../../src/server/main.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { CUES, CUES_OF_ACT_ONE, HamletBook, isHamletHere } from '../kit/hamlet-book.ts'
import { NewUser } from '../kit/new-user.ts'

const absent = 'the plays do not lie beside this checkout'
const folder = temporaryFolder()
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  server = await startServer({
    ...{ dataDir: folder.path, port: 0, host: '127.0.0.1', webDir: join(root, 'dist/web'), show: null },
    goIntervalMs: 0,
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  folder.remove()
})

test('BOOK-17: Hamlet is imported, asked about, cast with fourteen, cued, cut, confirmed, locked and its first act called', async ({
  skip,
}) => {
  if (!isHamletHere()) return skip(absent)
  const user = new NewUser()
  const { page, complaints } = await newDevice(browser, { width: 1180, height: 820 })
  const pictures = process.env['GHOSTLIGHT_LOOK']
  const book = new HamletBook(page, user, async (name) => {
    if (pictures === undefined) return
    mkdirSync(pictures, { recursive: true })
    process.stdout.write(`${Math.round((performance.now() - began) / 100) / 10} s ${name}\n`)
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  })
  const began = performance.now()
  await page.goto(await server.deskLink())
  await book.imports()
  await book.isCast()
  await book.seesPlots(castIn(await server.stage.published()))
  await book.opensBook()
  await book.settlesQuestions()
  await book.placesCues()
  await book.takesVersion()
  await book.confirmsDoubts()
  await book.locks()
  const night = () => server.stage.night()
  await book.callsActOne(() => night()?.owner.state().calling.called.length ?? 0)
  const took = Math.round((performance.now() - began) / 1_000)
  process.stdout.write(`${user.report()}\nin the browser: ${took} s\n`)
  const show = night()?.plan.show
  expect(show?.locked).toBe(true)
  expect(show?.cues).toHaveLength(CUES)
  expect(night()?.owner.state().calling.called).toHaveLength(CUES_OF_ACT_ONE)
  expect(show?.tracks.every(({ owner }) => owner !== undefined)).toBe(true)
  expect(complaints).toEqual([])
})

/** Whoever comes on, and who plays them, as the house has it. */
function castIn(show: Show | null) {
  const on = new Set(show?.obligations.map(({ track }) => track))
  const people = new Map(show?.people.map(({ id, callName }) => [id, callName]))
  return (show?.tracks ?? [])
    .filter(({ id, owner }) => on.has(id) && owner !== undefined)
    .map(({ title, owner }) => ({ title, owner: (owner && people.get(owner)) ?? '' }))
}
