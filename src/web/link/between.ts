// Is now a moment between performances? Only then may a newer app take the place of the one that is in use.

import { expectedAt } from '../../core/calling/expected.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { SessionState } from './session.ts'

/** Nearer to the curtain than this people look at their screens, and nothing changes under their eyes. */
export const BEFORE_CURTAIN_MS = 3_600_000

/** Known for certain, by a device that hears the server: what is stale may be in the middle of an act by now. */
export function isBetween({ connection, stale, seen, sections }: SessionState, now: Instant | null): boolean {
  if (connection !== 'live' || stale || now === null || seen === null) return false
  const { position } = sections
  if (seen.performance === '' || position === null) return true
  if (position === undefined) return false
  if (position.closedAt !== null) return true
  const { acts, running } = position
  if (acts.length > 0) return false
  return expectedAt(running, { act: running.point.act, seconds: 0 }, now) - now > BEFORE_CURTAIN_MS
}
