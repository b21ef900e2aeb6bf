// How long a play takes before anybody has timed it: from its words alone.

import type { PlayEvent, Scene } from './play.ts'

/** 125 words a minute: the running time a spoken Hamlet is given for its words. The first timed run replaces it. */
export const WORDS_PER_SECOND = 125 / 60
/** A scene without a word still takes somebody's time. */
export const SILENT_SCENE_SECONDS = 60

export type Timed = { readonly event: PlayEvent; readonly at: number; readonly until: number }

/** What counts as a word: letters and digits, as the collections count. */
export const wordsIn = (text: string): number =>
  quickly(text) ?? text.match(/[\p{L}\p{N}\p{M}\p{S}]+/gu)?.length ?? 0

/** The same by hand for the letters of western Europe, whose words are most of what is counted; null where there are others. */
function quickly(text: string): number | null {
  let count = 0
  let wasWord = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const isWord = unit < 0x80 ? asciiWord[unit] === true : unit > 0xbf && unit < 0x180
    // Quotation marks and dashes part words, as blanks do; of anything else the long way knows.
    if (!isWord && unit > 0x7f && !(unit > 0x200f && unit < 0x2028) && unit !== 0xab && unit !== 0xbb)
      return null
    if (isWord && !wasWord) count += 1
    wasWord = isWord
  }
  return count
}

const asciiWord: readonly boolean[] = Array.from({ length: 0x80 }, (_one, unit) =>
  /[\p{L}\p{N}\p{M}\p{S}]/u.test(String.fromCharCode(unit)),
)

type Clocked = {
  readonly timed: readonly Timed[]
  readonly seconds: number
  /** When the last word is said. */
  readonly spoken: number
}

/** Four readers ask for the same scene, and counting its words is most of their work. */
const known = new WeakMap<Scene, Clocked>()

export function clock(scene: Scene): Clocked {
  const clocked = known.get(scene) ?? clockedAnew(scene)
  known.set(scene, clocked)
  return clocked
}

/** Each event with its time; a speech lasts until the next one begins. Directions take no time of their own. */
function clockedAnew(scene: Scene): Clocked {
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
