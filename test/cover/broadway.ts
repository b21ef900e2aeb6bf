// Nights the size of a big musical, seeded and frozen: who is in what, who knows what, who is out. Figures: docs/specs/cover.md.

import type {
  CoverNight,
  CoverObligation,
  CoverPerson,
  Lift,
  Replot,
  Tier,
} from '../../src/core/cover/cover-night.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'

const PLACES = ['SL', 'SR', 'USL', 'USR', 'TRAP', 'FOH'] as const
const WALKS = [
  [0, 40, 10, 35, 45, 60],
  [40, 0, 35, 10, 45, 60],
  [10, 35, 0, 25, 40, 70],
  [35, 10, 25, 0, 40, 70],
  [45, 45, 40, 40, 0, 80],
  [60, 60, 70, 70, 80, 0],
] as const
const PRINCIPALS = 8
const ENSEMBLE = 27
const SWINGS = 12
const NUMBERS = 30
const INTERVAL = { after: 17, seconds: 1200 }
/** Ours: hand-offs as pairs of moments at one place, and three re-plots a night. The source has neither. */
const REPLOTS = 3

type Number_ = { readonly id: string; readonly from: number; readonly to: number; readonly dance: boolean }
type Member = {
  readonly id: string
  readonly kind: 'principal' | 'ensemble' | 'swing'
  readonly voice: 0 | 1
}

export type BroadwayOptions = {
  readonly outs: number
  /** Drops out then, and is one more. */
  readonly dropsAt?: number
}

export function broadwayNight(seed: number, { outs, dropsAt }: BroadwayOptions): CoverNight {
  const throws = dice(seed)
  const company = companyOf()
  const numbers = numbersOf(throws)
  const obligations = company
    .filter(({ kind }) => kind !== 'swing')
    .flatMap((member) => trackOf(throws, member, numbers))
  const lifts = liftsOf(throws, numbers, obligations)
  const people = company.map((member) => personOf(throws, member, company, numbers, obligations))
  const cleared = clearedOf(throws, company, lifts, obligations)
  const out = new Set<string>()
  while (out.size < outs) out.add(throws.pick(company).id)
  const dropped = company.find(({ id, kind }) => kind !== 'swing' && !out.has(id) && throws.chance(0.1))
  return {
    travel: PLACES.flatMap((from, a) =>
      PLACES.flatMap((to, b) => (a < b ? [{ from, to, seconds: WALKS[a]?.[b] ?? 0 }] : [])),
    ),
    people: people.map((person) => ({
      ...person,
      ...(out.has(person.id) ? { out: true } : {}),
      ...(dropsAt !== undefined && person.id === dropped?.id ? { outFrom: dropsAt } : {}),
      ...(dropsAt !== undefined && person.id.startsWith('s') ? { readyAt: dropsAt + 600 } : {}),
    })),
    obligations,
    lifts,
    cleared,
    replots: replotsOf(throws, obligations),
    locks: [],
    bans: [],
    now: dropsAt ?? null,
    inForce: [],
    release: 'policy',
  }
}

const companyOf = (): readonly Member[] => {
  const some = (kind: Member['kind'], letter: string, many: number) =>
    Array.from({ length: many }, (_, index) => ({
      id: `${letter}${index}`,
      kind,
      voice: (index % 2) as 0 | 1,
    }))
  return [
    ...some('principal', 'p', PRINCIPALS),
    ...some('ensemble', 'e', ENSEMBLE),
    ...some('swing', 's', SWINGS),
  ]
}

function numbersOf(throws: Dice): readonly Number_[] {
  let at = 0
  return Array.from({ length: NUMBERS }, (_, index) => {
    const from = at
    const to = from + throws.whole(150, 400)
    at = to + throws.whole(0, 20) + (index + 1 === INTERVAL.after ? INTERVAL.seconds : 0)
    return { id: `n${index}`, from, to, dance: throws.chance(0.5) }
  })
}

function trackOf(
  throws: Dice,
  { id, kind }: Member,
  numbers: readonly Number_[],
): readonly CoverObligation[] {
  const principal = kind === 'principal'
  const change = principal ? 75 : 45
  const row: CoverObligation[] = []
  let look = `${id}-look0`
  for (const [index, number] of numbers.entries()) {
    if (!throws.chance(0.35)) look = `${kind}-look${index}`
    const takesPart = principal ? 0.55 : number.dance ? 0.9 : 0.6
    if (throws.chance(takesPart))
      for (const part of partsOf(throws, number, principal)) {
        const one: CoverObligation = {
          ...base(id, number, part),
          id: `${id}-${number.id}-${row.length}`,
          placeIn: throws.pick(PLACES),
          placeOut: throws.pick(PLACES),
          costume: look,
          change,
          tier: tierOf(throws, principal),
        }
        plot(row, one)
      }
    if (throws.chance(principal ? 0.08 : 0.3)) {
      const place = throws.pick(PLACES)
      const part = { from: number.to, to: number.to + throws.whole(15, 35) }
      const one: CoverObligation = {
        ...base(id, { ...number, id: `${number.id}-move` }, part),
        id: `${id}-${number.id}-move`,
        placeIn: place,
        placeOut: place,
        costume: null,
        change: 0,
        tier: throws.chance(0.3) ? 2 : 1,
      }
      plot(row, one)
    }
  }
  return row
}

const base = (id: string, number: Number_, { from, to }: { readonly from: number; readonly to: number }) => ({
  track: `track-${id}`,
  owner: id,
  number: number.id,
  from,
  to,
})

