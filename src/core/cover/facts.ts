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
  readonly placeIn: string
  readonly placeOut: string
  readonly costume: string | null
  readonly change: number
  readonly also: readonly string[]
}

export type Facts = {
  readonly night: CoverNight
  readonly people: readonly CoverPerson[]
  readonly obligations: readonly CoverObligation[]
  readonly person: (id: string) => number
  /** Who does it in the plan that is in force; -1 where it is cut. */
  readonly incumbent: readonly number[]
  readonly past: readonly boolean[]
  readonly ways: readonly (readonly Way[])[]
  readonly ownOf: readonly (readonly number[])[]
  /** Obligations one person must do together with this one, itself included. */
  readonly together: readonly (readonly number[])[]
  readonly knows: readonly ReadonlySet<string>[]
  readonly banned: ReadonlySet<string>
  readonly locked: ReadonlyMap<string, number>
  readonly travel: (from: string, to: string) => number
}

export const NEVER = Number.POSITIVE_INFINITY

export function factsOf(night: CoverNight): Facts {
  const people = [...night.people]
  const obligations = [...night.obligations].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
  const personIndex = new Map(people.map(({ id }, index) => [id, index]))
  const person = (id: string) => {
    const found = personIndex.get(id)
    if (found === undefined) throw new Mistake(`the night names a person it does not have: ${id}`)
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
    incumbent,
    past,
    ways: waysOf(obligations, night.replots, past),
    ownOf,
    together: togetherOf(obligations, past),
    knows: people.map(({ knows }) => new Set(knows)),
    banned: new Set(night.bans.map(({ obligation, person: who }) => `${obligation} ${who}`)),
    locked: new Map(night.locks.map((lock) => [lock.obligation, person(lock.person)])),
    travel: travelOf(night),
  }
}

function waysOf(
  obligations: readonly CoverObligation[],
  replots: readonly Replot[],
  past: readonly boolean[],
): readonly (readonly Way[])[] {
  return obligations.map((one, obligation) => {
    const { from, to, placeIn, placeOut, costume, change } = one
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
          placeIn: found.placeIn ?? placeIn,
          placeOut: found.placeOut ?? placeOut,
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
  const names = obligations.map(({ track, number, handOver, id }, index) =>
    handOver || past[index] ? `alone ${id}` : `${track}\n${number}`,
  )
  names.forEach((name, index) => {
    const known = groups.get(name)
    if (known) known.push(index)
    else groups.set(name, [index])
  })
  return names.map((name) => groups.get(name) ?? [])
}

function travelOf(night: CoverNight): Facts['travel'] {
  const known = new Map<string, number>()
  for (const { from, to, seconds } of night.travel) {
    known.set(`${from}\n${to}`, seconds)
    if (!known.has(`${to}\n${from}`)) known.set(`${to}\n${from}`, seconds)
  }
  return (from, to) => (from === to ? 0 : (known.get(`${from}\n${to}`) ?? NEVER))
}

/** What lies between the end of the one and the beginning of the other for one body, at least. */
export const between = (facts: Facts, first: Way, then: Way): number =>
  facts.travel(first.placeOut, then.placeIn) +
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
  if (facts.banned.has(`${what.id} ${who.id}`)) return false
  return (
    own || what.owner === who.id || facts.knows[person]?.has(what.id) === true || way.also.includes(who.id)
  )
}
