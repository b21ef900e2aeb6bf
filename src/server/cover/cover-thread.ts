// The thread where cover is planned: writing one question takes up to a tenth of a second, and on the server’s own a GO would wait for it.

import { parentPort } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import { systemClock } from '../clock/clock.ts'
import type { AskedOfPlanner, ToldByPlanner } from './planner.ts'
import { planningBy } from './planning.ts'
import { openSolver } from './solver.ts'

const line = must(parentPort, 'cover is planned in a thread of its own')
const solver = openSolver(systemClock)

async function answer({ ask, ms, what }: AskedOfPlanner): Promise<ToldByPlanner> {
  let spent = 0
  const planning = planningBy(
    solver.question(ms, (took) => {
      spent += took
    }),
  )
  switch (what.do) {
    case 'warm':
      await solver.warm()
      return { ask, spent, done: 'warm' }
    case 'cover':
      return { ask, spent, done: 'cover', covered: await planning.cover(what.night) }
    case 'other':
      return { ask, spent, done: 'other', other: await planning.other(what.night, what.sought) }
    default:
      return what satisfies never
  }
}

// As at the edge: planner.ts is the only one who starts this file.
line.on('message', (asked: AskedOfPlanner) => {
  void answer(asked).then((told) => line.postMessage(told))
})
