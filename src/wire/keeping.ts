// Is what was acknowledged being kept, and can all of it be read? For whoever calls, manages the stage or runs the house.

import type { Damage } from '../core/paperwork/damage.ts'

/** `failing` is shown loudly at the desk. */
export type KeepingSection = {
  readonly level: 'local' | 'replicated'
  readonly failing: string | null
  /** Of a newer version of Ghostlight: kept, and passed over. */
  readonly unknownEvents: number
  /** Of Ghostlight’s own, without which the night went on; absent where there was none. */
  readonly mistakes?: number
  /** Parts of screens that are shown nowhere, for a mistake of Ghostlight’s; absent where there is none. */
  readonly unshown?: number
  /** What of the record cannot be read any more, until somebody at the desk has read that. */
  readonly damage?: readonly Damage[]
}
