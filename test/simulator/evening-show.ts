// A show with long silences in it: everybody comes off early in the act, and is due on again much later, from one of two sides.

import type { Dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { noCovers } from '../../src/core/show/competence.ts'
import type { Cue, Item, Obligation, Show } from '../../src/core/show/show.ts'
import { littleShow, marked, player, playerTrack } from './little-show.ts'

export const BLIND_PLACE = 'SR1'
/** Enough of them at one side to be a screen that is not looked at, rather than so many people. */
const CROWD = 8
const MINUTE = 60

/** `blind`: all of them come on together from one side, of which nobody will tell. */
export function eveningShow(dice: Dice, blind: boolean): Show {
  const little = littleShow(dice)
  const players = Array.from({ length: blind ? CROWD : dice.whole(3, 5) }, (_, index) => player(index))
  const tracks = players.map((one, index) => playerTrack(one, index))
  const staff = little.people.filter(({ id: key }) => !key.startsWith('person-'))
  const covers = little.covers ?? noCovers
  const isHere = (track: string) => tracks.some((one) => one.id === track)
  const together = dice.whole(22, 25)
  const obligations = tracks.flatMap(({ id: track, owner = id<'person'>('nobody') }, index) => {
    const side = blind ? BLIND_PLACE : dice.pick(['SL1', 'SR1'])
    const again = blind ? together : dice.whole(20, 28)
    const on = (key: string, minute: number): Obligation => ({
      id: id<'obligation'>(`${track}-${key}`),
      ...{ track, kind: 'appear', droppable: 'essential' },
      title: marked(`track:${owner}@${side}`),
      anchor: { item: longItem.id, seconds: minute * MINUTE },
      seconds: 2 * MINUTE,
      placeIn: id<'place'>(side),
      placeOut: id<'place'>(dice.pick(['SL1', 'SR1', 'DR1'])),
      partners: blind ? [] : tracks.filter((_, other) => other === index + 1).map((other) => other.id),
    })
    return [on('first', dice.whole(1, 2)), on('again', again)]
  })
  return {
    ...little,
    people: [...players, ...staff],
    engagements: [
      ...players.map((one) => ({ person: one.id, kind: 'ensemble' as const })),
      ...little.engagements.filter((one) => staff.some(({ id: key }) => key === one.person)),
    ],
    tracks: [...tracks, dresserTrack],
    // Of fewer players than the little show has.
    covers: { ...covers, competences: covers.competences.filter(({ track }) => isHere(track)) },
    obligations,
    items: [longItem, lastItem],
    editions: [{ id: id<'edition'>('full'), title: 'Full show', items: [longItem.id, lastItem.id] }],
    cues: [10, 40 * MINUTE].map((seconds) => cue(seconds, little)),
    vamps: [],
    costumes: [{ id: id<'costume'>('coat'), name: 'Coat' }],
    changes: [
      {
        id: id<'change'>('change-1'),
        ...{ track: id<'track'>('track-1'), to: id<'costume'>('coat'), place: id<'place'>('SL1') },
        ...{ anchor: { item: longItem.id, seconds: 11 * MINUTE }, seconds: 50, dressers: [dresserTrack.id] },
      },
    ],
    script: [],
  }
}

const longItem: Item = {
  ...{ id: id<'item'>('item-1.1'), code: '1.1', title: 'The long scene', kind: 'scene' },
  ...{ act: 1, seconds: 45 * MINUTE },
}
const lastItem: Item = {
  ...{ id: id<'item'>('item-1.2'), code: '1.2', title: 'The last scene', kind: 'scene' },
  ...{ act: 1, seconds: 10 * MINUTE },
}

const dresserTrack: Show['tracks'][number] = {
  ...{ id: id<'track'>('dresser'), code: 'D', title: 'Dresser', kind: 'dresser' },
  owner: id<'person'>('dresser-1'),
}

function cue(seconds: number, { departments }: Show): Cue {
  const department = departments[0]?.id ?? id<'department'>('LX')
  return {
    id: id<'cue'>(`cue-${seconds}`),
    ...{ department, number: `${seconds}`, title: marked(`cues:${department}`) },
    anchor: { item: longItem.id, seconds },
    standby: { item: longItem.id, seconds: Math.max(0, seconds - 5) },
    trigger: { kind: 'called' },
  }
}
