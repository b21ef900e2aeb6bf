// Texts of the notices, of what may be said of somebody, and of ringing their people.

import { counting } from '../plural.ts'

const counted = counting('en-GB')

type Named = { readonly name: string | null }
const somebody = ({ name }: Named): string => name ?? 'A member of our company'

/** What leaves the house: whole sentences, put together from what is permitted and nothing else. */
export const noticeText = {
  caredFor: (who: Named) => `${somebody(who)} is being cared for.`,
  died: (who: Named) => `${somebody(who)} has died.`,
  hospital: ({ hospital }: { readonly hospital: string }) => `They are at ${hospital}.`,
  more: 'We will tell you more when we may.',
  ask: ({ ask }: { readonly ask: string }) => `Questions go to ${ask}.`,
  privacy: {
    'they-asked': ({ ask }: { readonly ask: string }) =>
      `They have asked for privacy: please leave calls and posts to ${ask}, and send questions there.`,
    'their-people-asked': ({ ask }: { readonly ask: string }) =>
      `Their people have asked for privacy: please leave calls and posts to ${ask}, and send questions there.`,
    'not-all-told': ({ ask }: { readonly ask: string }) =>
      `Not everybody close to them has been told yet: please leave calls and posts to ${ask}, and send questions there.`,
  },
  covered: ({ what, by, from }: { readonly what: string; readonly by: string; readonly from: string }) =>
    `Cover in effect: ${what} is covered by ${by} from ${from}. The performer is unavailable.`,
  held: ({ clock }: { readonly clock: string }) => `Held. Next word at ${clock}.`,
  exit: ({ what }: { readonly what: string }) => `Exit blocked: ${what}.`,
  yours:
    'It is a request. It keeps nobody from speaking with their union, a doctor, a regulator, a lawyer, their family or the police.',
  usual: 'Some people feel nothing, some a lot; both are usual.',
  talk: ({ lines }: { readonly lines: string }) => `If you want to talk to somebody: ${lines}.`,
  line: ({ name, number }: { readonly name: string; readonly number: string }) => `${name} ${number}`,
}

