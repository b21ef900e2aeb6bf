// What earlier performances teach of where people are usually seen: sums of each night, put together. No single sighting.

import type { PersonId } from '../show/show.ts'
import type { LearnedUsual, Usual, Written } from './usual.ts'

/** What one closed performance was, in sums: what later ones learn from once its sightings are gone. */
export type Noticed = {
  readonly people: readonly NoticedPerson[]
  /** What was usual, could have been written down, and was or was not. */
  readonly written: readonly { readonly key: string; readonly was: boolean }[]
}

export type NoticedPerson = {
  readonly person: PersonId
  /** Off stage and about, minutes of the show. */
  readonly minutes: number
  /** Met by chance in them. */
  readonly met: number
  /** Sightings before entrances: how many, and the sums of how far from their usual time, in minutes, and of its square. */
  readonly entrances: { readonly count: number; readonly sum: number; readonly squares: number }
}

/** Older performances of the production than so many teach nothing of people: companies and habits change. */
export const NOTICED_MAX = 8
/** One person's rate counts against everybody's as so many minutes of their own would, their spread as so many entrances. */
const EVERYBODY_MINUTES = 60
const EVERYBODY_ENTRANCES = 8
/** The spread that is assumed before anything was seen, in minutes. */
const ASSUMED_SPREAD = 0.6
/** Nobody comes nearer to their time than this: two taps alike are chance. Minutes. */
const SPREAD_MIN = 0.2

/** `nights`: the newest first, of whatever is kept of them. Null where that is of nobody. */
export function learnUsual(nights: readonly Noticed[]): LearnedUsual | null {
  const newest = nights.slice(0, NOTICED_MAX)
  const all = newest.flatMap(({ people }) => people)
  if (all.length === 0) return null
  const everybody = togetherOf(all)
  const rate = everybody.met / Math.max(EVERYBODY_MINUTES, everybody.minutes)
  const spread = spreadOf(everybody, ASSUMED_SPREAD)
  const own = new Map<PersonId, NoticedPerson[]>()
  for (const one of all) own.set(one.person, [...(own.get(one.person) ?? []), one])
  return {
    performances: newest.length,
    people: [...own].map(([person, of]) => usualOf(person, of, { rate, spread })),
    written: writtenIn(newest),
  }
}

type Together = Omit<NoticedPerson, 'person'>

function togetherOf(all: readonly NoticedPerson[]): Together {
  const sum = (of: (one: NoticedPerson) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    minutes: sum(({ minutes }) => minutes),
    met: sum(({ met }) => met),
    entrances: {
      count: sum(({ entrances }) => entrances.count),
      sum: sum(({ entrances }) => entrances.sum),
      squares: sum(({ entrances }) => entrances.squares),
    },
  }
}

/** One's own, drawn towards everybody's: the more so the less is known. */
function usualOf(
  person: PersonId,
  of: readonly NoticedPerson[],
  { rate, spread }: { readonly rate: number; readonly spread: number },
): Usual {
  const own = togetherOf(of)
  return {
    person,
    rate: (own.met + rate * EVERYBODY_MINUTES) / (own.minutes + EVERYBODY_MINUTES),
    spreadSeconds: 60 * spreadOf(own, spread),
    from: of.length,
  }
}

/** The standard deviation around their own middle, drawn towards `assumed`. */
function spreadOf({ entrances: { count, sum, squares } }: Together, assumed: number): number {
  const around = count === 0 ? 0 : Math.max(0, squares - sum ** 2 / count)
  const variance = (around + EVERYBODY_ENTRANCES * assumed ** 2) / (count + EVERYBODY_ENTRANCES)
  return Math.max(SPREAD_MIN, Math.sqrt(variance))
}

function writtenIn(nights: readonly Noticed[]): readonly Written[] {
  const known = new Map<string, { times: number; nights: number }>()
  for (const { written } of nights) {
    for (const { key, was } of written) {
      const one = known.get(key) ?? { times: 0, nights: 0 }
      known.set(key, { times: one.times + (was ? 1 : 0), nights: one.nights + 1 })
    }
  }
  return [...known].map(([key, one]) => ({ key, ...one }))
}
