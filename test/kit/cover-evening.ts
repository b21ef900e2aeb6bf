// A small evening with a swing in it: three who sing, one who can go on, and who dresses, watches and leads them.

import type { CoverChange, CoveringCommand } from '../../src/core/covering/covering.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Covers } from '../../src/core/show/competence.ts'
import type { Obligation, Person, Show, Track } from '../../src/core/show/show.ts'
import { aViewer, nightOf, type TestNight } from './nights.ts'
import { aCue, aDepartment, anEdition, anItem, anObligation, aTrack, at, emptyShow } from './shows.ts'

const one = anItem('one', 1, 300)
const two = { ...anItem('two', 1, 300), title: 'The Lantern' }
const three = anItem('three', 1, 300)

const person = (name: string, call: string): Person => ({
  id: id(name),
  name: `${call} Whole`,
  callName: call,
})

const sings = (
  name: string,
  track: string,
  item: typeof one,
  parts: Partial<Obligation> = {},
): Obligation => ({
  ...anObligation(name, track, at(item, 20)),
  ...{ kind: 'appear', title: `Sings in ${item.id}`, seconds: 60, costume: id<'costume'>('blue') },
  ...{ placeIn: id<'place'>('sl1'), placeOut: id<'place'>('sl1'), droppable: 're-assignable' },
  ...parts,
})

const cast = (track: Track): Track => ({ ...track, kind: 'cast' })
const wardrobe = { ...aDepartment('ward'), kind: 'wardrobe' as const }
const lights = aDepartment('lx')

const covers: Covers = {
  competences: [
    { person: id('dee'), track: id('e1'), level: 'put-in' },
    { person: id('dee'), track: id('e2'), level: 'performed' },
    { person: id('ben'), track: id('e1'), level: 'rehearsed' },
  ],
  ...{ certificates: [], clearances: [], limits: [], locks: [], bans: [], replots: [] },
}

export const coverShow: Show = {
  ...emptyShow,
  covers,
  venue: {
    name: 'The Small House',
    places: ['sl1', 'sr1'].map((name) => ({
      ...{ id: id<'place'>(name), code: name.toUpperCase(), name },
      side: name === 'sl1' ? ('stage left' as const) : ('stage right' as const),
    })),
    travel: [{ from: id('sl1'), to: id('sr1'), seconds: 30 }],
  },
  people: [
    ...[person('ana', 'Ana'), person('ben', 'Ben'), person('cho', 'Cho'), person('dee', 'Dee')],
    ...[person('fay', 'Fay'), person('sam', 'Sam'), person('dan', 'Dan'), person('may', 'May')],
  ],
  engagements: [
    { person: id('dee'), kind: 'swing' },
    { person: id('fay'), kind: 'dresser', department: wardrobe.id },
    { person: id('sam'), kind: 'stage management' },
    { person: id('may'), kind: 'management' },
  ],
  tracks: [
    ...[aTrack('e1', 'ana'), aTrack('e2', 'ben'), aTrack('e3', 'cho')].map(cast),
    { ...aTrack('s1', 'dee'), kind: 'swing' },
    { ...aTrack('dr', 'fay'), kind: 'dresser' },
  ],
  costumes: [{ id: id('blue'), name: 'the blue coat' }],
  obligations: [
    sings('e1-one', 'e1', one, { partners: [id('e2')] }),
    sings('e1-two', 'e1', two, { props: [id('lantern')] }),
    sings('e2-one', 'e2', one, { partners: [id('e1')] }),
    sings('e2-three', 'e2', three),
    sings('e3-two', 'e3', two),
    { ...sings('s1-three', 's1', three, { droppable: 'cosmetic' }), kind: 'vocal part' },
  ],
  items: [one, two, three],
  editions: [anEdition('full', [one, two, three])],
  departments: [wardrobe, lights],
  cues: [{ ...aCue('lx1', lights, at(two, 30)), spotter: id('e1') }, aCue('w1', wardrobe, at(one, 5))],
  props: [{ id: id('lantern'), name: 'lantern', start: id('sl1') }],
  handOffs: [
    {
      ...{ id: id('pass'), prop: id('lantern'), from: id('e1'), to: id('e3') },
      ...{ anchor: at(two, 60), place: id('sl1') },
    },
  ],
  changes: [
    {
      ...{ id: id('q1'), track: id('e1'), to: id('blue'), anchor: at(two, 5), place: id('sl1') },
      ...{ seconds: 10, dressers: [id('dr')] },
    },
  ],
}

export const sam = aViewer('SM', { person: 'sam' })
export const dan = aViewer('DC', { person: 'dan' })
export const may = aViewer('CM', { person: 'may' })
export const phoneOf = (name: string) => aViewer('perf', { person: name })

export const isOut = (name: string) =>
  ({ name: 'out.say', person: id<'person'>(name), word: { as: 'out' }, until: 'tonight' }) as const

export const gives = (obligation: string, to: string | null): CoverChange => ({
  obligation: id(obligation),
  person: to === null ? null : id(to),
})

type Approve = Extract<CoveringCommand, { name: 'plan.approve' }>
export const approve = (changes: readonly CoverChange[], more: Partial<Approve> = {}): Approve => ({
  ...{ name: 'plan.approve', base: 0, why: 'cover', changes, replots: [], proved: true, told: [] },
  override: false,
  ...more,
})

/** All of Ana's track to Dee. */
export const deeForAna = [gives('e1-one', 'dee'), gives('e1-two', 'dee')]

export const coverNight = (): TestNight => nightOf(coverShow).open()

/** Ana is out, and Dee goes on for her. */
export const covered = (): TestNight =>
  coverNight()
    .do(isOut('ana'), sam)
    .do(approve([...deeForAna, gives('s1-three', 'dee')]), dan)
