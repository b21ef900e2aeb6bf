// Texts of the prompt desk: what is called, by whom, and what may be done beside it.

import { lowerFirst } from '../english.ts'
import { counting } from '../plural.ts'
import { whichFirst } from './kinds.ts'

const count = counting('en-GB')

type Cue = { readonly cue: string }

export const desk = {
  aside: 'Calls, notes and screens',
  report: 'Report',
  runSheets: 'Run sheets',
  show: 'Show',
  signIn: ({ waits, notYet }: { readonly waits: number; readonly notYet: number }) =>
    [
      'Sign-in',
      ...(waits === 0 ? [] : [`${waits} at the stage door`]),
      ...(notYet === 0 ? [] : [`${notYet} not yet in`]),
    ].join(' · '),
  noShow: 'No show is published yet. Open Ghostlight with one:',
  closed: ({ number }: { readonly number: number }) =>
    `${whichFirst(number)} is closed. Notes can still be written; the report is ready.`,
  noOrder: 'This device is not given the running order. Ask the stage manager for a desk’s link.',
  noCues: 'This device is not given the cues. Ask the stage manager for a desk’s link.',
  noOrderNorCues:
    'This device is not given the running order and the cues. Ask the stage manager for a desk’s link.',
  thatCue: 'that cue',
  /** "LX 26 through 30": the department is said twice only where it is another. */
  through: ({ first, last }: { readonly first: string; readonly last: string }) => `${first} through ${last}`,
  waitsFor: ({ who }: { readonly who: string }) => `waits for ${who}’s clear`,
  steppedBack: ({ cue, clock }: { readonly cue: string; readonly clock: string }) =>
    `${cue} called ${clock}, desk stepped back`,
}

/** What was asked, as short as it is said: the desk's line about its last press. */
export const said = {
  sending: ({ what }: { readonly what: string }) => `${what}: sending…`,
  failed: ({ what, why }: { readonly what: string; readonly why: string }) => `${what}: ${why}`,
  notSent: ({ what, why }: { readonly what: string; readonly why: string }) => `${what} ${lowerFirst(why)}`,
  called: ({ what }: { readonly what: string }) => `${what} called`,
  calledAt: ({ what, clock }: { readonly what: string; readonly clock: string }) => `${what} called ${clock}`,
  thatCall: 'That call',
  thatItem: 'that item',
  start: ({ item }: { readonly item: string }) => `Start of ${item}`,
  deskTo: ({ cue }: Cue) => `Desk to ${cue}`,
  skipping: ({ cue }: Cue) => `Skipping ${cue}`,
  cutting: ({ cue }: Cue) => `Cutting ${cue}`,
  puttingBack: ({ cue }: Cue) => `Putting ${cue} back`,
  clear: ({ cue }: Cue) => `${cue} clear`,
  notClear: ({ cue }: Cue) => `${cue} not clear`,
}

type Joined = { readonly joined: number; readonly all: number; readonly clock: string }

/** Letting other screens in, and sending them about. */
export const screens = {
  title: 'Screens',
  done: 'Done',
  pair: 'Pair a screen',
  all: 'All screens',
  groups: 'Links for several devices',
  joined: ({ joined, all, clock }: Joined) => `${joined} of ${all}, until ${clock}`,
  joinedLastHeard: ({ joined, all, clock }: Joined) => `${joined} of ${all} when last heard, until ${clock}`,
  closeLink: 'Close the link',
  closeLinkAgain: 'Close: again',
  closeAll: 'Close it, remove its screens',
  closeAllAgain: 'Remove all: again',
  linkFor: ({ name }: { readonly name: string }) => `Link for “${name}”`,
  thisDesk: 'this desk',
  which: 'Which one is it?',
  nameOf: ({ name }: { readonly name: string }) => `Name of ${name}`,
  rename: 'Rename',
  shows: ({ name }: { readonly name: string }) => `What ${name} shows`,
  asPaired: 'what it was paired for',
  sendThere: 'Send it there',
  whose: ({ name }: { readonly name: string }) => `Whose ${name} is`,
  nobodys: 'nobody’s',
  give: 'Give it to them',
  remove: 'Remove',
  removeAgain: 'Remove: again',
  removeOne: ({ name }: { readonly name: string }) => `Remove ${name}`,
}

