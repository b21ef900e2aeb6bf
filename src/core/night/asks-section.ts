// What is asked about somebody: of the person it is put to, and in the wing where it is due; and what whoever stays can say.

import type { Viewer } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { type Ask, type Concern, isOpen } from '../presence/concern.ts'
import { lastWords, neverSeen, type Sighting } from '../presence/sightings.ts'
import type { Person, PersonId, PlaceId } from '../show/show.ts'
import { mayFind } from './caring.ts'
import { ownNextDue, placesAtSide } from './concern-world.ts'
import type { NightState, Plan } from './night.ts'
import type { AskLine, AsksSection } from './presence-sections.ts'
import { goesInTwos } from './two-go.ts'
import { speaksFor } from './wing-posts.ts'

/** Of a person: what was put to them. Of a screen in a wing: what was put to who works there, and who is due there. */
export function asksSection(plan: Plan, state: NightState, viewer: Viewer, now: Instant): AsksSection {
  const { concerns } = state.presence.concerns
  // Of every phone at every step of time, and most nights have none.
  if (concerns.length === 0) return { asks: [] }
  const here = new Set(placesAtSide(plan.show, viewer.place))
  // On a screen that stands in a wing only what is due there: where somebody must be on the other side is their own.
  const next: Next = (person) => {
    const due = ownNextDue(plan, state, person, now)
    const shown = due !== null && (viewer.person === person || (due.place !== null && here.has(due.place)))
    return shown ? { title: due.title, at: due.at } : null
  }
  const wing = new Asked(plan, state, viewer, next)
  const said = wing.said(concerns)
  return {
    asks: concerns.filter((one) => isOpen(one)).flatMap((one) => wing.line(one) ?? []),
    ...(said === null ? {} : { said }),
  }
}

type Next = (person: PersonId) => AskLine['ownNextDue']

class Asked {
  readonly #next: Next
  readonly #plan: Plan
  readonly #viewer: Viewer
  readonly #here: ReadonlySet<PlaceId>
  readonly #people: ReadonlyMap<PersonId, Person>
  readonly #list: readonly Sighting[]
  readonly #last: ReturnType<typeof lastWords>

  constructor(plan: Plan, { presence: { sightings } }: NightState, viewer: Viewer, next: Next) {
    this.#next = next
    this.#plan = plan
    this.#viewer = viewer
    this.#here = new Set(placesAtSide(plan.show, viewer.place))
    this.#people = new Map(plan.show.people.map((one) => [one.id, one]))
    this.#list = sightings.list
    this.#last = lastWords(sightings)
  }

  /** The viewer, or whoever works where the viewer's screen stands. */
  #isOwn(person: PersonId, about: PlaceId | null): boolean {
    const { person: whose, place } = this.#viewer
    return whose === null ? speaksFor(this.#plan, place, person, about) : person === whose
  }

