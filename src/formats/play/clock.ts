// How long a play takes before anybody has timed it: from its words alone.

import type { PlayEvent, Scene } from './play.ts'

/** 125 words a minute: the running time a spoken Hamlet is given for its words. The first timed run replaces it. */
export const WORDS_PER_SECOND = 125 / 60
/** A scene without a word still takes somebody's time. */
export const SILENT_SCENE_SECONDS = 60

export type Timed = { readonly event: PlayEvent; readonly at: number; readonly until: number }

/** What counts as a word: letters and digits, as the collections count. */
export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}\p{M}\p{S}]+/gu)?.length ?? 0

/** Each event with its time; a speech lasts until the next one begins. Directions take no time of their own. */
export function clock(scene: Scene): {
  readonly timed: readonly Timed[]
  readonly seconds: number
  /** When the last word is said. */
  readonly spoken: number
} {
  const starts: number[] = []
  let now = 0
  for (const event of scene.events) {
    starts.push(now)
    if (event.kind === 'words') now += wordsIn(event.text) / WORDS_PER_SECOND
  }
  const seconds = now === 0 ? SILENT_SCENE_SECONDS : Math.ceil(now)
  const timed: Timed[] = []
  let until = now
  for (const [position, event] of [...scene.events.entries()].reverse()) {
    const at = starts[position] ?? 0
    timed.push({ event, at, until })
    if (event.kind === 'speech') until = at
  }
  return { timed: timed.reverse(), seconds, spoken: now }
}
