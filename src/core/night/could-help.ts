// Who could help where somebody is down, as tonight stands: who is here, trained, near, and need not be on stage soon (I7).

import { actUp, heldSince } from '../calling/state.ts'
import type { Candidate } from '../incident/functions.ts'
import { PROMPT_DESK } from '../incident/functions.ts'
import { dayOf } from '../kit/day.ts'
import type { Instant } from '../kit/time.ts'
import { isOpen } from '../presence/concern.ts'
import { lastWords, neverSeen } from '../presence/sightings.ts'
import { type Listed, personKey } from '../roll-call/record.ts'
import { isFirstAid } from '../show/competence.ts'
import { inDate } from '../show/safety.ts'
import type { EngagementKind, PersonId, PlaceId, Show } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { factsOf, type PlanFacts } from './plan-facts.ts'
import { rosterAt } from './roster.ts'
import { showClock } from './show-clock.ts'
import { tonight } from './tonight.ts'

const leading: readonly EngagementKind[] = ['stage management', 'management', 'front of house']

/** `place`: where it happened, as far as the house knows. Children are asked for nothing, and visitors by voice. */
export function couldHelp(
  raw: Plan,
  state: NightState,
  place: PlaceId | null,
  now: Instant,
): readonly Candidate[] {
  const plan = tonight(raw, state)
  const facts = factsOf(plan, state.calling.opened?.country ?? null)
  const isHere = ({ status }: Listed) => status !== 'away'
  const here = new Set(
    rosterAt(plan, state, now)
      .people.filter(isHere)
      .map(({ who }) => who),
  )
  const last = lastWords(state.presence.sightings)
  const caller = state.calling.called.at(-1)?.by ?? null
  const sought = new Set(state.presence.concerns.concerns.filter(isOpen).map((one) => one.person))
  const names = namesIn(plan.show)
  const stage = onStageIn(raw, state, facts, now)
  const trained = trainedOn(plan.show, dayOf(now, plan.show.timeZone))
  const staff = ({ id }: Show['people'][number]) => facts.kindsOf(id).includes('stage management')
  const people = plan.show.people
    .filter(
      (one) =>
        one.minor !== true &&
        !sought.has(one.id) &&
        (here.has(personKey(one.id)) || (staff(one) && one.id === caller)),
    )
    .map(
      ({ id }): Candidate => ({
        who: names.get(id) ?? id,
        person: id,
        trained: trained(id),
        near: isNear(plan.show, place, (last.get(id) ?? neverSeen).confirmed?.place ?? null),
        onStageInMs: stage(id),
        leads: facts.kindsOf(id).some((kind) => leading.includes(kind)),
        calls: id === caller,
      }),
    )
  // The show is held from the desk, whoever sits there.
  const desk = { trained: null, near: false, onStageInMs: null, leads: false, calls: true } as const
  return people.some(({ calls }) => calls) ? people : [...people, { who: PROMPT_DESK, ...desk }]
}

/** As they are called; two who are called the same by their whole names. */
function namesIn({ people }: Show): ReadonlyMap<PersonId, string> {
  const same = (callName: string) => people.filter((one) => one.callName === callName).length > 1
  return new Map(people.map(({ id, name, callName }) => [id, same(callName) ? name : callName]))
}

/** Null where nobody has said of anybody. What has run out counts as not trained, and is not hidden (N12). */
function trainedOn({ covers, people, venue }: Show, today: string): (person: PersonId) => boolean | null {
  const certificates = (covers?.certificates ?? []).filter(({ what }) => isFirstAid(what))
  const aiders = venue.safety?.aiders ?? []
  if (certificates.length + aiders.length === 0) return () => null
  const named = new Set(aiders.filter((one) => inDate(one, today)).map(({ name }) => folded(name)))
  const names = new Map(people.map(({ id, name }) => [id, folded(name)]))
  return (person) =>
    named.has(names.get(person) ?? '') ||
    certificates.some((one) => one.person === person && (one.until === undefined || one.until >= today))
}

const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** In the same place, part of the building, or side of the stage, as somebody last saw them. */
function isNear({ venue }: Show, here: PlaceId | null, there: PlaceId | null): boolean {
  if (here === null || there === null) return false
  if (here === there) return true
  const [one, other] = [here, there].map((id) => venue.places.find((place) => place.id === id))
  const same = (a: string | undefined, b: string | undefined) => a !== undefined && a === b
  return same(one?.zone, other?.zone) || same(one?.side, other?.side)
}

/** Until they must be on stage, or in a change: nought while they are. While the show is held, or no act is up soon, nobody must. */
function onStageIn(
  raw: Plan,
  state: NightState,
  facts: PlanFacts,
  now: Instant,
): (person: PersonId) => number | null {
  const { calling } = state
  if (heldSince(calling) !== null || calling.opened === null || calling.closedAt !== null) return () => null
  const clock = showClock(raw, state, now)
  const isUp = actUp(calling) !== null
  return (person) => {
    if (isUp && facts.spansOf(person).some(({ from, to }) => from <= clock && clock < to)) return 0
    const next = facts.duesOf(person).find((due) => due.kind !== 'call' && due.clock >= clock)
    return next ? (next.clock - clock) * 60_000 : null
  }
}
