// Imported plays of the development set, cast by their smallest cast, with a swing or two, and on request with the crew of a house.

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minimumCast } from '../../src/core/casting/minimum-cast.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Person, Show } from '../../src/core/show/show.ts'
import { importTei } from '../../src/formats/tei/import.ts'

/** Beside the checkout, never in it: these texts may not be passed on. */
const folder = fileURLToPath(new URL('../../../shared/data/scripts/shakedracor/tei/', import.meta.url))
export const absentPlays = 'the development set of plays does not lie beside this checkout'
export const castPlays = ['macbeth.xml', 'a-midsummer-nights-dream.xml'] as const
const SWINGS = 2
/** About twenty lines. */
const CHANGE_SECONDS = 71

export const arePlaysHere = (): boolean => existsSync(folder)

const person = (name: string): Person => ({ id: id<'person'>(name), name, callName: name })

/** Each performer has the parts of one group; the swings and the next performer are learning them. */
export function castPlay(file: (typeof castPlays)[number]): Show {
  const imported = importTei(readFileSync(`${folder}${file}`, 'utf8'), file)
  if (!imported.ok) throw new Error(file)
  const { show } = imported
  const { doubling } = minimumCast(show, CHANGE_SECONDS)
  const players = doubling.map((_roles, at) => person(`player-${at + 1}`))
  const swings = Array.from({ length: SWINGS }, (_one, at) => person(`swing-${at + 1}`))
  const people = [...players, ...swings]
  const ownerOf = new Map(doubling.flatMap((roles, at) => roles.map((role) => [role, at] as const)))
  return {
    ...show,
    people,
    engagements: people.map(({ id: who }, at) => ({
      person: who,
      kind: at < players.length ? 'ensemble' : 'swing',
    })),
    tracks: show.tracks.map((track) => {
      const at = ownerOf.get(track.roles?.[0] ?? id<'role'>('nobody')) ?? 0
      const owner = players[at]
      const next = players[(at + 1) % players.length]
      if (!owner || !next) return track
      return { ...track, owner: owner.id, covers: [...swings.map((one) => one.id), next.id] }
    }),
  }
}

const crew = {
  sam: 'stage management',
  cal: 'stage management',
  asa: 'stage management',
  ari: 'stage management',
  dru: 'dresser',
  jem: 'crew',
  cleo: 'management',
} as const

/** With a house around it: two sides, from which people come on in turn, and those who are asked and look. */
export function withHouse(show: Show): Show {
  const names = Object.entries(crew)
  const sides = ['sr1', 'sl1'] as const
  const wings = names.filter(([name]) => name === 'asa' || name === 'ari')
  return {
    ...show,
    venue: {
      ...show.venue,
      places: [
        { id: id<'place'>('sr1'), code: 'SR1', name: 'Stage right 1', side: 'stage right' },
        { id: id<'place'>('sl1'), code: 'SL1', name: 'Stage left 1', side: 'stage left' },
        { id: id<'place'>('dr4'), code: 'DR4', name: 'Dressing room 4' },
      ],
    },
    people: [...show.people, ...names.map(([name]) => person(name))],
    engagements: [
      ...show.engagements,
      ...names.map(([name, kind]) => ({ person: id<'person'>(name), kind })),
    ],
    tracks: [
      ...show.tracks,
      ...wings.map(([name]) => ({
        ...{ id: id<'track'>(name), code: name, title: name, kind: 'stage management' as const },
        owner: id<'person'>(name),
      })),
    ],
    obligations: show.obligations.map((one, at) => ({
      ...one,
      placeIn: id<'place'>(sides[at % sides.length] ?? 'sr1'),
      placeOut: id<'place'>(sides[(at + 1) % sides.length] ?? 'sl1'),
    })),
  }
}
