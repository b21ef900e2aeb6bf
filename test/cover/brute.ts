// Every plan of a small night, one after another, by rules written down a third time: slow, plain and knowing of nobody else's code.

import type { CoverNight, CoverObligation, CoverPlan, Worth } from '../../src/core/cover/cover-night.ts'
import { asksTooMuch, hasEnough, told } from './brute-loads.ts'
import { enoughMeans, propsAreThere } from './brute-things.ts'

type Row = CoverObligation & { readonly also: readonly string[] }
type Who = ReadonlyMap<string, string | null>

/** Plans that are tried at most; a night with more is another test's. */
const PLANS_MAX = 300_000

export const TOO_MANY = 'too many'

/** The least worth of all plans that people can do. */
export function bestByTrying(night: CoverNight): Worth | typeof TOO_MANY {
  const found = bestPlansByTrying(night)
  if (found === null) throw new Error('cutting everything is always possible')
  return found === TOO_MANY ? found : found.worth
}

/**
 * And every plan that is worth just that, with no more re-plots than the fewest of them; each as a text. Of those that
 * are wanted: null where nobody can do any.
 */
export function bestPlansByTrying(
  night: CoverNight,
  wanted: (who: Who) => boolean = () => true,
): Best | null | typeof TOO_MANY {
  let best: Best | null = null
  const isComplete = everyPlan(night, (replots, who) => {
    if (!wanted(who)) return
    const worth = worthByHand(night, replots, who)
    const isSame = best !== null && !less(night, worth, best.worth) && !less(night, best.worth, worth)
    if (best !== null && !isSame && less(night, best.worth, worth)) return
    const fewest = Math.min(replots.length, isSame ? (best?.replots ?? 0) : replots.length)
    const kept = isSame && best?.replots === fewest ? best.plans : []
    const own = replots.length === fewest ? [planText(replots, who)] : []
    best = { worth, replots: fewest, plans: [...kept, ...own] }
  })
  return isComplete ? best : TOO_MANY
}

type Best = { readonly worth: Worth; readonly replots: number; readonly plans: readonly string[] }

export const planText = (replots: readonly string[], who: Who): string =>
  [[...replots].sort().join(), ...[...who].map(([id, person]) => `${id}:${person}`).sort()].join(' ')

/** False where there are too many to be tried. */
function everyPlan(night: CoverNight, visit: (replots: readonly string[], who: Who) => void): boolean {
  const free = freed(night)
  let tried = 0
  for (const replots of subsets(night)) {
    const rows = rowsWith(night, replots)
    const options = rows.map((row) => optionsFor(night, row, free))
    const who = new Map<string, string | null>()
    const tryFrom = (index: number): void => {
      if (tried > PLANS_MAX) return
      const row = rows[index]
      if (!row) {
        tried += 1
        if (wholeIsPossible(night, replots, rows, who)) visit(replots, who)
        return
      }
      for (const option of options[index] ?? []) {
        who.set(row.id, option)
        if (option === null || noTwoAtOnce(night, rows.slice(0, index + 1), who, option)) tryFrom(index + 1)
        who.delete(row.id)
      }
    }
    tryFrom(0)
  }
  return tried <= PLANS_MAX
}

/** Whether people can do this plan. */
export function isPossible(night: CoverNight, plan: CoverPlan): boolean {
  const who = new Map(plan.assignments.map((one) => [one.obligation, one.person]))
  if (plan.assignments.length !== night.obligations.length || who.size !== night.obligations.length)
    return false
  if (night.obligations.some(({ id }) => !who.has(id))) return false
  if (!subsets(night).some((replots) => [...replots].sort().join() === [...plan.replots].sort().join()))
    return false
  const rows = rowsWith(night, plan.replots)
  const free = freed(night)
  if (rows.some((row) => !optionsFor(night, row, free).includes(who.get(row.id) ?? null))) return false
  return wholeIsPossible(night, plan.replots, rows, who)
}

