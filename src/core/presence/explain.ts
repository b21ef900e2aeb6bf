// Why somebody is being asked about, term by term: the figures beside the sentence add up to the one that decided.

import { type Expectation, type Meetings, surpriseOf, unansweredSurprise, unmetSurprise } from './silence.ts'

export type Term =
  | { readonly kind: 'usual'; readonly name: string; readonly surprise: number }
  | { readonly kind: 'unmet'; readonly minutes: number; readonly surprise: number }
  | { readonly kind: 'unanswered'; readonly name: string; readonly surprise: number }

export type Quiet = {
  /** Minutes on the show clock: when last seen for certain, and now. */
  readonly since: number
  readonly now: number
  /** Usual sightings that were not written down; those of a source that is blind are not among them. */
  readonly missing: readonly (Expectation & { readonly name: string })[]
  readonly meetings: Meetings
  readonly unanswered: readonly {
    readonly name: string
    readonly rate: number
    readonly elapsedSeconds: number
  }[]
}

/** Terms that say nothing are left out; the rest, largest first. */
export function termsOf(quiet: Quiet): readonly Term[] {
  const { since, now, missing, meetings, unanswered } = quiet
  const minutes = now - since
  const usual = missing.map((one) => ({
    kind: 'usual' as const,
    name: one.name,
    surprise: surpriseOf(one, since, now),
  }))
  const asked = unanswered.map(({ name, rate, elapsedSeconds }) => ({
    kind: 'unanswered' as const,
    name,
    surprise: unansweredSurprise(rate, elapsedSeconds),
  }))
  const unmet =
    meetings.perMinute > 0
      ? [{ kind: 'unmet' as const, minutes, surprise: unmetSurprise(meetings, minutes) }]
      : []
  return [...usual, ...unmet, ...asked]
    .filter(({ surprise }) => surprise > 0)
    .toSorted((a, b) => b.surprise - a.surprise)
}

/** The surprise of a silence as a whole: exactly the sum of its terms. */
export const surpriseIn = (quiet: Quiet): number =>
  termsOf(quiet).reduce((total, { surprise }) => total + surprise, 0)
