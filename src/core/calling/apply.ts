// What each event makes of the state. Total: an event that was accepted once is accepted for ever.

import { must } from '../kit/assert.ts'
import type { ItemId } from '../show/show.ts'
import { DECK, type Moment, type MomentId, type Timeline } from '../show/timeline.ts'
import { applyTask } from './apply-tasks.ts'
import { inVamp } from './apply-vamps.ts'
import { applyWord, indexOfMoment } from './apply-words.ts'
import type { CallingEvent, Recorded } from './events.ts'
import { callDueAt } from './expected.ts'
import { isGone } from './gone.ts'
import { actUp, type CalledMoment, type CallingState, type DeskState, firstFrom, nextOf } from './state.ts'

/** Folds one recorded event in. `detail` may be gone: retention erases personal parts. */
export function applyCalling(
  plan: Timeline,
  state: CallingState,
  event: CallingEvent,
  recorded: Recorded,
): CallingState {
  return isGone(plan, state, event) ? state : applied(plan, state, event, recorded)
}

function applied(plan: Timeline, state: CallingState, event: CallingEvent, recorded: Recorded): CallingState {
  switch (event.type) {
    case 'performance.opened':
      return placed(plan, { ...state, opened: { ...event.body, at: recorded.at } }, state.desk)
    case 'call.given':
      return giveCall(plan, state, event.body, recorded)
    case 'task.given':
    case 'task.done':
    case 'task.dropped':
    case 'task.reopened':
    case 'task.carried':
      return applyTask(state, event, recorded.at)
    case 'act.up':
      return goUp(plan, state, event.body.act, recorded)
    case 'act.down':
      return comeDown(state, event.body.act, recorded)
    case 'item.started':
      return reachItem(plan, state, indexOfItem(plan, event.body.item), recorded)
    case 'standby.given':
      return giveStandby(plan, state, event.body.moment, recorded)
    case 'standby.acknowledged':
      return acknowledge(plan, state, event.body, recorded)
    case 'cue.called':
      return call(plan, state, indexOfMoment(plan, event.body.moment), recorded)
    case 'desk.stepped-back':
      return stepBack(plan, state, event.body.to, recorded)
    case 'desk.jumped':
      return jump(plan, state, indexOfMoment(plan, event.body.to), recorded)
    case 'cue.skipped':
      return skip(plan, state, indexOfMoment(plan, event.body.moment), recorded)
    case 'cue.cut':
      return cut(plan, state, indexOfMoment(plan, event.body.moment))
    case 'cue.restored':
      return restore(plan, state, indexOfMoment(plan, event.body.moment))
    case 'clear.said':
    case 'clear.withdrawn':
    case 'cue.reported':
    case 'house.cleared':
    case 'house.withdrawn':
    case 'cans.checked':
    case 'act.expected':
    case 'clock.held':
    case 'clock.resumed':
    case 'desk.taken':
    case 'performance.closed':
    case 'rule.changed':
    case 'vamp.begun':
    case 'vamp.ended':
      return applyWord(plan, state, event, recorded)
    case 'show.taken':
      return takeShow(plan, state, event.body)
    case 'note.written':
      return writeNote(state, event, recorded)
    default:
      return event satisfies never
  }
}

/** Where a version moved cues about, the desk stands where it stood and nobody is armed by it. */
function takeShow(
  plan: Timeline,
  state: CallingState,
  { stands, ...version }: Extract<CallingEvent, { type: 'show.taken' }>['body'],
): CallingState {
  if (state.opened === null) return state
  const taken = { ...state, opened: { ...state.opened, ...version } }
  if (stands === undefined) return taken
  const places = new Map(plan.moments.map(({ id, index }) => [id, index]))
  // By whoever still has the version before, a new cue is not known: it is opened again with this one at once.
  const placeOf = (id: MomentId | null) => (id === null ? plan.moments.length : places.get(id))
  const { [DECK]: deck = null, ...lists } = stands.next
  const others = Object.entries(lists).flatMap(([list, id]) => {
    const place = placeOf(id)
    return place === undefined ? [] : [[list, place] as const]
  })
  const standing = new Set(stands.standbys.map((id) => places.get(id)))
  const desk = {
    ...state.desk,
    from: placeOf(deck) ?? state.desk.from,
    others: { ...state.desk.others, ...Object.fromEntries(others) },
    move: state.desk.move + (stands.moved ? 1 : 0),
  }
  return placed(
    plan,
    {
      ...taken,
      removed: [...state.removed, ...stands.removed],
      standbys: state.standbys.filter(({ moment }) => standing.has(moment)),
    },
    desk,
  )
}

function indexOfItem(plan: Timeline, item: ItemId): number {
  return must(
    plan.items.find((one) => one.id === item),
    `item ${item} is in the running order`,
  ).index
}

function giveCall(
  plan: Timeline,
  state: CallingState,
  body: Extract<CallingEvent, { type: 'call.given' }>['body'],
  { at }: Recorded,
): CallingState {
  return { ...state, calls: [...state.calls, { ...body, at, dueAt: callDueAt(plan, state, body, at) }] }
}

