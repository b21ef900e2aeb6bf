// Who is signed in here, as the page is told; and which devices are gone.

import type { Way } from '../core/installation/ways.ts'
import type { Instant } from '../core/kit/time.ts'

export type Signed = {
  /** On a tablet that others use, beside what the tablet is. */
  readonly guest: { readonly name: string; readonly until: Instant | null; readonly idleMs: number } | null
  /** Whose device this is; `entered`: they signed in on it themself, and may sign out of it. */
  readonly own: { readonly name: string; readonly entered: boolean } | null
  /** A screen that stands for whoever is there. */
  readonly shared: boolean
  /** Made for whoever is signed in here, the newest first: `by` whom, by name. */
  readonly letters: readonly { readonly at: Instant; readonly by: string }[]
  /** The pages that have something for whoever holds this device; none for a guest. */
  readonly ways: readonly Way[]
}

/** For whoever pairs screens. `isIn`: a copy of its key was shown, and it goes on. */
export type RemovedLine = {
  readonly id: string
  readonly name: string
  readonly at: Instant
  readonly heardAt: Instant | null
  readonly isCopied: boolean
  readonly isIn: boolean
  /** It ended with its person’s place in the company. */
  readonly hasLeft: boolean
}
