// What one performance was in time: the lengths that later nights may learn from, and those they may not.

import { type CallingState, heldBetween } from '../calling/state.ts'
import { between, type Duration, duration, type Instant, later, seconds } from '../kit/time.ts'
import type { ItemId } from '../show/show.ts'
import { DECK, type PlannedItem, type Timeline } from '../show/timeline.ts'

/** Lengths are without what was held; `planned` is what the show file said, in seconds. */
export type Played = {
  readonly items: readonly { readonly item: ItemId; readonly planned: number; readonly length: Duration }[]
  readonly acts: readonly {
    readonly act: number
    readonly planned: number
    readonly length: Duration
    readonly held: Duration
    /** Every item of it was played once, from beginning to end. */
    readonly whole: boolean
  }[]
  readonly intervals: readonly {
    readonly after: number
    readonly planned: number
    readonly length: Duration
  }[]
}

/** A performance in the history of its show. */
export type PlayedPerformance = Played & { readonly number: number; readonly curtainAt: Instant }

/** `plan`: as the show file has it. `timed`: as that night ran on it. */
export function playedOf(plan: Timeline, timed: Timeline, state: CallingState): Played {
  const acts = state.acts.flatMap(({ act, upAt, downAt }) =>
    downAt === null ? [] : [playedAct(plan, timed, state, { act, upAt, downAt })],
  )
  return {
    items: acts.flatMap((act) => act.items),
    acts: acts.map(({ items: _items, ...act }) => act),
    intervals: intervalsOf(plan, state),
  }
}

type Span = { readonly act: number; readonly upAt: Instant; readonly downAt: Instant }

function playedAct(plan: Timeline, timed: Timeline, state: CallingState, span: Span) {
  const { act, upAt, downAt } = span
  const order = timed.items.filter((item) => item.act === act && item.kind !== 'interval')
  const starts = state.itemStarts.filter((start) => start.at >= upAt && start.at <= downAt)
  const items = order.flatMap((item, place) => {
    const length = lengthOf(timed, state, { item, follower: order[place + 1], starts, span })
    return length === null ? [] : [{ item: item.id, planned: plan.items[item.index]?.seconds ?? 0, length }]
  })
  const held = heldBetween(state, upAt, downAt)
  return {
    act,
    planned: plan.acts.find((one) => one.act === act)?.seconds ?? 0,
    length: duration(between(upAt, downAt) - held),
    held,
    whole: items.length === order.length,
    items,
  }
}

type Start = CallingState['itemStarts'][number]
type Place = {
  readonly item: PlannedItem
  readonly follower: PlannedItem | undefined
  readonly starts: readonly Start[]
  readonly span: Span
}

/** Null where the item was not played once, straight on, into the one that follows it in the plan. */
function lengthOf(timed: Timeline, state: CallingState, place: Place): Duration | null {
  const { item, follower, starts, span } = place
  const at = starts.findIndex((start) => start.item === item.index)
  const own = starts[at]
  const next = starts[at + 1]
  const again = starts.filter((start) => start.item === item.index).length > 1
  if (!own || again || next?.item !== follower?.index || !calledStraight(timed, state, item)) return null
  const begin = beganAt(timed, state, own, span)
  const end = next ? beganAt(timed, state, next, span) : span.downAt
  const length = duration(between(begin, end) - heldBetween(state, begin, end))
  return length > 0 ? length : null
}

/** An item whose start is known only by a cue some way into it began as long before as the plan puts that cue. */
function beganAt(timed: Timeline, state: CallingState, { item, at }: Start, { upAt }: Span): Instant {
  if (at === upAt) return at
  const called = state.called.find((one) => one.at === at && momentItem(timed, one.moment) === item)
  const moment = called && timed.moments[called.moment]
  const into = moment ? moment.at.seconds - (timed.items[item]?.starts.seconds ?? 0) : 0
  const began = later(at, seconds(-into))
  return began < upAt ? upAt : began
}

const momentItem = (timed: Timeline, index: number): number | undefined =>
  timed.items.find((item) => item.id === timed.moments[index]?.item)?.index

/** Nothing of it was jumped over, and nothing called twice. */
function calledStraight(timed: Timeline, state: CallingState, item: PlannedItem): boolean {
  return timed.moments
    .filter((moment) => moment.item === item.id && moment.playhead === DECK)
    .every(({ index }) => {
      const times = state.called.filter((one) => one.moment === index).length
      const left = state.cut.includes(index) || state.skipped.some((one) => one.moment === index)
      return times === 1 || (times === 0 && left)
    })
}

function intervalsOf(plan: Timeline, state: CallingState): Played['intervals'] {
  return state.acts.flatMap(({ act, downAt }, place) => {
    const next = state.acts[place + 1]
    if (downAt === null || !next) return []
    const length = duration(between(downAt, next.upAt) - heldBetween(state, downAt, next.upAt))
    const planned = plan.acts.find((one) => one.act === act)?.intervalSeconds ?? 0
    return [{ after: act, planned, length }]
  })
}
