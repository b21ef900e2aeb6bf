// Where in a scene something happens, by the places of its events, and what is found of comings and goings.

import type { Move, PlayEvent, Question, Scene, Stretch } from './play.ts'

/** Somebody comes or goes by a direction. */
export type Resolved = Move & { readonly scene: number; readonly at: number }

/** What was understood of a play's comings and goings. */
export type Found = {
  readonly moves: readonly Resolved[]
  readonly stretches: readonly Stretch[]
  readonly questions: readonly Question[]
}

export type Placed = { readonly event: PlayEvent; readonly at: number; readonly until: number }

/** Three readers ask for the same scene. */
const known = new WeakMap<Scene, readonly Placed[]>()

/** Each event with its place; a speech lasts until the next one begins. */
export function inPlaces(scene: Scene): readonly Placed[] {
  const before = known.get(scene)
  if (before) return before
  const placed = placedAnew(scene)
  known.set(scene, placed)
  return placed
}

function placedAnew({ events }: Scene): readonly Placed[] {
  const placed: Placed[] = []
  let until = events.length
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const event = events[at]
    if (!event) continue
    placed.push({ event, at, until })
    if (event.kind === 'speech') until = at
  }
  return placed.reverse()
}

/** Whether the file says by name who enters and leaves. */
export const isMarked = (scenes: readonly Scene[]): boolean =>
  scenes.some(({ events }) => events.some((event) => event.kind === 'direction' && event.moves.length > 0))
