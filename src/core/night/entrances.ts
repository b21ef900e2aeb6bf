// Entrances that a called cue has passed, and at which nobody was flagged: weak words, written down by themselves now and then.

import { statusOf } from '../attendance/state.ts'
import { heldSince } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import { SEEN_AT_ONCE_MAX } from '../presence/commands.ts'
import { isOpen } from '../presence/concern.ts'
import type { PresenceEvent } from '../presence/events.ts'
import type { PersonId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { clockOf, plannedDues } from './planned-dues.ts'
import { tonight } from './tonight.ts'

/** Not with every cue: each makes the sections of presence anew. */
export const ENTRANCES_EVERY_MS = 15_000
/** So many words of this kind in one night; the rest of its sightings is kept for what people say. */
export const ENTRANCES_MAX = 1_000

/**
 * From the last that was written down to where the last called cue stands in the plan. Of whoever is not in the building, has stepped
 * out or is asked about, nothing is inferred. No place: nobody has said one.
 */
export function passedEntrances(raw: Plan, state: NightState, now: Instant): readonly PresenceEvent[] {
  const { calling, presence } = state
  const { reached } = calling
  if (reached === null || calling.called.length === 0 || heldSince(calling) !== null) return []
  const written = presence.sightings.list.filter(({ how }) => how === 'entrance')
  const last = written.at(-1)
  if (written.length >= ENTRANCES_MAX || (last && now - last.saidAt < ENTRANCES_EVERY_MS)) return []
  const plan = tonight(raw, state)
  const to = clockOf(plan.timeline, reached.point)
  const from = written.reduce((latest, { clock }) => Math.max(latest, clock), -1)
  if (to <= from) return []
  const here = whoIsHere(state)
  const passed = plannedDues(plan).filter(
    ({ kind, clock, person }) => kind === 'entrance' && clock > from && clock <= to && here(person),
  )
  const people = [...new Set(passed.map(({ person }) => person))]
  // Of a whole company that comes on at once nobody is left to be asked about.
  const parts = Math.ceil(people.length / SEEN_AT_ONCE_MAX)
  return Array.from({ length: parts }, (_, part) => {
    const some = people.slice(part * SEEN_AT_ONCE_MAX, (part + 1) * SEEN_AT_ONCE_MAX)
    const body = { people: some, how: 'entrance' as const, place: null, by: null, saidAt: now, clock: to }
    return { type: 'person.seen', v: 1, body }
  })
}

function whoIsHere({ attendance, presence }: NightState): (person: PersonId) => boolean {
  const { concerns, steppedOut } = presence.concerns
  const doubted = new Set<PersonId>([
    ...concerns.filter(isOpen).map(({ person }) => person),
    ...steppedOut.map(({ person }) => person),
  ])
  const inside = new Set(
    attendance.people.filter(({ marks }) => statusOf(marks) === 'in').map(({ person }) => person),
  )
  return (person) => inside.has(person) && !doubted.has(person)
}
