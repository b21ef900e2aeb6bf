// A small show from the dice: two acts, three or four departments, groups, followers, tracks and obligations.

import type { Dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { noCovers } from '../../src/core/show/competence.ts'
import type {
  Anchor,
  Cue,
  Department,
  Item,
  Obligation,
  Person,
  Show,
  Track,
  Trigger,
} from '../../src/core/show/show.ts'

/** Stands around what only some may see, so that a leak can be found in the bytes. */
export const marked = (secret: string): string => `⟦${secret}⟧`
export const MARKS = /⟦([^⟧]*)⟧/g

const departments: readonly Department[] = [
  { id: id<'department'>('LX'), name: 'Lights', short: 'LX', kind: 'lights' },
  { id: id<'department'>('SND'), name: 'Sound', short: 'SND', kind: 'sound' },
  { id: id<'department'>('FLY'), name: 'Flys', short: 'FLY', kind: 'fly' },
  { id: id<'department'>('DECK'), name: 'Deck', short: 'DECK', kind: 'deck' },
]

/** Whoever can be asked about the players, by what they do; the wing tablets are nobody's. */
export const staff = [
  { id: id<'person'>('stage-left'), name: 'Stage left', kind: 'stage management' },
  { id: id<'person'>('stage-right'), name: 'Stage right', kind: 'stage management' },
  { id: id<'person'>('dresser-1'), name: 'Dresser 1', kind: 'dresser' },
  { id: id<'person'>('dresser-2'), name: 'Dresser 2', kind: 'dresser' },
  { id: id<'person'>('crew'), name: 'Crew', kind: 'crew' },
  { id: id<'person'>('company'), name: 'Company', kind: 'management' },
  { id: id<'person'>('cover'), name: 'Cover', kind: 'understudy' },
] as const satisfies readonly { id: Person['id']; name: string; kind: Show['engagements'][number]['kind'] }[]

/** Knows every part: with nobody who does, whoever is out would leave nothing to plan and nobody to tell. */
const understudy = id<'person'>('cover')

export function littleShow(dice: Dice): Show {
  const working = departments.slice(0, dice.whole(2, departments.length))
  const items = [...actItems(dice, 1), interval, ...actItems(dice, 2)]
  const players = Array.from({ length: dice.whole(2, 4) }, (_, index) => player(index))
  const tracks = players.map((owner, index) => playerTrack(owner, index))
  return {
    format: 'ghostlight-show',
    formatVersion: 1,
    title: `The Night of ${dice.whole(1000, 9999)}`,
    language: 'en',
    country: dice.pick(['GB', 'US'] as const),
    timeZone: 'Europe/London',
    venue: {
      name: 'The Little House',
      places: [
        { id: id<'place'>('SL1'), code: 'SL1', name: '', side: 'stage left' },
        { id: id<'place'>('SR1'), code: 'SR1', name: '', side: 'stage right' },
        { id: id<'place'>('DR1'), code: 'DR1', name: 'Dressing room 1' },
      ],
      travel: [],
    },
    people: [...players, ...staff.map(({ id: key, name }) => ({ id: key, name, callName: name }))],
    engagements: [
      ...players.map((one) => ({ person: one.id, kind: 'ensemble' as const })),
      ...staff.map(({ id: key, kind }) => ({ person: key, kind })),
    ],
    roles: [],
    tracks,
    covers: {
      ...noCovers,
      competences: tracks.map((one) => ({ person: understudy, track: one.id, level: 'put-in' })),
    },
    obligations: tracks.flatMap((owned) => obligations(dice, owned, items)),
    items,
    editions: [{ id: id<'edition'>('full'), title: 'Full show', items: items.map((item) => item.id) }],
    departments: working,
    cues: items
      .filter((item) => item.kind !== 'interval')
      .flatMap((item) => itemCues(dice, item, working))
      .map((one) => besides(dice, one, tracks)),
    vamps: items
      .filter((item) => item.kind !== 'interval')
      .map((item) => ({
        ...{ id: id<'vamp'>(`vamp-${item.id}`), kind: 'vamp' as const },
        ...{ anchor: { item: item.id, seconds: 10 }, seconds: 8, secondsMax: 30, out: marked('vamps') },
      })),
    costumes: [],
    changes: [],
    handOffs: [],
    props: [],
    presets: [],
    mics: [],
    script: items.slice(0, 2).map((item) => ({
      item: item.id,
      seconds: 1,
      kind: 'speech' as const,
      text: marked('script'),
    })),
  }
}

const interval: Item = {
  id: id<'item'>('interval'),
  code: '',
  title: 'Interval',
  kind: 'interval',
  act: 1,
  seconds: 900,
}

const actItems = (dice: Dice, act: number): readonly Item[] =>
  Array.from({ length: dice.whole(2, 4) }, (_, index) => ({
    id: id<'item'>(`item-${act}.${index + 1}`),
    code: `${act}.${index + 1}`,
    title: `Scene ${act}.${index + 1}`,
    kind: 'scene',
    act,
    seconds: dice.whole(60, 400),
  }))

export const player = (index: number): Person => ({
  id: id<'person'>(`person-${index + 1}`),
  name: `Person ${index + 1}`,
  callName: `P${index + 1}`,
})

export const playerTrack = (owner: Person, index: number): Track => ({
  id: id<'track'>(`track-${index + 1}`),
  code: `T${index + 1}`,
  title: `Track ${index + 1}`,
  kind: 'cast',
  owner: owner.id,
})

const obligations = (dice: Dice, { id: owned, owner }: Track, items: readonly Item[]): Obligation[] =>
  Array.from({ length: dice.whole(1, 3) }, (_, index) => {
    const side = dice.pick(['SL1', 'SR1'])
    return {
      id: id<'obligation'>(`${owned}-${index + 1}`),
      track: owned,
      kind: 'appear',
      placeIn: id<'place'>(side),
      title: marked(`track:${owner ?? ''}@${side}`),
      anchor: {
        item: dice.pick(items.filter((item) => item.kind !== 'interval')).id,
        seconds: dice.whole(0, 50),
      },
      seconds: 10,
      droppable: 'essential',
    }
  })

function itemCues(dice: Dice, item: Item, working: readonly Department[]): Cue[] {
  return Array.from({ length: dice.whole(1, 3) }).flatMap((_, index) => {
    const anchor: Anchor = { item: item.id, seconds: 2 + index * 15 }
    const name = `${item.id}-${index + 1}`
    const size = dice.chance(0.3) ? dice.whole(2, working.length) : 1
    const first = dice.whole(0, working.length - 1)
    const together = Array.from({ length: size }, (_one, offset) =>
      cue(`${name}-${offset + 1}`, working[(first + offset) % working.length] ?? working[0], anchor, {
        kind: 'called',
      }),
    ).map((one) => (size > 1 ? { ...one, group: name } : one))
    const root = together[0]
    if (root === undefined || !dice.chance(0.25)) return together
    const trigger: Trigger = dice.chance(0.5)
      ? { kind: 'follow-on', after: root.id }
      : { kind: 'auto-follow', after: root.id, seconds: 4 }
    return [...together, cue(`${name}-f`, dice.pick(working), anchor, trigger)]
  })
}

/** Some wait for a spotter's clear; some are called from a list beside the deck's. */
function besides(dice: Dice, one: Cue, tracks: readonly Track[]): Cue {
  if (one.group !== undefined || one.trigger.kind !== 'called') return one
  const roll = dice.next()
  if (roll < 0.1) {
    const spotter = dice.pick(tracks)
    // Whoever is to say clear reads what it is they clear.
    return { ...one, spotter: spotter.id, title: marked(`cues:${one.department}:${spotter.owner ?? ''}`) }
  }
  return roll < 0.2 ? { ...one, playhead: 'pit' } : one
}

function cue(name: string, department: Department | undefined, anchor: Anchor, trigger: Trigger): Cue {
  const owner = department ?? { id: id<'department'>('LX'), short: 'LX' }
  return {
    id: id<'cue'>(name),
    department: owner.id,
    number: name.replace('item-', '').replaceAll('-', '.'),
    title: marked(`cues:${owner.id}`),
    anchor,
    standby: { item: anchor.item, seconds: Math.max(0, anchor.seconds - 2) },
    trigger,
  }
}
