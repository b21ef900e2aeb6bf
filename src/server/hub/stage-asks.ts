// What is asked of the house's stage and what it answers: a show to read, an edit to make, when a performance is.

import type { Result } from '../../core/kit/result.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PerformanceKind } from '../../core/show/kinds.ts'
import type { Show } from '../../core/show/show.ts'
import type { DocumentChange } from '../log/log.ts'
import type { OwnerAnswer } from '../owner/owner.ts'

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
