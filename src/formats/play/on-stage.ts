// Who is on stage at each speech of a play, and who comes and goes where, for machines.

import { speakersOf } from './breakdown.ts'
import type { Play, Stretch } from './play.ts'
import type { Presence } from './presence.ts'

/** Everybody at every speech, counted together; the fullest play of the development set has 7,589. */
export const ENTRIES_MAX = 1_000_000

export type PresenceAt = {
  readonly segment: string
  /** Counted from 1 in the segment. */
  readonly speech: number
  readonly speakers: readonly string[]
  readonly onStage: readonly string[]
}

export type StageEvent = {
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
function placesOf(play: Play): ReadonlyMap<number, Place> {
  const owners = new Map<number, string>()
  for (const { id, speeches } of play.segments) for (const number of speeches) owners.set(number, id)
  const counts = new Map<string, number>()
  const places = new Map<number, Place>()
  for (const number of [...owners.keys()].sort((one, other) => one - other)) {
    const segment = owners.get(number) ?? ''
    const speech = (counts.get(segment) ?? 0) + 1
    counts.set(segment, speech)
    places.set(number, { segment, speech })
  }
  return places
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
    for (const [at, event] of events.entries()) {
      const on = onAt(at)
      const place = event.kind === 'speech' ? places.get(event.number) : undefined
      if (event.kind !== 'speech' || !place) continue
      entries += on.length
      if (entries > ENTRIES_MAX) return undefined
      const own = speakers.get(event.number) ?? []
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
  places: ReadonlyMap<number, Place>,
): readonly StageEvent[] {
  const begins = new Map<string, Place>()
  for (const { id, scene } of play.segments)
    if (!begins.has(scene)) begins.set(scene, { segment: id, speech: 0 })
  const spoken = play.scenes.map(({ code, events }) => {
    let place = begins.get(code)
    return events.map((event) => {
      if (event.kind === 'speech') place = places.get(event.number) ?? place
      return place
    })
  })
  return moves.flatMap(({ scene, at, way, who, line }): StageEvent[] => {
    const place = spoken[scene]?.[at]
    return place ? [{ ...place, kind: way, ids: who, line }] : []
  })
}
