// Why a spot is cut: for everybody who knows it, the one reason that stands in their way in this plan.

import type { CoverPlan } from './cover-night.ts'
import { between, conflict, type Facts, mayDo, type Way } from './facts.ts'
import { type Fault, verifierOf } from './verify.ts'

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
  /** They would have to be dressed for it while they do the other, or the other way round. */
  | { readonly kind: 'dressing'; readonly obligation: string }
  /** Then there is not enough of it: hands to dress them, booths, packs. */
  | { readonly kind: 'means'; readonly means: string; readonly at: number }
  /** The prop is not there: what would bring it is cut. */
  | { readonly kind: 'prop'; readonly prop: string; readonly lies: string }
  /** They do parts of so many tracks of others already, and more are not asked of them. */
  | { readonly kind: 'load'; readonly most: number }
  /** They could, and it would cost more than the cut. */
  | { readonly kind: 'worth less' }

export type Because = { readonly person: string; readonly reason: Reason }

export type Cut = { readonly obligation: string; readonly reasons: readonly Because[] }

/** One per cut that is still to come, with a reason for everybody who knows it; nobody where nobody does. */
export function cutsOf(facts: Facts, plan: CoverPlan): readonly Cut[] {
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const planned = { who, replots: plan.replots, faultsOf: faultsIn(facts, plan) }
  return facts.obligations.flatMap(({ id, owner }, index) => {
    if (facts.past[index] || (who.get(id) ?? null) !== null) return []
    const reasons = facts.people.flatMap((person, at): readonly Because[] =>
      person.id === owner || facts.knows[at]?.has(id)
        ? [{ person: person.id, reason: why(facts, planned, at, index) }]
        : [],
    )
    return [{ obligation: id, reasons }]
  })
}

type Planned = {
  readonly who: ReadonlyMap<string, string | null>
  readonly replots: readonly string[]
  readonly faultsOf: (obligation: string, person: string) => readonly Fault[]
}

/** What the check says of the plan with this one in it besides. Only where there is anything to be short of. */
function faultsIn({ night }: Facts, plan: CoverPlan): Planned['faultsOf'] {
  if (!night.means?.length && !night.props?.length) return () => []
  const verify = verifierOf(night)
  return (obligation, person) =>
    verify({
      ...plan,
      assignments: plan.assignments.map((one) =>
        one.obligation === obligation ? { obligation, person } : one,
      ),
    })
}

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
  return (
    inTheWay(facts, plan, person, way) ??
    tooMuch(facts, plan, person, index) ??
    missing(plan.faultsOf(id, one.id)) ?? { kind: 'worth less' }
  )
}

function tooMuch(facts: Facts, { who }: Planned, person: number, index: number): Reason | null {
  const { id = '', most } = facts.people[person] ?? {}
  const cut = facts.obligations[index]
  if (most === undefined || !cut || cut.owner === id) return null
  const others = facts.obligations.flatMap((one, at) => (one.owner === id ? [] : [{ one, at }]))
  const does = new Set(others.filter(({ one }) => who.get(one.id) === id).map(({ one }) => one.track))
  if (does.has(cut.track) || does.size < most) return null
  const isTold = others.some(({ one, at }) => one.track === cut.track && facts.incumbent[at] === person)
  return isTold ? null : { kind: 'load', most }
}

function missing(faults: readonly Fault[]): Reason | null {
  for (const { what, obligation, means = '', at = 0, prop = '', lies = '' } of faults) {
    if (what === 'dressing') return { kind: 'dressing', obligation }
    if (what === 'means') return { kind: 'means', means, at }
    if (what === 'prop') return { kind: 'prop', prop, lies }
  }
  return null
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
  if (clashes.length === 0) return noPause(facts, theirs, way)
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

/** Each fits with each, and between two costumes no one pause is long enough for the change. */
function noPause(facts: Facts, theirs: readonly Way[], way: Way): Reason | null {
  const evening = [...theirs, way].sort((a, b) => a.from - b.from || a.obligation - b.obligation)
  for (const [at, then] of evening.entries()) {
    const before = evening.slice(0, at).findLastIndex(({ costume }) => costume !== null)
    const worn = evening[before]
    const row = evening.slice(before, at + 1)
    if (then.costume === null || !worn || worn.costume === then.costume || !row.includes(way)) continue
    const pauses = row.slice(1).map((next, index) => {
      const end = row[index] ?? next
      return next.from - end.to - between(facts, { ...end, costume: null }, next)
    })
    const seconds = Math.max(...pauses)
    const other = facts.obligations[(then === way ? worn : then).obligation]?.id ?? ''
    if (seconds < then.change) return { kind: 'gap', obligation: other, seconds, needs: then.change }
  }
  return null
}
