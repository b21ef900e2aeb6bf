// Who does what a second time, where an item is played again: as the first time, unless the plan says otherwise.

import type { CoverChange, Version } from '../covering/covering.ts'
import type { ObligationId, PersonId } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import type { Plan } from './night.ts'

const AGAIN = /-again-\d+$/

export const firstOf = (obligation: ObligationId): ObligationId | null =>
  AGAIN.test(obligation) ? (obligation.replace(AGAIN, '') as ObligationId) : null

/** Whoever does it by the plan; null: it is cut; undefined: whoever does in the book. */
export type Doing = (obligation: ObligationId) => PersonId | null | undefined

export function doingOf(changes: readonly CoverChange[]): Doing {
  const rows = new Map(changes.map((one) => [one.obligation, one.person]))
  return (obligation) => {
    if (rows.has(obligation)) return rows.get(obligation)
    const first = firstOf(obligation)
    return first === null ? undefined : rows.get(first)
  }
}

export function doerIn(doing: Doing, obligation: ObligationId, owner: PersonId): PersonId | null {
  const person = doing(obligation)
  return person === undefined ? owner : person
}

/** Somebody does one thing otherwise the second time. */
export const hasAgain = ({ changes, walked = [] }: Pick<Version, 'changes' | 'walked'>): boolean =>
  [...changes.map(({ obligation }) => obligation), ...walked].some((one) => firstOf(one) !== null)

/** Where what is done by this plan is also done otherwise than in the book the first time. */
export const isChangedFirst = (changes: ReadonlySet<ObligationId>, obligation: ObligationId): boolean => {
  const first = firstOf(obligation)
  return first !== null && changes.has(first)
}

const known = new WeakMap<Timeline, WeakMap<readonly CoverChange[], readonly CoverChange[]>>()

/** The rows of a plan for each time that the order has its item. The same in gives the same out. */
export function onEachTime(
  { show, timeline }: Plan,
  changes: readonly CoverChange[],
): readonly CoverChange[] {
  const again = show.obligations.filter(({ id }) => firstOf(id) !== null)
  if (again.length === 0 || changes.length === 0) return changes
  const ofTimeline = known.get(timeline) ?? new WeakMap<readonly CoverChange[], readonly CoverChange[]>()
  known.set(timeline, ofTimeline)
  const found = ofTimeline.get(changes)
  if (found) return found
  const doing = doingOf(changes)
  const rows = new Set(changes.map(({ obligation }) => obligation))
  const made = [
    ...changes,
    ...again.flatMap(({ id }): CoverChange[] => {
      const person = rows.has(id) ? undefined : doing(id)
      return person === undefined ? [] : [{ obligation: id, person }]
    }),
  ]
  ofTimeline.set(changes, made)
  return made
}
