// Who reads what was written down of an incident: whoever has a part in it all of it, anybody else what they wrote themselves.

import { sees, type Viewer } from '../disclosure/policy.ts'
import { functionsOf } from './functions.ts'
import type { Incident } from './incident.ts'
import { wholeOf } from './order.ts'
import { type IncidentId, type IncidentRecord, isStranger } from './record.ts'

/** `name`: of the person whose device it is, as the show has it; null for a device of a place. */
export type Reader = { readonly viewer: Viewer; readonly name: string | null }

/** With what somebody said is the same. Null where there is nothing of it for them, and the same where there is none at all. */
export function recordsFor(
  { viewer, name }: Reader,
  incident: IncidentId,
  all: readonly Incident[],
): readonly IncidentRecord[] | null {
  const found = all.find(({ id }) => id === incident)
  if (!found) return null
  const whole = wholeOf(found, all)
  if (sees(viewer, 'hand-over') === 'all' || hasPart({ viewer, name }, whole)) return whole
  const own = whole.filter(({ author }) => !isStranger(author) && author.device === viewer.device)
  return own.length === 0 ? null : own
}

/** Asked, or has it: by their own name, or taken on this very device. */
function hasPart({ viewer, name }: Reader, records: readonly IncidentRecord[]): boolean {
  const named = functionsOf(records).flatMap(({ holders, offered }) =>
    [...holders, ...offered].map(({ who }) => folded(who)),
  )
  if (name !== null && named.includes(folded(name))) return true
  return records.some(
    ({ author, what }) =>
      what.kind === 'function' && what.step === 'taken' && author.device === viewer.device,
  )
}

const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en')
