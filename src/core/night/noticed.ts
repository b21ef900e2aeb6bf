// What a closed performance was, in sums: how often each was met, and which usual sightings were written down.

import { worthOf } from '../presence/evidence.ts'
import type { Noticed, NoticedPerson } from '../presence/learn.ts'
import type { Sighting } from '../presence/sightings.ts'
import { isWritten, type UsualSighting } from '../presence/usual.ts'
import type { PersonId } from '../show/show.ts'
import { tonight } from './as-covered.ts'
import type { NightState, Plan } from './night.ts'
import { factsOf, type PlanFacts } from './plan-facts.ts'
import { showClock } from './show-clock.ts'

/** Null where it did not run to the end: half a night teaches that the other half was not seen. */
export function noticedOf(raw: Plan, state: NightState): Noticed | null {
  const { acts } = state.calling
  const downAt = acts.at(-1)?.downAt ?? null
  if (downAt === null || acts.length < raw.timeline.acts.length) return null
  return new NightSums(tonight(raw, state), state, showClock(raw, state, downAt)).noticed()
}

type Seen = Pick<Sighting, 'clock'> & { readonly side: string | null }

class NightSums {
  readonly #facts: PlanFacts
  readonly #end: number
  readonly #usual: readonly UsualSighting[]
  readonly #seen: ReadonlyMap<PersonId, readonly Seen[]>
  readonly #about: ReadonlySet<PersonId>

  constructor(plan: Plan, state: NightState, end: number) {
    this.#facts = factsOf(plan, state.calling.opened?.country ?? null)
    this.#end = end
    this.#usual = this.#facts.usual.filter(({ at }) => at <= end)
    this.#seen = this.#seenBy(state)
    const signed = state.attendance.people.map(({ person }) => person)
    this.#about = new Set([...signed, ...this.#seen.keys()])
  }

  noticed(): Noticed {
    const was = this.#usual.map((usual) => ({ usual, was: this.#wasWritten(usual) }))
    const told = new Set(was.flatMap((one) => (one.was ? [one.usual.source] : [])))
    return {
      people: [...this.#about].map((person) => this.#person(person)),
      // A source that told of nobody all evening was not looked at, and says nothing of people.
      written: was.flatMap(({ usual: { key, source, person }, was: one }) =>
        told.has(source) && this.#about.has(person) ? [{ key, was: one }] : [],
      ),
    }
  }

  /** By another’s eyes or ears, without being asked: an answer is no habit. */
  #seenBy({ presence }: NightState): ReadonlyMap<PersonId, readonly Seen[]> {
    const answered = new Set(presence.concerns.concerns.map(({ ended }) => ended?.sighting))
    const seen = new Map<PersonId, Seen[]>()
    for (const { seq, how, people, clock, place } of presence.sightings.list) {
      if (worthOf[how].grade !== 'confirmed' || answered.has(seq)) continue
      for (const person of people) {
        const side = this.#facts.sideOf(place)
        seen.set(person, [...(seen.get(person) ?? []), { clock, side }])
      }
    }
    return seen
  }

  #wasWritten(usual: UsualSighting): boolean {
    return (this.#seen.get(usual.person) ?? []).some((one) => isWritten(usual, one))
  }

  #person(person: PersonId): NoticedPerson {
    const usual = this.#usual.filter((one) => one.person === person)
    const seen = (this.#seen.get(person) ?? []).filter(({ clock }) => clock >= 0 && clock <= this.#end)
    const met = seen.filter((one) => !usual.some((due) => isWritten(due, one)))
    const away = usual
      .filter(({ kind }) => kind === 'entrance')
      .flatMap((due) =>
        seen
          .filter((one) => isWritten(due, one))
          .slice(0, 1)
          .map(({ clock }) => clock - due.at),
      )
    return {
      person,
      minutes: Math.max(0, this.#end - this.#minutesOn(person)),
      met: met.length,
      entrances: {
        count: away.length,
        sum: away.reduce((total, one) => total + one, 0),
        squares: away.reduce((total, one) => total + one ** 2, 0),
      },
    }
  }

  /** On stage by the plan, until the end; what overlaps counts once. */
  #minutesOn(person: PersonId): number {
    let [minutes, until] = [0, 0]
    const spans = this.#facts.spansOf(person).filter(({ as }) => as !== 'in a change')
    for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
      const end = Math.min(to, this.#end)
      minutes += Math.max(0, end - Math.max(from, until))
      until = Math.max(until, end)
    }
    return minutes
  }
}
