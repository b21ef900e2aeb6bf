// Small shows for tests: one to read about, and any number thrown by fast-check.

import fc from 'fast-check'
import { id } from '../../src/core/kit/ids.ts'
import type {
  Anchor,
  Cue,
  Department,
  Edition,
  Item,
  Obligation,
  Person,
  Show,
  Track,
  Trigger,
} from '../../src/core/show/show.ts'

/** A show with nothing in it; tests fill in what they speak about. */
export const emptyShow: Show = {
  format: 'ghostlight-show',
  formatVersion: 1,
  title: 'The Small Show',
  language: 'en-GB',
  country: 'GB',
  timeZone: 'Europe/London',
  venue: { name: 'The Small House', places: [], travel: [] },
  people: [],
  engagements: [],
  roles: [],
  tracks: [],
  obligations: [],
  items: [],
  editions: [],
  departments: [],
  cues: [],
  vamps: [],
  costumes: [],
  changes: [],
  handOffs: [],
  props: [],
  presets: [],
  mics: [],
  script: [],
}

export const anItem = (name: string, act: number, seconds: number, kind: Item['kind'] = 'scene'): Item => ({
  id: id<'item'>(name),
  code: kind === 'interval' ? '' : name,
  title: `Item ${name}`,
  kind,
  act,
  seconds,
})

export const anEdition = (name: string, items: readonly Item[]): Edition => ({
  id: id<'edition'>(name),
  title: name,
  items: items.map((item) => item.id),
})

export const aDepartment = (name: string): Department => ({
  id: id<'department'>(name),
  name: `Department ${name}`,
  short: name.toUpperCase(),
  kind: 'other',
})

export const at = (item: Item, seconds: number): Anchor => ({ item: item.id, seconds })

type CueParts = {
  readonly trigger?: Trigger
  readonly group?: string
  readonly standby?: Anchor
  readonly spotter?: Track['id']
  readonly playhead?: string
}

export const aCue = (name: string, department: Department, anchor: Anchor, parts: CueParts = {}): Cue => ({
  id: id<'cue'>(name),
  department: department.id,
  number: name,
  title: `Cue ${name}`,
  anchor,
  trigger: { kind: 'called' },
  ...parts,
})

/** Two acts with an interval, three departments, seven moments, one of them a group with a follower. */
export function littleShow(): Show {
  const [one, two, interval, three] = [
    anItem('one', 1, 300),
    anItem('two', 1, 240),
    anItem('interval', 1, 1200, 'interval'),
    anItem('three', 2, 420),
  ] as const
  const [lx, snd, fly] = [aDepartment('lx'), aDepartment('snd'), aDepartment('fly')] as const
  const cues = [
    aCue('lx1', lx, at(one, 0)),
    aCue('lx2', lx, at(one, 100), { group: 'lamp' }),
    aCue('snd2', snd, at(one, 100), { group: 'lamp' }),
    aCue('fly2', fly, at(one, 105), {
      trigger: { kind: 'auto-follow', after: id<'cue'>('snd2'), seconds: 5 },
    }),
    aCue('snd3', snd, at(two, 10)),
    aCue('lx3', lx, at(two, 200)),
    aCue('fly4', fly, at(three, 0), { trigger: { kind: 'visual', watch: 'the curtain' } }),
    aCue('snd5', snd, at(three, 60)),
    aCue('lx5', lx, at(three, 400)),
  ]
  const people = [aPerson('ann', 'Ann'), aPerson('bob', 'Bob')]
  const tracks = [aTrack('t-ann', 'ann'), aTrack('t-bob', 'bob')]
  return {
    ...emptyShow,
    people,
    tracks,
    obligations: [
      anObligation('o3', 't-ann', at(three, 10)),
      anObligation('o1', 't-ann', at(one, 20)),
      anObligation('o2', 't-bob', at(two, 60)),
    ],
    items: [one, two, interval, three],
    editions: [anEdition('full', [one, two, interval, three]), anEdition('short', [one, interval, three])],
    departments: [lx, snd, fly],
    cues,
  }
}

