// How long a play takes before anybody has timed it: from its words alone.

import type { Scene } from './play.ts'

/** 125 words a minute: the running time a spoken Hamlet is given for its words. The first timed run replaces it. */
const WORDS_PER_SECOND = 125 / 60
/** A scene without a word still takes somebody's time. */
const SILENT_SCENE_SECONDS = 60

/** What counts as a word: letters and digits, as the collections count. */
export const wordsIn = (text: string): number =>
  quickly(text) ?? text.match(/[\p{L}\p{N}\p{M}\p{S}]+/gu)?.length ?? 0

/** The same by hand for the letters of western Europe, whose words are most of what is counted; null where there are others. */
function quickly(text: string): number | null {
  let count = 0
  let before = PARTS
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? ELSE
    if (kind === ELSE) return null
    // One more where a word begins.
    count += kind & ~before
    before = kind
  }
  return count
}

const [PARTS, WORD, ELSE] = [0, 1, 2]
/** Quotation marks and dashes part words, as blanks do; of anything else the long way knows. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_one, unit) => {
  if (unit > 0x2027) return ELSE
  if (unit > 0x200f || unit === 0xab || unit === 0xbb) return PARTS
  if (unit < 0x80) return /[\p{L}\p{N}\p{M}\p{S}]/u.test(String.fromCharCode(unit)) ? WORD : PARTS
  return unit > 0xbf && unit < 0x180 ? WORD : ELSE
})

type Clocked = {
  /** When each event begins. */
  readonly starts: readonly number[]
  /** How many each event has. */
  readonly words: readonly number[]
  readonly seconds: number
  /** When the last word is said. */
  readonly spoken: number
}

/** Four readers ask for the same scene, and counting its words is most of their work. */
const known = new WeakMap<Scene, Clocked>()

export function clock(scene: Scene): Clocked {
  const before = known.get(scene)
  if (before) return before
  const clocked = clockedAnew(scene)
  known.set(scene, clocked)
  return clocked
}

/** Directions take no time of their own. */
function clockedAnew({ events }: Scene): Clocked {
  const starts: number[] = []
  const words: number[] = []
  let now = 0
  for (const event of events) {
    starts.push(now)
    const count = event.kind === 'words' ? wordsIn(event.text) : 0
    words.push(count)
    now += count / WORDS_PER_SECOND
  }
  const seconds = now === 0 ? SILENT_SCENE_SECONDS : Math.ceil(now)
  return { starts, words, seconds, spoken: now }
}
