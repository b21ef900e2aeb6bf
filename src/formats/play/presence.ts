// Who is on when: from entrances and exits where the file names who, and from speaking alone where it does not.

import { clock } from './clock.ts'
import { fromTold, isTold } from './from-told.ts'
import { groupsOf } from './groups.ts'
import { type Found, isMarked, type Resolved, speechEnd } from './places.ts'
import type { Appearance, Play, Scene, Stretch } from './play.ts'
import { Stage, sceneEnd } from './stage.ts'

export type Presence = Found & { readonly appearances: readonly Appearance[] }

export function presenceIn(play: Play, textOnly = false): Presence {
  const { moves, stretches, questions } = found(play, textOnly)
  return { moves, stretches, questions, appearances: inSeconds(play, stretches) }
}

function found(play: Play, textOnly: boolean): Found {
  if (!textOnly && isMarked(play.scenes)) return fromMoves(play)
  return isTold(play) ? fromTold(play) : fromSpeeches(play)
}

/** On from the first word to the last: the least that is certain, and all there is without marked entrances. */
function fromSpeeches(play: Play): Found {
  const stretches = play.scenes.flatMap((scene, number) => {
    const spans = new Map<string, { from: number; to: number }>()
    scene.events.forEach((event, at) => {
      if (event.kind !== 'speech') return
      const to = speechEnd(scene.events, at)
      for (const who of event.who) spans.set(who, { from: spans.get(who)?.from ?? at, to })
    })
    return [...spans].map(([who, span]): Stretch => {
      return {
        ...{ who, scene: number, ...span, speaks: true, elsewhere: false, unentered: true },
        ...{ came: 'TEI-16', went: 'TEI-16' },
      }
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
    for (let at = 0; at < scene.events.length; at += 1) happens(stage, scene, at)
    stage.endScene(number === play.scenes.length - 1)
  }
  stage.endPlay()
  const moves: Resolved[] = []
  for (const [scene, { events }] of play.scenes.entries())
    events.forEach((event, at) => {
      if (event.kind === 'direction')
        for (const move of event.moves) moves.push({ ...move, scene, at, rule: 'TEI-17' })
    })
  return { moves, stretches: stage.stretches, questions: stage.questions }
}

function happens(stage: Stage, { events }: Scene, at: number): void {
  const event = events[at]
  if (event?.kind === 'speech') {
    const until = speechEnd(events, at)
    for (const who of event.who)
      stage.speaks(who, { at, until, line: event.line, elsewhere: event.elsewhere })
  } else if (event?.kind === 'direction')
    for (const { way, who, line } of event.moves)
      if (way === 'out') stage.leave(who, at, line)
      else for (const each of who) stage.enters(each, at, line)
}

function inSeconds(play: Play, stretches: readonly Stretch[]): readonly Appearance[] {
  const times = play.scenes.map((scene) => {
    const { starts, seconds, spoken } = clock(scene)
    return (place: number) => (place === sceneEnd(scene) ? seconds : (starts[place] ?? spoken))
  })
  return stretches.map((stretch) => {
    const time = times[stretch.scene]
    return { ...stretch, from: time?.(stretch.from) ?? 0, to: time?.(stretch.to) ?? 0 }
  })
}
