// What an edit of a large show costs a press that comes meanwhile: checked on a thread of its own, and on the server's;
// then the whole server, with screens that are laid out anew.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { theMachine } from '../../src/core/installation/installation.ts'
import { accepted } from '../../src/core/kit/result.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Show } from '../../src/core/show/show.ts'
import { readKeptShow } from '../../src/formats/show-file/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openStage } from '../../src/server/hub/stage.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { type CheckedShow, checkedShow } from '../../src/server/office/checked-show.ts'
import { openShowCheck } from '../../src/server/office/show-check.ts'
import { demoShow } from '../kit/demo-show.ts'
import { openServedHouse, RealSocket } from '../kit/served-house.ts'

const EDITS = 5
/** A hand at the desk, quicker than any show. */
const EVERY_MS = 20

const folder = mkdtempSync(join(tmpdir(), 'ghostlight-bench-'))
const log = await openSqliteLog({ file: join(folder, 'bench.db') })
let fresh = 0
const freshId = () => `bench-${fresh++}`
const stage = await openStage({ log, clock: systemClock, freshId, readShow: readKeptShow })
const show = demoShow()
await stage.plan(JSON.stringify(show), show, instant(Date.now() + 3_600_000), theMachine)
const shows = openShowCheck({ clock: systemClock })
await shows.check(show)

const pause = (ms: number) => new Promise<void>((go) => systemClock.after(ms, go))
const at = (all: readonly number[], share: number) =>
  (all.toSorted((a, b) => a - b)[Math.floor(share * (all.length - 1))] ?? Number.NaN).toFixed(1)

/** From a press to its durable answer, one after another. A press that meets a new version is pressed again. */
async function pressing(until: () => boolean, on = stage): Promise<readonly number[]> {
  const took: number[] = []
  while (!until()) {
    const from = performance.now()
    const command = { name: 'note.write', department: null, text: 'x' } as const
    const press = { id: freshId(), by: theMachine, madeAt: systemClock.now(), command }
    await on.night()?.owner.submit(press)
    took.push(performance.now() - from)
    await pause(EVERY_MS)
  }
  return took
}

async function editing(
  name: string,
  check: (show: Show) => CheckedShow | Promise<CheckedShow>,
): Promise<void> {
  let done = false
  const presses = pressing(() => done)
  const edits: number[] = []
  for (let edit = 0; edit < EDITS; edit += 1) {
    const from = performance.now()
    await stage.edit(
      async (before) => {
        const checked = await check({ ...before, title: `${show.title} ${name} ${edit}` })
        return checked.ok ? accepted(checked.value) : checked
      },
      theMachine,
      freshId(),
    )
    edits.push(performance.now() - from)
  }
  done = true
  const took = await presses
  process.stdout.write(
    `an edit of the demo show, ${name}: median ${at(edits, 0.5)} ms of ${EDITS}; press to durable answer meanwhile: p50 ${at(took, 0.5)} ms, max ${at(took, 1)} ms of ${took.length}\n`,
  )
}

await editing('checked on the server’s own thread', (one) => checkedShow(one))
await editing('checked on a thread of its own', shows.check)
await shows.close()
await stage.close()
await log.close()
rmSync(folder, { recursive: true })
await withScreens()

/** Over its own door, as the office is asked; presses are put to the owner, so that no other machine's time is in them. */
async function withScreens(): Promise<void> {
  const house = await openServedHouse({ show })
  const cookies = [await house.pair({ roles: ['caller', 'SM'] }), await house.pair({ roles: ['CM'] })]
  for (const { id: department } of show.departments)
    cookies.push(await house.pair({ roles: ['dept'], department }))
  for (const { id: person } of show.people) cookies.push(await house.pair({ roles: ['perf'], person }))
  const screens = cookies.map((cookie) => new RealSocket(house.server.port, { headers: { cookie } }))
  for (const screen of screens) await screen.hello()
  const [cookie = ''] = cookies
  const turns = longestTurns()
  let done = false
  const presses = pressing(() => done, house.server.stage)
  for (let edit = 0; edit < EDITS; edit += 1) {
    const row = { department: 'LX', number: '', words: `${edit}`, title: '', item: null, together: false }
    const body = JSON.stringify({ id: `bench-edit-${edit}`, edit: { name: 'cue.put', cue: null, row } })
    const headers = { cookie, 'content-type': 'application/json' }
    const { status } = await house.ask('/api/office/edit', { method: 'POST', headers, body })
    if (status !== 200) throw new Error(`the edit was answered with ${status}`)
    await pause(500)
    turns.next()
  }
  done = true
  const took = await presses
  process.stdout.write(
    `${EDITS} edits with ${screens.length} screens in the same process: press to durable answer p50 ${at(took, 0.5)} ms, p99 ${at(took, 0.99)} ms, max ${at(took, 1)} ms of ${took.length}\n` +
      `the longest turn of each edit, in time of the processor: ${turns.end().map(Math.round).join(', ')} ms\n`,
  )
  for (const screen of screens) await screen.close()
  await house.close()
}

/** In the thread's own processor time: what other programs do at the same time is not in it. */
function longestTurns() {
  const cpu = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  }
  const longest: number[] = []
  let most = 0
  let last = cpu()
  const beat = setInterval(() => {
    const now = cpu()
    most = Math.max(most, now - last)
    last = now
  }, 1)
  const next = () => {
    longest.push(most)
    most = 0
  }
  return {
    next,
    end: () => {
      clearInterval(beat)
      return longest
    },
  }
}
