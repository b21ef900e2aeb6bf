// The quiet evening with a child in it: Mia has a chaperone, Moss; Nan looks after others; there is a room with showers.

import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import { quietEvening } from './quiet-evening.ts'
import { aPerson } from './shows.ts'

const person = (name: string) => id<'person'>(name)

/** `chaperones`: who of the two is engaged. */
export function childrensEvening(chaperones: readonly ('moss' | 'nan')[] = ['moss', 'nan']): Show {
  const show = quietEvening()
  return {
    ...show,
    venue: {
      ...show.venue,
      places: [
        ...show.venue.places,
        { id: id<'place'>('sh'), code: 'SH', name: 'Showers, first floor' },
        { id: id<'place'>('cr'), code: 'CR', name: 'Children’s room' },
      ],
    },
    people: [
      ...show.people.map((one) =>
        one.id === person('mia') ? { ...one, minor: true, chaperone: person('moss') } : one,
      ),
      { ...aPerson('pip', 'Pip'), minor: true, chaperone: person('nan') },
      ...chaperones.map((name) => aPerson(name, name === 'moss' ? 'Moss' : 'Nan')),
    ],
    engagements: [
      ...show.engagements.filter((one) => one.person !== person('mia')),
      { person: person('mia'), kind: 'child' },
      { person: person('pip'), kind: 'child' },
      ...chaperones.map((name) => ({ person: person(name), kind: 'chaperone' as const })),
    ],
  }
}
