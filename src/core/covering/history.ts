// Who covered what over the run, what that adds up to for each, and who should be put in at the next rehearsal.

import type { Instant } from '../kit/time.ts'
import { type Competence, type Covers, noCovers } from '../show/competence.ts'
import type { ItemId, PersonId, Show, TrackId } from '../show/show.ts'
import type { CoveringState } from './covering.ts'
import { shown } from './covering.ts'

/** So much of one track in one night. */
export type Took = { readonly person: PersonId; readonly track: TrackId; readonly items: number }

/** A performance that is over, for what was covered in it. */
export type CoveredPerformance = {
  readonly number: number
  readonly curtainAt: Instant
  readonly took: readonly Took[]
}

/** Once a night is over, its last plan that screens had is what was done: what was past never changed in it. */
export function tookIn(
  { tracks, obligations }: Show,
  covering: CoveringState,
  played: ReadonlySet<ItemId>,
): readonly Took[] {
  const owners = new Map(tracks.map(({ id, owner }) => [id, owner]))
  const known = new Map(obligations.map((one) => [one.id, one]))
  const items = new Map<string, Took & { readonly of: ReadonlySet<string> }>()
  for (const { obligation, person } of shown(covering)?.changes ?? []) {
    // What is played again has a name of its own: it is the same number of the same track.
    const one = known.get(obligation)
    if (!one || person === null || owners.get(one.track) === person || !played.has(one.anchor.item)) continue
    const key = `${person} ${one.track}`
    const of = new Set([...(items.get(key)?.of ?? []), one.anchor.item])
    items.set(key, { person, track: one.track, items: of.size, of })
  }
  return [...items.values()].map(({ of: _of, ...took }) => took)
}

/** Tracks of others that each took, over these nights: who took less is asked first. */
export function loadsOf(performances: readonly CoveredPerformance[]): ReadonlyMap<PersonId, number> {
  const loads = new Map<PersonId, number>()
  for (const { took } of performances)
    for (const { person } of took) loads.set(person, (loads.get(person) ?? 0) + 1)
  return loads
}

export type LoadRow = {
  readonly person: PersonId
  readonly nights: number
  readonly tracks: readonly {
    readonly track: TrackId
    readonly times: number
    readonly last: { readonly number: number; readonly curtainAt: Instant }
  }[]
}

/** Whoever took most first. `away`: of them there is no tally while they are (ABSENCE-5). */
export function loadRows(
  performances: readonly CoveredPerformance[],
  away: ReadonlySet<PersonId>,
): readonly LoadRow[] {
  const rows = new Map<PersonId, LoadRow>()
  for (const { number, curtainAt, took } of performances.toSorted((a, b) => a.curtainAt - b.curtainAt)) {
    for (const person of new Set(took.map((one) => one.person))) {
      if (away.has(person)) continue
      const before = rows.get(person) ?? { person, nights: 0, tracks: [] }
      const own = took.filter((one) => one.person === person).map(({ track }) => track)
      const times = (track: TrackId) => before.tracks.find((one) => one.track === track)?.times ?? 0
      const others = before.tracks.filter(({ track }) => !own.includes(track))
      const now = own.map((track) => ({ track, times: times(track) + 1, last: { number, curtainAt } }))
      rows.set(person, { person, nights: before.nights + 1, tracks: [...now, ...others] })
    }
  }
  return [...rows.values()].toSorted((a, b) => b.nights - a.nights)
}

/** Why somebody should be put in: the first that holds. */
const putInReasons = ['back', 'ran out', 'runs out', 'nobody else', 'never on'] as const
export type PutInReason = (typeof putInReasons)[number]
export type PutInRow = {
  readonly person: PersonId
  /** Null: all of theirs, at their own pace. */
  readonly track: TrackId | null
  readonly reason: PutInReason
  /** The day until which it is good; null where that is not the reason. */
  readonly until: string | null
}

/** As many as a rehearsal list holds. */
export const PUT_INS_MAX = 200
/** A rehearsal is called so long before what runs out. */
export const RUNS_OUT_DAYS = 14

type PutIns = {
  readonly show: Show
  readonly performances: readonly CoveredPerformance[]
  /** Days as they are written. */
  readonly today: string
  readonly soon: string
  /** Away until they return: nothing is listed of them. */
  readonly away: ReadonlySet<PersonId>
  /** Were away for longer, and are back. */
  readonly back: readonly PersonId[]
}

export function putIns({ show, performances, today, soon, away, back }: PutIns): readonly PutInRow[] {
  const { competences }: Covers = show.covers ?? noCovers
  const took = new Set(performances.flatMap((one) => one.took.map(keyOf)))
  const able = competences.filter((one) => isWhole(one) && !away.has(one.person))
  const good = (one: Competence) => one.until === undefined || one.until >= today
  const rows = able.flatMap((one): readonly PutInRow[] => {
    const { person, track, until = null, level } = one
    const row = { person, track, until: null }
    if (until !== null && until < today) return [{ ...row, reason: 'ran out', until }]
    if (until !== null && until <= soon) return [{ ...row, reason: 'runs out', until }]
    // Somebody else who can go on with it tonight makes it less pressing.
    const others = able.some((other) => other.track === track && other.person !== person && good(other))
    if (level === 'performed' || took.has(keyOf(one)) || one.on !== undefined) return []
    return [{ ...row, reason: others ? 'never on' : 'nobody else' }]
  })
  const returned = back
    .filter((person) => !away.has(person))
    .map((person): PutInRow => ({ person, track: null, reason: 'back', until: null }))
  const rank = ({ reason }: PutInRow) => putInReasons.indexOf(reason)
  return [...returned, ...rows].toSorted((a, b) => rank(a) - rank(b)).slice(0, PUT_INS_MAX)
}

const keyOf = ({ person, track }: { readonly person: PersonId; readonly track: TrackId }): string =>
  `${person} ${track}`

const isWhole = ({ item, obligation, level }: Competence): boolean =>
  item === undefined && obligation === undefined && level !== 'never' && level !== 'words'
