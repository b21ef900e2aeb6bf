// A show of two wings in which people come on, change and hand over: small enough to reckon by hand.

import { id } from '../../src/core/kit/ids.ts'
import type { Obligation, Place, Show } from '../../src/core/show/show.ts'
import { anEdition, anItem, anObligation, aPerson, aTrack, at, emptyShow } from './shows.ts'

const [one, two, pause, three] = [
  anItem('one', 1, 600),
  anItem('two', 1, 600),
  anItem('pause', 1, 1200, 'interval'),
  anItem('three', 2, 600),
] as const

const place = (name: string, side: Place['side']): Place => ({
  id: id<'place'>(name),
  code: name.toUpperCase(),
  name,
  side,
})

const enters = (name: string, track: string, anchor: Obligation['anchor'], from: string): Obligation => ({
  ...anObligation(name, track, anchor),
  seconds: 120,
  placeIn: id<'place'>(from),
})

/** Ivo enters at 2, at once again at 4 without having left, and at 17 minutes; Nell at 12; Pip, a child, at 41. */
export const sightingShow: Show = {
  ...emptyShow,
  venue: {
    name: 'The Old Mill',
    places: [
      place('sl1', 'stage left'),
      place('sl2', 'stage left'),
      place('sr1', 'stage right'),
      place('cs', 'centre'),
    ],
    travel: [],
  },
  people: [
    aPerson('ivo', 'Ivo'),
    aPerson('nell', 'Nell'),
    { ...aPerson('pip', 'Pip'), minor: true, chaperone: id<'person'>('moss') },
    aPerson('moss', 'Moss'),
    aPerson('dot', 'Dot'),
    aPerson('sal', 'Sal'),
  ],
  engagements: [{ person: id<'person'>('sal'), kind: 'stage management' }],
  tracks: ['ivo', 'nell', 'pip', 'dot'].map((name) => aTrack(`t-${name}`, name)),
  obligations: [
    enters('ivo-1', 't-ivo', at(one, 120), 'sl1'),
    enters('ivo-2', 't-ivo', at(one, 240), 'sl1'),
    enters('nell-1', 't-nell', at(two, 120), 'sr1'),
    enters('ivo-3', 't-ivo', at(two, 420), 'sl2'),
    enters('pip-1', 't-pip', at(three, 60), 'sl1'),
  ],
  items: [one, two, pause, three],
  editions: [anEdition('full', [one, two, pause, three]), anEdition('short', [one, pause, three])],
  costumes: [{ id: id<'costume'>('coat'), name: 'the coat' }],
  changes: [
    {
      id: id<'change'>('coat'),
      track: id<'track'>('t-nell'),
      to: id<'costume'>('coat'),
      anchor: at(one, 480),
      place: id<'place'>('sr1'),
      seconds: 60,
      dressers: [id<'track'>('t-dot')],
    },
  ],
  props: [{ id: id<'prop'>('lamp'), name: 'the lamp', start: id<'place'>('sl1') }],
  handOffs: [
    {
      id: id<'hand-off'>('lamp'),
      prop: id<'prop'>('lamp'),
      from: id<'track'>('t-ivo'),
      to: id<'track'>('t-nell'),
      anchor: at(two, 60),
      place: id<'place'>('sl1'),
    },
  ],
}
