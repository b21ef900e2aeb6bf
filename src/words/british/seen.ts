// Texts of seeing people: who was seen, an ask on top of a screen, and one’s own word on one’s own phone.

import { counting, listing } from '../plural.ts'

const count = counting('en-GB')
const list = listing('en-GB')

type Names = { readonly names: readonly string[] }
type Name = { readonly name: string }
type Many = { readonly many: number }
type Placed = Name & { readonly place: string }
type Ago = { readonly ago: string }

const noted = ({ ago }: Ago) => `noted ${ago}, not seen`

const numbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const numberWord = (many: number) => numbers[many - 2] ?? String(many)

export const seen = {
  people: 'People due',
  changes: 'People of your changes',
  nobodyDue: 'Nobody is due to you in the next ten minutes.',
  all: ({ many }: Many) => (many === 2 ? 'Both seen' : `All ${numberWord(many)} seen`),
  rest: ({ many }: Many) =>
    count(many, { one: 'The other one seen', other: `The other ${numberWord(many)} seen` }),
  allAre: ({ many }: Many) => (many === 2 ? 'Both are seen' : `All ${numberWord(many)} are seen`),
  more: 'More',
  moreAbout: ({ name }: Name) => `More about ${name}`,
  notYet: 'not seen yet',
  sending: 'seen, sending…',
  waits: 'seen, waits for the connection',
  seenBy: ({ by, ago }: Ago & { readonly by: string }) => `✓ seen by ${by} ${ago}`,
  seen: ({ ago }: Ago) => `✓ seen ${ago}`,
  heardBy: ({ by, ago }: Ago & { readonly by: string }) => `✓ heard on cans by ${by} ${ago}`,
  oldBy: ({ by, ago }: Ago & { readonly by: string }) => `old: last seen by ${by} ${ago}`,
  old: ({ ago }: Ago) => `old: last seen ${ago}`,
  /** By the kind of evidence, where it is not enough. */
  weak: {
    eyes: noted,
    cans: noted,
    'own tap': ({ ago }: Ago) => `said so themself ${ago}, not seen`,
    'fixed point': ({ ago }: Ago) => `checked in ${ago}, not seen`,
    microphone: ({ ago }: Ago) => `their microphone ${ago}, not seen`,
    entrance: ({ ago }: Ago) => `was due on stage ${ago}, not seen`,
  },
  now: 'just now',
  ago: ({ time }: { readonly time: string }) => `${time} ago`,
  onCans: 'Heard on cans',
  notHere: 'Not here',
  takeBack: 'Take back',
  label: 'Your last tap',
  hint: 'Tap a name when you see them. Hold it, or press More, for anything else.',
  said: ({ names }: Names) => `Seen: ${list(names)}.`,
  undo: 'Undo',
  undone: 'Taken back.',
  raised: ({ names }: Names) => `Not here: ${list(names)}. Others are being asked.`,
  answered: 'Your answer is with the desk.',
  waiting: ({ many }: Many) =>
    count(many, {
      one: '1 tap waits for the connection.',
      other: `${many} taps wait for the connection.`,
    }),
  sendingTap: 'Sending…',
  kinds: { entrance: 'entrance', call: 'call', 'mic fit': 'mic fit', 'fight call': 'fight call' },
}

