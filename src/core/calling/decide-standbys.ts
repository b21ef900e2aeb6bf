// Standby and its answers, the spotter's clear, who is heard on cans.

import { refused } from '../kit/result.ts'
import type { Show } from '../show/show.ts'
import { type Moment, type MomentId, momentDepartments, momentName } from '../show/timeline.ts'
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
  if (!next || moment.index < next.index) return refused('cue-called', `${name} has been called.`)
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

/** A moment as far as one department knows of it. */
const partOf = (moment: Moment, department: string): Moment => ({
  ...moment,
  cues: [...moment.cues, ...moment.followers].filter((cue) => cue.department === department),
})

/** The spotter's word that the way is clear. Only it lets a cue be called that waits for one. */
export function sayClear(state: CallingState, moment: MomentId, { plan, show }: CallingContext): Decision {
  const found = findMoment(plan, moment)
  if (!found) return unknownMoment
  const name = momentName(found, show.departments)
  if (found.spotters.length === 0) return refused('no-spotter', `${name} waits for nobody’s clear.`)
  const next = nextOf(plan, state, found.playhead)
  if (!next || found.index < next.index) return refused('cue-called', `${name} has been called.`)
  if (state.clear.some((one) => one.moment === found.index))
    return refused('clear', `${name}: clear already.`)
  return happened({ type: 'clear.said', v: 1, body: { moment } })
}

export function withdrawClear(
  state: CallingState,
  moment: MomentId,
  { plan, show }: CallingContext,
): Decision {
  const found = findMoment(plan, moment)
  if (!found) return unknownMoment
  if (!state.clear.some((one) => one.moment === found.index))
    return refused('not-clear', `${momentName(found, show.departments)}: nobody has said clear.`)
  return happened({ type: 'clear.withdrawn', v: 1, body: { moment } })
}

/** "Otto and Ruth": whose clear a moment waits for. */
export function spotterNames(show: Show, moment: Moment): string {
  const names = moment.spotters.map((spotter) => {
    const track = show.tracks.find((one) => one.id === spotter)
    return show.people.find((one) => one.id === track?.owner)?.callName ?? track?.title ?? 'the spotter'
  })
  return names.join(' and ')
}

export function checkCans({ department, heard }: Of<'cans.check'>, { show }: CallingContext): Decision {
  if (!show.departments.some((one) => one.id === department))
    return refused('no-such-department', 'That department is not in the show.')
  return happened({ type: 'cans.checked', v: 1, body: { department, heard } })
}
