// Why a spot is cut: for everybody who knows it, the one reason that stands in their way in this plan.

import type { CoverPlan } from './cover-night.ts'
import { between, conflict, type Facts, mayDo, type Way } from './facts.ts'

export type Reason =
  | { readonly kind: 'out' }
  | { readonly kind: 'gone'; readonly from: number }
  | { readonly kind: 'not ready'; readonly until: number }
  | { readonly kind: 'banned' }
  | { readonly kind: 'locked'; readonly to: string }
  /** At the same time they do another. */
  | { readonly kind: 'elsewhere'; readonly obligation: string }
  /** There is so much time to get there from the other, or on to it, and more is needed. */
  | { readonly kind: 'gap'; readonly obligation: string; readonly seconds: number; readonly needs: number }
  /** They could, and it would cost more than the cut. */
  | { readonly kind: 'worth less' }

export type Because = { readonly person: string; readonly reason: Reason }

export type Cut = { readonly obligation: string; readonly reasons: readonly Because[] }

/** One per cut that is still to come, with a reason for everybody who knows it; nobody where nobody does. */
export function cutsOf(facts: Facts, plan: CoverPlan): readonly Cut[] {
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  return facts.obligations.flatMap(({ id, owner }, index) => {
    if (facts.past[index] || (who.get(id) ?? null) !== null) return []
    const reasons = facts.people.flatMap((person, at): readonly Because[] =>
      person.id === owner || facts.knows[at]?.has(id)
        ? [{ person: person.id, reason: why(facts, { who, replots: plan.replots }, at, index) }]
        : [],
    )
    return [{ obligation: id, reasons }]
  })
}

type Planned = { readonly who: ReadonlyMap<string, string | null>; readonly replots: readonly string[] }

function why(facts: Facts, plan: Planned, person: number, index: number): Reason {
  const [way] = wayIn(facts, plan.replots, index)
  const one = facts.people[person]
  if (!way || !one || one.out) return { kind: 'out' }
  if (one.outFrom !== undefined && way.to > one.outFrom) return { kind: 'gone', from: one.outFrom }
  const id = facts.obligations[index]?.id ?? ''
  const lock = facts.locked.get(id)
  if (lock !== undefined && lock !== person) return { kind: 'locked', to: facts.people[lock]?.id ?? '' }
  if (facts.banned.has(`${id} ${one.id}`)) return { kind: 'banned' }
  if (!mayDo(facts, person, way)) return { kind: 'not ready', until: one.readyAt ?? 0 }
  return inTheWay(facts, plan, person, way) ?? { kind: 'worth less' }
}

/** As it is done in this plan. */
function wayIn(facts: Facts, replots: readonly string[], index: number): readonly Way[] {
  const ways = facts.ways[index] ?? []
  const moved = ways.find(({ replot }) => replots.includes(facts.night.replots[replot]?.id ?? ''))
  return moved ? [moved] : ways.slice(0, 1)
}

function inTheWay(facts: Facts, plan: Planned, person: number, way: Way): Reason | null {
  const { who, replots } = plan
  const id = facts.people[person]?.id
  const theirs = facts.obligations.flatMap((one, index) =>
    index !== way.obligation && who.get(one.id) === id ? wayIn(facts, replots, index) : [],
  )
  const clashes = theirs.filter((other) => conflict(facts, other, way))
  const name = ({ obligation }: Way) => facts.obligations[obligation]?.id ?? ''
  const same = clashes.find((other) => other.from < way.to && way.from < other.to)
  if (same) return { kind: 'elsewhere', obligation: name(same) }
  const [near] = clashes
  if (!near) return null
  const [first, then] = near.from <= way.from ? [near, way] : [way, near]
  return {
    kind: 'gap',
    obligation: name(near),
    seconds: then.from - first.to,
    needs: between(facts, first, then),
  }
}
