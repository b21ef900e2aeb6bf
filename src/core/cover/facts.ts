// The arithmetic of one night, indexed once: who may do what in which way, and what does not fit into one body.

import { Mistake } from '../kit/assert.ts'
import type { CoverNight, CoverObligation, CoverPerson, Replot } from './cover-night.ts'

/** One way of doing an obligation: as plotted, or as a re-plot has it. */
export type Way = {
  readonly obligation: number
  /** -1: as plotted. */
  readonly replot: number
  readonly from: number
  readonly to: number
  /** Places by number: they are compared a million times. */
  readonly placeIn: number
  readonly placeOut: number
  readonly costume: string | null
  readonly change: number
  readonly also: readonly string[]
}

export type Facts = {
  readonly night: CoverNight
  readonly people: readonly CoverPerson[]
  readonly obligations: readonly CoverObligation[]
  readonly person: (id: string) => number
  /** Of an obligation, by its name. */
  readonly index: (id: string) => number
  /** Of a place, by its name. */
  readonly place: (name: string) => number
  /** Who does it in the plan that is in force; -1 where it is cut. */
  readonly incumbent: readonly number[]
  readonly past: readonly boolean[]
  readonly ways: readonly (readonly Way[])[]
  readonly ownOf: readonly (readonly number[])[]
  /** Obligations one person must do together with this one, itself included. */
  readonly together: readonly (readonly number[])[]
  readonly knows: readonly ReadonlySet<string>[]
  readonly planned: readonly ReadonlySet<string>[]
  readonly banned: ReadonlySet<string>
  readonly locked: ReadonlyMap<string, number>
  /** Pairs by number, both ways round, that may do a lift together: `${one} ${other}`. */
  readonly cleared: ReadonlySet<string>
  /** Seconds by the numbers of two places; see `Way`. */
  readonly travel: readonly (readonly number[])[]
}

const NEVER = Number.POSITIVE_INFINITY

export function factsOf(night: CoverNight): Facts {
  const people = [...night.people]
  const obligations = [...night.obligations].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  const personIndex = new Map(people.map(({ id }, index) => [id, index]))
  const places = placesOf(night)
  const person = (id: string) => {
    const found = personIndex.get(id)
    if (found === undefined) throw new Mistake(`the night names a person it does not have: ${id}`)
    return found
  }
  const obligationIndex = new Map(obligations.map(({ id }, index) => [id, index]))
  const index = (id: string) => {
    const found = obligationIndex.get(id)
    if (found === undefined) throw new Mistake(`the night names an obligation it does not have: ${id}`)
    return found
  }
  const told = new Map(night.inForce.map((one) => [one.obligation, one.person]))
  const incumbent = obligations.map(({ id, owner }) => {
    const who = told.has(id) ? told.get(id) : owner
    return who === null || who === undefined ? -1 : person(who)
  })
  const past = obligations.map(({ from }) => night.now !== null && from < night.now)
  const ownOf = people.map((_, one) => incumbent.flatMap((who, index) => (who === one ? [index] : [])))
  return {
    night,
    people,
    obligations,
    person,
    index,
    place: (name) => places.get(name) ?? -1,
    incumbent,
    past,
    ways: waysOf(obligations, night.replots, past, places),
    ownOf,
    together: togetherOf(obligations, past),
    knows: people.map(({ knows }) => new Set(knows)),
    planned: people.map(({ planned }) => new Set(planned)),
    banned: new Set(night.bans.map(({ obligation, person: who }) => `${obligation} ${who}`)),
    locked: new Map(night.locks.map((lock) => [lock.obligation, person(lock.person)])),
    cleared: clearedOf(night, person),
    travel: travelOf(night, places),
  }
}

function waysOf(
  obligations: readonly CoverObligation[],
  replots: readonly Replot[],
  past: readonly boolean[],
  places: ReadonlyMap<string, number>,
): readonly (readonly Way[])[] {
  const place = (name: string) => places.get(name) ?? -1
  return obligations.map((one, obligation) => {
    const { from, to, costume, change } = one
    const [placeIn, placeOut] = [place(one.placeIn), place(one.placeOut)]
    const plotted: Way = { obligation, replot: -1, from, to, placeIn, placeOut, costume, change, also: [] }
    if (past[obligation]) return [plotted]
    const others = replots.flatMap(({ changes }, replot) => {
      const found = changes.find((each) => each.obligation === one.id)
      if (!found) return []
      return [
        {
          ...plotted,
          replot,
          from: found.from ?? from,
          to: found.to ?? to,
          placeIn: found.placeIn === undefined ? placeIn : place(found.placeIn),
          placeOut: found.placeOut === undefined ? placeOut : place(found.placeOut),
          also: found.also ?? [],
        },
      ]
    })
    return [plotted, ...others]
  })
}

