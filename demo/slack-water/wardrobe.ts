// Costumes, changes, radio mics, props, hand-offs and presets of Slack Water.

import type { Production } from '../kit/notation.ts'

const costume = (id: string, name: string, role: string) => ({ id, name, role })

export const costumes: Production['costumes'] = [
  costume('tam-work', 'Ink dress and apron', 'tamsin'),
  costume('tam-coat', 'Outdoor coat over best dress', 'tamsin'),
  costume('tam-best', 'Best dress', 'tamsin'),
  costume('tam-climb', 'Breeches, jersey, harness under', 'tamsin'),
  costume('ezr-coat', 'Frock coat', 'ezra'),
  costume('ezr-over', 'Overcoat and muffler', 'ezra'),
  costume('may-chain', 'Walking dress and chain', 'mayor'),
  costume('may-robe', 'Robe, chain, hat', 'mayor'),
  costume('may-night', 'Nightgown, half the curlers', 'mayor'),
  costume('may-fur', 'Fur over anything', 'mayor'),
  costume('moo-crescent', 'Silver, harness under', 'moon'),
  costume('idr-slops', 'Slops and sea boots', 'idris'),
  costume('idr-dark', 'Dark jersey, harness under', 'idris'),
  costume('low-day', 'Day dress', 'lowen'),
  costume('low-gown', 'Wedding dress, half pinned', 'lowen'),
  costume('low-petticoat', 'Petticoat and one shoe', 'lowen'),
  costume('low-cloak', 'Wedding dress and cloak', 'lowen'),
  costume('jor-whites', "Baker's whites", 'jory'),
  costume('jor-shirt', 'Wedding suit, one sleeve', 'jory'),
  costume('jor-suit', 'Wedding suit', 'jory'),
  ...['apron', 'robe', 'night', 'shawl'].map((name) =>
    costume(`e1-${name}`, `Carraway: ${name}`, 'carraway'),
  ),
  ...['black', 'gown', 'night', 'muffler'].map((name) =>
    costume(`e2-${name}`, `Trimmer: ${name}`, 'trimmer'),
  ),
  ...['suit', 'ulster'].map((name) => costume(`e3-${name}`, `Sleeper: ${name}`, 'sleeper')),
  ...['crier', 'beadle', 'night'].map((name) => costume(`e4-${name}`, `Crier: ${name}`, 'crier')),
  costume('e4-trigg', 'Trigg: cape and helmet', 'trigg'),
  ...['fish', 'robe', 'night', 'oilskin'].map((name) => costume(`e5-${name}`, `Pike: ${name}`, 'pike')),
  ...['school', 'robe', 'night', 'cape'].map((name) => costume(`e6-${name}`, `Roe: ${name}`, 'roe')),
  ...['pip', 'hob', 'tan'].flatMap((who) =>
    ['apron', 'boots', 'jersey', 'cape'].map((name) =>
      costume(`${who}-${name}`, `Devil: ${name}`, who === 'tan' ? 'tansy' : who),
    ),
  ),
]

const own = (track: string, from: string, to: string, before: string, place: string, seconds: number) => ({
  track,
  from: `${track}-${from}`,
  to: `${track}-${to}`,
  before,
  place,
  seconds,
})

