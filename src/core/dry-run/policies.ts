// The rules that are measured: simple ones that need no theory, and those that a night uses.

import * as night from '../presence/policy.ts'

/** What a rule looks at, at one step of somebody's silence. */
export type Look = {
  /** Risk-minutes since last seen; entrances that nobody remarked on have lowered them. */
  readonly risk: number
  /** Those since leaving the stage alone: what an ask before the next entrance can still save. */
  readonly riskOffStage: number
  /** Surprise since last seen, in nats (CUSUM). */
  readonly surprise: number
  /** Minutes since last seen, or on stage. */
  readonly unseen: number
  /** Minutes since the first usual sighting that has not come; 0 where none is due. */
  readonly overdue: number
}

/** How asking goes on when nobody answers: so many people at once in each round, and then somebody goes and looks. */
export type Ladder = readonly number[]
/** Minutes. */
export const ROUND = night.quiet.round
const LOOKING = night.quiet.looking

export type Asking = {
  readonly kind: 'asks'
  readonly ladder: Ladder
  /** Minutes from one round to the next. */
  readonly round: number
  /** Minutes before the entrance at which somebody is asked about; the latest moment that leaves time for the ladder. */
  readonly lead: number
  /** Asked about at the latest moment? */
  readonly wants: (look: Look) => boolean
  /** Asked about at that earlier moment already? */
  readonly early: { readonly lead: number; readonly wants: (look: Look) => boolean } | null
  /** Asked about at any other moment of a silence? For those who have no entrance soon. */
  readonly silence: ((look: Look) => boolean) | null
  /**
   * What a minute too early costs a name, in glances: neighbours at one wing are gathered on one list accordingly (lists.ts).
   * Null: whoever's latest moments are in one minute share a list.
   */
  readonly gather: number | null
}

/** Nobody is asked; somebody goes and looks as soon as a score is reached. */
type Passive = {
  readonly kind: 'passive'
  readonly score: (look: Look) => number
  readonly at: number
}

export type Policy = (Asking | Passive) & { readonly name: string }

const ONE_THEN_TWO: Ladder = night.quiet.ladder
const ONE_THEN_ANOTHER: Ladder = [1, 1]
const THREE_AT_ONCE: Ladder = [3]
const never = null
const atRiskOffStage =
  (minutes: number) =>
  ({ riskOffStage }: Look): boolean =>
    riskOffStage >= minutes
const atRisk =
  (minutes: number) =>
  ({ risk }: Look): boolean =>
    risk >= minutes

export function asking(name: string, ladder: Ladder, minutes: number, more: Partial<Asking> = {}): Policy {
  const round = more.round ?? ROUND
  const asks: Asking = {
    ...{ kind: 'asks', ladder, round, lead: night.leadOf({ ladder, round, looking: LOOKING }) },
    ...{ wants: atRiskOffStage(minutes), early: never, silence: never, gather: never },
    ...more,
  }
  return { name, ...asks }
}

/** The very figures of a night, as a policy to measure; `round`: where answers come sooner than a night counts on. */
const ofNight = (name: string, measured: night.Policy, round = measured.round): Policy =>
  asking(name, measured.ladder, measured.riskAtDeadline, {
    round,
    lead: night.leadOf({ ...measured, round }),
    early:
      measured.riskEarly === null ? never : { lead: night.EARLY, wants: atRiskOffStage(measured.riskEarly) },
    silence: measured.riskInSilence === null ? never : atRisk(measured.riskInSilence),
  })

export const quietWith = (round: number): Policy => ofNight('quiet', night.quiet, round)
export const fullWith = (round: number): Policy => ofNight('full', night.full, round)
export const quiet = quietWith(ROUND)
export const full = fullWith(ROUND)
/**
 * Nearly everybody whom nobody has just seen, neighbours at one wing on one list: for houses where an answer is one tap. Somebody
 * sets out at the very last moment.
 */
export const listsWith = (round: number): Policy =>
  asking('lists', ONE_THEN_TWO, 0.25, {
    round,
    lead: ONE_THEN_TWO.length * round + LOOKING,
    gather: A_MINUTE_EARLY,
  })
/** Chosen on the layouts for choosing: about as many glances as a full evening has. */
const A_MINUTE_EARLY = 0.17

/** Everybody who was not seen in the last five minutes is asked about before each entrance. */
export const headCount = asking('head-count', ONE_THEN_ANOTHER, 0, {
  lead: 7,
  wants: ({ unseen }) => unseen >= 5,
})

export const passive = (name: 'timeout' | 'overdue' | 'cusum' | 'risk', at: number): Policy => ({
  name,
  kind: 'passive',
  score: SCORES[name],
  at,
})

const SCORES = {
  timeout: ({ unseen }: Look) => unseen,
  overdue: ({ overdue }: Look) => overdue,
  cusum: ({ surprise }: Look) => surprise,
  risk: ({ risk }: Look) => risk,
} as const

/** Nothing but the gap on stage tells. */
export const entranceOnly: Policy = { name: 'entrance-only', kind: 'passive', score: () => 0, at: 1 }

/** For the frontier: the same question at every strictness, with every ladder. */
export const LADDERS: Readonly<Record<string, Ladder>> = {
  'one, then another': ONE_THEN_ANOTHER,
  'one, then two': ONE_THEN_TWO,
  'three at once': THREE_AT_ONCE,
}