export const aPerson = (name: string, callName: string): Person => ({
  id: id<'person'>(name),
  name: `${callName} Somebody`,
  callName,
})

export const aTrack = (name: string, owner: string): Track => ({
  id: id<'track'>(name),
  code: name,
  title: `Track ${name}`,
  kind: 'cast',
  owner: id<'person'>(owner),
})

export const anObligation = (name: string, track: string, anchor: Anchor): Obligation => ({
  id: id<'obligation'>(name),
  track: id<'track'>(track),
  kind: 'appear',
  title: `Obligation ${name}`,
  anchor,
  seconds: 30,
  droppable: 'essential',
})

const someItems = fc
  .array(
    fc.record({
      lengths: fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 4 }),
      pause: fc.integer({ min: 0, max: 1500 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((acts) =>
    acts.flatMap(({ lengths, pause }, index) => {
      const act = index + 1
      const items = lengths.map((seconds, place) => anItem(`i${act}${'abcd'[place]}`, act, seconds))
      const last = index === acts.length - 1
      return last ? items : [...items, anItem(`p${act}`, act, pause, 'interval')]
    }),
  )

type RoughCue = { department: number; item: number; seconds: number; shape: number; with: number }
const roughCue: fc.Arbitrary<RoughCue> = fc.record({
  department: fc.nat(2),
  item: fc.nat(11),
  seconds: fc.integer({ min: 0, max: 600 }),
  shape: fc.nat(12),
  with: fc.nat(15),
})

function cuesFrom(
  rough: readonly RoughCue[],
  items: readonly Item[],
  departments: readonly Department[],
): Cue[] {
  return rough.flatMap((each, index) => {
    const item = items[each.item % items.length]
    const department = departments[each.department % departments.length]
    if (!item || !department) return []
    const after = id<'cue'>(`c${each.with % Math.max(1, index)}`)
    const shaped: CueParts =
      index > 0 && each.shape === 0
        ? { trigger: { kind: 'follow-on', after } }
        : index > 0 && each.shape === 1
          ? { trigger: { kind: 'auto-follow', after, seconds: 3 } }
          : each.shape === 2
            ? { trigger: { kind: 'visual', watch: 'a hand' } }
            : each.shape === 3
              ? { trigger: { kind: 'timed', seconds: 4 } }
              : each.shape <= 5
                ? { group: `g-${item.id}-${each.with % 2}` }
                : each.shape === 6
                  ? { playhead: each.with % 2 === 0 ? 'pit' : 'constructor' }
                  : {}
    const spotter = id<'track'>(each.with % 2 === 0 ? 't-ann' : 't-bob')
    const parts = each.shape % 5 === 2 ? { ...shaped, spotter } : shaped
    return [aCue(`c${index}`, department, at(item, Math.min(each.seconds, item.seconds)), parts)]
  })
}

/** Shows that the checks of the show file would let pass: one to three acts, up to sixteen cues, some cut. */
export const anyShow: fc.Arbitrary<Show> = fc
  .record({
    items: someItems,
    rough: fc.array(roughCue, { maxLength: 16 }),
    departments: fc.integer({ min: 1, max: 3 }),
    cut: fc.option(fc.nat(11), { nil: null, freq: 4 }),
    country: fc.constantFrom('GB' as const, 'US' as const),
  })
  .map(({ items, rough, departments: count, cut, country }) => {
    const departments = ['lx', 'snd', 'fly'].slice(0, count).map(aDepartment)
    const kept = items.filter(
      (_item, index) => cut === null || items.length < 2 || index !== cut % items.length,
    )
    const people = [aPerson('ann', 'Ann'), aPerson('bob', 'Bob')]
    return {
      ...emptyShow,
      country,
      people,
      tracks: [aTrack('t-ann', 'ann'), aTrack('t-bob', 'bob')],
      items,
      editions: [anEdition('tonight', kept)],
      departments,
      cues: cuesFrom(rough, items, departments),
    }
  })
