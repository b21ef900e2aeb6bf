// Children and who looks after them, as a concern must know it: who is asked about a child, who may go to one, and who never leaves.

import type { PersonId, Show, TrackId } from '../show/show.ts'

/** Before everybody else who could be asked. */
const FIRST = -1
/** Another chaperone: after whoever stands where they are due, before whoever dresses anybody. */
const ALSO_CARES = 1.5

export class Caring {
  readonly #show: Show
  readonly #isIn: (person: PersonId) => boolean
  readonly #chaperones: ReadonlySet<PersonId>
  readonly #spotters: ReadonlySet<PersonId>

  constructor(show: Show, isIn: (person: PersonId) => boolean) {
    this.#show = show
    this.#isIn = isIn
    const engaged = show.engagements.filter(({ kind }) => kind === 'chaperone').map(({ person }) => person)
    this.#chaperones = new Set([...engaged, ...show.people.flatMap(({ chaperone }) => chaperone ?? [])])
    const tracks = new Set<TrackId>(show.cues.flatMap(({ spotter }) => spotter ?? []))
    this.#spotters = new Set(show.tracks.flatMap(({ id, owner }) => (tracks.has(id) && owner ? [owner] : [])))
  }

  /** Where they stand among those who could be asked; null where being a chaperone changes nothing. */
  rank(person: PersonId, about: PersonId): number | null {
    const child = this.#child(about)
    if (child === undefined) return null
    if (child.chaperone === person) return FIRST
    return this.#chaperones.has(person) ? ALSO_CARES : null
  }

  /** Whoever watches for a cue is at their post, and the only chaperone who is in never leaves the children. */
  isBound(person: PersonId): boolean {
    if (this.#spotters.has(person)) return true
    if (!this.#chaperones.has(person)) return false
    return ![...this.#chaperones].some((other) => other !== person && this.#isIn(other))
  }

  #child(about: PersonId): Show['people'][number] | undefined {
    return childOf(this.#show, about)
  }
}

const childOf = ({ people }: Pick<Show, 'people'>, person: PersonId): Show['people'][number] | undefined =>
  people.find(({ id, minor }) => id === person && minor === true)

/** Where exactly a child is, nobody is told but who looks after children, and stage management. */
export function mayFind({ people, engagements }: Show, person: PersonId, about: PersonId): boolean {
  if (childOf({ people }, about) === undefined) return true
  const kinds = engagements.filter((one) => one.person === person).map(({ kind }) => kind)
  const cares = people.some(({ chaperone }) => chaperone === person)
  return cares || kinds.includes('chaperone') || kinds.includes('stage management')
}
