// The order changed in the middle of a night: drafted at one device, accepted at another, by hands that do not wait.

import type { Dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Change } from '../../src/core/reorder/change.ts'
import { waysHeard } from '../../src/core/reorder/night-order.ts'
import type { Sections, WireCommand } from '../../src/wire/messages.ts'

export function anotherOrder({ order, orderDraft }: Sections, dice: Dice): WireCommand | null {
  if (order === undefined || orderDraft === undefined) return null
  const { draft, inForce, begun, approvers } = orderDraft
  if (draft !== null && dice.chance(0.7)) {
    const someone = () => approvers[dice.whole(0, approvers.length - 1)]?.id ?? null
    if (dice.chance(0.2)) return { name: 'order.leave' }
    return {
      ...{ name: 'order.accept', changes: [...draft.changes] },
      ...{ heard: dice.pick(waysHeard), approvedBy: someone(), toldBy: dice.chance(0.8) ? someone() : null },
      ...(dice.chance(0.3) ? { override: true } : {}),
    }
  }
  const items = order.items.filter(({ kind }) => kind !== 'interval')
  // Now and then something that has begun, or the interval: that is refused.
  const some = items.filter(({ index }) => index >= begun || dice.chance(0.1))
  if (some.length === 0) return null
  const change = thrown(
    some.map(({ id: name }) => name),
    dice,
  )
  const before = dice.chance(0.3) ? [] : (inForce?.changes ?? [])
  return { name: 'order.propose', changes: [...before, change] }
}

function thrown(items: readonly string[], dice: Dice): Change {
  const item = id<'item'>(dice.pick(items))
  const other = id<'item'>(dice.pick(items))
  const kind = dice.pick(['cut', 'swap', 'move', 'delay', 'skip'] as const)
  switch (kind) {
    case 'cut':
      return { kind, item }
    case 'swap':
      return { kind, item, with: other }
    case 'move':
      return { kind, item, after: other }
    case 'delay':
      return { kind, item, seconds: dice.whole(1, 120) }
    case 'skip':
      return { kind, after: item }
    default:
      return kind satisfies never
  }
}
