// What sections that change as time passes have been, and from when to when: by every state, at every step of the server's clock.

import { type Instant, instant } from '../../src/core/kit/time.ts'
import { SECTION_STEP_MS } from '../../src/core/night/seen.ts'
import type { Audience } from '../../src/core/night/view.ts'
import type { Reference } from './reference.ts'
import { FIRST_INSTANT, type Scheduler } from './scheduler.ts'

/** In true time; it may have been something else in between. */
export type Span = { readonly first: number; readonly last: number }

type Past = { readonly spans: Map<string, Span>; upTo: number | null }

export type PassingOptions = {
  readonly scheduler: Scheduler
  readonly reference: Reference
  /** The text that stands for a section, whatever the order of its fields. */
  readonly text: (section: unknown) => string
}

/** Whoever was replaced goes on for so long with the state it had. */
const BEHIND_MS = 3_000

export class Passing {
  readonly #options: PassingOptions
  /** When the server first announced each number of events, of each performance. */
  readonly #announced = new Map<string, number[]>()
  readonly #clock: { readonly at: number; readonly offset: number }[] = [{ at: 0, offset: 0 }]
  readonly #pasts = new Map<string, Past>()

  constructor(options: PassingOptions) {
    this.#options = options
  }

  announced(performance: string): number[] {
    const known = this.#announced.get(performance)
    if (known) return known
    const fresh: number[] = []
    this.#announced.set(performance, fresh)
    return fresh
  }

  /** The server's clock is ahead of true time by so much from now on. */
  clockSet(offset: number): void {
    this.#clock.push({ at: this.#options.scheduler.now(), offset })
  }

  /** When a section was this; null where it never was. */
  when(performance: string, audience: Audience, section: unknown): Span | null {
    const key = `${performance}|${audience.key}`
    const past = this.#pasts.get(key) ?? { spans: new Map<string, Span>(), upTo: null }
    this.#pasts.set(key, past)
    this.#extend(past, performance, audience)
    return past.spans.get(this.#options.text(section)) ?? null
  }

  #extend(past: Past, performance: string, audience: Audience): void {
    const now = this.#options.scheduler.now()
    const times = this.announced(performance)
    const from = past.upTo ?? times[0]
    if (from === undefined || past.upTo === now) return
    const points = this.#pointsBetween(from, now, times)
    points.forEach((start, index) => {
      const end = points[index + 1] ?? now
      for (const step of this.#stepsAt(start)) {
        for (const seq of this.#statesAt(start, times))
          this.#note(past, { performance, audience }, { seq, step }, { first: start, last: end })
      }
    })
    past.upTo = now
  }

  /** Everything at which another state or another step begins. */
  #pointsBetween(from: number, to: number, times: readonly number[]): readonly number[] {
    const points = new Set<number>([from])
    for (let at = times.length - 1; at >= 0 && (times[at] ?? 0) > from; at -= 1) points.add(times[at] ?? from)
    for (const { at } of this.#clock) if (at > from && at <= to) points.add(at)
    for (const start of [...points]) {
      const wait = SECTION_STEP_MS - (this.#wall(start) % SECTION_STEP_MS)
      for (let at = start + wait; at <= to; at += SECTION_STEP_MS) points.add(at)
    }
    return [...points].sort((a, b) => a - b)
  }

  /** The newest, and those that whoever was replaced a moment ago may still have. */
  #statesAt(time: number, times: readonly number[]): readonly number[] {
    const newest = (at: number) => times.findLastIndex((one) => one <= at)
    const states = [newest(time)]
    for (let seq = newest(time) - 1; seq >= 0 && (times[seq + 1] ?? 0) > time - BEHIND_MS; seq -= 1)
      if ((times[seq] ?? 0) < (times[seq + 1] ?? 0)) states.push(seq)
    return states
  }

  /** Both, at the moment at which the clock is set. */
  #stepsAt(time: number): readonly Instant[] {
    const walls = [
      this.#wall(time),
      ...this.#clock.flatMap(({ at }) => (at === time ? [this.#wall(time - 1)] : [])),
    ]
    return [...new Set(walls.map((wall) => Math.floor(wall / SECTION_STEP_MS) * SECTION_STEP_MS))].map(
      instant,
    )
  }

  #wall(time: number): number {
    const { offset } = this.#clock.findLast(({ at }) => at <= time) ?? { offset: 0 }
    return FIRST_INSTANT + time + offset
  }

  #note(
    { spans }: Past,
    { performance, audience }: { readonly performance: string; readonly audience: Audience },
    { seq, step }: { readonly seq: number; readonly step: Instant },
    { first, last }: Span,
  ): void {
    const { reference, text } = this.#options
    for (const plan of reference.versions(performance).at(seq)) {
      const key = text(audience.compute(plan, reference.night(performance, seq), step) ?? null)
      const known = spans.get(key)
      spans.set(key, { first: known?.first ?? first, last: Math.max(last, known?.last ?? last) })
    }
  }
}