export const notices = {
  title: 'Notices',
  back: 'Back',
  lead: 'What everybody here is told, in the same words.',
  none: 'There is no notice for you.',
  before: ({ many }: { readonly many: number }) =>
    counted(many, {
      one: '1 before these is not shown. What you have not read, and what is not closed, stands here first.',
      other: `${many} before these are not shown. What you have not read, and what is not closed, stands here first.`,
    }),
  failed: 'The house cannot be reached. What you typed stays here: try again.',
  notPaired: 'This device is not paired: ask stage management.',
  notHere: 'No notices are shown on this device. They are read on your own phone, or told in person.',
  notSafe:
    'What may be said of somebody is neither shown nor taken over this address: it is plain HTTP, and others in the network could read along. Open the house’s safe address (https).',
  kept: 'It is written down.',
  line: ({ count }: { readonly count: number }) =>
    count === 1 ? 'A notice for you: read it' : `${count} notices for you: read them`,
  at: ({ when }: { readonly when: string }) => `Notice of ${when}`,
  read: 'I have read it',
  wasRead: ({ when }: { readonly when: string }) => `You acknowledged it, ${when}`,
  wasTold: ({ by, when }: { readonly by: string; readonly when: string }) =>
    `${by} told you in person, ${when}`,
  reminder: 'A reminder: not acknowledged yet. Reading it, or being told in person, are alike.',
  takenBack: ({ when }: { readonly when: string }) =>
    `What this notice said is not permitted any more, since ${when}. If you have read or heard it: please leave it to them whom they tell. ${noticeText.yours}`,
  backNews: 'What a notice said was taken back',
  telling: {
    title: ({ told, all }: { readonly told: number; readonly all: number }) => `Told ${told} of ${all}`,
    rings: {
      1: 'Leadership and whoever runs the evening may read it.',
      2: 'The closest are told in person now; then everybody.',
      3: 'Everybody may read it.',
    },
    widen: { 1: 'Now the closest, in person', 2: 'Now everybody' },
    closestLeft: ({ names }: { readonly names: string }) => `Not told in person yet: ${names}.`,
    anyway: 'Who decides to go on before that',
    due: {
      closest: ({ names }: { readonly names: string }) => `Their day is over, and nobody told ${names}.`,
      all: ({ names }: { readonly names: string }) => `A day is over. Not acknowledged by ${names}.`,
      widen: 'A day is over, and not everybody may read it yet.',
    },
    by: 'Who told them in person',
    tell: ({ name }: { readonly name: string }) => `${name} was told`,
    byWhom: ({ name, by }: { readonly name: string; readonly by: string }) => `${name}, told by ${by}`,
    self: ({ name }: { readonly name: string }) => `${name}, read it`,
    told: 'Who was told',
  },
  lines: {
    title: 'Now',
    say: 'Say a line to those who need it',
    kind: 'Which line',
    kinds: {
      cover: 'A cover is in effect: director, producer, front of house',
      held: 'Held, and when the next word comes: front of house and chaperones too',
      exit: 'An exit is blocked: everybody on the deck',
    },
    track: 'Which track or part',
    by: 'Covered by',
    from: 'From which number',
    minutes: 'Next word in minutes',
    exit: 'Which exit',
    put: 'Say it',
    end: 'Take it back',
  },
  write: {
    title: 'Write a notice',
    about: 'About',
    nobody: 'Nobody in particular',
    template: 'Which words',
    templates: {
      general: 'Your own words, naming nobody',
      'cared-for': 'Somebody is being cared for',
      survivor: 'Somebody is being cared for: fixed words',
      death: 'Somebody has died: fixed words',
    },
    say: 'What is said, as far as it is permitted',
    words: 'What everybody is told',
    ask: 'Who answers questions',
    privacy: 'Ask for privacy',
    privacies: {
      none: 'No',
      'they-asked': 'Yes: they asked for it',
      'their-people-asked': 'Yes: their people asked for it',
      'not-all-told': 'Yes: not everybody close has been told',
    },
    closest: 'Who is told first, in person',
    preview: 'These words, the same to all',
    put: 'Send this notice',
  },
  matter: {
    start: 'A page about somebody',
    who: 'About whom',
    open: 'Open it',
    title: ({ name }: { readonly name: string }) => `About ${name}`,
    closed: 'This page is closed. Their people’s names and numbers are gone from it.',
    close: 'Close this page, and forget their people’s names and numbers',
    sure: 'Press again to close it',
    sayable: ({ audience, items }: { readonly audience: string; readonly items: string }) =>
      `${audience}: ${items}`,
    nothing: 'Nothing may be said of them.',
    unsettled: 'No notice goes before their people are reached.',
    isSettled: 'Their people are reached: a notice may go.',
  },
  own: {
    title: 'What may be said of you',
    why: 'Nothing is said of you without leave. Here stands who gave it, and what went out by it. You can take each back: from then on it is not used again.',
    closed: 'Nothing more is said of you from here; your people’s names and numbers are gone.',
    nothing: 'Nobody has given leave for anything: nothing is said of you.',
    takeBack: ({ item }: { readonly item: string }) => `Take this back: ${item}`,
    people: 'Who of yours may be told what',
    told: ({ name, may }: { readonly name: string; readonly may: string }) => `${name}: ${may}`,
    news: 'What may be said of you: something new',
  },
  items: {
    name: 'the name',
    'cared-for': 'that they are being cared for',
    hospital: 'the hospital',
    condition: 'how they are, in agreed words',
    update: 'what is new, in agreed words',
    died: 'that they have died',
  },
  audiences: { company: 'The company', house: 'The audience in the house', public: 'The public' },
  permission: {
    title: 'A permission',
    item: 'What may be said',
    audience: 'To whom',
    words: 'In these words',
    giver: 'Given by',
    givers: { themself: 'themself', proxy: 'whoever speaks for them' },
    from: 'Their name',
    how: 'How',
    ways: { 'face-to-face': 'face to face', 'by-telephone': 'by telephone', 'in-writing': 'in writing' },
    by: 'Who writes this down',
    put: 'Write the permission down',
    line: (said: {
      readonly item: string
      readonly audience: string
      readonly from: string
      readonly how: string
      readonly when: string
      readonly by: string
    }) =>
      `${said.audience}: ${said.item}. Given by ${said.from}, ${said.how}, ${said.when}; written down by ${said.by}.`,
    withdraw: 'It is taken back',
    withdrawn: ({ when }: { readonly when: string }) => `Taken back, ${when}. It is not used again.`,
    out: ({
      audience,
      channel,
      when,
    }: {
      readonly audience: string
      readonly channel: string
      readonly when: string
    }) => `Already out: ${channel}, to ${audience}, ${when}`,
  },
  people: {
    title: 'Ring their people, one after the other',
    next: ({ name, relation }: { readonly name: string; readonly relation: string }) =>
      relation === '' ? `Now ring ${name}` : `Now ring ${name}, ${relation}`,
    wait: ({ when }: { readonly when: string }) => `The next is rung again at ${when}.`,
    all: 'Everybody who may be told was reached.',
    noneYet: 'Nobody is written down yet.',
    may: {
      'please-call': 'Say only: please ring back. No reason, and none in a message.',
      'cared-for': 'Say that they are being cared for. Nothing else.',
      where: 'Say that they are being cared for, and where.',
      everything: 'They may be told everything that is known. Not known is said as not known.',
      nothing: 'DO NOT CONTACT: must not be told.',
    },
    mays: {
      'please-call': 'only: please call',
      'cared-for': 'that they are being cared for',
      where: 'and where they are',
      everything: 'everything',
      nothing: 'nothing: must not be told',
    },
    mustNot: ({ name }: { readonly name: string }) => `${name}: do not contact`,
    mustNotRing: 'Only whoever commands the incident rings them, with a reason.',
    reason: 'Why they are rung all the same',
    by: 'Who rings',
    again: 'Try again in minutes',
    outcomes: {
      reached: 'Reached',
      'no-answer': 'No answer',
      'message-without-content': 'Left a message, without content',
      'try-again-at': 'Try again later',
    },
    rung: ({ outcome, by, when }: { readonly outcome: string; readonly by: string; readonly when: string }) =>
      `${outcome}: ${by}, ${when}`,
    add: 'Somebody of theirs',
    name: 'Name',
    relation: 'What they are to them',
    phone: 'Number',
    told: 'What they may be told',
    put: 'Write them down',
    forgotten:
      'Kept only while they are rung: three days after the last call, or when this page is closed, they are gone.',
    settle: 'A notice may go without reaching them',
    settleBy: 'Who says so',
    settlings: {
      'they-said-so': 'They said so themself',
      'their-people-asked': 'Their people asked for it',
      'nobody-can-be-reached': 'Nobody can be reached',
    },
  },
  statement: {
    title: 'A statement',
    lead: 'Only what is permitted can be chosen. Nothing is sent from here: read it out, or copy it.',
    channel: 'How it goes out',
    channels: {
      'in-person': 'said in person',
      'by-mail': 'by mail',
      'to-the-press': 'to the press',
      'on-a-page': 'on a web page',
      announced: 'announced in the house',
      notice: 'a notice',
    },
    by: 'Who releases it',
    put: 'Release these words',
    line: ({
      audience,
      channel,
      by,
      when,
    }: {
      readonly audience: string
      readonly channel: string
      readonly by: string
      readonly when: string
    }) => `${audience}, ${channel}, released by ${by}, ${when}`,
  },
}
