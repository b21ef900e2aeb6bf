// The script in slices, as the book's screen fetches it; and what tells one text from another.

import { lineIdOf, ofScript } from '../show/script.ts'
import type { Show } from '../show/show.ts'

/** Lines of one answer: some 300 kB of a long play. */
export const SLICE_LINES_MAX = 4_000

export type BookLine = {
  readonly id: string
  readonly item: string
  readonly role: string | null
  readonly kind: 'speech' | 'lyric' | 'direction'
  readonly text: string
  readonly page: string | null
}

export type TextSlice = {
  readonly text: string
  readonly from: number
  readonly total: number
  readonly lines: readonly BookLine[]
}

export function sliceOf({ script }: Pick<Show, 'script'>, from: number): TextSlice {
  const lines = script.slice(from, from + SLICE_LINES_MAX)
  return {
    text: textKey({ script }),
    from,
    total: script.length,
    lines: lines.map((line, index) => ({
      id: lineIdOf(line, from + index),
      item: line.item,
      role: line.role ?? null,
      kind: line.kind,
      text: line.text,
      page: line.page ?? null,
    })),
  }
}

/** Another where any word, speaker or id is another: enough to know when to read again, and quick. */
export const textKey = ({ script }: Pick<Show, 'script'>): string => keyOf(script).key

const keyOf = ofScript((script) => {
  let mixed = 0x811c9dc5
  const mix = (text: string) => {
    for (let at = 0; at < text.length; at += 1)
      mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193) >>> 0
    mixed = Math.imul(mixed ^ 0x1f, 0x01000193) >>> 0
  }
  for (const [index, line] of script.entries()) {
    mix(lineIdOf(line, index))
    mix(line.role ?? '')
    mix(line.text)
  }
  return { key: `${script.length}-${mixed.toString(16)}` }
})
