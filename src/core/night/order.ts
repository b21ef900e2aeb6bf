// Another order of a night: decided on what has begun, and folded in so that everything follows at once.

import { reordered } from '../calling/reordered.ts'
import { heldSince } from '../calling/state.ts'
import type { Viewer } from '../disclosure/policy.ts'
import type { Result } from '../kit/result.ts'
import {
  applyOrder,
  changesInForce,
  decideOrder,
  type OrderCommand,
  type OrderEvent,
} from '../reorder/night-order.ts'
import type { Base } from '../reorder/slots.ts'
import { asCast } from './as-covered.ts'
import type { LoggedEvent, NightState, Plan } from './night.ts'
import { needsNoTelling } from './told.ts'
import { leftOut, tonight } from './tonight.ts'

/** What an order is a change of: tonight's edition, at tonight's pace and as it is cast. */
export function baseOf(plan: Plan, state: NightState): Base {
  const { show, timeline } = asCast(plan, state)
  return { show, edition: timeline.edition.id }
}

export function decideOfOrder(
  plan: Plan,
  state: NightState,
  command: OrderCommand,
  by: Viewer,
): Result<readonly OrderEvent[]> {
  const { calling } = state
  return decideOrder(state.order, command, {
    base: baseOf(plan, state),
    by,
    open: calling.opened !== null,
    closed: calling.closedAt !== null,
    held: heldSince(calling) !== null,
    begun: begunIn(plan, state),
    needsNoTelling: (person) => needsNoTelling(state, person),
  })
}

/** So many items of the order in force have begun, or lie in an act that is down. */
export function begunIn(plan: Plan, state: NightState): number {
  const { itemStarts, reached, acts } = state.calling
  const down = acts.flatMap(({ act, downAt }) => (downAt === null ? [] : [act]))
  const { items } = tonight(plan, state).timeline
  const past = items.filter(({ act, kind }) => kind !== 'interval' && down.includes(act))
  const begun = [
    ...itemStarts.map(({ item }) => item),
    ...past.map(({ index }) => index),
    ...(reached ? [reached.item] : []),
  ]
  return 1 + Math.max(-1, ...begun)
}

export function takeOrder(plan: Plan, state: NightState, event: LoggedEvent): NightState {
  const { seq } = event
  // The log gives back what `decide` put in, checked by its hash chain; only this version writes v 1.
  const order = applyOrder(state.order, event as unknown as OrderEvent, event)
  if (order.versions === state.order.versions) return { ...state, seq, order }
  const before = tonight(plan, state).timeline
  const after = tonight(plan, { ...state, order }).timeline
  const left = leftOut(asCast(plan, state), changesInForce(order))
  return { ...state, seq, order, calling: reordered(state.calling, { before, after, left }) }
}
