// What became of the show meanwhile, written into an incident: as it stood when that was raised, held, and resumed (I10).

import type { Incident } from '../../core/incident/incident.ts'
import { inOrder, openedAt } from '../../core/incident/order.ts'
import type { ShowDecision } from '../../core/incident/record.ts'
import type { Instant } from '../../core/kit/time.ts'

/** What the performance says of itself: where it stands, and each hold. */
export type Stands = {
  readonly where: string
  readonly holds: readonly { readonly from: Instant; readonly to: Instant | null }[]
}
export type Stood = { readonly decision: ShowDecision; readonly where: string; readonly at: Instant }

/** What is not written there yet. Each is written for the moment at which it was, and once. */
export function stoodSince(incident: Incident, { where, holds }: Stands): readonly Stood[] {
  const from = openedAt(incident)
  if (from === null) return []
  const written = inOrder(incident.records).flatMap(({ what, happened }) =>
    what.kind === 'show' ? [`${what.decision}:${happened.from}`] : [],
  )
  const held = holds.filter((one) => one.to === null || one.to >= from)
  const before = held.some((one) => one.from <= from)
  const all: readonly Stood[] = [
    { decision: before ? 'held' : 'goes-on', where, at: from },
    ...held.flatMap((one): readonly Stood[] => [
      ...(one.from > from ? [{ decision: 'held', where, at: one.from } as const] : []),
      ...(one.to === null ? [] : [{ decision: 'resumed', where, at: one.to } as const]),
    ]),
  ]
  return all.filter(({ decision, at }) => !written.includes(`${decision}:${at}`))
}
