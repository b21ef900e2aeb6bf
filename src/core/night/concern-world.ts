// Tonight as concerns must know it: who is quiet, who could be asked, and when what is due comes. Nothing of it is kept.

import { statusOf } from '../attendance/state.ts'
import { heldSince } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import type { Candidate, PassedOver } from '../presence/candidates.ts'
import type { World } from '../presence/climb.ts'
import type { Mode } from '../presence/commands.ts'
import type { Due } from '../presence/due.ts'
import { lastWords, neverSeen } from '../presence/sightings.ts'
import type { EngagementKind, Obligation, PersonId, PlaceId, Show, TrackId } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { Caring, mayFind } from './caring.ts'
import { dues } from './dues.ts'
import type { NightState, Plan } from './night.ts'
import { clockOf } from './planned-dues.ts'
import { showClock } from './show-clock.ts'
import { goesInTwos } from './two-go.ts'

/** The first performances of a production: everything is worked out and written down, and nobody is asked. */
export const LOGGING_PERFORMANCES = 3
/** A place tells of people as long as it has told of anybody so lately. */
export const TELLS_MS = 10 * 60_000

export const modeOf = ({ presence, calling }: NightState): Mode =>
  presence.concerns.mode ?? ((calling.opened?.number ?? 1) <= LOGGING_PERFORMANCES ? 'logging' : 'quiet')

/** Everywhere on the side of the stage that this place is on. */
export function placesAtSide({ venue }: Show, place: PlaceId | null): readonly PlaceId[] {
  const side = venue.places.find(({ id }) => id === place)?.side
  return side === undefined ? [] : venue.places.filter((one) => one.side === side).map(({ id }) => id)
}

const coverKinds: readonly EngagementKind[] = ['understudy', 'standby', 'alternate', 'swing']

/** Named covers in the order of the plan, understudies first. */
export function coversOf({ engagements }: Show, person: PersonId): readonly PersonId[] {
  const named = engagements
    .filter((one) => coverKinds.includes(one.kind) && one.person !== person)
    .toSorted((a, b) => coverKinds.indexOf(a.kind) - coverKinds.indexOf(b.kind))
  return [...new Set(named.map((one) => one.person))]
}

const onStageKinds: readonly Obligation['kind'][] = ['appear', 'specialty', 'lift', 'fly', 'lead vocal']

/** One time on stage, in a lift or in a change, in minutes of the show clock. */
type Span = {
  readonly person: PersonId
  readonly from: number
  readonly to: number
  readonly as: Extract<PassedOver, 'on stage' | 'in a lift' | 'in a change'>
  readonly placeOut: PlaceId | null
}

export function worldOf(plan: Plan, state: NightState, now: Instant): World {
  return new Tonight(plan, state, now).world()
}

class Tonight {
  readonly #plan: Plan
  readonly #state: NightState
  readonly #now: Instant
  readonly #clock: number
  readonly #dues: readonly Due[]
  readonly #spans: readonly Span[]
  readonly #last: ReturnType<typeof lastWords>
  readonly #kinds: ReadonlyMap<PersonId, readonly EngagementKind[]>

  constructor(plan: Plan, state: NightState, now: Instant) {
    this.#plan = plan
    this.#state = state
    this.#now = now
    this.#clock = showClock(plan, state, now)
    this.#dues = dues(plan, state, now).filter(({ at }) => at >= now)
    this.#spans = spansIn(plan)
    this.#last = lastWords(state.presence.sightings)
    this.#kinds = kindsOf(plan.show)
  }

  world(): World {
    const { presence, calling } = this.#state
    const sightings = presence.sightings.list
    return {
      now: this.#now,
      mode: modeOf(this.#state),
      held: heldSince(calling) !== null || calling.acts.length === 0,
      dues: this.#dues,
      seenAt: (person) => this.#seen(person)?.saidAt ?? null,
      quietFor: (person) => this.#quietFor(person),
      candidates: (about, until) => this.#candidates(about, until),
      inTwos: ({ person, place }) => goesInTwos(this.#plan.show, person, this.#seen(person)?.place ?? place),
      sourceOf: ({ place }) => this.#sideOf(place),
      tells: (source) =>
        sightings.some(
          ({ place, saidAt }) => this.#now - saidAt < TELLS_MS && this.#sideOf(place) === source,
        ),
    }
  }

  #seen(person: PersonId) {
    return (this.#last.get(person) ?? neverSeen).confirmed
  }

  #sideOf(place: PlaceId | null): string | null {
    return this.#plan.show.venue.places.find(({ id }) => id === place)?.side ?? null
  }

  #status(person: PersonId) {
    const known = this.#state.attendance.people.find((one) => one.person === person)
    return known ? statusOf(known.marks) : null
  }

