// GO, and the other ways a desk moves: back, elsewhere, past a cue, without it; and what became of a cue.

import { refused } from '../kit/result.ts'
import { between } from '../kit/time.ts'
import { DECK, type Moment, momentDepartments, momentName, type Timeline } from '../show/timeline.ts'
import { type CallingCommand, GO_AGE_MS_MAX, REASON_LENGTH_MAX, STEP_BACK_FREE_MS } from './commands.ts'
import { notYetClear, spotterNames } from './decide-clear.ts'
import {
  type CallingContext,
  type Decision,
  departmentName,
  deskIsAt,
  deskMoved,
  findMoment,
  happened,
  nameFor,
  tenths,
  unknownMoment,
} from './decision.ts'
import { type CalledMoment, type CallingState, heldSince, nextOf, standsAt } from './state.ts'

type Of<Name extends CallingCommand['name']> = Extract<CallingCommand, { name: Name }>
type Refused = ReturnType<typeof refused>

export function go(state: CallingState, command: Of<'cue.go'>, context: CallingContext): Decision {
  const found = findMoment(context.plan, command.moment)
  if (!found) return unknownMoment
  const unable =
    whyNotNow(state, found, context) ??
    whyNotThis(state, found, command, context) ??
    whyNotReady(state, found, context)
  if (unable) return unable
  const called = { type: 'cue.called', v: 1, body: { moment: found.id } } as const
  const inOrder = nextOf(context.plan, state, found.playhead)?.index === found.index
  return inOrder ? happened(called) : happened({ type: 'desk.jumped', v: 1, body: { to: found.id } }, called)
}

/** What stands against any GO at this moment. */
function whyNotNow(state: CallingState, found: Moment, { show, at, madeAt }: CallingContext): Refused | null {
  const name = momentName(found, show.departments)
  const age = between(madeAt, at)
  if (age > GO_AGE_MS_MAX)
    return refused('too-old', `Not called: that press for ${name} is ${tenths(age)} s old.`)
  if (heldSince(state) !== null)
    return refused('held', `The show is held: ${name} was not called. Resume first.`)
  return null
}

/** What stands against a GO for this cue from this picture of the desk. */
function whyNotThis(
  state: CallingState,
  found: Moment,
  { move, jump }: Of<'cue.go'>,
  context: CallingContext,
): Refused | null {
  const { plan, show, at, goIntervalMs } = context
  const name = momentName(found, show.departments)
  const next = nextOf(plan, state, found.playhead)
  const last = state.called.at(-1)
  const twin = lastOf(plan, state, found.playhead)
  const behind = !next || next.index > found.index
  // Going back to it on purpose is a jump that has seen it called.
  const again = jump === true && move === state.desk.move
  if (twin?.moment === found.index && behind && !again)
    return refused('already-called', `${name} was called ${tenths(between(twin.at, at))} s ago.`)
  if (state.cut.includes(found.index)) return refused('cue-cut', `${name} is cut tonight.`)
  if (move !== state.desk.move || (jump !== true && found.index !== next?.index)) {
    return refused('desk-moved', `${name} was not called: ${deskIsAt(state, context, found.playhead)}`)
  }
  // Also after a step back: the second of two hands on two desks must not call again what the first undid.
  const moved = Math.max(last?.at ?? 0, state.steppedBack?.at ?? 0)
  if (moved > 0 && at - moved < goIntervalMs) {
    const gap = tenths(at - moved)
    return refused('too-soon', `${name} was not called: only ${gap} s after the last.`)
  }
  return null
}

/** The last GO of a list: what was called from another list meanwhile says nothing of it. */
function lastOf(plan: Timeline, state: CallingState, playhead: string): CalledMoment | undefined {
  return state.called.findLast((one) => plan.moments[one.moment]?.playhead === playhead)
}

/** What the book or the caller's own rule wants before this cue. */
function whyNotReady(state: CallingState, found: Moment, { show }: CallingContext): Refused | null {
  const name = momentName(found, show.departments)
  const silent = notYetClear(state, found)
  if (silent.length > 0)
    return refused(
      'not-clear',
      `${name} waits for clear from ${spotterNames(show, silent)}: it was not called.`,
    )
  if (state.rules.twoStep && !state.standbys.some((one) => one.moment === found.index))
    return refused(
      'no-standby',
      `${name} is not standing by: it was not called. This desk calls in two steps.`,
    )
  return null
}

