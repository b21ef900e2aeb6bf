// What the chorus, the three devils and the swings do.

import type { Duties, Duty } from '../kit/notation.ts'

const bow = (place: string, costume: string, from: number): Duty => ({
  item: 'bows',
  from,
  to: 70,
  in: place,
  out: place,
  title: 'Bow',
  costume,
  drop: 'cosmetic',
})

/** The line of lanterns: at the Steps, then over the sand. */
const crossing = (
  costume: string,
  lanterns: readonly string[],
  wings: readonly [string, string],
  role?: string,
): Duty[] => [
  {
    item: 'n9',
    from: 0,
    to: 'end',
    in: wings[0],
    out: wings[0],
    title: 'At the Steps with a lantern',
    costume,
    props: lanterns,
    drop: 're-assignable',
    cost: 40,
    ...(role ? { role } : {}),
  },
  {
    item: 'n10',
    from: 'The clock strikes ten',
    to: 'The lights go out',
    in: wings[0],
    out: wings[1],
    title: 'In the line of lanterns',
    costume,
    props: lanterns.slice(0, 1),
    drop: 'thin-able',
    cost: 20,
  },
]

const street = (wings: readonly [string, string], costume: string, props: readonly string[] = []): Duty => ({
  item: 'n2',
  from: 1,
  to: 'end',
  in: wings[0],
  out: wings[1],
  title: 'The harbour street',
  costume,
  props,
  drop: 're-assignable',
  cost: 35,
})

const council = (wings: readonly [string, string], costume: string): Duty => ({
  item: 'n5',
  from: 0,
  to: 'end',
  in: wings[0],
  out: wings[1],
  title: 'On the Council',
  costume,
  drop: 're-assignable',
  cost: 45,
})

const hour = (
  from: number,
  wings: readonly [string, string],
  costume: string,
  props: readonly string[] = [],
): Duty => ({
  item: 'n8',
  from,
  to: 'end',
  in: wings[0],
  out: wings[1],
  title: 'A window, then the running street',
  costume,
  props,
  drop: 're-assignable',
  cost: 40,
})

export const chorus: Duties = {
  e1: [
    street(['sl2', 'sl2'], 'e1-apron', ['lantern-1']),
    council(['sl1', 'sl2'], 'e1-robe'),
    hour(4, ['sl3', 'sl2'], 'e1-night'),
    ...crossing('e1-shawl', ['lantern-5', 'lantern-3', 'lantern-11'], ['sl1', 'sr1']),
    bow('sr1', 'e1-shawl', 16),
  ],
  e2: [
    street(['sl1', 'sl1'], 'e2-black'),
    {
      item: 'n5',
      from: 'A flap in the floor',
      to: 'end',
      in: 'trap',
      out: 'sl1',
      title: 'Up through the trap on the ledgers',
      costume: 'e2-gown',
      props: ['medal', 'ledgers'],
      needs: ['trap induction'],
      partners: ['trp'],
      safety: true,
    },
    hour(8, ['sl2', 'sl1'], 'e2-night', ['tower-key']),
    ...crossing('e2-muffler', ['lantern-6'], ['sl2', 'sr2']),
    bow('sr2', 'e2-muffler', 18),
  ],
  e3: [
    street(['sr1', 'sr1'], 'e3-suit', ['watch']),
    council(['sr2', 'sr2'], 'e3-suit'),
    hour(90, ['sr1', 'sr1'], 'e3-suit', ['watch']),
    ...crossing('e3-ulster', ['lantern-7'], ['sl3', 'sr1']),
    bow('sr1', 'e3-ulster', 18),
  ],
  e4: [
    { ...street(['sr2', 'sr2'], 'e4-crier', ['bell']), role: 'crier' },
    council(['sr1', 'sr3'], 'e4-beadle'),
    {
      item: 's7',
      from: 0,
      to: 'He runs',
      in: 'sr2',
      out: 'sr1',
      title: 'Trigg takes a statement',
      costume: 'e4-trigg',
      role: 'trigg',
      props: ['notebook'],
    },
    {
      item: 'n8',
      from: ['Oyez. It is', -2],
      to: ['I had only just sat', 2],
      in: 'sr2',
      out: 'sr1',
      title: 'Cry eight o’clock',
      costume: 'e4-night',
      role: 'crier',
      props: ['bell'],
    },
    {
      item: 'n8',
      from: ['I have lost it in my', -1],
      to: ['I have lost it in my', 6],
      in: 'sr1',
      out: 'sr1',
      title: 'Trigg’s voice, off right',
      kind: 'vocal part',
      role: 'trigg',
      drop: 're-assignable',
      cost: 25,
    },
    {
      item: 'n8',
      from: 'He is gone',
      to: 'end',
      in: 'sr1',
      out: 'sr2',
      title: 'Lead the missing hour',
      costume: 'e4-night',
      role: 'crier',
      drop: 're-assignable',
      cost: 45,
    },
    {
      item: 'n8',
      from: ['He is gone', 12],
      to: ['He is gone', 18],
      title: 'Somersault over the clothes rail',
      kind: 'specialty',
      needs: ['tumbling'],
      safety: true,
      drop: 'cosmetic',
      cost: 10,
    },
    ...crossing('e4-trigg', ['lantern-8'], ['sl2', 'sr3'], 'trigg'),
    bow('sr3', 'e4-trigg', 14),
  ],
  e5: [
    street(['sl3', 'sl3'], 'e5-fish', ['herring']),
    {
      item: 'n2',
      from: ['Dance: the town', 16],
      to: ['Dance: the town', 30],
      title: 'Lift: base for Lowen',
      kind: 'lift',
      partners: ['low', 'e6'],
      needs: ['lift with LOW'],
      safety: true,
      drop: 'thin-able',
      cost: 45,
    },
    council(['sl3', 'sl3'], 'e5-robe'),
    hour(6, ['sl1', 'sl3'], 'e5-night'),
    ...crossing('e5-oilskin', ['lantern-9'], ['sl3', 'sr2']),
    bow('sr2', 'e5-oilskin', 14),
  ],
  e6: [
    street(['sr3', 'sr3'], 'e6-school'),
    {
      item: 'n2',
      from: ['Dance: the town', 16],
      to: ['Dance: the town', 30],
      title: 'Lift: base for Lowen',
      kind: 'lift',
      partners: ['low', 'e5'],
      needs: ['lift with LOW'],
      safety: true,
      drop: 'thin-able',
      cost: 45,
    },
    council(['sr3', 'sr3'], 'e6-robe'),
    hour(8, ['sr3', 'sr3'], 'e6-night', ['soap']),
    ...crossing('e6-cape', ['lantern-10'], ['sl3', 'sr3']),
    bow('sr3', 'e6-cape', 16),
  ],
}

