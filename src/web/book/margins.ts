// What stands beside each line: cues on it, standbys given on it, comings and goings, questions, and what is on its way.

import type { MarginCue, Mark } from '../../core/book/margin.ts'
import type { WordAt } from '../../core/show/script.ts'
import type { BookPage } from '../../wire/book.ts'
import type { Sent } from './use-pages.ts'

export type Beside = {
  readonly cues: readonly MarginCue[]
  readonly standbys: readonly MarginCue[]
  readonly warnings: readonly MarginCue[]
  readonly marks: readonly Mark[]
  readonly questions: BookPage['questions']
  readonly sent: readonly (Sent & { readonly at: WordAt })[]
}
type Filling = { -readonly [Part in keyof Beside]: Beside[Part][number][] }

/** As many comings and goings stand beside one line; a crowd is counted. */
export const MARKS_SHOWN_MAX = 8

/** Who is on and what must be there before what is only done: of a crowd the last are folded away. */
const rank: Readonly<Record<Mark['kind'], number>> = {
  ...{ in: 0, out: 1, change: 2, 'hand-off': 3, preset: 4, task: 5 },
}

export type Layers = { readonly hidden: ReadonlySet<string>; readonly marks: boolean }

export function besides(page: BookPage, sent: readonly Sent[], layers: Layers): ReadonlyMap<string, Beside> {
  const lines = new Map<string, Filling>()
  const of = (line: string): Filling => {
    const known = lines.get(line)
    if (known) return known
    const fresh: Filling = { cues: [], standbys: [], warnings: [], marks: [], questions: [], sent: [] }
    lines.set(line, fresh)
    return fresh
  }
  for (const cue of page.cues) {
    if (layers.hidden.has(cue.department)) continue
    if (cue.at) of(cue.at.line).cues.push(cue)
    if (cue.standby) of(cue.standby.line).standbys.push(cue)
    if (cue.warn) of(cue.warn.line).warnings.push(cue)
  }
  if (layers.marks) for (const mark of page.marks ?? []) of(mark.line).marks.push(mark)
  for (const line of lines.values()) line.marks.sort((a, b) => rank[a.kind] - rank[b.kind])
  for (const question of page.questions) of(question.line).questions.push(question)
  for (const one of sent) {
    const { at } = one
    if ('line' in at) of(at.line).sent.push({ ...one, at })
  }
  return lines
}

/** "LX 12". */
export const cueName = (
  { departments }: Pick<BookPage, 'departments'>,
  cue: Pick<MarginCue, 'department' | 'number'>,
): string =>
  `${departments.find(({ id }) => id === cue.department)?.short ?? cue.department} ${cue.number}`.trim()

/** In the order of the script, those on no word left out. */
export function inOrder(page: BookPage, index: ReadonlyMap<string, number>): readonly MarginCue[] {
  const place = ({ at }: MarginCue) => (at ? (index.get(at.line) ?? 0) * 10_000 + at.word : 0)
  return page.cues.filter(({ at }) => at !== null).toSorted((a, b) => place(a) - place(b))
}
