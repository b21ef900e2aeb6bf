// What each event makes of the state. Total: an event that was accepted once is accepted for ever.

import { must } from '../kit/assert.ts'
import type { ItemId } from '../show/show.ts'
import { DECK, type Moment, type MomentId, type Timeline } from '../show/timeline.ts'
import type { CallingEvent, Recorded } from './events.ts'
import {
  actUp,
  type CalledMoment,
  type CallingState,
  type CueReport,
  type DeskState,
  firstFrom,
} from './state.ts'

/** Folds one recorded event in. `detail` may be gone: retention erases personal parts. */
export function applyCalling(
  plan: Timeline,
  state: CallingState,
  event: CallingEvent,
  recorded: Recorded,
): CallingState {
  const { at } = recorded
  switch (event.type) {
    case 'performance.opened':
      return placed(plan, { ...state, opened: { ...event.body, at } }, state.desk)
    case 'desk.taken':
      return { ...state, desk: { ...state.desk, taken: [...state.desk.taken, event.body.device] } }
    case 'call.given':
      return { ...state, calls: [...state.calls, { ...event.body, at }] }
    case 'act.up':
      return goUp(plan, state, event.body.act, recorded)
    case 'act.down':
      return {
        ...state,
        acts: state.acts.map((act) => (act.act === event.body.act ? { ...act, downAt: at } : act)),
      }
    case 'item.started':
      return reachItem(plan, state, indexOfItem(plan, event.body.item), recorded)
    case 'standby.given':
      return {
        ...state,
        standbys: [
          ...state.standbys,
          { moment: indexOfMoment(plan, event.body.moment), at, acknowledged: [] },
        ],
      }
    case 'standby.acknowledged':
      return acknowledge(plan, state, event.body, recorded)
    case 'cue.called':
      return call(plan, state, indexOfMoment(plan, event.body.moment), recorded)
    case 'desk.stepped-back':
      return stepBack(plan, state, event.body.to, recorded)
    case 'desk.jumped':
      return jump(plan, state, indexOfMoment(plan, event.body.to))
    case 'cue.skipped':
      return skip(plan, state, indexOfMoment(plan, event.body.moment), recorded)
    case 'cue.cut':
      return cut(plan, state, [...state.cut, indexOfMoment(plan, event.body.moment)])
    case 'cue.restored':
      return cut(plan, state, without(state.cut, indexOfMoment(plan, event.body.moment)))
    case 'clear.said':
      return {
        ...state,
        clear: [...state.clear, { moment: indexOfMoment(plan, event.body.moment), at, by: recorded.by }],
      }
    case 'clear.withdrawn':
      return { ...state, clear: withoutMoment(state.clear, indexOfMoment(plan, event.body.moment)) }
    case 'cue.reported':
      return report(state, { ...event.body, moment: indexOfMoment(plan, event.body.moment), at })
    case 'house.cleared':
      return { ...state, houseClear: [...state.houseClear, { act: event.body.act, at }] }
    case 'house.withdrawn':
      return { ...state, houseClear: state.houseClear.filter(({ act }) => act !== event.body.act) }
    case 'cans.checked':
      return checkCans(state, { ...event.body, at })
    case 'rule.changed':
      return { ...state, rules: event.body }
    case 'clock.held':
      return { ...state, holds: [...state.holds, { from: at, to: null }] }
    case 'clock.resumed':
      return { ...state, holds: state.holds.map((hold) => (hold.to === null ? { ...hold, to: at } : hold)) }
    case 'note.written':
      return writeNote(state, event, recorded)
    case 'performance.closed':
      return { ...state, closedAt: at }
    default:
      return event satisfies never
  }
}

export function indexOfMoment(plan: Timeline, moment: MomentId): number {
  return must(
    plan.moments.find((one) => one.id === moment),
    `moment ${moment} is in the plan`,
  ).index
}

export function indexOfItem(plan: Timeline, item: ItemId): number {
  return must(
    plan.items.find((one) => one.id === item),
    `item ${item} is in the running order`,
  ).index
}

function goUp(plan: Timeline, state: CallingState, act: number, { at }: Recorded): CallingState {
  const first = plan.items.find((item) => item.act === act && item.kind !== 'interval')
  const up = { ...state, acts: [...state.acts, { act, upAt: at, downAt: null }] }
  if (!first) return up
  return {
    ...up,
    reached: { item: first.index, point: { act, seconds: first.starts.seconds }, at },
    itemStarts: [...state.itemStarts, { item: first.index, at }],
  }
}

function reachItem(plan: Timeline, state: CallingState, index: number, { at }: Recorded): CallingState {
  const item = must(plan.items[index], 'an item that starts is in the running order')
  return {
    ...state,
    reached: { item: index, point: item.starts, at },
    itemStarts: [...state.itemStarts, { item: index, at }],
  }
}

function acknowledge(
  plan: Timeline,
  state: CallingState,
  body: Extract<CallingEvent, { type: 'standby.acknowledged' }>['body'],
  { at }: Recorded,
): CallingState {
  const moment = indexOfMoment(plan, body.moment)
  const acknowledgement = { department: body.department, channel: body.channel, at }
  return {
    ...state,
    standbys: state.standbys.map((standby) =>
      standby.moment === moment
        ? { ...standby, acknowledged: [...standby.acknowledged, acknowledgement] }
        : standby,
    ),
  }
}