function worthByHand(night: CoverNight, replots: readonly string[], who: Who): Worth {
  const worth: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0]
  const cuts = [
    [2, 1],
    [2, 2],
    [1, 3],
    [0, 1],
  ] as const
  const coming = night.obligations.filter((one) => !began(night, one))
  for (const { id, tier } of coming) if (!who.get(id)) worth[cuts[tier][0]] += cuts[tier][1]
  const owner = (id: string) => night.obligations.find((one) => one.id === id)?.owner ?? ''
  for (const { base, flyer, mayBeOut } of night.lifts) {
    if (!coming.some(({ id }) => id === base || id === flyer)) continue
    const [one, other] = [who.get(base) ?? '', who.get(flyer) ?? '']
    const pairs = [
      ...night.cleared,
      ...night.lifts.map((lift) => [owner(lift.base), owner(lift.flyer)] as const),
    ]
    const cleared = pairs.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
    if (one === '' || other === '' || !cleared) worth[mayBeOut ? 1 : 0] += mayBeOut ? 2 : 1
  }
  for (const { id, cost } of night.replots) if (replots.includes(id)) worth[2] += cost
  for (const person of night.people) {
    const own = coming.filter((one) => told(night, one) === person.id)
    if (person.out || own.length === 0) continue
    const lost = own.some(
      (one) =>
        who.get(one.id) !== person.id &&
        variants(night, one).some((row) => person.outFrom === undefined || row.to <= person.outFrom),
    )
    const more = coming.some((one) => who.get(one.id) === person.id && told(night, one) !== person.id)
    if (lost || more) worth[2] += 3
  }
  const takes = new Set<string>()
  const splits = new Set<string>()
  for (const one of coming) {
    const does = who.get(one.id)
    if (!does || does === told(night, one)) continue
    takes.add(`${does} ${one.track}`)
    const planned = night.people.find(({ id }) => id === does)?.planned ?? []
    if (!planned.includes(one.id)) splits.add(`${does} ${one.track}`)
  }
  const isLast = (split: string) =>
    night.people.some(({ id, lastResort }) => lastResort && split.startsWith(`${id} `))
  for (const split of splits) worth[3] += isLast(split) ? 101 : 1
  for (const take of takes) {
    const [person, track] = take.split(' ')
    const found = night.people.find(({ id }) => id === person)
    worth[4] += found?.load ?? 0
    worth[5] += found?.preference?.[track ?? ''] ?? 0
  }
  return worth
}

const usual = [
  'never cut',
  'featured and lifts',
  'formation, filler, disturbed, re-plots',
  ...['splits', 'fairness', 'preference'],
]

function less({ levels = [] }: CoverNight, one: Worth, other: Worth): boolean {
  const named: readonly string[] = levels
  const rest = usual.filter((name) => name !== 'never cut' && !named.includes(name))
  for (const name of ['never cut', ...named.filter((level) => level !== 'never cut'), ...rest]) {
    const at = usual.indexOf(name)
    if (one[at] !== other[at]) return (one[at] ?? 0) < (other[at] ?? 0)
  }
  return false
}

const began = (night: CoverNight, { from }: CoverObligation): boolean =>
  night.now !== null && from < night.now

function subsets(night: CoverNight): readonly (readonly string[])[] {
  let all: (readonly string[])[] = [[]]
  for (const { id } of night.replots) all = all.flatMap((some) => [some, [...some, id]])
  return all.filter((some) => {
    const moved = night.replots
      .filter(({ id }) => some.includes(id))
      .flatMap(({ changes, presets = [] }) => [
        ...changes.map((one) => one.obligation),
        ...presets.map((one) => `the prop ${one.prop}`),
      ])
    return new Set(moved).size === moved.length
  })
}

function rowsWith(night: CoverNight, replots: readonly string[]): readonly Row[] {
  return night.obligations
    .map((one) => variant(night, one, replots))
    .sort((a, b) => plottedAt(night, a.id) - plottedAt(night, b.id))
}

const plottedAt = (night: CoverNight, id: string) => night.obligations.find((one) => one.id === id)?.from ?? 0

function variant(night: CoverNight, one: CoverObligation, replots: readonly string[]): Row {
  const row: Row = { ...one, also: [] }
  if (began(night, one)) return row
  for (const replot of night.replots)
    for (const change of replot.changes)
      if (replots.includes(replot.id) && change.obligation === one.id) {
        const {
          from = row.from,
          to = row.to,
          placeIn = row.placeIn,
          placeOut = row.placeOut,
          also = [],
        } = change
        return { ...row, from, to, placeIn, placeOut, also }
      }
  return row
}

