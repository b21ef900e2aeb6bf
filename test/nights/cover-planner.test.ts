// Whoever plans, in a thread of its own: the same plans as without one, and a plan without the solver where the thread fails.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { verify } from '../../src/core/cover/verify.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openPlanner, PLANNER_MS_MAX } from '../../src/server/cover/planner.ts'
import { planningBy } from '../../src/server/cover/planning.ts'
import { openSolver } from '../../src/server/cover/solver.ts'
import { broadwayNight } from '../cover/broadway.ts'
import { replotted } from '../cover/worked-example.ts'
import { TestClock } from '../kit/server.ts'

const NIGHTS = 2
const STANDS_IN = 'The solver stopped before it had an answer.'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-planner-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const threadThat = (name: string, code: string): URL => {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, code)
  return pathToFileURL(file)
}

test('COVER-25: planned in a thread of its own a night has the plan that it has without', async () => {
  const planner = openPlanner({ clock: systemClock })
  onTestFinished(planner.close)
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  await planner.warm()
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const night = broadwayNight(seed, { outs: 4 })
    const [there, here] = [planner.question(), planningBy(solver.question())]
    const covered = await there.cover(night)
    expect([seed, covered]).toEqual([seed, await here.cover(night)])
    const sought = { unlike: [covered.plan] }
    expect([seed, await there.other(night, sought)]).toEqual([seed, await here.other(night, sought)])
  }
})

test('COVER-25: all that one question asks has its time together', async () => {
  const planner = openPlanner({ clock: systemClock })
  onTestFinished(planner.close)
  const spent = planner.question(0)
  const covered = await spent.cover(replotted)
  expect([covered.proved, covered.fallback]).toEqual([false, 'The solver had no more time.'])
  expect(await spent.other(replotted, { unlike: [covered.plan] })).toBe('unknown')
  expect((await planner.question().cover(replotted)).proved).toBe(true)
})

test.each([
  ['dies', 'throw new Error("no plan")'],
  ['ends', 'process.exit(0)'],
  ['needs too much memory', 'const all = []; for (;;) all.push(Array.from({ length: 1e5 }, () => ({})))'],
])('COVER-25: where the thread %s a plan without the solver stands in', async (how, code) => {
  const planner = openPlanner({ clock: systemClock, thread: threadThat(how, code), memoryMbMax: 32 })
  onTestFinished(planner.close)
  for (let again = 0; again < 2; again++) {
    const covered = await planner.question().cover(replotted)
    expect([covered.proved, covered.fallback, verify(replotted, covered.plan)]).toEqual([
      false,
      STANDS_IN,
      [],
    ])
    expect(await planner.question().other(replotted, { unlike: [covered.plan] })).toBe('unknown')
  }
})

test('COVER-25: a thread that says nothing is ended at its bound, and one that was never begun is no thread', async () => {
  const clock = new TestClock()
  const hangs = openPlanner({ clock, thread: threadThat('hangs', 'setInterval(() => {}, 1000)') })
  onTestFinished(hangs.close)
  let told = false
  const asked = hangs.question().cover(replotted)
  void asked.then(() => {
    told = true
  })
  clock.pass(PLANNER_MS_MAX - 1)
  await new Promise((go) => setImmediate(go))
  expect(told).toBe(false)
  clock.pass(1)
  expect((await asked).fallback).toBe(STANDS_IN)
  const none = openPlanner({ clock: systemClock, thread: new URL('http://localhost/no-thread') })
  expect((await none.question().cover(replotted)).fallback).toBe(STANDS_IN)
  await none.close()
})

test('COVER-25: the next question finds a new thread, and after closing there is none', async () => {
  const real = new URL('../../src/server/cover/cover-thread.ts', import.meta.url).href
  const once = `import { existsSync, writeFileSync } from 'node:fs'
    const been = new URL('./been', import.meta.url)
    if (existsSync(been)) await import(${JSON.stringify(real)})
    else { writeFileSync(been, ''); throw new Error('once') }`
  const planner = openPlanner({ clock: systemClock, thread: threadThat('once', once) })
  onTestFinished(planner.close)
  expect((await planner.question().cover(replotted)).fallback).toBe(STANDS_IN)
  expect(await planner.question().cover(replotted)).toMatchObject({ proved: true, fallback: null })
  await planner.close()
  expect((await planner.question().cover(replotted)).fallback).toBe(STANDS_IN)
})
