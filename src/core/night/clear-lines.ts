// Whose clear a moment waits for, as far as an audience knows of them: who has said it, and who is asked to look now.

import { isClearAsked, notYetClear, spottersOf } from '../calling/decide-clear.ts'
import type { CallingState } from '../calling/state.ts'
import type { DepartmentId, TrackId } from '../show/show.ts'
import type { Moment } from '../show/timeline.ts'
import type { Plan } from './night.ts'

/** Whom a moment waits for, as far as a department knows: those of its own cues. */
export const spottersFor = (moment: Moment, only: DepartmentId | null): readonly TrackId[] =>
  only === null ? moment.spotters : spottersOf(moment, only)

/** Moments all of whose spotters, as far as this audience knows of them, have said clear. */
export function clearMoments(plan: Plan, state: CallingState, only: DepartmentId | null): readonly number[] {
  return [...new Set(state.clear.map(({ moment }) => moment))].filter((index) => {
    const moment = plan.timeline.moments[index]
    const spotters = moment ? spottersFor(moment, only) : []
    return moment && spotters.length > 0 && !spotters.some((one) => notYetClear(state, moment).includes(one))
  })
}

/** Moments whose way is to be looked at now. */
export const clearAsked = (
  { timeline }: Plan,
  state: CallingState,
  only: DepartmentId | null,
): readonly number[] =>
  timeline.moments.flatMap((moment) =>
    spottersFor(moment, only).length > 0 && isClearAsked(timeline, state, moment) ? [moment.index] : [],
  )
