// Texts of codes of one's own for the stage door: given on the sign-in sheet's page, typed at the tablet.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Who = { readonly name: string }

export const doorCodes = {
  title: 'Codes for the stage door',
  lead: 'With a code of their own nobody is signed in at the stage door by somebody else. Four digits for each person, typed after their name.',
  back: 'Sign-in sheet',
  notYours: 'Stage management and the company manager give codes. One’s own is on one’s own phone.',
  noNames:
    'No names are in the show yet. They are added where the show is set up; then codes are given here.',
  none: 'Nobody has a code yet: at the stage door everybody signs by their name alone, as before.',
  have: ({ have, all }: { readonly have: number; readonly all: number }) =>
    have === all
      ? `All ${all} have a code. Whoever has forgotten theirs is given a new one.`
      : count(have, {
          one: `1 of ${all} has a code. Whoever has none signs by their name alone.`,
          other: `${have} of ${all} have a code. Whoever has none signs by their name alone.`,
        }),
  giveAll: (left: number) =>
    count(left, {
      one: 'Give a code to the 1 who has none',
      other: `Give codes to the ${left} who have none`,
    }),
  for: 'A new code for',
  choose: 'choose a name',
  give: 'Give a new code',
  once: 'These stand here once: print them or hand them over before this page is closed. What is kept cannot be read back.',
  gone: 'Given. The digits were in an answer that did not arrive: give new ones.',
  print: 'Print the cards',
  kind: ({ title }: { readonly title: string }) => `Stage door · ${title}`,
  codeFor: ({ name }: Who) => `Code for ${name}`,
  use: 'At the stage door: touch your name and type these four digits, or hold the card under the scanner. Sign nobody else in. Forgotten? Touch “Help me sign in”.',
}

/** At the tablet. */
export const doorPad = {
  title: ({ name }: Who) => `${name}: type your four digits`,
  typed: ({ typed }: { readonly typed: number }) =>
    count(typed, { one: '1 digit typed', other: `${typed} digits typed` }),
  keys: 'Digits',
  rub: 'Rub out',
  notMe: 'That is not me',
  help: 'Help me sign in',
  helped: ({ name }: Who) =>
    `${name}: stage management has been told that you are at the stage door. They sign you in.`,
  noCodes:
    'Nobody has a code of their own yet. Stage management gives them: on the sign-in sheet, “Codes for the stage door”.',
  scan: 'Or hold your card under the scanner.',
}

/** On the sheet: who waits. */
export const doorHelp = {
  title: 'At the stage door',
  asks: ({ name, clock }: Who & { readonly clock: string }) =>
    `${name} asks to be signed in, since ${clock}. Go and see them, then sign them in below.`,
  helped: 'Seen to',
  helpedOf: ({ name }: Who) => `${name}: seen to`,
}

/** On one's own phone. */
export const ownCode = {
  ask: 'My code for the stage door',
  again: 'A new code',
  is: ({ code }: { readonly code: string }) =>
    `Your code is ${code}. It stands here once; the one before is no good any more.`,
}
