// Standby and its answers, and who is heard on cans.

import { refused } from '../kit/result.ts'
import { type Moment, momentDepartments, momentName, partOf } from '../show/timeline.ts'
import { type CallingCommand, STANDBY_RANGE_MAX } from './commands.ts'
import {
  type CallingContext,
  type Decision,
  departmentName,
  findMoment,
  happened,
  unknownMoment,
} from './decision.ts'
import type { CallingEvent } from './events.ts'
import { type CallingState, nextOf } from './state.ts'

type Of<Name extends CallingCommand['name']> = Extract<CallingCommand, { name: Name }>

/** One standby for one moment, or for a range that will be called one after another. */
export function giveStandby(
  state: CallingState,
  { moment, to }: Of<'standby.give'>,
  context: CallingContext,
): Decision {
  const { plan, show } = context
  const first = findMoment(plan, moment)
  const last = to === undefined ? first : findMoment(plan, to)
  if (!first || !last) return unknownMoment
  const unable = whyNoStandby(state, first, context)
  if (unable) return unable
  if (last.playhead !== first.playhead || last.index < first.index)
    return refused(
      'range',
      `${momentName(last, show.departments)} does not come after ${momentName(first, show.departments)}.`,
    )
  const range = plan.moments
    .slice(first.index, last.index + 1)
    .filter((one) => whyNoStandby(state, one, context) === null && one.playhead === first.playhead)
  if (range.length > STANDBY_RANGE_MAX)
    return refused('long-range', `One standby holds ${STANDBY_RANGE_MAX} cues; that is ${range.length}.`)
  return happened(
    ...range.map((one): CallingEvent => ({ type: 'standby.given', v: 1, body: { moment: one.id } })),
  )
}

function whyNoStandby(
  state: CallingState,
  moment: Moment,
  { plan, show }: CallingContext,
): ReturnType<typeof refused> | null {
  const name = momentName(moment, show.departments)
  if (state.cut.includes(moment.index)) return refused('cue-cut', `${name} is cut tonight.`)
  const next = nextOf(plan, state, moment.playhead)
  if (!next || moment.index < next.index) return refused('behind', `${name} is behind the desk.`)
  if (state.standbys.some((standby) => standby.moment === moment.index))
    return refused('standing-by', `${name} is standing by already.`)
  return null
}

export function acknowledgeStandby(
  state: CallingState,
  command: Extract<CallingCommand, { name: 'standby.acknowledge' }>,
  { plan, show }: CallingContext,
): Decision {
  const { moment, department, channel } = command
  const found = findMoment(plan, moment)
  const concerned = found !== undefined && momentDepartments(found).includes(department)
  // To a department, the cues of others are as unknown as cues that do not exist (DISCLOSURE-8).
  if (!found || (channel === 'screen' && !concerned)) return unknownMoment
  const named = channel === 'screen' ? partOf(found, department) : found
  const name = momentName(named, show.departments)
  const standby = state.standbys.find((one) => one.moment === found.index)
  if (!standby) return refused('not-standing-by', `${name} is not standing by.`)
  const answering = departmentName(show.departments, department)
  if (!concerned) return refused('not-concerned', `${answering} has nothing in ${name}.`)
  if (standby.acknowledged.some((one) => one.department === department)) {
    return refused('acknowledged', `${answering} has answered already.`)
  }
  return happened({ type: 'standby.acknowledged', v: 1, body: { moment, department, channel } })
}

export function checkCans({ department, heard }: Of<'cans.check'>, { show }: CallingContext): Decision {
  if (!show.departments.some((one) => one.id === department))
    return refused('no-such-department', 'That department is not in the show.')
  return happened({ type: 'cans.checked', v: 1, body: { department, heard } })
}
