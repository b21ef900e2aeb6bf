// A sighting is taken back that ended what a person had raised: it is open again, and its ladder is where it would have been.

import { type Instant, instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { CONCERNS_MAX } from './commands.ts'
import { type Concern, openOn, type PresenceConcerns } from './concern.ts'
import type { PresenceEvent, Rung } from './events.ts'

/** Taken back later than this, too much has happened since: whoever still wonders says so again. */
export const TAKEN_BACK_MS_MAX = 10 * 60_000

type Seen = { readonly now: Instant; readonly seenAt: (person: PersonId) => Instant | null }

/** What the machine had opened for an entrance, it opens for that entrance again by itself. */
export function reopened(state: PresenceConcerns, { now, seenAt }: Seen): readonly PresenceEvent[] {
  const asked = state.concerns.filter(({ mode }) => mode !== 'logging')
  const newest = new Map(asked.map((one) => [one.person, one]))
  const undone = [...newest.values()].filter(
    ({ person, ended, raisedBy, openedAt }) =>
      ended?.undone === true &&
      raisedBy !== null &&
      now - ended.at <= TAKEN_BACK_MS_MAX &&
      (seenAt(person) ?? instant(0)) < openedAt &&
      !openOn(state, person),
  )
  return undone.slice(0, Math.max(0, CONCERNS_MAX - state.concerns.length)).map((one) => again(one, now))
}

function again({ person, due, dueAt, place, mode, rungs, because, raisedBy, rung }: Concern, now: Instant) {
  const passed = rungs.findLast(({ at }) => at <= now)?.rung ?? 1
  const at = Math.max(rung, passed) as Rung
  const body = { person, due, dueAt, place, mode, because, raisedBy, risk: 0 }
  const later = rungs.filter((one) => one.rung > at)
  return {
    type: 'concern.opened',
    v: 1,
    body: { ...body, rung: at, rungs: later },
  } as const satisfies PresenceEvent
}
