// What stands on the calling strip: what was called, the moment at the now-line, what comes after it.

import type { DepartmentLine } from '../../core/night/department-lines.ts'
import type {
  CallingSection,
  CueLine,
  CuesSection,
  MomentLine,
  RecentLine,
  ScriptSection,
  StandbyLine,
} from '../../core/night/sections.ts'
import type { PlanPoint } from '../../core/show/timeline.ts'
import { words } from '../speech/speech.ts'
import { outcomeWords } from '../ui/words.ts'
import { cutBehind, isCut, momentAt } from './places.ts'

/** Rows after the now-line; further ahead is for the book. */
const AHEAD_MAX = 60
/** Rows above it: the fixed space holds fewer, and the newest stand lowest. */
const BEHIND_MAX = 10

type Spoken = ScriptSection['lines'][number]

export type StripRow =
  | {
      readonly kind: 'called'
      readonly moment: MomentLine
      readonly called: RecentLine
      /** "FLY late": what did not go as it should; what did is no news. */
      readonly wrong: string | null
      readonly complete: boolean
    }
  | { readonly kind: 'moment'; readonly moment: MomentLine; readonly standby: StandbyLine | null }
  | { readonly kind: 'cut'; readonly moment: MomentLine }
  | {
      readonly kind: 'spoken'
      readonly line: Spoken
      readonly key: string
      readonly marks: readonly string[]
    }

export type Column = {
  readonly department: DepartmentLine
  /** "LX 24", in the order of calling. */
  readonly names: readonly string[]
  readonly titles: readonly string[]
  readonly followers: readonly CueLine[]
  readonly acknowledged: StandbyLine['acknowledged'][number] | null
}

export const standbyOf = (calling: CallingSection, moment: MomentLine): StandbyLine | null =>
  calling.standbys.find((one) => one.moment === moment.index) ?? null

/** So many letters fit into a column in the largest type: "LX 112". */
const LETTERS_WIDE = 6

/** "LX 14.5" stands in smaller type rather than on two lines (DESK-81). */
export const isLongName = (name: string): boolean => name.length > LETTERS_WIDE

/** One column for each department of a moment, in the order of the cues. */
export function columnsOf(
  cues: CuesSection,
  moment: MomentLine,
  standby: StandbyLine | null,
): readonly Column[] {
  const all = [...moment.cues, ...moment.followers]
  const ids = [...new Set(all.map((cue) => cue.department))]
  return ids.flatMap((id) => {
    const department = cues.departments.find((one) => one.id === id)
    if (!department) return []
    const own = moment.cues.filter((cue) => cue.department === id)
    return [
      {
        department,
        names: own.map((cue) => cue.name),
        titles: own.map((cue) => cue.title),
        followers: moment.followers.filter((cue) => cue.department === id),
        acknowledged: standby?.acknowledged.find((one) => one.department === id) ?? null,
      },
    ]
  })
}

/** Called moments with the words between them, oldest first; ends at the now-line. */
export function rowsBehind(
  cues: CuesSection,
  calling: CallingSection,
  script: ScriptSection | undefined,
): readonly StripRow[] {
  const next = momentAt(cues, calling.next)
  const called = calling.recent.flatMap((one): StripRow[] => {
    const moment = momentAt(cues, one.moment)
    return moment ? [calledRow(cues, moment, one)] : []
  })
  const from = calling.recent.at(-1)
  const since = (from && momentAt(cues, from.moment)?.at) ?? null
  const until = next?.at ?? null
  const spoken = numbered(script)
    .filter(
      ({ line: { at } }) => (since === null || isAfter(at, since)) && (until === null || !isAfter(at, until)),
    )
    .slice(-3)
    .map((line) => spokenRow(line, next ? [next] : []))
  const cut = cutBehind(cues, calling).map((moment): StripRow => ({ kind: 'cut', moment }))
  return [...called, ...cut, ...spoken].slice(-BEHIND_MAX)
}