export const changes: Production['changes'] = [
  {
    ...own('tam', 'work', 'coat', 'n4', 'qcl', 50),
    dressers: ['drl'],
    notes: 'Best dress goes on under the coat: it is the next change.',
  },
  {
    ...own('tam', 'coat', 'best', 'n5', 'qcl', 18),
    dressers: ['drl'],
    underdressed: true,
    notes: 'Coat and shoes only. Almanac page stays in the left hand.',
  },
  {
    ...own('tam', 'best', 'climb', 's7', 'qcl', 40),
    dressers: ['drl'],
    notes: 'Harness is under the dress. Medal off first. Mic to the jersey.',
  },
  own('ezr', 'coat', 'over', 'n8', 'dr1', 60),
  own('may', 'chain', 'robe', 'n5', 'dr2', 120),
  own('may', 'robe', 'night', 'n8', 'dr2', 180),
  own('may', 'night', 'fur', 'n9', 'dr2', 120),
  own('idr', 'slops', 'dark', 's7', 'dr1', 150),
  {
    ...own('low', 'day', 'gown', 'n6', 'qcr', 240),
    dressers: ['drr'],
    notes: 'Half the pins are sewn. The others are pins.',
  },
  { ...own('low', 'gown', 'petticoat', 'n8', 'qcr', 120), dressers: ['drr'] },
  { ...own('low', 'petticoat', 'cloak', 'n9', 'qcr', 240), dressers: ['drr'] },
  own('jor', 'whites', 'shirt', 'n8', 'dr3', 120),
  own('jor', 'shirt', 'suit', 'n10', 'dr3', 120),
  own('e1', 'apron', 'robe', 'n5', 'dr4', 90),
  own('e1', 'robe', 'night', 'n8', 'dr4', 120),
  own('e1', 'night', 'shawl', 'n9', 'dr4', 120),
  own('e2', 'black', 'gown', 'n5', 'dr5', 90),
  own('e2', 'gown', 'night', 'n8', 'dr5', 120),
  own('e2', 'night', 'muffler', 'n9', 'dr5', 120),
  own('e3', 'suit', 'ulster', 'n9', 'dr5', 60),
  own('e4', 'crier', 'beadle', 'n5', 'dr4', 90),
  own('e4', 'beadle', 'trigg', 's7', 'dr4', 120),
  {
    ...own('e4', 'trigg', 'night', 'n8', 'qcr', 40),
    dressers: ['drr'],
    notes: 'Helmet, cape, moustache. Nightshirt over the trousers. Bell in the right hand.',
  },
  own('e4', 'night', 'trigg', 'n9', 'dr4', 120),
  own('e5', 'fish', 'robe', 'n5', 'dr5', 90),
  own('e5', 'robe', 'night', 'n8', 'dr5', 120),
  own('e5', 'night', 'oilskin', 'n9', 'dr5', 120),
  own('e6', 'school', 'robe', 'n5', 'dr4', 90),
  own('e6', 'robe', 'night', 'n8', 'dr4', 120),
  own('e6', 'night', 'cape', 'n9', 'dr4', 120),
  ...['pip', 'hob', 'tan'].flatMap((who) => [
    own(who, 'apron', 'boots', 't3a', 'kids', 150),
    own(who, 'boots', 'jersey', 's7', 'kids', 180),
    own(who, 'jersey', 'cape', 'n9', 'kids', 120),
  ]),
]

export const mics: Production['mics'] = [
  ...[
    'tam',
    'ezr',
    'may',
    'moo',
    'idr',
    'low',
    'jor',
    'e1',
    'e2',
    'e3',
    'e4',
    'e5',
    'e6',
    'pip',
    'hob',
    'tan',
  ].map((track, index) => ({
    id: `mic-${index + 1}`,
    pack: `RM ${index + 1}`,
    track,
  })),
  { id: 'mic-17', pack: 'RM 17' },
  { id: 'mic-18', pack: 'RM 18' },
]

const prop = (id: string, name: string, start: string, end = start) => ({ id, name, start, end })

export const props: Production['props'] = [
  prop('skein', "The Moon's wool", 'hook'),
  prop('moon-page', "The Moon's printed page", 'hook'),
  ...['pip', 'hob', 'tan'].map((name) => prop(`almanacs-${name}`, 'An armful of almanacs', 'ptl')),
  prop('first-copy', 'First copy for signing', 'ptl'),
  prop('pen', "Ezra's pen", 'ptl'),
  prop('bread', 'Bread on a board', 'ptr'),
  prop('herring', 'A shilling of herring', 'ptl'),
  prop('bell', "Crier's bell", 'ptr'),
  prop('watch', "Sleeper's watch", 'ptr'),
  prop('list', "Lowen's list", 'ptr'),
  prop('manuscript', 'The sixth of October in ink', 'ptl'),
  prop('page', 'Almanac with the page turned down', 'ptl'),
  prop('nine', 'The nine: one piece of type', 'ptl', 'ptr'),
  prop('lamp', 'Bench lamp', 'ptl'),
  prop('pole', "Pilot's pole", 'ptr'),
  prop('hat', "Idris's hat", 'ptr'),
  prop('stones', 'Four stones', 'ptl', 'ptr'),
  ...['pip', 'hob', 'tan'].map((name) => prop(`spade-${name}`, 'A small spade', 'ptl', 'ptr')),
  prop('ledgers', 'Column of ledgers', 'dock', 'trap'),
  prop('medal', 'Medal in a velvet box', 'trap', 'ptl'),
  prop('pins', 'Pincushion', 'ptl'),
  prop('barrels', 'Two barrels', 'sl2'),
  prop('notebook', "Trigg's notebook", 'ptr'),
  prop('soap', 'Soap and towel', 'ptr'),
  prop('sleeve', "Jory's other sleeve", 'ptr'),
  prop('tower-key', 'Key of the tower', 'ptl', 'ptr'),
  ...Array.from({ length: 11 }, (_, index) =>
    prop(`lantern-${index + 1}`, `Lantern ${index + 1}, battery`, index === 3 ? 'ptr' : 'ptl', 'ptr'),
  ),
]

