// Which names share a list: neighbours at one wing, so that one glance serves several and nobody is asked about much too early.

import type { Policy } from './policies.ts'
import { minutesAt, STEP, stepAt, type Watched, type WatchedGap } from './watch.ts'

/** Nobody is asked about longer before their own latest moment than this, in minutes. */
const EARLY_MAX = 8

/** The company with the lists that this policy draws up by the plan alone. */
export function listedFor(policy: Policy, people: readonly Watched[]): readonly Watched[] {
  if (policy.kind !== 'asks' || policy.gather === null) return people
  const { gather, lead } = policy
  const lists = new Map<WatchedGap, number>()
  for (const wing of new Set(people.flatMap(({ gaps }) => gaps.flatMap((gap) => gap.wing ?? []))))
    for (const [gap, first] of listsAt(entrancesAt(people, wing, lead), gather)) lists.set(gap, first)
  return people.map((who) => ({
    ...who,
    gaps: who.gaps.map((gap) => ({ ...gap, listed: lists.get(gap) ?? gap.listed })),
  }))
}

/** Those whose gap is long enough for the ladder, in the order of time. */
function entrancesAt(people: readonly Watched[], wing: number, lead: number): readonly WatchedGap[] {
  return people
    .flatMap(({ gaps }) => gaps)
    .filter((gap) => gap.wing === wing && stepAt(minutesAt(gap.to) - lead) > gap.from)
    .toSorted((a, b) => a.to - b.to)
}

/** The cheapest cut into lists: a glance for each, and `gather` for each minute that a name is asked about too early. */
function listsAt(gaps: readonly WatchedGap[], gather: number): readonly (readonly [WatchedGap, number])[] {
  const best = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= gaps.length; end += 1) best.push(cheapest(gaps, best, { end, gather }))
  const listed: (readonly [WatchedGap, number])[] = []
  for (let end = gaps.length; end > 0; end = best[end]?.from ?? 0) {
    const list = gaps.slice(best[end]?.from ?? 0, end)
    for (const gap of list) listed.push([gap, list[0]?.to ?? gap.to])
  }
  return listed
}

type Cut = { readonly cost: number; readonly from: number }

/** Of all lists that could end here. */
function cheapest(
  gaps: readonly WatchedGap[],
  best: readonly Cut[],
  { end, gather }: { readonly end: number; readonly gather: number },
): Cut {
  let found: Cut = { cost: Number.POSITIVE_INFINITY, from: end - 1 }
  let [early, next] = [0, gaps[end - 1]?.to ?? 0]
  for (let from = end - 1; from >= 0; from -= 1) {
    const first = gaps[from]?.to ?? 0
    if ((gaps[end - 1]?.to ?? 0) - first > EARLY_MAX / STEP) break
    early += (end - 1 - from) * (next - first) * STEP
    next = first
    const cost = (best[from]?.cost ?? 0) + 1 + gather * early
    if (cost < found.cost) found = { cost, from }
  }
  return found
}
