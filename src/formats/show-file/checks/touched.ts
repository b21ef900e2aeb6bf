// Whether a version that differs in a few places from one where everything was right is right: only those places are looked at.

import { rowsLeft } from '../../../core/kit/list-change.ts'
import type { Show } from '../../../core/show/show.ts'
import { isRows, type ShowChange } from '../../../core/show/show-change.ts'
import { checkCompany } from './company.ts'
import type { Complaint } from './complaint.ts'
import { checkCueing } from './cueing.ts'
import { checkReferences, type Known, knownIn } from './references.ts'
import { checkSameness } from './sameness.ts'

/** `change`: what `after` has that `before` has not. */
export function staysRight(before: Show, after: Show, change: ShowChange): boolean {
  const touched = (field: keyof Show) => change.rows.has(field) || change.fields.has(field)
  const own = Object.fromEntries([
    ...[...change.rows].map(([name, { own }]) => [name, own]),
    ...change.fields,
  ])
  const checks = [
    checkSameness(after, touched),
    checkReferences(after, own, lostIn(before, after, change)),
    checkCueing(after, touched),
    checkCompany(after, touched),
  ]
  return checks.every(isRight)
}

function isRight(complaints: Iterable<Complaint>): boolean {
  for (const { warning } of complaints) if (!warning) return false
  return true
}

/** What was named by an id and may not be there any more: whoever names it is looked at. */
function lostIn(before: Show, after: Show, change: ShowChange): (to: keyof Known) => boolean {
  const lost = new Map<keyof Known, boolean>()
  const isLost = (to: keyof Known): boolean => {
    const field = to === 'places' ? 'venue' : to
    const was: readonly { readonly id: string }[] = knownIn[to](before)
    const rows = change.rows.get(field)
    if (rows === undefined && !change.fields.has(field)) return false
    const left = rows && isRows(was) ? rowsLeft(was, rows) : was
    if (left.length === 0) return false
    const is = new Set<string>((rows?.own ?? knownIn[to](after)).map((row) => (row as { id: string }).id))
    return left.some(({ id }) => !is.has(id))
  }
  return (to) => {
    const known = lost.get(to) ?? isLost(to)
    lost.set(to, known)
    return known
  }
}
