// The lifts and fights that a proposal would have walked through: which, between whom, and why.

import type { CoverNight, CoverPlan } from '../cover/cover-night.ts'
import { factsOf } from '../cover/facts.ts'
import { liftsOut } from '../cover/plan.ts'
import { spotsOf } from './cover-spots.ts'
import { pairsOut } from './lifts.ts'
import type { NightState, Plan } from './night.ts'
import { PlanWords } from './owed-lines.ts'
import { asOrdered } from './tonight.ts'

/** A lift or a fight that is walked through tonight, between which two. */
export type WalkedLine = {
  readonly key: string
  readonly item: string
  readonly title: string
  /** The parts of both ends. */
  readonly tracks: readonly string[]
  /** Who does them; one or nobody where it is cut. */
  readonly people: readonly string[]
  /** `others`: it hangs on more than two, and two of those are not cleared. */
  readonly why: 'not cleared' | 'cut' | 'others'
  readonly never: boolean
}
/** More than one evening has. */
export const WALKED_SHOWN_MAX = 40

type Proposed = { readonly night: CoverNight; readonly plan: CoverPlan }

export function walkedLines(raw: Plan, state: NightState, { night, plan }: Proposed): readonly WalkedLine[] {
  const tonight = asOrdered(raw, state)
  const words = new PlanWords(tonight)
  const names = new Map<string, string>(tonight.show.people.map(({ id, callName }) => [id, callName]))
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const spots = spotsOf(tonight)
  const out = new Set(liftsOut(factsOf(night), plan).map(({ id }) => id))
  return pairsOut(spots, night, plan).map(({ id, ends, mayBeOut }): WalkedLine => {
    const [{ one }] = ends
    const people = ends.flatMap(({ spot }) => names.get(who.get(spot.id) ?? '') ?? [])
    return {
      ...{ key: id, item: words.item(one.anchor.item), title: one.title, people, never: !mayBeOut },
      tracks: ends.map(({ spot }) => words.code(spot.track)),
      why: out.has(id) ? (people.length < 2 ? 'cut' : 'not cleared') : 'others',
    }
  })
}
