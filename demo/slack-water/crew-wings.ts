// What the assistants, the dressers and the second pairs of hands on deck do.

import type { Duties, Duty } from '../kit/notation.ts'

const three = ['pip', 'hob', 'tan']

const job = (
  item: string,
  from: Duty['from'],
  to: Duty['to'],
  place: string,
  title: string,
  kind: Duty['kind'] = 'task',
  out = place,
): Duty => ({ item, from, to, in: place, out, title, kind: kind ?? 'task' })

export const assistants: Duties = {
  asl: [
    {
      item: 'overture',
      from: 0,
      to: 60,
      in: 'ptl',
      out: 'ptl',
      title: 'Prop table left, the last look',
      kind: 'set',
    },
    {
      item: 'n2',
      from: 172,
      to: 194,
      in: 'sl2',
      out: 'sl2',
      title: 'Almanacs into the devils’ arms',
      kind: 'hand-off',
      props: three.map((name) => `almanacs-${name}`),
      partners: three,
    },
    {
      item: 's2a',
      from: 30,
      to: 60,
      in: 'ptl',
      out: 'ptl',
      title: 'Type, lamp, pages: reset the left table',
      kind: 'set',
      props: ['nine', 'lamp'],
    },
    {
      item: 'n14',
      from: 0,
      to: 30,
      in: 'sl2',
      out: 'sl2',
      title: 'Torch to Ezra and Tamsin, up to the masking',
      kind: 'task',
      partners: ['tam', 'ezr'],
    },
    {
      item: 'n10',
      from: 0,
      to: 20,
      in: 'sl2',
      out: 'sl2',
      title: 'Line up the lanterns, two by two',
      kind: 'task',
    },
  ],
  asr: [
    {
      item: 'n8',
      from: ['Where did the hour, where#2', -6],
      to: ['Where did the hour, where#2', 5],
      in: 'sr1',
      out: 'sr1',
      title: 'Green light to Ezra, by touch on the arm',
      kind: 'cue light',
      partners: ['ezr'],
    },
    {
      item: 'overture',
      from: 0,
      to: 40,
      in: 'ptr',
      out: 'ptr',
      title: 'Prop table right, the last look',
      kind: 'set',
    },
    {
      item: 's2a',
      from: 60,
      to: 90,
      in: 'ptr',
      out: 'ptr',
      title: 'Pole and hat out',
      kind: 'set',
      props: ['pole', 'hat'],
    },
    {
      item: 'n6',
      from: 20,
      to: 50,
      in: 'ptr',
      out: 'ptr',
      title: 'Soap, bell, notebook out',
      kind: 'set',
      props: ['soap', 'bell', 'notebook'],
    },
    {
      item: 'interval',
      from: 60,
      to: 600,
      in: 'ptr',
      out: 'ptr',
      title: 'Act-two presets right, ticked',
      kind: 'set',
    },
  ],
}

export const dressers: Duties = {
  drl: [
    {
      item: 'overture',
      from: 0,
      to: 90,
      in: 'qcl',
      out: 'qcl',
      title: 'Booth left: coat, best dress, climbing clothes',
      kind: 'set',
    },
    job('n3', ["Till you've mended it", -20], 'end', 'qcl', 'Coat on the hook, buttons undone', 'set'),
    job('n4', ['They run for home', -25], 'end', 'qcl', 'Curtain back, hands free: eighteen seconds', 'set'),
    job('n6', ['To match', -30], 'end', 'qcl', 'Climbing clothes laid in order', 'set'),
    {
      item: 'interval',
      from: 60,
      to: 900,
      in: 'dr1',
      out: 'dr1',
      title: 'Fur, muffler, oilskins round the rooms',
      kind: 'dress',
    },
  ],
  drr: [
    {
      item: 'overture',
      from: 0,
      to: 90,
      in: 'qcr',
      out: 'qcr',
      title: 'Booth right: gown, petticoat, nightshirt',
      kind: 'set',
    },
    job('s7', ["I've missed my tea, and", -20], 'end', 'qcr', 'Nightshirt open, helmet box out', 'set'),
    job('interval', 400, 900, 'qcr', 'Booth right: nine sacks by name', 'set'),
    job('n14', 300, 'end', 'qcr', 'Booth right ready: towels, sacks, the first three by the curtain', 'set'),
  ],
  drl2: [
    job('overture', 0, 90, 'dr2', 'Mayor’s room: robe, nightgown, curlers', 'set'),
    job('n12', 0, 120, 'qcl', 'Pack the Mayor’s towels; round by the crossover', 'carry', 'qcr'),
    job('n13', 0, 'end', 'qcr', 'Sacks counted, named, unbuttoned', 'set'),
  ],
  drl3: [
    job('overture', 0, 90, 'dr4', 'Robes and nightshirts round the chorus rooms', 'set'),
    job('n5', 60, 300, 'dr4', 'Nightshirts out, street clothes up', 'set'),
    job('interval', 60, 700, 'dr4', 'Capes, hoods and boots round the chorus rooms', 'set'),
    job('n12', 0, 150, 'qcl', 'Boots and blankets to the dock', 'carry', 'dock'),
    job('n14', 0, 200, 'dock', 'Dock rail: sacks by name', 'set'),
  ],
  drr2: [
    job('overture', 0, 90, 'dr5', 'Robes and nightshirts round the chorus rooms', 'set'),
    job('n5', 60, 300, 'dr5', 'Nightshirts out, street clothes up', 'set'),
    job('interval', 60, 700, 'dr5', 'Ulsters, coats and scarves round the chorus rooms', 'set'),
    job('n14', 0, 200, 'dock', 'Dock rail: sacks by name', 'set'),
  ],
  drr3: [
    job('overture', 0, 90, 'qcr', 'Booth right: towels, second pins', 'set'),
    job('n5', 0, 200, 'wardrobe', 'Devils’ jerseys dry and up', 'set'),
    job('interval', 60, 700, 'wardrobe', 'Sacks aired; seventeen names sewn', 'set'),
    job('n14', 0, 200, 'dock', 'Dock rail: sacks by name', 'set'),
  ],
}

