// Whom a plan costs a part or a number may talk with somebody who did not decide it. Offered, and nothing of it written down. (N25)

import { isAway } from '../absence/absence.ts'
import type { Version } from '../covering/covering.ts'
import type { EngagementKind, PersonId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { Names } from './seen.ts'

/** Names that are offered: to choose from, and no more than can be read at a glance. */
export const TALKS_MAX = 3
/** Whoever looks after the company first. */
const offered: readonly EngagementKind[] = ['management', 'stage management']

/** Who neither approved it nor told anybody of it, and is here. */
export function talksOf({ show }: Plan, state: NightState, version: Version): readonly string[] {
  const names = new Names(show)
  const told = state.covering.told.filter((one) => one.version === version.version)
  const decided = new Set<string | null>([version.by, ...told.map(({ by }) => by), ...version.first])
  const people = offered.flatMap((kind) =>
    show.engagements.filter((one) => one.kind === kind).map(({ person }) => person),
  )
  return [...new Set(people)]
    .filter((person) => !decided.has(person) && !isAway(state.absence, person))
    .slice(0, TALKS_MAX)
    .flatMap((person) => names.callName(person) ?? [])
}

/** On their own screen, from the moment it is shown: by then a person has told them. */
export function talksFor(plan: Plan, state: NightState, person: PersonId): readonly string[] {
  const cost = state.covering.versions.findLast(
    ({ first, shownAt }) => shownAt !== null && first.includes(person),
  )
  return cost === undefined ? [] : talksOf(plan, state, cost)
}
