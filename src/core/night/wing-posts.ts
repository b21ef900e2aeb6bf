// Which wing a stage manager works in by the plan, and so whose word a screen that stands there gives; and where somebody was last.

import type { Instant } from '../kit/time.ts'
import { lastWords, neverSeen } from '../presence/sightings.ts'
import type { PersonId, Place, PlaceId } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { dues, nextDues } from './dues.ts'
import type { NightState, Plan } from './night.ts'
import { onTheBook } from './on-the-book.ts'
import { clockOf, plannedDues } from './planned-dues.ts'
import { showClock } from './show-clock.ts'

type Side = NonNullable<Place['side']>

const known = new WeakMap<Timeline, ReadonlyMap<PersonId, Side | null>>()

/** Of stage managers: the one side at which the plan has them work; null for who works at several or at none. */
function posts(plan: Plan): ReadonlyMap<PersonId, Side | null> {
  const found = known.get(plan.timeline)
  if (found) return found
  const { engagements, venue } = plan.show
  const sides = new Map(venue.places.map(({ id, side }) => [id, side]))
  const worked = new Map<PersonId, Set<Side>>()
  const book = onTheBook(plan)
  for (const { person, kind } of engagements)
    if (kind === 'stage management' && !book.has(person)) worked.set(person, new Set())
  for (const { person, place } of plannedDues(plan)) {
    const side = place === null ? undefined : sides.get(place)
    if (side) worked.get(person)?.add(side)
  }
  const made = new Map(
    [...worked].map(([person, at]) => [person, at.size === 1 ? ([...at][0] ?? null) : null]),
  )
  known.set(plan.timeline, made)
  return made
}

/** Whether a screen that stands at `place` gives this person's word about somebody who is due at `about`. */
export function speaksFor(
  plan: Plan,
  place: PlaceId | null,
  person: PersonId,
  about: PlaceId | null,
): boolean {
  const side = sideOf(plan, place)
  const post = posts(plan).get(person)
  if (side === null || post === undefined) return false
  // Who has no wing of their own answers where the person is due.
  return post === side || (post === null && sideOf(plan, about) === side)
}

/** Works in one wing, where a screen of theirs may stand. */
export const hasPost = (plan: Plan, person: PersonId): boolean => (posts(plan).get(person) ?? null) !== null

/** Whoever of stage management works at the side where this screen stands. */
export function postedAt(plan: Plan, place: PlaceId | null): readonly PersonId[] {
  const side = sideOf(plan, place)
  return side === null ? [] : [...posts(plan)].flatMap(([person, post]) => (post === side ? [person] : []))
}

const sideOf = ({ show }: Plan, place: PlaceId | null): Side | null =>
  show.venue.places.find(({ id }) => id === place)?.side ?? null

/** Where somebody who is due nowhere soon can be seen best: where they were last seen or came off, else where they go next. */
export function lastPlaceOf(plan: Plan, state: NightState, person: PersonId, at: Instant): PlaceId | null {
  const seen = (lastWords(state.presence.sightings).get(person) ?? neverSeen).confirmed
  const off = cameOff(plan, person, showClock(plan, state, at))
  if (off !== null && off.clock > (seen?.clock ?? Number.NEGATIVE_INFINITY)) return off.place
  return seen?.place ?? off?.place ?? nextDues(dues(plan, state, at), at).get(person)?.place ?? null
}

/** By the plan, the last time on stage that is over. */
function cameOff(
  { show, timeline }: Plan,
  person: PersonId,
  clock: number,
): { readonly place: PlaceId; readonly clock: number } | null {
  const own = new Set(show.tracks.filter(({ owner }) => owner === person).map(({ id }) => id))
  const starts = new Map(timeline.items.map(({ id, starts: point }) => [id, point]))
  const over = show.obligations.flatMap(({ kind, track, anchor, seconds, placeOut }) => {
    const item = starts.get(anchor.item)
    if (kind !== 'appear' || !own.has(track) || placeOut === undefined || !item) return []
    const ends = clockOf(timeline, { act: item.act, seconds: item.seconds + anchor.seconds + seconds })
    return ends <= clock ? [{ place: placeOut, clock: ends }] : []
  })
  return over.toSorted((a, b) => a.clock - b.clock).at(-1) ?? null
}