  line(one: Concern): AskLine | null {
    if (one.held) return this.#heldLine(one, one.held.by)
    // Seen, and not said to be coming yet: nobody is asked for so long.
    if (this.#seen(one.person) >= one.openedAt) return null
    const own = this.#ownAsk(one)
    if (own) return this.#ask(one, own)
    const along = this.#alongside(one)
    if (!along) return null
    const answered = one.asks.findLast((ask) => this.#isOwn(ask.person, one.place))?.answer ?? null
    return { ...this.#ask(one, along), along: true, ...(answered === null ? {} : { answered: answered }) }
  }

  /** The newest that waits for their word; while they look, the one they said that to. */
  #ownAsk({ asks, looking, place }: Concern): Ask | undefined {
    const own = asks.filter((ask) => this.#isOwn(ask.person, place) && !ask.passedOn)
    const waits = own.findLast(({ answer }) => answer === null)
    if (waits) return waits
    if (looking && this.#isOwn(looking.person, place))
      return own.findLast(({ person }) => person === looking.person)
    return undefined
  }

  /** Where they are due everybody at hand can tell, whomever it was put to. */
  #alongside({ asks, place }: Concern): Ask | undefined {
    if (this.#viewer.person !== null || place === null || !this.#here.has(place)) return undefined
    return asks.findLast(({ answer }) => answer === null) ?? asks.at(-1)
  }

  /** Found, and not well: whoever stays says how it ends; whoever was sent to them goes; nobody else is asked any more. */
  #heldLine(one: Concern, by: PersonId | null): AskLine | null {
    const sent = one.asks.filter((ask) => this.#isSentTo(one, ask))
    const name = (person: PersonId) => this.#name(person)
    if (by !== null && by !== one.person && this.#isOwn(by, one.place)) {
      const ask = one.asks.findLast(({ person }) => person === by) ?? one.asks.at(-1)
      if (!ask || !one.held) return null
      const coming = sent.map(({ person, answer }) => ({
        ...{ person, name: name(person) },
        comes: answer === 'looking' || answer === 'on their way',
      }))
      const stays = { as: one.held.as, self: by, sent: onceEach(coming) }
      return { ...this.#ask(one, ask), stays }
    }
    const ask = sent.findLast((each) => this.#isOwn(each.person, one.place) && isGoing(each))
    const there = by === null || by === one.person ? null : name(by)
    return ask ? { ...this.#ask(one, ask), to: { with: there } } : null
  }

  /** Asked since it was said that they are not well, or by whoever stepped out; and who was to go and look goes there now. */
  #isSentTo({ person, openedAt, held }: Concern, ask: Ask): boolean {
    if (ask.passedOn || ask.person === held?.by) return false
    if (ask.rung >= 3 && (ask.answer === null || ask.answer === 'looking')) return true
    const word = this.#list.find(
      (one) => one.people.includes(person) && one.witness === held?.by && one.at >= openedAt,
    )
    return word ? ask.at >= word.at : ask.rung >= 4
  }

  #seen(person: PersonId): number {
    return (this.#last.get(person) ?? neverSeen).confirmed?.saidAt ?? Number.NEGATIVE_INFINITY
  }

  #wing(place: PlaceId): string {
    const { side = place } = this.#plan.show.venue.places.find(({ id }) => id === place) ?? {}
    return side
  }

  #name(person: PersonId): string {
    return this.#people.get(person)?.callName ?? ''
  }

  /** Where to look: for an ask where they are due; for who goes, where they were last. */
  #ask(one: Concern, { ask, rung, person }: Ask): AskLine {
    const look = rung >= 3 || one.held !== null
    const last = look ? this.#lastPlace(one.person) : null
    const where = last ?? one.place
    // Where a child was last is for nobody but who may find them; where they are due stands in the plan.
    const due = one.dueAt === null ? null : one.place
    const finds = mayFind(this.#plan.show, person, one.person)
    const code = (place: PlaceId | null) =>
      this.#plan.show.venue.places.find(({ id }) => id === place)?.code ?? null
    return {
      concern: one.concern,
      version: one.version,
      ask,
      name: this.#name(one.person),
      place: code(finds ? where : due),
      ...(finds && last !== null ? { last: true } : {}),
      duePlace: code(due),
      dueAt: one.dueAt,
      ...(look || one.dueAt === null || one.place === null ? {} : { wing: this.#wing(one.place) }),
      look,
      lookingUntil: one.looking?.person === person ? one.looking.until : null,
      inTwos: look && goesInTwos(this.#plan.show, one.person, where),
      ownNextDue: this.#next(person),
    }
  }

  /** Whoever found them may not have said where: then where they were before. */
  #lastPlace(person: PersonId): PlaceId | null {
    const { confirmed } = this.#last.get(person) ?? neverSeen
    if (confirmed === null || confirmed.place !== null) return confirmed?.place ?? null
    return this.#list.findLast((one) => one.place !== null && one.people.includes(person))?.place ?? null
  }

  /** The last that this viewer's word ended, and that is not taken back. */
  said(concerns: readonly Concern[]): { readonly sighting: number; readonly at: Instant } | null {
    const ended = concerns.flatMap(({ ended: end, place }) =>
      end === null || end.sighting === null || end.undone ? [] : [{ ...end, sighting: end.sighting, place }],
    )
    const own = ended
      .toSorted((a, b) => a.at - b.at)
      .findLast(({ sighting, place }) => {
        const witness = this.#list.findLast(({ seq }) => seq === sighting)?.witness ?? null
        return witness !== null && this.#isOwn(witness, place)
      })
    return own ? { sighting: own.sighting, at: own.at } : null
  }
}

const isGoing = ({ answer }: Ask): boolean => answer === null || answer === 'looking'

const onceEach = <Sent extends { readonly person: PersonId }>(all: readonly Sent[]): readonly Sent[] => [
  ...new Map(all.map((one) => [one.person, one])).values(),
]
