// Texts of sealed notes: one’s own page, the page of whoever may open one, and what is told of it.

import { counting as countingIn } from '../plural.ts'

const count = countingIn('en-GB')
const counting = (more: number) =>
  count(more, { one: 'And once before that.', other: `And ${more} times before that.` })

export const myNote = {
  title: 'For responders',
  link: 'For responders, if you want to',
  stillNews: 'For responders: look whether it is still right',
  news: 'Somebody opened what you left, or asked for it',
  newsNothing: 'Somebody asked for a note of yours; there was none on this phone',
  back: 'Back to my page',
  backAnyway: 'Leave without keeping it',
  notKept:
    'Nothing of what you changed is kept yet: press “Seal and keep” below. Or press again to leave without it.',
  looking: 'Looking for your page…',
  only: 'Only if you want to. Nobody is asked for this, nobody can see whether you did it, and nothing at work depends on it.',
  how: 'What you write is sealed on this phone before it leaves. If somebody is down and it is you, a first-aider on duty or whoever is in command can open it with one press. You are told each time, always.',
  phoneToo:
    'Fill in your phone’s own emergency information as well: that opens on its lock screen, anywhere.',
  notSafe:
    'On this address others in the network could read along (it is plain HTTP). So nothing of yours is shown or taken here. Open the house’s safe address first: it begins with https.',
  trust: 'How to open the safe address',
  begin: 'Leave a note',
  beginHint: 'If you left one before, on another phone, this replaces it.',
  haveCode: 'I have a code',
  code: 'Your code',
  codeOpen: 'Open with this code',
  codeWrong: 'Nothing opens with this code. Look at each letter again, or leave a new note.',
  lost: 'I have no code any more, and it shall go',
  lostHint:
    'Whatever you left on another phone is deleted, unread. You need no code for that, and it says the same whether there was anything or not.',
  codeIs: 'Your code. Write it down and keep it where only you look:',
  codeWhy:
    'On this phone you do not need it. On another phone nothing else opens your note: if you lose phone and code, you write a new one.',
  parts: 'What they should know',
  fields: {
    allergies: 'Allergies',
    medication: 'Medication',
    conditions: 'Conditions a responder should know of',
    implants: 'Implants and devices',
    pregnancy: 'Pregnancy',
    communication: 'Languages, hearing, how to talk with me',
    wishes: 'Please do, please do not',
    called: 'What to call me, and my pronouns',
    birth: 'Date of birth, or age',
    'contact-1': 'First to ring',
    'contact-2': 'Second to ring',
    'contact-3': 'Third to ring',
    decides: 'Who decides if I cannot, and by what authority',
    'not-told': 'Who must not be told',
  },
  empty: 'nothing',
  audience: 'Who may read this',
  audiences: {
    responders: 'Responders in an incident',
    crew: 'The ambulance crew only',
    nobody: 'My keepers and I only',
  },
  audienceShort: { responders: 'responders', crew: 'ambulance crew', nobody: 'keepers and I' },
  contact: {
    name: 'Name',
    relation: 'Who they are to me',
    telephone: 'Telephone, with +44 or the like',
    languages: 'Languages they speak',
    told: 'What they may be told',
  },
  tellings: {
    'please-call': 'Only: please call',
    'cared-for': 'That I am being cared for',
    'where-i-am': 'Where I am',
    everything: 'Everything',
  },
  keepers: 'My keepers',
  keepersHint:
    'Two or three people you choose. Any two of them together can open it outside an incident; one alone never. They are told each time it is opened, and nobody else learns that you chose them. If you cannot read that yourself for more than a day, they are asked to tell whoever you wrote down as deciding for you. Whoever has opened this page on their own phone can be chosen.',
  keeperTold: 'Opened: notes that you keep for others',
  keeperWhy:
    'You are told because they chose you. Nobody else knows that they did, and nobody can keep this from you.',
  keeperNews: 'A note that you keep for somebody was opened',
  keeperOpened: ({ name, clock }: { readonly name: string; readonly clock: string }) =>
    `${clock} · what ${name} left`,
  keeperHow: ({ by, how }: { readonly by: string; readonly how: string }) => `${by} ${how}`,
  keeperMore: (count: number) => counting(count),
  keeperProxy: ({ name }: { readonly name: string }) =>
    `If ${name} cannot read this for themself for more than a day: open the note together with another keeper, and tell whoever decides for ${name}, if somebody is written down there.`,
  keepersNobody: 'Nobody else has opened this page yet.',
  keepersOne: 'One keeper alone keeps nothing: choose a second.',
  save: 'Seal and keep',
  saving: 'Sealing…',
  saved: 'Sealed and kept.',
  unsaved: 'Changed, and not yet kept.',
  tooLong: ({ field }: { readonly field: string }) => `${field}: not more than 500 letters.`,
  still: 'Half a year has passed, or this show has begun since. Is all of it still right?',
  stillYes: 'It is still right',
  duty: 'Who can open it if you are down',
  dutyNobody:
    'Nobody on duty has come in yet. Once they have, what you wrote is sealed to their devices as soon as your own screen is open.',
  dutyHint: 'On these devices, while you are signed in, and only in an incident that names you.',
  standings: { 'first-aider': 'first-aider', commander: 'may take command' },
  told: 'Who opened it, or asked',
  toldNobody: 'Nobody has.',
  toldBefore: ({ many }: { readonly many: number }) =>
    count(many, { one: '1 more before these.', other: `${many} more before these.` }),
  by: ({ by, clock }: { readonly by: string; readonly clock: string }) => `${clock} · ${by}`,
  ways: {
    'one-hold': 'opened it in an incident',
    'two-keepers': 'opened it, as one of two who asked together',
    asked: 'asked for it, and was not given it',
  },
  nothingThere:
    'asked for a note of yours. This phone knows of none at that time: unless you left one from another phone, or signed out here since, there was nothing to read',
  flags: {
    'no-right': 'without the right to',
    'stood-down-soon': 'in an incident that was stood down within five minutes',
    'by-who-raised-it': 'in an incident that nobody else wrote in',
  },
  offline: 'while the house could not be reached',
  looked: 'somebody else is looking into it',
  download: 'Download my note',
  remove: 'Delete my note',
  removeAgain: 'Delete it now',
  removeWhat: 'All of it goes, here and at the house. Nobody can bring it back; you can write a new one.',
  removed:
    'Deleted here and at the house. The devices of those on duty forget it when they are next in touch, at the latest twelve hours from now. Copies of the house’s record never had it.',
  keeping: 'Somebody chose me as a keeper',
  keepingHint: 'Both of you ask, each on your own phone, within 15 minutes. They are told that you asked.',
  person: 'Their name',
  ask: 'Ask to open it',
  waiting: 'Asked. It opens here when the second keeper asks on their phone.',
  notOpened: 'Nothing can be opened here with your two parts.',
  close: 'Close it',
  unreached: 'The house cannot be reached.',
} as const