const handOff = (prop: string, from: string, to: string, item: string, at: string, place = 'stage') => ({
  prop,
  from,
  to,
  item,
  at,
  place,
})

export const handOffs: Production['handOffs'] = [
  ...['pip', 'hob', 'tan'].map((name) => handOff(`almanacs-${name}`, 'asl', name, 'n2', 'a station', 'sl2')),
  handOff('pen', 'tam', 'ezr', 'n2', 'not to be the interesting one'),
  handOff('list', 'low', 'tam', 's2a', 'with a border'),
  handOff('page', 'tam', 'ezr', 's2a', 'She gives him the page'),
  handOff('page', 'ezr', 'tam', 's2a', 'Sir, it'),
  handOff('hat', 'idr', 'hob', 'n4', 'Hold my hat'),
  handOff('hat', 'hob', 'idr', 'n4', 'He climbs out'),
  handOff('medal', 'e2', 'tam', 'n5', 'Trimmer pins the medal'),
  handOff('sleeve', 'low', 'jor', 'n8', 'my other sleeve'),
  handOff('tower-key', 'e2', 'ezr', 'n8', 'the key of the tower'),
  handOff('lantern-3', 'e1', 'low', 'n9', 'One each'),
  handOff('lantern-11', 'e1', 'pip', 'n9', 'Mind the wick'),
  handOff('nine', 'tam', 'ezr', 'n10', 'Give me your thumb'),
]

const preset = (title: string, place: string, before: string, prop?: string, department?: string) => ({
  id: `${before}-${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`,
  title,
  place,
  before,
  ...(prop ? { prop } : {}),
  ...(department ? { department } : {}),
})

export const presets: Production['presets'] = [
  preset('Wool wound, end tucked in', 'hook', 'overture', 'skein'),
  preset('Harness, two carabiners, locked', 'hook', 'overture', undefined, 'fly'),
  preset('Moon page in the crescent', 'hook', 'overture', 'moon-page'),
  preset('Trap shut, bolt in, pilot lamp green', 'trap', 'overture', undefined, 'trap'),
  preset('Press truck pinned, right', 'sr2', 'overture', undefined, 'auto'),
  preset('Clock face at out dead, brake on', 'fly', 'overture', undefined, 'fly'),
  preset('Crossover clear, guide lights on', 'xo', 'overture', undefined, 'deck'),
  preset('Coal passage lamp and rope', 'coal', 'overture', undefined, 'deck'),
  preset('Almanacs in three armfuls', 'ptl', 'n2', 'almanacs-pip'),
  preset('First copy open at the title', 'ptl', 'n2', 'first-copy'),
  preset('Bread on its board', 'ptr', 'n2', 'bread'),
  preset('Bell, clapper tied', 'ptr', 'n2', 'bell'),
  preset('The nine in its box', 'ptl', 's2a', 'nine'),
  preset('Manuscript third in the drawer', 'ptl', 's2a', 'manuscript'),
  preset('Booth left: coat on the hook, best dress on the chair', 'qcl', 'n3', undefined, 'wdb'),
  preset('Pole and hat', 'ptr', 'n4', 'pole'),
  preset('Step in the trap at 1.2 metres', 'trap', 'n4', undefined, 'trap'),
  preset('Velvet box on the lift, ledgers round it', 'trap', 'n5', 'medal'),
  preset('Plaster in the drop box', 'fly', 'n5', undefined, 'fly'),
  preset('Pins counted: forty', 'ptl', 'n6', 'pins'),
  preset('Barrels behind the left masking', 'sl2', 't6a', 'barrels'),
  preset('Platform gates shut, clips tested', 'sr3', 's7', undefined, 'auto'),
  preset('Notebook at a clean page', 'ptr', 's7', 'notebook'),
  preset('Sleeve, the other one', 'ptr', 'n8', 'sleeve'),
  preset('Eleven lanterns lit', 'ptl', 'n9', 'lantern-1'),
  preset('Nine back in Tamsin’s pocket', 'ptl', 'n9', 'nine'),
]
