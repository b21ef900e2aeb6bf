// The night as a logic program: who may do which open obligation in which way, what excludes what, and what each thing costs.

import { everyChange } from './changes-model.ts'
import { cliquesOf } from './cliques.ts'
import { openTonight } from './closure.ts'
import {
  type CoverPlan,
  CUT,
  DISTURBED,
  FAIRNESS_LEVEL,
  LEVELS,
  LIFT_LOST,
  LIFT_OUT,
  orderOf,
  PREFERENCE_LEVEL,
  REPLOT_LEVEL,
  SPLIT,
} from './cover-night.ts'
import { conflict, type Facts, isHere, mayDo, type Way } from './facts.ts'
import { everyLoad } from './load-model.ts'
import { splitCost } from './plan.ts'
import { type Program, program } from './program.ts'
import { everyThing, type Held } from './things-model.ts'

/** What an atom of an answer means. */
type Choice =
  | { readonly kind: 'does'; readonly obligation: number; readonly person: number; readonly way: Way }
  | { readonly kind: 'replot'; readonly replot: number }

export type Model = {
  readonly text: () => string
  /** From now on nobody does all of this. */
  readonly forbid: (row: Row) => void
  /** From now on any plan but this one. */
  readonly unlike: (plan: CoverPlan) => void
  /** From now on this one is done, whatever it costs. */
  readonly done: (obligation: string) => void
  readonly meaning: ReadonlyMap<string, Choice>
  /** Obligations that are decided on; the others stay as they are. */
  readonly decided: ReadonlySet<number>
  readonly size: { readonly choices: number; readonly eligible: number }
}

/** What no one person can do all of, though each fits with each: see `verify`. */
type Row = {
  readonly obligations: readonly string[]
  /** The re-plots under which it is so. */
  readonly replots: readonly string[]
}

type Doing = { readonly atom: number; readonly person: number; readonly way: Way }

type Making = {
  readonly facts: Facts
  readonly open: ReadonlySet<number>
  readonly write: Program
  readonly decided: ReadonlySet<number>
  readonly doing: ReadonlyMap<number, readonly Doing[]>
  readonly cut: ReadonlyMap<number, number>
  readonly replots: readonly number[]
}

/** One level below those of worth: no re-plot without need. Which of equal plans it is, the solver decides the same way each time. */
const TIE = LEVELS.length

export function modelOf(facts: Facts): Model {
  const write = program(LEVELS.length + 1, [...orderOf(facts.night.levels), TIE])
  const open = openTonight(facts)
  const decided = decidedOf(facts, open)
  const replots = facts.night.replots.map(() => write.atom())
  const doing = new Map<number, readonly Doing[]>()
  const fixed = facts.ownOf.map((own) =>
    own.flatMap((one) => (decided.has(one) ? [] : (facts.ways[one]?.slice(0, 1) ?? []))),
  )
  for (const index of decided) doing.set(index, doingOf(facts, open, fixed, index, write))
  const cut = new Map([...decided].map((index) => [index, write.atom()]))
  const making: Making = { facts, open, write, decided, doing, cut, replots }
  everyObligation(making)
  everyReplot(making)
  const byPerson = everyBody(making)
  everyNumber(making)
  everyLift(making)
  everyDisturbance(making)
  everySplit(making)
  everyLoad(making)
  const held = heldOf(making)
  everyChange(facts, write, held)
  everyThing({ facts, write, replots, held })
  const forbid = (row: Row) =>
    byPerson.forEach((all, person) => {
      everyRow(making, row, person, all)
    })
  const unlike = (plan: CoverPlan) => void write.never(choicesOf(making, plan))
  const done = (obligation: string) => void write.never([cut.get(facts.index(obligation)) ?? 0])
  const asked = { text: write.text, forbid, unlike, done }
  return { ...asked, meaning: meaningOf(making), decided, size: sizeOf(making) }
}

