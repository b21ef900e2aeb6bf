// Who is on when: from entrances and exits where the file names who, and from speaking alone where it does not.

import { clock } from './clock.ts'
import { groupsOf } from './groups.ts'
import type { Appearance, Move, Play, PlayEvent, Question, Scene, Stretch } from './play.ts'
import { Stage, sceneEnd } from './stage.ts'

/** Somebody comes or goes by a direction. */
export type Resolved = Move & { readonly scene: number; readonly at: number }

export type Presence = {
  readonly moves: readonly Resolved[]
  readonly stretches: readonly Stretch[]
  readonly appearances: readonly Appearance[]
  readonly questions: readonly Question[]
}

export function presenceIn(play: Play): Presence {
  const isMarked = play.scenes.some((scene) =>
    scene.events.some((event) => event.kind === 'direction' && event.moves.length > 0),
  )
  const { moves, stretches, questions } = isMarked ? fromMoves(play) : fromSpeeches(play)
  return { moves, stretches, questions, appearances: inSeconds(play, stretches) }
}

type Found = Omit<Presence, 'appearances'>

/** On from the first word to the last: the least that is certain, and all there is without marked entrances. */
function fromSpeeches(play: Play): Found {
  const stretches = play.scenes.flatMap((scene, number) => {
    const spans = new Map<string, { from: number; to: number }>()
    for (const { event, at, until } of inPlaces(scene))
      if (event.kind === 'speech')
        for (const who of event.who) spans.set(who, { from: spans.get(who)?.from ?? at, to: until })
    return [...spans].map(([who, span]): Stretch => {
      return { who, scene: number, ...span, speaks: true, elsewhere: false, unentered: true }
    })
  })
  const line = play.scenes[0]?.line ?? 1
  const message =
    'The file does not say by name who enters and leaves, so everybody was put down from their first word in a scene ' +
    'to their last. Whoever is on without speaking is not among them: please add them.'
  return { moves: [], stretches, questions: [{ line, kind: 'file', message }] }
}

function fromMoves(play: Play): Found {
  const names = new Map(play.characters.map(({ id, name }) => [id, name]))
  const groups = new Set(play.characters.flatMap(({ id }) => groupsOf(id)))
  const stage = new Stage((id) => names.get(id) ?? id, groups)
  for (const [number, scene] of play.scenes.entries()) {
    stage.beginScene(number, scene)
    for (const each of inPlaces(scene)) happens(stage, each)
    stage.endScene(number === play.scenes.length - 1)
  }
  stage.endPlay()
  const moves = play.scenes.flatMap(({ events }, scene) =>
    events.flatMap((event, at) =>
      event.kind === 'direction' ? event.moves.map((move) => ({ ...move, scene, at })) : [],
    ),
  )
  return { moves, stretches: stage.stretches, questions: stage.questions }
}

type Placed = { readonly event: PlayEvent; readonly at: number; readonly until: number }

/** Each event with its place; a speech lasts until the next one begins. */
export function inPlaces(scene: Scene): readonly Placed[] {
  const placed: Placed[] = []
  let until = scene.events.length
  for (const [at, event] of [...scene.events.entries()].reverse()) {
    placed.push({ event, at, until })
    if (event.kind === 'speech') until = at
  }
  return placed.reverse()
}

function happens(stage: Stage, { event, at, until }: Placed): void {
  if (event.kind === 'speech') {
    for (const who of event.who)
      stage.speaks(who, { at, until, line: event.line, elsewhere: event.elsewhere })
  } else if (event.kind === 'direction')
    for (const { way, who, line } of event.moves)
      if (way === 'out') stage.leave(who, at, line)
      else for (const each of who) stage.enters(each, at, line)
}

function inSeconds(play: Play, stretches: readonly Stretch[]): readonly Appearance[] {
  const times = play.scenes.map((scene) => {
    const { timed, seconds, spoken } = clock(scene)
    return (place: number) => (place === sceneEnd(scene) ? seconds : (timed[place]?.at ?? spoken))
  })
  return stretches.map((stretch) => {
    const time = times[stretch.scene]
    return { ...stretch, from: time?.(stretch.from) ?? 0, to: time?.(stretch.to) ?? 0 }
  })
}
