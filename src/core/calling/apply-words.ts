// What was said to the desk, folded in: clear, outcomes, clearance, the headsets, and how this desk calls.

import { must } from '../kit/assert.ts'
import type { Instant } from '../kit/time.ts'
import type { MomentId, Timeline } from '../show/timeline.ts'
import { applyVamp } from './apply-vamps.ts'
import type { CallingEvent, Recorded } from './events.ts'
import { changedWord, clearWord, houseWord } from './just-said.ts'
import type { CallingState } from './state.ts'

type Word =
  | 'clear.said'
  | 'clear.withdrawn'
  | 'cue.reported'
  | 'house.cleared'
  | 'house.withdrawn'
  | 'cans.checked'
  | 'act.expected'
  | 'clock.held'
  | 'clock.resumed'
  | 'desk.taken'
  | 'performance.closed'
  | 'rule.changed'
  | 'vamp.begun'
  | 'vamp.ended'

export function applyWord(
  plan: Timeline,
  state: CallingState,
  event: Extract<CallingEvent, { type: Word }>,
  recorded: Recorded,
): CallingState {
  const { at } = recorded
  switch (event.type) {
    case 'clear.said':
      return sayClear(plan, state, event.body, recorded)
    case 'clear.withdrawn':
      return withdrawClear(plan, state, event.body, recorded)
    case 'cue.reported':
      return report(plan, state, event.body, recorded)
    case 'house.cleared':
      return changed(
        { ...state, houseClear: [...state.houseClear, { act: event.body.act, at }] },
        houseWord(event.body.act),
        at,
      )
    case 'house.withdrawn':
      return changed(
        { ...state, houseClear: state.houseClear.filter(({ act }) => act !== event.body.act) },
        houseWord(event.body.act),
        at,
      )
    case 'cans.checked':
      return checkCans(state, { ...event.body, at })
    case 'clock.held':
      return { ...state, holds: [...state.holds, { from: at, to: null }] }
    case 'clock.resumed':
      return { ...state, holds: state.holds.map((hold) => (hold.to === null ? { ...hold, to: at } : hold)) }
    case 'act.expected':
      return { ...state, expected: { ...event.body, at } }
    case 'desk.taken':
      return { ...state, desk: { ...state.desk, taken: [...state.desk.taken, event.body.device] } }
    case 'performance.closed':
      return { ...state, closedAt: at }
    case 'rule.changed':
      return { ...state, rules: event.body }
    case 'vamp.begun':
    case 'vamp.ended':
      return applyVamp(plan, state, event, recorded)
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

const changed = (state: CallingState, about: string, at: Instant): CallingState => ({
  ...state,
  justSaid: changedWord(state.justSaid, about, at),
})

type Body<Type extends CallingEvent['type']> = Extract<CallingEvent, { type: Type }>['body']

function sayClear(
  plan: Timeline,
  state: CallingState,
  { moment, spotter }: Body<'clear.said'>,
  { at, by }: Recorded,
): CallingState {
  const index = indexOfMoment(plan, moment)
  const said = { ...state, clear: [...state.clear, { moment: index, spotter, at, by }] }
  return changed(said, clearWord(index, spotter), at)
}

function withdrawClear(
  plan: Timeline,
  state: CallingState,
  { moment, spotter }: Body<'clear.withdrawn'>,
  { at }: Recorded,
): CallingState {
  const index = indexOfMoment(plan, moment)
  const clear = state.clear.filter((one) => one.moment !== index || one.spotter !== spotter)
  return changed({ ...state, clear }, clearWord(index, spotter), at)
}

/** About the last GO of that cue. A department may think again: its newest word is the one that counts. */
function report(
  plan: Timeline,
  state: CallingState,
  { moment, department, outcome }: Body<'cue.reported'>,
  { at }: Recorded,
): CallingState {
  const index = indexOfMoment(plan, moment)
  const call = state.called.findLastIndex((one) => one.moment === index)
  if (call === -1) return state
  const others = state.reports.filter((one) => one.call !== call || one.department !== department)
  return { ...state, reports: [...others, { call, department, outcome, at }] }
}

function checkCans(state: CallingState, word: CallingState['cans'][number]): CallingState {
  return { ...state, cans: [...state.cans.filter(({ department }) => department !== word.department), word] }
}
