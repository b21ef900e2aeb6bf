// What the import left open, at its place in the script, so that it is settled where it is read (BOOK-4).

import { lineIdOf } from '../../core/show/script.ts'
import type { Show } from '../../core/show/show.ts'
import type { ScriptQuestion } from '../../core/show/word-place.ts'
import { onOneLine } from '../finding.ts'
import { NAME_LENGTH_MAX, SCRIPT_QUESTIONS_MAX } from '../show-file/limits.ts'
import type { Play, Question } from './play.ts'
import { clipped } from './propose.ts'

/** Each at the last line of the script that stands in the file before it, else at the first. */
export function withQuestions(show: Show, play: Play, asked: readonly Question[]): Show {
  if (asked.length === 0 || show.script.length === 0) return show
  const starts = scriptLinesOf(play).toSorted((a, b) => a.line - b.line)
  const questions = asked
    .slice(0, SCRIPT_QUESTIONS_MAX)
    .map(({ line, kind, message }, at): ScriptQuestion => {
      const index = lastBefore(starts, line)
      const place = show.script[index]
      // It may quote what cannot be shown.
      const text = clipped(onOneLine(message), NAME_LENGTH_MAX)
      return { id: `q${at + 1}`, line: place ? lineIdOf(place, index) : 'l1', kind, text }
    })
  return { ...show, questions }
}

type Start = { readonly line: number; readonly index: number }

/** As the script of the proposed show has them: words and directions, and nothing without a text. */
const scriptLinesOf = ({ scenes }: Play): readonly Start[] =>
  scenes
    .flatMap(({ events }) => events)
    .filter((event) => event.kind !== 'speech' && event.text !== '')
    .map(({ line }, index) => ({ line, index }))

function lastBefore(starts: readonly Start[], line: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((starts[middle]?.line ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return starts[Math.max(0, low - 1)]?.index ?? 0
}
