// The solver answers night after night: what it holds in memory settles, and every answer is the same the second time.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { verify } from '../../src/core/cover/verify.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { ANSWERS_MAX, openSolver } from '../../src/server/cover/solver.ts'
import { answerNight, NIGHTS } from '../cover/many-answers.ts'

/** `npm run soak cover` asks 400. Here so few that nothing has settled: then only the plans are held against each other. */
const SOLVES = Number(process.env['GHOSTLIGHT_SOLVES'] ?? 20)
const SETTLED_AFTER = 50
const JUDGED_FROM = 400
const GROWTH_MAX = 1.1

test('COVER-14: the same night has the same plan each time, by the next solver too', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const plans: string[] = []
  const easy = 'asp 1 0 0\n1 1 1 1 0 0\n4 2 a1 1 1\n0\n'
  for (let solve = 0; solve < 2 * NIGHTS; solve++) {
    const night = answerNight(solve)
    const { plan, proved } = await coverTonight(night, solver.question())
    const text = JSON.stringify(plan)
    expect([solve, proved, plans[solve % NIGHTS] ?? text]).toEqual([solve, true, text])
    if (solve < NIGHTS) expect([solve, verify(night, plan)]).toEqual([solve, []])
    plans[solve % NIGHTS] = text
    // By then it has answered so often that another takes over.
    if (solve === NIGHTS) for (let more = 0; more < ANSWERS_MAX; more++) await solver.solve(easy)
  }
})

test('COVER-14: memory after so many answers is what it was when it had settled', async ({ skip }) => {
  skip(SOLVES < JUDGED_FROM, 'so many answers take minutes: `npm run soak cover`')
  const program = join(import.meta.dirname, '../cover/many-answers.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, String(SOLVES)])
  const held: readonly number[] = JSON.parse(stdout)
  // What is resident goes up and down with what has not been swept yet: the least of the last ten answers counts.
  const least = (from: number) => Math.min(...held.slice(from - 10, from))
  const [settled, last] = [least(SETTLED_AFTER), least(SOLVES)]
  // Nobody took over just then.
  const before = Math.round(least(SOLVES - SETTLED_AFTER) / 2 ** 20)
  process.stdout.write(
    `cover: ${Math.round(settled / 2 ** 20)} MB after ${SETTLED_AFTER} answers, ${before} MB after ${SOLVES - SETTLED_AFTER}, ${Math.round(last / 2 ** 20)} MB after ${SOLVES}\n`,
  )
  expect(last / settled).toBeLessThanOrEqual(GROWTH_MAX)
})
