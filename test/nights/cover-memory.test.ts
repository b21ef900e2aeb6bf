// The solver answers night after night: what it holds in memory settles, and every answer is the same the second time.

import { expect, test } from 'vitest'
import { verify } from '../../src/core/cover/verify.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver } from '../../src/server/cover/solver.ts'
import { broadwayNight } from '../cover/broadway.ts'

/** `npm run soak cover` asks 400. Here so few that nothing has settled: then only the plans are held against each other. */
const SOLVES = Number(process.env['GHOSTLIGHT_SOLVES'] ?? 20)
const SETTLED_AFTER = 50
const JUDGED_FROM = 400
const NIGHTS = 10
const GROWTH_MAX = 1.1

test('COVER-14: memory after so many answers is what it was when it had settled, and the same night has the same plan', async () => {
  const solver = openSolver(systemClock)
  const plans = new Map<number, string>()
  const held: number[] = []
  try {
    for (let solve = 0; solve < SOLVES; solve++) {
      const seed = (solve % NIGHTS) + 1
      const night = broadwayNight(seed, { outs: 2 })
      const { plan, proved } = await coverTonight(night, solver.solve)
      const text = JSON.stringify(plan)
      expect([seed, proved, plans.get(seed) ?? text]).toEqual([seed, true, text])
      if (!plans.has(seed)) expect([seed, verify(night, plan)]).toEqual([seed, []])
      plans.set(seed, text)
      held.push(process.memoryUsage().rss)
    }
  } finally {
    await solver.close()
  }
  // What is resident goes up and down with what has not been swept yet: the least of the last ten answers counts.
  if (SOLVES < JUDGED_FROM) return
  const least = (from: number) => Math.min(...held.slice(from - 10, from))
  const [settled, last] = [least(SETTLED_AFTER), least(SOLVES)]
  process.stdout.write(
    `cover: ${Math.round(settled / 2 ** 20)} MB after ${SETTLED_AFTER} answers, ${Math.round(last / 2 ** 20)} MB after ${SOLVES}\n`,
  )
  expect(last / settled).toBeLessThanOrEqual(GROWTH_MAX)
})
