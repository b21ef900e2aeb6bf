// Asks the solver night after night in a process that does nothing else, as the house does, and prints the memory held after each.

import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver } from '../../src/server/cover/solver.ts'
import { broadwayNight } from './broadway.ts'

/** Frozen: the same nights again and again. */
export const NIGHTS = 10
export const answerNight = (solve: number) => broadwayNight((solve % NIGHTS) + 1, { outs: 2 })

async function holdAll(solves: number): Promise<void> {
  const solver = openSolver(systemClock)
  const held: number[] = []
  for (let solve = 0; solve < solves; solve++) {
    await coverTonight(answerNight(solve), solver.question())
    held.push(process.memoryUsage().rss)
  }
  await solver.close()
  process.stdout.write(JSON.stringify(held))
}

const [, program = '', solves] = process.argv
if (import.meta.filename === program) await holdAll(Number(solves))
