// What deciding about who is in the building is given, and what it answers.

import type { Viewer } from '../disclosure/policy.ts'
import { accepted, type Result } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { Show } from '../show/show.ts'
import type { AttendanceEvent } from './events.ts'

export type AttendanceContext = {
  readonly show: Show
  /** When the server decides. */
  readonly at: Instant
  /** When the person pressed, in server time as well as their device knows it. */
  readonly madeAt: Instant
  readonly by: Viewer
  readonly open: boolean
  readonly closed: boolean
}

export type Decision = Result<readonly AttendanceEvent[]>

export const happened = (...events: readonly AttendanceEvent[]): Decision => accepted(events)
