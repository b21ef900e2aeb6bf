// A show for paper: names in six alphabets, a child, a visitor's way in, a place without a signal, one cue to cut.

import { id } from '../../src/core/kit/ids.ts'
import type { EngagementKind, Person, Show } from '../../src/core/show/show.ts'
import { callingShow } from './calling-show.ts'

const people: readonly (readonly [string, EngagementKind])[] = [
  ['Łucja Żółkiewska', 'principal'],
  ['Ελένη Καλογήρου', 'ensemble'],
  ['Юрий Щербаков', 'swing'],
  ['Maximilian-Konstantin Featherstonehaugh-Cholmondeley', 'understudy'],
  ['Åsa Öhrnström', 'stage management'],
  ['Ngozi Ụzọma', 'operator'],
  ['Dilys Prydderch', 'chaperone'],
  ['Nguyễn Thị Phượng', 'dresser'],
  ['فاطمة الزهراء', 'ensemble'],
  ['王小明', 'crew'],
]

const person = (name: string, index: number): Person => ({
  id: id<'person'>(`person-${index}`),
  name,
  callName: name.split(' ')[0] ?? name,
})

export function paperShow(): Show {
  const { show } = callingShow()
  const child: Person = {
    ...person('Ffion Prydderch-Æsgård', 99),
    minor: true,
    chaperone: id<'person'>('person-6'),
  }
  return {
    ...show,
    title: 'Paper Lanterns',
    venue: {
      ...show.venue,
      name: 'The Small Theatre',
      address: '14 Alma Lane\nMarlhythe MR1 2TH',
      places: [
        ...show.venue.places,
        { id: id<'place'>('trap'), code: 'TRAP', name: 'Trap room', side: 'below', signal: false },
      ],
    },
    people: [...show.people, ...people.map(([name], index) => person(name, index)), child],
    engagements: [
      ...people.map(([, kind], index) => ({ person: id<'person'>(`person-${index}`), kind })),
      { person: child.id, kind: 'child' as const },
    ],
  }
}
