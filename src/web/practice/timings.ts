// The times an earlier performance was called at, where the house can be asked; else there are those of the plan.

import type { Logged } from '../../core/running/practice.ts'

export type Night = { readonly number: number; readonly curtainAt: number }
export type Timings = { readonly nights: readonly Night[]; readonly logged: Logged | null }

/** `number`: one of them; null for the list alone. Null where the house is not to be had. */
export async function readTimings(number: number | null): Promise<Timings | null> {
  try {
    const answer = await fetch(`/api/report${number === null ? '' : `?performance=${number}`}`)
    if (!answer.ok) return null
    // `as`: our own server, which builds its answer from the same types.
    const read = (await answer.json()) as {
      readonly report: Logged | null
      readonly performances?: readonly (Night & { readonly unreadable: boolean })[]
    }
    const nights = (read.performances ?? []).filter(({ unreadable }) => !unreadable)
    return { nights, logged: number === null ? null : read.report }
  } catch {
    return null
  }
}
