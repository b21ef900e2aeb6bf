// What each event makes of the state. Total: an event that was accepted once is accepted for ever.

import { must } from '../kit/assert.ts'
import type { ItemId } from '../show/show.ts'
import type { MomentId, Timeline } from '../show/timeline.ts'
import type { CallingEvent, Recorded } from './events.ts'
import { actUp, type CalledMoment, type CallingState } from './state.ts'

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
      return { ...state, opened: { ...event.body, at } }
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

function call(plan: Timeline, state: CallingState, index: number, recorded: Recorded): CallingState {
  const moment = must(plan.moments[index], 'a called moment is in the plan')
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
  // A cue called before the act is up (house lights, preset) does not say that its item has begun.
  const running = actUp(state)?.act === moment.at.act
  return {
    ...state,
    desk: { ...state.desk, next: index + 1, move: state.desk.move + 1 },
    standbys: state.standbys.filter((one) => one.moment > index),
    called: [...state.called, called],
    steppedBack: null,
    reached: running ? { item, point: moment.at, at: recorded.at } : state.reached,
    itemStarts:
      running && !reachedBefore ? [...state.itemStarts, { item, at: recorded.at }] : state.itemStarts,
  }
}

/** Moves the desk only: what was called stays called, and no department is armed again. */
function stepBack(plan: Timeline, state: CallingState, to: MomentId, { at }: Recorded): CallingState {
  const index = indexOfMoment(plan, to)
  return {
    ...state,
    desk: { ...state.desk, next: index, move: state.desk.move + 1 },
    steppedBack: { from: state.desk.next, to: index, at },
  }
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
