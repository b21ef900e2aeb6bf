// Texts of the page of the plots: what is drawn, its tables, and what each mark says when it is looked at.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type At = { readonly at: string }

export const plots = {
  title: 'Plots',
  lead: 'Drawn from the book as it stands; nothing here is typed.',
  back: 'The show',
  print: 'Print',
  loading: 'Working it out…',
  again: 'Try again',
  label: 'Which plot',
  acts: 'Which act',
  wholeShow: 'The whole show',
  act: ({ act }: { readonly act: number }) => `Act ${act}`,
  keys: 'Arrow keys go from mark to mark; what a mark is stands below the picture.',
  asTable: 'As a table',
  none: 'There is nothing to draw yet. Entrances are typed or pasted with the show, under Entrances; an imported play brings its own.',
  leaf: ({ from, to, all }: { readonly from: number; readonly to: number; readonly all: number }) =>
    `${from} to ${to} of ${all}`,
  earlier: 'Rows before',
  later: 'Rows after',
  tabs: {
    stage: 'On stage',
    parts: 'Parts and scenes',
    doubling: 'Doubling',
    cues: 'Cues',
    places: 'House and ways',
  },
  stage: {
    title: 'Who is on stage when',
    legend:
      'Filled: on stage. Outlined: at work. Half height: a costume change. A triangle: too little time for it, with the seconds it is short by. A cross: off for less than a minute. A tick over the rows: somebody comes or goes.',
    on: ({ track, title, place, at }: { track: string; title: string; place: string } & At) =>
      `${track}, ${at}: ${title}${place === '' ? '' : `, ${place}`}`,
    work: ({ track, title, place, at }: { track: string; title: string; place: string } & At) =>
      `${track} at work, ${at}: ${title}${place === '' ? '' : `, ${place}`}`,
    change: ({
      track,
      to,
      place,
      length,
      at,
    }: { track: string; to: string; place: string; length: string } & At) =>
      `${track}, ${at}: change into ${to}${place === '' ? '' : `, ${place}`}, takes ${length}`,
    short: ({
      track,
      to,
      place,
      lacks,
      at,
    }: { track: string; to: string; place: string; lacks: string } & At) =>
      `${track}, ${at}: TOO SHORT for the change into ${to}${place === '' ? '' : `, ${place}`}, by ${lacks}`,
    way: ({ track, from, to, lacks, at }: { track: string; from: string; to: string; lacks: string } & At) =>
      `${track}, ${at}: TOO SHORT for the way from ${from} to ${to}, by ${lacks}`,
    untimed: ({ track, from, to, at }: { track: string; from: string; to: string } & At) =>
      `${track}, ${at}: nobody has timed the change from ${from} into ${to}`,
    off: ({ track, length, at }: { track: string; length: string } & At) =>
      `${track}, ${at}: off for ${length} only`,
    moreMisfits: ({ many }: { readonly many: number }) =>
      count(many, { one: 'and one more, a triangle below.', other: `and ${many} more, triangles below.` }),
    misfits: ({ many }: { readonly many: number }) =>
      many === 0
        ? 'Everything that is timed fits.'
        : count(many, { one: 'One thing does not fit:', other: `${many} things do not fit:` }),
    heads: ['Track', 'Who', 'From', 'To', 'What'],
  },
  parts: {
    title: 'Which part is in which scene',
    legend:
      'A square is as large as what the part says there. A ring: on stage without a word. Empty: not in it. In the table: speeches / words.',
    speaks: ({
      part,
      item,
      speeches,
      words,
    }: {
      part: string
      item: string
      speeches: number
      words: number
    }) =>
      `${part} in ${item}: ${count(speeches, { one: 'one speech', other: `${speeches} speeches` })}, ${count(words, { one: 'one word', other: `${words} words` })}`,
    mute: ({ part, item }: { part: string; item: string }) => `${part} in ${item}: there without a word`,
    part: 'Part',
    there: 'there',
    said: ({ speeches, words }: { readonly speeches: number; readonly words: number }) =>
      `${speeches} / ${words}`,
    all: 'All',
    french: 'French scenes',
    frenchLead: 'A new one wherever somebody comes or goes.',
    heads: ['Scene', 'From', 'Length', 'On stage'],
    nobody: 'nobody',
  },
  doubling: {
    title: 'Who plays which parts when',
    legend:
      'Beside each person their parts; a block is an item in which the part is on, outlined from the second part on. A triangle: less than a minute since they were on as another.',
    mark: ({ who, part, item }: { readonly who: string; readonly part: string; readonly item: string }) =>
      `${who} is ${part} in ${item}`,
    turn: ({ who, from, to, length, at }: { who: string; from: string; to: string; length: string } & At) =>
      `${who}, ${at}: ON AS ${to}, ${length} after being on as ${from}`,
    atOnce: ({ who, from, to, at }: { who: string; from: string; to: string } & At) =>
      `${who}, ${at}: ON AS ${to} while still on as ${from}`,
    heads: ['Who', 'Tracks', 'Part', 'In', 'Hardly any time'],
    fewest: 'Smallest cast and its proof',
  },
  cues: {
    title: 'How thick the cues lie',
    legend: 'A bar for each minute: filled, what is called; outlined, with what follows by itself.',
    mark: ({ at, goes, cues, of }: { goes: number; cues: number; of: string } & At) =>
      `${at}: ${goes} called, ${count(cues, { one: 'one cue', other: `${cues} cues` })} (${of})`,
    of: ({ department, cues }: { readonly department: string; readonly cues: number }) =>
      `${department} ${cues}`,
    heads: ['Minute', 'Item', 'Called', 'Cues', 'Departments'],
  },
  places: {
    title: 'The house, and the ways through it',
    legend:
      'Seen from the house. A line is a way; thick where it is walked in the show, dashed where nobody has said how long it takes. A triangle: there is too little time for it. How long each takes stands below and in the table.',
    place: ({
      code,
      name,
      times,
    }: {
      readonly code: string
      readonly name: string
      readonly times: number
    }) =>
      `${code}, ${name}: ${count(times, { one: 'something begins here once', other: `something begins here ${times} times` })}`,
    never: ({ code, name }: { readonly code: string; readonly name: string }) =>
      `${code}, ${name}: nothing begins here`,
    way: ({
      from,
      to,
      seconds,
      times,
      spare,
    }: {
      from: string
      to: string
      seconds: string
      times: number
      spare: string
    }) =>
      `${from} to ${to}: ${seconds}; ${times === 0 ? 'not walked in the show' : `${count(times, { one: 'walked once', other: `walked ${times} times` })}, ${spare}`}`,
    unknown: 'nobody has said how long it takes',
    spare: ({ length }: { readonly length: string }) => `${length} to spare at least`,
    late: ({ length }: { readonly length: string }) => `TOO SHORT by ${length}`,
    heads: ['From', 'To', 'Takes', 'Walked', 'To spare'],
    oneWay: ({ to }: { readonly to: string }) => `${to}, this way only`,
    parts: {
      right: 'Stage right',
      centre: 'Centre',
      left: 'Stage left',
      above: 'Above',
      below: 'Below',
      front: 'Front of house',
      outside: 'Outside',
      elsewhere: 'Elsewhere',
    },
  },
}
