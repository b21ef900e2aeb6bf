// How far asking can go at all: the best choice of a ladder for each gap, by the theory and not by playing ladders.
//
// The risk-minutes of a silence are the minutes of incidents that such a silence is expected to hide (presence 4.1). A ladder
// that starts at its latest moment finds those, and what happens before its first answer. So each gap is a choice between
// ladders of at most three asks, and a price for an ask and for a false search gives the frontier.

import { riskAfter } from '../presence/silence.ts'
import type { Layout } from './company.ts'
import { play } from './evening.ts'
import type { Setting } from './measure.ts'
import { FIRST_CALL } from './parameters.ts'
import type { Ladder } from './policies.ts'
import { blindness, knowing, STEP, STEPS, stepAt, type Track, trackOf, type WatchedGap } from './watch.ts'

export type Point = { readonly asks: number; readonly before3min: number }

/** At most three asks: in how many rounds, and how many at once. The longest first. */
const LADDERS: readonly Ladder[] = [[1, 1, 1], [1, 1], [1, 2], [2, 1], [1], [2], [3]]
/** As many asks in a show as the reference reads it at. */
const ASKS: readonly number[] = [35, 50, 60, 80, 100, 120, 200, 300]
const FALSE_SEARCHES_MAX = 1
/** From setting out to the entrance. */
const LOOKING = 3
/** Of each layout: more change no figure by as much as a layout more or less. */
const EVENINGS_MAX = 3

/** What a ladder costs about somebody who is well, and what it finds beyond the silence before it. */
export type Priced = {
  readonly minutes: number
  readonly asks: number
  readonly falseSearches: number
  /** Minutes of incidents that happen while nobody has answered yet. */
  readonly pending: number
}

export function pricedLadder(
  ladder: Ladder,
  round: number,
  { answerRate, answerWithin: { from, to } }: Pick<Setting, 'answerRate' | 'answerWithin'>,
): Priced {
  const minutes = ladder.length * round
  const silentBy = (at: number) =>
    ladder.reduce((still, people, index) => {
      const share = Math.min(1, Math.max(0, (at - index * round - from) / (to - from)))
      return still * (1 - answerRate * share) ** people
    }, 1)
  let pending = 0
  for (let at = STEP / 2; at < minutes; at += STEP) pending += silentBy(at) * STEP
  const asks = ladder.reduce((sum, people, index) => sum + people * silentBy(index * round), 0)
  return { minutes, asks, falseSearches: silentBy(minutes), pending }
}

/** For each gap of each evening the risk at each ladder’s latest moment; NO_TIME where it is not long enough. */
const NO_TIME = -1
type Chances = { readonly finds: readonly Float64Array[]; readonly shows: number; readonly minutes: number }

export function frontier(setting: Setting, round: number): readonly Point[] {
  const priced = LADDERS.map((ladder) => pricedLadder(ladder, round, setting))
  const chances = chancesIn(setting, priced)
  const spent = ASK_PRICES.flatMap((ask) =>
    FALSE_PRICES.map((falseSearch) => spentAt(chances, priced, { ask, falseSearch })),
  )
  return ASKS.flatMap((asks) => pointAt(asks, spent) ?? [])
}

function chancesIn({ layouts, evenings, recording }: Setting, priced: readonly Priced[]): Chances {
  const finds: Float64Array[] = []
  let [shows, minutes] = [0, 0]
  for (const layout of layouts) {
    const people = knowing(layout)
    for (let night = 1; night <= Math.min(evenings, EVENINGS_MAX); night += 1) {
      const evening = play(layout, night, recording)
      const blindFrom = blindness(layout, evening)
      shows += 1
      for (const [index, who] of people.entries()) {
        const track = trackOf(who, index, evening, { until: STEPS, blindFrom })
        for (const gap of who.gaps) if (gap.wing !== null) finds.push(risksIn(gap, track, priced))
      }
    }
    minutes += minutesIn(layout)
  }
  return { finds, shows, minutes: minutes / layouts.length }
}

