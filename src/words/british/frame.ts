// Texts that every screen shares: how fresh it is, light and type, times, where the show is.

import { counting, listing } from '../plural.ts'
import { which } from './kinds.ts'

const count = counting('en-GB')

/** Shape, colour and word: the signs of calling. */
export const signs = {
  standby: 'STANDBY',
  go: 'GO',
  hold: 'HOLD',
}

export const frame = {
  nothingOpen: 'No performance is open.',
  waiting: 'Waiting for the show…',
  looking: 'Looking for the show…',
  reload: 'Reload',
  asOf: ({ clock }: { readonly clock: string }) => `The house is not reached. This is as of ${clock}.`,
  spoilt: 'What the house answered did not arrive whole. Ask again.',
  notDrawn:
    'This page was told something that it cannot show. The show and every other screen go on; what you pressed before is not lost.',
  drawAnew: 'Show it again',
  beginAnew: 'Open this page anew',
  live: 'live',
  enterSays: 'Enter: this one',
  notWatching: 'live, not watching',
  notConnected: 'not connected',
  old: ({ age }: { readonly age: string }) => `${age} old`,
  thisIs: 'This is',
  act: ({ act }: { readonly act: number }) => `Act ${act}`,
  performance: ({ number }: { readonly number: number }) => which(number),
}

/** What became of a press that did not reach the server. */
export const link = {
  notSent: ({ why }: { readonly why: string }) => `Not sent: ${why}`,
  /** `most`: how many may wait at once. */
  waitingMost: ({ most }: { readonly most: number }) => `${most} presses are waiting already.`,
  notConnected: 'this device is not connected.',
  noConnection: 'there was no connection for a minute.',
  tooLate: 'that was pressed a while ago, before this device could say it.',
  noAnswer: 'no answer came. It is not sent again; look where the desk stands.',
  otherPerformance: 'it was pressed in another performance.',
}

export const display = {
  summary: 'Light and type',
  theme: 'Theme',
  themes: { dim: 'dim', red: 'red', blue: 'blue', light: 'light' },
  type: 'Type',
  sizes: { small: 'small', middle: 'middle', large: 'large' },
  standbyIs: 'Standby is',
  cueLights: { amber: 'amber', red: 'red' },
  brightness: 'Brightness',
  words: 'Words',
  wordsOf: { show: 'the show’s', 'en-GB': 'British', 'en-US': 'American', pseudo: 'for tests' },
}

export const times = {
  now: 'now',
  /** Of a call whose minute has gone by and that nobody has given. */
  notCalled: 'not called yet',
  /** `left` counts down: "0:48". */
  in: ({ left }: { readonly left: string }) => `in ${left}`,
  at: ({ clock }: { readonly clock: string }) => `at ${clock}`,
  atAndLeft: ({ clock, left }: { readonly clock: string; readonly left: string }) =>
    `at ${clock}, in ${left}`,
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number) => `${hours} h`,
  days: (days: number) => `${days} days`,
  list: listing('en-GB'),
  several: ({ thing, many }: { readonly thing: string; readonly many: number }) => `${thing} (${many})`,
  either: listing('en-GB', 'disjunction'),
}

export const where = {
  label: 'Where the show is',
  curtainUp: ({ when }: { readonly when: string }) => `Curtain up ${when}`,
  actAndItem: ({ act, item }: { readonly act: number; readonly item: string }) => `Act ${act} · ${item}`,
  actAndOver: ({ act, over }: { readonly act: number; readonly over: string }) => `Act ${act} · ${over}`,
  actIsDown: ({ act }: { readonly act: number }) => `act ${act} down`,
  interval: ({ act, when }: { readonly act: number; readonly when: string }) =>
    `Interval · act ${act} ${when}`,
  cameDown: ({ clock }: { readonly clock: string }) => `The show came down at ${clock}`,
  closed: 'This performance is closed',
  held: 'times wait until the show resumes',
  heldShort: 'times wait',
  nextCall: ({ call, when }: { readonly call: string; readonly when: string }) =>
    `Next call: ${call}, ${when}`,
}

export const vamps = {
  vamp: 'vamp',
  safety: 'safety',
  vampAt: ({ bar }: { readonly bar: string }) => `vamp at bar ${bar}`,
  safetyAt: ({ bar }: { readonly bar: string }) => `safety at bar ${bar}`,
  upTo: ({ length, out }: { readonly length: string; readonly out: string }) =>
    `up to ${length}: out on ${out}`,
  longer: ({ gone }: { readonly gone: string }) => `${gone}, longer than it may`,
}

/** How many, where a number alone would not say of what. */
export const counts = {
  screens: (screens: number) => count(screens, { one: '1 screen', other: `${screens} screens` }),
}
