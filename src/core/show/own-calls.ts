// A house's own calls before an act, where they are other ones than its country's table has.

import type { Call } from './countries/pack.ts'
import type { Country } from './show.ts'

/** Each list in the order in which its calls are given. Of another country's show they are nothing. */
export type OwnCalls = {
  readonly country: Country
  readonly first: readonly Call[]
  readonly later: readonly Call[]
}

export const OWN_CALLS_MAX = 20
