// What the chorus and the three devils do in act two: one line of lanterns, from the Steps to the Inch.

import type { Duties, Duty } from '../kit/notation.ts'

type Walker = {
  readonly lanterns: readonly string[]
  readonly costume: string
  readonly sack: string
  readonly role?: string
  /** The wing they start from, the side they go into the fret on, the wing on the Inch. */
  readonly ways: readonly [string, string, string]
  /** Words in “Show Me” after which they are over the Gut, and how many seconds after. */
  readonly over: readonly [string, number]
  readonly bow: number
  readonly props?: Readonly<Record<string, readonly string[]>>
}

const walk = (one: Walker): Duty[] => {
  const [wing, side, shore] = one.ways
  const lantern = one.lanterns.slice(0, 1)
  const step = (
    item: string,
    from: Duty['from'],
    to: Duty['to'],
    places: readonly [string, string],
    title: string,
    cost: number,
    more: Partial<Duty> = {},
  ): Duty => ({
    item,
    from,
    to,
    in: places[0],
    out: places[1],
    title,
    costume: one.costume,
    props: [...lantern, ...(one.props?.[item] ?? [])],
    drop: 'thin-able',
    cost,
    ...(one.role ? { role: one.role } : {}),
    ...more,
  })
  return [
    step('n9', 0, 'end', [wing, wing], 'At the Steps with a lantern', 40, {
      props: one.lanterns,
      drop: 're-assignable',
    }),
    step('n10', 'The clock strikes ten', 'end', [wing, 'stage'], 'In the line of lanterns', 20),
    step('t10a', 0, 'end', ['stage', 'stage'], 'In the line, moving off', 20),
    step('n11', 0, 'end', ['stage', 'stage'], 'On the road', 35, { drop: 're-assignable' }),
    step('n12', 0, 'end', ['stage', 'stage'], 'Sitting in the Gut', 40, { drop: 're-assignable' }),
    step('t12a', 0, 16, ['stage', side], 'Into the fret', 15),
    step('n14', 0, 'end', [side, 'stage'], 'In the fret', 40, { drop: 're-assignable' }),
    step('n15', 0, one.over, ['stage', shore], 'Over the Gut, hand to hand', 35, { drop: 're-assignable' }),
    step('n17', 0, 'end', [shore, shore], 'On the Inch, in a sack', 40, {
      costume: one.sack,
      drop: 're-assignable',
    }),
    step('bows', one.bow, 70, [shore, shore], 'Bow', 0, { costume: one.sack, props: [], drop: 'cosmetic' }),
  ]
}

const base: Duty = {
  item: 'n12',
  from: ['Dance: the sandwich', 20],
  to: ['Dance: the sandwich', 28],
  title: 'Lift: the Mayor up on to the barrel',
  kind: 'lift',
  needs: ['lift with MAY'],
  safety: true,
  drop: 're-assignable',
  cost: 35,
}

