// Who may be in the building at a moment, by sign-ins and sightings: whom a roll call asks for, and the last that is known of each.

import { type Mark, statusOf } from '../attendance/state.ts'
import type { Instant } from '../kit/time.ts'
import { worthOf } from '../presence/evidence.ts'
import { lastWords, neverSeen, type Sighting } from '../presence/sightings.ts'
import { type LastKnown, type Listed, personKey, visitorKey } from '../roll-call/record.ts'
import type { Person } from '../show/show.ts'
import { dues, nextDues } from './dues.ts'
import type { NightState, Plan } from './night.ts'

export type Roster = { readonly people: readonly Listed[]; readonly house: number | null }

/** Where no night is open nobody is known to be in: stewards write in whom they see. */
export const nobodyListed: Roster = { people: [], house: null }

/**
 * Whoever is signed in or out for a while, and whoever another person saw though they never signed in or had signed out
 * before (R3). What was said after that moment does not count: it may have been brought late.
 */
export function rosterAt(plan: Plan, state: NightState, at: Instant): Roster {
  const before = (marks: readonly Mark[]) => marks.filter((one) => one.saidAt <= at)
  const marks = new Map(state.attendance.people.map((one) => [one.person, before(one.marks)]))
  const list = state.presence.sightings.list.filter(({ saidAt }) => saidAt <= at)
  const last = lastWords({ list, own: [] })
  const next = nextDues(dues(plan, state, at), at)
  const names = namesOf(plan)
  const people = plan.show.people.flatMap((person): readonly Listed[] => {
    const { confirmed, weak } = last.get(person.id) ?? neverSeen
    const signs = marks.get(person.id) ?? []
    const [status, due] = [insideBy(signs, confirmed), next.get(person.id)]
    if (status === null) return []
    const who = { who: personKey(person.id), name: person.name, kind: kindOf(person), status } as const
    const caring = { with: names.person(person.chaperone), chaperone: person.chaperone ?? null }
    const known = names.known(confirmed ?? weak)
    const place = names.place(due?.place ?? null)
    const owed = due && place !== null ? { place, at: due.at } : null
    return [{ ...who, signedAt: signedIn(signs), ...caring, last: known, due: owed }]
  })
  const visitors = state.attendance.visitors.flatMap((one): readonly Listed[] => {
    const signs = before(one.marks)
    const status = insideBy(signs, null)
    if (status === null) return []
    const who = {
      who: visitorKey(one.visitor),
      name: one.name ?? `${one.visitor}`,
      kind: 'visitor',
      status,
    } as const
    const rest = { with: names.person(one.host), chaperone: null, last: null, due: null }
    return [{ ...who, signedAt: signedIn(signs), ...rest }]
  })
  return { people: [...people, ...visitors], house: state.house.audience?.count ?? null }
}

function namesOf({ show }: Plan) {
  const codes = new Map<string, string>(show.venue.places.map(({ id, code }) => [id, code]))
  const people = new Map<string, string>(show.people.map(({ id, name }) => [id, name]))
  const place = (id: string | null): string | null => (id === null ? null : (codes.get(id) ?? null))
  const person = (id: string | null | undefined): string | null => people.get(id ?? '') ?? null
  const known = (sighting: Sighting | null): LastKnown | null =>
    sighting && {
      ...{ at: sighting.saidAt, place: place(sighting.place), by: person(sighting.witness) },
      grade: worthOf[sighting.how].grade,
    }
  return { place, person, known }
}

const kindOf = ({ minor }: Person): Listed['kind'] => (minor === true ? 'child' : 'company')

/** Null: gone, not come, or never heard of; a sighting after their last sign says otherwise. */
function insideBy(marks: readonly Mark[], confirmed: Sighting | null): Listed['status'] | null {
  const status = statusOf(marks)
  if (status === 'in' || status === 'away') return status
  const said = marks.at(-1)?.saidAt ?? 0
  return confirmed !== null && confirmed.saidAt > said ? 'not-signed-in' : null
}

const signedIn = (marks: readonly Mark[]): Instant | null =>
  marks.findLast(({ sign }) => sign === 'in' || sign === 'stayed')?.saidAt ?? null
