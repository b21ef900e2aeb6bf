// Texts of another order: what can be changed, everything it brings, and how it is accepted.

import { counting, listing } from '../plural.ts'

const count = counting('en-GB')
const list = listing('en-GB')

type Line = {
  readonly who: string
  readonly place: string
  readonly from: string
  readonly about: string
  readonly other: string
  readonly lacks: string
}
type Item = { readonly item: string }

export const reorder = {
  pageTitle: ({ title }: { readonly title: string }) => `Another order · ${title}`,
  title: 'Another order',
  lead: 'Choose an item and what becomes of it. Nothing changes until it is accepted, twice.',
  back: 'To the desk',
  notGiven: 'The caller, stage management and the dance captain change the order.',
  empty: 'There is no running order yet. It is added under the running order of the show.',
  nothingLeft: 'Everything of tonight has begun: nothing is left to change.',
  order: 'Tonight’s order',
  played: 'begun',
  cut: 'cut tonight',
  chosen: ({ item }: Item) => `What becomes of ${item}?`,
  choose: 'Choose an item that has not begun.',
  cutIt: 'Cut it',
  swap: 'Swap with',
  move: 'Move after',
  later: 'Begin later by',
  longer: ({ bar, out }: { readonly bar: string | null; readonly out: string }) =>
    bar === null ? `Go round longer, out on ${out}` : `Go round longer at bar ${bar}, out on ${out}`,
  waits: 'Wait in it, before',
  waitPoint: ({ who }: { readonly who: readonly string[] }) => list(who),
  waitLong: 'Wait there for',
  whichMoment: 'Whom to wait for?',
  repeat: 'Play it once more after it',
  skip: 'Nothing more of this act after it',
  shorter: ({ title }: { readonly title: string }) => `Shorter: ${title}`,
  which: 'Which item?',
  seconds: ({ seconds }: { readonly seconds: number }) => `${seconds} s`,
  howLong: 'How long?',
  rehearsed: 'Back to the rehearsed order',
  inForce: ({ version, clock }: { readonly version: number; readonly clock: string }) =>
    `In force: order ${version}, since ${clock}`,
  asRehearsed: 'In force: the rehearsed order',
  heard: { silent: 'Silently', 'next item': 'Before the next item', stop: 'While the show is stopped' },
  howHeard: 'How does the house hear of it?',
  approved: 'Who said yes?',
  myself: 'I do',
  tells: 'Who told them, in person?',
  loses: ({ names }: { readonly names: readonly string[] }) =>
    `Before it is on any screen, told in person of what they lose: ${list(names)}.`,
  oneByOne: 'Told by different people',
  toldOne: ({ name }: { readonly name: string }) => `Who told ${name}?`,
  asTheOthers: 'As the others',
  override: 'It cannot wait: accept before they are told',
  overrideAgain: 'Again: accept before they are told',
  nobody: 'Not said yet',
  brings: 'What it brings',
  noDraft: 'Nothing is drafted.',
  bringsNothing: 'It brings nothing that does not fit.',
  leave: 'Leave it',
  accept: 'Accept this order',
  again: 'Again: accept this order',
  sums: ({ short, rest }: { readonly short: number; readonly rest: number }) =>
    `${short === 0 ? 'Nothing lacks seconds' : count(short, { one: '1 thing lacks seconds', other: `${short} things lack seconds` })}, ${count(rest, { one: '1 more to know', other: `${rest} more to know` })}`,
  earliest: ({ item }: Item) => `from ${item} on`,
  more: ({ more }: { readonly more: number }) =>
    count(more, { one: 'And 1 more is not listed.', other: `And ${more} more are not listed.` }),
  groups: {
    short: 'Does not fit',
    do: 'To be done, or not possible',
    cues: 'Cues',
    early: 'Due earlier',
  },
  unjudged: ({ what }: { readonly what: string }) =>
    `Not judged, because the show says nothing of it: ${what}.`,
  judgedBy: {
    ways: 'ways through the house',
    changes: 'costume changes',
    props: 'props',
    presets: 'presets',
    microphones: 'microphones',
    pieces: 'how scenery stands',
    rules: 'rules of the house',
  },
  helps: 'What would help',
  fix: ({
    what,
    solves,
    leaves,
  }: {
    readonly what: string
    readonly solves: number
    readonly leaves: number
  }) =>
    `${what}: ${count(solves, { one: '1 more fits', other: `${solves} more fit` })}, ${count(leaves, { one: '1 does not', other: `${leaves} do not` })}`,
  /** What is changed, one after another. */
  changes: {
    cut: ({ item }: Item) => `${item} is cut`,
    swap: ({ item, other }: Item & { readonly other: string }) => `${item} and ${other} are swapped`,
    move: ({ item, other }: Item & { readonly other: string }) => `${item} follows ${other}`,
    delay: ({ item, seconds }: Item & { readonly seconds: number }) => `Wait ${seconds} s before ${item}`,
    repeat: ({ item, other }: Item & { readonly other: string }) => `${item} once more, after ${other}`,
    vamp: ({ seconds }: { readonly seconds: number }) => `The band goes round ${seconds} s longer`,
    wait: ({ item, seconds }: Item & { readonly seconds: number }) => `Wait ${seconds} s in ${item}`,
    shorten: ({ item }: Item) => `${item} is played shorter`,
    skip: ({ item }: Item) => `Nothing more of the act after ${item}`,
  },
  kinds: {
    travel: ({ who, place, from, lacks }: Line) =>
      `${who} comes from ${from} and lacks ${lacks} to be at ${place}.`,
    change: ({ who, place, about, lacks }: Line) =>
      `${who}: the change into ${about} at ${place} lacks ${lacks}.`,
    dresser: ({ who, place, about, lacks }: Line) =>
      `${who} is not free to dress ${about} at ${place}: ${lacks} are lacking.`,
    prop: ({ who, place, from, about, lacks }: Line) =>
      `${about} is at ${from} and ${who} takes it up at ${place}: ${lacks} are lacking.`,
    preset: ({ place, from, about, lacks }: Line) =>
      `${about} comes from ${from} and cannot stand at ${place} in time: ${lacks} are lacking.`,
    'set earlier': ({ place, about, lacks }: Line) => `${about}, ${place}: ready ${lacks} earlier.`,
    'hand-off': ({ who, other, place, about }: Line) =>
      `${about} cannot go between ${who} and ${other} at ${place}: it is not there, or one of them is not.`,
    microphone: ({ who, other, about, lacks }: Line) =>
      `Pack ${about} goes from ${other} to ${who}: ${lacks} are lacking.`,
    piece: ({ about, other }: Line) => `${about} stands “${other}” here, and not as this item begins.`,
    standby: ({ about, other }: Line) => `${about}: its ${other} is not where it was plotted.`,
    follow: ({ about, other }: Line) => `${about} follows ${other}, which does not come before it.`,
    sequence: ({ about, other }: Line) => `${about} comes after ${other}.`,
    'due earlier': ({ who, place, about, lacks }: Line) =>
      `${who} is due ${lacks} earlier, ${place}: ${about}.`,
    'off by': ({ who, about, other, lacks }: Line) => `${who} is off ${lacks} after ${other}: ${about}.`,
    rest: ({ who, about, lacks }: Line) => `${who}: ${lacks} too little between two. ${about}.`,
    story: ({ about }: Line) => `${about}: not in this order.`,
  },
  unknownChange: ({ who, about, other }: Line) =>
    `${who}: nobody has plotted a change from ${other} into ${about}.`,
  carry: ({ who, place, from, about }: Line) =>
    `${about} is at ${from}: to be carried to ${place} for ${who}.`,
  carryPreset: ({ place, from, about }: Line) => `${about}: to be carried from ${from} to ${place}.`,
  early: { warn: 'warning', standby: 'standby' },
  someone: 'Somebody',
  somewhere: 'a place without a name',
}
