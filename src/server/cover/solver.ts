// The solver (clasp) in a thread of its own: a program in, the best answer out, or why there is none.

import type { run } from 'clingo-wasm'
import { later } from '../../core/kit/later.ts'
import type { Clock } from '../clock/clock.ts'

/** The same on every machine: so many conflicts, and no seconds. */
const CONFLICTS_MAX = 50_000
/** So long one question takes at most, in all its rounds; then the best that was found stands, and the next finds a new solver. */
export const ANSWER_MS_MAX = 10_000
/** What it sets aside for its largest question it does not give back: after so many, and while nobody asks, a new one takes over. */
export const ANSWERS_MAX = 200
/** Of a program of more letters it tells what it has found so far, should it not end; that costs an eighth of its time. */
const LONG_LETTERS = 300_000
/** A program of more letters does not fit into what the solver has for it. */
export const LETTERS_MAX = 800_000
/** Asked at once and not yet answered. */
export const QUESTIONS_MAX = 4

/** Read when the first question comes, or in a quiet moment before. */
const clingo = later(() => import('clingo-wasm'))
const restart = async (): Promise<void> => (await clingo()).restart()

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

/** `text`: a ground program in aspif. */
export type Solve = (text: string) => Promise<Answer>

export type Solver = {
  /** Before the first question, so that it does not wait for the thread. */
  readonly warm: () => Promise<void>
  /** Answered one after another; each has all the time there is for one question. */
  readonly solve: Solve
  /** For a question that is asked in rounds: their time is counted together, and `spent` hears what each took. */
  readonly question: (ms?: number, spent?: (ms: number) => void) => Solve
  readonly close: () => Promise<void>
}

export const openSolver = (clock: Clock): Solver => new ThreadSolver(clock)

class ThreadSolver implements Solver {
  readonly #clock: Clock
  #asked = 0
  #answers = 0
  #turn: Promise<unknown> = Promise.resolve()
  #used = false
  #closed = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  readonly warm = async (): Promise<void> => {
    this.#used = true
    // Only to have it ready: a question that it cannot answer is told to whoever asks it.
    await this.#answer(NOTHING, ANSWER_MS_MAX).catch(() => undefined)
  }

  readonly solve: Solve = (text) => this.question()(text)

  readonly question = (ms = ANSWER_MS_MAX, spent = (_ms: number) => {}): Solve => {
    let left = Math.min(ms, ANSWER_MS_MAX)
    return (text) =>
      this.#inTurn(async () => {
        if (left <= 0) return late
        const began = this.#clock.now()
        const answer = await this.#answer(text, left)
        const took = this.#clock.now() - began
        left -= took
        spent(took)
        return answer
      })
  }

  // Whatever was never begun need not be ended.
  readonly close = async (): Promise<void> => {
    this.#closed = true
    if (this.#used) await restart()
  }

  async #inTurn(answer: () => Promise<Answer>): Promise<Answer> {
    this.#used = true
    if (this.#asked >= QUESTIONS_MAX)
      return { done: 'failed', why: 'The solver is still at work on other plans.' }
    this.#asked += 1
    const mine = this.#turn.then(answer).finally(() => {
      this.#asked -= 1
      this.#answers += 1
    })
    // Whoever asked is told.
    this.#turn = mine.catch(() => undefined).then(() => this.#renewed())
    return mine
  }

  async #renewed(): Promise<void> {
    if (this.#asked > 0 || this.#answers < ANSWERS_MAX || this.#closed) return
    this.#answers = 0
    await restart()
    await this.warm()
  }

  /** From its own turn on: who waits behind another is not what takes long. */
  async #answer(text: string, ms: number): Promise<Answer> {
    if (text.length > LETTERS_MAX)
      return { done: 'failed', why: 'There is too much to decide for the solver.' }
    let best: readonly string[] | null = null
    let isLate = false
    const cancel = this.#clock.after(ms, () => {
      isLate = true
      void restart()
    })
    try {
      const hear = ({ Value }: { readonly Value?: readonly string[] }): void => {
        best = Value ?? best
      }
      const { run } = await clingo()
      const result = await run(text, 0, [...OPTIONS], text.length > LONG_LETTERS ? hear : undefined)
      if (result.Result !== 'ERROR') return read(result)
      if (isLate) return best === null ? late : { done: 'answer', proved: false, holds: best }
      // Whatever went wrong in there would go wrong again.
      await restart()
      return { done: 'failed', why: result.Error }
    } finally {
      cancel()
    }
  }
}

const late: Answer = { done: 'failed', why: 'The solver had no more time.' }

function read(result: Exclude<Awaited<ReturnType<typeof run>>, { Result: 'ERROR' }>): Answer {
  if (result.Result === 'UNSATISFIABLE') return { done: 'impossible' }
  // Under this strategy there are also entries that hold only a bound; the last with values is the best.
  const last = result.Call.flatMap(({ Witnesses = [] }) => Witnesses).findLast(
    ({ Value }) => Value !== undefined,
  )
  if (!last) return { done: 'failed', why: 'The solver stopped before it had an answer.' }
  return { done: 'answer', proved: result.Result === 'OPTIMUM FOUND', holds: last.Value }
}
