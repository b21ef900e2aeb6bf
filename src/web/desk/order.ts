// The running order as the desk reads it: what is past and how long it took, what runs, when the rest is expected.

import { expectedAt } from '../../core/calling/expected.ts'
import { between, type Duration, type Instant } from '../../core/kit/time.ts'
import type { OrderItem, OrderSection, PositionSection, RanSection } from '../../core/night/sections.ts'
import { type Phase, phaseOf } from '../ui/phase.ts'

export type OrderRow = { readonly item: OrderItem } & (
  | { readonly kind: 'past'; readonly length: Duration | null }
  | { readonly kind: 'running'; readonly since: Instant | null }
  | { readonly kind: 'future'; readonly at: (now: Instant) => Instant }
)

type Past = Pick<PositionSection, 'acts'> & RanSection

export function orderRows(
  order: OrderSection,
  position: PositionSection,
  { itemStarts }: RanSection,
): readonly OrderRow[] {
  const phase = phaseOf(position)
  const past = { acts: position.acts, itemStarts }
  return order.items.map((item) => row(item, position, past, phase))
}

function row(item: OrderItem, position: PositionSection, past: Past, phase: Phase): OrderRow {
  const start = lastStart(item, past)
  if (isRunning(item, position, phase)) return { item, kind: 'running', since: start }
  if (isPastItem(item, position, phase)) {
    return { item, kind: 'past', length: start === null ? null : lengthFrom(start, item, past) }
  }
  return { item, kind: 'future', at: (now) => expectedAt(position.running, item.starts, now) }
}

function isRunning(item: OrderItem, position: PositionSection, phase: Phase): boolean {
  if (phase.kind === 'interval') return item.kind === 'interval' && item.act === phase.after
  return phase.kind === 'running' && item.index === position.item
}

function isPastItem(item: OrderItem, position: PositionSection, phase: Phase): boolean {
  if (phase.kind === 'after' || phase.kind === 'closed') return true
  if (phase.kind === 'interval') return item.act <= phase.after
  return phase.kind === 'running' && position.item !== null && item.index < position.item
}

/** An interval has no cue that starts it: it runs from the fall of the curtain. */
function lastStart(item: OrderItem, { itemStarts, acts }: Past): Instant | null {
  if (item.kind === 'interval') return acts.find((act) => act.act === item.act)?.downAt ?? null
  return itemStarts.findLast((start) => start.item === item.index)?.at ?? null
}

/** Until the next thing that began: another item, the fall of the curtain, the next act. */
function lengthFrom(start: Instant, item: OrderItem, { itemStarts, acts }: Past): Duration | null {
  const ends = [
    ...itemStarts.filter((one) => one.item !== item.index).map((one) => one.at),
    ...acts.flatMap((act) => (act.downAt === null ? [act.upAt] : [act.upAt, act.downAt])),
  ].filter((end) => end > start)
  const end = ends.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
  return end === null ? null : between(start, end)
}

/** The item that a press of "has started" would start: the one after what runs now, in this act. */
export function itemAfter(order: OrderSection, position: PositionSection): OrderItem | null {
  const phase = phaseOf(position)
  if (phase.kind !== 'running') return null
  const next = order.items.find((item) => item.index === (position.item ?? -1) + 1)
  return next && next.act === phase.act && next.kind !== 'interval' ? next : null
}
