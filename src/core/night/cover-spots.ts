// The plan in pieces that one body does at a time: what overlaps in one track and item is one spot. For the cover optimiser.

import type { Tier } from '../cover/cover-night.ts'
import type {
  CostumeId,
  ItemId,
  Obligation,
  ObligationId,
  ObligationKind,
  PersonId,
  PlaceId,
  Show,
  Track,
  TrackId,
  Venue,
} from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { walksFrom } from '../show/ways.ts'
import type { Plan } from './night.ts'
import { clockOf } from './planned-dues.ts'

export type Spot = {
  /** That of its first obligation. */
  readonly id: ObligationId
  readonly track: TrackId
  readonly owner: PersonId
  readonly item: ItemId
  readonly obligations: readonly Obligation[]
  /** Whole seconds of the plan's clock, nought when the first act goes up. */
  readonly from: number
  readonly to: number
  readonly placeIn: string
  readonly placeOut: string
  readonly costume: CostumeId | null
  /** To get into that costume. */
  readonly change: number
  readonly tier: Tier
}

/** Where nobody wrote down where. */
const NOWHERE = 'somewhere'
/** Into a costume of which no change is written down. */
const CHANGE_SECONDS = 60
/** Between two places of which no way is written down: nobody is promised to be quicker. */
const WALK_SECONDS = 120

const tiers: Readonly<Record<Obligation['droppable'], Tier>> = {
  essential: 3,
  're-assignable': 2,
  'thin-able': 1,
  cosmetic: 0,
}

/** What is said and sung: whoever has only the words can do it. */
export const voices: readonly ObligationKind[] = ['line', 'lead vocal', 'vocal part']
export const lifting: readonly ObligationKind[] = ['lift', 'fly']

const known = new WeakMap<Timeline, readonly Spot[]>()

/** Of every track that belongs to somebody, in the order of the plan. What the book asks of one person fits into it. */
export function spotsOf(plan: Plan): readonly Spot[] {
  const found = known.get(plan.timeline)
  if (found) return found
  const made = fitted(plan.show.venue, allSpots(plan))
  known.set(plan.timeline, made)
  return made
}

export function walkSeconds(venue: Venue, from: string, to: string): number {
  if (from === to || from === NOWHERE || to === NOWHERE) return 0
  // `as`: only places of this venue and NOWHERE come in here.
  const walk = walksFrom(venue, from as PlaceId).get(to as PlaceId)
  return walk === undefined ? WALK_SECONDS : Math.ceil(walk)
}

type Owned = Track & { readonly owner: PersonId }
const isOwned = (track: Track): track is Owned => track.owner !== undefined

function allSpots(plan: Plan): readonly Spot[] {
  const byTrack = new Map<TrackId, Timed[]>()
  for (const one of timedOf(plan)) {
    const list = byTrack.get(one.obligation.track)
    if (list) list.push(one)
    else byTrack.set(one.obligation.track, [one])
  }
  return plan.show.tracks
    .filter(isOwned)
    .flatMap((track) => spotsOfTrack(plan.show, track, byTrack.get(track.id) ?? []))
}

type Timed = { readonly obligation: Obligation; readonly from: number; readonly to: number }

function timedOf({ show, timeline }: Plan): readonly Timed[] {
  const starts = new Map(timeline.items.map(({ id, starts: point }) => [id, point]))
  return show.obligations.flatMap((obligation) => {
    const item = starts.get(obligation.anchor.item)
    if (!item) return []
    const point = { act: item.act, seconds: item.seconds + obligation.anchor.seconds }
    const from = Math.round(clockOf(timeline, point) * 60)
    return [{ obligation, from, to: from + Math.ceil(obligation.seconds) }]
  })
}

function spotsOfTrack(show: Show, track: Owned, timed: readonly Timed[]): readonly Spot[] {
  const groups: Timed[][] = []
  for (const one of timed.toSorted((a, b) => a.from - b.from)) {
    const last = groups.at(-1)
    const end = Math.max(...(last ?? []).map(({ to }) => to))
    const joins = last?.[0]?.obligation.anchor.item === one.obligation.anchor.item && one.from <= end
    if (last && joins) last.push(one)
    else groups.push([one])
  }
  let here: string = NOWHERE
  return groups.flatMap((group) => {
    const spot = spotOf(show, track, group, here)
    if (spot) here = spot.placeOut
    return spot ?? []
  })
}

function spotOf(show: Show, track: Owned, group: readonly Timed[], here: string): Spot | null {
  const [first] = group
  if (!first) return null
  const obligations = group.map(({ obligation }) => obligation)
  const placeIn = obligations.find((one) => one.placeIn !== undefined)?.placeIn ?? here
  const costume = obligations.find((one) => one.costume !== undefined)?.costume ?? null
  return {
    id: first.obligation.id,
    track: track.id,
    owner: track.owner,
    item: first.obligation.anchor.item,
    obligations,
    from: first.from,
    to: Math.max(...group.map(({ to }) => to)),
    placeIn,
    placeOut: obligations.findLast((one) => one.placeOut !== undefined)?.placeOut ?? placeIn,
    costume,
    change: costume === null ? 0 : changeSeconds(show, track.id, costume),
    // As what nobody may leave out of it.
    tier: obligations.reduce<Tier>((most, { droppable }) => {
      const tier = tiers[droppable]
      return tier > most ? tier : most
    }, 0),
  }
}

const changeSeconds = ({ changes }: Show, track: TrackId, costume: CostumeId): number =>
  Math.ceil(changes.find((one) => one.track === track && one.to === costume)?.seconds ?? CHANGE_SECONDS)

/**
 * Whoever does it every night gets there: where the figures say otherwise, they are cut to what the book asks. Else
 * nobody could be told apart from a plan that cannot be done.
 */
function fitted(venue: Venue, spots: readonly Spot[]): readonly Spot[] {
  const byOwner = new Map<PersonId, Spot[]>()
  for (const spot of spots.toSorted(inTime)) {
    const evening = byOwner.get(spot.owner) ?? []
    byOwner.set(spot.owner, evening)
    fitInto(venue, evening, spot)
  }
  return [...byOwner.values()].flat().toSorted(inTime)
}

const inTime = (a: Spot, b: Spot): number => a.from - b.from || (a.id < b.id ? -1 : 1)

function fitInto(venue: Venue, evening: Spot[], spot: Spot): void {
  const before = evening.at(-1)
  if (!before) {
    evening.push(spot)
    return
  }
  const walk = walkSeconds(venue, before.placeOut, spot.placeIn)
  const to = Math.max(before.from, Math.min(before.to, spot.from - walk))
  evening[evening.length - 1] = { ...before, to }
  const placeIn = spot.from - to < walk ? before.placeOut : spot.placeIn
  evening.push({ ...spot, placeIn })
  const room = roomToChange(venue, evening)
  evening[evening.length - 1] = { ...spot, placeIn, change: Math.min(spot.change, room) }
}

/** The longest pause since something else was worn. */
function roomToChange(venue: Venue, evening: readonly Spot[]): number {
  const spot = evening.at(-1)
  const worn = evening.findLastIndex((one, index) => index < evening.length - 1 && one.costume !== null)
  if (!spot || worn < 0) return Number.POSITIVE_INFINITY
  const pauses = evening.slice(worn, -1).map((one, index) => {
    const next = evening[worn + index + 1]
    return next ? next.from - one.to - walkSeconds(venue, one.placeOut, next.placeIn) : 0
  })
  return Math.max(0, ...pauses)
}