export const pairing = {
  what: 'What the screen is for',
  make: 'Make a link',
  noPhone: 'Nobody needs a phone: a shared tablet, the sheets on paper or a word in person does as well.',
  department: { label: 'Which department', empty: 'Which department?' },
  person: { label: 'Whose phone', empty: 'Whose?' },
  place: { label: 'Which place', empty: 'Where?' },
  one: 'One device',
  howMany: 'How many devices',
  upTo: ({ devices }: { readonly devices: number }) => `Up to ${devices} devices`,
  howLong: 'For how long',
  within: ({ hours }: { readonly hours: number }) =>
    count(hours, { one: 'within 1 hour', other: `within ${hours} hours` }),
  sending: 'sending…',
  phoneOf: ({ name }: { readonly name: string }) => `${name}’s phone`,
}

export const madeLink = {
  reachedAt: 'Reached at',
  several: 'It lets several devices in, and signs nobody in.',
  once: 'Open it on that device. It works once, for one device.',
  onlyHere:
    'Phones cannot reach this machine yet: Ghostlight lets only this machine in. This link opens another browser here.',
  code: 'Code for a camera',
  link: 'The link',
  copy: 'Copy',
  copied: 'copied',
}

type Clock = { readonly length: string; readonly within: string }

/** What is known of a screen. */
export const device = {
  unused: 'not used yet',
  quiet: ({ time }: { readonly time: string }) => `quiet ${time}`,
  silentFor: ({ time }: { readonly time: string }) => `silent ${time}`,
  silent: 'silent',
  slow: ({ lag }: { readonly lag: number }) => `slow, ${lag} ms`,
  connected: 'connected',
  /** This desk hears nothing itself: it is only known to have been. */
  wasSlow: ({ lag }: { readonly lag: number }) => `was slow, ${lag} ms`,
  wasConnected: 'was connected',
  unheard: 'Not heard from yet.',
  shows: ({ screen }: { readonly screen: string }) => `Shows ${screen}.`,
  showsSent: ({ screen }: { readonly screen: string }) => `Shows ${screen}, sent there by the desk.`,
  otherPage: 'another page',
  answers: ({ median, last }: { readonly median: number; readonly last: number }) =>
    `Answers in ${median} ms, last in ${last} ms.`,
  clockRight: ({ within }: { readonly within: string }) => `Its clock is right to ${within}.`,
  clockFast: ({ length, within }: Clock) => `Its clock is ${length} fast, give or take ${within}.`,
  clockSlow: ({ length, within }: Clock) => `Its clock is ${length} slow, give or take ${within}.`,
  keepsTime: ({ within }: { readonly within: string }) => `It keeps time to ${within} an hour.`,
  gains: ({ length, within }: Clock) => `It gains ${length} an hour, give or take ${within}.`,
  loses: ({ length, within }: Clock) => `It loses ${length} an hour, give or take ${within}.`,
  milliseconds: (milliseconds: number) => `${milliseconds} ms`,
  tenths: ({ seconds }: { readonly seconds: string }) => `${seconds} s`,
}

export const topBar = {
  actIn: ({ act }: { readonly act: number }) => `Act ${act} in`,
  intervalActIn: ({ act }: { readonly act: number }) => `Interval · act ${act} in`,
  down: 'Down',
  closed: 'Closed',
  silent: ({ screens, silent }: { readonly screens: string; readonly silent: number }) =>
    `${screens}, ${silent} silent`,
  notSaved: ({ why }: { readonly why: string }) => `NOT SAVED: ${why}`,
  saved: 'saved',
  savedCopied: 'saved · copied',
  newer: ({ saved, entries }: { readonly saved: string; readonly entries: number }) =>
    count(entries, {
      one: `${saved} · 1 entry of a newer version`,
      other: `${saved} · ${entries} entries of a newer version`,
    }),
  mistakes: ({ saved, mistakes }: { readonly saved: string; readonly mistakes: number }) =>
    count(mistakes, {
      one: `${saved} · 1 fault passed over`,
      other: `${saved} · ${mistakes} faults passed over`,
    }),
  unshown: ({ saved, parts }: { readonly saved: string; readonly parts: number }) =>
    count(parts, {
      one: `${saved} · 1 part not shown (a fault)`,
      other: `${saved} · ${parts} parts not shown (a fault)`,
    }),
}