export function stepBack(
  state: CallingState,
  command: Of<'desk.step-back'>,
  { plan, at }: CallingContext,
): Decision {
  const before = plan.moments.findLast(
    (one) => one.index < state.desk.next && one.playhead === DECK && !state.cut.includes(one.index),
  )
  if (!before) return refused('at-the-top', 'The desk is at the first cue.')
  if (command.move !== state.desk.move) return deskMoved
  const last = lastOf(plan, state, DECK)
  const reason = command.reason.trim().slice(0, REASON_LENGTH_MAX)
  const recent =
    last !== undefined && last.moment === before.index && between(last.at, at) <= STEP_BACK_FREE_MS
  if (!recent && reason === '') {
    return refused('reason-needed', 'That cue was called more than 10 s ago: say why the desk goes back.')
  }
  return happened({ type: 'desk.stepped-back', v: 1, body: { to: before.id }, detail: { reason } })
}

/** Puts a list at another cue without calling it. */
export function jump(
  state: CallingState,
  { moment, move }: Of<'desk.jump'>,
  { plan, show }: CallingContext,
): Decision {
  const found = findMoment(plan, moment)
  if (!found) return unknownMoment
  const name = momentName(found, show.departments)
  if (move !== state.desk.move) return deskMoved
  if (state.cut.includes(found.index)) return refused('cue-cut', `${name} is cut tonight.`)
  if (nextOf(plan, state, found.playhead)?.index === found.index)
    return refused('there-already', `The desk is at ${name} already.`)
  return happened({ type: 'desk.jumped', v: 1, body: { to: moment } })
}

/** Goes past the next cue of a list without calling it. */
export function skip(
  state: CallingState,
  { moment, move }: Of<'cue.skip'>,
  context: CallingContext,
): Decision {
  const found = findMoment(context.plan, moment)
  if (!found) return unknownMoment
  if (move !== state.desk.move) return deskMoved
  if (nextOf(context.plan, state, found.playhead)?.index !== found.index) {
    const name = momentName(found, context.show.departments)
    return refused('not-next', `${name} was not skipped: ${deskIsAt(state, context, found.playhead)}`)
  }
  return happened({ type: 'cue.skipped', v: 1, body: { moment } })
}

/** Takes a cue out of tonight's night; it can be put back until its list has passed it. */
export function cutCue(state: CallingState, moment: Moment['id'], { plan, show }: CallingContext): Decision {
  const found = findMoment(plan, moment)
  if (!found) return unknownMoment
  const name = momentName(found, show.departments)
  if (state.cut.includes(found.index)) return refused('cue-cut', `${name} is cut already.`)
  const next = nextOf(plan, state, found.playhead)
  if (!next || found.index < next.index) return refused('behind', `${name} is behind the desk.`)
  return happened({ type: 'cue.cut', v: 1, body: { moment } })
}

export function restoreCue(
  state: CallingState,
  moment: Moment['id'],
  { plan, show }: CallingContext,
): Decision {
  const found = findMoment(plan, moment)
  if (!found) return unknownMoment
  const name = momentName(found, show.departments)
  if (!state.cut.includes(found.index)) return refused('not-cut', `${name} is not cut.`)
  if (state.orderCut.includes(found.index))
    return refused('order-cut', `${name} is in what tonight’s order leaves out.`)
  if (found.index < standsAt(state.desk, found.playhead))
    return refused('behind', `${name} is behind the desk.`)
  return happened({ type: 'cue.restored', v: 1, body: { moment } })
}

/** Complete, late, missed or early: a department's word on a cue of its own that was called. */
export function reportCue(
  state: CallingState,
  { moment, department, outcome }: Of<'cue.report'>,
  context: CallingContext,
): Decision {
  const found = findMoment(context.plan, moment)
  if (!found || !momentDepartments(found).includes(department)) return unknownMoment
  const call = state.called.findLastIndex((one) => one.moment === found.index)
  if (call === -1) return refused('not-called', `${nameFor(found, context)} has not been called.`)
  const was = state.reports.find((one) => one.call === call && one.department === department)
  if (was?.outcome === outcome) {
    const name = departmentName(context.show.departments, department)
    return refused('reported', `${name}: ${outcome} already.`)
  }
  return happened({ type: 'cue.reported', v: 1, body: { moment, department, outcome } })
}
