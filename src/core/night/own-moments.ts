// A department's own count of moments and its own names for them: what a group is called, and how many cues of others lie
// between, is not its business (DISCLOSURE-12).

import type { DepartmentId } from '../show/show.ts'
import { type Moment, partOf, type Timeline } from '../show/timeline.ts'

/** `only`: whose count; null counts all. */
export type Count = {
  readonly moments: readonly Moment[]
  /** The place in this count of a moment that is in it. */
  readonly placeOf: (index: number) => number
  /** How many of this count lie before: for a place of the list that may be somebody else's. */
  readonly before: (index: number) => number
}

export function countOf({ moments, own }: Timeline, only: DepartmentId | null): Count {
  if (only === null) return { moments, placeOf: (index) => index, before: (index) => index }
  const mine = own[only] ?? []
  const before = (index: number) => {
    const at = mine.findIndex((moment) => moment.index >= index)
    return at === -1 ? mine.length : at
  }
  return { moments: mine, placeOf: before, before }
}

/** To a department a moment is named by the first of its own cues. */
export const nameOf = (moment: Moment, only: DepartmentId | null): string =>
  only === null ? moment.id : (partOf(moment, only).cues[0]?.id ?? moment.id)
