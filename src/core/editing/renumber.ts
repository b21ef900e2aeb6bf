// The numbers of one department's cues made anew, in the order in which they are called: after a tech, all at once.

import { accepted, type Result, refused } from '../kit/result.ts'
import type { Cue, CueId, DepartmentId, ItemId, Show } from '../show/show.ts'
import type { EditNamed } from './edit.ts'

export const RENUMBER_FROM_MAX = 99_999
export const RENUMBER_STEP_MAX = 1_000

/** Whatever hangs on a cue hangs on the cue and not on its number, and goes with it. */
export function renumberCues(show: Show, edit: EditNamed<'cues.renumber'>): Result<Show> {
  const department = show.departments.find((one) => one.id === edit.department)
  if (!department) return refused('no-such-department', 'That department is not in the show any more.')
  const numbers = numbersFrom(inCalledOrder(show, department.id), edit)
  if (numbers.size === 0) return refused('no-cues', `${department.short} has no cues.`)
  const cues = show.cues.map((cue) => ({ ...cue, number: numbers.get(cue.id) ?? cue.number }))
  return accepted({ ...show, cues })
}

function numbersFrom(
  cues: readonly Cue[],
  { from, step }: Pick<EditNamed<'cues.renumber'>, 'from' | 'step'>,
): ReadonlyMap<CueId, string> {
  return new Map(cues.map((cue, index) => [cue.id, String(from + index * step)]))
}

/** As the evening has them (SHOW-5); what is not played tonight comes after, as it stands in the list. */
function inCalledOrder({ cues, editions }: Show, department: DepartmentId): readonly Cue[] {
  const order = new Map<ItemId, number>((editions[0]?.items ?? []).map((item, index) => [item, index]))
  const at = ({ anchor }: Cue): number => order.get(anchor.item) ?? order.size
  return cues
    .filter((cue) => cue.department === department)
    .toSorted((one, other) => at(one) - at(other) || sameItem(one, other))
}

const sameItem = (one: Cue, other: Cue): number =>
  one.anchor.item === other.anchor.item ? one.anchor.seconds - other.anchor.seconds : 0
