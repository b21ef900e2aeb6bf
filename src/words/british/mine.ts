// Texts of signing in as oneself: on a screen that others use, and letters given for it.

import { counting } from '../plural.ts'

const count = counting('en-GB')

type Who = { readonly name: string }

export const mine = {
  title: 'Sign in as yourself',
  looking: 'Looking who is signed in here…',
  unreachable: 'The house cannot be reached just now. This screen goes on as it is.',
  shared:
    'This screen is for everybody. Sign in for your own pages, and sign out when you go. Nobody needs that to raise an incident, to count or to take a roll call.',
  phoneFor: 'Sign in on your own phone: it becomes yours.',
  letters: 'The six letters that the company manager gave you',
  here: 'Sign in here for a while',
  phone: 'This is my own phone',
  back: 'Back to this screen',
  signedIn: ({ name }: Who) => `${name} is signed in here`,
  out: 'Sign out',
  outCode:
    'The code of your sealed note lies on this phone, and is taken off it when you sign out. Write it down first, on the page of your note: without it nobody opens the note again, save your keepers.',
  outAnyway: 'I have my code: sign out',
  locks: (minutes: number) =>
    count(minutes, {
      one: 'Ends untouched after a minute',
      other: `Ends untouched after ${minutes} minutes`,
    }),
  own: ({ name }: Who) => `This device is ${name}.`,
  paired: 'It was paired by stage management, who can remove it.',
  passkey: 'Sign in with a passkey',
  passkeyOwn: 'With a passkey: this is my own phone',
  make: 'Make a passkey on this device',
  made: 'Made. Next time you sign in with it alone.',
  drop: 'Take my passkeys back',
  dropped: 'Taken back: no passkey of yours signs in here any more.',
  lettersMade: 'Letters made for you to sign in with',
  lettersWhy:
    'Whoever has them is you here, once, for a quarter of an hour. If you did not ask for them, ask whoever made them, or stage management.',
  lettersLine: ({ when, by }: { readonly when: string; readonly by: string }) => `${when}, by ${by}`,
  lettersNews: ({ when, by }: { readonly when: string; readonly by: string }) =>
    `Letters to sign in as you were made: ${when}, by ${by}`,
  way: 'My own page',
  guestOnly:
    'Notices, somebody to talk to and what you leave for responders are on your own phone: they keep nothing here.',
  ways: 'What there is for you',
  wayTo: {
    notices: 'Notices, and what may be said of you',
    care: 'Somebody to talk to',
    'my-note': 'For responders, if you want to',
    'accident-book': 'Accident book, and near misses',
    sealed: 'Sealed notes: what they left for responders',
    'door-codes': 'Letters to sign in with, and codes for the stage door',
    'sign-in': 'Sign-in sheet',
    plan: 'Who plays what',
    'stage-map': 'Where everybody was last seen (they are told that you looked)',
    files: 'Files and record',
  },
  notDone: 'Nothing was done: the device did not say who you are.',
}

/** Where they are given. */
export const letters = {
  title: 'Letters to sign in with',
  lead: 'Six letters that somebody types on their own phone, or on a screen that others use, within a quarter of an hour. They work once. Show them to nobody else: whoever has them is that person here.',
  for: 'Letters for',
  choose: 'choose a name',
  as: 'who signs in as',
  own: 'what the show engages them as',
  give: 'Make letters',
  made: ({ name, letters: six, until }: Who & { readonly letters: string; readonly until: string }) =>
    `${name}: ${six} until ${until}, once.`,
  gone: 'Made. They were in an answer that did not arrive: make new ones.',
}