/** Everything that is decided, as it is decided in this plan. */
function choicesOf({ facts, decided, doing, cut, replots }: Making, plan: CoverPlan): readonly number[] {
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const does = [...decided].map((index) => {
    const person = who.get(facts.obligations[index]?.id ?? '') ?? null
    const chosen = (doing.get(index) ?? []).find(
      (one) => facts.people[one.person]?.id === person && isUnder(facts, one.way, plan.replots),
    )
    return chosen?.atom ?? cut.get(index) ?? 0
  })
  const moved = facts.night.replots.map(({ id }, index) =>
    plan.replots.includes(id) ? (replots[index] ?? 0) : -(replots[index] ?? 0),
  )
  return [...does, ...moved]
}

/** All that anybody may do, and what is done in any case. */
function heldOf({ facts, decided, doing }: Making): readonly Held[] {
  return facts.obligations.flatMap((_, index): readonly Held[] => {
    if (decided.has(index)) return doing.get(index) ?? []
    const [way] = facts.ways[index] ?? []
    const person = facts.incumbent[index] ?? -1
    return way && person >= 0 ? [{ person, way, atom: null }] : []
  })
}

/** Also what a re-plot would move, though it stays with whoever has it. */
function decidedOf(facts: Facts, open: ReadonlySet<number>): ReadonlySet<number> {
  const moved = facts.ways.flatMap((ways, index) => (ways.length > 1 && !open.has(index) ? [index] : []))
  return new Set([...open, ...moved].sort((a, b) => a - b))
}

/** `fixed`: what each person does in any case, though they may have dropped out since. */
function doingOf(
  facts: Facts,
  open: ReadonlySet<number>,
  fixed: readonly (readonly Way[])[],
  index: number,
  write: Program,
): readonly Doing[] {
  const incumbent = facts.incumbent[index] ?? -1
  const able = open.has(index) ? facts.people.map((_, person) => person) : incumbent < 0 ? [] : [incumbent]
  return able.flatMap((person) =>
    (facts.ways[index] ?? []).flatMap((way) =>
      mayDo(facts, person, way) && !fixed[person]?.some((own) => conflict(facts, own, way))
        ? [{ atom: write.atom(), person, way }]
        : [],
    ),
  )
}

function everyObligation({ facts, open, write, decided, doing, cut }: Making): void {
  for (const index of decided) {
    const atoms = (doing.get(index) ?? []).map(({ atom }) => atom)
    const gone = cut.get(index) ?? 0
    write.choice(atoms)
    write.atMost(1, atoms)
    write.rule(
      gone,
      atoms.map((atom) => -atom),
    )
    for (const atom of atoms) write.show(atom)
    // Only its way may change: whoever has it keeps it.
    if (!open.has(index)) write.never([gone])
    const { level, cost } = CUT[facts.obligations[index]?.tier ?? 0]
    write.cost(level, gone, cost)
  }
}

function everyReplot({ facts, write, decided, doing, replots }: Making): void {
  write.choice(replots)
  facts.night.replots.forEach(({ cost, changes, presets = [] }, index) => {
    const atom = replots[index] ?? 0
    write.show(atom)
    write.cost(REPLOT_LEVEL, atom, cost)
    write.cost(TIE, atom, 1)
    facts.night.replots.forEach((other, then) => {
      const both =
        then > index &&
        (other.changes.some((one) => changes.some(sameAs(one.obligation))) ||
          other.presets?.some(({ prop }) => presets.some((preset) => preset.prop === prop)))
      if (both) write.never([atom, replots[then] ?? 0])
    })
  })
  for (const index of decided) {
    const moving = (facts.ways[index] ?? []).flatMap(({ replot }) =>
      replot < 0 ? [] : [replots[replot] ?? 0],
    )
    for (const { atom, way } of doing.get(index) ?? []) {
      if (way.replot >= 0) write.never([atom, -(replots[way.replot] ?? 0)])
      else for (const other of moving) write.never([atom, other])
    }
  }
}

