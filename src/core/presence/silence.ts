// How telling it is that somebody has not been seen: what should have been written down by now, and was not.

/**
 * A usual sighting: about when it is written down, how spread around it (the scale of a logistic curve, about 0.55 of a
 * standard deviation), and how often at all (less than 1). Times in minutes on the show clock, which stops in a hold.
 */
export type Expectation = {
  readonly at: number
  readonly scale: number
  readonly probability: number
}

/** One missed tap says no more than this: nobody's list is kept better than 97 times in a hundred. (presence 4.1) */
export const PROBABILITY_MAX = 0.97
/** The scale of the logistic curve with this standard deviation. */
export const scaleOf = (deviation: number): number => (deviation * Math.sqrt(3)) / Math.PI

/** How likely this sighting would have been written down by `time`, if it is written down at all. */
export function comeBy({ at, scale }: Expectation, time: number): number {
  return 1 / (1 + Math.exp((at - time) / scale))
}

/**
 * What the absence of this sighting between `since` and `time` says, in nats: the logarithm of how much rarer a silence
 * as long as this is among people who are well. Never negative.
 */
export function surpriseOf(expectation: Expectation, since: number, time: number): number {
  const { probability } = expectation
  const still = 1 - probability * comeBy(expectation, time)
  const before = 1 - probability * comeBy(expectation, since)
  return Math.log(before / still)
}

/** Chance meetings of somebody who is off stage: how often per minute, and how unevenly (1: rests count). */
export type Meetings = { readonly perMinute: number; readonly frailty: number }

/** Nobody met them for so long by chance; long silences are forgiven to those who may be resting. */
export function unmetSurprise({ perMinute, frailty }: Meetings, minutes: number): number {
  return frailty * Math.log(1 + (perMinute * minutes) / frailty)
}

/** Somebody was on stage and nobody was flagged: weak evidence that they were there. `noticed`: the chance that a gap is. */
export function afterQuietEntrance(risk: number, noticed: number): number {
  return risk * (1 - noticed)
}

/**
 * Risk-minutes after `dt` more minutes of silence, in which the surprise grew by `surprise`: minutes since last seen, each
 * weighted by the sightings that should have followed it (Shiryaev's statistic).
 */
export function riskAfter(risk: number, surprise: number, dt: number): number {
  return (risk + dt) * Math.exp(surprise)
}

/** An ask that nobody answers is evidence too; `elapsed` in seconds since it was put. It grows between 20 and 90. */
export function unansweredSurprise(answerRate: number, elapsed: number): number {
  const share = Math.min(1, Math.max(0, (elapsed - ANSWER_SECONDS.first) / SPAN))
  return -Math.log(1 - answerRate * share)
}

const ANSWER_SECONDS = { first: 20, last: 90 } as const
const SPAN = ANSWER_SECONDS.last - ANSWER_SECONDS.first

/** What is learned of a usual sighting: written down in `times` of `nights`. A little is assumed before the first. */
export function learned(times: number, nights: number): number {
  return Math.min(PROBABILITY_MAX, (PRIOR_WEIGHT * PRIOR_RATE + times) / (PRIOR_WEIGHT + nights))
}

/** How often others of the same kind are written down in the same place: so many times in so many chances. */
export type Alike = { readonly times: number; readonly chances: number }

/** As `learned`, but what is assumed before the first night is what is known of others of the same kind. */
export function learnedAmong(times: number, nights: number, alike: Alike): number {
  const usual = learned(alike.times, alike.chances)
  return Math.min(PROBABILITY_MAX, (ALIKE_WEIGHT * usual + times) / (ALIKE_WEIGHT + nights))
}
/** Others alike weigh as much as so many nights of one's own. */
const ALIKE_WEIGHT = 12
const PRIOR_WEIGHT = 4
const PRIOR_RATE = 0.6
