// What can have happened at the desk, in the past tense; never edited, never deleted.

import type { Instant } from '../kit/time.ts'
import type { PerformanceKind } from '../show/kinds.ts'
import type { Country, DepartmentId, EditionId, ItemId, PersonId, TrackId, VampId } from '../show/show.ts'
import type { MomentId } from '../show/timeline.ts'

/** How a standby was answered: on the department's own screen, or aloud and marked by the caller. */
export type Channel = 'screen' | 'cans'

/** What became of a called cue, in its department's own words. */
export type Outcome = 'complete' | 'late' | 'missed' | 'early'
export const outcomes: readonly Outcome[] = ['complete', 'late', 'missed', 'early']

/**
 * How this desk calls, chosen by its caller. `twoStep`: no GO without a standby. `besidePaper`: the desk alone runs, and
 * no other screen is expected to answer.
 */
export type DeskRules = { readonly twoStep: boolean; readonly besidePaper?: boolean }

/** Who sees to a task: a department, or somebody of stage management. */
export type TaskOwner = { readonly department: DepartmentId } | { readonly person: PersonId }

/** How the desk goes on in a version that may have put its cues elsewhere. */
export type Stands = {
  /** Each list’s next moment in the new version; null where none is left. */
  readonly next: Readonly<Record<string, MomentId | null>>
  /** Some list’s next moment is another one than before. */
  readonly moved: boolean
  /** What is standing by, and stays so. */
  readonly standbys: readonly MomentId[]
  /** What was called today and is not in the new version any more, as it was called. */
  readonly removed: readonly RemovedMoment[]
}
export type RemovedMoment = { readonly name: string; readonly calledAt: readonly Instant[] }

type Event<Type extends string, Body, Detail = undefined> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
} & (Detail extends undefined ? { readonly detail?: undefined } : { readonly detail: Detail })

export type CallingEvent =
  | Event<
      'performance.opened',
      {
        readonly number: number
        /** Hash of the published show it runs on. */
        readonly show: string
        readonly edition: EditionId
        readonly curtainAt: Instant
        readonly country: Country
        readonly timeZone: string
        /** Performances of the show before it on the same day; left out where there is none. */
        readonly sameDay?: number
        /** Left out where it is a show. */
        readonly kind?: PerformanceKind
      }
    >
  /** It is played from another version of its show from now on; no moment or item it named is gone or another (TAKE-3). */
  | Event<
      'show.taken',
      {
        readonly show: string
        readonly edition: EditionId
        readonly country: Country
        readonly timeZone: string
        /** At a tech, where the show is changed while it runs (TECH-12); left out elsewhere. */
        readonly stands?: Stands
      }
    >
  | Event<'desk.taken', { readonly device: string }>
  | Event<'call.given', { readonly call: string; readonly act: number }>
  | Event<'act.up', { readonly act: number }>
  | Event<'act.down', { readonly act: number }>
  | Event<'item.started', { readonly item: ItemId }>
  | Event<'standby.given', { readonly moment: MomentId }>
  | Event<
      'standby.acknowledged',
      { readonly moment: MomentId; readonly department: DepartmentId; readonly channel: Channel }
    >
  | Event<'cue.called', { readonly moment: MomentId }>
  | Event<'desk.stepped-back', { readonly to: MomentId }, { readonly reason: string }>
  | Event<'desk.jumped', { readonly to: MomentId }>
  | Event<'cue.skipped', { readonly moment: MomentId }>
  | Event<'cue.cut', { readonly moment: MomentId }>
  | Event<'cue.restored', { readonly moment: MomentId }>
  | Event<'clear.said', { readonly moment: MomentId; readonly spotter: TrackId }>
  | Event<'clear.withdrawn', { readonly moment: MomentId; readonly spotter: TrackId }>
  | Event<
      'cue.reported',
      { readonly moment: MomentId; readonly department: DepartmentId; readonly outcome: Outcome }
    >
  | Event<'house.cleared', { readonly act: number }>
  | Event<'house.withdrawn', { readonly act: number }>
  | Event<'act.expected', { readonly act: number; readonly upAt: Instant }>
  | Event<'task.given', { readonly task: string; readonly owner: TaskOwner | null }>
  | Event<'task.done', { readonly task: string }>
  | Event<'task.dropped', { readonly task: string }>
  | Event<'task.reopened', { readonly task: string }>
  | Event<
      'task.carried',
      {
        readonly task: string
        /** The performance it was written in. */
        readonly from: number
        readonly writtenAt: Instant
        readonly department: DepartmentId | null
        readonly owner: TaskOwner
      },
      { readonly text: string }
    >
  | Event<'cans.checked', { readonly department: DepartmentId; readonly heard: boolean }>
  | Event<'rule.changed', DeskRules>
  | Event<'vamp.begun', { readonly vamp: VampId }>
  | Event<'vamp.ended', { readonly vamp: VampId }>
  | Event<'clock.held', Record<string, never>>
  | Event<'clock.resumed', Record<string, never>>
  | Event<'note.written', { readonly department: DepartmentId | null }, { readonly text: string }>
  | Event<'performance.closed', Record<string, never>>

export type CallingEventType = CallingEvent['type']

/** Where in the log an event stands. */
export type Recorded = { readonly seq: number; readonly at: Instant; readonly by: string }
