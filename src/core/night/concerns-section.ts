// All of a concern, for who leads it; from rung 4 on for the company manager. What is asked of people is in asks-section.ts.

import { RAISED_BY_ONE_MAX } from '../presence/commands.ts'
import { type Concern, isOpen, nextRung, stateOf } from '../presence/concern.ts'
import { lastWords, neverSeen, type Sighting } from '../presence/sightings.ts'
import type { Person, PersonId, PlaceId, Show } from '../show/show.ts'
import { coversOf, LOGGING_PERFORMANCES, modeOf } from './concern-world.ts'
import type { NightState, Plan } from './night.ts'
import type { ConcernLine, ConcernsSection, Seen } from './presence-sections.ts'

/** `onlyUnfound`: from the rung on at which cover is drafted; the company manager's part. */
export function concernsSection(plan: Plan, state: NightState, onlyUnfound: boolean): ConcernsSection {
  const words = new Words(plan, state)
  const { concerns, raised, blind } = state.presence.concerns
  const seen = concerns.filter(({ rung }) => !onlyUnfound || rung >= 4)
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

  #seen(person: PersonId): Seen | null {
    const last = this.#lastSeen(person)
    if (last === null) return null
    const by = last.witness === null ? null : this.name(last.witness)
    return { sighting: last.seq, how: last.how, at: last.saidAt, place: this.#place(last.place), by }
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
