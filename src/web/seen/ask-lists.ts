// Which of the names that are asked about here are one question: those due at one wing, as many as one glance takes in.

import type { AskLine } from '../../core/night/presence-sections.ts'
import { NAMES_ON_A_LIST_MAX } from '../../core/presence/ask-lists.ts'

/** At least one name each. What was put to whoever stands here comes first, then what is read along, then what was answered. */
export function questionsOf(asks: readonly AskLine[]): readonly (readonly [AskLine, ...AskLine[]])[] {
  const questions: [AskLine, ...AskLine[]][] = []
  for (const ask of asks.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    const list = questions.find(
      ([first, ...others]) => isOne(first, ask) && others.length + 1 < NAMES_ON_A_LIST_MAX,
    )
    if (list) list.push(ask)
    else questions.push([ask])
  }
  return questions
}

const orderOf = ({ along, answered }: AskLine): number =>
  Number(along === true) + Number(answered !== undefined)

const isOne = (first: AskLine, ask: AskLine): boolean =>
  first.wing !== undefined && first.wing === ask.wing && orderOf(first) === orderOf(ask)