const variants = (night: CoverNight, one: CoverObligation): readonly Row[] => [
  variant(night, one, []),
  ...night.replots
    .filter(({ changes }) => changes.some(({ obligation }) => obligation === one.id))
    .map(({ id }) => variant(night, one, [id])),
]

function able(night: CoverNight, id: string | null, row: Row): boolean {
  const person = night.people.find((one) => one.id === id)
  if (!person || person.out) return false
  if (person.outFrom !== undefined && row.to > person.outFrom) return false
  if (night.bans.some((ban) => ban.obligation === row.id && ban.person === id)) return false
  const keeps = told(night, row) === id
  if (!keeps && person.readyAt !== undefined && row.from < person.readyAt) return false
  return keeps || row.owner === id || person.knows.includes(row.id) || row.also.includes(person.id)
}

function optionsFor(night: CoverNight, row: Row, free: ReadonlySet<string>): readonly (string | null)[] {
  const has = told(night, row)
  if (began(night, night.obligations.find(({ id }) => id === row.id) ?? row)) return [has]
  const lock = night.locks.find(({ obligation }) => obligation === row.id)?.person
  const may = (id: string) => able(night, id, row) && (lock === undefined || lock === id)
  if (!free.has(row.id)) return has !== null && may(has) ? [has] : []
  return [null, ...night.people.map(({ id }) => id).filter(may)]
}

function noTwoAtOnce(night: CoverNight, rows: readonly Row[], who: Who, person: string): boolean {
  const evening = rows.filter((row) => who.get(row.id) === person)
  return evening.every((one) => evening.every((other) => one.id === other.id || follows(night, one, other)))
}

/** In either order, with the walk between. */
const follows = (night: CoverNight, one: Row, other: Row): boolean => {
  const [first, second] = inOrder(one, other) ? [one, other] : [other, one]
  return second.from - first.to >= walk(night, first.placeOut, second.placeIn)
}

const inOrder = (one: Row, other: Row) =>
  one.from < other.from || (one.from === other.from && one.id < other.id)

function walk(night: CoverNight, from: string, to: string): number {
  if (from === to) return 0
  const way = night.travel.find(
    (one) => (one.from === from && one.to === to) || (one.from === to && one.to === from),
  )
  return way ? way.seconds : 1e9
}

function wholeIsPossible(
  night: CoverNight,
  replots: readonly string[],
  rows: readonly Row[],
  who: Who,
): boolean {
  const evenings = (all: readonly Row[], does: Who) =>
    night.people.map(({ id }) =>
      all.filter((row) => does.get(row.id) === id).sort((a, b) => (inOrder(a, b) ? -1 : 1)),
    )
  const book = rowsWith(night, [])
  const toldWho: Who = new Map(night.obligations.map((one) => [one.id, told(night, one)]))
  const things = {
    night,
    replots,
    began: ({ id }: CoverObligation) => book.some((one) => one.id === id && began(night, one)),
    walk: (from: string, to: string) => walk(night, from, to),
  }
  const played = {
    evenings: evenings(rows, who),
    all: [...rows].sort((a, b) => (inOrder(a, b) ? -1 : 1)),
    who,
  }
  const usual = {
    evenings: evenings(book, toldWho),
    all: [...book].sort((a, b) => (inOrder(a, b) ? -1 : 1)),
    who: toldWho,
  }
  if (!enoughMeans(things, played, usual) || !propsAreThere(things, played, usual)) return false
  return (
    night.people.every(({ id, most }) => {
      const evening = rows.filter((row) => who.get(row.id) === id).sort((a, b) => (inOrder(a, b) ? -1 : 1))
      if (most !== undefined && asksTooMuch(night, id, most, who)) return false
      return (
        evening.every((row, index) => {
          const next = evening[index + 1]
          return !next || follows(night, row, next)
        }) && dressed(night, evening)
      )
    }) && wholeNumbers(night, who)
  )
}

