// What can be asked of the desk. Each has an identity outside of it, so that asking twice does it once.

import type { DepartmentId, ItemId } from '../show/show.ts'
import type { MomentId } from '../show/timeline.ts'
import type { Channel } from './events.ts'

export type CallingCommand =
  | { readonly name: 'desk.take' }
  | { readonly name: 'call.give'; readonly call: string; readonly act: number }
  | { readonly name: 'act.up'; readonly act: number }
  | { readonly name: 'act.down'; readonly act: number }
  | { readonly name: 'item.start'; readonly item: ItemId }
  | { readonly name: 'standby.give'; readonly moment: MomentId }
  | {
      readonly name: 'standby.acknowledge'
      readonly moment: MomentId
      readonly department: DepartmentId
      readonly channel: Channel
    }
  /** `move`: the desk's move that the caller saw; a GO from an older picture is refused. */
  | { readonly name: 'cue.go'; readonly moment: MomentId; readonly move: number }
  | { readonly name: 'desk.step-back'; readonly move: number; readonly reason: string }
  | { readonly name: 'clock.hold' }
  | { readonly name: 'clock.resume' }
  | { readonly name: 'note.write'; readonly department: DepartmentId | null; readonly text: string }
  | { readonly name: 'performance.close' }

export const NOTE_LENGTH_MAX = 2_000
export const NOTES_MAX = 1_000
export const REASON_LENGTH_MAX = 200
