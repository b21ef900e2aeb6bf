// Tonight's sheets for whoever may have them, and what has changed on them since they were printed.

import { running, stillExpected } from '../calling/expected.ts'
import { may, type Viewer } from '../disclosure/policy.ts'
import { dayOf } from '../kit/day.ts'
import type { Instant } from '../kit/time.ts'
import { lastPrint, type Print, versionOf } from '../paperwork/printed.ts'
import { fingerprint, shortMark } from '../paperwork/sheets/mark.ts'
import { allSheets, mayPrint, sheetOf } from '../paperwork/sheets/set.ts'
import type { ReadySheet, Sheet, SheetContext, SheetId } from '../paperwork/sheets/sheet.ts'
import type { Timeline } from '../show/timeline.ts'
import type { NightState, Plan } from './night.ts'
import { mayPrintOther, otherSheets } from './other-sheets.ts'
import { tonight } from './tonight.ts'

/** `asked`: which of them; null for all that this viewer may have. Without an open performance there are none. */
export function sheetsFor(
  raw: Plan,
  state: NightState,
  viewer: Viewer,
  { asked, now }: { readonly asked: readonly string[] | null; readonly now: Instant },
): readonly ReadySheet[] {
  const plan = tonight(raw, state)
  const others = new Map(otherSheets(raw, state).map((sheet) => [sheet.id, sheet]))
  const clock = running(plan.timeline, state.calling)
  if (!clock) return []
  const context = contextOf(plan, state, {
    expected: (point) => stillExpected(clock, point, now),
    attendance: state.attendance,
    audience: state.house.audience?.count ?? null,
    today: dayOf(now, state.calling.opened?.timeZone ?? plan.show.timeZone),
  })
  return sheetIdsFor(raw, state, viewer, asked).flatMap((id) => {
    const other = others.get(id)
    const sheet = other ?? sheetOf(context, id)
    const print = other ? fingerprint(other) : sheet && printOf(plan, state, id)
    return sheet && print ? [ready(sheet, print, state.prints)] : []
  })
}

/** The names of those, for whoever makes them one after another. */
export function sheetIdsFor(
  raw: Plan,
  state: NightState,
  viewer: Viewer,
  asked: readonly string[] | null,
): readonly SheetId[] {
  const { show, timeline } = tonight(raw, state)
  const others = otherSheets(raw, state).map(({ id }) => id)
  return [
    ...allSheets({ show, plan: timeline }).filter((id) => mayPrint(viewer, id)),
    ...others.filter((id) => mayPrintOther(viewer, id)),
  ].filter((id) => asked === null || asked.includes(id))
}

const ready = (sheet: Sheet, print: string, prints: readonly Print[]): ReadySheet => ({
  ...sheet,
  print,
  version: versionOf(prints, sheet.id, print),
  mark: shortMark(print),
})

const contextOf = (
  { show, timeline }: Plan,
  { calling }: NightState,
  {
    expected,
    attendance,
    audience,
    today,
  }: Pick<SheetContext, 'expected' | 'attendance' | 'audience' | 'today'>,
): SheetContext => ({
  show,
  plan: timeline,
  calling,
  country: calling.opened?.country ?? show.country,
  timeZone: calling.opened?.timeZone ?? show.timeZone,
  expected,
  attendance,
  audience,
  today,
})

/** `there`: sheets with something on them. `prints`: their marks, worked out when first asked for. */
type Known = {
  readonly cut: readonly number[]
  readonly there: readonly SheetId[]
  readonly prints: Map<SheetId, string>
}

/** Worked out again only when what a sheet is made of has changed: not with every GO. The same in gives the same out. */
const known = new WeakMap<Timeline, Known>()

/** Neither the clock nor who comes in changes a sheet: both are left out of its mark (PAPER-6). */
const unmarked = { expected: null, attendance: null, audience: null, today: null } as const

function knownOf(plan: Plan, state: NightState): Known {
  const { cut } = state.calling
  const found = known.get(plan.timeline)
  if (found && found.cut === cut) return found
  const context = contextOf(plan, state, unmarked)
  // The long ones are there without being made; a run sheet may turn out to be empty.
  const there = allSheets({ show: plan.show, plan: plan.timeline }).filter(
    (id) => !id.startsWith('run:') || sheetOf(context, id) !== null,
  )
  const made = { cut, there, prints: new Map<SheetId, string>() }
  known.set(plan.timeline, made)
  return made
}

function printOf(plan: Plan, state: NightState, id: SheetId): string | undefined {
  const { prints } = knownOf(plan, state)
  const sheet = prints.has(id) ? null : sheetOf(contextOf(plan, state, unmarked), id)
  if (sheet) prints.set(id, fingerprint(sheet))
  return prints.get(id)
}

export type PrintedLine = {
  readonly id: SheetId
  readonly name: string
  readonly printedAt: Instant | null
  /** It would be printed otherwise now than it was. */
  readonly changed: boolean
}
export type PrintedSection = {
  readonly last: { readonly at: Instant; readonly by: string } | null
  readonly sheets: readonly PrintedLine[]
}

/** For those who print tonight's set; a department's own copy is its own matter. */
export const printsTheSet = (viewer: Viewer): boolean => may(viewer, 'print the set')

/** From the book: what is other tonight is told against it. `plans`: whether all of that may be listed. */
export function printedSection(raw: Plan, state: NightState, plans: boolean): PrintedSection {
  const plan = tonight(raw, state)
  const { prints, calling } = state
  const last = prints.at(-1)
  return {
    last: last ? { at: last.at, by: last.by } : null,
    sheets:
      calling.opened === null
        ? []
        : [
            ...knownOf(plan, state).there.map(lineOf),
            ...(plans ? otherSheets(raw, state).map(otherLine) : []),
          ],
  }

  function otherLine(sheet: Sheet): PrintedLine {
    const before = lastPrint(prints, sheet.id)
    const changed = before !== null && before.print !== fingerprint(sheet)
    return { id: sheet.id, name: sheet.name, printedAt: before?.at ?? null, changed }
  }

  function lineOf(id: SheetId): PrintedLine {
    const before = lastPrint(prints, id)
    // What stands on it now is worked out only for a sheet that was printed: a house that opens has printed none.
    const changed = before !== null && before.print !== printOf(plan, state, id)
    return { id, name: nameOf(plan, id), printedAt: before?.at ?? null, changed }
  }
}

const plainNames: Readonly<Record<string, string>> = {
  roll: 'Roll',
  order: 'Running order',
  cues: 'Cue sheet',
  contacts: 'Contact sheet',
  incident: 'Incident card',
  closing: 'Closing sheet',
  'roll-call': 'Roll call list',
}

function nameOf({ show }: Plan, id: SheetId): string {
  const plain = plainNames[id]
  if (plain !== undefined) return plain
  const [sheet, department] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  const name = show.departments.find((one) => one.id === department)?.name ?? department
  return `${sheet === 'run' ? 'Run sheet' : 'Cue sheet'} · ${name}`
}
