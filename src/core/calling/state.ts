// Where the performance is: what the log adds up to for the desk.

import type { Duration, Instant } from '../kit/time.ts'
import { duration } from '../kit/time.ts'
import type { PerformanceKind } from '../show/kinds.ts'
import type { Country, DepartmentId, EditionId, TrackId } from '../show/show.ts'
import { DECK, type Moment, type PlanPoint, type Timeline } from '../show/timeline.ts'
import type { Channel, DeskRules, Outcome, RemovedMoment, TaskOwner } from './events.ts'

type Opened = {
  readonly number: number
  readonly show: string
  readonly edition: EditionId
  readonly at: Instant
  readonly curtainAt: Instant
  readonly country: Country
  readonly timeZone: string
  readonly sameDay?: number
  readonly kind?: PerformanceKind
}

export type Acknowledgement = {
  readonly department: DepartmentId
  readonly at: Instant
  readonly channel: Channel
}

/** A moment that has been stood by and not yet called. */
type Standby = {
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

/** A note that somebody sees to, tonight's or carried over from an earlier performance. */
export type Task = {
  /** "14-3": the performance it was written in, and which of its notes. */
  readonly id: string
  readonly from: number
  readonly writtenAt: Instant
  readonly department: DepartmentId | null
  readonly owner: TaskOwner
  /** Of a carried one; tonight's have their note's. Null also once it was erased. */
  readonly carriedText: string | null
  /** Its place among tonight's notes; null where it was carried over. */
  readonly note: number | null
  readonly doneAt: Instant | null
  /** It need not be seen to after all. */
  readonly dropped?: boolean
}

export type DeskState = {
  /** The moment the deck's list calls next; the number of moments once none is left. */
  readonly next: number
  /** Where the desk was put; `next` is the first from here on that is neither cut nor of another list. */
  readonly from: number
  /** The other lists' places, by name, as `from` is the deck's. */
  readonly others: Readonly<Record<string, number>>
  /** Grows with each change of any list's next moment: what a GO must have seen. */
  readonly move: number
  /** Devices of stage managers who have taken the desk. */
  readonly taken: readonly string[]
}

/** The desk was at one cue and was put at another, after so many GOs. */
export type Turn = {
  readonly from: number
  readonly to: number
  readonly at: Instant
  readonly called: number
}

/** A department's word on what became of a called cue. */
type CueReport = {
  /** The GO it is about, by its place in `called`: a cue that is called again has another. */
  readonly call: number
  readonly department: DepartmentId
  readonly outcome: Outcome
  readonly at: Instant
}

export type CallingState = {
  readonly opened: Opened | null
  readonly closedAt: Instant | null
  readonly calls: readonly {
    readonly call: string
    readonly act: number
    readonly at: Instant
    /** When it was due, as the desk knew it then; null where its table is not known any more. */
    readonly dueAt: Instant | null
  }[]
  /** When the act that is not up yet is expected up, said by a person; what is expected without it is the plan's. */
  readonly expected: { readonly act: number; readonly upAt: Instant; readonly at: Instant } | null
  readonly tasks: readonly Task[]
  readonly acts: readonly ActTimes[]
  readonly desk: DeskState
  readonly standbys: readonly Standby[]
  readonly called: readonly CalledMoment[]
  readonly steppedBack: { readonly from: number; readonly to: number; readonly at: Instant } | null
  /** Where the deck’s list did not go straight on, in order: a tech is read from these. */
  readonly turns: readonly Turn[]
  /** The last of them, until the next GO from that list. */
  readonly turned: Turn | null
  /** Called today, and taken out of the book since (TECH-13). */
  readonly removed: readonly RemovedMoment[]
  /** The last point of the plan known to have been reached, and when. */
  readonly reached: { readonly item: number; readonly point: PlanPoint; readonly at: Instant } | null
  readonly itemStarts: readonly { readonly item: number; readonly at: Instant }[]
  readonly holds: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly notes: readonly Note[]
  /** Moments that are not called tonight. */
  readonly cut: readonly number[]
  /** Of these, those that tonight’s order leaves out: they come back with another order. */
  readonly orderCut: readonly number[]
  /** Moments that were passed without being called. */
  readonly skipped: readonly { readonly moment: number; readonly at: Instant }[]
  /** Spotters who have said clear, until the moment is called or left behind. */
  readonly clear: readonly {
    readonly moment: number
    readonly spotter: TrackId
    readonly at: Instant
    readonly by: string
  }[]
  readonly reports: readonly CueReport[]
  /** Front of house has given its clearance for these acts. */
  readonly houseClear: readonly { readonly act: number; readonly at: Instant }[]
  /** Of what one touch says and takes back: what was changed within the last moment (CALLING-49). */
  readonly justSaid: readonly { readonly about: string; readonly at: Instant }[]
  /** Who answered on cans before the show, by department; the newest word counts. */
  readonly cans: readonly {
    readonly department: DepartmentId
    readonly heard: boolean
    readonly at: Instant
  }[]
  readonly rules: DeskRules
  /** The bars the band goes round in now, since when. */
  readonly vamp: { readonly vamp: number; readonly at: Instant } | null
}

export const emptyCalling: CallingState = {
  opened: null,
  closedAt: null,
  calls: [],
  expected: null,
  tasks: [],
  acts: [],
  desk: { next: 0, from: 0, others: {}, move: 0, taken: [] },
  standbys: [],
  called: [],
  steppedBack: null,
  turns: [],
  turned: null,
  removed: [],
  reached: null,
  itemStarts: [],
  holds: [],
  notes: [],
  cut: [],
  orderCut: [],
  skipped: [],
  clear: [],
  reports: [],
  houseClear: [],
  justSaid: [],
  cans: [],
  rules: { twoStep: false },
  vamp: null,
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

/** The next moment of a list, or null once none is left. */
export function nextOf(plan: Timeline, state: CallingState, playhead: string): Moment | null {
  return firstFrom(plan, state.cut, standsAt(state.desk, playhead), playhead)
}

/** Where a list was put: nothing before this is ahead of it. */
export function standsAt({ from, others }: DeskState, playhead: string): number {
  if (playhead === DECK) return from
  return Object.hasOwn(others, playhead) ? (others[playhead] ?? 0) : 0
}

export function firstFrom(
  plan: Timeline,
  cut: readonly number[],
  from: number,
  playhead: string,
): Moment | null {
  return (
    plan.moments.find(
      (moment) => moment.index >= from && moment.playhead === playhead && !cut.includes(moment.index),
    ) ?? null
  )
}
