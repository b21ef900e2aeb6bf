// The solver (clasp) in a thread of its own: a program in, the best answer out, or why there is none.

import { restart, run } from 'clingo-wasm'
import type { Clock } from '../clock/clock.ts'

/** The same on every machine: so many conflicts, and no seconds. */
export const CONFLICTS_MAX = 50_000
/** A solver that says nothing for so long is ended; the next question finds a new one. */
export const ANSWER_MS_MAX = 10_000
/** Asked at once and not yet answered. */
export const QUESTIONS_MAX = 4

const OPTIONS = [
  '--mode=clasp',
  '--opt-mode=opt',
  // Branch and bound does not end here within minutes; unsatisfiable cores do in milliseconds.
  '--opt-strategy=usc',
  // Each core made smaller before it is used: without it a night in a hundred takes seconds, and one never ends.
  '--opt-usc-shrink=exp,10',
  '--seed=1',
  `--solve-limit=${CONFLICTS_MAX}`,
] as const

export type Answer =
  | { readonly done: 'answer'; readonly proved: boolean; readonly holds: readonly string[] }
  | { readonly done: 'impossible' }
  | { readonly done: 'failed'; readonly why: string }

/** Nothing is asked, and the thread is there for the next question. */
const NOTHING = 'asp 1 0 0\n0\n'

export type Solver = {
  /** Before the first question, so that it does not wait for the thread. */
  readonly warm: () => Promise<void>
  /** `text`: a ground program in aspif. Answered one after another. */
  readonly solve: (text: string) => Promise<Answer>
  readonly close: () => Promise<void>
}

export function openSolver(clock: Clock): Solver {
  let asked = 0
  let turn: Promise<unknown> = Promise.resolve()
  const answer = async (text: string): Promise<Answer> => {
    // From its own turn on: who waits behind another is not what takes long.
    const cancel = clock.after(ANSWER_MS_MAX, () => void restart())
    try {
      return read(await run(text, 0, [...OPTIONS]))
    } finally {
      cancel()
    }
  }
  let used = false
  return {
    warm: async () => {
      used = true
      await answer(NOTHING).catch(() => undefined)
    },
    solve: async (text) => {
      used = true
      if (asked >= QUESTIONS_MAX)
        return { done: 'failed', why: 'The solver is still at work on other plans.' }
      asked += 1
      const mine = turn
        .then(() => answer(text))
        .finally(() => {
          asked -= 1
        })
      turn = mine.catch(() => undefined)
      return mine
    },
    // Whatever was never begun need not be ended.
    close: async () => {
      if (used) await restart()
    },
  }
}

function read(result: Awaited<ReturnType<typeof run>>): Answer {
  if (result.Result === 'ERROR') return { done: 'failed', why: result.Error }
  if (result.Result === 'UNSATISFIABLE') return { done: 'impossible' }
  // Under this strategy there are also entries that hold only a bound; the last with values is the best.
  const last = result.Call.flatMap(({ Witnesses = [] }) => Witnesses).findLast(
    ({ Value }) => Value !== undefined,
  )
  if (!last) return { done: 'failed', why: 'The solver stopped before it had an answer.' }
  return { done: 'answer', proved: result.Result === 'OPTIMUM FOUND', holds: last.Value }
}
