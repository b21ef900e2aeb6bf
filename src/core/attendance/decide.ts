// Who may say what about who is in the building, and why not, in the words of the person who hears it.

import { may, type Viewer } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import { between, instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import {
  type AttendanceCommand,
  AWAY_MS_MAX,
  MARKS_MAX,
  OVERTAKEN_MS,
  SIGN_AGE_MS_MAX,
  UNDO_MS,
  VISITOR_NAME_LENGTH_MAX,
  VISITORS_MAX,
  type Who,
  WITHDRAWN_MAX,
} from './commands.ts'
import { announce, arrivalNote } from './decide-arrivals.ts'
import { askHelp, giveHelp } from './decide-help.ts'
import { accountFor, sweepMark, sweepUndo } from './decide-home.ts'
import { type AttendanceContext, type Decision, happened } from './decision.ts'
import type { Via } from './events.ts'
import { type AttendanceState, marksOf, withdrawnOf } from './state.ts'

type Of<Name extends AttendanceCommand['name']> = Extract<AttendanceCommand, { name: Name }>

const notYours = refused(
  'not-yours',
  'This device does not sign that. Ask stage management, or sign at the stage door.',
)

/** What each of these would say is somebody's state: at the stage door they are one answer, whoever is asked about. */
const ofTheirState: ReadonlySet<string> = new Set(['overtaken', 'many-signs', 'nothing-to-undo'])
const notSigned = refused('not-signed', 'That was not written down. Ask stage management to put it right.')

export function decideAttendance(
  state: AttendanceState,
  command: AttendanceCommand,
  context: AttendanceContext,
): Decision {
  const decided = decideSign(state, command, context)
  const isHidden = !decided.ok && ofTheirState.has(decided.refusal.code)
  return isHidden && !may(context.by, 'sign for others') && may(context.by, 'sign at the stage door')
    ? notSigned
    : decided
}

function decideSign(
  state: AttendanceState,
  command: AttendanceCommand,
  context: AttendanceContext,
): Decision {
  if (!mayDo(command, context)) return notYours
  if (!context.open) return refused('not-open', 'No performance is open.')
  if (context.closed)
    return refused('closed', 'This performance is closed. Whoever comes now signs for the next one.')
  const age = between(context.madeAt, context.at)
  if (age > SIGN_AGE_MS_MAX)
    return refused('too-old', `Not done: that press is ${Math.round(age / 60_000)} minutes old.`)
  switch (command.name) {
    case 'sign.in':
      return signIn(state, command, context)
    case 'sign.out':
      return signOut(state, command, context)
    case 'sign.away':
      return signAway(state, command, context)
    case 'sign.announce': {
      const via = viaFor(command.person, context)
      return unsignable(state, command, context) ?? announce(state, command, context, via)
    }
    case 'arrival.note':
      return arrivalNote(state, command, context)
    case 'sign.help':
      return askHelp(state, command, context)
    case 'sign.helped':
      return giveHelp(state, command)
    case 'sign.undo':
      return undo(state, command.who, context)
    case 'visitor.in':
      return visitorIn(state, command, context)
    case 'account.for':
      return accountFor(state, command, context)
    case 'sweep.mark':
      return sweepMark(state, command, context)
    case 'sweep.undo':
      return sweepUndo(state, command)
    default:
      return command satisfies never
  }
}

function mayDo(command: AttendanceCommand, context: AttendanceContext): boolean {
  const { by } = context
  switch (command.name) {
    case 'sign.in':
    case 'sign.away':
      return viaFor(command.person, context) !== null
    case 'sign.announce':
      return mayAnnounce(command, context)
    case 'arrival.note':
      return may(by, 'see everybody home')
    case 'sign.out':
      return signsFor(command.who, context)
    case 'sign.help':
      return may(by, 'sign at the stage door')
    case 'sign.helped':
      return may(by, 'sign for others')
    case 'sign.undo':
      return signsFor(command.who, context) || may(by, 'see everybody home')
    case 'visitor.in':
      return signsVisitors(by)
    case 'account.for':
    case 'sweep.mark':
    case 'sweep.undo':
      return may(by, 'see everybody home')
    default:
      return command satisfies never
  }
}

/** Whoever stands at the stage door is there. Home is only sent whoever stage management sends, and a child is called by nobody. */
function mayAnnounce({ person, as }: Of<'sign.announce'>, context: AttendanceContext): boolean {
  const via = viaFor(person, context)
  if (via === null || via === 'kiosk') return false
  if (as === 'sent home') return may(context.by, 'sign for others')
  return as !== 'on call' || via !== 'chaperone'
}

const signsFor = (who: Who, context: AttendanceContext): boolean =>
  'person' in who ? viaFor(who.person, context) !== null : signsVisitors(context.by)

const signsVisitors = (by: Viewer): boolean => may(by, 'sign at the stage door') || may(by, 'sign for others')

/** What a sign from this device is; null where it may not sign for that person, whether or not there is such a person. */
export function viaFor(person: PersonId, { by, show }: Pick<AttendanceContext, 'by' | 'show'>): Via | null {
  if (by.person === person) return 'phone'
  if (may(by, 'sign at the stage door')) return 'kiosk'
  if (may(by, 'sign for others')) return 'told'
  const ward = show.people.some((one) => one.id === person && one.chaperone === by.person)
  return ward && by.person !== null && may(by, 'sign for wards') ? 'chaperone' : null
}

/** At the stage door a visitor is signed by whoever stands there; elsewhere by whoever was told. */
const viaOf = (who: Who, context: AttendanceContext): Via =>
  ('person' in who ? viaFor(who.person, context) : null) ??
  (may(context.by, 'sign at the stage door') ? 'kiosk' : 'told')

function signed(who: Who, context: AttendanceContext) {
  return { via: viaOf(who, context), place: context.by.place, saidAt: saidAt(context) }
}

/** A device's clock may be ahead of ours: nothing was said after it was heard. */
const saidAt = ({ at, madeAt }: AttendanceContext) => instant(Math.min(madeAt, at))

const noSuchPerson = refused('no-such-person', 'There is nobody of that name in the show.')

const isInShow = ({ show }: AttendanceContext, person: PersonId): boolean =>
  show.people.some((one) => one.id === person)

/** What stands in the way of any sign for them, whatever it says. */
function unsignable(state: AttendanceState, who: Who, context: AttendanceContext): Decision | null {
  if ('person' in who && !isInShow(context, who.person)) return noSuchPerson
  const marks = marksOf(state, who)
  if ('visitor' in who && marks.length === 0) return noSuchVisitor
  if (marks.length >= MARKS_MAX)
    return refused('many-signs', 'Signed too often tonight: ask stage management to put that right.')
  const last = marks.at(-1)
  // A press that waited for a connection does not undo what was said since.
  if (last && last.saidAt > context.madeAt && between(context.madeAt, context.at) > OVERTAKEN_MS)
    return refused('overtaken', 'Not done: somebody has signed for them since that press.')
  return null
}

const noSuchVisitor = refused(
  'no-such-visitor',
  'No visitor is signed in under that number. Ask at the stage door.',
)

/** Again where they are in already: it is newer evidence, and the stage door tells nobody who is in. */
function signIn(state: AttendanceState, { person }: Of<'sign.in'>, context: AttendanceContext): Decision {
  const unable = unsignable(state, { person }, context)
  return (
    unable ?? happened({ type: 'person.signed-in', v: 1, body: { person, ...signed({ person }, context) } })
  )
}

function signOut(state: AttendanceState, { who }: Of<'sign.out'>, context: AttendanceContext): Decision {
  const unable = unsignable(state, who, context)
  return unable ?? happened({ type: 'person.signed-out', v: 1, body: { who, ...signed(who, context) } })
}

function signAway(
  state: AttendanceState,
  { person, backAt }: Of<'sign.away'>,
  context: AttendanceContext,
): Decision {
  const { at } = context
  if (backAt !== null && (backAt <= at || backAt - at > AWAY_MS_MAX))
    return refused('not-then', 'Back when? Say a time from now on, and today.')
  const unable = unsignable(state, { person }, context)
  const body = { person, backAt, ...signed({ person }, context) }
  return unable ?? happened({ type: 'person.went-out', v: 1, body })
}

function visitorIn(
  state: AttendanceState,
  { visitor, host }: Of<'visitor.in'>,
  context: AttendanceContext,
): Decision {
  const name = visitor.trim()
  if (name === '') return refused('no-name', 'Write the visitor’s name.')
  if (name.length > VISITOR_NAME_LENGTH_MAX)
    return refused('long-name', `A name holds ${VISITOR_NAME_LENGTH_MAX} characters.`)
  if (host !== null && !isInShow(context, host)) return noSuchPerson
  if (state.visitors.length >= VISITORS_MAX)
    return refused('many-visitors', `A night holds ${VISITORS_MAX} visitors. Go on with the sheet on paper.`)
  const via: Via = may(context.by, 'sign at the stage door') ? 'kiosk' : 'told'
  const body = { host, via, place: context.by.place, saidAt: saidAt(context) }
  return happened({ type: 'visitor.signed-in', v: 1, body, detail: { name } })
}

/** One's own press, for a while; stage management's at any time. To others it is as if nothing had been pressed. */
function undo(state: AttendanceState, who: Who, { by, at }: AttendanceContext): Decision {
  const last = marksOf(state, who).at(-1)
  const puts = may(by, 'sign for others') || (last?.sign === 'accounted' && may(by, 'see everybody home'))
  const own = last?.by === (by.person ?? by.device) && last !== undefined && at - last.at <= UNDO_MS
  const isFull = withdrawnOf(state, who) >= WITHDRAWN_MAX
  if (last === undefined || last.sign === 'stayed' || isFull || !(puts || own))
    return refused('nothing-to-undo', 'Nothing to take back here. Ask stage management to put it right.')
  return happened({ type: 'sign.withdrawn', v: 1, body: { who } })
}
