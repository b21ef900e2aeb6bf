// Tonight's whole set, and which sheets of it somebody may print: asked of the policy table, sheet by sheet.

import { sees, type Viewer } from '../../disclosure/policy.ts'
import type { Department, Show } from '../../show/show.ts'
import type { Timeline } from '../../show/timeline.ts'
import { contactSheet } from './contacts.ts'
import { cueSheet } from './cues.ts'
import { incidentCard } from './incident.ts'
import { orderSheet } from './order.ts'
import { closingSheet, rollSheet } from './roll.ts'
import { rollCallSheet } from './roll-call.ts'
import { printedRunSheet } from './run.ts'
import {
  type DepartmentSheet,
  type PlainSheet,
  plainSheets,
  type Sheet,
  type SheetContext,
  type SheetId,
} from './sheet.ts'

const plain: Readonly<Record<PlainSheet, (context: SheetContext) => Sheet>> = {
  roll: rollSheet,
  order: orderSheet,
  cues: (context) => cueSheet(context, null),
  contacts: contactSheet,
  incident: incidentCard,
  closing: closingSheet,
  'roll-call': rollCallSheet,
}

/** The sheet of that name; null where the show has none, or nothing for it. */
export function sheetOf(context: SheetContext, id: SheetId): Sheet | null {
  const name = plainSheets.find((one) => one === id)
  if (name !== undefined) return plain[name](context)
  const asked = departmentOf(context.show, id)
  if (asked === null) return null
  const { sheet, department } = asked
  if (sheet === 'run') return printedRunSheet(context, department)
  return context.plan.own[department.id]?.length ? cueSheet(context, department) : null
}

/** Every sheet of tonight, in the order in which it comes out: what everybody needs, then department by department. */
export function allSheets({
  show,
  plan,
}: {
  readonly show: Show
  readonly plan: Timeline
}): readonly SheetId[] {
  return [
    ...plainSheets,
    ...show.departments.flatMap(({ id }): readonly SheetId[] => [
      ...(plan.own[id]?.length ? ([`cues:${id}`] as const) : []),
      `run:${id}`,
    ]),
  ]
}

/** May they have this one? Whoever may not is told the same as of a sheet that is not there (PAPER-3). */
export function mayPrint(viewer: Viewer, id: SheetId): boolean {
  switch (id) {
    // All three say who is here: the names alone hang at the stage door, these do not.
    case 'roll':
    case 'closing':
    case 'roll-call':
      return sees(viewer, 'attendance') === 'all'
    case 'order':
      return sees(viewer, 'position') === 'all'
    case 'cues':
      return sees(viewer, 'cues') === 'all'
    case 'contacts':
      return sees(viewer, 'contacts') === 'all'
    case 'incident':
      return sees(viewer, 'safety') === 'all'
    default:
      return mayHaveOf(viewer, id)
  }
}

/** A department has its own; which sheets of it, the rows for cues and for sheets say. */
function mayHaveOf(viewer: Viewer, id: SheetId): boolean {
  const [sheet, department] = halves(id)
  const scope = sees(viewer, sheet === 'run' ? 'sheets' : 'cues')
  return (
    scope === 'all' || (scope === 'side' && viewer.department !== null && viewer.department === department)
  )
}

function halves(id: string): readonly [string, string] {
  const at = id.indexOf(':')
  return [id.slice(0, at), id.slice(at + 1)]
}

function departmentOf(
  show: Show,
  id: SheetId,
): { readonly sheet: DepartmentSheet; readonly department: Department } | null {
  const [sheet, name] = halves(id)
  const department = show.departments.find((one) => one.id === name)
  if (!department || (sheet !== 'cues' && sheet !== 'run')) return null
  return { sheet, department }
}
