// The show as plots have it: who is on when, quick changes, times too short between two, and how close together cues lie.

import type { ItemId, Obligation, Show, TrackId } from './show.ts'

/** A track that is off for less than this had better not change anything. */
export const SHORT_OFF_SECONDS = 60
/** Cues are counted by the minute. */
const BUCKET_SECONDS = 60

/** From the beginning of the show as one: intervals count for nothing. */
export type PlotSpan = { readonly from: number; readonly to: number }

export type Plot = {
  readonly seconds: number
  readonly items: readonly (PlotSpan & { readonly id: ItemId; readonly code: string; readonly act: number })[]
  readonly tracks: readonly {
    readonly id: TrackId
    readonly title: string
    readonly on: readonly PlotSpan[]
    readonly changes: readonly PlotSpan[]
    /** Off for less than `SHORT_OFF_SECONDS`. */
    readonly short: readonly PlotSpan[]
  }[]
  /** How many are called in each minute. */
  readonly cues: readonly number[]
}

export function plotOf(show: Show): Plot {
  const { items, seconds } = bandsOf(show)
  const starts = new Map(items.map(({ id, from }) => [id, from]))
  const span = (item: ItemId, at: number, length: number): readonly PlotSpan[] => {
    const start = starts.get(item)
    return start === undefined ? [] : [{ from: start + at, to: start + at + length }]
  }
  const spansOf = (all: readonly Pick<Obligation, 'track' | 'anchor' | 'seconds'>[]) => {
    const found = new Map<TrackId, PlotSpan[]>()
    for (const { track, anchor, seconds: length } of all)
      found.set(track, [...(found.get(track) ?? []), ...span(anchor.item, anchor.seconds, length)])
    return found
  }
  const [times, changing] = [spansOf(show.obligations), spansOf(show.changes)]
  const tracks = show.tracks.map(({ id, title }) => {
    const on = merged(times.get(id) ?? [])
    return { id, title, on, changes: changing.get(id) ?? [], short: shortBetween(on) }
  })
  const called = show.cues.flatMap(({ anchor }) => span(anchor.item, anchor.seconds, 0))
  return { seconds, items, tracks: tracks.filter(({ on }) => on.length > 0), cues: byMinute(called, seconds) }
}

function bandsOf({ items, editions }: Show): Pick<Plot, 'items' | 'seconds'> {
  const byId = new Map(items.map((item) => [item.id, item]))
  const order = (editions[0]?.items ?? items.map(({ id }) => id)).flatMap((id) => byId.get(id) ?? [])
  let seconds = 0
  const bands = order.map(({ id, code, act, seconds: length }) => {
    const from = seconds
    seconds += length
    return { id, code, act, from, to: seconds }
  })
  return { items: bands, seconds }
}

/** In order, and those that touch as one: between them nobody is off. */
function merged(spans: readonly PlotSpan[]): readonly PlotSpan[] {
  const found: PlotSpan[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = found.at(-1)
    if (last && span.from <= last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else found.push(span)
  }
  return found
}

const shortBetween = (on: readonly PlotSpan[]): readonly PlotSpan[] =>
  on.flatMap(({ to }, at) => {
    const next = on[at + 1]
    return next && next.from - to < SHORT_OFF_SECONDS ? [{ from: to, to: next.from }] : []
  })

function byMinute(called: readonly PlotSpan[], seconds: number): readonly number[] {
  const counts = Array.from({ length: Math.ceil(seconds / BUCKET_SECONDS) }, () => 0)
  for (const { from } of called) {
    const minute = Math.min(counts.length - 1, Math.max(0, Math.floor(from / BUCKET_SECONDS)))
    counts[minute] = (counts[minute] ?? 0) + 1
  }
  return counts
}
