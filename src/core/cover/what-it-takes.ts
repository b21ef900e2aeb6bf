// What would have to be otherwise so that a cut is not needed: one small change of the night for each reason that has one.

import type { CoverNight, CoverObligation, CoverPlan } from './cover-night.ts'
import type { Because, Cut } from './explain.ts'
import type { Facts } from './facts.ts'

export type Takes =
  | { readonly kind: 'ready by'; readonly person: string; readonly at: number }
  /** The change into this one takes so many seconds less. */
  | {
      readonly kind: 'quicker'
      readonly person: string
      readonly obligation: string
      readonly seconds: number
    }
  | { readonly kind: 'no ban'; readonly person: string; readonly obligation: string }
  | { readonly kind: 'no lock'; readonly person: string; readonly obligation: string }
  | { readonly kind: 'one more'; readonly person: string; readonly means: string }

/** Each may be enough; whether it is, only the night asked again can tell. */
export function mayTake(facts: Facts, { obligation, reasons }: Cut): readonly Takes[] {
  const cut = facts.obligations[facts.index(obligation)]
  return cut ? reasons.flatMap((because) => takesFor(facts, cut, because)) : []
}

function takesFor(facts: Facts, cut: CoverObligation, { person, reason }: Because): readonly Takes[] {
  if (reason.kind === 'not ready') return [{ kind: 'ready by', person, at: cut.from }]
  if (reason.kind === 'banned') return [{ kind: 'no ban', person, obligation: cut.id }]
  if (reason.kind === 'locked') return [{ kind: 'no lock', person, obligation: cut.id }]
  if (reason.kind === 'means') return [{ kind: 'one more', person, means: reason.means }]
  if (reason.kind !== 'gap') return []
  const other = facts.obligations[facts.index(reason.obligation)]
  const later = other && other.from > cut.from ? other : cut
  const seconds = reason.needs - reason.seconds
  return seconds <= later.change ? [{ kind: 'quicker', person, obligation: later.id, seconds }] : []
}

/** The night as it would be. */
export function nightWith(night: CoverNight, takes: Takes): CoverNight {
  const { person } = takes
  switch (takes.kind) {
    case 'ready by':
      return {
        ...night,
        people: night.people.map((one) => (one.id === person ? { ...one, readyAt: takes.at } : one)),
      }
    case 'quicker':
      return {
        ...night,
        obligations: night.obligations.map((one) =>
          one.id === takes.obligation ? { ...one, change: one.change - takes.seconds } : one,
        ),
      }
    case 'no ban':
      return {
        ...night,
        bans: night.bans.filter((one) => one.person !== person || one.obligation !== takes.obligation),
      }
    case 'no lock':
      return { ...night, locks: night.locks.filter(({ obligation }) => obligation !== takes.obligation) }
    case 'one more':
      return {
        ...night,
        means: (night.means ?? []).map((one) =>
          one.id === takes.means ? { ...one, many: one.many + 1 } : one,
        ),
      }
  }
}

/** More than can be done at one moment by those who are left for it, whoever does which. */
export type Shortage = {
  readonly at: number
  readonly obligations: readonly string[]
  readonly people: readonly string[]
}

/** For each spot that may never be cut and is: the moment at which there are fewer people than spots, where that is why. */
export function shortagesOf(
  facts: Facts,
  plan: CoverPlan,
  mayDo: (person: number, obligation: number) => boolean,
): readonly Shortage[] {
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const never = facts.obligations.flatMap(({ tier }, index) =>
    tier === 3 && !facts.past[index] ? [index] : [],
  )
  return never
    .filter((index) => (who.get(facts.obligations[index]?.id ?? '') ?? null) === null)
    .flatMap((index) => {
      const at = facts.obligations[index]?.from ?? 0
      // A spot that a re-plot would move out of the moment is not of it.
      const then = never.filter((one) => facts.ways[one]?.every(({ from, to }) => from <= at && at < to))
      if (!then.includes(index)) return []
      const able = new Map(
        then.map((one) => [one, facts.people.flatMap((_, person) => (mayDo(person, one) ? [person] : []))]),
      )
      const short = tooFew(index, then, able)
      if (short === null) return []
      const name = (one: number) => facts.obligations[one]?.id ?? ''
      const people = [...new Set(short.flatMap((one) => able.get(one) ?? []))]
      return [{ at, obligations: short.map(name), people: people.map((one) => facts.people[one]?.id ?? '') }]
    })
}

/** Spots that together have fewer people than they are, this one among them; by giving each a person, one after another. */
function tooFew(
  index: number,
  then: readonly number[],
  able: ReadonlyMap<number, readonly number[]>,
): readonly number[] | null {
  const taken = new Map<number, number>()
  const given = (spot: number, seen: Set<number>): boolean => {
    for (const person of able.get(spot) ?? []) {
      if (seen.has(person)) continue
      seen.add(person)
      const before = taken.get(person)
      if (before !== undefined && !given(before, seen)) continue
      taken.set(person, spot)
      return true
    }
    return false
  }
  for (const spot of then) if (spot !== index) given(spot, new Set())
  const seen = new Set<number>()
  if (given(index, seen)) return null
  return [index, ...[...seen].flatMap((person) => taken.get(person) ?? [])]
}