export const sealedNotes = {
  title: 'Sealed notes',
  link: 'Sealed notes: what they left for responders',
  looking: 'Looking for what lies ready on this device…',
  what: 'What people left for responders, if they did. It opens in an incident that names them. Whoever it is about is told each time.',
  none: 'Nothing lies ready on this device. It comes when somebody is signed in and this page is opened in touch with the house.',
  ready: ({ until }: { readonly until: string }) =>
    `Ready without the house until ${until}, for whoever is signed in.`,
  incident: 'The incident',
  noIncident: 'No incident is open on this device. Raise one first: without one nothing opens.',
  raise: 'Raise an incident',
  inIncident: ({ clock, place }: { readonly clock: string; readonly place: string }) =>
    place === '' ? `Raised ${clock}` : `Raised ${clock}, ${place}`,
  who: 'Who is it?',
  command: 'I take command',
  commandHint: 'A first-aider on duty or the commander opens it. You are neither yet.',
  open: ({ name }: { readonly name: string }) => `Open what ${name} left (they will be told)`,
  openHint: 'Press for one second, or tap three times.',
  opening: 'Opening…',
  nothing: ({ name }: { readonly name: string }) =>
    `Nothing opens here for ${name}: nothing was left, or not for this device. Ask them, and look at the emergency information of their phone.`,
  confirmed: ({ day }: { readonly day: string }) => `as of ${day}`,
  crew: 'Show what is for the ambulance crew only',
  crewIs: 'For the ambulance crew only',
  openedBy: ({ by, clock }: { readonly by: string; readonly clock: string }) => `Opened by ${by}, ${clock}`,
  openedAt: ({ clock }: { readonly clock: string }) => `Opened here at ${clock}`,
  again: 'Show it again',
  closes: ({ clock }: { readonly clock: string }) => `Closes by itself at ${clock}.`,
  close: 'Close it',
  waiting: 'Opened without the house: it is told as soon as the house can be reached.',
  reviews: 'Somebody should look at this',
  reviewNews: 'An opening of a sealed note to look at',
  review: ({ by, clock }: { readonly by: string; readonly clock: string }) =>
    `${clock} · ${by} opened a sealed note`,
  look: 'I have looked into it',
} as const
