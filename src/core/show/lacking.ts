// What a show has none of yet: each of it is what one more part of the evening works from, and none of it is an error.

import type { Show } from './show.ts'
import type { Timeline } from './timeline.ts'

/** In the order in which a night grows: names give calls and a roll, an order the position, cues the calling. */
const lackable = ['people', 'order', 'cues', 'entrances', 'tracks'] as const
export type Lacking = (typeof lackable)[number]

export function lackingIn(show: Show, plan: Timeline): readonly Lacking[] {
  const lacks: Readonly<Record<Lacking, boolean>> = {
    people: show.people.length === 0,
    order: plan.items.length === 0,
    cues: show.cues.length === 0,
    entrances: !show.obligations.some(({ placeIn }) => placeIn !== undefined),
    tracks: show.tracks.length === 0,
  }
  return lackable.filter((one) => lacks[one])
}
