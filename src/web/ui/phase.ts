// Where the night stands, from what every screen is sent: before, in an act, between acts, over.

import { expectedAt } from '../../core/calling/expected.ts'
import { between, type Duration, formatLength, type Instant } from '../../core/kit/time.ts'
import type { OrderItem, OrderSection, PositionSection } from '../../core/night/sections.ts'
import type { PlanPoint } from '../../core/show/timeline.ts'
import { words } from '../speech/speech.ts'
import { formatClock } from './clock.ts'
import { atAndLeft, whenWords } from './words.ts'

export type Phase =
  | { readonly kind: 'before' }
  | { readonly kind: 'running'; readonly act: number; readonly upAt: Instant }
  | { readonly kind: 'interval'; readonly after: number; readonly next: number }
  | { readonly kind: 'after'; readonly downAt: Instant }
  | { readonly kind: 'closed'; readonly at: Instant }

export function phaseOf({ closedAt, acts, running }: PositionSection): Phase {
  if (closedAt !== null) return { kind: 'closed', at: closedAt }
  const last = acts.at(-1)
  if (!last) return { kind: 'before' }
  if (last.downAt === null) return { kind: 'running', act: last.act, upAt: last.upAt }
  const next = running.acts.find((one) => one.act > last.act)
  return next ? { kind: 'interval', after: last.act, next: next.act } : { kind: 'after', downAt: last.downAt }
}

/** Never less than nought: a clock that was just set may know of a curtain that is still to come. */
export const lasted = (from: Instant, now: Instant): Duration =>
  now < from ? between(from, from) : between(from, now)

export const isHeld = (position: PositionSection): boolean => position.running.heldSince !== null

/** How much later than planned this act runs: positive is over. Holds count. */
export function overBy({ running }: PositionSection, phase: Phase, now: Instant): Duration | null {
  if (phase.kind !== 'running') return null
  return between(phase.upAt, expectedAt(running, { act: phase.act, seconds: 0 }, now))
}

/** "+0:40" over, "-0:10" under, rounded down to seconds towards nought. */
export function overWords(over: Duration): string {
  const words = formatLength(over)
  return words.startsWith('-') || words === '0:00' ? words.replace('-0:00', '0:00') : `+${words}`
}

/** When the act that is due next is expected up. */
export const nextUpAt = ({ running }: PositionSection, act: number, now: Instant): Instant =>
  expectedAt(running, { act, seconds: 0 }, now)

/** Did this act come down without it? What is for the interval has until the next act is up. */
export function isLeftBehind({ acts, running }: PositionSection, point: PlanPoint): boolean {
  const planned = running.acts.find(({ act }) => act === point.act)
  const down = acts.some(({ act, downAt }) => act === point.act && downAt !== null)
  const later = acts.some(({ act }) => act > point.act)
  return down && planned !== undefined && (later || point.seconds < planned.seconds)
}

/** When a cue is expected; nothing of an act that is down is “now” (DESK-76). */
export const cueWhen = (position: PositionSection, at: PlanPoint, now: Instant): string =>
  isLeftBehind(position, at)
    ? words().where.actIsDown({ act: at.act })
    : whenWords(now, expectedAt(position.running, at, now), position.timeZone)

/** One line that says where the show is; no person's name in it. */
export function positionWords(
  position: PositionSection,
  order: OrderSection | undefined,
  now: Instant,
): string {
  const { frame, where } = words()
  const phase = phaseOf(position)
  const zone = position.timeZone
  switch (phase.kind) {
    case 'before':
      return where.curtainUp({
        when: whenWords(now, nextUpAt(position, position.running.point.act, now), zone),
      })
    case 'running': {
      const item = itemNow(position, order)
      const { act } = phase
      return item ? where.actAndItem({ act, item: itemWords(item) }) : frame.act({ act })
    }
    case 'interval': {
      const at = nextUpAt(position, phase.next, now)
      return where.interval({ act: phase.next, when: atAndLeft(now, at, zone) })
    }
    case 'after':
      return where.cameDown({ clock: formatClock(phase.downAt, zone, false) })
    case 'closed':
      return where.closed
    default:
      return phase satisfies never
  }
}

/** What is on: the item that runs, else where the night stands. */
export function onNowWords(position: PositionSection, order: OrderSection | undefined, now: Instant): string {
  const item = itemNow(position, order)
  return phaseOf(position).kind === 'running' && item ? itemWords(item) : positionWords(position, order, now)
}

export const itemWords = (item: { readonly code: string; readonly title: string }): string =>
  item.code === '' ? item.title : `${item.code} ${item.title}`

export const itemNow = (position: PositionSection, order: OrderSection | undefined): OrderItem | null =>
  order?.items.find((item) => item.index === position.item) ?? null

/** The act that clearance would be for now; null while one is up and when none is left. */
export function clearableAct(position: PositionSection): number | null {
  const phase = phaseOf(position)
  if (phase.kind === 'before') return position.running.point.act
  return phase.kind === 'interval' ? phase.next : null
}
