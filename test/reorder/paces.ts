// How far it is from everywhere to everywhere in a house, after Floyd and Warshall.

import type { Show } from '../../src/core/show/show.ts'

/** Two to a second: the demo show is plotted in halves. */
export const TICKS = 2
export const ticks = (seconds: number) => Math.round(seconds * TICKS)

const houses = new WeakMap<Show['venue'], Map<string, Map<string, number>>>()

export function paces({ venue }: Show): Map<string, Map<string, number>> {
  const known = houses.get(venue)
  if (known) return known
  const places = venue.places.map(({ id }) => String(id))
  const house = new Map(places.map((place) => [place, new Map([[place, 0]])]))
  const far = (from: string, to: string) => house.get(from)?.get(to) ?? Number.POSITIVE_INFINITY
  for (const { from, to, seconds, oneWay } of venue.travel) {
    house.get(from)?.set(to, Math.min(far(from, to), seconds))
    if (!oneWay) house.get(to)?.set(from, Math.min(far(to, from), seconds))
  }
  for (const by of places)
    for (const from of places)
      for (const to of places) {
        const round = far(from, by) + far(by, to)
        if (round < far(from, to)) house.get(from)?.set(to, round)
      }
  houses.set(venue, house)
  return house
}
