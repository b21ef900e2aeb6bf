// Where is…: the last that is known of everybody whom the viewer may look up, and where they are due next.

import { statusOf } from '../attendance/state.ts'
import { actUp } from '../calling/state.ts'
import type { DeviceId } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { isOpen } from '../presence/concern.ts'
import { LOOKED_MS } from '../presence/look-up.ts'
import { lastWords, neverSeen } from '../presence/sightings.ts'
import type { PersonId } from '../show/show.ts'
import { dues, nextDues } from './dues.ts'
import type { NightState, Plan } from './night.ts'
import { onStageAt } from './planned-dues.ts'
import type { WhereLine, WhereSection } from './presence-sections.ts'
import { Names, stepOf } from './seen.ts'
import { showClock } from './show-clock.ts'

/**
 * `chaperone`: the children in this person's care alone; null: everybody. `onlyUnfound`: as in the company manager's concerns.
 * `looksFrom`: where anybody was seen is told to this device once it has said that it looks, and is written down; null: at once.
 */
export type WhereSectionFor = {
  readonly chaperone: PersonId | null
  readonly childPlaces: boolean
  readonly onlyUnfound: boolean
  readonly looksFrom: DeviceId | null
}

export function whereSection(
  plan: Plan,
  state: NightState,
  { chaperone, childPlaces, onlyUnfound, looksFrom }: WhereSectionFor,
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
  const isTold = toldTo(looksFrom, state.presence, concerns, now)
  const people = plan.show.people.filter((one) => chaperone === null || one.chaperone === chaperone)
  return {
    people: people.map((one): WhereLine => {
      const { confirmed, weak } = (isTold(one.id) ? last.get(one.id) : null) ?? neverSeen
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

/** By their own look of the last minutes, at them or at the map; and of whoever is being looked for anyway. */
function toldTo(
  device: DeviceId | null,
  { lookUps = [] }: NightState['presence'],
  sought: ReadonlyMap<PersonId, unknown>,
  now: Instant,
): (person: PersonId) => boolean {
  if (device === null) return () => true
  const looks = lookUps.filter((one) => one.device === device && now - one.at < LOOKED_MS)
  const looked = new Set(looks.map(({ person }) => person))
  return (person) => looked.has(null) || looked.has(person) || sought.has(person)
}

const placesOf = ({ show }: Plan): NonNullable<WhereSection['places']> =>
  show.venue.places.map(({ code, name, side }) => ({ code, name, side: side ?? null }))