const sameAs = (obligation: string) => (change: { readonly obligation: string }) =>
  change.obligation === obligation

/** One body is in one place at a time, dressed for it: as few groups as cover every pair that excludes each other. */
function everyBody({ facts, write, doing }: Making): readonly (readonly Doing[])[] {
  const byPerson = facts.people.map((): Doing[] => [])
  for (const all of doing.values()) for (const one of all) byPerson[one.person]?.push(one)
  const reach = reachOf(facts, byPerson.flat())
  const isBehind = (a: Doing, b: Doing) => b.way.from > a.way.to + reach
  for (const all of byPerson) {
    all.sort((a, b) => a.way.from - b.way.from || a.atom - b.atom)
    for (const clique of cliquesOf(all, (a, b) => conflict(facts, a.way, b.way), isBehind))
      write.atMost(
        1,
        clique.map(({ atom }) => atom),
      )
  }
  return byPerson
}

/** What begins so long after the end of something is never in its way; two ways of one thing exclude each other as it is. */
const reachOf = (facts: Facts, all: readonly Doing[]): number =>
  Math.max(0, ...facts.travel.flat()) + Math.max(0, ...all.map(({ way }) => way.change))

/** Seconds and ways are the same for every body: what one person has no time for, nobody has. */
function everyRow(
  { facts, write, decided }: Making,
  { obligations, replots }: Row,
  person: number,
  all: readonly Doing[],
): void {
  const any: number[][] = []
  for (const index of obligations.map((id) => facts.index(id))) {
    // Whatever is not decided on its owner does anyway, and nobody else.
    if (!decided.has(index) && facts.incumbent[index] === person) continue
    const ways = all.filter(({ way }) => way.obligation === index && isUnder(facts, way, replots))
    if (ways.length === 0) return
    any.push(ways.map(({ atom }) => atom))
  }
  const done = any.map((atoms) => {
    const one = write.atom()
    for (const atom of atoms) write.rule(one, [atom])
    return one
  })
  write.never(done)
}

/** The way it is done when these re-plots are chosen. */
function isUnder(facts: Facts, { obligation, replot }: Way, replots: readonly string[]): boolean {
  const moved = (facts.ways[obligation] ?? []).find((way) =>
    replots.includes(facts.night.replots[way.replot]?.id ?? ''),
  )
  return replot === (moved?.replot ?? -1)
}

/** A number is one person's within a track, or nobody's. */
function everyNumber({ facts, write, decided, doing }: Making): void {
  for (const index of decided) {
    const together = (facts.together[index] ?? []).filter((one) => decided.has(one))
    if (together.length < 2 || together[0] !== index) continue
    const whose = new Map<number, number>()
    for (const { atom, person } of together.flatMap((one) => doing.get(one) ?? [])) {
      const known = whose.get(person) ?? write.atom()
      whose.set(person, known)
      write.rule(known, [atom])
    }
    write.atMost(1, [...whose.values()])
  }
}

function everyLift({ facts, write, decided, doing, cut }: Making): void {
  const at = new Map(facts.obligations.map(({ id }, index) => [id, index]))
  for (const lift of facts.night.lifts) {
    const [base, flyer] = [at.get(lift.base) ?? -1, at.get(lift.flyer) ?? -1]
    if (!decided.has(base) && !decided.has(flyer)) continue
    const out = write.atom()
    const { level, cost } = lift.mayBeOut ? LIFT_OUT : LIFT_LOST
    write.cost(level, out, cost)
    for (const one of [base, flyer]) {
      const gone = cut.get(one)
      if (gone !== undefined) write.rule(out, [gone])
      else if ((facts.incumbent[one] ?? -1) < 0) write.rule(out, [])
    }
    const flyers = whoDoes(facts, doing, flyer)
    for (const { person, atom } of whoDoes(facts, doing, base)) {
      const able = flyers.filter((other) => facts.cleared.has(`${person} ${other.person}`))
      // With a cleared partner who is sure to do it there is nothing to say.
      if (able.some((other) => other.atom === null)) continue
      const body = able.flatMap((other) => (other.atom === null ? [] : [-other.atom]))
      write.rule(out, atom === null ? body : [atom, ...body])
    }
  }
}