export const ask = {
  label: 'You are asked',
  /** Each knows only what is asked of this screen: that all are well is the desk’s to say. */
  nothing: {
    watched: 'Nothing is asked of you. Watching: last tick under 15 s ago.',
    idle: 'Nothing is asked of you. No performance is open, so nothing is watched.',
    unwatched: 'Nothing is asked of you, but nobody is watching now: look out for each other.',
    alone: 'Not connected: no question reaches this screen. Look out for each other.',
  },
  canYouSee: ({ name }: Name) => `Can you see ${name}?`,
  canYouSeeAll: ({ names }: Names) => `Can you see ${list(names)}?`,
  firstDue: ({ when }: { readonly when: string }) => `The first is due ${when}.`,
  firstDueAt: ({ place, when }: { readonly place: string; readonly when: string }) =>
    `The first is due at ${place}, ${when}.`,
  allOnTheirWay: ({ many }: Many) =>
    many === 2 ? 'Both seen, on their way' : `All ${numberWord(many)} seen, on their way`,
  restOnTheirWay: ({ many }: Many) =>
    count(many, {
      one: 'The other one seen, on their way',
      other: `The other ${numberWord(many)} seen, on their way`,
    }),
  noneHere: ({ many }: Many) =>
    many === 1 ? 'Not here' : many === 2 ? 'Neither is here' : 'None of them is here',
  oneByOne: 'One by one',
  otherAnswers: 'Other answers',
  answered: 'answered',
  ofOne: ({ name, word }: Name & { readonly word: string }) => `${name}: ${word}`,
  cannotLook: 'I can’t look now: ask somebody else',
  backToAll: 'Back to all of them',
  /** Of somebody who is due nowhere soon. */
  canYouSeeAround: ({ name, place }: Placed) => `Can you see ${name} around ${place}?`,
  look: ({ name }: Name) => `Please go and look for ${name}.`,
  lookAround: ({ name, place }: Placed) => `Please go and look for ${name}, around ${place}.`,
  lookLast: ({ name, place }: Placed) => `Please go and look for ${name}, last at ${place}.`,
  due: ({ when }: { readonly when: string }) => `Due ${when}.`,
  dueAt: ({ place, when }: { readonly place: string; readonly when: string }) => `Due at ${place}, ${when}.`,
  goTo: ({ name }: Name) => `Please go to ${name}.`,
  goToAt: ({ name, place }: Placed) => `Please go to ${name}, last at ${place}.`,
  isWith: ({ name }: Name) => `${name} is with them: ask ${name} where.`,
  inTwos: 'Two go. Knock, and say who you are.',
  ownNext: ({ title, when }: { readonly title: string; readonly when: string }) =>
    `You next: ${title}, ${when}`,
  looking: ({ left }: { readonly left: string }) =>
    `You are looking: ${left} left, then somebody else is asked too.`,
  others: ({ many }: Many) =>
    count(many, { one: 'and one more question', other: `and ${many} more questions` }),
  said: ({ answer }: { readonly answer: string }) => `You said: ${answer}`,
  more: 'More answers',
  /** A voice that is known, on the headset. */
  heardOnCans: 'Heard on cans, on their way',
  askedOnCans: 'Asked on cans …',
  whom: 'Whom did you ask on cans?',
  saysWho: ({ name }: Name) => `Asked on cans: ${name}. What do they say?`,
  myself: 'No, my own word',
  answers: {
    'on their way': 'Seen, on their way',
    'cannot go on': 'Seen, can’t go on',
    'staying, send someone': 'I’m staying, send someone',
    'door locked': 'Door locked, no answer',
    'not here': 'Not here',
    looking: 'I’m looking',
    'not me': 'I can’t look now',
  },
  /** To somebody who was found and is not well. */
  goAnswers: {
    'on their way': 'Seen, on their way',
    'cannot go on': 'They can’t go on',
    'staying, send someone': 'I’m with them, send more help',
    'door locked': 'Door locked, no answer',
    'not here': 'Not here',
    looking: 'I’m going',
    'not me': 'I can’t go now',
  },
  saidLast: 'You said: seen, on their way.',
}

/** To whoever found somebody and stays. The card is first-aid practice, and waits for approval as every pack does. */
export const stays = {
  withThem: ({ name }: Name) => `You are with ${name}.`,
  comes: ({ names }: { readonly names: string }) => `Coming to you: ${names}.`,
  isSent: ({ names }: { readonly names: string }) => `Asked to come: ${names}.`,
  nobodySent: 'Nobody could be asked to come. Tell stage management.',
  coverKnown: 'Stage management knows that they can’t go on.',
  cannotGoOn: 'They can’t go on',
  send: 'Send someone',
  sendMore: 'Send someone else too',
  over: 'It is over …',
  overWithMe: 'Over: I am with them',
  overWith: ({ name }: Name) => `Over: ${name} is with them`,
  card: 'Staying with somebody',
  lines: {
    stay: 'Don’t leave them.',
    ask: 'Ask plainly whether they are safe.',
    danger: 'Take away what is dangerous only if that is safe for you.',
    fetch: 'Fetch whom they name.',
    hurt: 'If somebody is hurt: the emergency number, one touch on this screen.',
    unwritten: 'Nothing that they tell you is written down here.',
  },
  notApproved: 'Not yet approved by your first-aid lead.',
}

