// Presses of front of house and of the stage door that come to nothing, for whoever tries everything.

import { id } from '../../src/core/kit/ids.ts'
import type { WireCommand } from '../../src/wire/messages.ts'

/** What is said of the house, none of it as it is. */
export const ofTheHouse: readonly WireCommand[] = [
  { name: 'house.open', open: false },
  { name: 'audience.count', count: 100_001 },
  { name: 'latecomers.release' },
  { name: 'house.bell', bell: 'gong', act: 1 },
  { name: 'house.back', act: 9 },
  { name: 'house.ask', ask: 'speak', minutes: null, why: 'x' },
  { name: 'house.take-back', request: 9 },
  { name: 'house.answer', request: 9, yes: true },
]

/** A code that is nobody's, and help for nobody. */
export const atTheDoor: readonly WireCommand[] = [
  { name: 'sign.help', person: 'nobody' },
  { name: 'sign.helped', person: 'nobody' },
  { name: 'door.sign', person: 'nobody', as: 'in', backAt: null, code: '0000' },
  { name: 'code.give', people: ['nobody'] },
]

/** Of another order: of what is not there, of a draft that is another one, and the draft left. */
export const ofTheOrder: readonly WireCommand[] = [
  { name: 'order.propose', changes: [{ kind: 'cut', item: id<'item'>('nowhere') }] },
  ...(['stop', 'silent'] as const).map((heard) => ({
    ...{ name: 'order.accept' as const, changes: [], heard },
    ...{ approvedBy: id<'person'>('nobody'), toldBy: null },
  })),
  { name: 'order.leave' },
]