export const line: Duties = {
  e1: walk({
    lanterns: ['lantern-5', 'lantern-3', 'lantern-11'],
    costume: 'e1-shawl',
    sack: 'e1-sack',
    ways: ['sl1', 'sl1', 'sr1'],
    over: ['Give a hand to the one in front#2', 2],
    bow: 16,
  }),
  e2: walk({
    lanterns: ['lantern-6'],
    costume: 'e2-muffler',
    sack: 'e2-sack',
    ways: ['sl2', 'sl2', 'sr2'],
    over: ['crook of my arm', 3],
    bow: 18,
    props: { n11: ['lent-copy'] },
  }),
  e3: walk({
    lanterns: ['lantern-7'],
    costume: 'e3-ulster',
    sack: 'e3-sack',
    ways: ['sl3', 'sl2', 'sr1'],
    over: ['All my life', 4],
    bow: 18,
    props: { n11: ['watch'], n12: ['watch'], n15: ['watch'] },
  }),
  e4: walk({
    lanterns: ['lantern-8'],
    costume: 'e4-trigg',
    sack: 'e4-sack',
    role: 'trigg',
    ways: ['sl2', 'sl1', 'sr3'],
    over: ['most dreadful silence', 2],
    bow: 14,
  }),
  e5: [
    ...walk({
      lanterns: ['lantern-9'],
      costume: 'e5-oilskin',
      sack: 'e5-sack',
      ways: ['sl3', 'sl2', 'sr2'],
      over: ['I have Pike by the ear', 4],
      bow: 14,
    }),
    { ...base, partners: ['may', 'e8'] },
    {
      item: 'n14',
      from: 'She climbs on to the barrel',
      to: ['it was me that had your tea', 6],
      title: 'Foot the barrel under Tamsin',
      kind: 'task',
      partners: ['tam'],
      safety: true,
    },
  ],
  e6: walk({
    lanterns: ['lantern-10'],
    costume: 'e6-cape',
    sack: 'e6-sack',
    ways: ['sl3', 'sr3', 'sr3'],
    over: ['I have Pike by the ear', 5],
    bow: 16,
  }),
  e7: walk({
    lanterns: ['lantern-12'],
    costume: 'e7-scarf',
    sack: 'e7-sack',
    ways: ['sl2', 'sr3', 'sr3'],
    over: ['terribly strong', 3],
    bow: 18,
  }),
  e8: [
    ...walk({
      lanterns: ['lantern-13'],
      costume: 'e8-coat',
      sack: 'e8-sack',
      ways: ['sl1', 'sr2', 'sr2'],
      over: ['Very kind. Very kind', 2],
      bow: 16,
      props: { n12: ['drum'] },
    }),
    { ...base, partners: ['may', 'e5'] },
  ],
  e9: walk({
    lanterns: ['lantern-14'],
    costume: 'e9-hood',
    sack: 'e9-sack',
    ways: ['sl3', 'sr2', 'sr1'],
    over: ['terribly strong', 2],
    bow: 18,
    props: { n11: ['sandwich'] },
  }),
}

const across = (name: string, carried: Readonly<Record<string, readonly string[]>> = {}): Duty[] => {
  const step = (
    item: string,
    from: Duty['from'],
    to: Duty['to'],
    places: readonly [string, string],
    title: string,
    costume = 'cape',
    more: Partial<Duty> = {},
  ): Duty => ({
    item,
    from,
    to,
    in: places[0],
    out: places[1],
    title,
    costume: `${name}-${costume}`,
    props: carried[item] ?? [],
    ...more,
  })
  return [
    step('n9', 2, 'end', ['sl1', 'sl2'], 'At the Steps'),
    step('n10', 'The clock strikes ten', 'end', ['sl2', 'stage'], 'Children in front, with the lamp'),
    step('t10a', 0, 'end', ['stage', 'stage'], 'Children in front, with the lamp'),
    step('n11', 0, 'end', ['stage', 'stage'], 'On the road'),
    step('n12', 0, 'end', ['stage', 'stage'], 'The little holes'),
    step('t12a', 0, 14, ['stage', 'sr2'], 'Into the fret, by Idris’s hand', 'cape', { partners: ['idr'] }),
    step('n14', 0, 'end', ['sr2', 'stage'], 'Set the slip, by thumb'),
    step(
      'n15',
      0,
      ['The devils go over', 5],
      ['stage', 'sr2'],
      'First over, two metres from the Gut',
      'cape',
      {
        safety: true,
      },
    ),
    step('n17', 0, 'end', ['sr2', 'sr2'], 'Two hundred and twelve', 'sack'),
    step('bows', 10, 68, ['sr2', 'sl2'], 'Bow', 'sack', { drop: 'cosmetic' }),
  ]
}

const lamp = ['lantern-11']

export const children: Duties = {
  pip: across('pip', { n10: lamp, t10a: lamp, n11: lamp, n12: lamp, t12a: lamp, n14: lamp, n15: lamp }),
  hob: across('hob', { n14: ['stick'], n15: ['page-cord'] }),
  tan: across('tan'),
}
