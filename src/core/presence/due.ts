// Who is due where and when, as plain values: the night works them out from the plan and the clock as they stand.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'

export type Due = {
  /** Stable while the plan is: the obligation's id, or what it was made of. */
  readonly key: string
  readonly person: PersonId
  readonly kind: 'entrance' | 'hand-off' | 'change' | 'call' | 'mic fit' | 'fight call' | 'task'
  readonly title: string
  readonly item: string
  readonly place: PlaceId | null
  readonly point: PlanPoint
  /** Expected as things stand: it moves with holds, cuts and covers. */
  readonly at: Instant
  /** The same on the show clock, minutes. */
  readonly clock: number
  /** Half-width in minutes, nine nights in ten; null where too few nights say. */
  readonly spread: number | null
  /** They are off stage before it: somebody may be asked about it. */
  readonly needed: boolean
}