/** Puts the desk there and finds what each list calls next from where it is. Every such change is a move. */
function placed(plan: Timeline, state: CallingState, desk: DeskState): CallingState {
  const next = firstFrom(plan, state.cut, desk.from, DECK)?.index ?? plan.moments.length
  return { ...state, desk: { ...desk, next } }
}

/** The same desk with one list put at `from`, one move on. */
function put(desk: DeskState, playhead: string, from: number): DeskState {
  const moved = { ...desk, move: desk.move + 1 }
  return playhead === DECK ? { ...moved, from } : { ...moved, others: { ...desk.others, [playhead]: from } }
}

function momentOf(plan: Timeline, index: number): Moment {
  return must(plan.moments[index], 'a moment of the record is in the plan')
}

function call(plan: Timeline, state: CallingState, index: number, recorded: Recorded): CallingState {
  const moment = momentOf(plan, index)
  const standby = state.standbys.find((one) => one.moment === index)
  const called: CalledMoment = {
    moment: index,
    at: recorded.at,
    by: recorded.by,
    seq: recorded.seq,
    standbyAt: standby?.at ?? null,
    acknowledged: standby?.acknowledged ?? [],
  }
  const item = indexOfItem(plan, moment.item)
  const reachedBefore = state.itemStarts.some((start) => start.item === item)
  // A cue called before the act is up (house lights, preset) does not say that its item has begun; nor does a list
  // beside the deck's, which may be called in its own time.
  const running = actUp(state)?.act === moment.at.act && moment.playhead === DECK
  const after: CallingState = {
    ...state,
    standbys: standbysAfter(plan, state, moment.playhead, index),
    clear: withoutMoment(state.clear, index),
    called: [...state.called, called],
    steppedBack: null,
    reached: running ? { item, point: moment.at, at: recorded.at } : state.reached,
    itemStarts:
      running && !reachedBefore ? [...state.itemStarts, { item, at: recorded.at }] : state.itemStarts,
  }
  return placed(plan, after, put(state.desk, moment.playhead, index + 1))
}

/** A list that has gone on leaves the standbys behind it behind. */
const standbysAfter = (plan: Timeline, state: CallingState, playhead: string, index: number) =>
  state.standbys.filter((one) => one.moment > index || momentOf(plan, one.moment).playhead !== playhead)

/** Moves the desk only: what was called stays called, and no department is armed again. */
function stepBack(plan: Timeline, state: CallingState, to: MomentId, { at }: Recorded): CallingState {
  const index = indexOfMoment(plan, to)
  const back = { ...state, steppedBack: { from: state.desk.next, to: index, at } }
  return placed(plan, back, put(state.desk, momentOf(plan, index).playhead, index))
}

function jump(plan: Timeline, state: CallingState, index: number): CallingState {
  const { playhead } = momentOf(plan, index)
  const standbys = standbysAfter(plan, state, playhead, index - 1)
  return placed(plan, { ...state, standbys, steppedBack: null }, put(state.desk, playhead, index))
}

function skip(plan: Timeline, state: CallingState, index: number, { at }: Recorded): CallingState {
  const { playhead } = momentOf(plan, index)
  const passed = {
    ...state,
    skipped: [...state.skipped, { moment: index, at }],
    standbys: standbysAfter(plan, state, playhead, index),
    clear: withoutMoment(state.clear, index),
    steppedBack: null,
  }
  return placed(plan, passed, put(state.desk, playhead, index + 1))
}

/** What is cut is stood by no more. The desk moves where the cue it was at is cut, and back where that is restored. */
function cut(plan: Timeline, state: CallingState, cuts: readonly number[]): CallingState {
  const gone = new Set(cuts)
  const after = { ...state, cut: cuts, standbys: state.standbys.filter((one) => !gone.has(one.moment)) }
  return placed(plan, after, { ...state.desk, move: state.desk.move + 1 })
}

const without = (list: readonly number[], index: number) => list.filter((one) => one !== index)
const withoutMoment = <T extends { readonly moment: number }>(list: readonly T[], index: number) =>
  list.filter((one) => one.moment !== index)

/** A department may think again: its newest word on a moment is the one that counts. */
function report(state: CallingState, word: CueReport): CallingState {
  const others = state.reports.filter(
    ({ moment, department }) => moment !== word.moment || department !== word.department,
  )
  return { ...state, reports: [...others, word] }
}

function checkCans(state: CallingState, word: CallingState['cans'][number]): CallingState {
  return { ...state, cans: [...state.cans.filter(({ department }) => department !== word.department), word] }
}

function writeNote(
  state: CallingState,
  event: Extract<CallingEvent, { type: 'note.written' }>,
  { seq, at, by }: Recorded,
): CallingState {
  const text = typeof event.detail?.text === 'string' ? event.detail.text : null
  const note = { seq, at, by, department: event.body.department, item: state.reached?.item ?? null, text }
  return { ...state, notes: [...state.notes, note] }
}
