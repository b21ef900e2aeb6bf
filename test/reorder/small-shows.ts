// Small shows from dice, crowded on purpose: few places, few seconds, things that change hands, so that much goes wrong.

import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { type Id, id } from '../../src/core/kit/ids.ts'
import type { Anchor, Cue, Obligation, PlaceId, Show, Trigger } from '../../src/core/show/show.ts'
import type { OrderRule } from '../../src/core/show/standing.ts'
import { emptyShow } from '../kit/shows.ts'

const some = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const named = <Noun extends string>(prefix: string, index: number): Id<Noun> => id<Noun>(`${prefix}${index}`)

export function smallShow(seed: number): Show {
  const throws = dice(seed)
  const items = throws.whole(4, 6)
  const tracks = throws.whole(2, 4)
  const pick = <Noun extends string>(prefix: string, count: number): Id<Noun> =>
    named<Noun>(prefix, throws.whole(0, count - 1))
  const anchor = (): Anchor => ({ item: pick('i', items), seconds: throws.whole(0, 100) / 2 })
  const sides = ['stage left', 'stage right', 'centre', undefined] as const
  const places = some(5, (index) => ({
    ...{ id: named<'place'>('p', index), code: `P${index}`, name: '', side: sides[index % 4] },
  }))
  const place = (): PlaceId => pick('p', 5)
  const show: Show = {
    ...emptyShow,
    venue: {
      name: 'A barn',
      places,
      travel: some(6, (index) => ({
        ...{
          from: named<'place'>('p', index % 5),
          to: named<'place'>('p', (index + throws.whole(1, 4)) % 5),
        },
        ...{ seconds: throws.whole(1, 40), oneWay: throws.chance(0.2) },
      })),
    },
    people: some(tracks, (index) => ({ id: named('w', index), name: `W${index}`, callName: `W${index}` })),
    tracks: some(tracks, (index) => ({
      ...{ id: named('t', index), code: `T${index}`, title: '', kind: 'cast', owner: named('w', index) },
    })),
    items: some(items, (index) => ({
      ...{ id: named('i', index), code: String(index), title: '', kind: 'scene', act: 1 },
      seconds: throws.whole(50, 90),
    })),
    editions: [{ id: id('e'), title: '', items: some(items, (index) => named('i', index)) }],
    departments: some(2, (index) => ({
      ...{ id: named('d', index), name: `D${index}`, short: `D${index}`, kind: 'other' },
    })),
    obligations: some(throws.whole(6, 16), (index) => obligation(throws, index, { tracks, anchor, place })),
    cues: some(throws.whole(4, 10), (index) => cue(throws, index, anchor)),
    ...whatIsWorn(throws, { tracks, anchor, place }),
    handOffs: some(3, (index) => ({
      ...{ id: named('h', index), prop: pick('r', 2), from: named('t', index % tracks) },
      ...{ to: named('t', (index + 1) % tracks), anchor: anchor(), place: place() },
    })),
    props: some(2, (index) => ({ id: named('r', index), name: `R${index}`, start: place() })),
    presets: some(3, (index) => ({
      ...{ id: named('s', index), title: `S${index}`, place: place(), before: pick('i', items) },
      ...(throws.chance(0.7) ? { prop: pick<'prop'>('r', 2) } : { department: pick<'department'>('d', 2) }),
    })),
    mics: some(2, (index) => ({
      ...{ id: named('m', index), pack: `M${index}` },
      ...(throws.chance(0.5) ? { seconds: throws.whole(5, 90) } : {}),
    })),
    ...whatIsBuilt(throws, items),
    rules: rules(throws, items, tracks),
  }
  return show
}

type Frame = {
  readonly tracks: number
  readonly anchor: () => Anchor
  readonly place: () => PlaceId
}

function obligation(throws: Dice, index: number, { tracks, anchor, place }: Frame): Obligation {
  const maybe = <T>(chance: number, value: T): T | undefined => (throws.chance(chance) ? value : undefined)
  return {
    ...{ id: named('o', index), track: named('t', throws.whole(0, tracks - 1)), title: '' },
    ...{ kind: throws.pick(['appear', 'dress', 'set'] as const), anchor: anchor() },
    ...{ seconds: throws.whole(2, 60) / 2, droppable: 'essential' },
    placeIn: maybe(0.9, place()),
    placeOut: maybe(0.9, place()),
    costume: maybe(0.6, named<'costume'>('c', throws.whole(0, 2))),
    mic: maybe(0.4, named<'mic'>('m', throws.whole(0, 1))),
    props: maybe(0.4, [named<'prop'>('r', throws.whole(0, 1))]),
    partners: maybe(0.4, [named<'track'>('t', throws.whole(0, tracks - 1))]),
    needs: maybe(0.3, ['fly']),
  }
}

function whatIsWorn(throws: Dice, { tracks, anchor, place }: Frame): Pick<Show, 'costumes' | 'changes'> {
  const pick = <Noun extends string>(prefix: string, count: number): Id<Noun> =>
    named<Noun>(prefix, throws.whole(0, count - 1))
  return {
    costumes: some(3, (index) => ({ id: named('c', index), name: `C${index}` })),
    changes: some(4, (index) => ({
      ...{ id: named('q', index), track: pick('t', tracks), to: pick('c', 3), anchor: anchor() },
      ...(throws.chance(0.5) ? { from: pick<'costume'>('c', 3) } : {}),
      ...{ place: place(), seconds: throws.whole(5, 60) },
      dressers: throws.chance(0.7) ? [pick<'track'>('t', tracks)] : [],
    })),
  }
}

function whatIsBuilt(throws: Dice, items: number): Pick<Show, 'pieces' | 'standings'> {
  const pick = <Noun extends string>(prefix: string, count: number): Id<Noun> =>
    named<Noun>(prefix, throws.whole(0, count - 1))
  return {
    pieces: some(2, (index) => ({ id: named('x', index), name: `X${index}`, starts: 'in' })),
    standings: some(5, () => ({
      ...{ piece: pick('x', 2), item: pick('i', items) },
      ...(throws.chance(0.7) ? { begins: throws.pick(['in', 'out']) } : {}),
      ...(throws.chance(0.7) ? { ends: throws.pick(['in', 'out']) } : {}),
    })),
  }
}

function cue(throws: Dice, index: number, anchor: () => Anchor): Cue {
  const trigger: Trigger =
    index > 0 && throws.chance(0.3)
      ? { kind: 'follow-on', after: named('k', throws.whole(0, index - 1)) }
      : { kind: 'called' }
  return {
    ...{
      id: named('k', index),
      department: named('d', throws.whole(0, 1)),
      number: String(index),
      title: '',
    },
    ...{ anchor: anchor(), trigger },
    ...(throws.chance(0.4) ? { standby: anchor() } : {}),
  }
}

const rules = (throws: Dice, items: number, tracks: number): OrderRule[] => [
  {
    ...{ id: id('home'), kind: 'off by', title: '', by: '20:05' },
    people: some(tracks, (index) => named('w', index)),
  },
  { ...{ id: id('wire'), kind: 'rest', title: '', needs: 'fly' }, seconds: throws.whole(5, 60) },
  {
    ...{ id: id('story'), kind: 'before', title: '' },
    ...{ first: named('i', throws.whole(0, items - 1)), next: named('i', throws.whole(0, items - 1)) },
  },
]
