// The stage map as data: which place lies in which part of the plan, and who stands there.

import type { Instant } from '../../core/kit/time.ts'
import type { WhereLine, WhereSection } from '../../core/night/presence-sections.ts'
import { type Standing, standingOf } from './standing.ts'

/** So many names are drawn in one place of the plan; how many more there are is said, and the list has them all. */
export const NAMES_IN_PLACE_MAX = 12

/** As seen from the house: stage right is on the left. */
export const parts = ['backstage', 'right', 'stage', 'left', 'front', 'unknown'] as const
export type Part = (typeof parts)[number]

export type Standee = { readonly line: WhereLine; readonly standing: Standing }
export type Spot = {
  /** Null: the stage itself, or, in the part that is not known, nowhere. */
  readonly place: string | null
  readonly people: readonly Standee[]
}
export type StagePlan = Readonly<Record<Part, readonly Spot[]>>

type Places = NonNullable<WhereSection['places']>
type Side = Places[number]['side']

function partOf(side: Side): Part {
  if (side?.endsWith('left')) return 'left'
  if (side?.endsWith('right')) return 'right'
  if (side === 'front' || side === 'outside') return 'front'
  return side === null ? 'backstage' : 'stage'
}

export function stagePlan({ people, places = [] }: WhereSection, now: Instant): StagePlan {
  const plan: Record<Part, Spot[]> = {
    backstage: [],
    right: [],
    stage: [{ place: null, people: [] }],
    left: [],
    front: [],
    unknown: [],
  }
  const standees = people.map((line) => ({ line, standing: standingOf(line, now) }))
  const at = (place: string | null) => standees.filter(({ standing }) => standing.place === place)
  for (const { code, side } of places) plan[partOf(side)].push({ place: code, people: at(code) })
  const known = new Set(places.map(({ code }) => code))
  // A place that the plan of the venue does not have is not left out: somebody was seen there.
  const others = new Set(standees.flatMap(({ standing: { place } }) => (place === null ? [] : [place])))
  for (const place of others) if (!known.has(place)) plan.backstage.push({ place, people: at(place) })
  const nowhere = at(null)
  plan.stage[0] = { place: null, people: nowhere.filter(({ standing }) => standing.certainty === 'expected') }
  const unknown = nowhere.filter(({ standing }) => standing.certainty !== 'expected')
  if (unknown.length > 0) plan.unknown.push({ place: null, people: unknown })
  return plan
}
