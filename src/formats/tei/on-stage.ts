// Who is on stage at each speech of a play, and who comes and goes where, for machines.

import { speakersOf } from './breakdown.ts'
import type { Play, Stretch } from './play.ts'
import type { Presence } from './presence.ts'

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
  const inOrder = [...owners].sort(([one], [other]) => one - other)
  return new Map(
    inOrder.map(([number, segment]) => {
      const speech = (counts.get(segment) ?? 0) + 1
      counts.set(segment, speech)
      return [number, { segment, speech }]
    }),
  )
}

export function onStageIn(play: Play, presence: Presence): OnStage {
  const places = placesOf(play)
  const speakers = speakersOf(play)
  const byScene: Stretch[][] = play.scenes.map(() => [])
  for (const stretch of presence.stretches) byScene[stretch.scene]?.push(stretch)
  const told = play.scenes.flatMap(({ events }, scene) =>
    events.flatMap((event, at): PresenceAt[] => {
      const place = event.kind === 'speech' ? places.get(event.number) : undefined
      if (event.kind !== 'speech' || !place) return []
      const own = speakers.get(event.number) ?? []
      const heard = event.elsewhere ? own : []
      const onStage = [...new Set([...onAt(byScene[scene] ?? [], at), ...heard])]
      return [{ ...place, speakers: own, onStage }]
    }),
  )
  return { presence: told, events: eventsOf(play, presence, places) }
}

/** Not whoever speaks without having been brought on; a voice the file says is from elsewhere counts while it speaks. */
const onAt = (stretches: readonly Stretch[], at: number): readonly string[] => [
  ...new Set(
    stretches
      .filter(({ from, to, elsewhere, unentered }) => from <= at && at < to && !elsewhere && !unentered)
      .map(({ who }) => who),
  ),
]

function eventsOf(
  play: Play,
  { moves }: Presence,
  places: ReadonlyMap<number, Place>,
): readonly StageEvent[] {
  const begins = new Map<string, Place>()
  for (const { id, scene } of play.segments)
    if (!begins.has(scene)) begins.set(scene, { segment: id, speech: 0 })
  return moves.flatMap(({ scene, at, way, who, line }): StageEvent[] => {
    const before = play.scenes[scene]?.events.slice(0, at).findLast(({ kind }) => kind === 'speech')
    const place =
      before?.kind === 'speech' ? places.get(before.number) : begins.get(play.scenes[scene]?.code ?? '')
    return place ? [{ ...place, kind: way, ids: who, line }] : []
  })
}