/** What of the record cannot be read any more, and whose it was. `entries`: how many, from one number to another. */
export const damaged = {
  of: {
    tonight: 'tonight’s record',
    house: 'the record of the house, its devices and shows',
    incidents: 'the record of incidents',
  },
  what: ({
    whose,
    when,
    from,
    to,
    entries,
  }: {
    readonly whose: string
    readonly when: string
    readonly from: number
    readonly to: number
    readonly entries: number
  }) =>
    count(entries, {
      one: `Damaged: 1 entry of ${whose} (number ${from}), written ${when}, cannot be read.`,
      other: `Damaged: ${entries} entries of ${whose} (numbers ${from} to ${to}), written ${when}, cannot be read.`,
    }),
  between: ({ from, to }: { readonly from: string; readonly to: string }) => `between ${from} and ${to}`,
  since: ({ clock }: { readonly clock: string }) => `after ${clock}`,
  until: ({ clock }: { readonly clock: string }) => `before ${clock}`,
  allOfIt: 'at a time that is not known',
  missing: {
    tonight:
      'What they said is on no screen: look through who is in, the calls and where the show stands. All that could be read is here, and the file is kept as it was.',
    house: 'A device may have to be let in again. The file is kept as it was.',
    incidents: 'What they said is not on the sheet. The file is kept as it was.',
  },
  remembered: 'What they said was kept besides: nothing is lost.',
  read: 'I have read this',
}

export const controls = {
  resume: 'RESUME',
  keepHolding: 'keep holding',
  holdOneSecond: 'hold 1 s',
  standby: 'Standby',
  standbyFor: ({ cue }: Cue) => `Standby ${cue}`,
  notClear: 'not clear',
  space: 'space',
  strayAct: ({ cue, act }: Cue & { readonly act: number }) =>
    `${cue} was not called: act ${act} is not up. Stand it by, or press again.`,
  stray: ({ cue }: Cue) => `${cue} was not called: no act is up. Stand it by, or press again.`,
  unheard: 'Nothing is heard from the server: what stands here may be old. Call on cans.',
  follows: 'This screen follows the desk.',
  take: 'Take the desk',
}

export const runningOrder = {
  title: 'Running order',
  actUp: ({ act }: { readonly act: number }) => `Act ${act} up`,
  actDown: ({ act }: { readonly act: number }) => `Act ${act} down`,
  close: 'Close the night',
  callOff: 'Call it off',
  again: ({ what }: { readonly what: string }) => `Again: ${lowerFirst(what)}`,
  nextStarted: 'Next item started',
  started: ({ item }: { readonly item: string }) => `${item} has started`,
  againStarted: ({ item }: { readonly item: string }) => `Again: ${item} has started`,
  /** Of an item, struck through. */
  cut: 'cut tonight',
  another: 'Another order',
  stepBack: 'Step back one cue',
  why: 'Why does the desk go back?',
  whyHint: 'Why? Enter, or Esc',
  /** The curtains that are still to fall. */
  end: ({ end }: { readonly end: string }) => `end ${end}`,
  downAndEnd: ({ down, end }: { readonly down: string; readonly end: string }) => `down ${down} · end ${end}`,
}

export const calls = {
  title: 'Calls',
  due: 'now due',
  late: ({ ago }: { readonly ago: string }) => `${ago} late`,
  call: ({ call }: { readonly call: string }) => `Call ${lowerFirst(call)}`,
  early: ({ call }: { readonly call: string }) => `Early. Again: call ${lowerFirst(call)}`,
  actIsUp: 'The act is up',
  noActLeft: 'No act is left',
  actUpAt: ({ act, clock }: { readonly act: number; readonly clock: string }) => `Act ${act} up ${clock}`,
  minuteLess: '−1 min',
  minuteMore: '+1 min',
  houseWasClear: ({ act }: { readonly act: number }) => `House: was clear for act ${act}`,
  houseNeverClear: ({ act }: { readonly act: number }) => `House: act ${act} went up without it`,
  houseClear: ({ act }: { readonly act: number }) => `House is clear for act ${act}`,
  houseNotClear: 'House: not clear yet',
  sayClear: 'House is clear',
  withdraw: 'withdraw',
  cans: ({ heard, all }: { readonly heard: number; readonly all: number }) => `Cans: ${heard} of ${all}`,
  heard: 'heard',
  askRound: 'Ask round',
}

export const nowBlock = {
  next: 'Next',
  allOnCans: 'all answered on cans',
  nothingLeft: 'No cue is left tonight.',
  standingBy: 'standing by',
  standingByOnCans: 'standing by, on cans',
  silent: ({ time }: { readonly time: string }) => `silent ${time}`,
  answered: ({ department }: { readonly department: string }) => `${department} answered`,
  onCans: 'on cans',
  cans: 'cans',
  on: ({ line }: { readonly line: string }) => `on “${line}”`,
  clear: ({ who }: { readonly who: string }) => `${who}: clear`,
  clearOnCans: 'clear on cans',
  withdraw: 'withdraw',
}

