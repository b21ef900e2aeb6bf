// The sheets of a night on which somebody does other than in the book: of each department and each person whom it touches.

import { notToldFirst, shown } from '../covering/covering.ts'
import { sees, type Viewer } from '../disclosure/policy.ts'
import {
  castBoardSheet,
  type OtherRow,
  type OtherTrack,
  otherOfDepartment,
  trackOfTonight,
} from '../paperwork/sheets/other-tonight.ts'
import type { Sheet, SheetId } from '../paperwork/sheets/sheet.ts'
import type { PersonId } from '../show/show.ts'
import { book } from './as-covered.ts'
import { castBoard } from './cast-board.ts'
import type { NightState, Plan } from './night.ts'
import type { OwedLine } from './owed-lines.ts'
import {
  type Change,
  departmentLinesFor,
  HandOffs,
  isAwayNow,
  linesFor,
  owedOf,
  type TellLine,
} from './told.ts'
import { withCover } from './tonight.ts'

/** By the plan that screens show, against the book; whom it costs something has been told (N25). */
export function otherSheets(raw: Plan, state: NightState): readonly Sheet[] {
  const plan = shown(state.covering)
  if (plan === null) return []
  const of = [plan, state.covering.told, state.absence, state.order.versions, state.learned]
  const found = known.get(plan)
  if (found?.of.every((part, index) => part === of[index])) return found.sheets
  const change = { before: withCover(raw, state, book), after: withCover(raw, state, plan) }
  const untold = new Set(notToldFirst(state.covering, plan))
  const { departments, people } = raw.show
  const sheets = [
    ...boardOf(raw, state),
    ...departments.flatMap((department) => {
      const rows = departmentLinesFor(change, department)
      const { id, name } = department
      const { version } = plan
      return rows.length === 0
        ? []
        : otherOfDepartment({ department: id, name, version, rows: rows.map(departmentRow) })
    }),
    ...people
      .filter(({ id }) => !untold.has(id) && !isAwayNow(state, id))
      .flatMap(({ id, callName }) => trackOf(change, id, callName, plan.version)),
  ]
  known.set(plan, { of, sheets })
  return sheets
}

/** In the words for the public, large enough to be hung up; a slip is cut from it. */
function boardOf(raw: Plan, state: NightState): readonly Sheet[] {
  const { lines } = castBoard(raw, state, false)
  return lines.length === 0 ? [] : [castBoardSheet(lines)]
}

type Made = { readonly of: readonly unknown[]; readonly sheets: readonly Sheet[] }
const known = new WeakMap<object, Made>()

function trackOf(change: Change, person: PersonId, name: string, version: number): readonly Sheet[] {
  const lines = linesFor(change, person)
  if (lines.length === 0) return []
  const marks = new Map(lines.map(({ id, what }) => [id, what]))
  const owed = owedOf(change.after, person)
  const handOffs = new HandOffs(change.after, owed)
  const track: OtherTrack = {
    ...{ person, name, version },
    rows: owed.map((line) => {
      const passed = line.kind === 'hand-off' ? handOffs.of(line) : null
      const { place = null, said = null } = passed ?? {}
      return rowOf({ ...line, placeIn: line.placeIn ?? place, handOff: said }, markOf(marks.get(line.id)))
    }),
    left: lines.flatMap((line) =>
      line.what === 'leave' ? [rowOf({ ...line, placeIn: line.place }, '')] : [],
    ),
  }
  return [trackOfTonight(track)]
}

const markOf = (what: TellLine['what'] | undefined): string =>
  what === 'take' ? 'NEW' : what === 'other' ? 'OTHER' : ''

type Line = Pick<OwedLine, 'at' | 'item' | 'title' | 'placeIn' | 'with' | 'carries' | 'costume'> &
  Pick<TellLine, 'handOff'>

/** What goes from hand to hand has its other end and what is passed in it already. */
const rowOf = ({ at, item, title, placeIn, handOff, ...line }: Line, mark: string): OtherRow => ({
  ...{ at, item, mark, place: placeIn, title: handOff ? passedWords(handOff, line.with) : title },
  besides: [
    ...(handOff ? [] : [...line.with, ...line.carries]),
    ...(line.costume === null ? [] : [line.costume]),
  ].join(', '),
})

/** As it is said in a wing; where, has a column of its own. */
function passedWords(
  { gives, prop, after }: NonNullable<TellLine['handOff']>,
  names: readonly string[],
): string {
  const other = names.length === 0 ? '' : ` ${gives ? 'to' : 'from'} ${names.join(' and ')}`
  return `${gives ? 'Give' : 'Take'} ${prop}${other}${after === null ? '' : `, after ${after}`}`
}

const departmentRow = (line: TellLine) => {
  const row = rowOf({ ...line, placeIn: line.place, with: [] }, '')
  const before = line.before ?? ''
  if (line.thing === null) return { ...row, who: line.with.join(', ') || 'cut', before }
  const who = line.thing.how === 'set' ? '' : line.with.join(', ')
  return { ...row, who, before, besides: thingWords(line) }
}

/** What a department does about a thing; whose it was, and whose it is, have columns of their own. */
function thingWords({ what, thing }: TellLine): string {
  if (what === 'leave') return 'not passed on any more'
  if (thing?.how === 'set') return `set here, not at ${thing.from ?? ''}`
  return thing?.from === null || thing === null ? 'left there for them' : `bring it from ${thing.from}`
}

/** As on screens: all of them for those who plan, a department its own, everybody their own. */
export function mayPrintOther(viewer: Viewer, id: SheetId): boolean {
  if (id === 'cast:board') return sees(viewer, 'cast board') !== null
  if (sees(viewer, 'plans') === 'all') return true
  if (id === `other:${viewer.department}`) return sees(viewer, 'plan of department') !== null
  return id === `track:${viewer.person}` && sees(viewer, 'own plan') !== null
}
