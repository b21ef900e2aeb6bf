// What two do with each other and nobody does with just anybody: lifts and fights, by what the plan says of an obligation.

import type { Obligation } from './show.ts'

type Said = Pick<Obligation, 'kind' | 'needs'>

const LIFT_WITH = /^lift with /iu
/** What an obligation needs says so: "fight with Pike". */
const FIGHT = /\bfights?\b/iu
const WITH = /^(lift|fight) with /iu

export const isLift = ({ kind, needs }: Said): boolean =>
  kind === 'lift' || (needs ?? []).some((what) => LIFT_WITH.test(what))

export const isFight = ({ needs }: Said): boolean => (needs ?? []).some((what) => FIGHT.test(what))

/** A need that says with whom, and not what somebody has learned. */
export const isOfPair = (need: string): boolean => WITH.test(need)
