// Hamlet as a night: imported, given cues by seeded dice, called to the last one, reported.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CallingCommand } from '../../src/core/calling/commands.ts'
import { asViewer, theMachine } from '../../src/core/installation/installation.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { type Instant, instant, later, seconds } from '../../src/core/kit/time.ts'
import { reportFor } from '../../src/core/night/view.ts'
import type { Show } from '../../src/core/show/show.ts'
import { momentDepartments } from '../../src/core/show/timeline.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { importTei } from '../../src/formats/tei/import.ts'
import { type Night, openStage, type Stage } from '../../src/server/hub/stage.ts'
import type { Log } from '../../src/server/log/log.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { placeCues } from '../kit/place-cues.ts'

const SEED = 1601
const play = join(root, '..', 'shared', 'data', 'scripts', 'shakedracor', 'tei', 'hamlet.xml')
const absent = existsSync(play) ? false : 'the plays are not beside this checkout'
if (absent) process.stdout.write(`Hamlet’s night: skipped, ${absent}\n`)

const folder = temporaryFolder()
afterAll(() => folder.remove())

const caller = asViewer({
  id: id<'device'>('desk'),
  roles: ['caller', 'SM'],
  person: null,
  department: null,
  place: null,
})

const curtain = instant(Date.UTC(2026, 9, 8, 18, 30))

/** A clock that a test moves on by hand. */
function handClock(from: Instant) {
  let now = from
  return {
    now: () => now,
    sinceStart: () => now,
    after: () => () => {},
    pass: (count: number) => {
      now = later(now, seconds(count))
    },
    to: (at: Instant) => {
      now = instant(Math.max(now, at))
    },
  }
}

const readShow = (text: string): Show | null => {
  const read = readShowFile(text)
  return read.ok ? read.show : null
}

type HandClock = ReturnType<typeof handClock>
type House = { readonly log: Log; readonly stage: Stage; readonly night: Night }

async function openHouse(clock: HandClock, show: Show | null): Promise<House> {
  const log = await openSqliteLog({ file: join(folder.path, 'hamlet.db') })
  let count = 0
  const freshId = () => `fresh-${SEED}-${clock.now()}-${count++}`
  const stage = await openStage({ log, clock, readShow, freshId })
  if (show) await stage.plan(writeShowFile(show), show, curtain, theMachine)
  const night = stage.night()
  if (!night) throw new Error('no performance opened')
  return { log, stage, night }
}

async function closeHouse({ stage, log }: House): Promise<void> {
  await stage.close()
  await log.close()
}

let pressed = 0
async function press(night: Night, clock: HandClock, command: CallingCommand): Promise<void> {
  pressed += 1
  const answer = await night.owner.submit({
    id: `press-${pressed}`,
    by: caller,
    madeAt: clock.now(),
    command,
  })
  expect(answer, JSON.stringify(command)).toMatchObject({ ok: true })
}

test('NIGHTS-1, NIGHTS-2: Hamlet is called from the first cue to the last, across a restart, and reported', async ({
  skip,
}) => {
  skip(absent !== false, 'the plays are not beside this checkout')
  const imported = importTei(readFileSync(play, 'utf8'), 'hamlet')
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors.slice(0, 3)))
  const show = placeCues(imported.show, SEED, 12)
  const written = writeShowFile(show)
  expect(readShowFile(written)).toMatchObject({ ok: true })

  const clock = handClock(later(curtain, seconds(-36 * 60)))
  const chance = dice(SEED)
  let house = await openHouse(clock, show)
  const { timeline } = house.night.plan
  const expected = { cues: 0, acts: [] as { up: Instant; down: Instant }[] }
  for (const call of ['half', 'quarter', 'five', 'beginners']) {
    await press(house.night, clock, { name: 'call.give', call, act: 1 })
    clock.pass(60)
  }
  clock.to(curtain)
  for (const { act } of timeline.acts) {
    clock.pass(chance.whole(5, 200))
    await press(house.night, clock, { name: 'act.up', act })
    const up = clock.now()
    expected.cues += await callAct(house.night, clock, act, chance)
    if (act === 3) house = await reopened(house, clock)
    clock.pass(chance.whole(5, 60))
    await press(house.night, clock, { name: 'act.down', act })
    expected.acts.push({ up, down: clock.now() })
  }
  await press(house.night, clock, { name: 'performance.close' })

  const report = reportFor(house.night.plan, house.night.owner.state(), caller)
  expect(report?.acts.map(({ upAt, downAt }) => ({ up: upAt, down: downAt }))).toEqual(expected.acts)
  expect(report?.cueLog.length).toBe(expected.cues)
  expect(expected.cues).toBe(timeline.moments.length)
  expect(expected.cues).toBeGreaterThan(100)
  const run = expected.acts.reduce((total, { up, down }) => total + down - up, 0)
  expect(report?.runTime).toBe(run)
  expect(report?.showTime).toBe((expected.acts.at(-1)?.down ?? 0) - (expected.acts[0]?.up ?? 0))
  expect(await house.log.verify()).toMatchObject({ ok: true })
  process.stdout.write(
    `Hamlet: seed ${SEED}, ${timeline.items.length} items, ${expected.cues} moments, run ${Math.round(run / 60_000)} min\n`,
  )
  await closeHouse(house)
})

/** Calls every moment of an act at its planned time, a little late; how many that were. */
async function callAct(night: Night, clock: HandClock, act: number, chance: Dice): Promise<number> {
  const moments = night.plan.timeline.moments.filter((one) => one.at.act === act)
  const up = clock.now()
  for (const moment of moments) {
    clock.to(later(up, seconds(moment.at.seconds)))
    clock.pass(chance.whole(1, 3))
    await press(night, clock, { name: 'standby.give', moment: moment.id })
    for (const department of momentDepartments(moment)) {
      const answer = { name: 'standby.acknowledge', moment: moment.id, department, channel: 'cans' } as const
      await press(night, clock, answer)
    }
    clock.pass(2)
    const { move, next } = night.owner.state().calling.desk
    expect(next).toBe(moment.index)
    await press(night, clock, { name: 'cue.go', moment: moment.id, move })
  }
  return moments.length
}

async function reopened(house: House, clock: HandClock): Promise<House> {
  const before = house.night.owner.state()
  await closeHouse(house)
  const again = await openHouse(clock, null)
  expect(again.night.owner.state()).toEqual(before)
  return again
}
