// Changes that fit pair by pair and not in a row, as rules of the model: what is done in between, in whatever is worn, leaves no gap long enough.

import { conflict, type Facts, type Way } from './facts.ts'
import type { Program } from './program.ts'
import { comes, type Held } from './things-model.ts'

/**
 * With one thing in between. Rows of more are so rare that they are left to the check: see `verify`.
 * Each rule written here saves asking the whole night again for it.
 */
export function everyChange(facts: Facts, write: Program, held: readonly Held[]): void {
  const byPerson = new Map<number, Held[]>()
  for (const one of held) {
    const evening = byPerson.get(one.person)
    if (evening) evening.push(one)
    else byPerson.set(one.person, [one])
  }
  for (const evening of byPerson.values()) {
    const costumed = evening.filter(({ way }) => way.costume !== null)
    const longest = Math.max(0, ...costumed.map(({ way }) => way.change))
    for (const middle of evening)
      if (middle.way.costume === null) everyRowAround(facts, write, costumed, middle, longest)
  }
}

function everyRowAround(
  facts: Facts,
  write: Program,
  costumed: readonly Held[],
  middle: Held,
  longest: number,
): void {
  const near = costumed.filter(({ way }) => !conflict(facts, way, middle.way))
  const before = near.filter(({ way }) => comes(way, middle.way) && room(facts, way, middle.way) < longest)
  const after = near.filter(({ way }) => comes(middle.way, way) && room(facts, middle.way, way) < way.change)
  for (const one of after)
    for (const worn of before) {
      if (worn.way.costume === one.way.costume || room(facts, worn.way, middle.way) >= one.way.change)
        continue
      if (conflict(facts, worn.way, one.way)) continue
      const row = [worn, middle, one]
      const done = row.flatMap(({ atom }) => atom ?? [])
      // What is done in any case is judged by `verify`.
      const since = done.length === 0 ? null : wornSince(facts, costumed, row)
      if (since !== null) write.never([...done, ...since])
    }
}

/** That nothing else was worn in between; null where something is in any case. */
function wornSince(facts: Facts, costumed: readonly Held[], row: readonly Held[]): readonly number[] | null {
  const [first, last] = [row[0], row.at(-1)]
  const others = costumed.filter(
    ({ atom, way }) =>
      first !== undefined &&
      last !== undefined &&
      comes(first.way, way) &&
      comes(way, last.way) &&
      // Whoever does the row does not do this; but what is done in any case is done.
      (atom === null || !row.some((each) => conflict(facts, each.way, way))),
  )
  if (others.some(({ atom }) => atom === null)) return null
  return others.flatMap(({ atom }) => (atom === null ? [] : [-atom]))
}

const room = (facts: Facts, first: Way, then: Way): number =>
  then.from - first.to - (facts.travel[first.placeOut]?.[then.placeIn] ?? 0)