  /** Since they were seen or came off, at the earliest since the first act went up. */
  #quietFor(person: PersonId): number | null {
    const seen = this.#seen(person)
    const status = this.#status(person)
    if (status !== 'in' && !(status === null && seen !== null)) return null
    let since = Math.max(0, seen?.clock ?? 0)
    for (const { person: whose, from, to, as } of this.#spans) {
      if (whose !== person || as === 'in a change' || from > this.#clock) continue
      since = Math.max(since, Math.min(to, this.#clock))
    }
    return this.#clock - since
  }

  /** Who stands where they would come first, then whoever dresses or meets them, then whoever can walk. */
  #candidates(
    about: { readonly person: PersonId; readonly place: PlaceId | null },
    until: Instant,
  ): readonly Candidate[] {
    const side = this.#sideOf(about.place)
    const close = this.#close(about.person)
    const caring = new Caring(this.#plan.show, (person) => this.#status(person) === 'in')
    const ranked = this.#plan.show.people
      .filter(({ id, minor }) => id !== about.person && minor !== true)
      .map(({ id }) => {
        const place = this.#whereabouts(id)
        const rank = this.#rank(id, side !== null && this.#sideOf(place) === side, close)
        return { id, place, rank: caring.rank(id, about.person) ?? rank }
      })
      .filter(({ rank }) => rank < UNSUITED)
      .toSorted((a, b) => a.rank - b.rank)
    return ranked.map(({ id, place }) => ({
      person: id,
      place,
      busy: this.#busy(id, until),
      bound: this.#isBound(id) || caring.isBound(id),
      mayFindChild: mayFind(this.#plan.show, id, about.person),
    }))
  }

  #rank(person: PersonId, atSide: boolean, close: ReadonlySet<PersonId>): number {
    const kinds = this.#kinds.get(person) ?? []
    if (this.#calls(person)) return UNSUITED
    if (kinds.includes('stage management')) return atSide ? 0 : 3
    if (close.has(person)) return 1
    if (kinds.includes('dresser')) return atSide ? 2 : 4
    if (kinds.includes('crew')) return atSide ? 2 : 5
    return kinds.includes('management') ? 6 : UNSUITED
  }

  /** Whoever calls is not asked: the desk has its own line. */
  #calls(person: PersonId): boolean {
    return this.#state.calling.called.at(-1)?.by === person
  }

  /** Who dresses them, and who does something together with them. */
  #close(person: PersonId): ReadonlySet<PersonId> {
    const { changes, obligations, tracks } = this.#plan.show
    const own = new Set<TrackId>(tracks.flatMap(({ id, owner }) => (owner === person ? [id] : [])))
    const others = [
      ...changes.flatMap(({ track, dressers }) => (own.has(track) ? dressers : [])),
      ...obligations.flatMap(({ track, partners }) => (own.has(track) ? (partners ?? []) : [])),
    ]
    return new Set(others.flatMap((track) => this.#owner(track) ?? []))
  }

  #owner(track: TrackId): PersonId | undefined {
    return this.#plan.show.tracks.find(({ id }) => id === track)?.owner
  }

  /** Where they last were for certain, or came off; else where they are due next. */
  #whereabouts(person: PersonId): PlaceId | null {
    const seen = this.#seen(person)
    if (seen?.place) return seen.place
    const off = this.#spans.findLast((one) => one.person === person && one.to <= this.#clock)
    return off?.placeOut ?? this.#dues.find((one) => one.person === person)?.place ?? null
  }

  #busy(person: PersonId, until: Instant): PassedOver | null {
    const status = this.#status(person)
    const staff = this.#kinds.get(person)?.includes('stage management') === true
    if (status !== 'in' && !(status === null && staff)) return 'not in'
    const span = this.#spans.findLast(
      (one) => one.person === person && one.from <= this.#clock && this.#clock < one.to,
    )
    if (span) return span.as
    const due = this.#dues.some((one) => one.person === person && one.kind !== 'call' && one.at <= until)
    return due ? 'due themself' : null
  }

  /** Operators stay where they are, and so does the only dresser. */
  #isBound(person: PersonId): boolean {
    const kinds = this.#kinds.get(person) ?? []
    if (kinds.includes('operator')) return true
    if (!kinds.includes('dresser')) return false
    return this.#plan.show.engagements.filter(({ kind }) => kind === 'dresser').length === 1
  }
}

const UNSUITED = 9

function kindsOf({ engagements }: Show): ReadonlyMap<PersonId, readonly EngagementKind[]> {
  const kinds = new Map<PersonId, EngagementKind[]>()
  for (const { person, kind } of engagements) kinds.set(person, [...(kinds.get(person) ?? []), kind])
  return kinds
}

/** By the plan alone: laid out once, and not at each look. */
const known = new WeakMap<Timeline, readonly Span[]>()

function spansIn(plan: Plan): readonly Span[] {
  const found = known.get(plan.timeline)
  if (found) return found
  const made = spansOf(plan)
  known.set(plan.timeline, made)
  return made
}

function spansOf({ show, timeline }: Plan): readonly Span[] {
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
