// What asking was worth on one night: counts, with nobody's name in them and nobody's lateness.

import { type Duration, duration } from '../kit/time.ts'
import type { Ask, Concern, PresenceConcerns } from './concern.ts'

export type AskingCounts = {
  /** People asked about, and how many more were only written down. */
  readonly concerns: number
  readonly logged: number
  /** One person asked about one name: a lit screen showed it, or it was spoken. */
  readonly asks: number
  readonly answered: number
  /** The middle of the time from asking to the answer; null of none. */
  readonly answeredAfter: Duration | null
  /** Somebody was sent to look; and those who were well and on their way, which nobody called useful. */
  readonly searches: number
  readonly falseSearches: number
  /** One tap says afterwards what it was worth. */
  readonly judged: { readonly useful: number; readonly known: number; readonly wrong: number }
  readonly notJudged: number
  /** Sources from which nothing was heard for a time. */
  readonly blind: readonly string[]
}

/** Null where nobody was asked about, nothing was written down and every source was heard. */
export function askingOf({ concerns, wasBlind, counted }: PresenceConcerns): AskingCounts | null {
  if (counted !== null) return counted
  const sent = concerns.filter(({ mode }) => mode !== 'logging')
  const asks = sent.flatMap(({ asks: all }) => all.filter(isAsked))
  const after = asks.flatMap(({ at, answeredAt }) => (answeredAt === null ? [] : [answeredAt - at]))
  const searches = sent.filter(({ rung }) => rung >= 3)
  const judged = (as: Concern['judged']) =>
    sent.filter((one) => one.ended !== null && one.judged === as).length
  const counts: AskingCounts = {
    concerns: sent.length,
    logged: concerns.length - sent.length,
    asks: asks.length,
    answered: after.length,
    answeredAfter: middle(after),
    searches: searches.length,
    falseSearches: searches.filter(wasWell).length,
    judged: { useful: judged('useful'), known: judged('known'), wrong: judged('wrong') },
    notJudged: judged(null),
    blind: wasBlind,
  }
  return concerns.length === 0 && wasBlind.length === 0 ? null : counts
}

/** To say where somebody is, not to go: a screen that nobody has lit has asked nobody. */
const isAsked = ({ rung, how, shownAt }: Ask): boolean => rung < 3 && (how === 'spoken' || shownAt !== null)

const wasWell = ({ ended, held, judged }: Concern): boolean =>
  ended !== null && ended.sighting !== null && !ended.undone && held === null && judged !== 'useful'

function middle(lengths: readonly number[]): Duration | null {
  const sorted = lengths.toSorted((a, b) => a - b)
  const length = sorted[Math.floor((sorted.length - 1) / 2)]
  return length === undefined ? null : duration(length)
}
