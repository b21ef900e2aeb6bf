// How what is built stands before and after each item of Slack Water, and what another order may not break.

import type { Production } from '../kit/notation.ts'

export const pieces: Production['pieces'] = [
  { id: 'moon', name: 'The Moon on her wire', starts: 'out' },
  { id: 'gauze', name: 'Front gauze', starts: 'in' },
  { id: 'street', name: 'Street', starts: 'off' },
  { id: 'press', name: 'Press truck', starts: 'off' },
  { id: 'gut', name: 'Trap', starts: 'shut' },
  { id: 'ceiling', name: 'Plaster ceiling', starts: 'out' },
  { id: 'window', name: 'Window', starts: 'out' },
  { id: 'face', name: 'Clock face', starts: 'out' },
  { id: 'platform', name: 'Platform', starts: 'down' },
  { id: 'fronts', name: 'House fronts', starts: 'out' },
  { id: 'fret', name: 'Fret gauze', starts: 'out' },
  { id: 'inch', name: 'Inch truck', starts: 'off' },
]

/** "piece item begins ends" */
const rows = [
  ...['moon n1 out out', 'moon n6 out out', 'moon n8 out in', 'moon interval in out', 'moon t10a out in'],
  ...['moon n11 in out', 'moon t12a out in', 'moon n13 in out', 'moon n16 out out', 'moon n17 out in'],
  ...['moon bows in out', 'gauze n2 in out', 'gauze interval out in', 'gauze n9 in out'],
  ...['street n2 off on', 'street s2a on off', 'press s2a off on', 'press n3 on on', 'press t3a on off'],
  ...['gut n4 shut shut', 'gut n5 shut shut', 'gut n15 shut shut'],
  ...['ceiling n5 out in', 'ceiling n6 in out', 'window n6 out in', 'window t6a in out'],
  ...[
    'face t6a out in',
    'face s7 in in',
    'face n8 in in',
    'face n9 in in',
    'face n10 in in',
    'face t10a in out',
  ],
  ...['platform s7 down down', 'platform n9 down up', 'platform n10 up up', 'platform t10a up off'],
  ...['fronts n8 out in', 'fronts n10 in out', 'fret n12 out in', 'fret t12a in in', 'fret n17 in out'],
  ...['inch t12a off on', 'inch n13 on off', 'inch n17 off on'],
]

export const standings: Production['standings'] = rows.map((row) => {
  const [piece = '', item = '', begins = '', ends = ''] = row.split(' ')
  return { piece, item, begins, ends }
})

export const rules: Production['rules'] = [
  {
    ...{ id: 'children-home', kind: 'off by', title: 'The children are off by ten' },
    ...{ people: ['isla', 'theo', 'gwenllian'], by: '22:00' },
  },
  {
    ...{ id: 'wire', kind: 'rest', title: 'Twenty seconds between two moves on the wire' },
    ...{ needs: 'flying harness', seconds: 20 },
  },
  {
    ...{ id: 'proof-first', kind: 'before', title: 'The proof is read before the erratum is printed' },
    ...{ first: 's2a', next: 'n14' },
  },
  {
    ...{ id: 'hour-lost', kind: 'before', title: 'The hour is lost before it is found in hand' },
    ...{ first: 'n8', next: 'n12' },
  },
]