export const ownPresence = {
  label: 'Say where you are',
  weak: 'This tells them. It does not count as seen.',
  words: {
    'on my way': 'On my way',
    'I can’t': 'I can’t',
    'please come to me': 'Please come to me',
  },
  said: ({ word, clock }: { readonly word: string; readonly clock: string }) =>
    `You said at ${clock}: ${word}`,
  sending: 'Sending…',
  waits: 'Waits for the connection.',
  coming: ({ name }: Name) => `${name} is coming to you.`,
  /** Beside “I can’t”, which is about the next entrance alone. */
  stepOut: 'Step out: I can’t go on from …',
  from: ({ title }: { readonly title: string }) => `From ${title}`,
  fromNow: 'From now on',
  who: 'Who should come to you',
  anybody: 'Whoever is free',
  lookedUp: 'Who looked up where you are',
  lookUp: ({ who, clock }: { readonly who: string; readonly clock: string }) =>
    `${who} looked up where you are at ${clock}, outside a concern.`,
  lookUpOnMap: ({ who, clock }: { readonly who: string; readonly clock: string }) =>
    `${who} looked at the stage map at ${clock}, outside a concern; you are on it with everybody.`,
  lookedAs: { caller: 'Whoever calls the show', SM: 'Stage management', CM: 'The company manager' },
  somebody: 'Somebody who may',
  steppedOut: 'Stage management knows that you can’t go on. You need not say why.',
}

type When = { readonly when: string }
type Clock = { readonly clock: string }

/** For the dance captain. */
export const covers = {
  label: 'Cover drafted',
  forWhom: ({ name }: Name) => `For ${name}`,
  due: ({ when }: When) => `needed ${when}`,
  noneDue: 'When they are needed next is not known.',
  nobodyNamed: 'No cover is named. Covers are named where the company is set up.',
  call: ({ name }: Name) => `Tell ${name} to make ready`,
  called: ({ name }: Name) => `✓ ${name} is to make ready`,
}

/** For a chaperone. */
export const wardsAsked = {
  label: 'Asked about your children',
  state: {
    asking: 'Not yet seen: people are being asked.',
    searching: 'Not yet seen: somebody is going to look.',
    'not found': 'Not yet seen: stage management has it in hand.',
    incident: 'Not yet seen: stage management has it in hand.',
    'cannot go on': 'Not going on: somebody is to be with them.',
    staying: 'Seen: somebody is staying with them.',
  },
  looking: ({ name }: Name) => `Not yet seen: ${name} is looking.`,
  due: ({ what, when }: When & { readonly what: string }) => `${what} Due ${when}.`,
  neverSeen: 'Not seen yet tonight.',
  seen: ({ clock }: Clock) => `Last seen ${clock}.`,
  seenAt: ({ place, clock }: Clock & { readonly place: string }) => `Last seen ${place}, ${clock}.`,
  seenBy: ({ by, clock }: Clock & { readonly by: string }) => `Last seen by ${by}, ${clock}.`,
  seenByAt: ({ by, place, clock }: Clock & { readonly by: string; readonly place: string }) =>
    `Last seen by ${by}, ${place}, ${clock}.`,
}

/** For sound. */
export const microphones = {
  label: 'Microphones',
  heard: ({ heard, all }: { readonly heard: number; readonly all: number }) =>
    `${heard} of ${all} heard live`,
  hint: 'One tap: you hear it live. It does not count as seen.',
  never: 'not heard yet',
  ago: ({ ago }: Ago) => `✓ live ${ago}`,
  old: ({ ago }: Ago) => `old: live ${ago}`,
  undo: ({ name }: Name) => `${name}: take back`,
  takeBack: 'Take back',
}
