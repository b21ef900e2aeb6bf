// Places in the old text found again in the new one: by line, then by the words that stood there; nothing is dropped.

import { quotedFrom, wordsOf } from '../show/script.ts'
import type { WordPlace } from '../show/word-place.ts'
import { type Match, matchLines, plainWords } from './match.ts'

/** Below it a person looks. */
export const SURE_ENOUGH = 0.8

/** A word of the new text by its line’s place in the list. */
type Found = { readonly index: number; readonly word: number; readonly sure: number }

type Line = { readonly text: string }

export type Reanchoring = {
  readonly matches: readonly Match[]
  /** `index`: of the old line. Null only where the new text is empty. */
  readonly find: (index: number, place: Pick<WordPlace, 'word' | 'words'>) => Found | null
}

export function reanchoring(was: readonly Line[], is: readonly Line[]): Reanchoring {
  const matches = matchLines(was, is)
  return {
    matches,
    find: (index, place) => {
      const match = matches[index]
      const [old, line] = [was[index], match && is[match.index]]
      if (match && old && line) return wordIn(old.text, line.text, place, match)
      return nearest(matches, is, index)
    },
  }
}

/** The word itself, where it is still said; else the one at the same share of the line. */
function wordIn(
  old: string,
  text: string,
  { word, words }: Pick<WordPlace, 'word' | 'words'>,
  match: NonNullable<Match>,
): Found {
  const now = plainWords(text)
  if (plainWords(old).join(' ') === now.join(' ')) return { index: match.index, word, sure: match.sure }
  const quote = plainWords(words === '' ? quotedFrom(old, word) : words)
  const share = word / Math.max(1, wordsOf(old).length)
  const wanted = Math.min(now.length - 1, Math.round(share * now.length))
  const scored = now.map((_word, at) => ({ at, score: sharedFrom(now, at, quote) }))
  const [best] = scored.sort((a, b) => b.score - a.score || Math.abs(a.at - wanted) - Math.abs(b.at - wanted))
  const score = best?.score ?? 0
  // The word that is called on counts for as much as all that follow it.
  const isSaid = best !== undefined && now[best.at] === quote[0]
  if (!isSaid) return { index: match.index, word: Math.max(0, wanted), sure: match.sure * 0.5 }
  return { index: match.index, word: best.at, sure: Math.round(match.sure * (0.5 + score / 2) * 100) / 100 }
}

/** The share of the quoted words that follow each other from here on, the first of them counted double. */
function sharedFrom(now: readonly string[], at: number, quote: readonly string[]): number {
  const length = Math.min(quote.length, now.length)
  let shared = now[at] === quote[0] ? 1 : 0
  for (let next = 0; next < length; next += 1) if (now[at + next] === quote[next]) shared += 1
  return length === 0 ? 0 : shared / (length + 1)
}

/** Its line is gone: behind the last one before it that is still there, else before the first one after it. */
function nearest(matches: readonly Match[], is: readonly Line[], index: number): Found | null {
  for (let old = index - 1; old >= 0; old -= 1) {
    const match = matches[old]
    if (match) return { index: match.index, word: lastWord(is[match.index]), sure: 0 }
  }
  for (let old = index + 1; old < matches.length; old += 1) {
    const match = matches[old]
    if (match) return { index: match.index, word: 0, sure: 0 }
  }
  return is.length === 0 ? null : { index: 0, word: 0, sure: 0 }
}

const lastWord = (line: Line | undefined): number => Math.max(0, wordsOf(line?.text ?? '').length - 1)
