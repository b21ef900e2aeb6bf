// What a device says of itself to the desk: the screen it shows, how long an answer takes, how its clocks go.

import type { ScreenName } from '../../core/installation/screens.ts'
import type { Pulse } from '../../wire/messages.ts'
import { bestSample, type Sample } from './offset.ts'

/** A pulse this often; sooner when another screen is shown. */
export const PULSE_MS = 10_000
/** The server's stamps are whole milliseconds. */
const STAMP_MS = 1

/** One exchange of some minute, the quickest of it. `at`: when, by the device's running clock. */
type Mark = Sample & { readonly at: number }
/** Oldest first. */
export type Marks = readonly Mark[]

/** The quickest exchange of each so long a time is kept … */
const MARK_MS = 60_000
/** … for so many of them: drift is told over the last hour. */
export const MARKS_MAX = 60
/** Over less than this the bounds say more than the drift. */
export const DRIFT_MS_MIN = 5 * 60_000
/** More between two exchanges than their bounds and any crystal allow: a clock was set, or stood still. */
const SET_MS = 50
/** No clock in a phone or a laptop goes more wrong than this, by itself. */
const CRYSTAL = 1e-3

/** With one more exchange; beginning anew where a clock was set meanwhile. */
export function withMark(marks: Marks, sample: Sample, at: number): Marks {
  const mark = { ...sample, at }
  const last = marks.at(-1)
  if (last === undefined || wasSet(last, mark)) return [mark]
  if (minuteOf(last.at) !== minuteOf(at)) return [...marks, mark].slice(-MARKS_MAX)
  return sample.error < last.error ? [...marks.slice(0, -1), mark] : marks
}

const minuteOf = (at: number): number => Math.floor(at / MARK_MS)

const wasSet = (before: Mark, now: Mark): boolean =>
  Math.abs(now.offset - before.offset) >
  before.error + now.error + SET_MS + CRYSTAL * Math.abs(now.at - before.at)

const HOUR_MS = 3_600_000

/** What the running clock gains on the server's in an hour; the truth lies within `within` of it. */
export function driftOf(marks: Marks): { readonly perHour: number; readonly within: number } | null {
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last || last.at - first.at < DRIFT_MS_MIN) return null
  const hours = (last.at - first.at) / HOUR_MS
  // The offset is server time less device time: a device that gains sees it fall.
  return {
    perHour: (first.offset - last.offset) / hours,
    within: (first.error + last.error + 2 * STAMP_MS) / hours,
  }
}

export function pulseOf(facts: {
  readonly samples: readonly Sample[]
  readonly marks: Marks
  readonly screen: ScreenName | null
  /** This device's running clock, and its clock on the wall, at one moment. */
  readonly now: number
  readonly wall: number
}): Pulse {
  const { samples, marks, screen, now, wall } = facts
  const best = bestSample(samples)
  const last = samples.at(-1)
  return {
    t: 'pulse',
    screen,
    lag: last ? { last: Math.round(2 * last.error), median: Math.round(2 * medianError(samples)) } : null,
    clock: best && {
      ahead: Math.round(wall - now - best.offset),
      within: Math.ceil(best.error + STAMP_MS),
    },
    drift: driftOf(marks),
  }
}

/** The middle round trip; of two in the middle, the longer one. */
function medianError(samples: readonly Sample[]): number {
  const sorted = samples.map(({ error }) => error).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
