// What the chorus and the three devils do in act one, and the two swings who sing in the booth.

import type { Duties, Duty } from '../kit/notation.ts'

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
  ],
  e3: [
    street(['sr1', 'sr1'], 'e3-suit', ['watch']),
    council(['sr2', 'sr2'], 'e3-suit'),
    hour(90, ['sr1', 'sr1'], 'e3-suit', ['watch']),
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
  ],
  e7: [street(['sl3', 'sr1'], 'e7-black'), hour(10, ['sr2', 'sl2'], 'e7-night')],
  e8: [street(['sr3', 'sr3'], 'e8-band', ['drum']), hour(12, ['sl1', 'sl1'], 'e8-night')],
  e9: [street(['sl2', 'sl2'], 'e9-post'), hour(14, ['sr3', 'sl3'], 'e9-night')],
}

const devil = (own: readonly Duty[], name: string): Duty[] => {
  const apron = `${name}-apron`
  const boots = `${name}-boots`
  const jersey = `${name}-jersey`
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
  booth('t10a', 0, 'The line, far off, in the booth'),
  booth('n12', 0, 'Company vocal in the booth'),
  booth('n15', 'Give a hand to the one', 'Company vocal in the booth'),
  booth('n17', 'That for nine', 'Finale vocal in the booth'),
]

export const swings: Duties = { s1: voices, s2: voices }
