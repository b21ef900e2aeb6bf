// A company of every kind for tests of the sign-in sheet, small enough to know by name.

import { id } from '../../src/core/kit/ids.ts'
import type { EngagementKind, Person, Show } from '../../src/core/show/show.ts'
import { littleShow } from './shows.ts'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: id<'person'>(name),
  name: `${name.charAt(0).toUpperCase()}${name.slice(1)} Fairweather`,
  callName: name,
  ...more,
})

const engaged = (name: string, kind: EngagementKind) => ({ person: id<'person'>(name), kind })

/** `new` is engaged as nothing; `dir` directs; `kit` is a child in the care of `chris`. */
export const company: Show = {
  ...littleShow(),
  venue: {
    ...littleShow().venue,
    places: [
      { id: id<'place'>('door'), code: 'SD', name: 'Stage door' },
      { id: id<'place'>('dr1'), code: 'DR1', name: 'Dressing room 1' },
    ],
    travel: [],
  },
  people: [
    ...['ann', 'bob', 'dee', 'sam', 'chris', 'dir', 'new'].map((name) => person(name)),
    person('kit', { minor: true, chaperone: id<'person'>('chris') }),
  ],
  engagements: [
    engaged('ann', 'principal'),
    engaged('bob', 'ensemble'),
    engaged('dee', 'dresser'),
    engaged('sam', 'stage management'),
    engaged('chris', 'chaperone'),
    engaged('dir', 'creative'),
    engaged('kit', 'child'),
  ],
  tracks: [],
  obligations: [],
}
