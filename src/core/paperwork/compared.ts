// What the paper report said, kept with the night it was written of.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { Country } from '../show/show.ts'
import { PAPER_LINES_MAX, PAPER_TEXT_MAX, readPaper } from './paper-report.ts'

export type ComparedEvent = {
  readonly type: 'paper.compared'
  readonly v: 1
  readonly body: Readonly<Record<string, never>>
  /** Somebody's own words: they can be erased. */
  readonly detail: { readonly text: string }
}

export type CompareCommand = { readonly name: 'paper.compare'; readonly text: string }

/** The newest counts. `text` is null once it was erased. */
export type Compared = { readonly at: Instant; readonly text: string | null; readonly times: number }

/** How often one night is kept; more is somebody playing. */
export const COMPARED_MAX = 50

export function decideCompare(
  before: Compared | null,
  { text }: CompareCommand,
  { by, country }: { readonly by: Viewer; readonly country: Country | null },
): Result<readonly ComparedEvent[]> {
  if (!may(by, 'compare with the paper'))
    return refused('not-yours', 'Whoever calls or manages the stage compares the reports.')
  if (country === null) return refused('not-open', 'No performance is open.')
  if (text.length > PAPER_TEXT_MAX)
    return refused('long-paper', `A report holds ${PAPER_TEXT_MAX} characters; this one has more.`)
  if (text.split('\n').length > PAPER_LINES_MAX)
    return refused('long-paper', `A report holds ${PAPER_LINES_MAX} lines; this one has more.`)
  const { facts, wrong } = readPaper(text, country)
  const [first] = wrong
  if (first) return refused('not-understood', `Line ${first.line} is not understood: “${first.text}”.`)
  if (facts.length === 0) return refused('empty-paper', 'There is no time and no cue in it yet.')
  if ((before?.times ?? 0) >= COMPARED_MAX)
    return refused('many-papers', `One night is kept ${COMPARED_MAX} times.`)
  return accepted([{ type: 'paper.compared', v: 1, body: {}, detail: { text } }])
}

export const applyCompare = (before: Compared | null, text: string | null, at: Instant): Compared => ({
  at,
  text,
  times: (before?.times ?? 0) + 1,
})
