// The last words on somebody as a screen shows them, and the steps in which what depends on time is computed again.

import { type Instant, instant } from '../kit/time.ts'
import type { Sighting } from '../presence/sightings.ts'
import type { PersonId, PlaceId, Show } from '../show/show.ts'
import type { Seen } from './presence-sections.ts'

/** So that all who see the same are sent the same bytes, whenever they came in. */
export const SECTION_STEP_MS = 15_000

export const stepOf = (now: Instant): Instant => instant(Math.floor(now / SECTION_STEP_MS) * SECTION_STEP_MS)

/** Names by id, looked up once for a whole section. */
export class Names {
  readonly #people: ReadonlyMap<string, Show['people'][number]>
  readonly #places: ReadonlyMap<string, string>

  readonly #childPlaces: boolean

  constructor({ people, venue }: Show, childPlaces = false) {
    this.#childPlaces = childPlaces
    this.#people = new Map(people.map((one) => [one.id, one]))
    this.#places = new Map(venue.places.map(({ id, code }) => [id, code]))
  }

  isHidden(person: PersonId): boolean {
    return !this.#childPlaces && this.#people.get(person)?.minor === true
  }

  callName(person: PersonId | null): string | null {
    return person === null ? null : (this.#people.get(person)?.callName ?? null)
  }

  place(place: PlaceId | null): string | null {
    return place === null ? null : (this.#places.get(place) ?? null)
  }

  child(person: PersonId): { readonly chaperone: string | null } | null {
    const found = this.#people.get(person)
    return found?.minor === true ? { chaperone: this.callName(found.chaperone ?? null) } : null
  }

  /** `of`: whom it is told of; the place of a child only to those who may know it. */
  seen(sighting: Sighting | null, of: PersonId): Seen | null {
    if (sighting === null) return null
    const { seq, how, saidAt, place, witness } = sighting
    const where = this.isHidden(of) ? null : this.place(place)
    return { sighting: seq, how, at: saidAt, place: where, by: this.callName(witness) }
  }
}
