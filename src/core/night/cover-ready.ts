// From when on somebody could go on for another, where nobody has said when: by what they said of their coming, and, once the show runs, by what they wear.

import { absenceOf } from '../absence/absence.ts'
import { type AttendanceState, marksOf, statusOf } from '../attendance/state.ts'
import type { CoverNight } from '../cover/cover-night.ts'
import type { CoveringState, Version } from '../covering/covering.ts'
import { type Instant, later, minutes } from '../kit/time.ts'
import { competencesOf } from '../show/competence.ts'
import type { PersonId, Show } from '../show/show.ts'
import { coverNightOf, type Loads, type Settled } from './cover-night-of.ts'
import { spotsOf } from './cover-spots.ts'
import type { NightState, Plan } from './night.ts'
import { showClock } from './show-clock.ts'
import { asOrdered } from './tonight.ts'

/** Into a wig, a microphone and a costume, and warm: what a swing is given where nobody says otherwise. */
export const DRESS_MS = minutes(10)
/** To the stage door, for whoever is not signed in while others are. */
export const COMING_MS = minutes(10)
/** Whoever has gone, or said that they do not come: nothing of tonight lies behind it. */
const NOT_TONIGHT_MS = minutes(7 * 24 * 60)

/**
 * Tonight as it is put to the solver: whoever is not in costume has the time to get into it, and whoever is not here has
 * to come, unless stage management said when they are ready, or gave them something by name. What people answer for
 * themselves is checked without it. What is theirs, by the book or by what they were told, is not asked about here.
 */
export function askedNight(
  raw: Plan,
  state: NightState,
  now: Instant,
  settled: Settled,
  loads: Loads,
): CoverNight {
  const night = coverNightOf(raw, state, now, settled, loads)
  const worn = spotsOf(asOrdered(raw, state)).filter(({ costume }) => costume !== null)
  const dressed = new Set<string>(worn.map(({ owner }) => owner))
  const costumed = new Set<string>(worn.map(({ id }) => id))
  const given = new Set(settled.locks.map(({ person }) => person))
  const at = Math.round(showClock(raw, state, now) * 60)
  const begun = night.now !== null
  const waits = new Map(
    raw.show.people
      .filter(({ id }) => !given.has(id) && absenceOf(state.absence, id) === null)
      .map(({ id }) => {
        const ready = readyFrom(state, id, now, begun, dressed.has(id))
        return [id as string, at + Math.ceil((ready - now) / 1000)] as const
      }),
  )
  return {
    ...night,
    people: night.people.map((one) => {
      const ready = waits.get(one.id) ?? 0
      return ready > Math.max(0, at) && one.knows.some((id) => costumed.has(id))
        ? { ...one, readyAt: ready }
        : one
    }),
  }
}

/**
 * What of attendance a question hangs on: how those who know something of others are here; before the show only whoever
 * said something else than that they are in. Anybody else signing in replaces no proposal under a finger.
 */
export function comings({ attendance, calling }: NightState, show: Show): string {
  const begun = calling.acts.length > 0
  const knows = new Set([...competencesOf(show), ...(show.covers?.splits ?? [])].map(({ person }) => person))
  return attendance.people
    .filter(({ person }) => knows.has(person))
    .map(({ person, marks }) => [person, statusOf(marks), marks.length] as const)
    .filter(([, status]) => begun || (status !== 'in' && status !== null))
    .join()
}

/**
 * Whoever was given something by a plan has been getting ready since then, so that asking again with nothing new asks no
 * more of them than before.
 */
function readyFrom(
  { attendance, covering }: NightState,
  person: PersonId,
  now: Instant,
  begun: boolean,
  dressed: boolean,
): Instant {
  const since = (begun ? givenSince(covering, person) : null) ?? now
  const changes = begun && !dressed
  const comes = comesAt(attendance, person, { now, called: changes ? since : null })
  if (comes !== null) return begun && dressed ? comes : later(comes, DRESS_MS)
  return changes ? later(since, DRESS_MS) : now
}

/** The first of the versions, up to the newest, in each of which they do something of others. */
function givenSince({ versions }: CoveringState, person: PersonId): Instant | null {
  const isGiven = ({ changes }: Version) => changes.some((one) => one.person === person)
  const before = versions.findLastIndex((one) => !isGiven(one))
  return versions[before + 1]?.at ?? null
}

type Asked = {
  readonly now: Instant
  /** From when on somebody who is not signed in would be called in; null where nobody has to be. */
  readonly called: Instant | null
}

/** Null: here. Where nobody signs in, everybody is taken to be in the building; so is, before the show, whoever said nothing. */
function comesAt(attendance: AttendanceState, person: PersonId, { now, called }: Asked): Instant | null {
  const marks = marksOf(attendance, { person })
  const last = marks.at(-1)
  const status = statusOf(marks)
  switch (status) {
    case 'in':
      return null
    case 'gone':
    case 'not tonight':
    case 'sent home':
      return later(now, NOT_TONIGHT_MS)
    case 'away':
      return (last?.sign === 'away' && last.backAt) || later(now, COMING_MS)
    case 'on call':
      return later(now, minutes((last?.sign === 'announced' && last.minutes) || 0))
    case 'later':
      return (last?.sign === 'announced' && last.until) || later(now, COMING_MS)
    case null: {
      const signs = attendance.people.some((one) => statusOf(one.marks) === 'in')
      return called !== null && signs ? later(called, COMING_MS) : null
    }
    default:
      return status satisfies never
  }
}
