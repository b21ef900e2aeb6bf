// Where in a scene something happens, by the places of its events, and what is found of comings and goings.

import type { Move, PlayEvent, Question, Scene, Stretch } from './play.ts'

/** Somebody comes or goes by a direction; `rule` of docs/specs/tei.md: how it is known who. */
export type Resolved = Move & { readonly scene: number; readonly at: number; readonly rule: MoveRule }

/** By the file’s own ids, by a name in the words, by who speaks and who is on, by the list at the head of a scene. */
type MoveRule = 'TEI-17' | 'TEI-34' | 'TEI-35' | 'TEI-44'

/** What was understood of a play's comings and goings. */
export type Found = {
  readonly moves: readonly Resolved[]
  readonly stretches: readonly Stretch[]
  readonly questions: readonly Question[]
}

/** A speech lasts until the next one begins. */
export function speechEnd(events: readonly PlayEvent[], at: number): number {
  let end = at + 1
  while (end < events.length && events[end]?.kind !== 'speech') end += 1
  return end
}

/** Whether the file says by name who enters and leaves. */
export const isMarked = (scenes: readonly Scene[]): boolean =>
  scenes.some(({ events }) => events.some((event) => event.kind === 'direction' && event.moves.length > 0))
