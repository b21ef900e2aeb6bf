// What can be asked of the desk. Each has an identity outside of it, so that asking twice does it once.

import type { Instant } from '../kit/time.ts'
import type { DepartmentId, ItemId, VampId } from '../show/show.ts'
import type { MomentId } from '../show/timeline.ts'
import type { Channel, Outcome, TaskOwner } from './events.ts'

export type CallingCommand =
  | { readonly name: 'desk.take' }
  | { readonly name: 'call.give'; readonly call: string; readonly act: number }
  | { readonly name: 'act.up'; readonly act: number }
  | { readonly name: 'act.down'; readonly act: number }
  | { readonly name: 'item.start'; readonly item: ItemId }
  /** `to`: the last moment of a range, called one after another on one standby. */
  | { readonly name: 'standby.give'; readonly moment: MomentId; readonly to?: MomentId | undefined }
  | {
      readonly name: 'standby.acknowledge'
      readonly moment: MomentId
      readonly department: DepartmentId
      readonly channel: Channel
    }
  /** `move`: the desk's move that the caller saw; a GO from an older picture is refused. */
  | {
      readonly name: 'cue.go'
      readonly moment: MomentId
      readonly move: number
      /** Called out of order, wherever the desk is: the desk goes on from there. */
      readonly jump?: boolean | undefined
    }
  | { readonly name: 'desk.jump'; readonly moment: MomentId; readonly move: number }
  | { readonly name: 'cue.skip'; readonly moment: MomentId; readonly move: number }
  | { readonly name: 'cue.cut'; readonly moment: MomentId }
  | { readonly name: 'cue.restore'; readonly moment: MomentId }
  | { readonly name: 'clear.say'; readonly moment: MomentId }
  | { readonly name: 'clear.withdraw'; readonly moment: MomentId }
  | {
      readonly name: 'cue.report'
      readonly moment: MomentId
      readonly department: DepartmentId
      readonly outcome: Outcome
    }
  | { readonly name: 'house.clear'; readonly act: number }
  | { readonly name: 'house.withdraw'; readonly act: number }
  /** The house is back then, and the act goes up: what its calls count from. */
  | { readonly name: 'act.expect'; readonly act: number; readonly upAt: Instant }
  /** A note, or a task, is somebody's to see to; null: nobody's any more. */
  | { readonly name: 'task.give'; readonly task: string; readonly owner: TaskOwner | null }
  | { readonly name: 'task.finish'; readonly task: string }
  /** It need not be seen to after all. */
  | { readonly name: 'task.drop'; readonly task: string }
  | { readonly name: 'task.reopen'; readonly task: string }
  | { readonly name: 'cans.check'; readonly department: DepartmentId; readonly heard: boolean }
  /** Said by whoever conducts, or on cans by the caller: the band goes round; the band is out. */
  | { readonly name: 'vamp.begin'; readonly vamp: VampId }
  | { readonly name: 'vamp.end'; readonly vamp: VampId }
  | {
      readonly name: 'rule.change'
      readonly rules: { readonly twoStep: boolean; readonly besidePaper?: boolean | undefined }
    }
  | { readonly name: 'desk.step-back'; readonly move: number; readonly reason: string }
  | { readonly name: 'clock.hold' }
  | { readonly name: 'clock.resume' }
  /** `task`: to be seen to by that department. */
  | {
      readonly name: 'note.write'
      readonly department: DepartmentId | null
      readonly text: string
      readonly task?: boolean | undefined
    }
  | { readonly name: 'performance.close' }

export const NOTE_LENGTH_MAX = 2_000
export const NOTES_MAX = 1_000
/** Tasks of one performance, those carried over included. */
export const TASKS_MAX = 200
/** Open tasks that go over to the next performance; the oldest first, so that none is lost by being old. */
export const TASKS_CARRIED_MAX = 100
/** An act is not expected up later than this from now: more is another performance. */
export const EXPECTED_MS_MAX = 4 * 3_600_000
export const REASON_LENGTH_MAX = 200

/** More moments on one standby than this are a list, and nobody keeps a list in their head. */
export const STANDBY_RANGE_MAX = 30

/** What a device keeps until it can say it; everything else belongs to the moment in which it was pressed. */
export const keptCommands: readonly CallingCommand['name'][] = [
  'note.write',
  'standby.acknowledge',
  'call.give',
  // What was done is done, however long it took to say so.
  'task.finish',
  'task.drop',
  'task.reopen',
]

/** A GO older than this was meant for another moment of the show. */
export const GO_AGE_MS_MAX = 2_000
/** Two GOs closer than this are one hand shaking; a setting of the house, 0 permitted. */
export const GO_INTERVAL_MS_DEFAULT = 250
/** After this, stepping back needs a reason. */
export const STEP_BACK_FREE_MS = 10_000
