// Who is on the book by the plan: their word is the desk's, they stand in no wing, and are sent nowhere.

import type { PersonId, PlaceId } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import type { Plan } from './night.ts'
import { clockOf } from './planned-dues.ts'

/** Work that goes on through so much of all acts leaves nobody free to look. */
export const ON_THE_BOOK_SHARE = 0.9

const known = new WeakMap<Timeline, ReadonlySet<PersonId>>()

/** Of stage management, whoever works through the show at one place where nobody comes on or goes off (CONCERN-77). */
export function onTheBook(plan: Plan): ReadonlySet<PersonId> {
  const found = known.get(plan.timeline)
  if (found) return found
  const minutes = plan.timeline.acts.reduce((total, { seconds }) => total + seconds, 0) / 60
  const staff = new Set(
    plan.show.engagements.flatMap(({ person, kind }) => (kind === 'stage management' ? [person] : [])),
  )
  const made = new Set(
    [...staff].filter((person) => {
      const work = workOf(plan, person)
      return minutes > 0 && work.some((spans) => lengthOf(spans) >= ON_THE_BOOK_SHARE * minutes)
    }),
  )
  known.set(plan.timeline, made)
  return made
}

type Span = { readonly from: number; readonly to: number }

/** Their tasks by place, in minutes of the show clock. */
function workOf({ show, timeline }: Plan, person: PersonId): readonly (readonly Span[])[] {
  const own = new Set(show.tracks.filter(({ owner }) => owner === person).map(({ id }) => id))
  const wings = new Set(
    show.obligations.flatMap(({ kind, placeIn, placeOut }) => (kind === 'appear' ? [placeIn, placeOut] : [])),
  )
  const starts = new Map(timeline.items.map(({ id, starts: point }) => [id, point]))
  const work = new Map<PlaceId, Span[]>()
  for (const { kind, track, anchor, seconds, placeIn } of show.obligations) {
    const item = starts.get(anchor.item)
    if (kind !== 'task' || !own.has(track) || placeIn === undefined || wings.has(placeIn) || !item) continue
    const from = clockOf(timeline, { act: item.act, seconds: item.seconds + anchor.seconds })
    work.set(placeIn, [...(work.get(placeIn) ?? []), { from, to: from + seconds / 60 }])
  }
  return [...work.values()]
}

/** What lies on what counts once. */
function lengthOf(spans: readonly Span[]): number {
  let until = Number.NEGATIVE_INFINITY
  let length = 0
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return length
}
