// When the half was called: from then on whoever is not in yet is looked for.

import type { CallingState } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import { callsBefore } from '../show/call-tables.ts'

/** The first call of the night, whatever it is called in this country; null where it was not given yet. */
export function halfCalledAt({ opened, calls }: CallingState): Instant | null {
  if (opened === null) return null
  const half = callsBefore(opened.country, 1)[0]?.id
  return calls.find(({ call, act }) => act === 1 && call === half)?.at ?? null
}