/** What was begun before now binds nobody to what follows: whoever did it may be the one who dropped out. */
function togetherOf(obligations: readonly CoverObligation[], past: readonly boolean[]) {
  const groups = new Map<string, number[]>()
  const points = new Map<string, string>()
  const names = obligations.map(({ track, number, handOver, id }, index) => {
    const whole = `${track}\n${number}`
    // Whoever takes over has it up to the next point.
    if (handOver) points.set(whole, id)
    return past[index] ? `past ${id}` : `${whole}\n${points.get(whole) ?? ''}`
  })
  names.forEach((name, index) => {
    const known = groups.get(name)
    if (known) known.push(index)
    else groups.set(name, [index])
  })
  return names.map((name) => groups.get(name) ?? [])
}

/** Whoever does it in the book is cleared with whoever does in the book. */
function clearedOf(night: CoverNight, person: Facts['person']): ReadonlySet<string> {
  const owners = new Map(night.obligations.map(({ id, owner }) => [id, owner]))
  const usual = night.lifts.map(
    ({ base, flyer }) => [owners.get(base) ?? '', owners.get(flyer) ?? ''] as const,
  )
  return new Set(
    [...night.cleared, ...usual].flatMap(([one, other]) => {
      const [a, b] = [person(one), person(other)]
      return [`${a} ${b}`, `${b} ${a}`]
    }),
  )
}

function placesOf(night: CoverNight): ReadonlyMap<string, number> {
  const { obligations, replots, travel, props = [] } = night
  const presets = [...props, ...replots.flatMap((one) => one.presets ?? [])]
  const names = new Set([
    ...travel.flatMap(({ from, to }) => [from, to]),
    ...obligations.flatMap(({ placeIn, placeOut }) => [placeIn, placeOut]),
    ...replots.flatMap(({ changes }) =>
      changes.flatMap(({ placeIn = '', placeOut = '' }) => [placeIn, placeOut]),
    ),
    ...presets.map(({ at }) => at),
  ])
  return new Map([...names].map((name, index) => [name, index]))
}

function travelOf(night: CoverNight, places: ReadonlyMap<string, number>): Facts['travel'] {
  const all = [...places.values()]
  const table = all.map((from) => all.map((to) => (from === to ? 0 : NEVER)))
  const set = (from: string, to: string, seconds: number) => {
    const [row, column] = [table[places.get(from) ?? -1], places.get(to) ?? -1]
    if (row && from !== to) row[column] = seconds
  }
  for (const { from, to, seconds } of night.travel) set(to, from, seconds)
  // Said in this direction it counts before what is said in the other.
  for (const { from, to, seconds } of night.travel) set(from, to, seconds)
  return table
}

/** What lies between the end of the one and the beginning of the other for one body, at least. */
export const between = (facts: Facts, first: Way, then: Way): number =>
  (facts.travel[first.placeOut]?.[then.placeIn] ?? NEVER) +
  (first.costume !== null && then.costume !== null && first.costume !== then.costume ? then.change : 0)

/** Nobody does both. */
export function conflict(facts: Facts, one: Way, other: Way): boolean {
  if (one.obligation === other.obligation) return true
  const inOrder = one.from < other.from || (one.from === other.from && one.obligation < other.obligation)
  const [first, then] = inOrder ? [one, other] : [other, one]
  return then.from < first.to + between(facts, first, then)
}

/** In the building and on their feet for all of it. */
export function isHere(facts: Facts, person: number, way: Way): boolean {
  const who = facts.people[person]
  return who !== undefined && !who.out && (who.outFrom === undefined || way.to <= who.outFrom)
}

/** Here, ready, able and allowed; whether it fits with what else they do is another question. */
export function mayDo(facts: Facts, person: number, way: Way): boolean {
  const who = facts.people[person]
  const what = facts.obligations[way.obligation]
  if (!who || !what || !isHere(facts, person, way)) return false
  const own = facts.incumbent[way.obligation] === person
  if (!own && way.from < (who.readyAt ?? 0)) return false
  const lock = facts.locked.get(what.id)
  if (lock !== undefined && lock !== person) return false
  if (facts.banned.size > 0 && facts.banned.has(`${what.id} ${who.id}`)) return false
  return (
    own || what.owner === who.id || facts.knows[person]?.has(what.id) === true || way.also.includes(who.id)
  )
}
