// Texts of the sign-in sheet, the tablet at the stage door, one's own sign, and seeing everybody home.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Clock = { readonly clock: string }
type Minutes = { readonly minutes: number }
type Who = { readonly name: string }

type Said = {
  readonly by: string | null
  readonly place: string | null
  readonly clock: string
}

/** Whose word it is, and when: never more than was said. */
const evidence = {
  phone: ({ clock }: Said) => `said on their own phone, ${clock}`,
  kiosk: ({ place, clock }: Said) => `at ${place ?? 'the stage door'}, ${clock}`,
  chaperone: ({ by, clock }: Said) => `by ${by ?? 'their chaperone'}, ${clock}`,
  told: ({ by, clock }: Said) => `told to ${by ?? 'stage management'}, ${clock}`,
  'accounted for': ({ by, clock }: Said) => `accounted for by ${by ?? 'somebody'}, ${clock}`,
  staying: ({ by, clock }: Said) => `staying for the next performance, says ${by ?? 'somebody'}, ${clock}`,
  'seen out': ({ by, clock }: Said) => `seen out by ${by ?? 'somebody'}, ${clock}`,
}

export const attendance = {
  title: 'Sign-in sheet',
  nobodyHere: 'This screen shows no sign-in sheet. Ask the stage manager for a link.',
  noNames: 'No names are in the show yet. They are added where the show is set up; then the sheet is here.',
  counts: ({
    inside,
    away,
    expected,
  }: {
    readonly inside: number
    readonly away: number
    readonly expected: number
  }) =>
    `${count(inside, { one: '1 in', other: `${inside} in` })} · ${away} out for a while · ${count(expected, { one: '1 not yet in', other: `${expected} not yet in` })}`,
  letters: 'First letters of a name',
  show: 'Show',
  everybody: 'Everybody',
  notYet: 'Not yet in',
  here: 'Here',
  print: 'Print the sheet',
  back: 'Back',
  group: {
    principal: 'Principals',
    ensemble: 'Ensemble',
    swing: 'Swings',
    standby: 'Standbys',
    alternate: 'Alternates',
    understudy: 'Understudies',
    child: 'Children, with their chaperones',
    chaperone: 'Chaperones',
    crew: 'Crew',
    operator: 'Operators',
    dresser: 'Dressers',
    'stage management': 'Stage management',
    music: 'Music',
    creative: 'Creatives',
    'front of house': 'Front of house',
    management: 'Management',
    none: 'Company',
  },
  state: {
    none: 'Not yet in',
    in: 'In',
    away: 'Out for a while',
    gone: 'Out',
    later: 'Comes later',
    'not tonight': 'Not on tonight',
    'on call': 'On call',
    'sent home': 'Sent home',
  },
  laterAt: ({ clock }: Clock) => `Comes at ${clock}`,
  onCall: ({ minutes }: Minutes) => `On call, here in ${minutes} min`,
  onCallUntil: ({ minutes, clock }: Clock & Minutes) => `On call until ${clock}, here in ${minutes} min`,
  child: ({ state, chaperone }: { readonly state: string; readonly chaperone: string }) =>
    `${state} · with ${chaperone}`,
  childAlone: ({ state, chaperone }: { readonly state: string; readonly chaperone: string }) =>
    `${state} · with ${chaperone}, who is not in`,
  childNobody: ({ state }: { readonly state: string }) =>
    `${state} · nobody is named to look after them; that is set where the company is`,
  awayUntil: ({ clock }: { readonly clock: string }) => `Out, back ${clock}`,
  evidence,
  line: ({ state, evidence: said }: { readonly state: string; readonly evidence: string }) =>
    `${state} · ${said}`,
  quoted: ({ evidence: said, words }: { readonly evidence: string; readonly words: string }) =>
    `${said}: “${words}”`,
  notTonight: 'not on tonight',
  signIn: 'In',
  signAway: 'Out for a while',
  signOut: 'Out',
  undo: 'Take back',
  signInOf: ({ name }: { readonly name: string }) => `${name}: in`,
  signAwayOf: ({ name }: { readonly name: string }) => `${name}: out for a while`,
  signOutOf: ({ name }: { readonly name: string }) => `${name}: out`,
  undoOf: ({ name }: { readonly name: string }) => `${name}: take back`,
  visitors: 'Visitors',
  noVisitors: 'No visitor has signed in tonight.',
  visitorErased: 'A visitor',
  visitorTo: ({
    name,
    number,
    host,
  }: {
    readonly name: string
    readonly number: number
    readonly host: string | null
  }) => (host === null ? `${name}, number ${number}` : `${name}, number ${number}, to see ${host}`),
  visitorName: 'Visitor’s name',
  visitorHost: 'To see',
  nobodyNamed: 'nobody named',
  visitorIn: 'Sign the visitor in',
}

