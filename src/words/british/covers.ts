// Texts of the page on which is written who can do what besides their own.

import { counting } from '../plural.ts'

const count = counting('en-GB')

const rows = (many: number) => count(many, { one: 'this row', other: `these ${many} rows` })

export const covers = {
  title: 'Who can cover',
  lead: 'Who can do what besides their own: from it the plan is made when somebody is out. What is not written here, nobody can do.',
  lack: 'Nothing is written down yet. Say who knows which track, and how well: then a plan can be proposed when somebody is out. Whoever stands as a cover under Tracks counts as having rehearsed it.',
  first: 'A cover is for a track: tracks are added under Tracks.',
  count: ({ many }: { readonly many: number }) => count(many, { one: '1 row', other: `${many} rows` }),
  show: 'Show',
  everybody: 'everybody',
  more: ({ many }: { readonly many: number }) =>
    count(many, {
      one: '1 more row: choose somebody above to see it.',
      other: `${many} more rows: choose somebody above to see them.`,
    }),
  paste: 'Paste who can cover',
  pasteHint:
    'From a spreadsheet or a CSV file, one thing somebody can do to a row: who, which track, which number of it (empty: all of it), how well (performed, put-in, rehearsed, words, never), when last, good until. With a row of headings the columns may stand in any order, and a column “what” may say certificate, lift, at most, last resort, goes on, does not, split or says yes. A row about the same as one that is there takes its place.',
  example: 'Dara Quill, E2, , put-in, 2026-09-02, 2026-12-31',
  take: ({ many }: { readonly many: number }) => `Keep ${rows(many)}`,
  entry: 'The next one',
  keys: 'Enter keeps the row and begins the next. A number that is left empty is the whole track. Days are written 2026-11-24.',
  add: 'Keep this',
  whole: 'the whole track',
  none: 'nobody',
  noTrack: 'which track',
  name: ({ who, what, about }: { readonly who: string; readonly what: string; readonly about: string }) =>
    [who, what, about].filter((word) => word !== '').join(', '),
  columns: {
    who: 'Who',
    what: 'What',
    track: 'Track',
    item: 'Number',
    entrance: 'Only this in it',
    level: 'How well',
    other: 'With',
    words: 'What exactly',
    on: 'Last done',
    until: 'Good until',
    number: 'Figure',
    nothing: 'left out',
  },
  kinds: {
    knows: 'knows',
    certificate: 'has learned',
    cleared: 'may do a lift or fight with',
    'at-most': 'takes so many tracks a night at most',
    'last-resort': 'goes on when nobody else can',
    'goes-on': 'always goes on for',
    'does-not': 'does not go on for',
    split: 'has this number of a split made beforehand',
    'says-yes': 'says yes to a plan of who plays what',
  },
  levels: {
    performed: 'has performed it',
    'put-in': 'had a put-in',
    rehearsed: 'has rehearsed it',
    words: 'knows the words only',
    never: 'never does it',
  },
  figures: {
    preference: 'Preference: the smaller the sooner',
    most: 'Tracks a night at most',
  },
  order: {
    title: 'What counts before what',
    lead: 'Of two plans the one that is better in the first of these is proposed; where they are equal in it, the next one decides. What may never be cut always comes first.',
    up: ({ level }: { readonly level: string }) => `Sooner: ${level}`,
    down: ({ level }: { readonly level: string }) => `Later: ${level}`,
    levels: {
      'never cut': 'nothing is cut that may never be cut',
      'featured and lifts': 'featured spots are filled, and lifts are done',
      'formation, filler, disturbed, re-plots':
        'formations are full, and few of those who are here do other than they were told',
      splits: 'few tracks are split, and nobody of the last resort goes on',
      fairness: 'whoever took less on earlier nights goes on',
      preference: 'the dance captain’s preference',
    },
  },
}
