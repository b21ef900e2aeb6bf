// What was answered of the six questions, kept through a reload of this page: nobody types a title or sixty names twice.

import { type PerformanceKind, performanceKinds } from '../../core/show/kinds.ts'
import type { Country } from '../../core/show/show.ts'

export const QUESTIONS = 6
/** As much of pasted names as is read of them. */
export const NAMES_KEPT_MAX = 1024 * 1024
const KEY = 'ghostlight-begun'

export type Answers = {
  readonly title: string
  readonly venue: string
  readonly country: Country
  readonly curtain: string
  readonly caller: string
  readonly kind: PerformanceKind
}

/** `at`: which question is asked; null where somebody went back to the doors. `names`: as they were pasted. */
export type Begun = { readonly at: number | null; readonly answers: Answers; readonly names: string }

/** What is no such thing, or was written by another build, is none. */
export function begunFrom(text: string | null): Begun | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    return isBegun(read) ? read : null
  } catch {
    return null
  }
}

function isBegun(value: unknown): value is Begun {
  if (typeof value !== 'object' || value === null) return false
  // `as`: each field is looked at here before anybody uses it.
  const { at, answers, names } = value as Partial<Record<keyof Begun, unknown>>
  const isAt = at === null || (Number.isInteger(at) && Number(at) >= 0 && Number(at) < QUESTIONS)
  return isAt && isAnswers(answers) && typeof names === 'string' && names.length <= NAMES_KEPT_MAX
}

function isAnswers(value: unknown): value is Answers {
  if (typeof value !== 'object' || value === null) return false
  // `as`: as above.
  const { title, venue, country, curtain, caller, kind } = value as Partial<Record<keyof Answers, unknown>>
  return (
    [title, venue, curtain, caller].every((one) => typeof one === 'string') &&
    (country === 'GB' || country === 'US') &&
    performanceKinds.some((one) => one === kind)
  )
}

/** With the page in view: another tab has its own, and a closed one none. */
export function readBegun(): Begun | null {
  try {
    return begunFrom(sessionStorage.getItem(KEY))
  } catch {
    return null
  }
}

/** Null once the show is open: it has all of it from then on. */
export function keepBegun(begun: Begun | null): void {
  try {
    if (begun === null) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(begun))
  } catch {
    // A browser that keeps nothing asks again after the reload, as it did before.
  }
}
