// A show short enough to be called whole in a browser test: two acts, two departments, one performer.

import { id } from '../../src/core/kit/ids.ts'
import type { Cue, Item, Obligation, Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'

const items: readonly Item[] = [
  { id: id<'item'>('opening'), code: '1', title: 'The Shutters', kind: 'number', act: 1, seconds: 120 },
  { id: id<'item'>('duet'), code: '2', title: 'Two Ladders', kind: 'number', act: 1, seconds: 180 },
  { id: id<'item'>('interval'), code: '', title: 'Interval', kind: 'interval', act: 1, seconds: 900 },
  {
    id: id<'item'>('harbour'),
    code: '3',
    title: 'The Harbour at Night',
    kind: 'scene',
    act: 2,
    seconds: 240,
  },
  { id: id<'item'>('bows'), code: '', title: 'Bows', kind: 'bows', act: 2, seconds: 60 },
]

function cue(department: string, number: string, item: string, seconds: number, group?: string): Cue {
  return {
    id: id<'cue'>(`${department}-${number}`),
    department: id<'department'>(department),
    number,
    title: `look ${number}`,
    anchor: { item: id<'item'>(item), seconds, line: `word ${number}` },
    trigger: { kind: 'called' },
    ...(group === undefined ? {} : { group }),
  }
}

function owed(name: string, item: string, place: string): Obligation {
  return {
    id: id<'obligation'>(name),
    track: id<'track'>('wick'),
    kind: 'appear',
    title: `Enter with the ${name}`,
    anchor: { item: id<'item'>(item), seconds: 30 },
    seconds: 60,
    placeIn: id<'place'>(place),
    droppable: 'essential',
  }
}

const show: Partial<Show> = {
  format: 'ghostlight-show',
  formatVersion: 1,
  title: 'The Short Night',
  venue: {
    name: 'The Small Theatre',
    places: [
      { id: id<'place'>('sl1'), code: 'SL1', name: 'Stage left, first wing', side: 'stage left' },
      { id: id<'place'>('sr2'), code: 'SR2', name: 'Stage right, second wing', side: 'stage right' },
    ],
    travel: [],
  },
  people: [{ id: id<'person'>('noor'), name: 'Noor Haddad', callName: 'Noor' }],
  tracks: [
    {
      id: id<'track'>('wick'),
      code: 'WICK',
      title: 'Wick, the lamplighter',
      kind: 'cast',
      owner: id<'person'>('noor'),
    },
  ],
  obligations: [
    owed('ladder', 'opening', 'sl1'),
    owed('lamp', 'duet', 'sr2'),
    owed('rope', 'harbour', 'sl1'),
  ],
  items,
  departments: [
    { id: id<'department'>('lx'), name: 'Lights', short: 'LX', kind: 'lights' },
    { id: id<'department'>('snd'), name: 'Sound', short: 'SND', kind: 'sound' },
  ],
  cues: [
    cue('lx', '1', 'opening', 0),
    cue('lx', '2', 'opening', 40, 'dawn'),
    cue('snd', '1', 'opening', 40, 'dawn'),
    cue('lx', '3', 'duet', 10),
    cue('snd', '2', 'duet', 60),
    cue('lx', '4', 'harbour', 5),
    cue('snd', '3', 'harbour', 30),
    cue('lx', '5', 'harbour', 90),
    cue('lx', '6', 'bows', 0),
  ],
}

/** As a file, and read back as every show is. */
export function shortShow(): { readonly text: string; readonly show: Show } {
  const text = `${JSON.stringify(show, null, 2)}\n`
  const read = readShowFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return { text, show: read.show }
}
