// Who is on stage when: a row for each track, with its bars, its changes, and what of both does not fit.

import { grouped } from '../kit/grouped.ts'
import type { Consequence } from '../reorder/consequence.ts'
import { changes, travels } from '../reorder/people.ts'
import type { CostumeChange, Obligation, Track, TrackId } from '../show/show.ts'
import { isOnStage, type LaidShow } from './laid-show.ts'
import { type Span, shortBetween } from './spans.ts'

/** Off for less than this, nobody has the time to do anything. */
export const SHORT_OFF_SECONDS = 60

/** Seconds of the plot. */
type Bar = {
  readonly from: number
  readonly to: number
  /** False: at work where the house does not look. */
  readonly isOn: boolean
  readonly title: string
  readonly place: string
}

/** `lacks`: seconds that are missing for it, 0 where it fits. */
type ChangeMark = {
  readonly at: number
  readonly seconds: number
  readonly to: string
  readonly place: string
  readonly lacks: number
}

/** Somebody cannot be there in time, or nobody has timed the change they would need. */
type Misfit = {
  readonly what: 'way' | 'untimed change'
  readonly at: number
  readonly lacks: number
  readonly from: string
  readonly to: string
}

export type StageRow = {
  readonly track: string
  readonly title: string
  readonly kind: Track['kind']
  readonly owner: string
  readonly bars: readonly Bar[]
  readonly changes: readonly ChangeMark[]
  readonly misfits: readonly Misfit[]
  /** Of whoever performs: off for less than `SHORT_OFF_SECONDS`. */
  readonly off: readonly Span[]
}

/** In the order of the tracks; tracks that do nothing have no row. */
export function stageRows(laidOut: LaidShow): readonly StageRow[] {
  const { show, laid } = laidOut
  const people = new Map(show.people.map(({ id, callName }) => [id, callName]))
  const changed = changes(laid)
  const late = travels(laid)
  const names = namesIn(laidOut)
  const bars = barsIn(laidOut)
  const told = grouped([...changed, ...late], ({ track }) => track)
  return show.tracks.flatMap((track): StageRow[] => {
    const { id, code, title, kind, owner } = track
    const own = bars.get(id) ?? []
    const on = kind === 'cast' || kind === 'swing' ? own.filter(({ isOn }) => isOn) : []
    const row = {
      ...{ track: code, title, kind, owner: (owner && people.get(owner)) ?? '' },
      ...{ bars: own, off: shortBetween(on, SHORT_OFF_SECONDS) },
      changes: marksOf(laidOut, track, changed),
      misfits: misfitsOf(told.get(id) ?? [], names),
    }
    return row.bars.length + row.changes.length === 0 ? [] : [row]
  })
}

function barsIn({ show, laid }: LaidShow): ReadonlyMap<TrackId, readonly Bar[]> {
  const codes = new Map(show.venue.places.map((place) => [place.id, place.code]))
  const barOf = (one: Obligation): readonly Bar[] => {
    const from = laid.clock(one.anchor)
    if (from === null) return []
    const place = (one.placeIn && codes.get(one.placeIn)) ?? ''
    return [{ from, to: from + one.seconds, isOn: isOnStage(one), title: one.title, place }]
  }
  const all = grouped(show.obligations, ({ track }) => track)
  return new Map(
    [...all].map(([track, own]) => [
      track,
      own.flatMap(barOf).toSorted((one, other) => one.from - other.from),
    ]),
  )
}

/** What is told of a change is of the last one before it into the same costume. */
function marksOf(
  { show, laid }: LaidShow,
  { id }: Track,
  told: readonly Consequence[],
): readonly ChangeMark[] {
  const costumes = new Map(show.costumes.map((costume) => [costume.id, costume.name]))
  const codes = new Map(show.venue.places.map((place) => [place.id, place.code]))
  const placed = show.changes
    .flatMap((change) => {
      const at = change.track === id ? laid.clock(change.anchor) : null
      return at === null ? [] : [{ change, at }]
    })
    .toSorted((one, other) => one.at - other.at)
  return placed.map(({ change, at }, index) => {
    const next = placed.slice(index + 1).find((other) => other.change.to === change.to)?.at
    const lacks = told
      .filter((one) => isOf(one, change, at, next ?? Number.POSITIVE_INFINITY))
      .map((one) => one.lacks ?? 0)
    return {
      ...{ at, seconds: change.seconds, to: costumes.get(change.to) ?? '' },
      ...{ place: codes.get(change.place) ?? '', lacks: Math.max(0, ...lacks) },
    }
  })
}

function isOf(told: Consequence, change: CostumeChange, at: number, next: number): boolean {
  if (told.kind === 'dresser') return told.about === change.id
  if (told.kind !== 'change' || told.track !== change.track || told.about !== change.to) return false
  return told.lacks !== null && told.clock >= at && told.clock < next
}

function misfitsOf(told: readonly Consequence[], names: (id: string | null) => string): readonly Misfit[] {
  return told.flatMap(({ kind, clock, lacks, from, place, about, other }): Misfit[] => {
    if (kind === 'travel')
      return [{ what: 'way', at: clock, lacks: lacks ?? 0, from: names(from), to: names(place) }]
    if (kind !== 'change' || lacks !== null) return []
    return [{ what: 'untimed change', at: clock, lacks: 0, from: names(other), to: names(about) }]
  })
}

function namesIn({ show }: LaidShow): (id: string | null) => string {
  const names = new Map<string, string>([
    ...show.venue.places.map(({ id, code }) => [id, code] as const),
    ...show.costumes.map(({ id, name }) => [id, name] as const),
  ])
  return (id) => (id === null ? '' : (names.get(id) ?? id))
}
