// The rules that are measured: simple ones that need no theory, and those that a night uses.

import * as night from '../presence/policy.ts'

/** What a rule looks at, at one step of somebody's silence. */
export type Look = {
  /** Risk-minutes. */
  readonly risk: number
  /** Surprise since last seen, in nats (CUSUM). */
  readonly surprise: number
  /** Minutes since last seen, or on stage. */
  readonly unseen: number
}

/** How asking goes on when nobody answers: so many people at once in each round, and then somebody goes and looks. */
export type Ladder = readonly number[]
/** Minutes. */
export const ROUND = night.quiet.round
const LOOKING = night.quiet.looking

export type Asking = {
  readonly kind: 'asks'
  readonly ladder: Ladder
  /** Minutes before the entrance at which somebody is asked about; the latest moment that leaves time for the ladder. */
  readonly lead: number
  /** Asked about at the latest moment? */
  readonly wants: (look: Look) => boolean
  /** Asked about at any other moment of a silence? For those who have no entrance soon. */
  readonly silence: ((look: Look) => boolean) | null
  /** Asks within so many minutes of one wing share a glance at its list. */
  readonly window: number
}

/** Nobody is asked; somebody goes and looks as soon as a score is reached. */
export type Passive = {
  readonly kind: 'passive'
  readonly score: (look: Look) => number
  readonly at: number
}

export type Policy = (Asking | Passive) & { readonly name: string }

const leadOf = (ladder: Ladder): number => night.leadOf({ ladder, round: ROUND, looking: LOOKING })

const ONE_THEN_TWO: Ladder = night.quiet.ladder
const ONE_THEN_ANOTHER: Ladder = [1, 1]
const THREE_AT_ONCE: Ladder = [3]
/** Those due in one minute at one wing are one look at a list. */
const MINUTE = 1

const never = null
const atRisk =
  (minutes: number) =>
  ({ risk }: Look): boolean =>
    risk >= minutes

export function asking(name: string, ladder: Ladder, minutes: number, more: Partial<Asking> = {}): Policy {
  const asks: Asking = {
    ...{ kind: 'asks', ladder, lead: leadOf(ladder), wants: atRisk(minutes), silence: never, window: MINUTE },
    ...more,
  }
  return { name, ...asks }
}

/** The very figures of a night, as a policy to measure. */
const ofNight = (name: string, { ladder, riskAtDeadline, riskInSilence }: night.Policy): Policy =>
  asking(name, ladder, riskAtDeadline, { silence: riskInSilence === null ? never : atRisk(riskInSilence) })

export const quiet = ofNight('quiet', night.quiet)
export const full = ofNight('full', night.full)

/** Everybody who was not seen in the last five minutes is asked about before each entrance. */
export const headCount = asking('head-count', ONE_THEN_ANOTHER, 0, {
  lead: 7,
  wants: ({ unseen }) => unseen >= 5,
})

export const passive = (name: 'timeout' | 'cusum' | 'risk', at: number): Policy => ({
  name,
  kind: 'passive',
  score:
    name === 'timeout'
      ? (look) => look.unseen
      : name === 'cusum'
        ? (look) => look.surprise
        : (look) => look.risk,
  at,
})

/** Nothing but the gap on stage tells. */
export const entranceOnly: Policy = { name: 'entrance-only', kind: 'passive', score: () => 0, at: 1 }

/** For the frontier: the same question at every strictness, with every ladder. */
export const LADDERS: Readonly<Record<string, Ladder>> = {
  'one, then another': ONE_THEN_ANOTHER,
  'one, then two': ONE_THEN_TWO,
  'three at once': THREE_AT_ONCE,
}
