// Tonight as the cover optimiser sees it: the show in force, who is not there, what is past, and the plan people were told.

import { type Availability, absenceOf } from '../absence/absence.ts'
import type {
  Assigned,
  CoverNight,
  CoverObligation,
  CoverPerson,
  CoverPlan,
  Replot,
} from '../cover/cover-night.ts'
import { type CoverChange, newest, shown, type Version } from '../covering/covering.ts'
import { dayOf } from '../kit/day.ts'
import { grouped } from '../kit/grouped.ts'
import type { Instant } from '../kit/time.ts'
import {
  type Competence,
  type CoverRule,
  type Covers,
  competencesOf,
  noCovers,
  PREFERENCE,
} from '../show/competence.ts'
import type { ObligationId, Person, PersonId } from '../show/show.ts'
import { isOfPair } from '../show/together.ts'
import { meansOf, needsOf } from './cover-means.ts'
import { lifting, type Spot, spotsOf, voices, walkSeconds } from './cover-spots.ts'
import { liftsOf, pairsOf } from './lifts.ts'
import type { NightState, Plan } from './night.ts'
import { clockOf } from './planned-dues.ts'
import { doerIn, doingOf, isChangedFirst } from './played-again.ts'
import { showClock } from './show-clock.ts'
import { asOrdered } from './tonight.ts'

/** What the dance captain settles before asking: by spot. */
export type Settled = {
  readonly locks: CoverNight['locks']
  readonly bans: CoverNight['bans']
}
export const unsettled: Settled = { locks: [], bans: [] }

/** Tracks of others that each took on earlier nights. */
export type Loads = ReadonlyMap<PersonId, number>
const nobodys: Loads = new Map()

/** Before an act is up all of it is to come. */
const hasBegun = ({ calling }: NightState): boolean => calling.acts.length > 0

/** Least change is measured from this: what was approved last, and once the show runs what people do. */
const standing = (state: NightState): Version | null =>
  hasBegun(state) ? shown(state.covering) : newest(state.covering)

export function coverNightOf(
  raw: Plan,
  state: NightState,
  now: Instant,
  settled: Settled = unsettled,
  loads: Loads = nobodys,
): CoverNight {
  return new NightMaker(raw, state, now, loads).night(settled)
}

class NightMaker {
  readonly #plan: Plan
  readonly #state: NightState
  readonly #now: Instant
  readonly #clock: number
  readonly #spots: readonly Spot[]
  readonly #covers: Covers
  readonly #today: string
  readonly #competences: ReadonlyMap<PersonId, readonly Competence[]>
  readonly #able: ReadonlyMap<PersonId, ReadonlySet<string>>
  readonly #loads: Loads
  readonly #paired: ReadonlySet<ObligationId>

  constructor(raw: Plan, state: NightState, now: Instant, loads: Loads) {
    this.#loads = loads
    this.#plan = asOrdered(raw, state)
    this.#state = state
    this.#now = now
    this.#clock = Math.round(showClock(raw, state, now) * 60)
    this.#spots = spotsOf(this.#plan)
    this.#paired = new Set(pairsOf(this.#spots).flatMap(({ ends }) => ends.map(({ one }) => one.id)))
    this.#covers = this.#plan.show.covers ?? noCovers
    // A show that goes on past midnight is still this performance: what was good at its curtain is good to its end.
    const { opened } = state.calling
    this.#today = dayOf(opened?.curtainAt ?? now, opened?.timeZone ?? this.#plan.show.timeZone)
    this.#competences = grouped(competencesOf(this.#plan.show), ({ person }) => person)
    const certificates = grouped(this.#covers.certificates.filter(this.#holds), ({ person }) => person)
    this.#able = new Map(
      [...certificates].map(([person, all]) => [person, new Set(all.map(({ what }) => what))]),
    )
  }

  readonly #holds = ({ until }: { readonly until?: string | undefined }): boolean =>
    until === undefined || until >= this.#today

