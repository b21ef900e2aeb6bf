// The script as the book has it: lines by their ids, words by their places, and when in its item a word is said.

import type { Anchor, ScriptLine, Show } from './show.ts'
import type { WordPlace } from './word-place.ts'

/** A word of the script, counted in its line from 0. */
export type WordAt = { readonly line: string; readonly word: number }

/** So many words say which place is meant. */
const QUOTED_WORDS = 6
const QUOTED_LENGTH_MAX = 120
/** 125 words a minute, where nothing says how long a line takes. */
const WORD_SECONDS = 60 / 125

/** Without an id of its own a line is named by its place: no version of its text came after the first. */
export const lineIdOf = ({ id }: ScriptLine, index: number): string => id ?? `l${index + 1}`

/** What is between blanks: what a cue can be placed on. */
export const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

/** The words from this one on, so that a person and a later version know the place again. */
export function quotedFrom(text: string, word: number): string {
  const quoted = wordsOf(text)
    .slice(word, word + QUOTED_WORDS)
    .join(' ')
  return quoted.slice(0, QUOTED_LENGTH_MAX).replace(/[\uD800-\uDBFF]$/, '')
}

/** By their ids; a place in the list for each. */
export const lineIndexes = ofScript(
  (script): ReadonlyMap<string, number> =>
    new Map(script.map((line, index) => [lineIdOf(line, index), index])),
)

type Told = Pick<Show, 'script' | 'items'>

/** When in its item the word is said: by the share of its line that lies before it, to the tenth. */
export function secondsOf(show: Told, index: number, word: number): number {
  const line = show.script[index]
  if (!line) return 0
  const count = Math.max(1, wordsOf(line.text).length)
  const share = Math.min(word, count) / count
  return Math.round((line.seconds + lengthOf(show, index) * share) * 10) / 10
}

/** To the next line; the last of its item as long as its words, and not beyond the item. */
export function lengthOf({ script, items }: Told, index: number): number {
  const [line, next] = [script[index], script[index + 1]]
  if (!line) return 0
  if (next?.item === line.item) return Math.max(0, next.seconds - line.seconds)
  const length = items.find((item) => item.id === line.item)?.seconds ?? line.seconds
  return Math.max(0, Math.min(length - line.seconds, wordsOf(line.text).length * WORD_SECONDS))
}

/** A point of the plan on this word; null where there is no such word any more. */
export function anchorAt(show: Told, index: number, word: number): Anchor | null {
  const line = show.script[index]
  if (!line || word < 0 || word >= Math.max(1, wordsOf(line.text).length)) return null
  const words = quotedFrom(line.text, word)
  const at: WordPlace = { line: lineIdOf(line, index), word, words }
  const seconds = secondsOf(show, index, word)
  return { item: line.item, seconds, ...(words === '' ? {} : { line: words }), at }
}

/** The line that is said at a moment of an item: the last that began by then; null where the item has no lines. */
export function lineIndexAt(script: readonly ScriptLine[], lines: ItemLines, anchor: Anchor): number | null {
  const range = lines.get(anchor.item)
  if (!range) return null
  let [low, high] = [range.from, range.to]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((script[middle]?.seconds ?? 0) <= anchor.seconds) low = middle
    else high = middle - 1
  }
  return low
}

/** Where in the script the lines of each item lie, the last one included. */
export type ItemLines = ReadonlyMap<string, { readonly from: number; readonly to: number }>

export const linesOfItems = ofScript((script): ItemLines => {
  const ranges = new Map<string, { from: number; to: number }>()
  for (const [index, { item }] of script.entries()) {
    const range = ranges.get(item)
    if (range) range.to = index
    else ranges.set(item, { from: index, to: index })
  }
  return ranges
})

/** Worked out once for each text: it is as long as the play, and most edits leave it alone. */
export function ofScript<Made extends object>(
  make: (script: readonly ScriptLine[]) => Made,
): (script: readonly ScriptLine[]) => Made {
  const known = new WeakMap<readonly ScriptLine[], Made>()
  return (script) => {
    const made = known.get(script) ?? make(script)
    known.set(script, made)
    return made
  }
}
