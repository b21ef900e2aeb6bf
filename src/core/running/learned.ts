// What earlier performances say of tonight: medians, how far most stay under, and how many there were.

import { type Duration, duration } from '../kit/time.ts'
import { type Lengths, retimeShow } from '../show/retime.ts'
import type { ItemId, Show } from '../show/show.ts'
import { type Timeline, timeline } from '../show/timeline.ts'
import type { Played } from './played.ts'

/** With fewer samples than this the plan's own length stands (RUNNING-4). */
export const SAMPLES_MIN = 3
/** Older performances than this many are not asked any more. */
export const EARLIER_MAX = 30

/** `late`: nine in ten stay at or under it. */
export type Usual = { readonly count: number; readonly median: Duration; readonly late: Duration }

/** What was learned when a performance was opened, as it stands in its record. */
export type LearnedTimes = {
  readonly performances: number
  readonly items: readonly ({ readonly item: ItemId } & Usual)[]
  readonly acts: readonly ({ readonly act: number } & Usual)[]
  readonly intervals: readonly ({ readonly after: number } & Usual)[]
}

/** The middle, or half way between the two in the middle; null of nothing. */
export function median(lengths: readonly number[]): number | null {
  const sorted = lengths.toSorted((a, b) => a - b)
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The shortest of these that at least nine in ten do not exceed; null of nothing. */
export function ninetieth(lengths: readonly number[]): number | null {
  const sorted = lengths.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null
}

function usualOf(lengths: readonly Duration[]): Usual | null {
  const middle = median(lengths)
  const late = ninetieth(lengths)
  if (middle === null || late === null) return null
  return { count: lengths.length, median: duration(middle), late: duration(late) }
}

/** All there is, however few the samples. Only what was planned as it is tonight is a sample. */
export function usualTimes(plan: Timeline, earlier: readonly Played[]): LearnedTimes {
  const played = earlier.slice(0, EARLIER_MAX)
  return {
    performances: played.length,
    items: plan.items.flatMap(({ id, seconds }) => {
      const own = played.flatMap((one) => one.items.filter(({ item }) => item === id))
      return named({ item: id }, own, seconds)
    }),
    acts: plan.acts.flatMap(({ act, seconds }) => {
      const own = played.flatMap((one) => one.acts.filter((other) => other.act === act && other.whole))
      return named({ act }, own, seconds)
    }),
    intervals: plan.acts.flatMap(({ act, intervalSeconds }) => {
      const own = played.flatMap((one) => one.intervals.filter(({ after }) => after === act))
      return named({ after: act }, own, intervalSeconds)
    }),
  }
}

type Sample = { readonly planned: number; readonly length: Duration }

function named<Name>(name: Name, samples: readonly Sample[], planned: number): readonly (Name & Usual)[] {
  const usual = usualOf(samples.filter((one) => one.planned === planned).map((one) => one.length))
  return usual === null ? [] : [{ ...name, ...usual }]
}

/** What a performance is opened with; null where nothing was played often enough. `earlier`: newest first. */
export function learn(plan: Timeline, earlier: readonly Played[]): LearnedTimes | null {
  const { performances, items, acts, intervals } = usualTimes(plan, earlier)
  const often = <T extends Usual>(all: readonly T[]) => all.filter(({ count }) => count >= SAMPLES_MIN)
  const learned = { performances, items: often(items), acts: often(acts), intervals: often(intervals) }
  return learned.items.length + learned.acts.length + learned.intervals.length > 0 ? learned : null
}

/** A show and one of its editions laid out. */
type Plan = { readonly show: Show; readonly timeline: Timeline }

/** Laid out once for each performance rather than at each event: the same plan and times make the same again. */
const laidOut = new WeakMap<LearnedTimes, WeakMap<Timeline, Plan>>()

/** The plan at the pace of earlier performances. Intervals keep their length: else each would grow by the last (RUNNING-6). */
export function timed<P extends Plan>(plan: P, learned: LearnedTimes | null): P {
  if (learned === null) return plan
  const known = laidOut.get(learned) ?? new WeakMap<Timeline, Plan>()
  laidOut.set(learned, known)
  const found = known.get(plan.timeline) ?? layOut(plan, learned)
  known.set(plan.timeline, found)
  return { ...plan, ...found }
}

function layOut({ show, timeline: { edition } }: Plan, { items }: LearnedTimes): Plan {
  const lengths: Lengths = new Map(
    items.map(({ item, median: middle, late }) => [
      item,
      { seconds: middle / 1000, secondsLate: late / 1000 },
    ]),
  )
  const again = retimeShow(show, lengths)
  return { show: again, timeline: timeline(again, edition.id) }
}

/** How much each item of the running order may be longer than usual, in seconds; null where it is not known. */
export function spreads(plan: Timeline, learned: LearnedTimes | null): readonly (number | null)[] {
  return plan.items.map((item) => {
    const act = plan.items.findLast((one) => one.index < item.index && one.kind !== 'interval')?.act
    const usual =
      item.kind === 'interval'
        ? learned?.intervals.find(({ after }) => after === act)
        : learned?.items.find((one) => one.item === item.id)
    return usual ? (usual.late - usual.median) / 1000 : null
  })
}

/** The spread of a sum of items that vary each for itself: the root of the sum of squares. Null where one is not known. */
export function spreadOver(each: readonly (number | null)[]): number | null {
  const squares = each.flatMap((one) => (one === null ? [] : [one * one]))
  if (squares.length < each.length || each.length === 0) return null
  return Math.sqrt(squares.reduce((total, square) => total + square, 0))
}
