// Who is on when: from entrances and exits where the file names who, and from speaking alone where it does not.

import { clock, type Timed } from './clock.ts'
import { groupsOf } from './groups.ts'
import type { Appearance, Play, Question } from './play.ts'
import { Stage } from './stage.ts'

export type Presence = {
  readonly appearances: readonly Appearance[]
  readonly questions: readonly Question[]
}

export function presenceIn(play: Play): Presence {
  const isMarked = play.scenes.some((scene) =>
    scene.events.some((event) => event.kind === 'direction' && event.moves.length > 0),
  )
  return isMarked ? fromMoves(play) : fromSpeeches(play)
}

/** On from the first word to the last: the least that is certain, and all there is without marked entrances. */
function fromSpeeches(play: Play): Presence {
  const appearances = play.scenes.flatMap((scene, number) => {
    const spans = new Map<string, { from: number; to: number }>()
    for (const { event, at, until } of clock(scene).timed)
      if (event.kind === 'speech')
        for (const who of event.who) spans.set(who, { from: spans.get(who)?.from ?? at, to: until })
    return [...spans].map(([who, span]) => ({ who, scene: number, ...span, speaks: true, elsewhere: false }))
  })
  const line = play.scenes[0]?.line ?? 1
  const message =
    'The file does not say by name who enters and leaves, so everybody was put down from their first word in a scene ' +
    'to their last. Whoever is on without speaking is not among them: please add them.'
  return { appearances, questions: [{ line, kind: 'file', message }] }
}

function fromMoves(play: Play): Presence {
  const names = new Map(play.characters.map(({ id, name }) => [id, name]))
  const groups = new Set(play.characters.flatMap(({ id }) => groupsOf(id)))
  const stage = new Stage((id) => names.get(id) ?? id, groups)
  for (const [number, scene] of play.scenes.entries()) {
    const { timed, seconds } = clock(scene)
    stage.beginScene(number, scene, seconds)
    for (const each of timed) happens(stage, each)
    stage.endScene(number === play.scenes.length - 1)
  }
  stage.endPlay()
  return { appearances: stage.appearances, questions: stage.questions }
}

function happens(stage: Stage, { event, at, until }: Timed): void {
  if (event.kind === 'speech') {
    for (const who of event.who)
      stage.speaks(who, { at, until, line: event.line, elsewhere: event.elsewhere })
  } else if (event.kind === 'direction')
    for (const { way, who, line } of event.moves)
      if (way === 'out') stage.leave(who, at, line)
      else for (const each of who) stage.enters(each, at, line)
}
