// The show with what a plan re-plots: another entrance side, another place for a hand-off or a preset, something later. Everything that reads a show follows it.

import type { CoverReplot } from '../show/competence.ts'
import type { Anchor, HandOff, Obligation, ObligationId, Show } from '../show/show.ts'
import { type Timeline, timeline } from '../show/timeline.ts'
import type { Plan } from './night.ts'

type Move = CoverReplot['changes'][number]
type Reset = NonNullable<CoverReplot['presets']>[number]

const laidOut = new WeakMap<Timeline, Map<string, Plan>>()

/** The same plan where nothing is re-plotted. */
export function replotted<P extends Plan>(plan: P, replots: readonly string[]): P {
  const asked = (plan.show.covers?.replots ?? []).filter(({ id }) => replots.includes(id))
  const moves = asked.flatMap(({ changes }) => changes)
  const sets = asked.flatMap(({ presets }) => presets ?? [])
  if (moves.length + sets.length === 0) return plan
  const known = laidOut.get(plan.timeline) ?? new Map<string, Plan>()
  laidOut.set(plan.timeline, known)
  const key = JSON.stringify([moves, sets])
  const found = known.get(key) ?? layOut(plan, moves, sets)
  known.set(key, found)
  return { ...plan, ...found }
}

function layOut(plan: Plan, moves: readonly Move[], sets: readonly Reset[]): Plan {
  const by = new Map<ObligationId, Move>(moves.map((move) => [move.obligation, move]))
  const was = new Map(plan.show.obligations.map((one) => [one.id, one]))
  const show: Show = {
    ...plan.show,
    obligations: plan.show.obligations.map((one) => moved(one, by.get(one.id))),
    handOffs: plan.show.handOffs.map((one) => {
      const move = moves.find(({ obligation }) => isEndOf(one, was.get(obligation)))
      return move ? { ...later(one, move), ...(move.placeIn ? { place: move.placeIn } : {}) } : one
    }),
    presets: plan.show.presets.map((one) => {
      const place = sets.find(({ preset }) => preset === one.id)?.place
      return place === undefined ? one : { ...one, place }
    }),
  }
  return { show, timeline: laidAgain(show, plan.timeline) }
}

function moved(one: Obligation, move: Move | undefined): Obligation {
  if (!move) return one
  const { placeIn, placeOut } = move
  return { ...later(one, move), ...(placeIn ? { placeIn } : {}), ...(placeOut ? { placeOut } : {}) }
}

const later = <T extends { readonly anchor: Anchor }>(one: T, { later: seconds = 0 }: Move): T =>
  seconds === 0 ? one : { ...one, anchor: { ...one.anchor, seconds: one.anchor.seconds + seconds } }

/** As near as a hand-off and its obligation may be written. */
const SAME_SECONDS = 10

const isEndOf = ({ prop, from, to, anchor }: HandOff, one: Obligation | undefined): boolean =>
  one !== undefined &&
  one.kind === 'hand-off' &&
  (one.track === from || one.track === to) &&
  one.props?.includes(prop) === true &&
  one.anchor.item === anchor.item &&
  Math.abs(one.anchor.seconds - anchor.seconds) <= SAME_SECONDS

/** What the order leaves out stays so, whatever else becomes of the show. */
export function laidAgain(show: Show, before: Timeline): Timeline {
  const laid = timeline(show, before.edition.id)
  const cut = new Set(before.items.flatMap((item) => (item.cut ? [item.id] : [])))
  if (cut.size === 0) return laid
  return {
    ...laid,
    items: laid.items.map((item) => (cut.has(item.id) ? { ...item, cut: true as const } : item)),
  }
}
