// The running order as the desk reads it: what is past and how long it took, what runs, when the rest is expected.

import { expectedAt } from '../../core/calling/expected.ts'
import { between, type Duration, type Instant } from '../../core/kit/time.ts'
import type { RanSection } from '../../core/night/ran-section.ts'
import type { OrderItem, OrderSection, PositionSection } from '../../core/night/sections.ts'
import { spreadOver } from '../../core/running/learned.ts'
import { words } from '../speech/speech.ts'
import { formatClock } from '../ui/clock.ts'
import { type Phase, phaseOf } from '../ui/phase.ts'

export type OrderRow = { readonly item: OrderItem } & (
  | { readonly kind: 'past'; readonly length: Duration | null }
  | { readonly kind: 'cut' }
  | { readonly kind: 'running'; readonly since: Instant | null }
  | { readonly kind: 'future'; readonly at: (now: Instant) => Instant; readonly spread: number | null }
)

type Past = Pick<PositionSection, 'acts'> & RanSection

export function orderRows(
  order: OrderSection,
  position: PositionSection,
  { itemStarts }: RanSection,
): readonly OrderRow[] {
  const phase = phaseOf(position)
  const past = { acts: position.acts, itemStarts }
  return order.items.map((item) => row(order, item, position, past, phase))
}

function row(
  order: OrderSection,
  item: OrderItem,
  position: PositionSection,
  past: Past,
  phase: Phase,
): OrderRow {
  if (item.cut) return { item, kind: 'cut' }
  const start = lastStart(item, past)
  if (isRunning(item, position, phase)) return { item, kind: 'running', since: start }
  if (isPastItem(item, position, phase)) {
    return { item, kind: 'past', length: start === null ? null : lengthFrom(start, item, past) }
  }
  return {
    item,
    kind: 'future',
    at: (now) => expectedAt(position.running, item.starts, now),
    spread: spreadTo(order, position, item.index),
  }
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
  const next = order.items.find((item) => item.index > (position.item ?? -1) && !item.cut)
  return next && next.act === phase.act && next.kind !== 'interval' ? next : null
}

/** Of what lies between now and that item, in seconds; the item that runs counts whole. Null where it is not learned. */
function spreadTo({ items }: OrderSection, { item, acts, running }: PositionSection, index: number) {
  const up = acts.at(-1)?.downAt === null
  const first = items.find((one) => one.act === running.point.act && one.kind !== 'interval')?.index ?? 0
  const from = up ? (item ?? first) : first
  return spreadOver(items.filter((one) => one.index >= from && one.index < index).map(({ spread }) => spread))
}

/** " ±2": whole minutes, upwards; nothing where too few nights say. */
export const spreadWords = (spread: number | null): string =>
  spread === null ? '' : ` ±${Math.max(1, Math.ceil(spread / 60))}`

/** "down 20:41 ±1 · end 22:05 ±2": the curtains that are still to fall. */
export function curtainWords(order: OrderSection, position: PositionSection, now: Instant): string | null {
  const phase = phaseOf(position)
  const { running, timeZone } = position
  if (phase.kind === 'after' || phase.kind === 'closed') return null
  const fall = (act: number): string | null => {
    const seconds = running.acts.find((one) => one.act === act)?.seconds
    const last = order.items.findLast((one) => one.act === act && one.kind !== 'interval')
    if (seconds === undefined || !last) return null
    const at = expectedAt(running, { act, seconds }, now)
    return `${formatClock(at, timeZone, false)}${spreadWords(spreadTo(order, position, last.index + 1))}`
  }
  const end = running.acts.at(-1)?.act ?? 1
  const down = phase.kind === 'running' && phase.act !== end ? fall(phase.act) : null
  const texts = words().runningOrder
  const endAt = fall(end) ?? '–'
  return down === null ? texts.end({ end: endAt }) : texts.downAndEnd({ down, end: endAt })
}
