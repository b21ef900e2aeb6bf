// Who was seen tonight, and which sources told of it: laid out once for each state of the sightings, not at each look.

import type { Instant } from '../kit/time.ts'
import { worthOf } from '../presence/evidence.ts'
import { lastWords, type Sighting, type Sightings } from '../presence/sightings.ts'
import { isWritten, type UsualSighting } from '../presence/usual.ts'
import type { PersonId } from '../show/show.ts'
import type { PlanFacts } from './plan-facts.ts'

/** Minutes of the show. */
type SeenAt = { readonly clock: number; readonly side: string | null; readonly saidAt: Instant }

export type Heard = {
  readonly last: ReturnType<typeof lastWords>
  /** Their own words, and codes they read: weak, by the show clock. */
  readonly weakOf: (person: PersonId) => readonly number[]
  readonly isWritten: (usual: UsualSighting) => boolean
  /** When this source last told of anybody, by the show clock; null where it has not tonight. */
  readonly lastTold: (source: string) => number | null
  /** The same by the clock on the wall, of a side. */
  readonly lastSaid: (side: string) => Instant | null
}

const known = new WeakMap<Sightings, WeakMap<PlanFacts, Heard>>()

export function heardIn(sightings: Sightings, facts: PlanFacts): Heard {
  const ofState = known.get(sightings) ?? new WeakMap<PlanFacts, Heard>()
  known.set(sightings, ofState)
  const found = ofState.get(facts) ?? layOut(sightings, facts)
  ofState.set(facts, found)
  return found
}

function layOut(sightings: Sightings, facts: PlanFacts): Heard {
  const seen = new Map<PersonId, SeenAt[]>()
  const weak = new Map<PersonId, number[]>()
  const told = new Map<string, number>()
  const said = new Map<string, Instant>()
  const tell = (source: string, clock: number) =>
    told.set(source, Math.max(clock, told.get(source) ?? Number.NEGATIVE_INFINITY))
  const say = (source: string, at: Instant) => said.set(source, later(said.get(source), at))
  for (const { people, place, clock, how, saidAt } of sightings.list) {
    const side = facts.sideOf(place)
    const isSure = worthOf[how].grade === 'confirmed'
    if (isSure && side !== null) tell(side, clock)
    if (isSure && side !== null) say(side, saidAt)
    for (const person of people)
      if (isSure) push(seen, person, { clock, side, saidAt })
      else if (isOwnWord(how)) push(weak, person, clock)
  }
  const written = new Set<string>()
  for (const usual of facts.usual) {
    const one = seen.get(usual.person)?.find((sighting) => isWritten(usual, sighting))
    if (one === undefined) continue
    written.add(usual.key)
    tell(usual.source, one.clock)
    say(usual.source, one.saidAt)
  }
  return {
    last: lastWords(sightings),
    weakOf: (person) => weak.get(person) ?? [],
    isWritten: ({ key }) => written.has(key),
    lastTold: (source) => told.get(source) ?? null,
    lastSaid: (side) => said.get(side) ?? null,
  }
}

/** A device, a microphone and an entrance are nobody's word. */
const isOwnWord = (how: Sighting['how']): boolean => how === 'own tap' || how === 'fixed point'

function push<Of>(map: Map<PersonId, Of[]>, person: PersonId, one: Of): void {
  const list = map.get(person)
  if (list) list.push(one)
  else map.set(person, [one])
}

const later = (one: Instant | undefined, other: Instant): Instant =>
  one !== undefined && one > other ? one : other
