// Where is…: the last that is known of everybody whom the viewer may look up, and where they are due next.

import { statusOf } from '../attendance/state.ts'
import { actUp } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import { isOpen } from '../presence/concern.ts'
import { lastWords, neverSeen } from '../presence/sightings.ts'
import type { PersonId } from '../show/show.ts'
import { dues, nextDues } from './dues.ts'
import type { NightState, Plan } from './night.ts'
import { onStageAt } from './planned-dues.ts'
import type { WhereLine, WhereSection } from './presence-sections.ts'
import { Names, stepOf } from './seen.ts'
import { showClock } from './show-clock.ts'

/** `chaperone`: the children in this person's care alone; null: everybody. `onlyUnfound`: as in the company manager's concerns. */
export type WhereSectionFor = {
  readonly chaperone: PersonId | null
  readonly childPlaces: boolean
  readonly onlyUnfound: boolean
}

export function whereSection(
  plan: Plan,
  state: NightState,
  { chaperone, childPlaces, onlyUnfound }: WhereSectionFor,
  now: Instant,
): WhereSection {
  const step = stepOf(now)
  const names = new Names(plan.show, childPlaces)
  const last = lastWords(state.presence.sightings)
  const next = nextDues(dues(plan, state, step), step)
  const marks = new Map(state.attendance.people.map((one) => [one.person, one.marks]))
  const onStage = actUp(state.calling) ? onStageAt(plan, showClock(plan, state, step)) : new Set<PersonId>()
  const concerns = new Map(
    state.presence.concerns.concerns
      .filter((one) => isOpen(one) && (!onlyUnfound || one.rung >= 4))
      .map((one) => [one.person, one] as const),
  )
  const people = plan.show.people.filter((one) => chaperone === null || one.chaperone === chaperone)
  return {
    people: people.map((one): WhereLine => {
      const { confirmed, weak } = last.get(one.id) ?? neverSeen
      const due = next.get(one.id)
      const open = concerns.get(one.id)
      return {
        person: one.id,
        name: one.name,
        callName: one.callName,
        signedIn: statusOf(marks.get(one.id) ?? []) === 'in',
        confirmed: names.seen(confirmed, one.id),
        weak: names.seen(weak, one.id),
        next: due ? { title: due.title, place: names.place(due.place), at: due.at, point: due.point } : null,
        looking: open?.looking ? names.callName(open.looking.person) : null,
        concern: open?.concern ?? null,
        onStage: onStage.has(one.id),
        placeId: names.isHidden(one.id) ? null : ((confirmed ?? weak)?.place ?? null),
      }
    }),
    ...(chaperone === null ? { places: placesOf(plan) } : {}),
  }
}

const placesOf = ({ show }: Plan): NonNullable<WhereSection['places']> =>
  show.venue.places.map(({ code, name, side }) => ({ code, name, side: side ?? null }))
