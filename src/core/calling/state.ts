// Where the performance is: what the log adds up to for the desk.

import type { Duration, Instant } from '../kit/time.ts'
import { duration } from '../kit/time.ts'
import type { Country, DepartmentId, EditionId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { Channel } from './events.ts'

export type Opened = {
  readonly number: number
  readonly show: string
  readonly edition: EditionId
  readonly at: Instant
  readonly curtainAt: Instant
  readonly country: Country
  readonly timeZone: string
}

export type Acknowledgement = {
  readonly department: DepartmentId
  readonly at: Instant
  readonly channel: Channel
}

/** A moment that has been stood by and not yet called. */
export type Standby = {
  readonly moment: number
  readonly at: Instant
  readonly acknowledged: readonly Acknowledgement[]
}

export type CalledMoment = {
  readonly moment: number
  readonly at: Instant
  readonly by: string
  readonly seq: number
  readonly standbyAt: Instant | null
  readonly acknowledged: readonly Acknowledgement[]
}

export type ActTimes = { readonly act: number; readonly upAt: Instant; readonly downAt: Instant | null }

export type Note = {
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly department: DepartmentId | null
  /** The item running when it was written, by its place in the running order. */
  readonly item: number | null
  /** Null once its text was erased. */
  readonly text: string | null
}

export type CallingState = {
  readonly opened: Opened | null
  readonly closedAt: Instant | null
  readonly calls: readonly { readonly call: string; readonly act: number; readonly at: Instant }[]
  readonly acts: readonly ActTimes[]
  /** `next`: the moment the desk calls next; `move` grows each time that changes; `taken`: desks of an SM. */
  readonly desk: { readonly next: number; readonly move: number; readonly taken: readonly string[] }
  readonly standbys: readonly Standby[]
  readonly called: readonly CalledMoment[]
  readonly steppedBack: { readonly from: number; readonly to: number; readonly at: Instant } | null
  /** The last point of the plan known to have been reached, and when. */
  readonly reached: { readonly item: number; readonly point: PlanPoint; readonly at: Instant } | null
  readonly itemStarts: readonly { readonly item: number; readonly at: Instant }[]
  readonly holds: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly notes: readonly Note[]
}

export const emptyCalling: CallingState = {
  opened: null,
  closedAt: null,
  calls: [],
  acts: [],
  desk: { next: 0, move: 0, taken: [] },
  standbys: [],
  called: [],
  steppedBack: null,
  reached: null,
  itemStarts: [],
  holds: [],
  notes: [],
}

/** When the present hold began, or null while the clock runs. */
export function heldSince(state: CallingState): Instant | null {
  const last = state.holds.at(-1)
  return last && last.to === null ? last.from : null
}

/** How much of the time from `from` to `to` was held; an open hold counts up to `to`. */
export function heldBetween(state: CallingState, from: Instant, to: Instant): Duration {
  return duration(
    state.holds.reduce((total, hold) => {
      const start = Math.max(hold.from, from)
      const end = Math.min(hold.to ?? to, to)
      return total + Math.max(0, end - start)
    }, 0),
  )
}

/** The act that is up now, or null before, between and after. */
export function actUp(state: CallingState): ActTimes | null {
  const last = state.acts.at(-1)
  return last && last.downAt === null ? last : null
}
