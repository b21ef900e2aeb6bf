// What stands on the cards to print and around them.

export type CardKind = 'department' | 'room' | 'wing' | 'door' | 'place'

export const cardWords = {
  title: 'Cards to print',
  lead: 'A card with a code for each dressing room, wing and department. Whoever points a phone at it is let in to what hangs there anyway, and is signed in nowhere by it.',
  back: 'Back',
  print: 'Print',
  chooseHeading: 'Which cards',
  noPlaces:
    'The show has no places and no departments yet: add them to its file, and there is a card for each.',
  make: (count: number) => (count === 1 ? 'Make 1 card' : `Make ${count} cards`),
  making: (done: number, all: number) => `Making the cards: ${done} of ${all}…`,
  makeHint:
    'Making a card anew closes the link on the old one. Devices that came in by it stay until they are removed.',
  all: 'All',
  none: 'None',
  leadsTo: 'Code and address lead to',
  goodFor: 'Good for',
  hours: (count: number) => `${count} hours`,
  devices: 'Devices for each',
  upTo: (count: number) => `up to ${count}`,
  size: 'On a page',
  sizes: { one: 'one card', four: 'four cards' },
  paper: 'Paper',
  onlyHere:
    'Only this machine is let in, so no phone could use a card. Close Ghostlight and start it with --lan; the cards are made here then.',
  notYours: 'A stage manager makes the cards.',
  oldCards: (count: number) =>
    count === 1
      ? 'One card below is not good any more and does not print: make it again.'
      : `${count} cards below are not good any more and do not print: make them again.`,
  closed: 'Not good any more: its link was closed, is used up or has ended.',
  kinds: {
    department: 'Department',
    room: 'Room',
    wing: 'Wing',
    door: 'Stage door',
    place: 'Place',
  } satisfies Record<CardKind, string>,
  what: {
    department:
      'Point your phone’s camera at the code to see your department’s standbys and cues on it. Voice on cans is the cue; the screen mirrors it.',
    room: 'Point your phone’s camera at the code to see where the show is and when each number comes. It says nothing about anybody, and signs nobody in.',
    wing: 'Point your phone’s camera at the code to see where the show is, the calls and the time. It says nothing about anybody, and signs nobody in.',
    door: 'Point your phone’s camera at the code to see where the show is, the calls and the time. It signs nobody in: do that on the sheet or the tablet here.',
    place:
      'Point your phone’s camera at the code to see where the show is, the calls and the time. It says nothing about anybody, and signs nobody in.',
  } satisfies Record<CardKind, string>,
  typed: (address: string) => `No camera? Type ${address} and ask the stage manager for six letters.`,
  orNumber: (address: string) => `If that is not found: ${address}`,
  without: 'Nobody needs a phone: the wing tablet, the callboard and the paper say the same.',
  until: (clock: string, day: string) => `Good until ${clock}, ${day}. In the theatre’s own Wi-Fi only.`,
  codeFor: (name: string) => `Code for ${name}`,
}
