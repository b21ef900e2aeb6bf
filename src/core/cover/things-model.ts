// What there is little of, as rules of the model: hands and booths for quick changes, packs, and props where they are taken.

import { between, conflict, type Facts, type Way } from './facts.ts'
import type { Program } from './program.ts'

/** Somebody who may do it in this way; no atom where they do it whatever is decided. */
export type Held = { readonly person: number; readonly way: Way; readonly atom: number | null }

type Making = {
  readonly facts: Facts
  readonly write: Program
  readonly held: readonly Held[]
  /** By re-plot. */
  readonly replots: readonly number[]
}

/** `if`: when it holds; no atom where it does in any case. */
type Use = {
  readonly means: string
  readonly person: number
  readonly from: number
  readonly to: number
  readonly if: number | null
  readonly past: boolean
}

/** In the order in which one person does them. */
export const comes = (one: Way, other: Way): boolean =>
  one.from < other.from || (one.from === other.from && one.obligation < other.obligation)

export function everyThing(making: Making): void {
  if (making.facts.night.means?.length) everyMeans(making)
  if (making.facts.night.props?.length) everyProp(making)
}

function everyMeans(making: Making): void {
  const { facts, write } = making
  const evenings = facts.people.map((_, person) =>
    making.held.filter((one) => one.person === person).sort((a, b) => (comes(a.way, b.way) ? -1 : 1)),
  )
  const told = facts.people.map((_, person) =>
    (facts.ownOf[person] ?? []).flatMap((index): Held[] => {
      const [way] = facts.ways[index] ?? []
      return way ? [{ person, way, atom: null }] : []
    }),
  )
  const uses = evenings.flatMap((evening) => usesOf(facts, write, evening))
  // What is told is what is: nothing is written for it.
  const usual = told.flatMap((evening) => usesOf(facts, null, evening))
  const anyOf = joined(write)
  for (const { id, many } of facts.night.means ?? []) {
    const ofIt = uses.filter(({ means }) => means === id)
    const book = usual.filter(({ means }) => means === id)
    const starts = new Set(ofIt.filter(({ past }) => !past).map(({ from }) => from))
    const moments = [...starts]
      .sort((a, b) => a - b)
      .map((at) => {
        const there = Math.max(many, new Set(running(book, at).map(({ person }) => person)).size)
        const { always, maybe } = whoHas(running(ofIt, at))
        return { free: there - always, maybe }
      })
    moments.forEach(({ free, maybe }, index) => {
      const next = moments[index + 1]
      if (maybe.length <= free || (next && next.free <= free && isWithin(maybe, next.maybe))) return
      write.atMost(free, maybe.map(anyOf))
    })
  }
}

const running = (uses: readonly Use[], at: number): readonly Use[] =>
  uses.filter(({ from, to }) => from <= at && at < to)

/** Each person counts once, whatever they have it for. */
function whoHas(uses: readonly Use[]) {
  const byPerson = new Map<number, readonly Use[]>()
  for (const use of uses) byPerson.set(use.person, [...(byPerson.get(use.person) ?? []), use])
  const all = [...byPerson.values()]
  const isSure = (some: readonly Use[]) => some.some((use) => use.if === null)
  return {
    always: all.filter(isSure).length,
    maybe: all
      .filter((some) => !isSure(some))
      .map((some) => [...new Set(some.flatMap((use) => use.if ?? []))]),
  }
}

/** Whoever may have it at the one moment may at the other, for the same things. */
const isWithin = (some: readonly (readonly number[])[], all: readonly (readonly number[])[]): boolean => {
  const names = new Set(all.map((atoms) => atoms.join(' ')))
  return some.every((atoms) => names.has(atoms.join(' ')))
}

/** One atom that holds where any of these does. */
function joined(write: Program): (atoms: readonly number[]) => number {
  const known = new Map<string, number>()
  return (atoms) => {
    const [only = 0, ...more] = atoms
    if (more.length === 0) return only
    const found = known.get(atoms.join(' '))
    if (found !== undefined) return found
    const any = write.atom()
    for (const atom of atoms) write.rule(any, [atom])
    known.set(atoms.join(' '), any)
    return any
  }
}

/** `evening`: all that one person may do, in order. Without a program it is what they do. */
function usesOf(facts: Facts, write: Program | null, evening: readonly Held[]): readonly Use[] {
  const swaps = new Map(facts.night.means?.map(({ id, swap = 0 }) => [id, swap]))
  return evening.flatMap((one, at) => {
    const { person, way } = one
    const { uses = [], help } = facts.obligations[way.obligation] ?? {}
    const past = facts.past[way.obligation] === true
    const use = (from: number, to: number, when: number | null) => (means: string) => {
      return { means, person, from, to: to + (swaps.get(means) ?? 0), if: when, past }
    }
    const worn = uses.map(use(way.from, way.to, one.atom))
    if (!help || past) return worn
    const quick = quickChange(facts, write, evening, at)
    if (quick === false) return worn
    return [...worn, ...help.means.map(use(way.from - way.change, way.from, quick))]
  })
}

