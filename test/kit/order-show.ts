// Five items round an interval and one person in two of them: a show to be put into another order.

import { id } from '../../src/core/kit/ids.ts'
import type { Obligation, Show } from '../../src/core/show/show.ts'
import { anItem, emptyShow } from './shows.ts'

export const item = (name: string) => id<'item'>(name)
export const at = (name: string, seconds: number) => ({ item: item(name), seconds })

export const order = ['a', 'b', 'c', 'pause', 'd', 'e']
export const aTrack = (name: string): Show['tracks'][number] => ({
  ...{ id: id<'track'>(name), code: name, title: name, kind: 'cast' as const, owner: id<'person'>('ada') },
})
export const anObligation = (name: string, track: string, inItem: string, seconds: number): Obligation => ({
  ...{ id: id<'obligation'>(name), track: id<'track'>(track), anchor: at(inItem, seconds) },
  ...{ kind: 'appear' as const, title: name, seconds: 0, droppable: 'essential' as const },
})
export const show: Show = {
  ...emptyShow,
  people: [{ id: id('ada'), name: 'Ada', callName: 'Ada' }],
  tracks: [aTrack('t')],
  items: [
    anItem('a', 1, 100),
    anItem('b', 1, 200),
    anItem('c', 1, 300),
    anItem('pause', 1, 900, 'interval'),
    anItem('d', 2, 400),
    anItem('e', 2, 500),
  ],
  editions: [{ id: id('full'), title: 'Full', items: order.map(item) }],
  obligations: [
    { ...anObligation('o-b', 't', 'b', 50), seconds: 100 },
    { ...anObligation('o-d', 't', 'd', 10), seconds: 20 },
  ],
  script: [{ item: item('b'), seconds: 120, kind: 'speech', text: 'Come in.' }],
  vamps: [
    {
      ...{
        id: id<'vamp'>('v'),
        kind: 'vamp',
        anchor: at('b', 60),
        seconds: 8,
        secondsMax: 40,
        out: 'the door',
      },
    },
  ],
}
export const base = { show, edition: id<'edition'>('full') }