/** Played through: the change is done in the first pause that is long enough for all of it. */
function dressed(night: CoverNight, evening: readonly Row[]): boolean {
  const inCostume = evening.filter(({ costume }) => costume !== null)
  return inCostume.every((row, index) => {
    const before = inCostume[index - 1]
    if (!before || before.costume === row.costume) return true
    const stretch = evening.slice(evening.indexOf(before), evening.indexOf(row) + 1)
    return stretch.some((one, at) => {
      const next = stretch[at + 1]
      return next !== undefined && next.from - one.to - walk(night, one.placeOut, next.placeIn) >= row.change
    })
  })
}

/** The last point before it where another may take over. */
function stretch(night: CoverNight, one: CoverObligation): string {
  const points = night.obligations.filter(
    (other) =>
      other.handOver &&
      other.track === one.track &&
      other.number === one.number &&
      (other.id === one.id || inOrder({ ...other, also: [] }, { ...one, also: [] })),
  )
  const last = points.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)).at(-1)
  return `${one.track}/${one.number}/${last?.id ?? ''}`
}

function wholeNumbers(night: CoverNight, who: Who): boolean {
  const hands = new Map<string, Set<string>>()
  for (const one of night.obligations) {
    const does = who.get(one.id)
    if (began(night, one) || !does) continue
    const key = stretch(night, one)
    hands.set(key, (hands.get(key) ?? new Set()).add(does))
  }
  return [...hands.values()].every((some) => some.size === 1)
}

/** What may be taken from somebody who is here and could do it. */
function freed(night: CoverNight): ReadonlySet<string> {
  const coming = night.obligations.filter((one) => !began(night, one))
  const free = new Set<string>()
  const freeWhole = (one: CoverObligation): readonly CoverObligation[] => {
    const whole = coming.filter((other) => stretch(night, other) === stretch(night, one))
    const added = whole.filter(({ id }) => !free.has(id))
    for (const { id } of added) free.add(id)
    const after = coming.filter((other) => added.some((each) => isUpset(night, other, each)))
    return [...added, ...after.flatMap(freeWhole)]
  }
  const lockedAway = (one: CoverObligation, id: string | null) =>
    night.locks.some((lock) => lock.obligation === one.id && lock.person !== id)
  let round = coming
    .filter(
      (one) => lockedAway(one, told(night, one)) || !able(night, told(night, one), variant(night, one, [])),
    )
    .flatMap(freeWhole)
  for (let depth = 1; depth <= 3; depth++) {
    const wanted = round
    round = coming
      .filter((own) => wanted.some((one) => leavesFor(night, own, one, lockedAway)))
      .flatMap(freeWhole)
  }
  return free
}

/** It hangs on the other: they pass a prop on, or somebody would have to be dressed for it at another time. */
function isUpset(night: CoverNight, other: CoverObligation, one: CoverObligation): boolean {
  if ((other.carries ?? []).some((prop) => (one.carries ?? []).includes(prop))) return true
  const person = told(night, one)
  if (!other.help || !one.costume || other.costume !== one.costume) return false
  if (person === null || told(night, other) !== person) return false
  const { alone } = other.help
  return variants(night, one).some((first) =>
    variants(night, other).some((then) => first.from <= then.from && then.from - first.to < alone),
  )
}

function leavesFor(
  night: CoverNight,
  own: CoverObligation,
  wanted: CoverObligation,
  lockedAway: (one: CoverObligation, id: string | null) => boolean,
): boolean {
  const id = told(night, own)
  const person = night.people.find((one) => one.id === id)
  if (!person || own.id === wanted.id || told(night, wanted) === id || lockedAway(wanted, id)) return false
  const higher =
    wanted.tier > own.tier || (wanted.tier === own.tier && (person.covers ?? []).includes(wanted.track))
  if (night.release === 'policy' && !higher) return false
  return variants(night, wanted).some(
    (one) =>
      able(night, id, one) &&
      (hasEnough(night, person, own, wanted) ||
        variants(night, own).some((mine) => !bothPossible(night, mine, one))),
  )
}

function bothPossible(night: CoverNight, one: Row, other: Row): boolean {
  const [first, second] = inOrder(one, other) ? [one, other] : [other, one]
  const change = first.costume && second.costume && first.costume !== second.costume ? second.change : 0
  return second.from - first.to >= walk(night, first.placeOut, second.placeIn) + change
}
