// A changed show is checked beside everything else, and a thread that fails loses no edit.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { systemClock } from '../clock/clock.ts'
import { checkedShow } from './checked-show.ts'
import { openShowCheck } from './show-check.ts'

test('OFFICE-13: while a large show is checked this thread turns over many times, and it comes back as it would have here', async () => {
  const shows = openShowCheck({ clock: systemClock })
  onTestFinished(() => shows.close())
  const show = demoShow()
  let turns = 0
  let done = false
  const turn = () => {
    turns += 1
    if (!done) setImmediate(turn)
  }
  const checking = shows.check(show)
  turn()
  const checked = await checking
  done = true
  expect(checked).toEqual(checkedShow(show))
  // On this thread it would have been one turn.
  expect(turns).toBeGreaterThan(50)
})

test('OFFICE-13: shows are checked one after another, each answered with its own; what cannot be published is refused', async () => {
  const shows = openShowCheck({ clock: systemClock })
  onTestFinished(() => shows.close())
  const titles = ['one', 'two', 'three']
  const checked = await Promise.all(titles.map((title) => shows.check({ ...littleShow(), title })))
  expect(checked.map((one) => one.ok && one.value.show.title)).toEqual(titles)
  expect(await shows.check({ ...littleShow(), title: 'x'.repeat(100_000) })).toMatchObject({ ok: false })
})

test('OFFICE-13: where the thread dies, hangs or is not to be had, the show is checked all the same, and so is the next', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const threadThat = (name: string, code: string): URL => {
    const file = join(folder.path, `${name}.mjs`)
    writeFileSync(file, code)
    return pathToFileURL(file)
  }
  const listens = 'import { parentPort } from "node:worker_threads"; parentPort.on("message", '
  for (const thread of [
    threadThat('dies', `${listens}() => { throw new Error("no") })`),
    threadThat('ends', `${listens}() => process.exit(3))`),
    threadThat('hangs', `${listens}() => undefined)`),
    new URL('http://localhost/no-thread'),
  ]) {
    const shows = openShowCheck({ clock: systemClock, thread, checkMsMax: 2_000 })
    for (const title of ['one', 'two'])
      expect(await shows.check({ ...littleShow(), title })).toMatchObject({
        ok: true,
        value: { show: { title } },
      })
    await shows.close()
  }
}, 60_000)
