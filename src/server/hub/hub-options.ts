// What whoever opens the hub brings along.

import type { Incident } from '../../core/incident/incident.ts'
import type { QuietHelps } from '../../core/incident/quiet-help.ts'
import type { Beat } from '../../core/presence/watching.ts'
import type { RollCallState } from '../../core/roll-call/roll-call.ts'
import type { Clock } from '../clock/clock.ts'
import type { Plans } from './drafts.ts'
import type { Reaching } from './reaching.ts'
import type { Stage } from './stage.ts'

export type HubOptions = Reaching & {
  readonly stage: Stage
  readonly clock: Clock
  /** Names this run of the server: a device that knows another run starts afresh. */
  readonly boot: string
  /** A secret for a pairing link, and its hash. */
  readonly freshSecret: () => { readonly secret: string; readonly hash: string }
  readonly freshId: () => string
  /** What codes for the stage door are kept with: a secret beside the record, in no copy of it. */
  readonly doorKey: string
  /** What is written down when somebody is down; without it no screen is told of any. */
  readonly incidents?:
    | {
        readonly all: (drill: boolean) => readonly Incident[]
        readonly quiet: () => QuietHelps
        readonly rollCalls: (drill: boolean) => RollCallState
        readonly onChange: (listener: () => void) => void
      }
    | undefined
  /** What the watch says of itself; without it nobody is told whether the night is watched. */
  readonly beat?: (() => Beat) | undefined
  /** Asks for who plays what; without it nothing is ever proposed. */
  readonly plans?: Plans | undefined
}
