// Tonight as concerns must know it: who is quiet, who could be asked, and when what is due comes. Nothing of it is kept.

import { heldSince } from '../calling/state.ts'
import { duration, type Instant, later, minutes } from '../kit/time.ts'
import type { Candidate, PassedOver } from '../presence/candidates.ts'
import type { Source, World } from '../presence/climb.ts'
import type { Mode } from '../presence/commands.ts'
import type { Due } from '../presence/due.ts'
import { LEAD_MS } from '../presence/ladder.ts'
import { countOf } from '../show/kinds.ts'
import type { EngagementKind, PersonId, PlaceId, Show } from '../show/show.ts'
import { Caring, mayFind } from './caring.ts'
import { type Heard, heardIn } from './heard.ts'
import type { NightState, Plan } from './night.ts'
import { onTheBook } from './on-the-book.ts'
import { factsOf, type KnownDue, type PlanFacts } from './plan-facts.ts'
import { showClock } from './show-clock.ts'
import { Silences } from './silences.ts'
import { tonight } from './tonight.ts'
import { goesInTwos } from './two-go.ts'
import { hasPost } from './wing-posts.ts'

/** The first performances of a production: everything is worked out and written down, and nobody is asked. */
export const LOGGING_PERFORMANCES = 3
/** A place tells of people as long as it has told of anybody so lately. */
const TELLS_MS = 10 * 60_000

/** Nothing is heard of its screens, and nobody told of anybody there by other means for so long. */
const ELSEWHERE_MS = 3 * 60_000

export const modeOf = ({ presence, calling }: NightState): Mode =>
  presence.concerns.mode ??
  (countOf(calling.opened?.number ?? 1) <= LOGGING_PERFORMANCES ? 'logging' : 'quiet')

/** Everywhere on the side of the stage that this place is on. */
export function placesAtSide({ venue }: Show, place: PlaceId | null): readonly PlaceId[] {
  const side = venue.places.find(({ id }) => id === place)?.side
  return side === undefined ? [] : venue.places.filter((one) => one.side === side).map(({ id }) => id)
}

const coverKinds: readonly EngagementKind[] = ['understudy', 'standby', 'alternate', 'swing']

/** Those of their own tracks, in the order in which each goes on; then whoever covers, understudies first. */
export function coversOf({ engagements, tracks }: Show, person: PersonId): readonly PersonId[] {
  const own = tracks.filter((one) => one.owner === person).flatMap((one) => one.covers ?? [])
  const named = engagements
    .filter((one) => coverKinds.includes(one.kind) && one.person !== person)
    .toSorted((a, b) => coverKinds.indexOf(a.kind) - coverKinds.indexOf(b.kind))
  return [...new Set([...own, ...named.map((one) => one.person)])]
}

export type Unheard = ReadonlySet<string>
export type NightWorld = World & {
  /** For which this person is needed next. */
  readonly nextDue: (person: PersonId) => Due | null
}

/** `unheard`: sides of the stage whose screens have not been heard of, as the server knows it. */
export function worldOf(plan: Plan, state: NightState, now: Instant, unheard: Unheard = NOBODY): NightWorld {
  return new Tonight(plan, state, { now, unheard }).world()
}

const NOBODY: Unheard = new Set()

/** Where whoever is asked must be next themself: so that they know how long they have. */
export function ownNextDue(
  plan: Plan,
  state: NightState,
  person: PersonId,
  now: Instant,
): { readonly title: string; readonly at: Instant; readonly place: PlaceId | null } | null {
  const clock = showClock(plan, state, now)
  const { duesOf } = factsOf(tonight(plan, state), state.calling.opened?.country ?? null)
  const next = duesOf(person).find((due) => due.clock >= clock)
  return next ? { title: next.title, at: later(now, minutes(next.clock - clock)), place: next.place } : null
}

class Tonight {
  readonly #plan: Plan
  readonly #state: NightState
  readonly #now: Instant
  readonly #unheard: Unheard
  readonly #clock: number
  readonly #facts: PlanFacts
  readonly #heard: Heard
  readonly #silences: Silences

  constructor(raw: Plan, state: NightState, { now, unheard }: { now: Instant; unheard: Unheard }) {
    const plan = tonight(raw, state)
    this.#plan = plan
    this.#state = state
    this.#now = now
    this.#unheard = unheard
    this.#clock = showClock(raw, state, now)
    this.#facts = factsOf(plan, state.calling.opened?.country ?? null)
    this.#heard = heardIn(state.presence.sightings, this.#facts)
    this.#silences = new Silences({ facts: this.#facts, heard: this.#heard, state, now, clock: this.#clock })
  }

