// From what the solver says to a plan, and what a plan is worth.

import {
  type CoverPlan,
  CUT,
  DISTURBED,
  FAIRNESS_LEVEL,
  LAST_RESORT,
  LIFT_LOST,
  LIFT_OUT,
  PREFERENCE_LEVEL,
  REPLOT_LEVEL,
  SPLIT,
  type Worth,
} from './cover-night.ts'
import { type Facts, isHere } from './facts.ts'
import type { Model } from './model.ts'

/** `true`: the names of the atoms that hold. */
export function planFrom(facts: Facts, model: Model, holds: readonly string[]): CoverPlan {
  const chosen = new Map<number, number>()
  const replots: string[] = []
  for (const name of holds) {
    const choice = model.meaning.get(name)
    if (choice?.kind === 'does') chosen.set(choice.obligation, choice.person)
    if (choice?.kind === 'replot') replots.push(facts.night.replots[choice.replot]?.id ?? '')
  }
  const assignments = facts.obligations.map(({ id }, index) => {
    const who = model.decided.has(index) ? (chosen.get(index) ?? -1) : (facts.incumbent[index] ?? -1)
    return { obligation: id, person: facts.people[who]?.id ?? null }
  })
  return { assignments, replots: replots.sort() }
}

/** By the levels of `LEVELS`; what is past counts nothing any more. */
export function worthOf(facts: Facts, plan: CoverPlan): Worth {
  const worth: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0]
  const add = ({ level, cost }: { readonly level: number; readonly cost: number }) => {
    worth[level] = (worth[level] ?? 0) + cost
  }
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  facts.obligations.forEach(({ id, tier }, index) => {
    if (!facts.past[index] && (who.get(id) ?? null) === null) add(CUT[tier])
  })
  for (const lift of liftsOut(facts, plan)) add(lift.mayBeOut ? LIFT_OUT : LIFT_LOST)
  for (const { id, cost } of facts.night.replots)
    if (plan.replots.includes(id)) add({ level: REPLOT_LEVEL, cost })
  add({ ...DISTURBED, cost: DISTURBED.cost * disturbedOf(facts, who).size })
  for (const { person, track, planned } of takesOf(facts, who)) {
    const { load = 0, preference = {}, lastResort } = facts.people[person] ?? {}
    if (!planned) add({ ...SPLIT, cost: splitCost(lastResort) })
    add({ level: FAIRNESS_LEVEL, cost: load })
    add({ level: PREFERENCE_LEVEL, cost: preference[track] ?? 0 })
  }
  return worth
}

/** Lifts still to come that are walked through. */
export function liftsOut(facts: Facts, plan: CoverPlan) {
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const at = new Map(facts.obligations.map((one, index) => [one.id, index]))
  return facts.night.lifts.filter(({ base, flyer }) => {
    const [first, second] = [who.get(base) ?? null, who.get(flyer) ?? null]
    const past = [base, flyer].every((id) => facts.past[at.get(id) ?? -1])
    return (
      !past &&
      (first === null ||
        second === null ||
        !facts.cleared.has(`${facts.person(first)} ${facts.person(second)}`))
    )
  })
}

/** Whoever is here with something of their own to do and does anything else than they were told. */
function disturbedOf(facts: Facts, who: ReadonlyMap<string, string | null>): ReadonlySet<number> {
  const found = new Set<number>()
  facts.obligations.forEach(({ id }, index) => {
    if (facts.past[index]) return
    const told = facts.incumbent[index] ?? -1
    const name = who.get(id) ?? null
    const does = name === null ? -1 : facts.person(name)
    if (does === told) return
    if (does >= 0) found.add(does)
    if (told >= 0 && (facts.ways[index] ?? []).some((way) => isHere(facts, told, way))) found.add(told)
  })
  const hasOwn = (person: number) => (facts.ownOf[person] ?? []).some((index) => !facts.past[index])
  return new Set([...found].filter((person) => !facts.people[person]?.out && hasOwn(person)))
}

/** Of a person on a track that is somebody else's. */
export const splitCost = (lastResort = false): number => SPLIT.cost + (lastResort ? LAST_RESORT : 0)

type Takes = {
  readonly person: number
  readonly track: string
  /** All of it is theirs in a split made beforehand. */
  readonly planned: boolean
}

function takesOf(facts: Facts, who: ReadonlyMap<string, string | null>): readonly Takes[] {
  const pairs = new Map<string, Takes>()
  facts.obligations.forEach(({ id, track }, index) => {
    const does = who.get(id) ?? null
    if (facts.past[index] || does === null || facts.person(does) === facts.incumbent[index]) return
    const person = facts.person(does)
    const key = `${does}\n${track}`
    const planned = pairs.get(key)?.planned !== false && facts.planned[person]?.has(id) === true
    pairs.set(key, { person, track, planned })
  })
  return [...pairs.values()]
}