/** The atom that holds where there is no time to get changed alone; null where there never is, false where there always is. */
function quickChange(
  facts: Facts,
  write: Program | null,
  evening: readonly Held[],
  at: number,
): number | null | false {
  const one = evening[at]
  const alone = facts.obligations[one?.way.obligation ?? -1]?.help?.alone
  if (!one || alone === undefined || one.way.costume === null) return false
  const bodies = evening.slice(0, at).flatMap((worn, index): readonly Quick[] => {
    const other = worn.way.costume !== null && worn.way.costume !== one.way.costume
    if (!other || one.way.from - worn.way.to >= alone || isNever(facts, worn, one)) return []
    const since = evening
      .slice(index + 1, at)
      .filter(
        (each) => each.way.costume !== null && !isNever(facts, each, one) && !isNever(facts, worn, each),
      )
    if (since.some(({ atom }) => atom === null)) return []
    const now = [worn.atom, one.atom].flatMap((atom) => atom ?? [])
    const not = since.flatMap(({ atom }) => (atom === null ? [] : [-atom]))
    return [{ worn, body: [...now, ...not] }]
  })
  if (bodies.length === 0) return false
  const sure = bodies.some(({ body }) => body.length === 0)
  if (write === null) return sure ? null : false
  crowdNobody(facts, write, evening, at, bodies)
  if (sure) return null
  const atom = write.atom()
  for (const { body } of bodies) write.rule(atom, body)
  return atom
}

/** The last that was worn, and what says that it was. */
type Quick = { readonly worn: Held; readonly body: readonly number[] }

/** Nobody does both, and the model says so already. What is done in any case is judged by `verify`. */
const isNever = (facts: Facts, one: Held, other: Held): boolean =>
  one.way.obligation === other.way.obligation ||
  (one.atom !== null && other.atom !== null && conflict(facts, one.way, other.way))

/** Who is being dressed does nothing else; but whoever does all of it every night manages. */
function crowdNobody(
  facts: Facts,
  write: Program,
  evening: readonly Held[],
  at: number,
  changes: readonly Quick[],
): void {
  const one = evening[at]
  if (!one) return
  const isTold = ({ person, way }: Held) => facts.incumbent[way.obligation] === person
  for (const before of evening.slice(0, at)) {
    if (isNever(facts, before, one)) continue
    const dressed = { ...before.way, costume: null }
    if (one.way.from >= before.way.to + between(facts, dressed, one.way) + one.way.change) continue
    for (const { worn, body } of changes)
      if (![before, one, worn].every(isTold))
        write.never([...body, ...(before.atom === null ? [] : [before.atom])])
  }
}

type Carried = { readonly way: Way; readonly if: number | null }

function everyProp({ facts, write, held, replots }: Making): void {
  const place = (name: string) => facts.place(name)
  for (const { prop, at } of facts.night.props ?? []) {
    const carried = carriesOf(facts, write, held, prop)
    const book = facts.obligations.flatMap(({ carries }, index) =>
      carries?.includes(prop) && (facts.incumbent[index] ?? -1) >= 0 ? [index] : [],
    )
    const presets = facts.night.replots.flatMap((one, index) =>
      (one.presets ?? []).flatMap((preset) =>
        preset.prop === prop ? [{ atom: replots[index] ?? 0, at: place(preset.at) }] : [],
      ),
    )
    const isUsual = (before: number | undefined, { way }: Carried) =>
      way.replot < 0 && book.includes(way.obligation) && book[book.indexOf(way.obligation) - 1] === before
    for (const one of carried) {
      if (facts.past[one.way.obligation]) continue
      const never = (...body: readonly (number | null)[]) => {
        const literals = [one.if, ...body].flatMap((literal) => literal ?? [])
        write.never(literals)
      }
      for (const before of carried) {
        if (before.way.obligation === one.way.obligation || !comes(before.way, one.way)) continue
        const fits = before.way.placeOut === one.way.placeIn && before.way.to <= one.way.from
        if (fits || (before.way.replot < 0 && isUsual(before.way.obligation, one))) continue
        const since = carriedSince(carried, one, before)
        if (since !== null) never(before.if, ...since)
      }
      const since = carriedSince(carried, one, null)
      if (since === null) continue
      const unmoved = presets.map(({ atom }) => -atom)
      if (place(at) !== one.way.placeIn && !isUsual(undefined, one)) never(...since, ...unmoved)
      for (const preset of presets) if (preset.at !== one.way.placeIn) never(...since, preset.atom)
    }
  }
}

/** That nobody carried it in between; null where somebody does in any case. */
function carriedSince(
  carried: readonly Carried[],
  one: Carried,
  before: Carried | null,
): readonly number[] | null {
  const others = carried.filter(
    ({ way }) =>
      way.obligation !== one.way.obligation &&
      way.obligation !== before?.way.obligation &&
      comes(way, one.way) &&
      (before === null || comes(before.way, way)),
  )
  if (others.some((other) => other.if === null)) return null
  return others.flatMap((other) => (other.if === null ? [] : [-other.if]))
}

/** Who carries it is all one to a prop. */
function carriesOf(facts: Facts, write: Program, held: readonly Held[], prop: string): readonly Carried[] {
  const byWay = new Map<Way, (number | null)[]>()
  for (const { way, atom } of held)
    if (facts.obligations[way.obligation]?.carries?.includes(prop))
      byWay.set(way, [...(byWay.get(way) ?? []), atom])
  return [...byWay].map(([way, atoms]) => {
    const known = atoms.flatMap((atom) => atom ?? [])
    return { way, if: known.length < atoms.length ? null : joined(write)(known) }
  })
}
