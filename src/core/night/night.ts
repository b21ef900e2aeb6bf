// One performance: the plan it runs on, and the five verbs over its state.

import {
  type AbsenceCommand,
  type AbsenceEvent,
  type AbsenceState,
  absenceTypes,
  applyAbsence,
  emptyAbsence,
  isOfAbsence,
} from '../absence/absence.ts'
import { type AttendanceCommand, isOfAttendance } from '../attendance/commands.ts'
import { decideAttendance } from '../attendance/decide.ts'
import type { AttendanceEvent, AttendanceEventType } from '../attendance/events.ts'
import { type AttendanceState, applyAttendance, emptyAttendance, remaining } from '../attendance/state.ts'
import { applyCalling } from '../calling/apply.ts'
import type { CallingCommand } from '../calling/commands.ts'
import { decideCalling } from '../calling/decide.ts'
import type { CallingEvent, CallingEventType, Recorded } from '../calling/events.ts'
import { type CallingState, emptyCalling } from '../calling/state.ts'
import {
  applyCovering,
  type CoveringCommand,
  type CoveringEvent,
  type CoveringState,
  coveringTypes,
  emptyCovering,
  isOfCovering,
} from '../covering/covering.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { applyHouse } from '../house/apply.ts'
import { emptyHouse, type HouseCommand, type HouseEvent, type HouseState } from '../house/house.ts'
import type { Json } from '../kit/json.ts'
import { type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import {
  applyLineNotes,
  emptyLineNotes,
  isOfLineNotes,
  type LineNoteCommand,
  type LineNoteEvent,
  type LineNotesState,
  lineNoteTypes,
} from '../line-notes/line-notes.ts'
import {
  applyCompare,
  type CompareCommand,
  type Compared,
  type ComparedEvent,
  decideCompare,
} from '../paperwork/compared.ts'
import {
  applyDamage,
  type DamageCommand,
  type DamageEvent,
  damageTypes,
  decideDamage,
  type ToldDamage,
} from '../paperwork/damage.ts'
import {
  applyPrint,
  decidePrint,
  type Print,
  type PrintCommand,
  type PrintedEvent,
} from '../paperwork/printed.ts'
import type { PresenceCommand } from '../presence/commands.ts'
import type { ConcernCommand } from '../presence/concern-context.ts'
import { decideSightings, isOfSightings, type SightingCommand } from '../presence/decide-sightings.ts'
import type { PresenceEvent } from '../presence/events.ts'
import { decideLookUp, isLookUp } from '../presence/look-up.ts'
import { applyPresence, emptyPresence, type PresenceState, presenceTypes } from '../presence/state.ts'
import type { LearnedUsual } from '../presence/usual.ts'
import {
  emptyOrder,
  isOfOrder,
  type OrderCommand,
  type OrderEvent,
  type OrderState,
  orderTypes,
} from '../reorder/night-order.ts'
import type { LearnedTimes } from '../running/learned.ts'
import type { PerformanceKind } from '../show/kinds.ts'
import type { EditionId, Show } from '../show/show.ts'
import { type Timeline, timeline } from '../show/timeline.ts'
import { understudied } from '../show/understudied.ts'
import { alsoOfOwnWord, decideOfConcerns, decidePresenceDue, isOfConcerns } from './concerns.ts'
import { decideOfAbsence, decideOfCovering } from './covering.ts'
import { decideOfHouse, houseTypes, isOfHouse } from './house.ts'
import { decideOfLineNotes } from './line-notes.ts'
import { decideOfOrder, takeOrder } from './order.ts'
import { whole } from './personal.ts'
import { showClock } from './show-clock.ts'
import { type TakeShow, takeShow } from './take.ts'
import { tonight } from './tonight.ts'

/** What never changes within one performance. */
export type Plan = { readonly show: Show; readonly timeline: Timeline }

export type NightState = {
  /** Seq of the last event folded in. */
  readonly seq: number
  readonly calling: CallingState
  readonly attendance: AttendanceState
  readonly house: HouseState
  readonly presence: PresenceState
  readonly absence: AbsenceState
  readonly covering: CoveringState
  /** What earlier performances taught when this one was opened; null where there were too few. */
  readonly learned: LearnedTimes | null
  /** What they taught of when people are usually seen; null where that was not looked at yet. */
  readonly usual: LearnedUsual | null
  readonly lineNotes: LineNotesState
  /** The order that is drafted, and the one in force. */
  readonly order: OrderState
  /** What was printed tonight, the oldest first. */
  readonly prints: readonly Print[]
  /** What the paper report said of tonight; null before anybody compared. */
  readonly compared: Compared | null
  /** What of the record cannot be read any more, as each opening found it. */
  readonly damage: readonly ToldDamage[]
  /** Types this version does not know: kept and passed over, shown as a warning at the desk. */
  readonly unknown: number
}

/** An event as it comes out of the log: outside data until its type is known. */
export type LoggedEvent = Recorded & {
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Json | null
}

/** Whatever may be asked of a performance, and whatever may have happened in it. */
export type NightCommand =
  | CallingCommand
  | AttendanceCommand
  | HouseCommand
  | OrderCommand
  | SightingCommand
  | ConcernCommand
  | Extract<PresenceCommand, { name: 'presence.due' }>
  | AbsenceCommand
  | CoveringCommand
  | TakeShow
  | LineNoteCommand
  | PrintCommand
  | CompareCommand
  | DamageCommand
export type NightEvent =
  | CallingEvent
  | AttendanceEvent
  | HouseEvent
  | OrderEvent
  | PresenceEvent
  | AbsenceEvent
  | CoveringEvent
  | LineNoteEvent
  | PrintedEvent
  | ComparedEvent
  | DamageEvent

export type NightContext = {
  readonly at: Instant
  readonly madeAt: Instant
  readonly by: Viewer
  readonly goIntervalMs: number
}

/** `kind`: in an understudy run those play who cover. */
export function planOf(show: Show, edition?: EditionId, kind: PerformanceKind = 'show'): Plan {
  const played = kind === 'understudy' ? understudied(show) : show
  return { show: played, timeline: timeline(played, edition) }
}

export const emptyNight: NightState = {
  seq: 0,
  calling: emptyCalling,
  attendance: emptyAttendance,
  house: emptyHouse,
  presence: emptyPresence,
  absence: emptyAbsence,
  covering: emptyCovering,
  learned: null,
  usual: null,
  lineNotes: emptyLineNotes,
  order: emptyOrder,
  prints: [],
  compared: null,
  damage: [],
  unknown: 0,
}

const callingTypes: ReadonlySet<string> = new Set<CallingEventType>([
  'performance.opened',
  'show.taken',
  'desk.taken',
  'call.given',
  'act.up',
  'act.down',
  'item.started',
  'standby.given',
  'standby.acknowledged',
  'cue.called',
  'desk.stepped-back',
  'desk.jumped',
  'cue.skipped',
  'cue.cut',
  'cue.restored',
  'clear.said',
  'clear.withdrawn',
  'cue.reported',
  'house.cleared',
  'house.withdrawn',
  'cans.checked',
  'act.expected',
  'task.given',
  'task.done',
  'task.dropped',
  'task.reopened',
  'task.carried',
  'rule.changed',
  'vamp.begun',
  'vamp.ended',
  'clock.held',
  'clock.resumed',
  'note.written',
  'performance.closed',
])

const attendanceTypes: ReadonlySet<string> = new Set<AttendanceEventType>([
  'person.signed-in',
  'person.signed-out',
  'person.went-out',
  'person.announced',
  'arrival.noted',
  'help.asked',
  'help.given',
  'visitor.signed-in',
  'sign.withdrawn',
  'person.accounted',
  'person.stayed',
  'place.swept',
  'sweep.withdrawn',
])

/** Written by the log itself; nothing for the state to do beyond what erasing already did. */
const housekeeping: ReadonlySet<string> = new Set(['detail.erased'])

export function apply(plan: Plan, state: NightState, logged: LoggedEvent): NightState {
  const event = whole(logged)
  const { seq } = event
  if (callingTypes.has(event.type) && event.v === 1) {
    // The log gives back what `decide` put in, checked by its hash chain; only this version writes v 1.
    const calling = event as unknown as CallingEvent
    const { timeline } = tonight(plan, state)
    return { ...state, seq, calling: applyCalling(timeline, state.calling, calling, event) }
  }
  if (attendanceTypes.has(event.type) && event.v === 1) {
    const signed = event as unknown as AttendanceEvent
    return { ...state, seq, attendance: applyAttendance(state.attendance, signed, event) }
  }
  if (houseTypes.has(event.type) && event.v === 1)
    // As above: only `decide` puts these in.
    return { ...state, seq, house: applyHouse(state.house, event as unknown as HouseEvent, event.at) }
  if (presenceTypes.has(event.type) && event.v === 1) {
    const seen = event as unknown as PresenceEvent
    return { ...state, seq, presence: applyPresence(state.presence, seen, event) }
  }
  if (absenceTypes.has(event.type) && event.v === 1)
    return { ...state, seq, absence: applyAbsence(state.absence, event as unknown as AbsenceEvent, event) }
  if (coveringTypes.has(event.type) && event.v === 1)
    return {
      ...state,
      seq,
      covering: applyCovering(state.covering, event as unknown as CoveringEvent, event),
    }
  // Written with the opening and before anything else is: no point of the plan has been reached by then.
  if (event.type === 'times.learned' && event.v === 1)
    return { ...state, seq, learned: event.body as unknown as LearnedTimes }
  if (lineNoteTypes.has(event.type) && event.v === 1) {
    // As above: only `decide` puts these in.
    const written = event as unknown as LineNoteEvent
    return { ...state, seq, lineNotes: applyLineNotes(state.lineNotes, written, event.at) }
  }
  if (orderTypes.has(event.type) && event.v === 1) return takeOrder(plan, state, event)
  if (event.type === 'usual.learned' && event.v === 1) return { ...state, seq, usual: learnedOf(event) }
  if (event.type === 'sheets.printed' && event.v === 1)
    return { ...state, seq, prints: applyPrint(state.prints, event as unknown as PrintedEvent, event) }
  if (event.type === 'paper.compared' && event.v === 1) {
    // Erased by retention: what is left is that it was kept, and when.
    const detail = event.detail as ComparedEvent['detail'] | null
    return { ...state, seq, compared: applyCompare(state.compared, detail?.text ?? null, event.at) }
  }
  if (damageTypes.has(event.type) && event.v === 1)
    return { ...state, seq, damage: applyDamage(state.damage, event as unknown as DamageEvent, event.at) }
  return { ...state, seq, unknown: state.unknown + (housekeeping.has(event.type) ? 0 : 1) }
}

export function decide(
  plan: Plan,
  state: NightState,
  command: NightCommand,
  context: NightContext,
): Result<readonly NightEvent[]> {
  if (command.name === 'sheets.print') return decidePrint(state.prints, command, context.by)
  if (command.name === 'damage.read') return decideDamage(state.damage, context.by)
  const { calling, attendance } = state
  if (command.name === 'paper.compare')
    return decideCompare(state.compared, command, {
      by: context.by,
      country: calling.opened?.country ?? null,
    })
  if (command.name === 'show.take') return takeShow(plan, state, command, context.by)
  if (isOfLineNotes(command)) return decideOfLineNotes(plan, state, command, context.by)
  if (isOfOrder(command)) return decideOfOrder(plan, state, command, context.by)
  if (isOfAttendance(command)) {
    const open = calling.opened !== null
    return decideAttendance(attendance, command, {
      ...context,
      show: plan.show,
      open,
      closed: calling.closedAt !== null,
    })
  }
  if (command.name === 'presence.due') return decidePresenceDue(plan, state, command, context)
  if (isOfConcerns(command)) return decideOfConcerns(plan, state, command, context)
  if (isLookUp(command)) return decideLookUp(state.presence, command, { ...context, show: plan.show })
  if (isOfSightings(command)) {
    const decision = decideSightings(state.presence.sightings, command, {
      ...context,
      show: plan.show,
      open: calling.opened !== null,
      closed: calling.closedAt !== null,
      clockAt: (time) => showClock(plan, state, time),
    })
    if (!decision.ok) return decision
    return { ok: true, value: [...decision.value, ...alsoOfOwnWord(plan, state, command, context)] }
  }
  if (isOfAbsence(command)) return decideOfAbsence(plan, state, command, context)
  if (isOfCovering(command)) return decideOfCovering(plan, state, command, context)
  const { show, timeline } = tonight(plan, state)
  if (isOfHouse(command)) return decideOfHouse({ timeline, calling, house: state.house }, command, context)
  const decision = decideCalling(calling, command, { ...context, show, plan: timeline })
  if (command.name !== 'performance.close' || !decision.ok) return decision
  return everybodyHome(attendance) ?? decision
}

/** N23: the night does not close while somebody who was signed in is not known to be gone. Who it is stands at the desk. */
function everybodyHome(attendance: AttendanceState): Result<never> | null {
  const left = remaining(attendance).length
  if (left === 0) return null
  const who = left === 1 ? '1 person is' : `${left} people are`
  return refused(
    'not-home',
    `Not closed: ${who} signed in and neither signed out, seen out nor accounted for. The closing list says who.`,
  )
}

/** Whose rates they are lies in the personal part: once that is erased, they are as if nobody had been seen before. */
function learnedOf({ body, detail }: LoggedEvent): LearnedUsual | null {
  if (detail === null) return null
  // As above: only the opening writes it.
  return { ...(body as object), ...(detail as object) } as unknown as LearnedUsual
}