function calledRow(cues: CuesSection, moment: MomentLine, called: RecentLine): StripRow {
  const wrong = called.reports
    .filter((word) => word.outcome !== 'complete')
    .map((word) => {
      const whose = cues.departments.find((one) => one.id === word.department)
      return words()
        .report.outcomeOf({ department: whose?.short ?? '', outcome: outcomeWords(word.outcome) })
        .trim()
    })
  return {
    kind: 'called',
    moment,
    called,
    wrong: wrong.length === 0 ? null : wrong.join(', '),
    complete: wrong.length === 0 && called.reports.length > 0,
  }
}

/** What comes after the moment at the now-line, words between the cues. */
export function rowsAhead(
  cues: CuesSection,
  calling: CallingSection,
  script: ScriptSection | undefined,
): readonly StripRow[] {
  const next = momentAt(cues, calling.next)
  if (!next) return []
  // No more of either than there are rows: marking the whole book at each press takes longer than a press may.
  const moments = cues.moments
    .filter((moment) => moment.index > next.index && moment.list === null)
    .slice(0, AHEAD_MAX)
  const lines = numbered(script)
    .filter(({ line }) => isAfter(line.at, next.at))
    .slice(0, AHEAD_MAX)
  const rows = [
    // A line stands above the cue that is called on it.
    ...lines.map((one) => ({ at: one.line.at, rank: one.number, row: spokenRow(one, moments) })),
    ...moments.map((moment) => ({
      at: moment.at,
      rank: AFTER_LINES + moment.index,
      row: isCut(calling, moment)
        ? { kind: 'cut' as const, moment }
        : { kind: 'moment' as const, moment, standby: standbyOf(calling, moment) },
    })),
  ]
  return rows
    .sort((a, b) => a.at.act - b.at.act || a.at.seconds - b.at.seconds || a.rank - b.rank)
    .slice(0, AHEAD_MAX)
    .map(({ row }) => row)
}

/** More than any book has lines. */
const AFTER_LINES = 1_000_000

type Numbered = { readonly line: Spoken; readonly number: number }

const numbered = (script: ScriptSection | undefined): readonly Numbered[] =>
  (script?.lines ?? []).map((line, number) => ({ line, number }))

function spokenRow({ line, number }: Numbered, moments: readonly MomentLine[]): StripRow {
  const clean = plainText(line.text)
  const text = clean.toLowerCase()
  const marks = moments.flatMap((moment) =>
    moment.item === line.item && moment.line !== null && text.includes(moment.line.toLowerCase())
      ? [moment.line]
      : [],
  )
  return { kind: 'spoken', line: { ...line, text: clean }, marks, key: `line-${number}` }
}

/** The book's own marks of emphasis are for the book. */
export const plainText = (text: string): string =>
  text.replace(/(^|[\s(“"])[_*]+|[_*]+(?=$|[\s.,;:!?)”"])/g, '$1')

const isAfter = (point: PlanPoint, than: PlanPoint): boolean =>
  point.act > than.act || (point.act === than.act && point.seconds > than.seconds)

/** Cuts a text at the words it is marked with, so that they can be underlined. */
export function markedParts(
  text: string,
  marks: readonly string[],
): readonly { readonly text: string; readonly mark: boolean }[] {
  const found = marks
    .map((mark) => ({ at: text.toLowerCase().indexOf(mark.toLowerCase()), length: mark.length }))
    .filter((one) => one.at >= 0)
    .sort((a, b) => a.at - b.at)
  const parts: { text: string; mark: boolean }[] = []
  let done = 0
  for (const { at, length } of found) {
    if (at < done) continue
    if (at > done) parts.push({ text: text.slice(done, at), mark: false })
    parts.push({ text: text.slice(at, at + length), mark: true })
    done = at + length
  }
  if (done < text.length) parts.push({ text: text.slice(done), mark: false })
  return parts
}
