// A clock in the test's hands, and a log that fails when it is told to.

import { type Instant, instant } from '../../src/core/kit/time.ts'
import type { Clock } from '../../src/server/clock/clock.ts'
import type { Append, AppendOutcome, Log } from '../../src/server/log/log.ts'
import { OPENED_AT } from './nights.ts'

/** Stands still until it is moved; timers that come due meanwhile go off in their order. */
export class TestClock implements Clock {
  #now: Instant = OPENED_AT
  #setBack = 0
  #waiting: { readonly at: number; readonly act: () => void }[] = []

  now(): Instant {
    return this.#now
  }

  sinceStart(): number {
    return this.#now + this.#setBack
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + ms, act }
    this.#waiting.push(timer)
    return () => {
      this.#waiting = this.#waiting.filter((one) => one.act !== act)
    }
  }

  /** Timers that have not gone off. */
  waiting(): number {
    return this.#waiting.length
  }

  /** Timers first, the hands last. */
  pass(ms: number): void {
    const end = this.#now + ms
    for (;;) {
      const due = this.#waiting.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#waiting = this.#waiting.filter((one) => one !== due)
      this.#now = instant(Math.max(this.#now, due.at))
      due.act()
    }
    this.#now = instant(end)
  }

  /** As when the lid of a laptop is closed and opened: time has passed, and no timer noticed. */
  sleep(ms: number): void {
    this.#now = instant(this.#now + ms)
  }

  /** As when somebody sets the machine's clock, and timers go off after as long as they were to: what waits is no clock on the wall. */
  setBy(ms: number): void {
    this.setBack(-ms)
    this.#waiting = this.#waiting.map(({ at, act }) => ({ at: at + ms, act }))
  }

  /** As when somebody sets the machine's clock: no timer notices. */
  setBack(ms: number): void {
    this.#now = instant(this.#now - ms)
    this.#setBack += ms
  }
}

/**
 * `loses`: nothing is kept. `lies`: all is kept, and it says that it is not. `throws…`: the same, as a rejection.
 * `dark`: it lies, and cannot be read either.
 */
export type Mood = 'well' | 'loses' | 'lies' | 'throws' | 'throws-after' | 'dark'

export type MoodyLog = Log & {
  mood(next: Mood): void
  /** The appends of every call so far, in order. */
  readonly calls: readonly (readonly Append[])[]
}

export const LOST = 'The disk is full.'

export function moodyLog(inner: Log): MoodyLog {
  let mood: Mood = 'well'
  const calls: (readonly Append[])[] = []
  const append = async (appends: readonly Append[]): Promise<readonly AppendOutcome[]> => {
    calls.push(appends)
    const lost = appends.map(() => ({ done: 'failed', sentence: LOST }) as const)
    if (mood === 'loses') return lost
    if (mood === 'throws') throw new Error(LOST)
    const outcomes = await inner.append(appends)
    if (mood === 'throws-after') throw new Error(LOST)
    return mood === 'lies' || mood === 'dark' ? lost : outcomes
  }
  return {
    claim: (stream) => inner.claim(stream),
    append,
    read: async (...asked) => {
      if (mood === 'dark') throw new Error(LOST)
      return inner.read(...asked)
    },
    answer: (...asked) => inner.answer(...asked),
    head: (stream) => inner.head(stream),
    streams: () => inner.streams(),
    eraseDetail: (erase) => inner.eraseDetail(erase),
    saveDocument: (text) => inner.saveDocument(text),
    saveChange: (change, whole) => inner.saveChange(change, whole),
    removeDocument: (hash) => inner.removeDocument(hash),
    compact: () => inner.compact(),
    document: (hash) => inner.document(hash),
    saveSnapshot: (...asked) => inner.saveSnapshot(...asked),
    snapshot: (...asked) => inner.snapshot(...asked),
    verify: () => inner.verify(),
    close: () => inner.close(),
    calls,
    mood: (next) => {
      mood = next
    },
  }
}

/** Lets everything that is ready happen. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
