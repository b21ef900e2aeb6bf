// Who can go on for whom in Slack Water, what each of them has learned for it, and who may lift whom.

import { id } from '../../src/core/kit/ids.ts'
import type { Competence, Covers } from '../../src/core/show/competence.ts'

type Knows = Readonly<Partial<Record<Competence['level'], string>>>

/** Tracks, by how well they are known. */
const tracks: Readonly<Record<string, Knows>> = {
  dara: { 'put-in': 'tam moo', performed: 'e4 e6', rehearsed: 'e1 e9' },
  callum: { performed: 'e2 e5 e8', 'put-in': 'e3 e7', rehearsed: 'idr' },
  priya: { performed: 'e1 e6 e9', 'put-in': 'e4', rehearsed: 'low' },
  lorcan: { performed: 'e3 e7', 'put-in': 'e2 e5 e8', rehearsed: 'jor' },
  honor: { performed: 'tam may' },
  bernie: { 'put-in': 'may' },
  imran: { 'put-in': 'ezr' },
  jonty: { performed: 'idr' },
  tunde: { 'put-in': 'jor' },
  freya: { performed: 'low' },
  aurelio: { rehearsed: 'e2 e3' },
  tobias: { rehearsed: 'e4' },
  rosalind: { 'put-in': 'e1' },
  gwenllian: { rehearsed: 'pip hob' },
  isla: { rehearsed: 'tan' },
  thandi: { performed: 'mus' },
  marek: { rehearsed: 'dkl' },
  adaeze: { rehearsed: 'dkl2' },
  shanthi: { rehearsed: 'dkr' },
  desmond: { rehearsed: 'dkr2' },
  philippa: { rehearsed: 'drl' },
  winston: { rehearsed: 'drl2' },
  agnieszka: { rehearsed: 'drr' },
  solomon: { rehearsed: 'drr2' },
}

const certificates: Readonly<Record<string, readonly string[]>> = {
  dara: ['flying harness', 'platform induction'],
  callum: ['trap induction', 'platform induction'],
  priya: ['tumbling'],
  lorcan: ['trap induction', 'truck induction'],
  honor: ['platform induction'],
  imran: ['platform induction'],
  jonty: ['trap induction', 'platform induction'],
  tunde: ['truck induction'],
  aurelio: ['trap induction'],
}

/** Besides those who do it every night. */
const cleared = [
  ...['dara rhodri', 'honor rhodri', 'nkechi jonty', 'nkechi callum', 'dara jonty', 'honor jonty'],
  ...['bernie tunde', 'bernie tobias', 'honor tunde', 'honor tobias', 'bernie callum', 'bernie lorcan'],
  ...['parminder callum', 'parminder lorcan', 'mei callum', 'mei lorcan', 'mei dara', 'mei priya'],
  ...['freya tunde', 'freya callum', 'freya dara', 'priya tunde', 'priya freya', 'tunde dara'],
  ...['callum dara', 'callum priya', 'callum freya', 'lorcan freya', 'lorcan dara', 'callum lorcan'],
]

const each = (words: string): readonly string[] => words.split(' ')

export const covers: Covers = {
  competences: Object.entries(tracks).flatMap(([person, known]) =>
    Object.entries(known).flatMap(([level, codes]) =>
      each(codes).map((track) => ({
        person: id<'person'>(person),
        track: id<'track'>(track),
        // `as`: the keys of the table above are levels.
        level: level as Competence['level'],
      })),
    ),
  ),
  certificates: Object.entries(certificates).flatMap(([person, all]) =>
    all.map((what) => ({ person: id<'person'>(person), what })),
  ),
  clearances: cleared.map((pair) => ({
    people: each(pair).map((person) => id<'person'>(person)),
    what: 'lift',
  })),
  limits: [
    { person: id('lorcan'), lastResort: true },
    { person: id('callum'), most: 3 },
  ],
  locks: [],
  bans: [],
  replots: [],
}
