// Texts of tonight’s plan: who is out, who plays what, who was told, and what of it is other for oneself.

import { counting, listing } from '../plural.ts'
import { planLines } from './plan-lines.ts'

const count = counting('en-GB')
const list = listing('en-GB')
const either = listing('en-GB', 'disjunction')

type Many = { readonly many: number }
type Name = { readonly name: string }
type What = { readonly what: string }
type Others = {
  readonly code: string
  readonly items: readonly string[]
  readonly name: string | null
  readonly before: string | null
}
type Carried = { readonly code: string; readonly item: string }
type Version = When & {
  readonly version: number
  readonly why: string
  readonly drafted: string | null
  readonly by: string
}
type Short = {
  readonly item: string
  readonly spots: readonly string[]
  readonly people: readonly string[]
}
/** A lift or a fight, by its two ends. */
type Walked = {
  readonly item: string
  readonly title: string
  readonly tracks: readonly string[]
  readonly people: readonly string[]
}
type Left = {
  readonly prop: string
  readonly item: string
  readonly leaves: string
  readonly left: string | null
  readonly takes: string
  readonly place: string | null
  readonly brought: boolean
}
type When = { readonly when: string }
export const plan = {
  title: 'Who plays what',
  open: 'Plan',
  back: 'Back',
  covered: 'Who covered what over the run, and who to put in',
  notGiven: 'This screen is for whoever calls, stage management, the dance captain and the company manager.',
  failed: ({ sentence }: { readonly sentence: string }) => `Not done. ${sentence}`,
  sending: 'sending…',
  early: 'That had only just come, and was not taken: read it, then press again.',
  jumps: {
    title: 'On this page',
    first: ({ many }: Many) => `Told first (${many})`,
    proposed: 'Proposed',
    tell: ({ many }: Many) => `Not told yet (${many})`,
    grid: 'Tracks',
    out: ({ many }: Many) => `Who is out (${many})`,
  },
  leaving: {
    title: 'Left the building',
    line: ({ name, when }: Name & When) => `${name} left the building at ${when}, by what was said.`,
    out: ({ name }: Name) => `Plan the rest of tonight without ${name}`,
    desk: ({ name }: Name) => `Plan: ${name} left the building`,
  },
  out: {
    title: 'Who is out',
    nobody: 'Nobody was said to be out.',
    who: 'Who',
    choose: 'Choose somebody',
    words: {
      out: 'Out',
      'no-lifts': 'No lifts',
      'voice-only': 'Voice only',
      'sent-home': 'Sent home',
      ready: ({ minutes }: { readonly minutes: number }) => `Ready in ${minutes} min`,
      offSite: ({ minutes }: { readonly minutes: number }) => `Off-site for ${minutes} min`,
      fromNext: ({ item }: { readonly item: string }) => `Out from ${item}`,
      readyAt: 'Ready at',
      offSiteUntil: 'Off-site until',
      whichTime: 'What time?',
      fromItem: 'Out from a later item',
      whichItem: 'Which item?',
    },
    is: {
      out: 'out',
      outFrom: ({ item }: { readonly item: string }) => `out from ${item}`,
      limited: { 'no-lifts': 'no lifts', 'voice-only': 'voice only' },
      ready: ({ when }: When) => `ready at ${when}`,
      offSite: ({ when }: When) => `off-site until ${when}`,
      sentHome: 'sent home',
    },
    untilReturn: 'Until they return',
    tonight: 'tonight',
    return: 'until they return',
    back: ({ name }: Name) => `${name} is back`,
    undo: ({ name }: Name) => `Undo what was said of ${name}`,
    undoIt: 'Undo',
  },
  proposal: {
    title: 'Proposed',
    none: 'Nothing has to change tonight.',
    working: 'Working it out…',
    same: 'Nothing other than what is approved.',
    now: 'Now',
    from: ({ item }: { readonly item: string }) => `From ${item} on`,
    proved: 'Proved: no plan is better.',
    notProved: 'The best that was found; not proved.',
    standIn: 'A simple plan stands in: one that people can do, and not proved to be the best.',
    takes: ({ name, code, items }: Name & { readonly code: string; readonly items: number }) =>
      count(items, {
        one: `${name} does ${code} in 1 item`,
        other: `${name} does ${code} in ${items} items`,
      }),
    cut: ({ code, items }: { readonly code: string; readonly items: number }) =>
      count(items, { one: `${code} is cut in 1 item`, other: `${code} is cut in ${items} items` }),
    fromTo: ({ first, last }: { readonly first: string; readonly last: string }) => `${first} to ${last}`,
    cuts: 'Cut, and why',
    nobodyKnows: 'nobody knows it',
    replots: 'Re-plotted',
    things: ({ many, brought }: Many & { readonly brought: number }) =>
      `${count(many, { one: '1 thing is left for somebody else', other: `${many} things are left for somebody else` })}${brought === 0 ? '' : `, ${brought} to be brought`}`,
    thing: ({ prop, item, leaves, left, takes, place, brought }: Left) =>
      brought
        ? `${item}: ${takes} takes up ${prop} at ${place ?? 'a place without a name'}, and ${leaves} leaves it at ${left ?? 'a place without a name'}: somebody brings it`
        : `${item}: ${takes} takes up ${prop} where ${leaves} leaves it${left === null ? '' : `, at ${left}`}`,
    more: ({ many }: Many) => count(many, { one: 'and 1 more', other: `and ${many} more` }),
    walked: 'Walked through',
    walks: {
      'not cleared': ({ item, title, people }: Walked) =>
        `${item}: ${title} is walked through: ${list(people)} are not cleared with each other`,
      cut: ({ item, title, tracks }: Walked) =>
        `${item}: ${title} is walked through: ${list(tracks)} are not both there for it`,
      others: ({ item, title, people }: Walked) =>
        `${item}: ${title} is walked through with the rest of it by ${list(people)}`,
    },
    never: 'never cut',
    reason: {
      out: ({ name }: Name) => `${name}: out`,
      gone: ({ name }: Name) => `${name}: out by then`,
      'not ready': ({ name }: Name) => `${name}: not ready by then`,
      banned: ({ name }: Name) => `${name}: not tonight`,
      locked: ({ name }: Name) => `${name}: it was given to somebody else`,
      elsewhere: ({ name, other }: Name & { readonly other: string }) => `${name}: does ${other}`,
      gap: ({ name, other, seconds, needs }: Name & { other: string; seconds: number; needs: number }) =>
        `${name}: ${seconds} s from ${other}, and ${needs} s are needed`,
      dressing: ({ name, other }: Name & { readonly other: string }) =>
        `${name}: is being dressed while ${other}`,
      means: ({ name, other }: Name & { readonly other: string }) =>
        `${name}: then there is no ${other} free`,
      pack: ({ name }: Name) => `${name}: then there is no pack free`,
      prop: ({ name, other }: Name & { readonly other: string }) =>
        `${name}: ${other} is not where it is taken`,
      load: ({ name }: Name) => `${name}: does as many tracks of others as they may in one night`,
      'worth less': ({ name }: Name) => `${name}: could, and more would be lost elsewhere`,
    },
    costs: 'Told first, by a person',
    cost: ({ name, parts }: Name & { readonly parts: readonly string[] }) =>
      `${name} no longer does ${list(parts)}`,
    otherParts: ({ many }: Many) => count(many, { one: '1 thing more', other: `${many} things more` }),
    toldBy: ({ name }: Name) => `${name} was told by`,
    nobodyYet: 'nobody yet',
    yes: 'Who said yes',
    nobodyAsked: 'nobody yet',
    approve: 'Approve',
    override: 'It cannot wait: show it now',
    mayNot: 'The dance captain or stage management approves.',
    whyLabel: 'Tell it as',
    why: {
      cover: 'Cover',
      'put-in': 'Put-in',
      'split track': 'Split track',
      'cut show': 'Cut show',
      correction: 'Correction',
      'back to the book': 'Back to the book',
    },
  },
  others: {
    title: 'As good as this one',
    looking: 'Looking for plans that are as good…',
    none: 'No other plan is as good.',
    many: ({ many }: Many) =>
      count(many, { one: '1 other plan is as good', other: `${many} other plans are as good` }),
    atLeast: ({ many }: Many) =>
      count(many, {
        one: 'At least 1 other plan is as good',
        other: `At least ${many} other plans are as good`,
      }),
    take: 'Take this one',
    takeThis: ({ number }: { readonly number: number }) => `Take plan ${number} instead`,
    line: ({ code, items, name, before }: Others) =>
      name === null
        ? `${code} is cut: ${list(items)}`
        : before === null
          ? `${name} does ${code}: ${list(items)}`
          : `${name} instead of ${before} as ${code}: ${list(items)}`,
    replots: ({ titles }: { readonly titles: readonly string[] }) => `re-plotted: ${list(titles)}`,
  },
  short: {
    title: 'Too few for what may never be cut',
    only: ({ item, spots, people }: Short) =>
      `At once in ${item}: ${list(spots)} may never be cut, and left for them: only ${list(people)}`,
    nobody: ({ item, spots }: Short) => `In ${item} nobody is left for ${list(spots)}, never to be cut`,
  },
  takes: {
    ask: 'What would it take?',
    askOf: ({ track, item }: { readonly track: string; readonly item: string }) =>
      `What would it take for ${track}, ${item}?`,
    working: 'Asking the night again…',
    line: {
      'ready by': ({ name, what }: Name & What) => `Enough: ${name} ready by ${what}`,
      quicker: ({ name, what, seconds }: Name & What & { readonly seconds: number }) =>
        `Enough: ${name} changed ${seconds} s quicker into ${what}`,
      'no ban': ({ name, what }: Name & What) => `Enough: ${name} no longer kept from ${what}`,
      'no lock': ({ name, what }: Name & What) =>
        `Enough: ${what} no longer settled on somebody else, so that ${name} can do it`,
      'one more': ({ name, what }: Name & What) =>
        what === '' ? `Enough: one more pack, for ${name}` : `Enough: a second ${what}, for ${name}`,
    },
    none: 'As things stand nobody can do it, whatever else is given up.',
    unknown: 'What it would cost as things stand could not be worked out in time.',
    price: ({ worse, what }: What & { readonly worse: string }) =>
      `As things stand it costs ${worse}: ${what}`,
    level: {
      'never cut': 'more of what may never be cut',
      'featured and lifts': 'more featured spots or lifts',
      'formation, filler, disturbed, re-plots': 'more formation, filler, re-plots or people who do other',
      splits: 'more split tracks, or somebody of the last resort',
      fairness: 'more of those who went on often',
      preference: 'what you would rather not',
    },
  },
  drag: {
    who: 'Put it down on somebody here, or on anybody’s row:',
    nobody: 'Nobody is written down as knowing it. Put it down on anybody’s row:',
    carried: ({ code, item }: Carried) => `${code} · ${item}`,
    over: ({ code, item, name }: Carried & Name) => `${code} · ${item}: ${name}`,
  },
  grid: {
    title: 'Tracks',
    label: 'Who plays what, track by item',
    nothing: 'No track is other than in the book.',
    how: 'By finger and by keys',
    hint: 'Drag a cell onto somebody to give it to them; with a finger, press it first until it lifts. Arrow keys move; Enter opens a cell: give it to somebody, keep somebody from it, or leave it open, for the plan to fill. On a cell L keeps it with whoever has it, F keeps it from them, Backspace leaves it open.',
    cut: 'cut',
    all: 'All tracks',
    onlyChanged: 'Only what is other',
    cell: ({ code, item, name }: Name & { readonly code: string; readonly item: string }) =>
      `${code}, ${item}: ${name}`,
    isOther: 'other than in the book',
    isProposed: 'proposed',
    isLocked: 'settled',
    ownerIs: ({ name, how }: Name & { readonly how: string }) => `${name} · ${how}`,
    knows: 'Know it',
    others: 'Everybody else',
    cutBecause: ({ title, why }: { readonly title: string; readonly why: string }) =>
      `Cut: ${title}. Why: ${why}`,
    give: 'Give it to',
    keepFrom: 'Keep it from',
    wholeTrack: 'The whole track',
    leave: 'Leave it open',
    done: 'Done',
    settled: ({ many }: { readonly many: number }) =>
      count(many, { one: '1 thing is settled', other: `${many} things are settled` }),
    release: 'Leave all of it open',
  },
  first: {
    title: 'To be told before any screen shows it',
    lead: 'No other screen has this plan yet.',
    offer: ({ names }: { readonly names: readonly string[] }) =>
      `Offer each a talk with somebody who did not decide it: ${either(names)}. What they say to it is written down nowhere.`,
    toldBy: ({ name }: Name) => `Told ${name}`,
    what: ({ name, many }: Name & Many) =>
      count(many, {
        one: `What changes for ${name}: 1 thing`,
        other: `What changes for ${name}: ${many} things`,
      }),
    who: 'By whom',
  },
  tell: {
    title: 'Not told yet',
    nobody: 'Everybody whom it touches has been told.',
    none: 'Tonight is as in the book.',
    by: 'Told by',
    told: ({ name }: Name) => `${name} was told`,
    send: ({ name }: Name) => `Send somebody to ${name}`,
    sent: ({ names }: { readonly names: readonly string[] }) => `${list(names)} will tell them`,
    due: ({ when }: When) => `due ${when}`,
    noScreen: 'No screen of theirs is connected: somebody has to find them.',
    later: ({ many }: Many) => count(many, { one: '1 more, due later', other: `${many} more, due later` }),
  },
  told: {
    title: 'Told',
    by: ({ name, by, when }: Name & When & { readonly by: string }) => `${name}: by ${by}, ${when}`,
    own: ({ name, when }: Name & When) => `${name}: read it, ${when}`,
    before: ({ many }: Many) =>
      count(many, {
        one: '1 more was told before these: the record has it.',
        other: `${many} more were told before these: the record has them.`,
      }),
    undo: ({ name }: Name) => `Undo: ${name} was not told after all`,
    undoIt: 'Undo',
  },
  versions: {
    title: 'Plans of tonight',
    book: 'The book',
    line: ({ version, why, drafted, by, when }: Version) =>
      `${version} · ${why} · ${drafted === null ? 'as proposed' : `drafted by ${drafted}`}, approved by ${by}, ${when}`,
    somebody: 'this house',
    waits: 'waits for somebody to be told',
    overridden: 'shown before everybody was told',
    unasked: 'nobody of those who say yes to plans was asked',
  },
  slips: {
    title: 'Cast board and announcement',
    none: 'Nobody plays another part tonight.',
    usual: ({ many }: Many) =>
      `Usual here: ${many} of these three. What was agreed for your house counts before it.`,
    channels: { board: 'Cast board', slip: 'Slip in the programme', announcement: 'Announcement' },
    notYet: 'not yet',
    done: ({ channel, by, when }: When & { readonly channel: string; readonly by: string | null }) =>
      by === null ? `${channel}: ${when}` : `${channel}: ${when}, by ${by}`,
    say: { board: 'It hangs', slip: 'They are laid in', announcement: 'It was read out' },
    unsay: {
      board: 'It does not hang after all',
      slip: 'They are not laid in after all',
      announcement: 'It was not read out after all',
    },
  },
  lines: planLines,
  own: {
    title: 'Changed for you tonight',
    department: 'Changed tonight',
    read: 'I have read it',
    errands: 'Please tell',
    talk: ({ names }: { readonly names: readonly string[] }) =>
      `If you would like to talk about tonight: ${either(names)} did not decide it. Nothing of it is written down.`,
    tell: ({ name }: Name) => `${name} knows it now`,
  },
  desk: {
    waits: ({ many }: { readonly many: number }) =>
      count(many, { one: 'Plan: 1 to be told', other: `Plan: ${many} to be told` }),
    first: ({ many }: { readonly many: number }) =>
      count(many, { one: 'Plan: 1 to be told first', other: `Plan: ${many} to be told first` }),
    proposed: 'Plan: proposed',
    quiet: 'Plan',
  },
}

