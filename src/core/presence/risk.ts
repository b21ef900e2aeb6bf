// Risk-minutes of one person's silence at any moment of the show clock: the very sum that the dry run measures.

import { type Term, termsOf } from './explain.ts'
import { comeBy, type Expectation, type Meetings } from './silence.ts'

/** Something in a silence that lowers the risk: a stay on stage, at which nothing is counted, or a word of their own. */
export type Pause = {
  readonly from: number
  readonly to: number
  /** What is left of the risk before it. */
  readonly leaves: number
}

/** Minutes on the show clock throughout. */
export type Silence = {
  /** Last seen for certain. */
  readonly seen: number
  /** Last seen for certain, or come off the stage: who missed an earlier entrance cannot be found before it any more. */
  readonly since: number
  /** In their order; those that lie before `since` count for a silence as a whole alone. */
  readonly pauses: readonly Pause[]
  /** Usual sightings that were not written down; none of a source that tells of nobody. */
  readonly missing: readonly (Expectation & { readonly name: string })[]
  readonly meetings: Meetings
}

/** The sum is taken in steps of five seconds. */
const STEP = 5 / 60
/** Beyond so many scales from its middle a curve has nothing left to say. */
const REACH = 9

/** At `at`, counted from when they were last seen or came off; nought where that was later. */
export const riskOffStage = (silence: Silence, at: number): number => riskFrom(silence, silence.since, at)

/** Counted from when they were last seen, entrances that nobody remarked on taken as the weak evidence they are. */
export const riskInSilence = (silence: Silence, at: number): number => riskFrom(silence, silence.seen, at)

function riskFrom(silence: Silence, since: number, until: number): number {
  let risk = 0
  let from = since
  for (const pause of silence.pauses) {
    if (pause.to <= since || pause.from >= until) continue
    risk = grown(silence, { risk, from, since }, pause.from) * pause.leaves
    from = Math.max(from, pause.to)
  }
  return grown(silence, { risk, from, since }, until)
}

type Grown = { readonly risk: number; readonly from: number; readonly since: number }

function grown({ missing, meetings }: Silence, start: Grown, until: number): number {
  const { from, since } = start
  const speak = missing.filter(({ at, scale }) => at - REACH * scale < until && at + REACH * scale > from)
  let { risk } = start
  for (let time = from; time < until; ) {
    const quiet = meetings.perMinute > 0 ? time : Math.min(until, nextWord(speak, time))
    if (quiet > time) {
      risk += quiet - time
      time = quiet
      continue
    }
    const next = Math.min(until, time + STEP)
    risk = (risk + next - time) * rarer(speak, time, next) * lessMet(meetings, time - since, next - since)
    time = next
  }
  return risk
}

/** From when on one of these has something to say; `time` itself where one has already. */
function nextWord(speak: Silence['missing'], time: number): number {
  return speak.reduce((soonest, { at, scale }) => {
    if (at + REACH * scale <= time) return soonest
    return Math.min(soonest, Math.max(time, at - REACH * scale))
  }, Number.POSITIVE_INFINITY)
}

/** So much rarer a silence that goes on: e to the surprise of this step. */
function rarer(speak: Silence['missing'], from: number, to: number): number {
  return speak.reduce((factor, one) => factor * (stillQuiet(one, from) / stillQuiet(one, to)), 1)
}

const stillQuiet = (one: Expectation, time: number): number => 1 - one.probability * comeBy(one, time)

function lessMet({ perMinute, frailty }: Meetings, from: number, to: number): number {
  if (perMinute === 0) return 1
  return ((frailty + perMinute * to) / (frailty + perMinute * from)) ** frailty
}

/** Why, term by term, in nats: what should have been written down since they were seen or came off, and was not. */
export function reasonsAt({ since, missing, meetings }: Silence, at: number): readonly Term[] {
  return at <= since ? [] : termsOf({ since, now: at, missing, meetings, unanswered: [] })
}