/** Null for an atom: they do it, whatever is decided. */
function whoDoes(facts: Facts, doing: Making['doing'], index: number) {
  const chosen = doing.get(index)
  if (chosen) return chosen.map(({ atom, person }) => ({ atom, person }))
  const incumbent = facts.incumbent[index] ?? -1
  return incumbent < 0 ? [] : [{ atom: null, person: incumbent }]
}

/** A present person who does anything else than they were told. */
function everyDisturbance({ facts, write, decided, doing }: Making): void {
  facts.people.forEach(({ out }, person) => {
    const own = (facts.ownOf[person] ?? []).filter((index) => !facts.past[index])
    if (out || own.length === 0) return
    const disturbed = write.atom()
    let may = false
    for (const index of decided) {
      const theirs = (doing.get(index) ?? []).filter((one) => one.person === person)
      if (facts.incumbent[index] === person) {
        if (isGone(facts, index, person)) continue
        may = true
        write.rule(
          disturbed,
          theirs.map(({ atom }) => -atom),
        )
      } else
        for (const { atom } of theirs) {
          may = true
          write.rule(disturbed, [atom])
        }
    }
    if (may) write.cost(DISTURBED.level, disturbed, DISTURBED.cost)
  })
}

/** What somebody is not here for is not taken from them. */
const isGone = (facts: Facts, index: number, person: number): boolean =>
  !(facts.ways[index] ?? []).some((way) => isHere(facts, person, way))

type Takes = {
  readonly atom: number
  readonly split: number
  readonly person: number
  readonly track: string
}

function everySplit({ facts, write, decided, doing }: Making): void {
  const takes = new Map<string, Takes>()
  for (const index of decided) {
    const { track = '', id = '' } = facts.obligations[index] ?? {}
    for (const { atom, person } of doing.get(index) ?? []) {
      if (facts.incumbent[index] === person) continue
      const key = `${person} ${track}`
      const planned = facts.planned[person]
      const known = takes.get(key) ?? takesOf(write, person, track, planned !== undefined && planned.size > 0)
      takes.set(key, known)
      write.rule(known.atom, [atom])
      // What was shared out beforehand is a track of their own, as it were.
      if (known.split !== known.atom && !planned?.has(id)) write.rule(known.split, [atom])
    }
  }
  for (const { atom, split, person, track } of takes.values()) {
    const { load = 0, preference = {}, lastResort } = facts.people[person] ?? {}
    write.cost(SPLIT.level, split, splitCost(lastResort))
    write.cost(FAIRNESS_LEVEL, atom, load)
    write.cost(PREFERENCE_LEVEL, atom, preference[track] ?? 0)
  }
}

/** One atom more only for those to whom something was shared out. */
function takesOf(write: Program, person: number, track: string, apart: boolean): Takes {
  const atom = write.atom()
  return { atom, split: apart ? write.atom() : atom, person, track }
}

function meaningOf({ doing, replots }: Making): Model['meaning'] {
  const meaning = new Map<string, Choice>()
  for (const [obligation, all] of doing)
    for (const { atom, person, way } of all)
      meaning.set(`a${atom}`, { kind: 'does', obligation, person, way })
  replots.forEach((atom, replot) => {
    meaning.set(`a${atom}`, { kind: 'replot', replot })
  })
  return meaning
}

function sizeOf({ doing, open }: Making): Model['size'] {
  const choices = [...doing.values()].reduce((sum, all) => sum + all.length, 0)
  return { choices, eligible: open.size === 0 ? 0 : choices / open.size }
}