export const choice = {
  title: 'What to do',
  isOut: ({ name }: Name) => `${name} is out: work out who goes on`,
  isOutMeans: 'Nobody waits for them; a plan is proposed.',
  holdMeans: 'holds the show: everything due moves with it, and nothing is lost meanwhile.',
  working: 'What another order would bring is being worked out.',
  early: 'That had only just come, and was not taken: read it, then press again.',
  swap: ({ item, other }: { readonly item: string; readonly other: string }) => `Swap ${item} with ${other}`,
  cut: ({ item }: { readonly item: string }) => `Cut ${item}`,
  vamp: ({ item, what }: { readonly item: string; readonly what: string }) => `${item}: ${what}`,
  within: ({ left }: { readonly left: string }) => `within ${left}`,
  tooLate: 'too late for it',
  later: ({ time }: { readonly time: string }) => `Due ${time} later`,
  notAtAll: 'Not due for it',
  nothingElse: 'all of it fits',
  counts: {
    loses: ({ many }: Many) => `${many} to be told first`,
    unfit: ({ many }: Many) =>
      count(many, { one: '1 change does not fit', other: `${many} changes do not fit` }),
    short: ({ many }: Many) => count(many, { one: '1 lacks seconds', other: `${many} lack seconds` }),
    todo: ({ many }: Many) => `${many} to carry or set`,
    earlier: ({ many }: Many) => `${many} due earlier`,
    cues: ({ many }: Many) => count(many, { one: '1 other cue', other: `${many} other cues` }),
  },
  cannot: ({ what, many }: { readonly what: string; readonly many: number }) =>
    count(many, { one: `1 cannot be: ${what}`, other: `${many} cannot be: ${what}` }),
  toTell: ({ names }: { readonly names: readonly string[] }) =>
    `Still to be told, the soonest first: ${list(names)}`,
}