/** What is said of somebody's coming: on the sheet, and on their own phone. Why is not asked. */
export const announce = {
  more: 'Later, or not tonight…',
  moreOf: ({ name }: Who) => `${name}: later, or not tonight`,
  noWhy: 'Nobody is asked why, and there is no place to write it.',
  at: 'At',
  until: 'Until',
  within: 'Here within',
  minutes: ({ minutes }: Minutes) => `${minutes} min`,
  openEnd: 'the end',
  as: {
    later: 'Comes later',
    'not tonight': 'Not on tonight',
    'on call': 'On call',
    'sent home': 'Sent home',
  },
  of: ({ name, what }: Who & { readonly what: string }) => `${name}: ${what}`,
}

/** At the half. */
export const arrivals = {
  title: ({ clock }: Clock) => `Not yet in at the half, ${clock}`,
  everybodyIn: 'Everybody who is expected is in.',
  page: 'First: page the building. Say this, and no name:',
  text: 'Good evening. Would everybody who has not yet signed in please come to the stage door and sign in. Thank you.',
  spoken: 'I have said it',
  spokenAt: ({ clock }: Clock) => `Said ${clock}. Say it again whenever you like.`,
  spokenBy: ({ clock, by }: Clock & { readonly by: string }) =>
    `Said by ${by}, ${clock}. Say it again whenever you like.`,
  ring: 'Then, one after the other, for whoever is still not in: ring them, and whoever they want rung next; company management has the numbers. Have the named cover make ready. Tell company management. Whoever has done it says so here.',
  after: 'Nothing of this is rung or said by itself, and none of it is on any other screen.',
  steps: {
    rung: 'Rung',
    'contact rung': 'Next contact rung',
    'cover told': 'Cover told',
    'management told': 'Management told',
  },
  stepOf: ({ name, step }: Who & { readonly step: string }) => `${name}: ${step}`,
  done: ({ step, clock, by }: Clock & { readonly step: string; readonly by: string | null }) =>
    by === null ? `${step} ${clock}` : `${step} ${clock}, ${by}`,
  comesAt: ({ clock }: Clock) => `said ${clock}`,
}

/** Everybody home, on the desk and on the sheet. */
export const home = {
  title: 'Closing',
  came: ({ clock }: { readonly clock: string }) => `Came down at ${clock}.`,
  bows: ({ clock }: { readonly clock: string }) => `Bows from ${clock}.`,
  allHome: 'Everybody who signed in tonight has gone or is accounted for.',
  nobodySigned: 'Nobody was signed in tonight, so nobody keeps the night open.',
  left: (left: number) =>
    count(left, {
      one: '1 person has not signed out and is not accounted for.',
      other: `${left} people have not signed out and are not accounted for.`,
    }),
  stillHere: 'Not signed out',
  last: ({ state, evidence: said }: { readonly state: string; readonly evidence: string }) =>
    `Last: ${state}, ${said}`,
  states: { in: 'signed in', away: 'out for a while' },
  awayUntil: ({ clock }: { readonly clock: string }) => `out until ${clock}`,
  witness: 'Who says so?',
  chooseWitness: 'choose a name',
  witnessFirst: 'Choose who saw them, or who knows where they are. Then each is one touch.',
  seenOut: 'Seen out',
  seenOutOf: ({ name }: { readonly name: string }) => `${name}: seen out`,
  elsewhere: 'Elsewhere…',
  elsewhereOf: ({ name }: { readonly name: string }) => `${name}: known to be elsewhere`,
  staying: 'Staying',
  stayingOf: ({ name }: { readonly name: string }) => `${name}: staying for the next performance`,
  where: ({ name }: { readonly name: string }) => `Where is ${name}, and how do you know?`,
  say: 'Say so',
  never: 'Leave it',
  sweep: 'Last sweep',
  swept: ({ swept, all }: { readonly swept: number; readonly all: number }) => `${swept} of ${all} swept`,
  sweepPlace: 'Swept',
  sweepOf: ({ place }: { readonly place: string }) => `${place}: swept`,
  unsweepOf: ({ place }: { readonly place: string }) => `${place}: not swept after all`,
  sweptBy: ({ by, clock }: { readonly by: string; readonly clock: string }) => `swept by ${by}, ${clock}`,
  notSwept: 'not swept yet',
  whole: 'The whole building',
  sheet: 'Sign-in sheet',
}