function goUp(plan: Timeline, state: CallingState, act: number, { at }: Recorded): CallingState {
  const first = plan.items.find((item) => item.act === act && item.kind !== 'interval' && !item.cut)
  const up = { ...state, acts: [...state.acts, { act, upAt: at, downAt: null }] }
  if (!first) return up
  return {
    ...up,
    reached: { item: first.index, point: { act, seconds: first.starts.seconds }, at },
    itemStarts: [...state.itemStarts, { item: first.index, at }],
  }
}

function comeDown(state: CallingState, down: number, { at }: Recorded): CallingState {
  const acts = state.acts.map((act) =>
    act.act === down && act.downAt === null ? { ...act, downAt: at } : act,
  )
  return { ...state, vamp: null, acts }
}

function reachItem(plan: Timeline, state: CallingState, index: number, { at }: Recorded): CallingState {
  const item = must(plan.items[index], 'an item that starts is in the running order')
  return {
    ...state,
    vamp: null,
    reached: { item: index, point: item.starts, at },
    itemStarts: [...state.itemStarts, { item: index, at }],
  }
}

function giveStandby(plan: Timeline, state: CallingState, moment: MomentId, { at }: Recorded): CallingState {
  const given = { moment: indexOfMoment(plan, moment), at, acknowledged: [] }
  return { ...state, standbys: [...state.standbys, given] }
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
  const onDeck = actUp(state)?.act === moment.at.act && moment.playhead === DECK
  // Nor does one that is called on the bars the band goes round in, as often as it goes round in them.
  const running = onDeck && !inVamp(plan, state, moment.at)
  const after: CallingState = {
    ...state,
    ...leftBehind(plan, state, moment.playhead, index + 1),
    called: [...state.called, called],
    vamp: running ? null : state.vamp,
    reached: running ? { item, point: moment.at, at: recorded.at } : state.reached,
    itemStarts:
      onDeck && !reachedBefore ? [...state.itemStarts, { item, at: recorded.at }] : state.itemStarts,
  }
  return placed(plan, after, put(state.desk, moment.playhead, index + 1))
}

/**
 * A list that stands at `from` has left behind what was said for the moments before: their standbys end, and a clear
 * given for them was given for then and not for whenever the desk comes back.
 */
function leftBehind(plan: Timeline, state: CallingState, playhead: string, from: number) {
  const ahead = <T extends { readonly moment: number }>(list: readonly T[]) =>
    list.filter((one) => one.moment >= from || momentOf(plan, one.moment).playhead !== playhead)
  return {
    standbys: ahead(state.standbys),
    clear: ahead(state.clear),
    steppedBack: playhead === DECK ? null : state.steppedBack,
    turned: playhead === DECK ? null : state.turned,
  }
}

/** Moves the desk only: what was called stays called, and no department is armed again. */
function stepBack(plan: Timeline, state: CallingState, to: MomentId, { at }: Recorded): CallingState {
  const index = indexOfMoment(plan, to)
  const step = { from: state.desk.next, to: index, at }
  const turn = { ...step, called: state.called.length }
  const back = { ...state, steppedBack: step, turned: null, turns: [...state.turns, turn] }
  return placed(plan, back, put(state.desk, momentOf(plan, index).playhead, index))
}

function jump(plan: Timeline, state: CallingState, index: number, { at }: Recorded): CallingState {
  const { playhead } = momentOf(plan, index)
  const turn = { from: state.desk.next, to: index, at, called: state.called.length }
  const turned = playhead === DECK ? { turned: turn, turns: [...state.turns, turn] } : {}
  const gone = { ...state, ...leftBehind(plan, state, playhead, index), ...turned }
  return placed(plan, gone, put(state.desk, playhead, index))
}

function skip(plan: Timeline, state: CallingState, index: number, { at }: Recorded): CallingState {
  const { playhead } = momentOf(plan, index)
  const passed = {
    ...state,
    ...leftBehind(plan, state, playhead, index + 1),
    skipped: [...state.skipped.filter(({ moment }) => moment !== index), { moment: index, at }],
  }
  return placed(plan, passed, put(state.desk, playhead, index + 1))
}

/** What is cut is stood by no more, and clear no more. The desk moves on where the cue it was at is cut. */
function cut(plan: Timeline, state: CallingState, index: number): CallingState {
  const without = <T extends { readonly moment: number }>(list: readonly T[]) =>
    list.filter(({ moment }) => moment !== index)
  const { playhead } = momentOf(plan, index)
  return recut(plan, state, playhead, {
    ...state,
    cut: [...state.cut, index],
    standbys: without(state.standbys),
    clear: without(state.clear),
  })
}

function restore(plan: Timeline, state: CallingState, index: number): CallingState {
  const { playhead } = momentOf(plan, index)
  return recut(plan, state, playhead, { ...state, cut: state.cut.filter((one) => one !== index) })
}

/** A move only where a list's next cue is another one now: a cut further down takes no GO out of anybody's hand. */
function recut(plan: Timeline, was: CallingState, playhead: string, is: CallingState): CallingState {
  const moved = nextOf(plan, was, playhead)?.index !== nextOf(plan, is, playhead)?.index
  return placed(plan, is, { ...is.desk, move: is.desk.move + (moved ? 1 : 0) })
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
