// Texts of being found on the network: where the house is reached, and the cards to print.

import { counting } from '../plural.ts'

const count = counting('en-GB')

export const letIn = {
  press: 'Let phones in',
  hint: 'Only what has a link or a code comes in. Every screen closes for a moment and comes back by itself; phones are let in from then on.',
  opening: 'Phones are let in. This screen comes back by itself.',
  unreached: 'Ghostlight is not heard. Try again when this screen is live.',
}

export const reach = {
  onlyHere: 'Only this machine is let in.',
  noNetwork: 'This machine is in no network: nobody else can come in.',
  reached: ({ addresses }: { readonly addresses: string }) => `Reached at ${addresses}`,
  came: ({ clock }: { readonly clock: string }) => `This machine came into a network at ${clock}.`,
  moved: ({ clock, before }: { readonly clock: string; readonly before: string }) =>
    `This machine’s address changed at ${clock}. It was ${before}.`,
  byName: ({ name }: { readonly name: string }) =>
    `Screens that find ${name} come back by themselves within seconds. For one that stays silent, open its line and make it a new link: one scan.`,
  byNumber:
    'No name is announced here. For a screen that stays silent, open its line and make it a new link: one scan.',
  lost: 'It is in no network now. Screens go on showing what they had, and say how old it is.',
  scan: 'To open this address on a device, point its camera here.',
  seen: 'Seen',
  typeAt: ({ address }: { readonly address: string }) => `No camera? At ${address} type`,
  goodUntil: ({ clock }: { readonly clock: string }) => `(good until ${clock})`,
  letters: 'Letters to type',
  cards: 'Cards to print',
  check: 'Check my network',
  copy: 'Take a copy of the record',
  again: 'Make it a new link',
  againHint: 'Open it on that device. It becomes a new line here: remove this one then.',
}

export const cards = {
  title: 'Cards to print',
  lead: 'A card with a code for each dressing room, wing and department. Whoever points a phone at it is let in to what hangs there anyway, and is signed in nowhere by it.',
  back: 'Back',
  print: 'Print',
  which: 'Which cards',
  nothing: 'The show names no rooms and no departments yet. Once it does, there is a card for each.',
  add: 'Add rooms under “Title and house”, departments under “Departments”',
  make: (cards: number) => count(cards, { one: `Make ${cards} card`, other: `Make ${cards} cards` }),
  making: ({ done, all }: { readonly done: number; readonly all: number }) =>
    `Making the cards: ${done} of ${all}…`,
  makeHint:
    'Making a card anew closes the link on the old one. Devices that came in by it stay until they are removed.',
  all: 'All',
  none: 'None',
  leadsTo: 'Code and address lead to',
  goodFor: 'Good for',
  weeks: (weeks: number) => count(weeks, { one: 'a week', other: `${weeks} weeks` }),
  renew: 'Renew all that hang, for another week',
  renewed: 'Renewed: the cards that hang are good for another week.',
  renewHint:
    'A card that hangs stays as it is. A department’s card answers standbys, so it is good for a week at most. Close one at the desk under Screens, and whoever still has its code stays outside.',
  hours: (hours: number) => count(hours, { one: `${hours} hour`, other: `${hours} hours` }),
  devices: 'Devices for each',
  upTo: (devices: number) => `up to ${devices}`,
  size: 'On a page',
  sizes: { one: 'one card', four: 'four cards' },
  paper: 'Paper',
  onlyHere: 'Only this machine is let in, so no phone could use a card yet.',
  notYours: 'A stage manager makes the cards.',
  dead: (cards: number) =>
    count(cards, {
      one: `${cards} card below is not good any more and does not print: make it again.`,
      other: `${cards} cards below are not good any more and do not print: make them again.`,
    }),
  closed: 'Not good any more: its link was closed, is used up or has ended.',
  kinds: {
    department: 'Department',
    room: 'Room',
    wing: 'Wing',
    door: 'Stage door',
    place: 'Place',
  },
  what: {
    department:
      'Point your phone’s camera at the code to see your department’s standbys and cues on it. Voice on cans is the cue; the screen mirrors it.',
    room: 'Point your phone’s camera at the code to see where the show is and when each number comes. It says nothing about anybody, and signs nobody in.',
    wing: 'Point your phone’s camera at the code to see where the show is, the calls and the time. It says nothing about anybody, and signs nobody in.',
    door: 'Point your phone’s camera at the code to see where the show is, the calls and the time. It signs nobody in: do that on the sheet or the tablet here.',
    place:
      'Point your phone’s camera at the code to see where the show is, the calls and the time. It says nothing about anybody, and signs nobody in.',
  },
  typed: ({ address }: { readonly address: string }) =>
    `No camera? Type ${address} and ask the stage manager for six letters.`,
  orNumber: ({ address }: { readonly address: string }) => `If that is not found: ${address}`,
  without: 'Nobody needs a phone: the wing tablet, the callboard and the paper say the same.',
  until: ({ clock, day }: { readonly clock: string; readonly day: string }) =>
    `Good until ${clock}, ${day}. In the theatre’s own Wi-Fi only.`,
  codeFor: ({ name }: { readonly name: string }) => `Code for ${name}`,
}