  world(): NightWorld {
    const { calling } = this.#state
    const before = calling.acts.length === 0
    return {
      ...{ now: this.#now, clock: this.#clock, before },
      mode: modeOf(this.#state),
      held: before || heldSince(calling) !== null,
      dues: this.#soon(),
      toCome: this.#toCome(),
      seenAt: (person) => this.#silences.seen(person)?.saidAt ?? null,
      silenceOf: (person) => this.#silences.of(person),
      silentFrom: (person, silence) => this.#silences.silentFrom(person, silence),
      wallMinutes: (person, silence) => this.#silences.wallMinutes(person, silence),
      candidates: (about, until) => this.#candidates(about, until),
      sources: this.#sources(),
      sourceOf: ({ place }) => this.#facts.sideOf(place),
      // An entrance that is on neither side is a wing of its own.
      wingOf: (place) => this.#facts.sideOf(place) ?? place,
      nextDue: (person) => {
        const next = this.#facts.duesOf(person).find(({ needed, clock }) => needed && clock >= this.#clock)
        return next ? this.#dueNow(next) : null
      },
      inTwos: ({ person, place }) =>
        goesInTwos(this.#plan.show, person, this.#silences.seen(person)?.place ?? place),
    }
  }

  #soon(): readonly Due[] {
    const until = this.#clock + LEAD_MS / 60_000
    return this.#facts.dues
      .filter(({ clock, needed }) => needed && clock > this.#clock && clock <= until + AHEAD)
      .map((due) => this.#dueNow(due))
  }

  #dueNow(due: KnownDue): Due {
    return { ...due, at: later(this.#now, minutes(due.clock - this.#clock)), spread: null }
  }

  /** Only in the order of the plan: whose last entrance is over is not looked for because of it. */
  #toCome(): World['toCome'] {
    const next = this.#facts.dues.filter(({ clock, needed }) => needed && clock > this.#clock)
    const places = new Map(next.toReversed().map(({ person, place }) => [person, place]))
    return [...places].map(([person, place]) => ({ person, place }))
  }

  #sources(): readonly Source[] {
    return this.#facts.sides.map((name) => {
      const said = this.#heard.lastSaid(name)
      const quiet = said === null ? Number.POSITIVE_INFINITY : this.#now - said
      // Whoever stands there may tap on a telephone instead.
      const unheard = this.#unheard.has(name) && quiet >= ELSEWHERE_MS
      return {
        ...{ name, silent: said === null, tells: quiet < TELLS_MS },
        blind: unheard || this.#silences.isBlind(name),
      }
    })
  }

  /** Who stands where they would come first, then whoever dresses or meets them, then whoever can walk. */
  #candidates(
    about: { readonly person: PersonId; readonly place: PlaceId | null },
    until: Instant,
  ): readonly Candidate[] {
    const side = this.#facts.sideOf(about.place)
    const close = this.#facts.closeTo(about.person)
    const caring = new Caring(this.#plan.show, (person) => this.#silences.status(person) === 'in')
    const ranked = this.#plan.show.people
      .filter(({ id, minor }) => id !== about.person && minor !== true)
      .map(({ id }) => {
        const place = this.#whereabouts(id)
        const atSide = side !== null && this.#facts.sideOf(place) === side
        const rank = this.#rank(id, atSide, close)
        return { id, place, rank: caring.rank(id, about.person) ?? rank }
      })
      .filter(({ rank }) => rank < UNSUITED)
      .toSorted((a, b) => a.rank - b.rank)
    return ranked.map(({ id, place }) => ({
      person: id,
      place,
      ...this.#hindered(id, until, caring),
      mayFindChild: mayFind(this.#plan.show, id, about.person),
    }))
  }

  #rank(person: PersonId, atSide: boolean, close: ReadonlySet<PersonId>): number {
    const kinds = this.#facts.kindsOf(person)
    if (this.#calls(person)) return UNSUITED
    if (kinds.includes('stage management')) return atSide ? 0 : 3
    if (close.has(person)) return 1
    if (kinds.includes('dresser')) return atSide ? 2 : 4
    if (kinds.includes('crew')) return atSide ? 2 : 5
    return kinds.includes('management') ? 6 : UNSUITED
  }

  /** Whoever calls is not asked: the desk has its own line. A desk may be nobody’s; then the plan tells who is on the book. */
  #calls(person: PersonId): boolean {
    return this.#state.calling.called.at(-1)?.by === person || onTheBook(this.#plan).has(person)
  }

  /** Where they last were for certain, or came off; else where they are due next. */
  #whereabouts(person: PersonId): PlaceId | null {
    const seen = this.#silences.seen(person)
    if (seen?.place) return seen.place
    const off = this.#facts.spansOf(person).findLast(({ to }) => to <= this.#clock)
    return off?.placeOut ?? this.#next(person)?.place ?? null
  }

  #next(person: PersonId): KnownDue | undefined {
    return this.#facts.duesOf(person).find(({ clock }) => clock >= this.#clock)
  }

  /** Stage management at work in its own wing looks up for a moment, and does not leave it. */
  #hindered(person: PersonId, until: Instant, caring: Caring): Pick<Candidate, 'busy' | 'bound'> {
    const busy = this.#busy(person, until)
    const bound = this.#isBound(person) || caring.isBound(person)
    const soon = later(this.#now, duration(LOOKS_UP_MS))
    if (busy !== 'due themself' || !hasPost(this.#plan, person)) return { busy, bound }
    return { busy: this.#busy(person, soon), bound: true }
  }

  #busy(person: PersonId, until: Instant): PassedOver | null {
    const status = this.#silences.status(person)
    const staff = this.#facts.kindsOf(person).includes('stage management')
    if (status !== 'in' && !(status === null && staff)) return 'not in'
    const span = this.#facts
      .spansOf(person)
      .findLast(({ from, to }) => from <= this.#clock && this.#clock < to)
    if (span) return span.as
    const free = this.#clock + (until - this.#now) / 60_000
    const due = this.#facts
      .duesOf(person)
      .some(({ kind, clock }) => kind !== 'call' && clock >= this.#clock && clock <= free)
    return due ? 'due themself' : null
  }

  /** Operators stay where they are, and so does the only dresser. */
  #isBound(person: PersonId): boolean {
    return this.#facts.kindsOf(person).includes('operator') || this.#facts.isOnlyDresser(person)
  }
}

const UNSUITED = 9
/** Nearer than this to something of their own nobody is asked. */
const LOOKS_UP_MS = 60_000
/** What is rounded to milliseconds is not missed by one. */
const AHEAD = 1 / 60
