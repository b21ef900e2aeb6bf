// Who prints, as the house knows it: what stands on every page of paper.

import type { Instant } from '../core/kit/time.ts'

/** `by`: whoever is signed in here, else what the device is called; `house`: the building, null where no show says it. */
export type WhoPrints = {
  readonly by: string | null
  readonly house: string | null
  readonly at: Instant
  readonly timeZone: string
}
