// What may happen at the desk, and why not, in the words of the person who hears it.

import { type DeviceId, may, type Viewer } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import { between } from '../kit/time.ts'
import { type CallingCommand, GO_AGE_MS_MAX, keptCommands, NOTE_LENGTH_MAX, NOTES_MAX } from './commands.ts'
import {
  actComesDown,
  actGoesUp,
  clearHouse,
  expectAct,
  giveCall,
  startItem,
  withdrawHouse,
} from './decide-acts.ts'
import { sayClear, speaksFor, withdrawClear } from './decide-clear.ts'
import { cutCue, go, jump, reportCue, restoreCue, skip, stepBack } from './decide-cues.ts'
import { acknowledgeStandby, checkCans, giveStandby } from './decide-standbys.ts'
import { dropTask, finishTask, giveTask, mayFinish, reopenTask, taskOfNew } from './decide-tasks.ts'
import { beginVamp, endVamp } from './decide-vamps.ts'
import {
  type CallingContext,
  callsTonight,
  type Decision,
  findMoment,
  happened,
  inAllWords,
  tenths,
} from './decision.ts'
import type { DeskRules } from './events.ts'
import { actUp, type CallingState, heldSince } from './state.ts'

type Of<Name extends CallingCommand['name']> = Extract<CallingCommand, { name: Name }>
type Decide<Command> = (state: CallingState, command: Command, context: CallingContext) => Decision

const deciders: { readonly [Name in CallingCommand['name']]: Decide<Of<Name>> } = {
  'desk.take': (state, _command, context) => takeDesk(state, context),
  'call.give': giveCall,
  'act.up': (state, { act }, { plan }) => actGoesUp(state, act, plan),
  'act.down': (state, { act }) => actComesDown(state, act),
  'house.clear': (state, { act }, context) => clearHouse(state, act, context),
  'house.withdraw': (state, { act }, context) => withdrawHouse(state, act, context),
  'item.start': (state, command, { plan }) => startItem(state, command, plan),
  'standby.give': giveStandby,
  'standby.acknowledge': acknowledgeStandby,
  'cue.go': go,
  'desk.step-back': stepBack,
  'desk.jump': jump,
  'cue.skip': skip,
  'cue.cut': (state, { moment }, context) => cutCue(state, moment, context),
  'cue.restore': (state, { moment }, context) => restoreCue(state, moment, context),
  'cue.report': reportCue,
  'clear.say': (state, { moment }, context) => sayClear(state, moment, context),
  'clear.withdraw': (state, { moment }, context) => withdrawClear(state, moment, context),
  'act.expect': expectAct,
  'task.give': giveTask,
  'task.finish': finishTask,
  'task.drop': dropTask,
  'task.reopen': reopenTask,
  'cans.check': (_state, command, context) => checkCans(command, context),
  'vamp.begin': beginVamp,
  'vamp.end': endVamp,
  'rule.change': (state, { rules }) =>
    state.rules.twoStep === rules.twoStep && runsBeside(state.rules) === runsBeside(rules)
      ? refused('same-rule', 'This desk calls that way already.')
      : happened({ type: 'rule.changed', v: 1, body: rulesOf(rules) }),
  'clock.hold': (state) =>
    heldSince(state) === null
      ? happened({ type: 'clock.held', v: 1, body: {} })
      : refused('already-held', 'The show is already held.'),
  'clock.resume': (state) =>
    heldSince(state) === null
      ? refused('not-held', 'The show is not held.')
      : happened({ type: 'clock.resumed', v: 1, body: {} }),
  'note.write': writeNote,
  'performance.close': (state) => close(state),
}

export function decideCalling(
  state: CallingState,
  command: CallingCommand,
  context: CallingContext,
): Decision {
  const meant = inAllWords(command, context)
  const unable = unableAtAll(state, meant, context)
  if (unable) return unable
  // The table gives each name the decider of its own command; the compiler cannot follow the pair through the look-up.
  const decide = deciders[meant.name] as Decide<CallingCommand>
  return decide(state, meant, context)
}

type AskedRules = Of<'rule.change'>['rules']

