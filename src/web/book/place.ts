// Where one is in the script: a word of a line, and the steps from one to the next.

import type { BookLine } from '../../core/book/text.ts'
import { wordsOf } from '../../core/show/script.ts'

/** A word by its line's place in the script. */
export type Cursor = { readonly index: number; readonly word: number }

export type Step =
  | 'word'
  | 'word-back'
  | 'line'
  | 'line-back'
  | 'page'
  | 'page-back'
  | 'line-begins'
  | 'line-ends'
  | 'scene'
  | 'scene-back'

/** As many lines as are skimmed in one look. */
export const PAGE_LINES = 12

const count = (line: BookLine | undefined): number => Math.max(1, wordsOf(line?.text ?? '').length)

export function stepped(lines: readonly BookLine[], { index, word }: Cursor, step: Step): Cursor {
  const last = lines.length - 1
  const to = (line: number, at: number): Cursor => {
    const kept = Math.max(0, Math.min(last, line))
    return { index: kept, word: Math.max(0, Math.min(count(lines[kept]) - 1, at)) }
  }
  switch (step) {
    case 'word':
      return word + 1 < count(lines[index]) || index === last ? to(index, word + 1) : to(index + 1, 0)
    case 'word-back':
      return word > 0 || index === 0 ? to(index, word - 1) : to(index - 1, Number.MAX_SAFE_INTEGER)
    case 'line':
      return to(index + 1, word)
    case 'line-back':
      return to(index - 1, word)
    case 'page':
      return to(index + PAGE_LINES, word)
    case 'page-back':
      return to(index - PAGE_LINES, word)
    case 'line-begins':
      return to(index, 0)
    case 'line-ends':
      return to(index, Number.MAX_SAFE_INTEGER)
    case 'scene':
      return to(sceneFrom(lines, index, 1), 0)
    case 'scene-back':
      return to(sceneFrom(lines, index, -1), 0)
    default:
      return step satisfies never
  }
}

/** The first line of the next scene; back: of this one, or from there of the one before. */
function sceneFrom(lines: readonly BookLine[], index: number, by: 1 | -1): number {
  const begins = (at: number) => at === 0 || lines[at]?.item !== lines[at - 1]?.item
  let at = index + by
  while (at > 0 && at < lines.length && !begins(at)) at += by
  return at >= lines.length ? index : Math.max(0, at)
}
