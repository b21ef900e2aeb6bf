// Who is due where and when as things stand: it moves with every GO, hold and cut, because nothing of it is kept.

import { type Instant, later, minutes } from '../kit/time.ts'
import type { Due } from '../presence/due.ts'
import { spreadOver, spreads } from '../running/learned.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { Country, PersonId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { clockOf, type PlannedDue, plannedDues } from './planned-dues.ts'
import { plannedPreparations } from './preparations.ts'
import { noughtAt } from './show-clock.ts'
import { tonight } from './tonight.ts'

/** Whoever comes on within so long of an act's up is due at its last call. */
const BEGINS_MINUTES = 5

/** All of tonight's, those that are over too; in the order of the plan. None before a performance is open. */
export function dues(raw: Plan, state: NightState, now: Instant): readonly Due[] {
  const plan = tonight(raw, state)
  const nought = noughtAt(raw, state, now)
  if (nought === null || state.calling.closedAt !== null) return []
  const each = spreads(plan.timeline, state.learned)
  const reached = state.calling.reached?.item ?? 0
  const ofPlan = plannedDues(plan).map((planned): Due => {
    const { index, track: _track, with: _with, ...due } = planned
    const spread = spreadOver(each.slice(reached, index))
    return {
      ...due,
      at: later(nought, minutes(due.clock)),
      spread: spread === null ? null : spread / 60,
    }
  })
  const called = [...plannedPreparations(plan), ...plannedCalls(plan, state.calling.opened?.country ?? null)]
  const calls = called.map((call): Due => ({ ...call, at: later(nought, minutes(call.clock)), spread: null }))
  return [...calls, ...ofPlan].toSorted((a, b) => a.clock - b.clock)
}

/** The last call of each act: whoever begins it is due at their place. */
export function plannedCalls(plan: Plan, country: Country | null): readonly Omit<Due, 'at' | 'spread'>[] {
  if (country === null) return []
  return plan.timeline.acts.flatMap(({ act }) => {
    const call = callsBefore(country, act, plan.timeline.callPace, plan.timeline.calls).at(-1)
    if (!call) return []
    const clock = clockOf(plan.timeline, { act, seconds: 0 }) - call.secondsBeforeUp / 60
    return beginners(plannedDues(plan), act).map(({ person, item, place }) => ({
      ...{ key: `call-${call.id}-${act}-${person}`, person, kind: 'call' as const, title: call.words },
      ...{ item, place, point: { act, seconds: -call.secondsBeforeUp }, clock, needed: false },
    }))
  })
}

/** The first entrance of each who comes on soon after the act goes up. */
function beginners(all: readonly PlannedDue[], act: number): readonly PlannedDue[] {
  const soon = all.filter(
    ({ kind, point }) => kind === 'entrance' && point.act === act && point.seconds <= BEGINS_MINUTES * 60,
  )
  const seen = new Set<PersonId>()
  return soon.filter(({ person }) => !seen.has(person) && seen.add(person))
}

/** Whose next it is, of those that are not over by the clock. */
export function nextDues(all: readonly Due[], now: Instant): ReadonlyMap<PersonId, Due> {
  const next = new Map<PersonId, Due>()
  for (const one of all) if (one.at >= now && !next.has(one.person)) next.set(one.person, one)
  return next
}
