// Vamps folded in: the band goes round in its bars, and the plan waits from where it usually would be out.

import { must } from '../kit/assert.ts'
import type { VampId } from '../show/show.ts'
import type { PlannedVamp, PlanPoint, Timeline } from '../show/timeline.ts'
import type { CallingEvent, Recorded } from './events.ts'
import { changedWord, vampWord } from './just-said.ts'
import type { CallingState } from './state.ts'

function plannedVamp(plan: Timeline, vamp: VampId): PlannedVamp {
  return must(
    plan.vamps.find((one) => one.id === vamp),
    `vamp ${vamp} is in the plan`,
  )
}

export function applyVamp(
  plan: Timeline,
  state: CallingState,
  { type, body }: Extract<CallingEvent, { type: 'vamp.begun' | 'vamp.ended' }>,
  recorded: Recorded,
): CallingState {
  const put = type === 'vamp.begun' ? beginVamp : endVamp
  const justSaid = changedWord(state.justSaid, vampWord, recorded.at)
  return { ...put(plan, state, body.vamp, recorded), justSaid }
}

/** The band is at those bars: that is where the show is. */
function beginVamp(plan: Timeline, state: CallingState, vamp: VampId, { at }: Recorded): CallingState {
  const begun = plannedVamp(plan, vamp)
  const item = itemOf(plan, begun)
  return {
    ...state,
    vamp: { vamp: begun.index, at },
    reached: { item, point: begun.at, at },
    itemStarts: state.itemStarts.some((start) => start.item === item)
      ? state.itemStarts
      : [...state.itemStarts, { item, at }],
  }
}

/** The band is out: the show is behind those bars, however long it went round in them. */
function endVamp(plan: Timeline, state: CallingState, vamp: VampId, { at }: Recorded): CallingState {
  const ended = plannedVamp(plan, vamp)
  return { ...state, vamp: null, reached: { item: itemOf(plan, ended), point: outOf(ended), at } }
}

/** Where the band is when it is out, by plan. */
const outOf = ({ at, seconds }: PlannedVamp): PlanPoint => ({
  act: at.act,
  seconds: at.seconds + seconds,
})

/** Does this point lie in the bars the band goes round in now? */
export function inVamp(plan: Timeline, { vamp }: CallingState, point: PlanPoint): boolean {
  const now = vamp === null ? undefined : plan.vamps[vamp.vamp]
  if (!now || point.act !== now.at.act) return false
  return point.seconds >= now.at.seconds && point.seconds <= outOf(now).seconds
}

const itemOf = (plan: Timeline, { anchor }: PlannedVamp): number =>
  must(
    plan.items.find((item) => item.id === anchor.item),
    'a vamp of the plan lies in an item of it',
  ).index
