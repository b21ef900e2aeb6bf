// Where faults of ours can be planted, to see that each is found: what is sent, heard, kept, told and believed.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import type { Append, AppendOutcome } from '../../src/server/log/log.ts'
import type { Shelf } from '../../src/server/log/memory.ts'
import type { SessionState } from '../../src/web/link/session.ts'

export type Plant = {
  /** Changes what is sent to a device: another text, none, or several. */
  readonly sent?: (viewer: Viewer, text: string) => readonly string[]
  /** How long the server leaves what it hears lying before it looks at it. */
  readonly dawdles?: (text: string) => number
  /** Changes what the server hears; `now` is its own time. */
  readonly heard?: (text: string, now: number) => string
  /** Changes what the owner asks of the log. */
  readonly asked?: (appends: readonly Append[], shelf: Shelf) => readonly Append[]
  /** Changes what the log itself does. */
  readonly did?: (outcomes: readonly AppendOutcome[]) => readonly AppendOutcome[]
  /** Changes what the owner is told of it. */
  readonly told?: (outcomes: readonly AppendOutcome[]) => readonly AppendOutcome[]
  /** Changes what is on the disk when the server dies. */
  readonly died?: (shelf: Shelf) => void
  /** Whether the server of this house looks at the time for presence. */
  readonly watches?: () => boolean
  /** Changes what a device believes. */
  readonly believed?: (state: SessionState) => SessionState
}

export const nothingPlanted: Plant = {}
