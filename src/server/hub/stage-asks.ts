// What is asked of the house's stage and what it answers: a show to read, an edit to make, when a performance is.

import type { Result } from '../../core/kit/result.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PerformanceKind } from '../../core/show/kinds.ts'
import type { Show } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import type { DocumentChange, Log } from '../log/log.ts'
import type { Loss } from '../log/loss.ts'
import type { OwnerAnswer } from '../owner/owner.ts'
import type { Reading } from './earlier.ts'

/** Reads a published show back; null where it is not there or not readable any more. */
export type ReadShow = (text: string) => Show | null | Promise<Show | null>

/** A version that was looked at. `keeps`: what its file keeps of one that is in the record; where that is left out it is kept whole. */
export type NewVersion = { readonly show: Show } & (
  | { readonly keeps?: undefined; readonly text: string }
  | { readonly keeps: DocumentChange; readonly text: () => Promise<string> }
)

type Changed = Result<NewVersion>
/** May take its time elsewhere: presses go on meanwhile. `version`: the hash of what it is made of. */
export type ChangeShow = (show: Show, version: string) => Changed | Promise<Changed>

/** `tonight`: null where tonight is played from it, else why it is not. */
export type Published =
  | OwnerAnswer
  | {
      readonly ok: true
      readonly seq: number
      /** Left out where the same edit was sent again. */
      readonly version?: string
      readonly tonight: Exclude<OwnerAnswer, { ok: true }> | null
    }

/** A performance that is planned. */
export type When = { readonly curtainAt: Instant; readonly kind: PerformanceKind }

export type StageOptions = {
  readonly log: Log
  readonly clock: Clock
  readonly readShow: ReadShow
  readonly goIntervalMs?: number | undefined
  /** Dice for identities; the caller brings real ones, the simulator seeded ones. */
  readonly freshId: () => string
  /** Where versions are remembered: the stage’s own. */
  readonly version?: Reading['version']
  /** What records were found to have lost when the house was opened. */
  readonly losses?: readonly Loss[] | undefined
}
