// Texts of front of house: on its own screen, and in one line at the desk.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Act = { readonly act: number }
type Clock = { readonly clock: string }

const people = (number: number) => count(number, { one: '1 person', other: `${number} people` })
const latecomers = (number: number) => count(number, { one: '1 latecomer', other: `${number} latecomers` })

export const house = {
  title: 'Front of house',
  none: 'This screen is for front of house. Ask the stage manager for a link.',
  clearance: 'Clearance',
  giveClearance: ({ act }: Act) => `Front of house clearance, act ${act}`,
  given: ({ act, clock }: Act & Clock) => `Clearance given for act ${act} at ${clock}`,
  notGiven: ({ act }: Act) => `Clearance not given yet for act ${act}`,
  actIsUp: 'The act is up. Clearance is asked for again before the next.',
  noMoreActs: 'No act is left tonight.',
  takeClearanceBack: 'Take clearance back',
  takeBack: 'Take back',
  doors: 'The house',
  open: 'House is open',
  openSince: ({ clock }: Clock) => `Open since ${clock}`,
  shut: 'Not open yet',
  shutAgain: 'Not open after all',
  back: 'House is back',
  backSince: ({ clock }: Clock) => `House back at ${clock}`,
  notBack: 'The house is not back yet',
  bellAt: ({ clock }: Clock) => `due ${clock}`,
  bellGiven: ({ clock }: Clock) => `given ${clock}`,
  audience: 'In the house',
  inHouse: ({ number, clock }: { readonly number: number } & Clock) => `${people(number)} in, said ${clock}`,
  notCounted: 'No count yet',
  countLabel: 'How many are in',
  sayCount: 'Tell the desk',
  late: 'Latecomers',
  waiting: ({ number, clock }: { readonly number: number } & Clock) =>
    `${latecomers(number)} waiting since ${clock}`,
  nobodyWaits: 'No latecomers wait',
  letInSoFar: ({ number }: { readonly number: number }) => `${number} let in so far`,
  fewer: '−1, one fewer',
  more: '+1, one more',
  letIn: 'Let them in',
  desk: 'The desk',
  speak: 'Please speak to me',
  speakWhy: 'About what, if you like',
  wait: 'Ask the desk to wait',
  minutes: 'How many minutes',
  minutesOf: ({ minutes }: { readonly minutes: number }) => `${minutes} min`,
  why: 'Why, in a few words',
  askWait: ({ minutes }: { readonly minutes: number }) => `Ask to wait ${minutes} min`,
  waitOnlyBefore: 'No act is about to go up, so none can wait.',
  asked: {
    waiting: ({ what, clock }: { readonly what: string } & Clock) => `Asked ${clock}: ${what}. No answer yet`,
    yes: ({ what, clock }: { readonly what: string } & Clock) => `${what}: the desk says yes, ${clock}`,
    no: ({ what, clock }: { readonly what: string } & Clock) => `${what}: the desk says not now, ${clock}`,
    speakYes: ({ clock }: Clock) => `The desk will speak to you, ${clock}`,
    back: ({ what, clock }: { readonly what: string } & Clock) => `Taken back ${clock}: ${what}`,
  },
  hold: ({ act, minutes, why }: Act & { readonly minutes: number; readonly why: string }) =>
    `act ${act} waits ${minutes} min, ${why}`,
  speakAbout: ({ why }: { readonly why: string }) => `please speak to me, ${why}`,
  speakShort: 'please speak to me',
  sending: 'sending…',
  failed: ({ sentence }: { readonly sentence: string }) => `Not done: ${sentence}`,
}

/** At the desk: the house in one line, what it asks in the next. */
export const houseAtDesk = {
  label: 'Front of house',
  silent: 'No word yet on doors or count',
  open: ({ clock }: Clock) => `open ${clock}`,
  notOpen: 'not open',
  inHouse: ({ number }: { readonly number: number }) => `${number} in`,
  waiting: ({ number }: { readonly number: number }) =>
    count(number, { one: '1 latecomer waits', other: `${number} latecomers wait` }),
  back: 'house back',
  line: ({ parts }: { readonly parts: string }) => `House: ${parts}`,
  nothingAsked: 'The house asks nothing',
  asksWait: ({ act, minutes, why }: Act & { readonly minutes: number; readonly why: string }) =>
    `House asks: act ${act} wait ${minutes} min, ${why}`,
  asksWord: 'House asks: please speak to me',
  asksWordAbout: ({ why }: { readonly why: string }) => `House asks: please speak to me, ${why}`,
  agree: ({ minutes }: { readonly minutes: number }) => `Yes, +${minutes} min`,
  willSpeak: 'Will do',
  notNow: 'Not now',
}

/** In the report. */
export const houseReport = {
  title: 'House',
  at: 'At',
  what: 'What',
  opened: 'House open',
  inHouse: ({ number }: { readonly number: number }) => `${people(number)} in`,
  clearance: ({ act }: Act) => `Clearance, act ${act}`,
  back: ({ act }: Act) => `House back for act ${act}`,
  bell: ({ words, act }: Act & { readonly words: string }) => `${words}, act ${act}`,
  letIn: ({ number }: { readonly number: number }) => `${latecomers(number)} let in`,
  stillWaiting: ({ number }: { readonly number: number }) =>
    `${latecomers(number)} not let in, as far as was said`,
  hold: ({ act, minutes, why }: Act & { readonly minutes: number; readonly why: string }) =>
    `Asked that act ${act} wait ${minutes} min: ${why}`,
  erased: 'erased',
  yes: 'yes',
  no: 'not now',
  noAnswer: 'no answer',
  answered: ({ asked, answer }: { readonly asked: string; readonly answer: string }) =>
    `${asked}. The desk: ${answer}`,
}
