// Virtual time: nothing in a simulated night reads a real clock; what is due happens in order, one thing at a time.

import { type Instant, instant } from '../../src/core/kit/time.ts'

export type Scheduler = {
  /** True milliseconds since the simulated night began; no clock in the building shows them. */
  now(): number
  /** Calls once at that time, or at once if it has passed; the answer cancels it. */
  at(time: number, act: () => void): () => void
  after(ms: number, act: () => void): () => void
  /** Says that something was started which waits: it is let run as far as it can before time goes on. */
  stir(): void
  run(until: number): Promise<void>
}

type Due = { readonly time: number; readonly order: number; act: (() => void) | null }

/** Real time zero of every simulated night; its server's clock starts here. */
export const FIRST_INSTANT: Instant = instant(1_790_000_000_000)

export function openScheduler(): Scheduler {
  const heap: Due[] = []
  let time = 0
  let order = 0
  let stirred = true
  const at = (when: number, act: () => void): (() => void) => {
    const due: Due = { time: Math.max(when, time), order: order++, act }
    push(heap, due)
    return () => {
      due.act = null
    }
  }
  return {
    now: () => time,
    at,
    after: (ms, act) => at(time + ms, act),
    stir: () => {
      stirred = true
    },
    run: async (until) => {
      for (;;) {
        if (stirred) {
          stirred = false
          await settled()
          continue
        }
        const next = heap[0]
        if (next === undefined || next.time > until) break
        pop(heap)
        time = next.time
        next.act?.()
      }
      time = until
    },
  }
}

/** Resolves once every promise that can go on without time passing has gone on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const before = (a: Due, b: Due): boolean => a.time < b.time || (a.time === b.time && a.order < b.order)

function push(heap: Due[], due: Due): void {
  heap.push(due)
  let at = heap.length - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || before(parent, due)) break
    heap[at] = parent
    at = above
  }
  heap[at] = due
}

function pop(heap: Due[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const goRight = left !== undefined && right !== undefined && before(right, left)
    const child = goRight ? right : left
    if (child === undefined || before(last, child)) break
    heap[at] = child
    at = 2 * at + (goRight ? 2 : 1)
  }
  heap[at] = last
}