const runsBeside = ({ besidePaper }: AskedRules): boolean => besidePaper === true

/** Written down only where it is so: what older records have means the same. */
const rulesOf = (rules: AskedRules): DeskRules =>
  runsBeside(rules) ? { twoStep: rules.twoStep, besidePaper: true } : { twoStep: rules.twoStep }

const afterTheClose: readonly CallingCommand['name'][] = [
  'note.write',
  'task.give',
  'task.finish',
  'task.drop',
  'task.reopen',
]

function unableAtAll(state: CallingState, command: CallingCommand, context: CallingContext): Decision | null {
  const { by } = context
  if (!mayDo(state, command, context)) return refused('not-yours', deniedSentence(by))
  if (state.opened === null) return refused('not-open', 'No performance is open.')
  // Notes are still written after the close: the best ones come in the bar.
  if (state.closedAt !== null && !afterTheClose.includes(command.name)) {
    return refused('closed', 'This performance is closed. Notes can still be written.')
  }
  const age = between(context.madeAt, context.at)
  // A GO says so in its own words.
  if (age > GO_AGE_MS_MAX && command.name !== 'cue.go' && !keptCommands.includes(command.name))
    return refused('too-old', `Not done: that press is ${tenths(age)} s old.`)
  return null
}

function mayDo(state: CallingState, command: CallingCommand, context: CallingContext): boolean {
  const { by } = context
  switch (command.name) {
    case 'desk.take':
      return may(by, 'take the desk')
    case 'standby.acknowledge':
      return command.channel === 'cans'
        ? may(by, 'answer for a department on cans') || callsTonight(state, by)
        : may(by, 'acknowledge a standby') && by.department === command.department
    case 'cue.report':
      return (
        (may(by, 'acknowledge a standby') && by.department === command.department) || callsTonight(state, by)
      )
    case 'clear.say':
    case 'clear.withdraw':
      return callsTonight(state, by) || spots(state, command.moment, context)
    case 'vamp.begin':
    case 'vamp.end':
      return may(by, 'say a vamp') || callsTonight(state, by)
    case 'house.clear':
    case 'house.withdraw':
      return may(by, 'give clearance')
    case 'act.expect':
      return may(by, 'give clearance')
    case 'task.give':
      return may(by, 'give a task')
    case 'task.finish':
    case 'task.drop':
    case 'task.reopen':
      return mayFinish(state, command.task, by)
    case 'note.write':
      return may(by, 'write a note')
    case 'performance.close':
      return may(by, 'close the performance')
    default:
      return callsTonight(state, by)
  }
}

/** To whoever does not spot it, a cue that waits for clear is as unknown as none (DISCLOSURE-8). */
function spots(state: CallingState, moment: Of<'clear.say'>['moment'], context: CallingContext): boolean {
  const found = findMoment(context.plan, moment)
  return found !== undefined && speaksFor(state, found, context).length > 0
}

const deniedSentence = (by: Viewer): string =>
  may(by, 'take the desk') ? 'Take the desk first: then you call.' : 'This device does not call the show.'

function takeDesk(state: CallingState, { by }: CallingContext): Decision {
  if (state.desk.taken.includes(by.device)) return refused('already-taken', 'You have the desk already.')
  const device: DeviceId = by.device
  return happened({ type: 'desk.taken', v: 1, body: { device } })
}

function writeNote(
  state: CallingState,
  { department, text, task = false }: Extract<CallingCommand, { name: 'note.write' }>,
  { show, by }: CallingContext,
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
  const written = { type: 'note.written', v: 1, body: { department }, detail: { text: trimmed } } as const
  if (!task || department === null) return happened(written)
  const given = taskOfNew(state, department, by)
  return given.ok ? happened(written, ...given.value) : given
}

function close(state: CallingState): Decision {
  const up = actUp(state)
  if (up) return refused('act-is-up', `Act ${up.act} is up: bring it down before the night is closed.`)
  if (heldSince(state) !== null)
    return refused('held', 'The show is held: resume before the night is closed.')
  return happened({ type: 'performance.closed', v: 1, body: {} })
}
