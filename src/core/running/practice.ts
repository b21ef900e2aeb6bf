// Calling practised against the clock: when each cue is due, and how early or late each GO was. Kept by nobody.

import { median } from './learned.ts'

/** A cue of the act that is practised, so many milliseconds after the act went up. */
export type PracticeCue = { readonly name: string; readonly words: string | null; readonly dueMs: number }

/** What of a moment a practice needs, as screens are sent it. */
type Told = {
  readonly at: { readonly act: number; readonly seconds: number }
  readonly line: string | null
  /** Null: the desk calls it. */
  readonly list: string | null
  readonly cues: readonly { readonly name: string }[]
}

/** An earlier performance, as its report has it. */
export type Logged = {
  readonly acts: readonly { readonly act: number; readonly upAt: number; readonly downAt: number | null }[]
  readonly holds: readonly { readonly from: number; readonly to: number | null }[]
  readonly cueLog: readonly { readonly cues: readonly string[]; readonly at: number }[]
}

/** Whether there is anything to practise by; `act`: null for any of them. */
export const wasCalled = ({ acts, cueLog }: Logged, act: number | null): boolean =>
  acts
    .filter((one) => act === null || one.act === act)
    .some(({ upAt, downAt }) => cueLog.some(({ at }) => at >= upAt && (downAt === null || at <= downAt)))

/** By the plan: the deck’s cues of one act, in their order. */
export const practiceByPlan = (moments: readonly Told[], act: number): readonly PracticeCue[] =>
  moments
    .filter(({ at, list, cues }) => at.act === act && list === null && cues.length > 0)
    .map(({ at, line, cues }) => ({
      name: cues.map(({ name }) => name).join(' · '),
      words: line,
      dueMs: at.seconds * 1000,
    }))

/**
 * As that performance called them, what was held taken out. A cue that it did not call in that act keeps its place
 * between those it did: as far behind the one before as the plan has it.
 */
export function practiceByLog(
  moments: readonly Told[],
  act: number,
  { acts, holds, cueLog }: Logged,
): readonly PracticeCue[] {
  const up = acts.find((one) => one.act === act)
  const planned = practiceByPlan(moments, act)
  if (!up) return planned
  const end = up.downAt ?? Number.MAX_SAFE_INTEGER
  const heldBefore = (at: number) =>
    holds.reduce((sum, { from, to }) => {
      const [start, stop] = [Math.max(from, up.upAt), Math.min(to ?? at, at)]
      return sum + Math.max(0, stop - start)
    }, 0)
  const called = (name: string) =>
    cueLog.find(
      ({ cues, at }) => at >= up.upAt && at <= end && name.split(' · ').some((one) => cues.includes(one)),
    )
  let drift = 0
  let last = 0
  return planned.map((cue) => {
    const found = called(cue.name)
    const dueMs = found ? found.at - up.upAt - heldBefore(found.at) : Math.max(last, cue.dueMs + drift)
    if (found) drift = dueMs - cue.dueMs
    last = Math.max(last, dueMs)
    return { ...cue, dueMs: last }
  })
}

type PracticeLine = {
  readonly name: string
  readonly dueMs: number
  /** Null: it was not called. */
  readonly calledMs: number | null
  /** Negative: early. */
  readonly offMs: number | null
}

export type PracticeResult = {
  readonly lines: readonly PracticeLine[]
  readonly called: number
  readonly early: number
  readonly late: number
  /** The middle of how far off each GO was, whichever way; null where nothing was called. */
  readonly medianMs: number | null
}

/** So close to its time a GO was on time. */
export const ON_TIME_MS = 500

/** `called`: when each was called, in the order of the cues; null for one that was passed over. */
export function practised(cues: readonly PracticeCue[], called: readonly (number | null)[]): PracticeResult {
  const lines = cues.map(({ name, dueMs }, index) => {
    const calledMs = called[index] ?? null
    return { name, dueMs, calledMs, offMs: calledMs === null ? null : calledMs - dueMs }
  })
  const off = lines.flatMap(({ offMs }) => (offMs === null ? [] : [offMs]))
  return {
    lines,
    called: off.length,
    early: off.filter((ms) => ms < -ON_TIME_MS).length,
    late: off.filter((ms) => ms > ON_TIME_MS).length,
    medianMs: median(off.map(Math.abs)),
  }
}
