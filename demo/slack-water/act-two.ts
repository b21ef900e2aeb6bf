// What the principals do in act two: the Steps, the tower, the road, the fret, the Inch.

import type { Duties, Duty } from '../kit/notation.ts'

type More = Partial<Duty>

/** On, from wing to wing, in one costume. */
const on =
  (track: string) =>
  (
    item: string,
    from: Duty['from'],
    to: Duty['to'],
    ways: readonly [string, string],
    title: string,
    costume: string,
    more: More = {},
  ): Duty => ({
    item,
    from,
    to,
    in: ways[0],
    out: ways[1],
    title,
    costume: `${track}-${costume}`,
    ...more,
  })

const bow = (track: string, from: number, ways: readonly [string, string], costume: string): Duty =>
  on(track)('bows', from, 70, ways, 'Bow', costume, { drop: 'cosmetic' })

const thin: More = { drop: 'thin-able', cost: 30 }
const stays = ['stage', 'stage'] as const
const platform: More = { needs: ['platform induction'], safety: true }
const flown: More = { needs: ['flying harness'], safety: true, props: ['skein'] }

const tam = on('tam')
const ezr = on('ezr')
const may = on('may')
const low = on('low')
const jor = on('jor')
const moo = on('moo')
const idr = on('idr')

const fly = (item: string, from: Duty['from'], to: Duty['to'], title: string): Duty => ({
  item,
  from,
  to,
  title,
  kind: 'fly',
  partners: ['fl2'],
  needs: ['flying harness'],
  safety: true,
})

