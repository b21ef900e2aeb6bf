// Whether something was written down of an incident while a performance was on: all that its report says, and of whom it says nothing.

import { type Instant, minutes } from '../kit/time.ts'
import type { Incident } from './incident.ts'
import { openedAt } from './order.ts'

/** From when people are in for it: nearer than that two performances of a day do not lie. */
export const BEFORE_CURTAIN_MS = minutes(120)
/** Of one that nobody closed, no longer than an evening. */
export const NOT_CLOSED_MS = minutes(8 * 60)

type Evening = { readonly curtainAt: Instant; readonly closedAt: Instant | null }

/** A false alarm is one too: the report says neither what became of it nor who raised it. */
export function incidentFiled(all: readonly Incident[], { curtainAt, closedAt }: Evening): boolean {
  const to = closedAt ?? curtainAt + NOT_CLOSED_MS
  return all.some((one) => {
    const at = openedAt(one)
    return !one.drill && at !== null && at >= curtainAt - BEFORE_CURTAIN_MS && at <= to
  })
}
