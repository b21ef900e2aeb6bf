// What is said of the house during a night: by the desk's hands, mostly as it should be, sometimes not.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { Sections, WireCommand } from '../../src/wire/messages.ts'

export function ofHouse({ house, position }: Sections, dice: Dice): WireCommand {
  const act = position?.running.point.act ?? 1
  const last = house?.requests.at(-1)
  return dice.pick<WireCommand>([
    { name: 'house.open', open: dice.chance(0.8) },
    { name: 'audience.count', count: dice.whole(0, 900) },
    { name: 'latecomers.hold', count: dice.whole(0, 12) },
    { name: 'latecomers.release' },
    { name: 'house.bell', bell: house?.bells[dice.whole(0, 3)]?.id ?? 'no-such-bell', act },
    { name: 'house.back', act },
    { name: 'house.ask', ask: 'hold', minutes: dice.whole(0, 70), why: 'A coach is late' },
    { name: 'house.ask', ask: 'speak', minutes: null, why: '' },
    { name: 'house.take-back', request: last?.request ?? 1 },
    { name: 'house.answer', request: last?.request ?? 1, yes: dice.chance(0.5) },
  ])
}