/** An ensemble part is often in two pieces, each of which another may dance: a hand-over point lies between. */
function partsOf(throws: Dice, { from, to }: Number_, principal: boolean) {
  const start = from + throws.whole(0, 30)
  const end = to - throws.whole(0, 30)
  const gap = throws.whole(25, 120)
  const half = Math.floor((start + end - gap) / 2)
  const split = !principal && throws.chance(0.45) && half - start > 20
  return split
    ? [
        { from: start, to: half },
        { from: half + gap, to: end },
      ]
    : [{ from: start, to: end }]
}

function tierOf(throws: Dice, principal: boolean): Tier {
  const roll = throws.next()
  if (principal) return roll < 0.75 ? 3 : 2
  return roll < 0.07 ? 3 : roll < 0.25 ? 2 : roll < 0.8 ? 1 : 0
}

const walk = (from: string, to: string): number =>
  WALKS[PLACES.indexOf(from as (typeof PLACES)[number])]?.[PLACES.indexOf(to as (typeof PLACES)[number])] ?? 0

/** Nobody is in two places: what would begin too soon begins later, and what is then too short is not plotted. */
const SHORTEST = 20

function plot(row: CoverObligation[], one: CoverObligation): void {
  const before = row.at(-1)
  const worn = row.findLast(({ costume }) => costume !== null)
  const change = one.costume !== null && worn && worn.costume !== one.costume ? one.change : 0
  const soonest = before ? before.to + walk(before.placeOut, one.placeIn) + change : 0
  const from = Math.max(one.from, soonest)
  if (one.to - from >= (one.costume === null ? 10 : SHORTEST)) row.push({ ...one, from })
}

function liftsOf(
  throws: Dice,
  numbers: readonly Number_[],
  obligations: readonly CoverObligation[],
): readonly Lift[] {
  return numbers
    .filter(({ dance }) => dance)
    .flatMap((number) => {
      const parts = obligations.filter(
        (one) => one.number === number.id && one.owner.startsWith('e') && one.costume !== null,
      )
      const used = new Set<string>()
      return Array.from({ length: throws.whole(2, 5) }, (_, index): readonly Lift[] => {
        const free = parts.filter(({ id }) => !used.has(id))
        if (free.length < 2) return []
        const first = throws.pick(free)
        const second = free.find(
          (one) =>
            one.owner !== first.owner && one.from < first.to && first.from < one.to && throws.chance(0.5),
        )
        if (!second) return []
        used.add(first.id).add(second.id)
        return [
          {
            id: `${number.id}-lift${index}`,
            base: first.id,
            flyer: second.id,
            mayBeOut: throws.chance(0.85),
          },
        ]
      }).flat()
    })
}

function personOf(
  throws: Dice,
  { id, kind, voice }: Member,
  company: readonly Member[],
  numbers: readonly Number_[],
  obligations: readonly CoverObligation[],
): CoverPerson {
  const regulars = company.filter((one) => one.kind !== 'swing' && one.id !== id)
  const ensemble = regulars.filter((one) => one.kind === 'ensemble')
  const like = ensemble.filter((one) => one.voice === voice)
  const tracks = new Set<string>()
  const covers: string[] = []
  if (kind === 'swing') {
    const many = throws.whole(6, 11)
    while (tracks.size < Math.min(many, like.length)) tracks.add(throws.pick(like).id)
    if (throws.chance(0.3)) for (let two = 0; two < 2; two++) tracks.add(throws.pick(ensemble).id)
  }
  for (const principal of company.filter((one) => one.kind === 'principal' && one.voice === voice)) {
    const pool = kind === 'ensemble' ? 2 / (ENSEMBLE / 2) : kind === 'swing' ? 0.6 / (SWINGS / 2) : 0
    if (throws.chance(pool)) tracks.add(principal.id)
  }
  for (const track of tracks) covers.push(`track-${track}`)
  const spots = new Set<string>()
  for (const { id: number, dance } of numbers) {
    const chance = kind === 'swing' ? (dance ? 0.35 : 0) : kind === 'ensemble' ? 0.12 : 0
    for (const one of obligations)
      if (
        one.number === number &&
        one.costume !== null &&
        one.tier < 2 &&
        throws.chance(chance / (kind === 'swing' ? 2 : 3))
      )
        spots.add(one.id)
  }
  const moves = kind !== 'principal' && throws.chance(0.3)
  const knows = obligations.filter(
    (one) =>
      one.owner !== id && (tracks.has(one.owner) || spots.has(one.id) || (moves && one.costume === null)),
  )
  const preference = Object.fromEntries([...tracks].map((track) => [`track-${track}`, throws.whole(0, 9)]))
  return { id, knows: knows.map((one) => one.id), covers, preference }
}

function clearedOf(
  throws: Dice,
  company: readonly Member[],
  lifts: readonly Lift[],
  obligations: readonly CoverObligation[],
): readonly (readonly [string, string])[] {
  const owner = new Map(obligations.map((one) => [one.id, one.owner]))
  const usual = new Set(lifts.flatMap(({ base: one, flyer }) => [owner.get(one), owner.get(flyer)]))
  const dancers = company.filter(({ kind }) => kind !== 'principal')
  return dancers.flatMap((one, index) =>
    dancers.slice(index + 1).flatMap((other): readonly (readonly [string, string])[] => {
      const chance = usual.has(one.id) || usual.has(other.id) ? 0.7 : 0.45
      return throws.chance(chance) ? [[one.id, other.id]] : []
    }),
  )
}

function replotsOf(throws: Dice, obligations: readonly CoverObligation[]): readonly Replot[] {
  return Array.from({ length: REPLOTS }, (_, index): Replot => {
    const { id, number, placeIn } = throws.pick(obligations)
    const other = throws.pick(PLACES.filter((place) => place !== placeIn))
    return {
      id: `r${index}`,
      title: `${id} enters ${other} in ${number}`,
      cost: 2,
      changes: [{ obligation: id, placeIn: other }],
    }
  })
}
