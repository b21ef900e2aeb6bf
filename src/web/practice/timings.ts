// The times an earlier performance was called at, where the house can be asked; else there are those of the plan.

import { type Logged, wasCalled } from '../../core/running/practice.ts'
import { readAnswer } from '../answers/read-answer.ts'

export type Night = { readonly number: number; readonly curtainAt: number }
export type Timings = { readonly nights: readonly Night[]; readonly logged: Logged | null }

/** `number`: one of them; null for the list alone. Null where the house is not to be had. */
export async function readTimings(number: number | null): Promise<Timings | null> {
  const asked = fetch(`/api/report${number === null ? '' : `?performance=${number}`}`)
  const { told } = await readAnswer<Told>(asked, ['report'])
  if (told === null) return null
  return number === null ? { nights: nightsOf(told), logged: null } : { nights: [], logged: told.report }
}

/** Without those that cannot be read, and without tonight’s for as long as nothing of it was called. */
export const nightsOf = ({ report, performances = [] }: Told): readonly Night[] =>
  performances.filter(
    ({ number, unreadable }) =>
      !unreadable && (report === null || report.number !== number || wasCalled(report, null)),
  )

type Told = {
  /** Tonight’s, where none is asked for. */
  readonly report: (Logged & { readonly number: number }) | null
  readonly performances?: readonly (Night & { readonly unreadable: boolean })[]
}
