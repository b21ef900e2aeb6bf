// clasp in a thread of its own: a program in, the best answer out, or why there is none.

import { restart, run } from 'clingo-wasm'

/** The same everywhere: so many conflicts and no seconds. */
export const CONFLICTS_MAX = 200_000
/** A solver that says nothing for so long is ended, and begins anew. */
export const ANSWER_MS_MAX = 10_000

const OPTIONS = [
  '--mode=clasp',
  '--opt-mode=opt',
  '--opt-strategy=usc',
  '--seed=1',
  `--solve-limit=${CONFLICTS_MAX}`,
] as const

export type Answer =
  | { readonly done: 'answer'; readonly proved: boolean; readonly holds: readonly string[] }
  | { readonly done: 'impossible' }
  | { readonly done: 'failed'; readonly why: string }

/** One at a time: the package has one thread. */
export async function solve(
  text: string,
  after: (ms: number, then: () => void) => () => void,
): Promise<Answer> {
  const cancel = after(ANSWER_MS_MAX, () => void restart())
  try {
    const result = await run(text, 0, [...OPTIONS])
    if (result.Result === 'ERROR') return { done: 'failed', why: result.Error }
    if (result.Result === 'UNSATISFIABLE') return { done: 'impossible' }
    // Under this strategy there are also entries that hold only a bound.
    const last = result.Call.flatMap(({ Witnesses }) => Witnesses ?? []).findLast(
      ({ Value }) => Value !== undefined,
    )
    if (!last) return { done: 'failed', why: 'The solver stopped before it had an answer.' }
    return { done: 'answer', proved: result.Result === 'OPTIMUM FOUND', holds: last.Value }
  } finally {
    cancel()
  }
}
