// Once the show runs: from when on somebody who wears nothing of tonight could go on for another, where nobody has said when.

import { absenceOf } from '../absence/absence.ts'
import { type AttendanceState, marksOf, statusOf } from '../attendance/state.ts'
import type { CoverNight } from '../cover/cover-night.ts'
import type { CoveringState, Version } from '../covering/covering.ts'
import { type Duration, duration, type Instant, later, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { coverNightOf, type Loads, type Settled } from './cover-night-of.ts'
import { spotsOf } from './cover-spots.ts'
import type { NightState, Plan } from './night.ts'
import { asOrdered } from './tonight.ts'

/** Into a wig, a microphone and a costume, and warm: what a swing is given where nobody says otherwise. */
export const DRESS_MS = minutes(10)
/** To the stage door, for whoever is not signed in while others are. */
export const COMING_MS = minutes(10)

/**
 * Tonight as it is put to the solver: whoever is not in costume has the time to get into it, unless somebody said when
 * they are ready, or gave them something by name. What people answer for themselves is checked without it.
 */
export function askedNight(
  raw: Plan,
  state: NightState,
  now: Instant,
  settled: Settled,
  loads: Loads,
): CoverNight {
  const night = coverNightOf(raw, state, now, settled, loads)
  const at = night.now
  if (at === null) return night
  const worn = spotsOf(asOrdered(raw, state)).filter(({ costume }) => costume !== null)
  const dressed = new Set<string>(worn.map(({ owner }) => owner))
  const costumed = new Set<string>(worn.map(({ id }) => id))
  const given = new Set(settled.locks.map(({ person }) => person))
  const readyAt = (person: PersonId) => at + Math.ceil((readyFrom(state, person, now) - now) / 1000)
  const waits = new Map(
    raw.show.people
      .filter(({ id }) => !dressed.has(id) && !given.has(id) && absenceOf(state.absence, id) === null)
      .map(({ id }) => [id as string, readyAt(id)]),
  )
  return {
    ...night,
    people: night.people.map((one) => {
      const ready = waits.get(one.id) ?? 0
      return ready > at && one.knows.some((id) => costumed.has(id)) ? { ...one, readyAt: ready } : one
    }),
  }
}

/**
 * Whoever was given something by a plan has been getting ready since then, so that asking again with nothing new asks no
 * more of them than before.
 */
function readyFrom({ attendance, covering }: NightState, person: PersonId, now: Instant): Instant {
  const since = givenSince(covering, person) ?? now
  return later(later(since, comesIn(attendance, person, now)), DRESS_MS)
}

/** The first of the versions, up to the newest, in each of which they do something of others. */
function givenSince({ versions }: CoveringState, person: PersonId): Instant | null {
  const isGiven = ({ changes }: Version) => changes.some((one) => one.person === person)
  const before = versions.findLastIndex((one) => !isGiven(one))
  return versions[before + 1]?.at ?? null
}

/** Where nobody signs in, everybody is taken to be in the building. */
function comesIn(attendance: AttendanceState, person: PersonId, now: Instant): Duration {
  if (!attendance.people.some(({ marks }) => statusOf(marks) === 'in')) return minutes(0)
  const marks = marksOf(attendance, { person })
  if (statusOf(marks) === 'in') return minutes(0)
  const last = marks.at(-1)
  if (last?.sign === 'announced' && last.minutes !== null) return minutes(last.minutes)
  const back = last?.sign === 'away' ? last.backAt : last?.sign === 'announced' ? last.until : null
  return back === null || back <= now ? COMING_MS : duration(back - now)
}