const shared = (
  left: string,
  right: string,
  rows: readonly (readonly [
    item: string,
    from: Duty['from'],
    to: Duty['to'],
    what: string,
    kind: Duty['kind'],
  ])[],
): Duties =>
  Object.fromEntries(
    [left, right].map((track, index) => [
      track,
      rows.map(([item, from, to, what, kind]) =>
        job(item, from, to, index === 0 ? 'sl2' : 'sr2', `${what} ${index === 0 ? 'left' : 'right'}`, kind),
      ),
    ]),
  )

/** The same work on both sides, a pair of hands on each. */
export const moreDeck: readonly Duties[] = [
  shared('dkl2', 'dkr2', [
    ['overture', 0, 60, 'Street truck, second pin,', 'set'],
    ['n1', 180, 'end', 'Street truck, upstage corner,', 'set'],
    ['s2a', 0, 16, 'Street truck off and pinned', 'strike'],
    ['n5', 0, 10, 'Council chairs on', 'set'],
    ['n6', 0, 10, 'Council chairs off', 'strike'],
    ['n8', 0, 20, 'House fronts clear of the legs', 'task'],
    ['n8', ['He is gone', -4], ['He is gone', 20], 'Catch the clothes rail', 'task'],
    ['interval', 60, 700, 'Sweep and mop; sands cloth tight', 'set'],
    ['t10a', 0, 20, 'Withies on', 'set'],
    ['n15', 0, 'end', 'Plank: foot it, then away', 'set'],
    ['n17', 0, 30, 'Withies off, rock skirts on', 'strike'],
    ['playout', 0, 60, 'Brakes, pins, working light', 'strike'],
  ]),
  shared('dkl3', 'dkr3', [
    ['overture', 0, 60, 'Sands cloth on its roller', 'set'],
    ['t3a', 0, 26, 'Run the sands cloth out', 'set'],
    ['n4', 'They run for home', 'end', 'Wind the sands cloth in', 'strike'],
    ['t6a', 18, 46, 'Clear under the face', 'task'],
    ['interval', 700, 1000, 'Fret machine filled and warm', 'set'],
    ['n12', 'And something white', 'end', 'Fret machine and low fan', 'task'],
    ['t12a', 0, 'end', 'Fret machine and low fan', 'task'],
    ['n14', 0, 60, 'Fret topped up', 'task'],
    ['n16', 0, 60, 'Fret topped up', 'task'],
    ['n17', 0, 30, 'Fret machine off, extract on', 'strike'],
  ]),
  shared('dkl4', 'dkr4', [
    ['overture', 0, 60, 'Prop table, second look', 'set'],
    ['n2', 'Button', 'end', 'Crowd props in', 'strike'],
    ['n4', 'They run for home', 'end', 'Spades and stones in', 'strike'],
    ['n8', 'The dance of the missing hour', 'end', 'Loose clothes off the floor', 'task'],
    ['interval', 60, 600, 'Prop table, act-two look', 'set'],
    ['t12a', 0, 20, 'Hampers and drum off in the fret', 'strike'],
    ['n15', 100, 300, 'Lanterns taken from wet hands', 'task'],
    ['n17', 0, 40, 'Lanterns back to the right hands', 'task'],
    ['playout', 0, 60, 'Prop table in and counted', 'strike'],
  ]),
]

/** Nobody expects the standby in the building before the interval. */
export const standby: Duties = {
  sb: [job('interval', 600, 660, 'door', 'In by the stage door; ready from here on', 'task', 'green')],
}
