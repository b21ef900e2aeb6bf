// A short show with a long silence in it: Mia comes off, and is due on again much later.

import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import { callingShow } from './calling-show.ts'

const people = {
  mia: 'Mia',
  ned: 'Ned',
  asa: 'Asa',
  ari: 'Ari',
  dru: 'Dru',
  sam: 'Sam',
  cal: 'Cal',
  cleo: 'Cleo',
  una: 'Una',
  kit: 'Kit',
}
type Name = keyof typeof people
const person = (name: Name) => id<'person'>(name)
const place = (name: string) => id<'place'>(name)
const track = (name: string) => id<'track'>(name)

const appears = (key: string, who: string, minute: number, minutes: number, from = 'sr2') => ({
  id: id<'obligation'>(key),
  track: track(who),
  kind: 'appear' as const,
  title: `Comes on ${key}`,
  anchor: { item: id<'item'>('long'), seconds: minute * 60 },
  seconds: minutes * 60,
  placeIn: place(from),
  placeOut: place('sl1'),
  droppable: 'essential' as const,
})

const engagements: Show['engagements'] = [
  { person: person('mia'), kind: 'principal' },
  { person: person('ned'), kind: 'ensemble' },
  { person: person('asa'), kind: 'stage management' },
  { person: person('ari'), kind: 'stage management' },
  { person: person('sam'), kind: 'stage management' },
  { person: person('cal'), kind: 'stage management' },
  { person: person('dru'), kind: 'dresser' },
  { person: person('kit'), kind: 'dresser' },
  { person: person('cleo'), kind: 'management' },
  { person: person('una'), kind: 'understudy' },
]

const tracks: Show['tracks'] = [
  { id: track('mia'), code: 'M', title: 'The lead', kind: 'cast', owner: person('mia') },
  { id: track('ned'), code: 'N', title: 'Ensemble', kind: 'cast', owner: person('ned') },
  { id: track('asa'), code: 'A', title: 'Stage right', kind: 'stage management', owner: person('asa') },
  { id: track('ari'), code: 'B', title: 'Stage left', kind: 'stage management', owner: person('ari') },
  { id: track('dru'), code: 'D', title: 'Dresser', kind: 'dresser', owner: person('dru') },
]

const changes: Show['changes'] = [
  {
    id: id<'change'>('late'),
    track: track('mia'),
    to: id<'costume'>('coat'),
    anchor: { item: id<'item'>('long'), seconds: 70 * 60 },
    place: place('sr1'),
    seconds: 40,
    dressers: [track('dru')],
  },
]

/** One item of an hour and a half; everybody is invented. */
export function quietEvening(): Show {
  const { show } = callingShow()
  const names = Object.keys(people) as Name[]
  return {
    ...show,
    venue: {
      ...show.venue,
      places: [
        { id: place('sl1'), code: 'SL1', name: 'Stage left 1', side: 'stage left' },
        { id: place('sr1'), code: 'SR1', name: 'Stage right 1', side: 'stage right' },
        { id: place('sr2'), code: 'SR2', name: 'Stage right 2', side: 'stage right' },
        { id: place('dr4'), code: 'DR4', name: 'Dressing room 4' },
      ],
      travel: [],
    },
    people: names.map((name) => ({
      id: person(name),
      name: `${people[name]} Example`,
      callName: people[name],
    })),
    engagements,
    roles: [],
    tracks,
    obligations: [
      appears('first', 'mia', 1, 3),
      appears('again', 'mia', 31, 5),
      appears('with', 'ned', 1, 3),
      {
        ...appears('right', 'asa', 60, 1),
        kind: 'task',
      },
      { ...appears('left', 'ari', 60, 1, 'sl1'), kind: 'task' },
    ],
    items: [
      {
        id: id<'item'>('long'),
        code: '1',
        title: 'The long number',
        kind: 'number',
        act: 1,
        seconds: 90 * 60,
      },
    ],
    editions: [{ id: id<'edition'>('full'), title: 'Full', items: [id<'item'>('long')] }],
    cues: [],
    vamps: [],
    costumes: [{ id: id<'costume'>('coat'), name: 'the coat' }],
    changes,
    handOffs: [],
    props: [],
    presets: [],
    mics: [],
    script: [],
  }
}

/** The same with somebody of the crew who can be spared to go and look. */
export function searchedEvening(): Show {
  const show = quietEvening()
  const jem = id<'person'>('jem')
  return {
    ...show,
    people: [...show.people, { id: jem, name: 'Jem Example', callName: 'Jem' }],
    engagements: [...show.engagements, { person: jem, kind: 'crew' }],
  }
}

/** The same with eight more who come on together with Mia, from the same side. */
export function crowdedEvening(): Show {
  const show = quietEvening()
  const crowd = Array.from({ length: 8 }, (_, index) => `c${index + 1}`)
  return {
    ...show,
    people: [
      ...show.people,
      ...crowd.map((name) => ({ id: id<'person'>(name), name: `${name} Example`, callName: name })),
    ],
    tracks: [
      ...show.tracks,
      ...crowd.map((name) => ({
        ...{ id: track(name), code: name, title: 'Ensemble', kind: 'cast' as const },
        owner: id<'person'>(name),
      })),
    ],
    obligations: [...show.obligations, ...crowd.map((name) => appears(`on-${name}`, name, 31, 5))],
  }
}
