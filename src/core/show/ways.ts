// The shortest ways through a building in the dark, from the walks that are written down.

import type { PlaceId, Venue } from './show.ts'

const known = new WeakMap<Venue, Map<PlaceId, ReadonlyMap<PlaceId, number>>>()

/** Seconds from one place to each that can be reached from it. */
export function walksFrom(venue: Venue, from: PlaceId): ReadonlyMap<PlaceId, number> {
  const ofVenue = known.get(venue) ?? new Map<PlaceId, ReadonlyMap<PlaceId, number>>()
  known.set(venue, ofVenue)
  const found = ofVenue.get(from) ?? shortest(venue, from)
  ofVenue.set(from, found)
  return found
}

type Step = { readonly to: PlaceId; readonly seconds: number }

function stepsOf({ travel }: Venue): ReadonlyMap<PlaceId, readonly Step[]> {
  const steps = new Map<PlaceId, Step[]>()
  const add = (from: PlaceId, step: Step) => {
    const list = steps.get(from)
    if (list) list.push(step)
    else steps.set(from, [step])
  }
  for (const { from, to, seconds, oneWay } of travel) {
    add(from, { to, seconds })
    if (!oneWay) add(to, { to: from, seconds })
  }
  return steps
}

/** Dijkstra; each place is settled once, so it ends after as many rounds as there are places. */
function shortest(venue: Venue, from: PlaceId): ReadonlyMap<PlaceId, number> {
  const steps = stepsOf(venue)
  const far = new Map<PlaceId, number>([[from, 0]])
  const open = new Set<PlaceId>([from])
  while (open.size > 0) {
    const [nearest] = [...open].sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0))
    if (nearest === undefined) break
    open.delete(nearest)
    const here = far.get(nearest) ?? 0
    for (const { to, seconds } of steps.get(nearest) ?? []) {
      if (here + seconds >= (far.get(to) ?? Number.POSITIVE_INFINITY)) continue
      far.set(to, here + seconds)
      open.add(to)
    }
  }
  return far
}
