// The times an earlier performance was called at, where the house can be asked; else there are those of the plan.

import type { Logged } from '../../core/running/practice.ts'
import { readAnswer } from '../answers/read-answer.ts'

export type Night = { readonly number: number; readonly curtainAt: number }
export type Timings = { readonly nights: readonly Night[]; readonly logged: Logged | null }

/** `number`: one of them; null for the list alone. Null where the house is not to be had. */
export async function readTimings(number: number | null): Promise<Timings | null> {
  const asked = fetch(`/api/report${number === null ? '' : `?performance=${number}`}`)
  const { told } = await readAnswer<Told>(asked, ['report'])
  if (told === null) return null
  const nights = (told.performances ?? []).filter(({ unreadable }) => !unreadable)
  return { nights, logged: number === null ? null : told.report }
}

type Told = {
  readonly report: Logged | null
  readonly performances?: readonly (Night & { readonly unreadable: boolean })[]
}