export const coming = {
  label: 'Warnings and music',
  warn: 'warn',
  warnNow: ({ cue, when }: { readonly cue: string; readonly when: string }) =>
    `Warn ${cue}: coming up ${when}`,
  warnAt: ({ cue, when }: { readonly cue: string; readonly when: string }) => `${cue}, ${when}`,
  nothingToWarn: 'nothing left to warn of',
  music: 'music',
  noVamp: 'no vamp is left',
  inThe: ({ vamp }: { readonly vamp: string }) => `in the ${vamp}`,
  vamping: 'Vamping',
  out: 'Out',
}

export const cans = {
  title: 'Cans',
  done: 'Done',
  notAsked: 'not asked',
  heard: 'heard',
  notHeard: 'not heard',
  fail: 'When cans fail',
  screens: 'Departments’ screens carry on: standbys and calls reach them without a voice.',
  cueLights: 'Then cue lights, where the house has them: on for standby, off or green to go.',
  runner: 'Then a runner to each department, and hand signals in sight.',
  hold: 'If one that must be heard is not, hold the show.',
}

export const nextNight = {
  title: 'Open the next performance',
  day: 'Day',
  curtainUp: 'Curtain up',
  open: 'Open',
}

export const notes = {
  title: 'Notes',
  titleOf: ({ notes: written }: { readonly notes: number }) => `Notes ${written}`,
  note: 'Note',
  hint: 'Note, or “lx: …”',
  to: 'Note to',
  general: 'general',
  waiting: 'not kept yet; it is sent as soon as the server answers',
}

export const strip = {
  label: 'Calling',
  lists: 'Other lists',
  noCueLeft: 'no cue is left',
  complete: 'complete',
  putBack: 'put back',
  putCueBack: ({ cue }: Cue) => `Put ${cue} back`,
  standbyOf: ({
    sign,
    answered,
    all,
  }: {
    readonly sign: string
    readonly answered: number
    readonly all: number
  }) => `${sign} ${answered} of ${all}`,
  followsFrom: ({ cue }: Cue) => `follows on from ${cue}`,
  standbyThrough: ({ cues }: { readonly cues: string }) => `Standby ${cues}`,
  standbyThroughNone: 'Standby through…',
  jump: 'Jump to…',
  skip: 'Skip',
  cut: 'Cut',
  again: ({ what }: { readonly what: string }) => `Again: ${lowerFirst(what)}`,
  became: ({ cue }: Cue) => `What became of ${cue}:`,
  becameLabel: ({ cue }: Cue) => `What became of ${cue}`,
  late: 'Late?',
  /** Keys stand between ‹ and ›, and are drawn as keys. */
  keysHere: 'keys live here · ‹space› calls',
  keysAway: '‹Esc› brings the keys back · anywhere ‹Ctrl Enter› calls',
  pedal: ({ key }: { readonly key: string }) => `pedal ‹${key}›`,
  jumpLabel: 'Jump to the cue',
  jumpHint: 'lx 24, 24',
  jumpKeys: '‹Enter› goes there · ‹Ctrl Enter› calls it · ‹Esc›',
  noSuchCue: 'no such cue',
  isCut: ({ cue }: Cue) => `${cue} is cut tonight`,
  which: ({ cues }: { readonly cues: string }) => `which: ${cues}?`,
}

export const thisDesk = {
  title: 'This desk',
  twoSteps: 'In two steps: nothing is called that is not standing by.',
  oneStep: 'In one step: a cue is called with or without a standby.',
  callInTwo: 'Call in two steps',
  press: 'Press your pedal now, or Esc.',
  otherMeaning: ({ key }: { readonly key: string }) =>
    `“${key}” has another meaning here. Press your pedal, or Esc.`,
  noPedal: 'No pedal is learned: page keys scroll.',
  pedalIs: ({ key }: { readonly key: string }) =>
    `The pedal’s key is ${key}. It calls, and does nothing else.`,
  stop: 'Stop',
  learn: 'Pedal: learn its key',
  forget: 'Forget it',
  keys: { PageUp: 'Page up', PageDown: 'Page down' },
  arrow: ({ way }: { readonly way: string }) => `Arrow ${way}`,
}
