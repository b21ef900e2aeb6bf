// What asking was worth, as lines: a term and what there is to say of it. Nobody is named.

import { formatLength } from '../../core/kit/time.ts'
import type { AskingCounts } from '../../core/presence/worth.ts'
import type { Words } from '../../words/words.ts'

export type Line = { readonly term: string; readonly said: string }

export function askingLines(
  counts: AskingCounts,
  { asking, times }: Pick<Words, 'asking' | 'times'>,
): readonly Line[] {
  const {
    concerns,
    logged,
    asks,
    answered,
    answeredAfter,
    searches,
    falseSearches,
    judged,
    notJudged,
    blind,
  } = counts
  const after = answeredAfter === null ? null : formatLength(answeredAfter)
  const lines = [
    { is: logged > 0, term: asking.logged, said: asking.people({ count: logged }) },
    { is: concerns > 0, term: asking.about, said: asking.people({ count: concerns }) },
    {
      is: asks > 0,
      term: asking.asks,
      said:
        after === null
          ? asking.answered({ asks, answered })
          : asking.answeredAfter({ asks, answered, after }),
    },
    { is: searches > 0, term: asking.searches, said: asking.searched({ searches, well: falseSearches }) },
    { is: concerns > 0, term: asking.judged, said: asking.worth({ ...judged, notSaid: notJudged }) },
    { is: blind.length > 0, term: asking.blind, said: times.list(blind) },
  ]
  return lines.filter(({ is }) => is).map(({ term, said }) => ({ term, said }))
}
