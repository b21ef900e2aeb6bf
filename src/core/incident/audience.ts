// What of an incident is read, and printed, by whom: all of it by whoever may, else what was written on this very device.

import type { Viewer } from '../disclosure/policy.ts'
import type { Incident } from './incident.ts'
import { wholeOf } from './order.ts'
import type { IncidentId, IncidentRecord } from './record.ts'
import { mayReadWhole } from './whole.ts'

/** With what somebody said is the same. Null where there is nothing of it for them, and the same where there is none at all. */
export function recordsFor(
  viewer: Viewer,
  incident: IncidentId,
  all: readonly Incident[],
): readonly IncidentRecord[] | null {
  const found = all.find(({ id }) => id === incident)
  if (!found) return null
  const records = wholeOf(found, all)
  if (mayReadWhole(viewer, { ...found, records })) return records
  const own = records.filter(({ author }) => author.device === viewer.device)
  return own.length === 0 ? null : own
}
