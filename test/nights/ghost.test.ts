// The demo's night that plays itself, on a clock that a test moves on.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { theMachine } from '../../src/core/installation/installation.ts'
import { instant } from '../../src/core/kit/time.ts'
import { reportFor } from '../../src/core/night/view.ts'
import { plannedSeconds } from '../../src/core/show/scale.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { playNight } from '../../src/server/demonstration/ghost.ts'
import { shortened } from '../../src/server/demonstration/shortened.ts'
import { openStage } from '../../src/server/hub/stage.ts'
import { openMemoryLog } from '../../src/server/log/memory.ts'
import { ghostlight, root } from '../kit/ghostlight.ts'

const NIGHT_SECONDS = 300
/** As short as the watched night's. */
const CURTAIN_MS = 20_000
/** Timers the ghost may set in one night before it is going round in circles. */
const TIMERS_MAX = 20_000

const IDLE_TURNS_MAX = 100

/** Time passes only when somebody waits for it, and then at once. */
function patientClock() {
  let now = instant(Date.UTC(2026, 10, 22, 19, 0))
  let timers: { at: number; act: () => void }[] = []
  let count = 0
  return {
    now: () => now,
    sinceStart: () => now,
    after: (ms: number, act: () => void) => {
      count += 1
      const timer = { at: now + ms, act }
      if (count < TIMERS_MAX) timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    /** Lets the earliest timer ring; false where none is set. */
    ring: () => {
      const [next, ...rest] = timers.toSorted((a, b) => a.at - b.at)
      if (!next) return false
      timers = rest
      now = instant(Math.max(now, next.at))
      next.act()
      return true
    },
  }
}

const readShow = (text: string) => {
  const read = readShowFile(text)
  return read.ok ? read.show : null
}

/** The demo's night in so many seconds, open and not playing yet. */
async function openDemo() {
  const demo = readShow(readFileSync(join(root, 'demo', 'slack-water.show.json'), 'utf8'))
  if (!demo) throw new Error('the demo can be read')
  const { show } = shortened(demo, NIGHT_SECONDS, CURTAIN_MS)
  expect(plannedSeconds(show)).toBeCloseTo(NIGHT_SECONDS, 0)
  const clock = patientClock()
  let count = 0
  const freshId = () => `id-${count++}`
  const stage = await openStage({ log: openMemoryLog(), clock, readShow, freshId })
  const curtain = instant(clock.now() + CURTAIN_MS)
  expect(await stage.plan(writeShowFile(show), show, curtain, theMachine)).toMatchObject({ ok: true })
  const night = stage.night()
  if (!night) throw new Error('the demo is open')
  return { night, clock, stage }
}

test('CLI-9, SHOWFILE-41: the demo plays itself from its calls to its close in the time it was given, and no call is late', async () => {
  const { night, clock } = await openDemo()
  playNight(night, clock)
  // Each press is answered before time passes on; a clock that nobody waits for this long has stopped.
  for (let idle = 0; idle < IDLE_TURNS_MAX && night.owner.state().calling.closedAt === null; ) {
    idle = clock.ring() ? 0 : idle + 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  const report = reportFor(night.plan, night.owner.state(), theMachine)
  expect(report?.closedAt).not.toBeNull()
  expect(report?.cueLog.length).toBe(night.plan.timeline.moments.length)
  expect(report?.calls.length).toBeGreaterThanOrEqual(6)
  expect(report?.late).toBeLessThan(5_000)
  // A half given in the last seconds is not half an hour late (PAPERWORK-13).
  expect(report?.calls.filter(({ late }) => late !== null)).toEqual([])
  expect(report?.callsNotGiven).toEqual([])
  // Nobody answers and calls in no time: a fifth over is as exact as people.
  expect(report?.showTime).toBeGreaterThan(NIGHT_SECONDS * 900)
  expect(report?.showTime).toBeLessThan(NIGHT_SECONDS * 1200)
})

test('CLI-9: stopped while a press of its own is on its way, it presses nothing more', async () => {
  const { night, clock, stage } = await openDemo()
  const stop = playNight(night, clock)
  const seq = () => night.owner.state().seq
  const begun = seq()
  // Until one is on its way: rung, and not answered yet.
  for (let turn = 0; turn < IDLE_TURNS_MAX * 10 && seq() === begun; turn += 1) {
    clock.ring()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(seq()).toBeGreaterThan(begun)
  clock.ring()
  stop()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const after = seq()
  expect(clock.ring()).toBe(false)
  expect(seq()).toBe(after)
  await stage.close()
})

test('CLI-9: only the demo is played without people, and only in a length that can be read', async () => {
  const other = await ghostlight('serve', '--show', 'x.json', '--night', '5m')
  expect(other.code).toBe(1)
  expect(other.err).toContain('called by people')
  const soon = await ghostlight('serve', '--demo', '--night', 'soon')
  expect(soon.code).toBe(1)
  expect(soon.err).toContain('5m')
})