  night({ locks, bans }: Settled): CoverNight {
    const { show } = this.#plan
    const begun = hasBegun(this.#state)
    return {
      travel: this.#travel(),
      people: show.people.map((person) => this.#person(person)),
      obligations: this.#spots.map((spot) => ({ ...obligationOf(spot), ...needsOf(show, spot) })),
      means: meansOf(show),
      lifts: liftsOf(this.#spots),
      cleared: this.#covers.clearances
        .filter(this.#holds)
        .flatMap(({ people: [one, other] }) => (one && other ? [[one, other] as const] : [])),
      replots: this.#covers.replots.flatMap((one) => this.#replot(one)),
      locks: this.#possible([...this.#rules(this.#covers.locks), ...locks]),
      bans: [
        ...this.#rules(this.#covers.bans),
        ...bans,
        ...show.people.flatMap(({ id }) => this.#cannot(id)),
      ],
      now: begun ? this.#clock : null,
      inForce: this.#inForce(begun ? this.#clock : 0),
      release: 'policy',
      ...(this.#covers.levels ? { levels: this.#covers.levels } : {}),
    }
  }

  /** Whoever is back since has their own again, from now on. */
  #inForce(now: number): readonly Assigned[] {
    const version = standing(this.#state)
    if (version === null) return []
    const back = new Set(
      this.#state.absence.people
        .filter(({ words }) => words.at(-1)?.word === null && (words.at(-1)?.at ?? 0) >= version.at)
        .map(({ person }) => person),
    )
    const again = this.#spots.filter(({ owner, from }) => back.has(owner) && from >= now).map(({ id }) => id)
    const own = new Set<string>(again)
    return assignedOf(this.#spots, version.changes).filter(({ obligation }) => !own.has(obligation))
  }

  #travel(): CoverNight['travel'] {
    const { venue } = this.#plan.show
    const replots = this.#covers.replots.flatMap(({ changes }) =>
      changes.flatMap(({ placeIn, placeOut }) => [placeIn ?? [], placeOut ?? []].flat()),
    )
    const places = [
      ...new Set([...this.#spots.flatMap(({ placeIn, placeOut }) => [placeIn, placeOut]), ...replots]),
    ]
    return places.flatMap((from) =>
      places.filter((to) => to !== from).map((to) => ({ from, to, seconds: walkSeconds(venue, from, to) })),
    )
  }

  #person({ id }: Person): CoverPerson {
    const limit = this.#covers.limits.find(({ person }) => person === id)
    const known = (this.#competences.get(id) ?? []).filter(this.#holds)
    const own = (this.#covers.splits ?? []).filter(({ person }) => person === id)
    const planned = own.length === 0 ? [] : this.#spots.filter((spot) => own.some(isIn(spot)))
    const knows =
      known.length + own.length === 0 ? [] : this.#spots.filter((spot) => this.#knows(id, spot, planned))
    const load = this.#loads.get(id) ?? 0
    return {
      id,
      ...this.#here(absenceOf(this.#state.absence, id)?.word ?? null),
      knows: knows.map((spot) => spot.id),
      covers: [...new Set(known.filter(isWhole).map(({ track }) => track))],
      preference: preferenceOf(known),
      ...(limit?.lastResort ? { lastResort: true } : {}),
      ...(limit?.most === undefined ? {} : { most: limit.most }),
      ...(planned.length === 0 ? {} : { planned: planned.map((spot) => spot.id) }),
      ...(load === 0 ? {} : { load }),
    }
  }

  /** Those who are away from the start, and from when on the others are not there, or are. */
  #here(word: Availability | null): Pick<CoverPerson, 'out' | 'outFrom' | 'readyAt'> {
    switch (word?.as) {
      case 'out':
      case 'sent-home':
        return { out: true }
      case 'out-from':
        return { outFrom: this.#startOf(word.item) }
      case 'ready-at':
        return { readyAt: this.#clockAt(word.at) }
      case 'off-site':
        return { readyAt: this.#clockAt(word.until) }
      default:
        return {}
    }
  }

  #startOf(item: string): number {
    const found = this.#plan.timeline.items.find(({ id }) => id === item)
    return found ? Math.round(clockOf(this.#plan.timeline, found.starts) * 60) : 0
  }

  #clockAt(time: Instant): number {
    return Math.max(0, this.#clock + Math.round((time - this.#now) / 1000))
  }

  /** Their own that somebody who is here does without tonight. */
  #cannot(person: PersonId): CoverNight['bans'] {
    const word = absenceOf(this.#state.absence, person)?.word ?? null
    if (word === null) return []
    const cannot = this.#spots.filter((spot) => isBeyond(word, spot, this.#here(word).readyAt ?? 0))
    return cannot.map(({ id }) => ({ obligation: id, person }))
  }

  /** What is theirs in a split made beforehand they have rehearsed. */
  #knows(person: PersonId, spot: Spot, planned: readonly Spot[]): boolean {
    const said = narrowest(this.#competences.get(person) ?? [], spot)
    // Where the narrowest word on it has run out, a wider one does not stand in for it.
    const shared = planned.includes(spot) && said.every(isOfTrack)
    const level = said.find(this.#holds)?.level ?? (shared ? 'rehearsed' : null)
    if (level === null || level === 'never') return false
    if (level === 'words' && !spot.obligations.every(({ kind }) => voices.includes(kind))) return false
    // Whom they lift or fight with is asked of the pair, by its clearance; where no pair is written down, of them.
    const needs = spot.obligations.flatMap(({ id, needs = [] }) =>
      this.#paired.has(id) ? needs.filter((need) => !isOfPair(need)) : needs,
    )
    return needs.every((need) => this.#able.get(person)?.has(need) === true)
  }

  #rules(rules: readonly CoverRule[]): readonly { obligation: string; person: string }[] {
    return rules.flatMap(({ person, track, item }) =>
      this.#spots
        .filter((spot) => spot.track === track && (item === undefined || spot.item === item))
        .filter((spot) => this.#opens(spot))
        .map(({ id }) => ({ obligation: id, person })),
    )
  }

  /** What is settled for covering says nothing while whoever owns it does it. */
  #opens({ owner }: Spot): boolean {
    return absenceOf(this.#state.absence, owner) !== null
  }

  /** A lock on somebody who is not there tonight keeps nobody else from it; the newest of two counts. */
  #possible(locks: readonly { obligation: string; person: string }[]): CoverNight['locks'] {
    const people = new Map<string, Person>(this.#plan.show.people.map((one) => [one.id, one]))
    const last = new Map(locks.map((one) => [one.obligation, one]))
    return [...last.values()].filter(({ person }) => {
      const known = people.get(person)
      const word = known && absenceOf(this.#state.absence, known.id)?.word
      return known !== undefined && word?.as !== 'out' && word?.as !== 'sent-home'
    })
  }

  #replot({ id, title, cost, changes }: Covers['replots'][number]): readonly Replot[] {
    const spots = changes.map((change) => ({ change, spot: this.#spotWith(change.obligation) }))
    if (spots.some(({ spot }) => spot === undefined)) return []
    return [
      {
        ...{ id, title, cost },
        changes: spots.flatMap(({ change, spot }) => {
          if (!spot) return []
          const { placeIn, placeOut, later = 0, also } = change
          const moved = later === 0 ? {} : { from: spot.from + later, to: spot.to + later }
          return [{ obligation: spot.id, ...moved, placeIn, placeOut, also }]
        }),
      },
    ]
  }

  #spotWith(obligation: ObligationId): Spot | undefined {
    return this.#spots.find((spot) => spot.obligations.some(({ id }) => id === obligation))
  }
}

const isIn =
  (spot: Spot) =>
  ({ track, item }: CoverRule): boolean =>
    spot.track === track && (item === undefined || spot.item === item)

const isOfTrack = ({ item, obligation }: Competence): boolean =>
  item === undefined && obligation === undefined

const isWhole = (one: Competence): boolean => isOfTrack(one) && one.level !== 'never' && one.level !== 'words'

/** The words on it that are narrowest; none where there are none. */
function narrowest(known: readonly Competence[], spot: Spot): readonly Competence[] {
  const own = known.filter(({ track }) => track === spot.track)
  const ids = new Set<string>(spot.obligations.map(({ id }) => id))
  const ofOne = own.filter(({ obligation }) => obligation !== undefined && ids.has(obligation))
  if (ofOne.length > 0) return ofOne
  const wider = own.filter(({ obligation }) => obligation === undefined)
  const ofNumber = wider.filter(({ item }) => item === spot.item)
  return ofNumber.length > 0 ? ofNumber : wider.filter(isOfTrack)
}

const preferenceOf = (known: readonly Competence[]): CoverPerson['preference'] =>
  Object.fromEntries(known.filter(isWhole).map((one) => [one.track, one.preference ?? PREFERENCE[one.level]]))

function isBeyond(word: Availability, { obligations, from }: Spot, readyAt: number): boolean {
  if (word.as === 'ready-at' || word.as === 'off-site') return from < readyAt
  if (word.as !== 'limited') return false
  return word.without === 'no-lifts'
    ? obligations.some(({ kind }) => lifting.includes(kind))
    : !obligations.every(({ kind }) => voices.includes(kind))
}

const obligationOf = (spot: Spot): CoverObligation => ({
  id: spot.id,
  track: spot.track,
  owner: spot.owner,
  number: spot.item,
  from: spot.from,
  to: spot.to,
  placeIn: spot.placeIn,
  placeOut: spot.placeOut,
  costume: spot.costume,
  change: spot.change,
  tier: spot.tier,
})

/** By spot: what of a plan is not as in the book. */
function assignedOf(spots: readonly Spot[], changes: readonly CoverChange[]): readonly Assigned[] {
  const doing = doingOf(changes)
  return spots.flatMap(({ id, obligations }) => {
    const changed = obligations.map((one) => doing(one.id)).find((person) => person !== undefined)
    return changed === undefined ? [] : [{ obligation: id, person: changed }]
  })
}

/** A plan of spots as a plan of obligations: only what is not as in the book. */
export function changesOf(raw: Plan, state: NightState, plan: CoverPlan): readonly CoverChange[] {
  const people = new Map<string, PersonId>(raw.show.people.map(({ id }) => [id, id]))
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const done = spotsOf(asOrdered(raw, state)).map(({ id, owner, obligations }) => {
    const person = who.has(id) ? (who.get(id) ?? null) : owner
    return { owner, obligations, person: person === null ? null : (people.get(person) ?? null) }
  })
  const changed = new Set(
    done.flatMap(({ owner, obligations, person }) =>
      person === owner ? [] : obligations.map((one) => one.id),
    ),
  )
  return done.flatMap(({ obligations, person }) =>
    obligations
      .filter((one) => changed.has(one.id) || isChangedFirst(changed, one.id))
      .map((one) => ({ obligation: one.id, person })),
  )
}

/** The other way round, whole: one row for each spot. Null where two people would share one. */
export function planOfChanges(
  raw: Plan,
  state: NightState,
  changes: readonly CoverChange[],
  replots: readonly string[],
): CoverPlan | null {
  const doing = doingOf(changes)
  const spots = spotsOf(asOrdered(raw, state))
  const assignments = spots.map(({ id, owner, obligations }) => {
    const people = new Set(obligations.map((one) => doerIn(doing, one.id, owner)))
    const [person = null] = people
    return people.size > 1 ? null : { obligation: id, person }
  })
  const known = new Set<string>(spots.flatMap(({ obligations }) => obligations.map(({ id }) => id)))
  if (assignments.includes(null) || changes.some(({ obligation }) => !known.has(obligation))) return null
  return { assignments: assignments.flatMap((one) => one ?? []), replots }
}