/** One's own sign, on one's own phone. */
export const ownSign = {
  label: 'Signed in',
  none: 'You are not signed in. Sign here, at the stage door, or tell stage management.',
  in: ({ clock }: { readonly clock: string }) => `You are signed in, ${clock}.`,
  away: ({ clock }: { readonly clock: string }) => `You are out for a while, since ${clock}.`,
  gone: ({ clock }: { readonly clock: string }) => `You are signed out, ${clock}.`,
  later: ({ clock }: { readonly clock: string }) => `You said at ${clock} that you come later.`,
  'not tonight': ({ clock }: { readonly clock: string }) =>
    `You said at ${clock} that you are not on tonight.`,
  'on call': ({ clock }: { readonly clock: string }) => `You are on call, since ${clock}.`,
  'sent home': ({ clock }: { readonly clock: string }) => `You were sent home at ${clock}.`,
  weak: 'Said on this phone. It is not the same as being seen.',
  signIn: 'I am in',
  signAway: 'Out for a while',
  signOut: 'I have gone home',
  undo: 'Take back',
  ward: ({ name, line }: { readonly name: string; readonly line: string }) => `${name}: ${line}`,
  wardIn: ({ name }: { readonly name: string }) => `${name} is in`,
  wardOut: ({ name }: { readonly name: string }) => `${name} has gone home`,
}

/** The tablet at the stage door. */
export const kiosk = {
  title: 'Stage door',
  modes: 'What are you doing?',
  mode: {
    in: 'I am coming in',
    away: 'Out for a while',
    out: 'I am going home',
    visitor: 'I am a visitor',
  },
  noNames: 'No names are in the show yet. Sign on the paper sheet.',
  closed: 'Tonight is closed. Sign on the paper sheet.',
  touch: {
    in: 'Touch your name to sign in.',
    away: 'Touch your name to sign out for a while.',
    out: 'Touch your name to sign out.',
  },
  letters: 'First letter of a name',
  all: 'All names',
  back: 'Back at',
  notSaid: 'not said',
  nobody: ({ letter }: { readonly letter: string }) => `Nobody’s name begins with ${letter}.`,
  done: {
    in: ({ name, clock }: { readonly name: string; readonly clock: string }) => `${name}: in, ${clock}`,
    away: ({ name, clock }: { readonly name: string; readonly clock: string }) =>
      `${name}: out for a while, ${clock}`,
    out: ({ name, clock }: { readonly name: string; readonly clock: string }) => `${name}: out, ${clock}`,
  },
  sending: ({ name }: { readonly name: string }) => `${name}: sending…`,
  held: ({ name }: { readonly name: string }) => `${name}: kept here until the network is back.`,
  undo: 'A slip: take it back',
  undone: 'Taken back.',
  visitorComing: 'Coming in',
  visitorName: 'Your name',
  visitorHost: 'Whom do you visit?',
  company: 'the company',
  visitorIn: 'Sign in',
  visitorDone: ({ name, number }: { readonly name: string; readonly number: number }) =>
    `${name}: in. Your number is ${number}. You sign out with it.`,
  visitorGoing: 'Going',
  visitorNumber: 'Your number',
  visitorOut: 'Sign out',
  visitorGone: ({ number }: { readonly number: string }) => `Number ${number}: out. Good night.`,
}

/** On paper. */
export const signSheet = {
  what: 'sign-in sheet',
  fetching: 'Fetching the sign-in sheet…',
  curtain: ({ clock }: { readonly clock: string }) => `Curtain up ${clock}`,
  as: ({ clock }: { readonly clock: string }) => `As signed at ${clock}. Go on with a pencil.`,
  name: 'Name',
  in: 'In',
  out: 'Out',
  initials: 'Initials',
  outWhile: 'Out · back',
  withChaperone: ({ name, chaperone }: { readonly name: string; readonly chaperone: string }) =>
    `${name}, with ${chaperone}`,
  number: 'Number',
  visits: 'To see',
  closing: 'Closing list: nobody is left behind',
  allHome: 'Everybody who signed in has gone or is accounted for, as far as this sheet knows.',
  last: 'Last known',
  seenBy: 'Seen out, or where, and who says so',
  tick: '✓',
  sweep: 'Last sweep',
  place: 'Place',
  sweptBy: 'Swept by',
  closed: 'Closed by and at',
}
