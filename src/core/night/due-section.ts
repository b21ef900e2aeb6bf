// Who is due at one side, or to one dresser, in the next minutes, and whether they were seen for it. Nobody else is in it.

import { type Instant, minutes } from '../kit/time.ts'
import type { Due } from '../presence/due.ts'
import { isNews, lastWords, neverSeen } from '../presence/sightings.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import { dues } from './dues.ts'
import type { NightState, Plan } from './night.ts'
import { plannedDues } from './planned-dues.ts'
import type { DueLine, DueSection } from './presence-sections.ts'
import { Names, stepOf } from './seen.ts'

/** The written matrix: only people due in the next ten minutes. */
const DUE_AHEAD_MS = minutes(10)
/** Whoever was due a moment ago still stands there: the cue may be late. */
const DUE_BEHIND_MS = minutes(2)

export type DueSectionFor = {
  readonly place: PlaceId | null
  readonly dresser: PersonId | null
  readonly childPlaces: boolean
}

export function dueSection(plan: Plan, state: NightState, to: DueSectionFor, now: Instant): DueSection {
  const step = stepOf(now)
  const mine = isDueTo(plan, to)
  const near = dues(plan, state, step).filter(
    (due) => due.at - step <= DUE_AHEAD_MS && step - due.at <= DUE_BEHIND_MS && mine(due),
  )
  const names = new Names(plan.show, to.childPlaces)
  const last = lastWords(state.presence.sightings)
  return {
    side: sideOf(plan, to.place),
    lines: near.map((due): DueLine => {
      const { confirmed, weak } = last.get(due.person) ?? neverSeen
      return {
        key: due.key,
        person: due.person,
        name: names.callName(due.person) ?? '',
        title: due.title,
        item: due.item,
        kind: due.kind,
        place: names.place(due.place) ?? '',
        point: due.point,
        at: due.at,
        spread: due.spread,
        seen: names.seen(confirmed && isNews(confirmed, step) ? confirmed : null, due.person),
        weak: names.seen(weak && isNews(weak, step) ? weak : null, due.person),
        child: names.child(due.person),
      }
    }),
  }
}

const sideOf = ({ show }: Plan, place: PlaceId | null): string | null =>
  show.venue.places.find(({ id }) => id === place)?.side ?? null

function isDueTo(plan: Plan, { place, dresser }: DueSectionFor): (due: Due) => boolean {
  const { places } = plan.show.venue
  const side = sideOf(plan, place)
  const here = new Set(places.filter((one) => side !== null && one.side === side).map(({ id }) => id))
  const cared = new Set(
    plannedDues(plan)
      .filter((one) => dresser !== null && one.kind === 'change' && one.with.includes(dresser))
      .map(({ key }) => key),
  )
  // On the stage itself: both wings see who is there.
  const onStage = (due: Due) => due.kind === 'fight call' && here.size > 0
  return (due) => (due.place !== null && here.has(due.place)) || onStage(due) || cared.has(due.key)
}
