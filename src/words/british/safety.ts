// Texts of what a building has for when somebody is hurt or everybody leaves, and of the list of what it still lacks.

export const safety = {
  title: 'What this building has',
  why: 'Assembly points stand on the roll call, the rest on the incident card. A first-aider whose certificate has run out is named on neither.',
  route: 'Way of a crew from its door to the stage and below it',
  hospital: 'Hospital they are usually taken to',
  trainer: 'First-aid trainer who has signed for the packs on the card',
  trainerOn: 'Signed on',
  lists: {
    points: 'Assembly points',
    aeds: 'AEDs',
    kits: 'First aid kits',
    aiders: 'First-aiders',
    phones: 'Telephones that reach outside',
  },
  add: {
    points: 'Add an assembly point',
    aeds: 'Add an AED',
    kits: 'Add a first aid kit',
    aiders: 'Add a first-aider',
    phones: 'Add a telephone',
  },
  fields: {
    place: 'Where',
    code: 'Code of its cabinet',
    checked: 'Last checked',
    until: 'In date until',
    name: 'Name',
    near: 'Nearest to (codes: SL1, DR4)',
  },
  row: ({
    list,
    number,
    field,
  }: {
    readonly list: string
    readonly number: number
    readonly field: string
  }) => `${list} ${number}: ${field}`,
  save: 'Keep what the building has',
  saved: 'Kept.',
  checks: {
    title: 'Before the first performance',
    well: 'All of it is said and in date.',
    left: ({ count }: { readonly count: number }) =>
      count === 1 ? '1 thing is not said or out of date.' : `${count} things are not said or out of date.`,
    states: { well: 'done', unsaid: 'NOT SAID', old: 'OUT OF DATE', soon: 'soon out of date' },
    names: {
      address: 'Address of the building',
      number: 'Emergency number, confirmed by name within a year',
      'number-known': 'The number is one that rings for help in this country',
      'outside-line': 'How it is dialled from a house telephone, or which telephones work',
      entrance: 'Entrance for an ambulance crew',
      route: 'Way of a crew from there to the stage',
      'dead-spots': 'Where no mobile works',
      aed: 'An AED',
      'aed-checked': 'AEDs checked within a month',
      'aed-until': 'Pads and batteries in date',
      kit: 'A first aid kit',
      'kit-checked': 'Kits checked within a quarter',
      aiders: 'A first-aider with a certificate in date',
      'aiders-until': 'Certificates',
      points: 'An assembly point',
      hospital: 'Hospital',
      keys: 'Who has the keys',
      approved: 'Card approved by a first-aid lead within a year',
      packs: 'First-aid packs signed for by a trainer within a year, as they read now',
    },
  },
  card: {
    route: 'Way in',
    aiders: 'First-aiders',
    points: 'Assembly points',
    hospital: 'Hospital',
    until: ({ day }: { readonly day: string }) => `pads and battery until ${day}`,
    outOfDate: ({ day }: { readonly day: string }) => `PADS OR BATTERY OUT OF DATE since ${day}`,
  },
}