export const principals: Duties = {
  tam: [
    tam(
      'n9',
      'mislaid my copy',
      'end',
      ['sl3', 'stage'],
      'Board the platform, upstage, and ride up',
      'climb',
      {
        ...platform,
        partners: ['ezr'],
        props: ['nine'],
      },
    ),
    tam('n10', 0, 'end', stays, 'For Nine Read Eight', 'climb', { props: ['nine'], partners: ['ezr'] }),
    tam('t10a', 0, 34, ['stage', 'sl2'], 'Ride the platform down, off behind the line', 'climb', {
      ...platform,
      partners: ['ezr'],
    }),
    tam('n14', 'A stick, tapping', 'end', ['sl2', 'stage'], 'Out of the fret on Ezra’s coat', 'road', {
      props: ['medal'],
      partners: ['ezr'],
    }),
    {
      item: 'n14',
      from: 'She climbs on to the barrel',
      to: ['it was me that had your tea', 6],
      title: 'Up on the barrel: Pike foots it',
      kind: 'specialty',
      partners: ['e5'],
      safety: true,
    },
    tam('n15', 0, 'end', stays, 'Sees them across, and stays', 'road', { props: ['medal'] }),
    tam('n16', 0, ['They go up the other bank', 8], ['stage', 'sr2'], 'Let Go', 'road', {
      props: ['nine'],
      partners: ['ezr'],
    }),
    tam('n17', ['Two hundred and twelve', -4], 'end', ['sr2', 'sl2'], 'On the Inch', 'sack', {
      props: ['nine'],
    }),
    tam('bows', 34, 70, ['sl2', 'sl2'], 'Bow, last, with Ezra', 'sack', { drop: 'cosmetic' }),
  ],
  ezr: [
    ezr(
      'n9',
      'mislaid my copy',
      'end',
      ['sr3', 'stage'],
      'Board the platform, upstage, and ride up',
      'over',
      {
        ...platform,
        partners: ['tam'],
      },
    ),
    ezr('n10', 0, 'end', stays, 'For Nine Read Eight', 'over', { props: ['nine'], partners: ['tam'] }),
    ezr('t10a', 0, 34, ['stage', 'sl2'], 'Ride the platform down, off behind the line', 'over', {
      ...platform,
      partners: ['tam'],
    }),
    ezr(
      'n14',
      'A stick, tapping',
      'end',
      ['sl2', 'stage'],
      'Erratum: reads with his thumb, says so',
      'over',
      {
        props: ['nine'],
        partners: ['tam'],
      },
    ),
    ezr('n15', 0, 'end', stays, 'Counts them past him', 'over', { props: ['nine'] }),
    ezr('n16', 0, ['They go up the other bank', 8], ['stage', 'sr2'], 'Let Go', 'over', {
      props: ['nine'],
      partners: ['tam', 'moo'],
    }),
    ezr('n17', 12, 'end', ['sr2', 'sr2'], 'On the Inch', 'sack'),
    ezr('bows', 34, 70, ['sr2', 'sr2'], 'Bow, last, with Tamsin', 'sack', { drop: 'cosmetic' }),
  ],
  may: [
    may('n9', 0, 'end', ['sl1', 'sl2'], 'At the Steps', 'fur', { props: ['lantern-1'] }),
    may('n10', 'The clock strikes ten', 'end', ['sl2', 'stage'], 'In the line', 'fur', thin),
    may('t10a', 0, 'end', stays, 'In the line, moving off', 'fur', { ...thin, props: ['lantern-1'] }),
    may('n11', 0, 'end', stays, 'On Mr Sleeper’s arm', 'fur', {
      props: ['lantern-1', 'speech'],
      partners: ['e3'],
    }),
    may('n12', 0, 'end', stays, 'Remarks, from a barrel', 'fur', {
      props: ['lantern-1', 'speech', 'lent-copy'],
    }),
    {
      item: 'n12',
      from: ['Dance: the sandwich', 20],
      to: ['Dance: the sandwich', 28],
      title: 'Lift: up on to the barrel, by Pike and Noakes',
      kind: 'lift',
      partners: ['e5', 'e8'],
      needs: ['lift with E5 and E8'],
      safety: true,
      drop: 're-assignable',
      cost: 35,
    },
    may('t12a', 0, 16, ['stage', 'sl2'], 'Down off the barrel, into the fret', 'fur', {
      props: ['lantern-1', 'speech'],
    }),
    may('n14', 0, 'end', ['sl2', 'stage'], 'Erratum: reads the slip', 'fur', {
      props: ['lantern-1', 'speech'],
    }),
    may('n15', 0, ['All my life', 2], ['stage', 'sr1'], 'Asks, and is over', 'fur', {
      props: ['lantern-1', 'hat'],
    }),
    may('n17', 0, 'end', ['sr1', 'sr2'], 'On the Inch', 'sack', { props: ['lantern-1'] }),
    bow('may', 22, ['sr2', 'sr1'], 'sack'),
  ],
  low: [
    low('n9', 0, 'end', ['sl3', 'sl3'], 'At the Steps, in white', 'cloak'),
    low('n10', 'The clock strikes ten', 'end', ['sl3', 'stage'], 'Behind the pilot, in white', 'cloak', {
      props: ['lantern-3'],
    }),
    low('t10a', 0, 'end', stays, 'Behind the pilot, in white', 'cloak', { props: ['lantern-3'] }),
    low('n11', 0, 'end', stays, 'On the road', 'cloak', { props: ['lantern-3'] }),
    low('n12', 0, 'end', stays, '“They’re both wrong!”', 'cloak', { props: ['lantern-3', 'sandwich'] }),
    low('t12a', 0, 16, ['stage', 'sr2'], 'Into the fret, a hand on the devils', 'cloak', {
      props: ['lantern-3'],
    }),
    low('n14', 0, 'end', ['sr2', 'stage'], 'In the fret', 'cloak', { props: ['lantern-3'] }),
    low('n15', 0, ['The devils go over', 7], ['stage', 'sr2'], 'Second over, after the devils', 'cloak', {
      props: ['lantern-3'],
    }),
    low('n17', 0, 'end', ['sr2', 'sr2'], 'Takes the ladle; the wedding', 'sack', {
      props: ['lantern-3'],
      partners: ['jor'],
    }),
    {
      item: 'n17',
      from: 'She takes the ladle',
      to: ['She takes the ladle', 5],
      title: 'Take the ladle out of his hand',
      kind: 'hand-off',
      props: ['ladle'],
      partners: ['jor'],
    },
    bow('low', 26, ['sr2', 'sr2'], 'sack'),
  ],
  jor: [
    jor('t12a', ['I have never not', -2], 'end', ['sr3', 'stage'], 'On to the Inch truck, seated', 'suit', {
      needs: ['truck induction'],
      props: ['lantern-4', 'bread-tin', 'ladle'],
      safety: true,
    }),
    jor('n13', 0, 'end', ['stage', 'sr3'], 'Somebody Awake', 'suit', {
      props: ['lantern-4', 'bread-tin', 'ladle'],
    }),
    {
      item: 'n15',
      from: 60,
      to: 'end',
      in: 'sr3',
      out: 'sr3',
      title: 'Beat the tin, off right: drags the fourth',
      kind: 'specialty',
      props: ['bread-tin', 'ladle'],
      drop: 're-assignable',
      cost: 30,
    },
    {
      item: 'n16',
      from: 0,
      to: 225,
      in: 'sr3',
      out: 'sr3',
      title: 'Beat the tin, off right: stops with the sea, and after it',
      kind: 'specialty',
      props: ['bread-tin', 'ladle'],
      drop: 're-assignable',
      cost: 30,
    },
    jor('n17', 0, 'end', ['sr3', 'sr3'], 'On the Inch, beating, asleep', 'suit', {
      props: ['lantern-4', 'bread-tin', 'ladle'],
      needs: ['truck induction'],
      partners: ['low'],
    }),
    bow('jor', 26, ['sr3', 'sr3'], 'suit'),
  ],
  moo: [
    moo('t10a', ['Take a lantern', 1], 'end', ['hook', 'hook'], 'Over the line', 'crescent', flown),
    fly('t10a', ['Take a lantern', 1], 'THE MOON, above', 'Flight 4: in, to 6 metres'),
    moo('n11', 0, 32, ['hook', 'hook'], 'Sees them off', 'crescent', flown),
    fly('n11', 'put it right', 32, 'Flight 4: out'),
    moo('t12a', 'They call to one', 'end', ['hook', 'hook'], 'Over the fret', 'crescent', flown),
    fly('t12a', 'They call to one', 'THE MOON, above it', 'Flight 5: in, to 5 metres'),
    moo('n13', 0, 28, ['hook', 'hook'], 'Over the fret; goes', 'crescent', flown),
    fly('n13', "I'm awake", 28, 'Flight 5: out'),
    moo(
      'n16',
      "It's deep, Miss Oke",
      ['They go up the other bank', 8],
      ['hook', 'sr2'],
      'Let Go: the wool, the foot, the arm',
      'crescent',
      { ...flown, partners: ['ezr'] },
    ),
    fly('n16', "It's deep, Miss Oke", 'High up in the white', 'Flight 6: in, to 5 metres'),
    fly('n16', "and I'm holding on", 'a silver foot', 'Flight 6: in, to the ground, and off the wire'),
    moo('n17', 'Well, it was there', 'end', ['hook', 'hook'], 'Late; low over the sea', 'crescent', {
      ...flown,
      props: ['wet-wool'],
    }),
    fly('n17', 'Well, it was there', ['from the wrong side', 4], 'Flight 7: in, to 4 metres'),
    fly('n17', "Everybody's across", 'nearly low enough', 'Flight 7: on in, to 1 metre'),
    moo('bows', 0, 60, ['hook', 'hook'], 'Bow from above', 'crescent', {
      needs: ['flying harness'],
      safety: true,
      drop: 'cosmetic',
    }),
  ],
  idr: [
    idr('n9', 0, 'end', ['sl2', 'sl2'], 'At the Steps, not asked', 'dark', { props: ['pole', 'lantern-2'] }),
    idr('n10', 'The clock strikes ten', 'end', ['sl2', 'stage'], 'Head of the line', 'dark', {
      props: ['pole', 'lantern-2'],
    }),
    idr('t10a', 0, 'end', stays, 'Head of the line', 'dark', { props: ['pole', 'lantern-2'] }),
    idr('n11', 0, 'end', stays, 'In front, unasked', 'dark', { props: ['pole', 'lantern-2'] }),
    idr('n12', 0, 'end', stays, 'Pulls them up; they sit down', 'dark', { props: ['pole', 'lantern-2'] }),
    idr('t12a', 0, 16, ['stage', 'sr2'], 'Into the fret, the devils by the hand', 'dark', {
      props: ['pole', 'lantern-2'],
      partners: ['pip', 'hob', 'tan'],
    }),
    idr('n14', 0, 'end', ['sr2', 'stage'], 'In the fret, not asked; asked', 'dark', {
      props: ['pole', 'lantern-2', 'hat'],
    }),
    idr('n15', 0, 'end', ['stage', 'sr2'], 'Show Me', 'dark', { props: ['lantern-2', 'medal'] }),
    {
      item: 'n15',
      from: 'He steps down into the Gut',
      to: ['The last lantern goes', -4],
      title: 'In the trap, a hand up to each bank, and out',
      kind: 'specialty',
      needs: ['trap induction'],
      partners: ['trp'],
      safety: true,
    },
    idr('n17', 0, 'end', ['sr2', 'sr3'], 'On the Inch', 'sack', { props: ['lantern-2'] }),
    bow('idr', 28, ['sr3', 'sr3'], 'sack'),
  ],
}
