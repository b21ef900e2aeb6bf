// Small seeded nights in which every kind of rule occurs, small enough to try every plan.

import {
  type CoverNight,
  type CoverObligation,
  type CoverPerson,
  LEVELS,
  type Lift,
  type Replot,
  type Tier,
} from '../../src/core/cover/cover-night.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { withThings } from './small-things.ts'

const PLACES = ['SL', 'SR', 'TRAP']

/** Every second one has means and props as well. */
export function smallNight(seed: number): CoverNight {
  const night = plainNight(seed)
  return seed % 2 === 0 ? withThings(night, seed, PLACES) : night
}

function plainNight(seed: number): CoverNight {
  const throws = dice(seed)
  const regulars = throws.whole(3, 4)
  const names = Array.from({ length: regulars + throws.whole(1, 2) }, (_, index) => `p${index}`)
  const travel = PLACES.flatMap((from, index) =>
    PLACES.slice(index + 1).map((to) => ({ from, to, seconds: throws.whole(1, 6) * 10 })),
  )
  const obligations = names
    .slice(0, regulars)
    .flatMap((owner, index) => trackOf(throws, owner, index, travel))
  const now = throws.chance(0.4) ? throws.whole(150, 500) : null
  const coming = obligations.filter(({ from }) => now === null || from >= now)
  const some = <T>(all: readonly T[], chance: number) => all.filter(() => throws.chance(chance))
  const people = names
    .map((id, index) => personOf(throws, { id, index, regulars, obligations, now }))
    .map((one, index) => ({ ...one, ...sharedOut(dice(seed * 31 + index), one) }))
  const pair = () => [throws.pick(names), throws.pick(names)] as const
  return {
    travel,
    people,
    obligations,
    lifts: liftsOf(throws, obligations),
    cleared: Array.from({ length: 4 }, pair).filter(([one, other]) => one !== other),
    replots: throws.chance(0.5) ? replotsOf(throws, coming, names) : [],
    locks: some(coming, 0.04).map(({ id }) => ({ obligation: id, person: throws.pick(names) })),
    bans: some(coming, 0.08).map(({ id }) => ({ obligation: id, person: throws.pick(names) })),
    now,
    inForce: some(obligations, 0.08).map(({ id }) => ({
      obligation: id,
      person: throws.chance(0.3) ? null : throws.pick(names),
    })),
    release: throws.chance(0.6) ? 'policy' : 'all',
    ...levelsOf(dice(seed + 90_000)),
  }
}

/** From dice of its own, so that the other nights stay as they were. */
const sharedOut = (
  throws: Dice,
  { knows }: CoverPerson,
): Pick<CoverPerson, 'planned' | 'load' | 'lastResort'> => ({
  ...(throws.chance(0.3) ? { planned: knows.filter(() => throws.chance(0.5)) } : {}),
  ...(throws.chance(0.4) ? { load: throws.whole(0, 6) } : {}),
  ...(throws.chance(0.15) ? { lastResort: true } : {}),
})

/** A dance captain who would rather wear nobody out, or keep the pictures whole, says so. */
function levelsOf(throws: Dice): Pick<CoverNight, 'levels'> {
  if (throws.chance(0.6)) return {}
  return { levels: [throws.pick(LEVELS), throws.pick(LEVELS), throws.pick(LEVELS)] }
}

/** As a choreographer plots it: whoever owns the track has the time to get from each to the next. */
function trackOf(
  throws: Dice,
  owner: string,
  index: number,
  travel: CoverNight['travel'],
): readonly CoverObligation[] {
  const row: CoverObligation[] = []
  const turns = throws.whole(2, 3)
  for (let turn = 0; turn < turns; turn++) {
    const before = row.at(-1)
    const [placeIn, change] = [throws.pick(PLACES), throws.whole(2, 6) * 10]
    const way = travel.find(
      (one) => [one.from, one.to].sort().join() === [before?.placeOut, placeIn].sort().join(),
    )
    const walk = before && before.placeOut !== placeIn ? (way?.seconds ?? 0) : 0
    const from = (before?.to ?? 0) + walk + change + throws.whole(0, 6) * 10
    row.push({
      id: `t${index}-${turn}`,
      track: `t${index}`,
      owner,
      number: `n${throws.whole(0, 3)}`,
      from,
      to: from + throws.whole(3, 12) * 10,
      placeIn,
      placeOut: throws.pick(PLACES),
      costume: throws.chance(0.25) ? null : throws.pick(['blue', 'red']),
      change,
      tier: throws.whole(0, 3) as Tier,
      ...(throws.chance(0.3) ? { handOver: true } : {}),
    })
  }
  return row
}

function personOf(
  throws: Dice,
  given: {
    readonly id: string
    readonly index: number
    readonly regulars: number
    readonly obligations: readonly CoverObligation[]
    readonly now: number | null
  },
): CoverPerson {
  const { id, index, regulars, obligations, now } = given
  const swing = index >= regulars
  return {
    id,
    knows: obligations.filter(() => throws.chance(swing ? 0.6 : 0.25)).map((one) => one.id),
    covers: throws.chance(0.3) ? [`t${throws.whole(0, regulars - 1)}`] : [],
    ...(throws.chance(swing ? 0.1 : 0.3) ? (now === null ? { out: true } : { outFrom: now }) : {}),
    ...(swing && throws.chance(0.4) ? { readyAt: throws.whole(0, 40) * 10 } : {}),
    preference: { [`t${throws.whole(0, regulars - 1)}`]: throws.whole(0, 9) },
    ...(throws.chance(0.15) ? { most: throws.whole(0, 2) } : {}),
  }
}

function liftsOf(throws: Dice, obligations: readonly CoverObligation[]): readonly Lift[] {
  const overlapping = obligations.flatMap((base) =>
    obligations.flatMap((flyer) =>
      base.track < flyer.track && base.from < flyer.to && flyer.from < base.to ? [{ base, flyer }] : [],
    ),
  )
  return overlapping
    .filter(() => throws.chance(0.4))
    .map(({ base, flyer }, index) => ({
      id: `l${index}`,
      base: base.id,
      flyer: flyer.id,
      mayBeOut: throws.chance(0.7),
    }))
}

function replotsOf(
  throws: Dice,
  coming: readonly CoverObligation[],
  names: readonly string[],
): readonly Replot[] {
  return Array.from({ length: throws.whole(1, 2) }, (_, index): Replot => {
    const touched = coming.filter(() => throws.chance(0.3)).slice(0, 2)
    const later = throws.whole(0, 4) * 10
    return {
      id: `r${index}`,
      title: `re-plot ${index}`,
      cost: throws.whole(1, 4),
      changes: touched.map(({ id, from, to }) => ({
        obligation: id,
        ...(throws.chance(0.5) ? { placeIn: throws.pick(PLACES), placeOut: throws.pick(PLACES) } : {}),
        ...(later > 0 ? { from: from + later, to: to + later } : {}),
        ...(throws.chance(0.3) ? { also: [throws.pick(names)] } : {}),
      })),
    }
  })
}
