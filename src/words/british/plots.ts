// Texts of the pages on which tracks and entrances are typed and pasted.

import { counting } from '../plural.ts'

const count = counting('en-GB')

const rows = (many: number) => count(many, { one: 'this row', other: `these ${many} rows` })

export const casting = {
  title: 'Who plays what',
  lead: 'Which parts one performer can play, by the entrances and exits of this show: with as few performers as can play it, or with as many as you have. A part is played whole; a crowd counts as one.',
  performers: 'Performers',
  performersHint: 'as few as can',
  change: 'Seconds to go off as one and come on as another',
  work: 'Work it out',
  working: 'Working it out …',
  drawn: 'As it is cast now, drawn',
  nobody: 'Nobody appears in this show yet: entrances say who is on when.',
  count: ({ many }: { readonly many: number }) =>
    count(many, { one: '1 performer can play it.', other: `${many} performers can play it.` }),
  shared: ({ fewest }: { readonly fewest: number }) =>
    `${fewest} could play it; the parts are shared out among more.`,
  fill: 'Put the company in, in its order',
  proved: ({ many, parts }: { readonly many: number; readonly parts: string }) =>
    `Fewer than ${many} cannot: of these no two can be the same performer: ${parts}.`,
  open: ({ least }: { readonly least: number }) =>
    `It is not proved that fewer cannot; fewer than ${least} cannot.`,
  performer: 'Performer',
  parts: 'Parts',
  who: ({ number }: { readonly number: number }) => `Performer ${number}`,
  later: 'Not yet',
  noPeople: 'Names are chosen here once the company has them.',
  twice: ({ name }: { readonly name: string }) => `${name} is chosen for two performers.`,
  none: 'Choose who plays at least one of them.',
  use: 'Use this casting',
  used: ({ many }: { readonly many: number }) =>
    count(many, { one: '1 track has its performer.', other: `${many} tracks have their performers.` }),
}

export const tracks = {
  title: 'Tracks',
  lead: 'A track is everything one person does in one show. Whose it is, and who goes on for them, the first one first.',
  lack: 'There are no tracks yet. A track is everything one person does in one show: with tracks each phone says what its person has to do, and who could cover it.',
  count: ({ many }: { readonly many: number }) => count(many, { one: '1 track', other: `${many} tracks` }),
  paste: 'Paste tracks',
  pasteHint:
    'From a spreadsheet or a CSV file, a track to a row: what it is called, what it is, whose it is, who covers it. With a row of headings the columns may stand in any order. A row whose track is there already takes its place.',
  example: 'K, Keeper, Ines Roth, Bo Lind / Cy Amari',
  take: ({ many }: { readonly many: number }) => `Keep ${rows(many)}`,
  entry: 'The next track',
  keys: 'Enter keeps the track and begins the next.',
  add: 'Keep this track',
  covers: 'Covered by',
  coversHint: 'the first one first',
  nobody: 'nobody yet',
  columns: {
    code: 'Track',
    title: 'What it is',
    kind: 'Kind',
    owner: 'Whose',
    covers: 'who covers it',
    nothing: 'left out',
  },
  kinds: {
    cast: 'cast',
    swing: 'swing',
    crew: 'crew',
    dresser: 'dresser',
    'stage management': 'stage management',
    music: 'music',
  },
}

export const entrances = {
  title: 'Entrances',
  lead: 'Who is due where, and when. What is timed by a cue moves with that cue.',
  lack: 'There are no entrances yet. With them each wing says who is due there, and whoever has not been seen is asked about in time.',
  first: 'An entrance lies in an item of the running order and belongs to a track: these come first.',
  count: ({ many }: { readonly many: number }) =>
    count(many, { one: '1 entrance or task', other: `${many} entrances and tasks` }),
  paste: 'Paste entrances',
  pasteHint:
    'From a spreadsheet or a CSV file, an entrance to a row: track, item, when, where it comes on from, how long it lasts, where it goes off to, what it is. With a row of headings the columns may stand in any order. A row of the same track and moment as one that is there takes its place.',
  example: 'K, 1 The tower, 0:40, SL1, 2:00, SR1, Climbs the tower',
  take: ({ many }: { readonly many: number }) => `Keep ${rows(many)}`,
  entry: 'The next entrance',
  keys: 'Enter keeps the entrance and begins the next. When: 0:40 into the item, or LX 12, or 0:10 before LX 12. A place such as SL, SR1 or USL is made where it is not there yet.',
  add: 'Keep this entrance',
  hints: { at: 'as it begins', from: 'SL1', length: 'to its end', to: 'SR1', what: 'in words' },
  name: ({ track, at, item }: { readonly track: string; readonly at: string; readonly item: string }) =>
    `${track}, ${at} in ${item}`,
  way: ({ from, to }: { readonly from: string; readonly to: string }) =>
    from === '' && to === ''
      ? ''
      : to === ''
        ? `from ${from}`
        : from === ''
          ? `to ${to}`
          : `${from} to ${to}`,
  columns: {
    track: 'Track',
    item: 'In',
    at: 'When',
    from: 'Comes on from',
    length: 'How long',
    to: 'Goes off to',
    what: 'What',
    kind: 'Kind',
    nothing: 'left out',
  },
  kinds: {
    appear: 'entrance',
    line: 'line',
    specialty: 'specialty',
    lift: 'lift',
    fly: 'flies',
    'lead vocal': 'lead vocal',
    'vocal part': 'vocal part',
    carry: 'carries',
    'hand-off': 'hand-off',
    set: 'sets',
    strike: 'strikes',
    'cue light': 'cue light',
    dress: 'dresses',
    chaperone: 'chaperones',
    spot: 'follow spot',
    task: 'task',
  },
}
