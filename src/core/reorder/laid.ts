// An evening laid out for asking what fits: when each thing is on one clock, where people are, how long the ways are.

import type {
  Anchor,
  CostumeChange,
  EditionId,
  ItemId,
  Obligation,
  PlaceId,
  Show,
  TrackId,
  Venue,
} from '../show/show.ts'
import type { Consequence, ConsequenceKind } from './consequence.ts'
import type { Ordered } from './in-force.ts'
import type { Base } from './slots.ts'

/** Something that keeps one person from one time to another, from one place to another. */
export type Stay = {
  readonly of: Obligation
  readonly index: number
  readonly start: number
  readonly end: number
  readonly from: PlaceId
  readonly to: PlaceId
}

export type LaidItem = { readonly id: ItemId; readonly start: number; readonly end: number }

type Told = Partial<Omit<Consequence, 'kind' | 'key' | 'item' | 'seconds' | 'clock'>> & {
  readonly at: number
}

export class Laid {
  readonly show: Show
  readonly items: readonly LaidItem[]
  /** Every change that anybody has timed, those of cut items too: what is worn next does not ask where it was plotted. */
  readonly plotted: readonly CostumeChange[]
  readonly #items: ReadonlyMap<ItemId, LaidItem>
  readonly #stays: ReadonlyMap<TrackId, readonly Stay[]>
  readonly #sides: ReadonlyMap<PlaceId, string>
  readonly walk: (from: PlaceId, to: PlaceId) => number

  constructor({ show, cut }: Ordered, { show: whole, edition }: Base) {
    this.show = show
    const once = new Set(whole.changes.map(({ id }) => id))
    const again = show.changes.filter(({ id }) => !once.has(id))
    // In the order of the book, whatever is cut: of two that would do the first is taken.
    this.plotted = [
      ...whole.changes.map((one) => show.changes.find(({ id }) => id === one.id) ?? one),
      ...again,
    ]
    this.items = layItems(show, edition, cut)
    this.#items = new Map(this.items.map((item) => [item.id, item]))
    this.#stays = this.#layStays()
    this.#sides = new Map(show.venue.places.map(({ id, side }) => [id, side ?? id]))
    this.walk = walks(show.venue)
  }

  /** Null for what is not played. */
  clock(anchor: Pick<Anchor, 'item' | 'seconds'>): number | null {
    const item = this.#items.get(anchor.item)
    return item ? item.start + anchor.seconds : null
  }

  item(id: ItemId): LaidItem | null {
    return this.#items.get(id) ?? null
  }

  stays(track: TrackId): readonly Stay[] {
    return this.#stays.get(track) ?? []
  }

  tracks(): readonly TrackId[] {
    return [...this.#stays.keys()]
  }

  /** A side of the stage is one place to a thing that lies there; elsewhere each place is its own. */
  side(place: PlaceId): string {
    return this.#sides.get(place) ?? place
  }

  told(kind: ConsequenceKind, key: string, { at, ...parts }: Told): Consequence {
    const item = this.items.findLast(({ start }) => start <= at) ?? this.items[0]
    return {
      kind,
      key: `${kind} ${key}`,
      item: item?.id ?? ('' as ItemId),
      seconds: at - (item?.start ?? 0),
      clock: at,
      ...{ track: null, department: null, place: null, from: null, about: null, other: null, lacks: 0 },
      ...parts,
    }
  }

  #layStays(): Map<TrackId, Stay[]> {
    const all = new Map<TrackId, Stay[]>(this.show.tracks.map(({ id }) => [id, []]))
    for (const [index, of] of this.show.obligations.entries()) {
      const start = this.clock(of.anchor)
      const { placeIn: from, placeOut: to } = of
      if (start === null || from === undefined || to === undefined) continue
      all.get(of.track)?.push({ of, index, start, end: start + of.seconds, from, to })
    }
    for (const stays of all.values()) stays.sort((a, b) => a.start - b.start || a.index - b.index)
    return all
  }
}

function layItems(show: Show, edition: EditionId, cut: ReadonlySet<ItemId>): LaidItem[] {
  const lengths = new Map(show.items.map(({ id, seconds }) => [id, seconds]))
  const laid: LaidItem[] = []
  for (const id of show.editions.find((one) => one.id === edition)?.items ?? []) {
    if (cut.has(id)) continue
    const start = laid.at(-1)?.end ?? 0
    laid.push({ id, start, end: start + (lengths.get(id) ?? 0) })
  }
  return laid
}

const known = new WeakMap<Venue, (from: PlaceId, to: PlaceId) => number>()

/** The quickest ways through the house; Infinity where nobody has told one. Found once for each start. */
function walks(venue: Venue): (from: PlaceId, to: PlaceId) => number {
  const found = known.get(venue)
  if (found) return found
  const from = new Map<PlaceId, ReadonlyMap<PlaceId, number>>()
  const walk = (start: PlaceId, end: PlaceId): number => {
    const reached = from.get(start) ?? reachedFrom(venue, start)
    from.set(start, reached)
    return reached.get(end) ?? Number.POSITIVE_INFINITY
  }
  known.set(venue, walk)
  return walk
}

/** Bellman and Ford: a house has few places. */
function reachedFrom({ travel }: Venue, start: PlaceId): ReadonlyMap<PlaceId, number> {
  const best = new Map<PlaceId, number>([[start, 0]])
  const nearer = (from: PlaceId, to: PlaceId, seconds: number): boolean => {
    const there = (best.get(from) ?? Number.POSITIVE_INFINITY) + seconds
    if (there >= (best.get(to) ?? Number.POSITIVE_INFINITY)) return false
    best.set(to, there)
    return true
  }
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, seconds, oneWay } of travel) {
      if (nearer(from, to, seconds)) changed = true
      if (oneWay !== true && nearer(to, from, seconds)) changed = true
    }
  }
  return best
}
