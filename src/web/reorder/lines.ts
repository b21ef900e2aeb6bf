// What an order changes and what it brings, in words.

import type { ConsequenceLine } from '../../core/night/order-draft-section.ts'
import type { OrderSection } from '../../core/night/sections.ts'
import type { Change } from '../../core/reorder/change.ts'
import type { ItemId } from '../../core/show/show.ts'
import { words } from '../speech/speech.ts'

/** Under two minutes in seconds, beyond in minutes and seconds: "35 s", "6:40". */
function lackWords(lacks: number): string {
  const whole = Math.ceil(lacks)
  if (whole < 120) return words().reorder.seconds({ seconds: whole })
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

export function consequenceWords(line: ConsequenceLine): string {
  const { reorder } = words()
  const said = {
    who: line.who ?? reorder.someone,
    place: line.place ?? reorder.somewhere,
    from: line.from ?? reorder.somewhere,
    about: line.about ?? '',
    other: line.other ?? '',
    lacks: lackWords(line.lacks ?? 0),
  }
  if (line.kind === 'change' && line.lacks === null) return reorder.unknownChange(said)
  if (line.kind === 'prop' && line.lacks === 0) return reorder.carry(said)
  if (line.kind === 'preset' && line.lacks === 0) return reorder.carryPreset(said)
  if (line.kind === 'standby')
    return reorder.kinds.standby({
      ...said,
      other: reorder.early[line.other === 'warn' ? 'warn' : 'standby'],
    })
  return reorder.kinds[line.kind](said)
}

export const itemWords = (order: OrderSection, item: ItemId): string => {
  const found = order.items.find(({ id }) => id === item)
  return found ? `${found.code} ${found.title}`.trim() : item
}

export function changeWords(order: OrderSection, change: Change): string {
  const { changes } = words().reorder
  const named = (item: ItemId) => itemWords(order, item)
  switch (change.kind) {
    case 'cut':
    case 'shorten':
      return changes[change.kind]({ item: named(change.item) })
    case 'swap':
      return changes.swap({ item: named(change.item), other: named(change.with) })
    case 'move':
    case 'repeat':
      return changes[change.kind]({ item: named(change.item), other: named(change.after) })
    case 'delay':
    case 'wait':
      return changes[change.kind]({ item: named(change.item), seconds: change.seconds })
    case 'vamp':
      return changes.vamp({ seconds: change.seconds })
    case 'skip':
      return changes.skip({ item: named(change.after) })
    default:
      return change satisfies never
  }
}
