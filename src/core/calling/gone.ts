// What the record names and the book has lost since: only a tech loses any.

import { isWorked } from '../show/kinds.ts'
import type { Timeline } from '../show/timeline.ts'
import type { CallingEvent } from './events.ts'
import type { CallingState } from './state.ts'

/**
 * At a tech the book loses cues while the record goes on naming them: what was said of those is in the record, and in
 * `removed`, and says nothing of where the desk is. Anywhere else such a name is our own mistake, and stops us.
 */
export function isGone(plan: Timeline, { opened }: CallingState, { body }: CallingEvent): boolean {
  if (!isWorked(opened?.kind ?? 'show')) return false
  const lacks = (id: string, all: readonly { readonly id: string }[]) => all.every((one) => one.id !== id)
  if ('moment' in body) return lacks(body.moment, plan.moments)
  if ('to' in body) return lacks(body.to, plan.moments)
  if ('item' in body) return lacks(body.item, plan.items)
  return 'vamp' in body && lacks(body.vamp, plan.vamps)
}
