// A company that goes on and off by dice, and wings that tell of it: an evening on which asking is worth while.

import type { Dice } from '../../src/core/kit/dice.ts'
import { dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import { quietEvening } from './quiet-evening.ts'

const SIDES = [
  { in: 'sr2', out: 'sr1' },
  { in: 'sl1', out: 'sl1' },
] as const
/** Minutes of the one item. */
const LENGTH = 90

/** Twelve people, each on stage now and then, from either side. The same seed makes the same show. */
export function wingEvening(seed: number): Show {
  const show = quietEvening()
  const thrown = dice(seed)
  const names = Array.from({ length: 12 }, (_, index) => `w${index + 1}`)
  return {
    ...show,
    people: [
      ...show.people,
      ...names.map((name) => ({ id: id<'person'>(name), name: `${name} Example`, callName: name })),
    ],
    engagements: [
      ...show.engagements,
      ...names.map((name) => ({ person: id<'person'>(name), kind: 'ensemble' as const })),
    ],
    tracks: [
      ...show.tracks,
      ...names.map((name) => ({
        ...{ id: id<'track'>(name), code: name, title: 'Ensemble', kind: 'cast' as const },
        owner: id<'person'>(name),
      })),
    ],
    obligations: names.flatMap((name) => entrances(name, thrown)),
  }
}

function entrances(name: string, thrown: Dice): Show['obligations'] {
  const made: Show['obligations'][number][] = []
  for (let minute = thrown.whole(4, 14); minute < LENGTH - 6; minute += thrown.whole(8, 28)) {
    const side = SIDES[thrown.whole(0, 1)] ?? SIDES[0]
    made.push({
      id: id<'obligation'>(`${name}-${minute}`),
      track: id<'track'>(name),
      kind: 'appear',
      title: `Comes on at ${minute}`,
      anchor: { item: id<'item'>('long'), seconds: minute * 60 },
      seconds: 180,
      placeIn: id<'place'>(side.in),
      placeOut: id<'place'>(side.out),
      droppable: 'essential',
    })
  }
  return made
}