/** Off stage before an entrance, in one evening: where incidents may fall. */
const minutesIn = ({ people }: Layout): number =>
  people.reduce((all, { entrances }) => {
    let [from, minutes] = [FIRST_CALL, 0]
    for (const entrance of entrances) {
      minutes += entrance.from - from
      from = entrance.to
    }
    return all + minutes
  }, 0)

function risksIn(gap: WatchedGap, track: Track, priced: readonly Priced[]): Float64Array {
  const at = priced.map(({ minutes }) => gap.to - Math.round((minutes + LOOKING) / STEP))
  const finds = new Float64Array(priced.length).fill(NO_TIME)
  const from = Math.max(gap.from, stepAt(FIRST_CALL))
  const seen = new Set(track.seen)
  let risk = 0
  for (let step = from; step < gap.to; step += 1) {
    if (seen.has(step)) risk = 0
    for (const [index, ask] of at.entries()) if (ask === step) finds[index] = risk
    risk = riskAfter(risk, track.surprise[step] ?? 0, STEP)
  }
  return finds
}

type Prices = { readonly ask: number; readonly falseSearch: number }
type Spent = { readonly asks: number; readonly falseSearches: number; readonly found: number }
/** Prices in minutes of incidents: what an ask, and what a false search must be worth. */
const ASK_PRICES: readonly number[] = [60, 40, 28, 20, 15, 12, 10, 8, 6.5, 5, 4, 3, 2.2, 1.5, 1, 0.5, 0.2, 0]
const FALSE_PRICES: readonly number[] = [0, 10, 25, 50, 100, 200, 400]

/** At each gap the ladder that finds most for its price, or none, by what is known when it must begin. */
function spentAt({ finds, shows, minutes }: Chances, priced: readonly Priced[], prices: Prices): Spent {
  let [asks, falseSearches, found] = [0, 0, 0]
  // What each brings beside the silence before it, less what it costs; the longest first.
  const worths = priced.map(
    (one) => one.pending - prices.ask * one.asks - prices.falseSearch * one.falseSearches,
  )
  for (const risks of finds) {
    const index = chosen(risks, priced, worths)
    const one = priced[index]
    if (!one) continue
    asks += one.asks
    falseSearches += one.falseSearches
    found += (risks[index] ?? 0) + one.pending
  }
  return { asks: asks / shows, falseSearches: falseSearches / shows, found: found / shows / minutes }
}

/** A shorter ladder may wait: until then the silence grows, unless they are seen. -1: nobody is asked about. */
function chosen(risks: Float64Array, priced: readonly Priced[], worths: readonly number[]): number {
  for (let index = 0; index < priced.length; index += 1) {
    const risk = risks[index] ?? NO_TIME
    const now = risk + (worths[index] ?? 0)
    if (risk === NO_TIME || now <= 0) continue
    let better = false
    for (let other = index + 1; other < priced.length && !better; other += 1) {
      const wait = (priced[index]?.minutes ?? 0) - (priced[other]?.minutes ?? 0)
      better = risk + wait + (worths[other] ?? 0) > now
    }
    if (!better) return index
  }
  return -1
}

/** Of any two choices of prices, mixed: one of them on some evenings, the other on the rest. Null where that is too much. */
function pointAt(asks: number, spent: readonly Spent[]): Point | null {
  let best = 0
  for (const one of spent) {
    for (const other of spent) {
      const share = Math.min(
        mostOf(one.asks, other.asks, asks),
        mostOf(one.falseSearches, other.falseSearches, FALSE_SEARCHES_MAX),
      )
      if (share >= 0) best = Math.max(best, share * one.found + (1 - share) * other.found)
    }
  }
  return Math.max(...spent.map((one) => one.asks)) < asks ? null : { asks, before3min: best }
}

/** How much of the first may be mixed to the second, for both together to stay within so much; below 0: none of either. */
function mostOf(one: number, other: number, within: number): number {
  if (other > within) return -1
  return one <= within ? 1 : (within - other) / (one - other)
}