const devil = (own: readonly Duty[], name: string): Duty[] => {
  const apron = `${name}-apron`
  const boots = `${name}-boots`
  const jersey = `${name}-jersey`
  const cape = `${name}-cape`
  return [
    {
      item: 'n2',
      from: ["The three printer's devils", -2],
      to: 'end',
      in: 'sl2',
      out: 'stage',
      title: 'Through the legs of everybody',
      costume: apron,
      props: [`almanacs-${name}`],
    },
    {
      item: 's2a',
      from: 0,
      to: 'Lowen at the door',
      in: 'stage',
      out: 'sl2',
      title: 'Sorting the hell-box',
      costume: apron,
    },
    {
      item: 't3a',
      from: 'Water on the cloth',
      to: 'end',
      in: 'sl2',
      out: 'stage',
      title: 'Run the width of the sands',
      costume: boots,
      props: [`spade-${name}`, ...(name === 'pip' ? ['stones'] : [])],
    },
    {
      item: 'n4',
      from: 0,
      to: 'two steps behind',
      in: 'stage',
      out: 'sr2',
      title: 'Digging',
      costume: boots,
      props: [`spade-${name}`],
    },
    {
      item: 's7',
      from: ['Trigg, the constable', 1],
      to: ['They scatter', 2],
      in: 'sl2',
      out: 'sl2',
      title: 'Only crimes',
      costume: jersey,
    },
    {
      item: 'n8',
      from: ['Two before and two', -2],
      to: 'end',
      in: 'sl2',
      out: 'sl2',
      title: 'Through the running street',
      costume: jersey,
    },
    {
      item: 'n9',
      from: 2,
      to: 'end',
      in: 'sl1',
      out: 'sl2',
      title: 'At the Steps',
      costume: cape,
    },
    {
      item: 'n10',
      from: 'The clock strikes ten',
      to: 'as there were on the other',
      in: 'sl2',
      out: 'sr2',
      title: 'Children in front, with the lamp',
      costume: cape,
      props: name === 'pip' ? ['lantern-11'] : [],
    },
    { item: 'bows', from: 10, to: 68, in: 'sr2', out: 'sl2', title: 'Bow', costume: cape, drop: 'cosmetic' },
    ...own,
  ]
}

export const devils: Duties = {
  pip: devil(
    [
      {
        item: 'n4',
        from: 'Pip lays them out',
        to: 'two minutes past eight',
        title: 'The four stones',
        kind: 'specialty',
        props: ['stones'],
      },
    ],
    'pip',
  ),
  hob: devil(
    [
      {
        item: 'n4',
        from: 'He gives Hob his hat',
        to: 'He climbs out',
        title: 'Hold the hat, two metres from the Gut',
        kind: 'carry',
        props: ['hat'],
        safety: true,
      },
    ],
    'hob',
  ),
  tan: devil([], 'tan'),
}

const booth = (item: string, from: Duty['from'], title: string): Duty => ({
  item,
  from,
  to: 'end',
  in: 'vb',
  out: 'vb',
  title,
  kind: 'vocal part',
  role: 'town',
  drop: 'thin-able',
  cost: 15,
})

const voices: readonly Duty[] = [
  booth('n2', 10, 'Company vocal in the booth'),
  booth('n5', 'It has never been wrong', 'Council vocal in the booth'),
  booth('n8', 'Where did the hour go', 'Finale vocal in the booth'),
  booth('n10', ['Read the water', -3], 'The line, far off, in the booth'),
]

export const swings: Duties = { s1: voices, s2: voices }
