// What a look at the night needs of its plan: laid out once for each plan, never at each look.

import type { PassedOver } from '../presence/candidates.ts'
import { type UsualSighting, usualSightings } from '../presence/usual.ts'
import type { Country, EngagementKind, Obligation, PersonId, PlaceId, Show, TrackId } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { plannedCalls } from './dues.ts'
import type { Plan } from './night.ts'
import { clockOf, type PlannedDue, plannedDues } from './planned-dues.ts'

/** One time on stage, in a lift or in a change, in minutes of the show clock. */
type Span = {
  readonly person: PersonId
  readonly from: number
  readonly to: number
  readonly as: Extract<PassedOver, 'on stage' | 'in a lift' | 'in a change'>
  readonly placeOut: PlaceId | null
}

/** A due by the plan alone: on the show clock, not yet on the clock on the wall. */
export type KnownDue = Omit<PlannedDue, 'index' | 'track' | 'with'>

export type PlanFacts = {
  /** In the order of the show clock. */
  readonly dues: readonly KnownDue[]
  readonly duesOf: (person: PersonId) => readonly KnownDue[]
  readonly dueOf: (key: string) => KnownDue | null
  /** In the order in which they end. */
  readonly spansOf: (person: PersonId) => readonly Span[]
  /** In the order of the show clock. */
  readonly usual: readonly UsualSighting[]
  readonly usualOf: (person: PersonId) => readonly UsualSighting[]
  readonly kindsOf: (person: PersonId) => readonly EngagementKind[]
  /** Those at which somebody is needed. */
  readonly sides: readonly string[]
  readonly sideOf: (place: PlaceId | null) => string | null
  /** Who dresses them, and who does something together with them. */
  readonly closeTo: (person: PersonId) => ReadonlySet<PersonId>
  /** There is one dresser, and this is who it is. */
  readonly isOnlyDresser: (person: PersonId) => boolean
}

const known = new WeakMap<Timeline, Map<Country | null, PlanFacts>>()

/** `country`: whose calls are given; null before a performance is open. */
export function factsOf(plan: Plan, country: Country | null): PlanFacts {
  const ofPlan = known.get(plan.timeline) ?? new Map<Country | null, PlanFacts>()
  known.set(plan.timeline, ofPlan)
  const found = ofPlan.get(country) ?? layOut(plan, country)
  ofPlan.set(country, found)
  return found
}

function layOut(plan: Plan, country: Country | null): PlanFacts {
  const { show } = plan
  const dues = [...plannedCalls(plan, country), ...plannedDues(plan).map(withoutPlan)].toSorted(
    (a, b) => a.clock - b.clock,
  )
  const sides = new Map<PlaceId, string | null>(show.venue.places.map(({ id, side }) => [id, side ?? null]))
  const sideOf = (place: PlaceId | null) => (place === null ? null : (sides.get(place) ?? null))
  const usual = usualSightings(dues, ({ place }) => sideOf(place)).toSorted((a, b) => a.at - b.at)
  const byKey = new Map(dues.map((due) => [due.key, due]))
  const kinds = new Map<PersonId, EngagementKind[]>()
  for (const { person, kind } of show.engagements) kinds.set(person, [...(kinds.get(person) ?? []), kind])
  const dressers = show.engagements.filter(({ kind }) => kind === 'dresser').map(({ person }) => person)
  const close = closeIn(show)
  return {
    ...{ dues, usual, sideOf },
    sides: [...new Set(dues.flatMap(({ needed, place }) => (needed ? (sideOf(place) ?? []) : [])))],
    duesOf: byPerson(dues),
    dueOf: (key) => byKey.get(key) ?? null,
    spansOf: byPerson(spansIn(plan)),
    usualOf: byPerson(usual),
    kindsOf: (person) => kinds.get(person) ?? [],
    closeTo: (person) => close.get(person) ?? NOBODY,
    isOnlyDresser: (person) => dressers.length === 1 && dressers[0] === person,
  }
}

const NOBODY: ReadonlySet<PersonId> = new Set()

const withoutPlan = ({ index: _index, track: _track, with: _with, ...due }: PlannedDue): KnownDue => due

function byPerson<Of extends { readonly person: PersonId }>(
  all: readonly Of[],
): (person: PersonId) => readonly Of[] {
  const of = new Map<PersonId, Of[]>()
  for (const one of all) {
    const list = of.get(one.person)
    if (list) list.push(one)
    else of.set(one.person, [one])
  }
  return (person) => of.get(person) ?? []
}

function closeIn({ changes, obligations, tracks }: Show): ReadonlyMap<PersonId, ReadonlySet<PersonId>> {
  const owners = new Map<TrackId, PersonId | undefined>(tracks.map(({ id, owner }) => [id, owner]))
  const close = new Map<PersonId, Set<PersonId>>()
  const meet = (track: TrackId, others: readonly TrackId[]) => {
    const person = owners.get(track)
    if (person === undefined) return
    const met = close.get(person) ?? new Set<PersonId>()
    close.set(person, met)
    for (const other of others) {
      const owner = owners.get(other)
      if (owner !== undefined) met.add(owner)
    }
  }
  for (const { track, dressers } of changes) meet(track, dressers)
  for (const { track, partners } of obligations) meet(track, partners ?? [])
  return close
}

const onStageKinds: readonly Obligation['kind'][] = ['appear', 'specialty', 'lift', 'fly', 'lead vocal']

function spansIn({ show, timeline }: Plan): readonly Span[] {
  const starts = new Map(timeline.items.map(({ id, starts: point }) => [id, point]))
  const owners = new Map(show.tracks.map(({ id, owner }) => [id, owner]))
  const span = (
    track: TrackId,
    { anchor, seconds, as, placeOut }: Pick<Obligation, 'anchor' | 'seconds' | 'placeOut'> & Pick<Span, 'as'>,
  ): Span[] => {
    const person = owners.get(track)
    const item = starts.get(anchor.item)
    if (!person || !item) return []
    const from = clockOf(timeline, { act: item.act, seconds: item.seconds + anchor.seconds })
    return [{ person, from, to: from + seconds / 60, as, placeOut: placeOut ?? null }]
  }
  const on = show.obligations
    .filter(({ kind }) => onStageKinds.includes(kind))
    .flatMap((one) =>
      span(one.track, { ...one, as: one.kind === 'lift' || one.kind === 'fly' ? 'in a lift' : 'on stage' }),
    )
  const changes = show.changes.flatMap(({ track, dressers, anchor, seconds }) =>
    [track, ...dressers].flatMap((one) =>
      span(one, { anchor, seconds, as: 'in a change', placeOut: undefined }),
    ),
  )
  return [...on, ...changes].toSorted((a, b) => a.to - b.to)
}
