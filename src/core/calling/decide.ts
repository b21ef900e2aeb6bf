// What may happen at the desk, and why not, in the words of the person who hears it.

import { type DeviceId, may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { between, type Instant } from '../kit/time.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { Department, Show } from '../show/show.ts'
import { type Moment, type MomentId, momentDepartments, momentName, type Timeline } from '../show/timeline.ts'
import { type CallingCommand, NOTE_LENGTH_MAX, NOTES_MAX, REASON_LENGTH_MAX } from './commands.ts'
import type { CallingEvent } from './events.ts'
import { actUp, type CallingState, heldSince } from './state.ts'

/** A GO older than this was meant for another moment of the show. */
export const GO_AGE_MS_MAX = 2_000
/** Two GOs closer than this are one hand shaking; a setting of the house, 0 permitted. */
export const GO_INTERVAL_MS_DEFAULT = 250
/** After this, stepping back needs a reason. */
export const STEP_BACK_FREE_MS = 10_000

export type CallingContext = {
  readonly show: Show
  readonly plan: Timeline
  /** When the server decides. */
  readonly at: Instant
  /** When the person pressed, in server time as well as their device knows it. */
  readonly madeAt: Instant
  readonly by: Viewer
  readonly goIntervalMs: number
}

type Decision = Result<readonly CallingEvent[]>
const happened = (event: CallingEvent): Decision => accepted([event])

export function decideCalling(
  state: CallingState,
  command: CallingCommand,
  context: CallingContext,
): Decision {
  const unable = unableAtAll(state, command, context)
  if (unable) return unable
  switch (command.name) {
    case 'desk.take':
      return takeDesk(state, context)
    case 'call.give':
      return giveCall(state, command, context)
    case 'act.up':
      return actGoesUp(state, command.act, context.plan)
    case 'act.down':
      return actComesDown(state, command.act)
    case 'item.start':
      return startItem(state, command, context.plan)
    case 'standby.give':
      return giveStandby(state, command.moment, context)
    case 'standby.acknowledge':
      return acknowledgeStandby(state, command, context)
    case 'cue.go':
      return go(state, command, context)
    case 'desk.step-back':
      return stepBack(state, command, context)
    case 'clock.hold':
      return heldSince(state) === null
        ? happened({ type: 'clock.held', v: 1, body: {} })
        : refused('already-held', 'The show is already held.')
    case 'clock.resume':
      return heldSince(state) === null
        ? refused('not-held', 'The show is not held.')
        : happened({ type: 'clock.resumed', v: 1, body: {} })
    case 'note.write':
      return writeNote(state, command, context)
    case 'performance.close':
      return close(state)
    default:
      return command satisfies never
  }
}

function unableAtAll(state: CallingState, command: CallingCommand, { by }: CallingContext): Decision | null {
  if (!mayDo(state, command, by)) return refused('not-yours', deniedSentence(by))
  if (state.opened === null) return refused('not-open', 'No performance is open.')
  // Notes are still written after the close: the best ones come in the bar.
  if (state.closedAt !== null && command.name !== 'note.write') {
    return refused('closed', 'This performance is closed. Notes can still be written.')
  }
  return null
}

function mayDo(state: CallingState, command: CallingCommand, by: Viewer): boolean {
  switch (command.name) {
    case 'desk.take':
      return may(by, 'take the desk')
    case 'standby.acknowledge':
      return command.channel === 'cans'
        ? may(by, 'answer for a department on cans') || callsTonight(state, by)
        : may(by, 'acknowledge a standby') && by.department === command.department
    case 'note.write':
      return may(by, 'write a note')
    case 'performance.close':
      return may(by, 'close the performance')
    default:
      return callsTonight(state, by)
  }
}

/** The caller; or a stage manager who has said so by taking the desk. */
const callsTonight = (state: CallingState, by: Viewer): boolean =>
  may(by, 'call the show') || (may(by, 'take the desk') && state.desk.taken.includes(by.device))

const deniedSentence = (by: Viewer): string =>
  may(by, 'take the desk') ? 'Take the desk first: then you call.' : 'This device does not call the show.'

function takeDesk(state: CallingState, { by }: CallingContext): Decision {
  if (state.desk.taken.includes(by.device)) return refused('already-taken', 'You have the desk already.')
  const device: DeviceId = by.device
  return happened({ type: 'desk.taken', v: 1, body: { device } })
}

function giveCall(
  state: CallingState,
  { call, act }: { readonly call: string; readonly act: number },
  { show, plan }: CallingContext,
): Decision {
  if (!plan.acts.some((one) => one.act === act))
    return refused('no-such-act', `There is no act ${act} tonight.`)
  const known = callsBefore(state.opened?.country ?? show.country, act).find((one) => one.id === call)
  if (!known) return refused('no-such-call', 'That call is not in tonight’s call table.')
  if (state.acts.some((one) => one.act >= act)) return refused('act-is-up', `Act ${act} is up already.`)
  if (state.calls.some((given) => given.call === call && given.act === act)) {
    return refused('call-given', `${known.words}: already called.`)
  }
  return happened({ type: 'call.given', v: 1, body: { call, act } })
}

function actGoesUp(state: CallingState, act: number, plan: Timeline): Decision {
  if (!plan.acts.some((one) => one.act === act))
    return refused('no-such-act', `There is no act ${act} tonight.`)
  if (state.acts.some((one) => one.act === act))
    return refused('act-was-up', `Act ${act} has been up already.`)
  const up = actUp(state)
  if (up) return refused('act-is-up', `Act ${up.act} is still up: bring it down first.`)
  if (state.acts.some((one) => one.act > act))
    return refused('act-is-past', `A later act than act ${act} has been up.`)
  return happened({ type: 'act.up', v: 1, body: { act } })
}

function actComesDown(state: CallingState, act: number): Decision {
  const up = actUp(state)
  if (up?.act !== act) return refused('act-not-up', `Act ${act} is not up.`)
  return happened({ type: 'act.down', v: 1, body: { act } })
}

function startItem(
  state: CallingState,
  { item }: Extract<CallingCommand, { name: 'item.start' }>,
  plan: Timeline,
): Decision {
  const found = plan.items.find((one) => one.id === item)
  if (!found) return refused('no-such-item', 'That item is not in tonight’s running order.')
  if (actUp(state)?.act !== found.act) return refused('act-not-up', `Act ${found.act} is not up.`)
  if (state.reached?.item === found.index)
    return refused('item-running', `“${found.title}” is running already.`)
  return happened({ type: 'item.started', v: 1, body: { item } })
}

const find = (plan: Timeline, moment: MomentId): Moment | undefined =>
  plan.moments.find((one) => one.id === moment)

const unknownMoment = refused('no-such-cue', 'That cue is not in tonight’s running order.')

function giveStandby(state: CallingState, moment: MomentId, { plan, show }: CallingContext): Decision {
  const found = find(plan, moment)
  if (!found) return unknownMoment
  const name = momentName(found, show.departments)
  if (found.index < state.desk.next) return refused('cue-called', `${name} has been called.`)
  if (state.standbys.some((standby) => standby.moment === found.index)) {
    return refused('standing-by', `${name} is standing by already.`)
  }
  return happened({ type: 'standby.given', v: 1, body: { moment } })
}

function acknowledgeStandby(
  state: CallingState,
  command: Extract<CallingCommand, { name: 'standby.acknowledge' }>,
  { plan, show }: CallingContext,
): Decision {
  const { moment, department, channel } = command
  const found = find(plan, moment)
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

const departmentName = (departments: readonly Department[], department: string): string =>
  departments.find((one) => one.id === department)?.name ?? 'That department'

function go(
  state: CallingState,
  { moment, move }: Extract<CallingCommand, { name: 'cue.go' }>,
  { plan, show, at, madeAt, goIntervalMs }: CallingContext,
): Decision {
  const found = find(plan, moment)
  if (!found) return unknownMoment
  const name = momentName(found, show.departments)
  const age = between(madeAt, at)
  if (age > GO_AGE_MS_MAX)
    return refused('too-old', `Not called: that press for ${name} is ${tenths(age)} s old.`)
  if (heldSince(state) !== null)
    return refused('held', `The show is held: ${name} was not called. Resume first.`)
  const last = state.called.at(-1)
  if (last && last.moment === found.index && state.desk.next > found.index) {
    return refused('already-called', `${name} was called ${tenths(between(last.at, at))} s ago.`)
  }
  if (move !== state.desk.move || found.index !== state.desk.next) {
    return refused('desk-moved', `${name} was not called: ${deskIsAt(state, plan, show.departments)}`)
  }
  if (last && between(last.at, at) < goIntervalMs) {
    return refused(
      'too-soon',
      `${name} was not called: only ${tenths(between(last.at, at))} s after the last.`,
    )
  }
  return happened({ type: 'cue.called', v: 1, body: { moment } })
}

const tenths = (ms: number): string => (ms / 1000).toFixed(1)

function deskIsAt(state: CallingState, plan: Timeline, departments: readonly Department[]): string {
  const next = plan.moments[state.desk.next]
  return next ? `the desk is at ${momentName(next, departments)}.` : 'no cue is left tonight.'
}

function stepBack(
  state: CallingState,
  command: Extract<CallingCommand, { name: 'desk.step-back' }>,
  { plan, at }: CallingContext,
): Decision {
  const before = plan.moments[state.desk.next - 1]
  if (!before) return refused('at-the-top', 'The desk is at the first cue.')
  if (command.move !== state.desk.move) return refused('desk-moved', 'The desk has moved since: look again.')
  const last = state.called.at(-1)
  const reason = command.reason.trim().slice(0, REASON_LENGTH_MAX)
  const recent =
    last !== undefined && last.moment === before.index && between(last.at, at) <= STEP_BACK_FREE_MS
  if (!recent && reason === '') {
    return refused('reason-needed', 'That cue was called more than 10 s ago: say why the desk goes back.')
  }
  return happened({ type: 'desk.stepped-back', v: 1, body: { to: before.id }, detail: { reason } })
}

function writeNote(
  state: CallingState,
  { department, text }: Extract<CallingCommand, { name: 'note.write' }>,
  { show }: CallingContext,
): Decision {
  const trimmed = text.trim()
  if (trimmed === '') return refused('empty-note', 'The note is empty.')
  if (trimmed.length > NOTE_LENGTH_MAX) {
    return refused('long-note', `A note holds ${NOTE_LENGTH_MAX} characters; this one has ${trimmed.length}.`)
  }
  if (state.notes.length >= NOTES_MAX) return refused('many-notes', `A performance holds ${NOTES_MAX} notes.`)
  if (department !== null && !show.departments.some((one) => one.id === department)) {
    return refused('no-such-department', 'That department is not in the show.')
  }
  return happened({ type: 'note.written', v: 1, body: { department }, detail: { text: trimmed } })
}

function close(state: CallingState): Decision {
  const up = actUp(state)
  if (up) return refused('act-is-up', `Act ${up.act} is up: bring it down before the night is closed.`)
  if (heldSince(state) !== null)
    return refused('held', 'The show is held: resume before the night is closed.')
  return happened({ type: 'performance.closed', v: 1, body: {} })
}
