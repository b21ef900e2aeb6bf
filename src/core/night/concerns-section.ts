// What is asked, of the person it is put to and at the side where it is due; and all of a concern, for who leads it.

import type { Viewer } from '../disclosure/policy.ts'
import { RAISED_BY_ONE_MAX } from '../presence/commands.ts'
import { type Ask, type Concern, isOpen, nextRung, stateOf } from '../presence/concern.ts'
import { lastWords, neverSeen, type Sighting } from '../presence/sightings.ts'
import type { Person, PersonId, PlaceId, Show } from '../show/show.ts'
import { mayFind } from './caring.ts'
import { coversOf, LOGGING_PERFORMANCES, modeOf, placesAtSide } from './concern-world.ts'
import { COVER_RUNG } from './covers-section.ts'
import type { NightState, Plan } from './night.ts'
import type { AskLine, AsksSection, ConcernLine, ConcernsSection, Seen } from './presence-sections.ts'
import { goesInTwos } from './two-go.ts'

/** Of a person: what was put to them. Of a screen at a side: what is asked about whoever is due there. */
export function asksSection(plan: Plan, state: NightState, viewer: Viewer): AsksSection {
  const words = new Words(plan, state)
  const here = new Set<PlaceId>(placesAtSide(plan.show, viewer.place))
  const asks = state.presence.concerns.concerns
    .filter((one) => isOpen(one) && !words.isSeenSince(one))
    .flatMap((one) => {
      const ask = viewer.person === null ? atSide(one, here) : putTo(one, viewer.person)
      return ask === undefined ? [] : [words.ask(one, ask)]
    })
  return { asks }
}

/** The newest that waits for their word; while they look, the one they said that to. */
function putTo({ asks, looking, held }: Concern, person: PersonId): Ask | undefined {
  const own = asks.filter((ask) => ask.person === person && !ask.passedOn)
  const waits = own.findLast(({ answer }) => answer === null)
  if (waits || held !== null) return waits
  return looking?.person === person ? own.at(-1) : undefined
}

function atSide({ asks, place, held }: Concern, here: ReadonlySet<PlaceId>): Ask | undefined {
  if (place === null || !here.has(place) || held !== null) return undefined
  return asks.findLast(({ answer }) => answer === null) ?? asks.at(-1)
}

/** Unfound: from the rung on at which cover is drafted, the company manager's part. */
type Part = 'all' | 'unfound' | { readonly wardsOf: PersonId }

export function concernsSection(plan: Plan, state: NightState, part: Part): ConcernsSection {
  const words = new Words(plan, state)
  const { concerns, raised, blind } = state.presence.concerns
  if (typeof part === 'object') return concernsOfWards(plan, state, part.wardsOf)
  const seen = concerns.filter(({ rung }) => part === 'all' || rung >= COVER_RUNG)
  const number = state.calling.opened?.number ?? 0
  const mode = modeOf(state)
  return {
    mode,
    logging: mode === 'logging' ? { performances: number, of: LOGGING_PERFORMANCES } : null,
    concerns: seen.filter(isOpen).map((one) => words.concern(one)),
    ended: seen.flatMap(({ concern, person, ended, judged }) =>
      ended === null ? [] : [{ concern, name: words.name(person), at: ended.at, judged }],
    ),
    blind,
    noisy: [...new Set(raised.map(({ by }) => by))]
      .filter((by) => raised.filter((one) => one.by === by).length >= RAISED_BY_ONE_MAX)
      .map((by) => words.name(by as PersonId)),
  }
}

/** To whoever looks after them: what is asked about the children, and by whom it is being looked into. Covers are not theirs. */
function concernsOfWards(plan: Plan, state: NightState, chaperone: PersonId): ConcernsSection {
  const words = new Words(plan, state)
  const wards = new Set(plan.show.people.filter((one) => one.chaperone === chaperone).map(({ id }) => id))
  const theirs = state.presence.concerns.concerns.filter((one) => isOpen(one) && wards.has(one.person))
  const concerns = theirs.map((one) => ({ ...words.concern(one), covers: [] }))
  return { mode: modeOf(state), logging: null, concerns, ended: [], blind: [], noisy: [] }
}

class Words {
  readonly #show: Show
  readonly #people: ReadonlyMap<string, Person>
  readonly #last: ReturnType<typeof lastWords>

  constructor({ show }: Plan, { presence }: NightState) {
    this.#show = show
    this.#people = new Map(show.people.map((one) => [one.id, one]))
    this.#last = lastWords(presence.sightings)
  }

  name(person: PersonId): string {
    return this.#people.get(person)?.callName ?? 'A screen'
  }

  #place(place: PlaceId | null): string | null {
    return this.#show.venue.places.find(({ id }) => id === place)?.code ?? null
  }

  #lastSeen(person: PersonId): Sighting | null {
    return (this.#last.get(person) ?? neverSeen).confirmed
  }

  isSeenSince({ person, openedAt }: Concern): boolean {
    const last = this.#lastSeen(person)
    return last !== null && last.saidAt >= openedAt
  }

  #seen(person: PersonId): Seen | null {
    const last = this.#lastSeen(person)
    if (last === null) return null
    const by = last.witness === null ? null : this.name(last.witness)
    return { sighting: last.seq, how: last.how, at: last.saidAt, place: this.#place(last.place), by }
  }

  /** Where to look: for an ask where they are due; for who goes, where they were last. */
  ask(one: Concern, { ask, rung, person }: Ask): AskLine {
    const last = this.#lastSeen(one.person)
    const look = rung >= 3
    const mayKnow = look && mayFind(this.#show, person, one.person)
    const place = this.#place(mayKnow ? (last?.place ?? one.place) : one.place)
    return {
      concern: one.concern,
      version: one.version,
      ask,
      name: this.name(one.person),
      place,
      dueAt: one.dueAt,
      look,
      lookingUntil: one.looking?.person === person ? one.looking.until : null,
      inTwos: look && goesInTwos(this.#show, one.person, last?.place ?? one.place),
      ownNextDue: null,
    }
  }

  concern(one: Concern): ConcernLine {
    const next = nextRung(one)
    const { concern, version, person, rung, dueAt, because, held, looking } = one
    const of = this.#people.get(person)
    return {
      ...{ concern, version, person, rung, dueAt, because },
      name: of?.callName ?? '',
      state: stateOf(one),
      due: one.due === null ? null : (because[0]?.name ?? null),
      place: this.#place(one.place),
      lastSeen: this.#seen(person),
      nextAt: next?.at ?? null,
      next: next?.rung ?? null,
      asked: one.asks.map(({ person: whom, passedOn: _, ...ask }) => ({ ...ask, name: this.name(whom) })),
      skipped: one.skipped.map((skip) => ({ name: this.name(skip.person), because: skip.because })),
      looking: looking && { name: this.name(looking.person), until: looking.until },
      keyHolder: null,
      with: held?.by && held.by !== person ? this.name(held.by) : null,
      covers: coversOf(this.#show, person).map((cover) => ({
        person: cover,
        name: this.name(cover),
        called: one.covers.includes(cover),
      })),
    }
  }
}
