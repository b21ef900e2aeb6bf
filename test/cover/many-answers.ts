// Asks whoever plans night after night in a process that does nothing else, as the house does, and prints the memory held after each.

import { must } from '../../src/core/kit/assert.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openPlanner } from '../../src/server/cover/planner.ts'
import { broadwayNight } from './broadway.ts'

/** Frozen: the same nights again and again. */
export const NIGHTS = 10
export const answerNight = (solve: number) => broadwayNight((solve % NIGHTS) + 1, { outs: 2 })

async function holdAll(solves: number): Promise<void> {
  const planner = openPlanner({ clock: systemClock })
  // Made once: making them again leaves more behind than asking.
  const nights = Array.from({ length: NIGHTS }, (_, index) => answerNight(index))
  const held: number[] = []
  for (let solve = 0; solve < solves; solve++) {
    await planner.question().cover(must(nights[solve % NIGHTS], 'one of the nights'))
    held.push(process.memoryUsage().rss)
  }
  await planner.close()
  process.stdout.write(JSON.stringify(held))
}

const [, program = '', solves] = process.argv
if (import.meta.filename === program) await holdAll(Number(solves))
