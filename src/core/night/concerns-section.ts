// All of a concern, for who leads it; from rung 4 on for the company manager. What is asked of people is in asks-section.ts.

import { CONCERNS_MAX, RAISED_BY_ONE_MAX } from '../presence/commands.ts'
import { type Concern, isOpen, nextRung, stateOf } from '../presence/concern.ts'
import { lastWords, neverSeen, type Sighting } from '../presence/sightings.ts'
import { countOf } from '../show/kinds.ts'
import type { Person, PersonId, PlaceId, Show } from '../show/show.ts'
import { coversOf, LOGGING_PERFORMANCES, modeOf } from './concern-world.ts'
import { COVER_RUNG } from './covers-section.ts'
import type { NightState, Plan } from './night.ts'
import type { ConcernLine, ConcernsSection, Seen } from './presence-sections.ts'

/** Unfound: from the rung on at which cover is drafted, the company manager's part. */
type Part = 'all' | 'unfound' | { readonly wardsOf: PersonId }

export function concernsSection(plan: Plan, state: NightState, part: Part): ConcernsSection {
  const words = new Words(plan, state)
  const { concerns, raised, blind } = state.presence.concerns
  if (typeof part === 'object') return concernsOfWards(plan, state, part.wardsOf)
  const seen = concerns.filter(({ rung }) => part === 'all' || rung >= COVER_RUNG)
  const number = countOf(state.calling.opened?.number ?? 0)
  const mode = modeOf(state)
  return {
    mode,
    logging: mode === 'logging' ? { performances: number, of: LOGGING_PERFORMANCES } : null,
    concerns: seen.filter(isOpen).map((one) => words.concern(one)),
    ended: seen.flatMap(({ concern, person, ended, judged }) =>
      ended === null ? [] : [{ concern, name: words.name(person), at: ended.at, judged }],
    ),
    blind,
    full: concerns.length >= CONCERNS_MAX,
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
  return { mode: modeOf(state), logging: null, concerns, ended: [], blind: [], noisy: [], full: false }
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
      // On several rungs it is the same person: once, with what was so last.
      skipped: [...new Map(one.skipped.map((skip) => [skip.person, skip])).values()].map(
        ({ person: whom, because: why }) => ({ person: whom, name: this.name(whom), because: why }),
      ),
      looking: looking && { name: this.name(looking.person), until: looking.until },
      keyHolder: one.locked === undefined ? null : (this.#show.venue.help?.keys ?? null),
      with: held?.by && held.by !== person ? this.name(held.by) : null,
      covers: coversOf(this.#show, person).map((cover) => ({
        person: cover,
        name: this.name(cover),
        called: one.covers.includes(cover),
      })),
    }
  }
}
