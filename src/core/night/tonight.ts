// The plan of this very night: at the pace of earlier ones, as it is cast, and in the order that is in force now.

import type { AbsenceState } from '../absence/absence.ts'
import { shown } from '../covering/covering.ts'
import type { Change } from '../reorder/change.ts'
import { orderedShow } from '../reorder/in-force.ts'
import { changesInForce } from '../reorder/night-order.ts'
import { timed } from '../running/learned.ts'
import { type MomentId, type Timeline, timeline } from '../show/timeline.ts'
import { asCast, asCovered, book, type PlayedAs } from './as-covered.ts'
import { walkedThrough } from './lifts.ts'
import type { NightState, Plan } from './night.ts'
import { hasAgain, onEachTime } from './played-again.ts'
import { replotted } from './replotted.ts'

type Night = Pick<NightState, 'learned' | 'covering' | 'absence' | 'order'>

/** What is cut is in it, marked so, and takes no time: the record may name its moments. */
export function tonight<P extends Plan>(raw: P, state: Night): P {
  // Whoever is handed tonight's plan may ask again: swapped twice it would be as rehearsed.
  if (made.has(raw.timeline)) return raw
  const cover = shown(state.covering) ?? book
  const plan = hasAgain(cover)
    ? withCover(raw, state, cover, state.absence)
    : inOrder(asCast(raw, state), changesInForce(state.order))
  if (plan.timeline !== raw.timeline) made.add(plan.timeline)
  return { ...raw, ...plan }
}

const made = new WeakSet<Timeline>()

/** The order in force as the book has it, whoever is there: what covering starts from. */
export const asOrdered = (raw: Plan, { learned, order }: Pick<NightState, 'learned' | 'order'>): Plan =>
  inOrder(timed(raw, learned), changesInForce(order))

/** The order in force, played as this version of the plan says. */
export function withCover(
  raw: Plan,
  state: Pick<NightState, 'learned' | 'order'>,
  { changes, replots, walked }: PlayedAs,
  absence?: AbsenceState,
): Plan {
  const plan = walkedThrough(replotted(asOrdered(raw, state), replots), walked)
  return asCovered(plan, onEachTime(plan, changes), absence)
}

/** Laid out once for each order: the same plan and changes make the same again. */
const laid = new WeakMap<Timeline, WeakMap<readonly Change[], Ordered>>()
type Ordered = { readonly plan: Plan; readonly left: ReadonlySet<MomentId> }

export const inOrder = (plan: Plan, changes: readonly Change[]): Plan => layOut(plan, changes).plan

/** The moments that this order leaves out. */
export const leftOut = (plan: Plan, changes: readonly Change[]): ReadonlySet<MomentId> =>
  layOut(plan, changes).left

const NOTHING: ReadonlySet<MomentId> = new Set()

function layOut(plan: Plan, changes: readonly Change[]): Ordered {
  if (changes.length === 0) return { plan, left: NOTHING }
  const known = laid.get(plan.timeline) ?? new WeakMap<readonly Change[], Ordered>()
  laid.set(plan.timeline, known)
  const found = known.get(changes) ?? ordered(plan, changes)
  known.set(changes, found)
  return found
}

/** An order that a later version of the show cannot be played in is none: what was accepted once is folded for ever. */
function ordered(plan: Plan, changes: readonly Change[]): Ordered {
  const { edition } = plan.timeline
  const result = orderedShow({ show: plan.show, edition: edition.id }, changes)
  if (!result.ok) return { plan, left: NOTHING }
  const { show, cut, cutCues } = result.value
  const laidOut = timeline(show, edition.id)
  const items = laidOut.items.map((item) => (cut.has(item.id) ? { ...item, cut: true as const } : item))
  const left = laidOut.moments
    .filter(({ cues }) => cues.every(({ id }) => cutCues.has(id)))
    .map(({ id }) => id)
  return { plan: { show, timeline: { ...laidOut, items } }, left: new Set(left) }
}
