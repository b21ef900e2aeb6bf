// Whoever plans tonight’s cover: a thread of its own with bounds of memory and time, so that a GO never waits for a plan.

import { type ResourceLimits, Worker } from 'node:worker_threads'
import type { CoverNight } from '../../core/cover/cover-night.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import { type Best, type Covered, coverTonight, type Sought } from './cover.ts'
import type { Planning } from './planning.ts'
import { ANSWER_MS_MAX, QUESTIONS_MAX } from './solver.ts'

/** Of objects that live on. */
const PLANNER_MEMORY_MB_MAX = 512
/** Of objects that hardly live; what that saves and costs is in docs/benchmarks.md. */
const YOUNG_MB_MAX = 4
/** Behind so many others and then in its own turn; who has said nothing by then never will. */
export const PLANNER_MS_MAX = (QUESTIONS_MAX + 1) * ANSWER_MS_MAX

export type AskedOfPlanner = {
  readonly ask: number
  /** So much of its question's time is left. */
  readonly ms: number
  readonly what:
    | { readonly do: 'warm' }
    | { readonly do: 'cover'; readonly night: CoverNight }
    | { readonly do: 'other'; readonly night: CoverNight; readonly sought: Sought }
}

/** `spent`: of its question's time. */
export type ToldByPlanner = { readonly ask: number; readonly spent: number } & (
  | { readonly done: 'warm' }
  | { readonly done: 'cover'; readonly covered: Covered }
  | { readonly done: 'other'; readonly other: Best | 'none' | 'unknown' }
)

export type Planner = {
  /** Before the first question, so that it does not wait for the thread. */
  readonly warm: () => Promise<void>
  readonly question: (ms?: number) => Planning
  readonly close: () => Promise<void>
}

type Options = {
  readonly clock: Clock
  /** Another thread's file, for tests of one that hangs or dies. */
  readonly thread?: URL
  readonly memoryMbMax?: number
}

export const openPlanner = (options: Options): Planner => new ThreadPlanner(options)

class ThreadPlanner implements Planner {
  readonly #clock: Clock
  readonly #file: URL
  readonly #limits: ResourceLimits
  readonly #waiting = new Map<number, (told: ToldByPlanner | null) => void>()
  #thread: Worker | null = null
  #asked = 0
  #closed = false

  constructor({ clock, thread = threadFile(), memoryMbMax = PLANNER_MEMORY_MB_MAX }: Options) {
    this.#clock = clock
    this.#file = thread
    this.#limits = { maxOldGenerationSizeMb: memoryMbMax, maxYoungGenerationSizeMb: YOUNG_MB_MAX }
  }

  readonly warm = async (): Promise<void> => {
    await this.#ask(ANSWER_MS_MAX, { do: 'warm' })
  }

  readonly question = (ms = ANSWER_MS_MAX): Planning => {
    let left = ms
    const ask = async (what: AskedOfPlanner['what']) => {
      const told = await this.#ask(left, what)
      left -= told?.spent ?? left
      return told
    }
    return {
      cover: async (night) => {
        const told = await ask({ do: 'cover', night })
        return told?.done === 'cover' ? told.covered : coverTonight(night, noThread)
      },
      other: async (night, sought) => {
        const told = await ask({ do: 'other', night, sought })
        return told?.done === 'other' ? told.other : 'unknown'
      },
    }
  }

  readonly close = async (): Promise<void> => {
    this.#closed = true
    await this.#thread?.terminate()
  }

  /** Null where the thread died before it answered, or never will. */
  async #ask(ms: number, what: AskedOfPlanner['what']): Promise<ToldByPlanner | null> {
    const thread = this.#begun()
    if (thread === null) return null
    this.#asked += 1
    const asked: AskedOfPlanner = { ask: this.#asked, ms, what }
    const late = this.#clock.after(PLANNER_MS_MAX, () => void thread.terminate())
    // While it is asked something it keeps the house open, and otherwise nobody.
    thread.ref()
    const told = await new Promise<ToldByPlanner | null>((resolve) => {
      this.#waiting.set(asked.ask, resolve)
      thread.postMessage(asked)
    })
    late()
    this.#waiting.delete(asked.ask)
    if (this.#waiting.size === 0) thread.unref()
    return told
  }

  /** Null where the system has no thread to give: that plan is made without one, and the next may have one. */
  #begun(): Worker | null {
    if (this.#closed) return null
    if (this.#thread) return this.#thread
    try {
      this.#thread = this.#listened(new Worker(this.#file, { resourceLimits: this.#limits }))
    } catch {
      return null
    }
    return this.#thread
  }

  #listened(thread: Worker): Worker {
    thread.on('message', (told: ToldByPlanner) => this.#waiting.get(told.ask)?.(told))
    // What went wrong in there ends it, and the next question finds a new one.
    thread.on('error', tellMistake)
    thread.on('exit', () => {
      if (this.#thread === thread) this.#thread = null
      for (const resolve of this.#waiting.values()) resolve(null)
    })
    return thread
  }
}

const noThread = async () => ({ done: 'failed', why: 'The solver stopped before it had an answer.' }) as const

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./cover-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
