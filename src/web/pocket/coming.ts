// The next items of the running order and when they are expected.

import { expectedAt } from '../../core/calling/expected.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { OrderItem, OrderSection, PositionSection } from '../../core/night/sections.ts'
import { phaseOf } from '../ui/phase.ts'

const COMING_MAX = 5
/** In a dressing room the whole night matters; no show has more numbers than this on one list. */
export const ROOM_MAX = 60

export function comingItems(
  order: OrderSection,
  position: PositionSection,
  now: Instant,
  max = COMING_MAX,
): readonly { readonly item: OrderItem; readonly at: Instant }[] {
  const phase = phaseOf(position)
  if (phase.kind === 'after' || phase.kind === 'closed') return []
  return order.items
    .filter((item) => {
      if (item.cut) return false
      if (phase.kind === 'interval') return item.act > phase.after
      return position.item === null || item.index > position.item
    })
    .slice(0, max)
    .map((item) => ({ item, at: expectedAt(position.running, item.starts, now) }))
}
