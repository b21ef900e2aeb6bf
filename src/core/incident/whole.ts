// Incidents of which a person said that they are one and the same, read as one; and who of the house may read all of it.

import { sees, type Viewer } from '../disclosure/policy.ts'
import { type Instant, minutes } from '../kit/time.ts'
import type { Incident } from './incident.ts'
import { isStoodDown, openedAt, wholeOf } from './order.ts'

/** What nobody stood down is told of no longer than this: after it, it is for the record alone. */
export const TOLD_MS = minutes(12 * 60)

const known = new WeakMap<readonly Incident[], readonly Incident[]>()

/** Each whole once, under the id of whichever was raised first. Asked for by every screen at every press: worked out once. */
export function wholes(all: readonly Incident[]): readonly Incident[] {
  const found = known.get(all) ?? laidOut(all)
  known.set(all, found)
  return found
}

function laidOut(all: readonly Incident[]): readonly Incident[] {
  const sorted = all.toSorted((one, other) => (openedAt(one) ?? 0) - (openedAt(other) ?? 0))
  const taken = new Set<string>()
  return sorted.flatMap((incident) => {
    if (taken.has(incident.id)) return []
    const records = wholeOf(incident, all)
    for (const { incident: id } of records) taken.add(id)
    return [{ ...incident, records }]
  })
}

/** Raised lately, and nobody stood it down. */
export function isGoing(incident: Incident, now: Instant): boolean {
  const at = openedAt(incident)
  return at !== null && now - at <= TOLD_MS && !isStoodDown(incident)
}

/**
 * Whoever was asked for something here or has it, on their own screen; whoever wrote something of it; and the posts to
 * which command and the holding of the show are offered whatever their names (INCIDENT-66).
 */
export function mayReadWhole(viewer: Viewer, { records }: Incident): boolean {
  const scope = sees(viewer, 'incident board')
  if (scope !== 'own') return scope === 'all'
  if (viewer.roles.some((role) => role === 'caller' || role === 'SM')) return true
  const isAuthor = records.some(({ author }) => author.device === viewer.device)
  return isAuthor || (viewer.person !== null && peopleIn(records).has(viewer.person))
}

const peopleIn = (records: Incident['records']): ReadonlySet<string> =>
  new Set(
    records.flatMap(({ what }) =>
      (what.kind === 'function' || what.kind === 'command-passed') && what.person !== undefined
        ? [what.person]
        : [],
    ),
  )
