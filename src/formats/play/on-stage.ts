// Who is on stage at each speech of a play, and who comes and goes where, for machines.

import { speakersOf } from './breakdown.ts'
import type { Play, PlayEvent, Stretch } from './play.ts'
import type { Presence } from './presence.ts'

/** Everybody at every speech, counted together; the fullest play of the development set has 7,589. */
export const ENTRIES_MAX = 1_000_000

type PresenceAt = {
  readonly segment: string
  /** Counted from 1 in the segment. */
  readonly speech: number
  readonly speakers: readonly string[]
  readonly onStage: readonly string[]
}

type StageEvent = {
  readonly segment: string
  /** The speech in which or after which it happens; 0 before the first. */
  readonly speech: number
  readonly kind: 'in' | 'out'
  readonly ids: readonly string[]
  readonly line: number
}

export type OnStage = {
  readonly presence: readonly PresenceAt[]
  readonly events: readonly StageEvent[]
}

type Place = { readonly segment: string; readonly speech: number }

/** Of segments that lie in one another the innermost has the speech. */
function placesOf(play: Play): readonly (Place | undefined)[] {
  const owners: (string | undefined)[] = []
  for (const { id, speeches } of play.segments) for (const number of speeches) owners[number] = id
  const counts = new Map<string, number>()
  return owners.map((segment) => {
    if (segment === undefined) return undefined
    const speech = (counts.get(segment) ?? 0) + 1
    counts.set(segment, speech)
    return { segment, speech }
  })
}

/** Undefined where there is more than `ENTRIES_MAX` to tell. */
export function onStageIn(play: Play, presence: Presence): OnStage | undefined {
  const places = placesOf(play)
  const speakers = speakersOf(play)
  const byScene: Stretch[][] = play.scenes.map(() => [])
  for (const stretch of presence.stretches) byScene[stretch.scene]?.push(stretch)
  const told: PresenceAt[] = []
  let entries = 0
  for (const [scene, { events }] of play.scenes.entries()) {
    const onAt = whoIsOn(byScene[scene] ?? [])
    for (let at = 0; at < events.length; at += 1) {
      const event = events[at]
      if (event?.kind !== 'speech') continue
      const on = onAt(at)
      const place = places[event.number]
      if (!place) continue
      entries += on.length
      if (entries > ENTRIES_MAX) return undefined
      const own = speakers[event.number] ?? []
      const onStage = event.elsewhere ? [...new Set([...on, ...own])] : on
      told.push({ segment: place.segment, speech: place.speech, speakers: own, onStage })
    }
  }
  return { presence: told, events: eventsOf(play, presence, places) }
}

/** Asked place by place in order. Not whoever speaks without having been brought on, nor a voice from elsewhere. */
function whoIsOn(stretches: readonly Stretch[]): (at: number) => readonly string[] {
  const waiting = stretches
    .filter(({ elsewhere, unentered }) => !elsewhere && !unentered)
    .sort((one, other) => one.from - other.from)
  let next = 0
  let on: Stretch[] = []
  let names: readonly string[] = []
  // From one speech to the next the same people are on, mostly.
  return (at) => {
    let isSame = on.every(({ to }) => at < to)
    for (let come = waiting[next]; come && come.from <= at; come = waiting[next]) {
      on.push(come)
      next += 1
      isSame = false
    }
    if (isSame) return names
    on = on.filter(({ to }) => at < to)
    names = [...new Set(on.map(({ who }) => who))]
    return names
  }
}

function eventsOf(
  play: Play,
  { moves }: Presence,
  places: readonly (Place | undefined)[],
): readonly StageEvent[] {
  const begins = new Map<string, Place>()
  for (const { id, scene } of play.segments)
    if (!begins.has(scene)) begins.set(scene, { segment: id, speech: 0 })
  const spoken = new Map<number, Spoken>()
  return moves.flatMap(({ scene, at, way, who, line }): StageEvent[] => {
    const own = play.scenes[scene]
    const speeches = spoken.get(scene) ?? spokenIn(own?.events ?? [], places)
    spoken.set(scene, speeches)
    const place = speeches.at[before(speeches.places, at)] ?? begins.get(own?.code ?? '')
    return place ? [{ ...place, kind: way, ids: who, line }] : []
  })
}

/** The speeches of a scene that lie in a segment, in order: where they stand in the one, and in the other. */
type Spoken = { readonly places: readonly number[]; readonly at: readonly Place[] }

function spokenIn(events: readonly PlayEvent[], all: readonly (Place | undefined)[]): Spoken {
  const places: number[] = []
  const at: Place[] = []
  events.forEach((event, position) => {
    const place = event.kind === 'speech' ? all[event.number] : undefined
    if (!place) return
    places.push(position)
    at.push(place)
  })
  return { places, at }
}

/** Halving: the last of them that is not after a place. */
function before(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((places[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
