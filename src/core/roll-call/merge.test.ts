// Three points without a network: whatever the order in which their records come together, one roll, and nobody seen whom nobody saw.

import { expect, test } from 'vitest'
import { listed, NOON, theRollCall } from '../../../test/kit/roll-calls.ts'
import { type Dice, dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { RollRecord, SaidWhat, Who } from './record.ts'
import { rollOf } from './roll.ts'
import { emptyRollCalls, withRollRecord } from './roll-call.ts'

const MERGES = 1_000
const PEOPLE = 140
const people = Array.from({ length: PEOPLE }, (_, n) => listed(`p${n}`))
const begun = (name: string, what: RollRecord['what']): RollRecord => ({
  ...{ id: name, rollCall: theRollCall, drill: false, author: { device: 'desk', person: null } },
  ...{ at: instant(NOON), aheadMs: 0, what },
})
const start = [
  begun('begun', { kind: 'begun', by: 'Ruth Amari' }),
  begun('listed', { kind: 'listed', people, house: null }),
]

type Point = { readonly device: string; readonly records: RollRecord[]; readonly saw: Map<string, Who> }

/** One thing a steward does; `saw` is kept apart by the test, and is what is true. */
function press(point: Point, throws: Dice, at: number): void {
  const { who } = throws.pick(people)
  const [name, by] = [`${point.device}-${point.records.length}`, `Steward ${point.device}`]
  const write = (what: SaidWhat, person: string | null = `steward-${point.device}`) =>
    point.records.push({
      ...{ id: name, rollCall: theRollCall, drill: false, aheadMs: 0, what },
      author: { device: point.device, person: person === null ? null : id(person) },
      at: instant(at),
    })
  switch (throws.whole(0, 9)) {
    case 0:
      return void write({ kind: 'not-here', who, point: point.device, by })
    case 1:
      return void write({ kind: 'swept', zone: 'Zone 3', by })
    case 2:
      return void write({ kind: 'told', who, how: 'safe-elsewhere', by })
    case 3: {
      // Takes back one of its own, or tries what is another's.
      const [mine] = [...point.saw.keys()]
      write({ kind: 'undone', record: mine ?? `elsewhere-${throws.whole(0, 9)}` })
      if (mine !== undefined) point.saw.delete(mine)
      return
    }
    case 4:
      // They say of themself that they are here.
      return void write(
        { kind: 'seen', who, point: point.device, by, name: null },
        who.slice('person:'.length),
      )
    default:
      write({ kind: 'seen', who, point: point.device, by, name: null })
      point.saw.set(name, who)
  }
}

const shuffled = <One>(all: readonly One[], throws: Dice): readonly One[] =>
  all
    .map((one) => ({ one, at: throws.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

const merged = (records: readonly RollRecord[]) =>
  records.reduce(withRollRecord, emptyRollCalls).rollCalls.flatMap((one) => one.records)

test('ROLLCALL-6: a thousand seeded merges of three devices and a hundred and forty people, and no false “seen”', () => {
  for (let seed = 1; seed <= MERGES; seed += 1) {
    const throws = dice(seed)
    const points = ['a', 'b', 'c'].map((device): Point => ({ device, records: [], saw: new Map() }))
    for (let n = 0; n < 180; n += 1) press(throws.pick(points), throws, NOON + throws.whole(0, 300) * 1_000)
    const all = [...start, ...points.flatMap(({ records }) => records)]
    const [one, other] = [
      merged(shuffled(all, throws)),
      merged(shuffled([...all, ...shuffled(all, throws).slice(0, 90)], throws)),
    ]
    const roll = rollOf(one)
    expect(JSON.stringify(roll), `seed ${seed}`).toBe(JSON.stringify(rollOf(other)))
    const truly = new Set(points.flatMap(({ saw }) => [...saw.values()]))
    const seen = new Set(roll.lines.filter((line) => line.seen.length > 0).map(({ who }) => who))
    expect(seen, `seed ${seed}`).toEqual(truly)
    expect(roll.seen + roll.told + roll.notSeen, `seed ${seed}`).toBe(PEOPLE)
  }
})

test('ROLLCALL-5: commutative, associative and idempotent, record by record', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const throws = dice(seed)
    const points = ['a', 'b', 'c'].map((device): Point => ({ device, records: [], saw: new Map() }))
    for (const point of points) for (let n = 0; n < 20; n += 1) press(point, throws, NOON + n)
    const [a, b, c] = points.map(({ records }) => records)
    if (!a || !b || !c) throw new Error('three')
    const told = (records: readonly RollRecord[]) => JSON.stringify(rollOf(merged(records)))
    const roll = (...halves: readonly (readonly RollRecord[])[]) => told([...start, ...halves.flat()])
    const whole = roll(a, b, c)
    expect(roll(c, b, a), `seed ${seed}`).toBe(whole)
    expect(told([...merged([...a, ...b]), ...start, ...c]), `seed ${seed}`).toBe(whole)
    expect(told([...a, ...start, ...merged([...b, ...c])]), `seed ${seed}`).toBe(whole)
    expect(roll(a, b, c, a, b, c), `seed ${seed}`).toBe(whole)
  }
})
