// What could change tonight at all: what is open, and what present people may leave to take it.

import { RELEASE_DEPTH } from './cover-night.ts'
import { conflict, type Facts, mayDo, type Way } from './facts.ts'

/** The obligations to decide on, in their order; everything else stays with whoever has it. */
export function openTonight(facts: Facts): ReadonlySet<number> {
  const open = new Set<number>()
  const take = (index: number, found: Set<number>) => {
    for (const one of facts.together[index] ?? []) {
      if (facts.past[one] || open.has(one)) continue
      open.add(one)
      found.add(one)
    }
  }
  let last = new Set<number>()
  facts.obligations.forEach((_, index) => {
    if (!facts.past[index] && isOpen(facts, index)) take(index, last)
  })
  for (let depth = 0; depth < RELEASE_DEPTH && last.size > 0; depth++) {
    const found = new Set<number>()
    for (const index of last) for (const own of releasedBy(facts, index)) take(own, found)
    last = found
  }
  return open
}

/** Nobody does it as things stand. */
function isOpen(facts: Facts, index: number): boolean {
  const incumbent = facts.incumbent[index] ?? -1
  const [plotted] = facts.ways[index] ?? []
  return incumbent < 0 || !plotted || !mayDo(facts, incumbent, plotted)
}

/** What people would have to leave to do this one. */
function releasedBy(facts: Facts, index: number): readonly number[] {
  return (facts.ways[index] ?? []).flatMap((way) =>
    facts.people.flatMap((_, person) =>
      facts.incumbent[index] !== person && mayDo(facts, person, way)
        ? (facts.ownOf[person] ?? []).filter(
            (own) => !facts.past[own] && mayLeave(facts, person, own, way) && clashes(facts, own, way),
          )
        : [],
    ),
  )
}

const clashes = (facts: Facts, own: number, way: Way): boolean =>
  (facts.ways[own] ?? []).some((each) => conflict(facts, each, way))

function mayLeave(facts: Facts, person: number, own: number, { obligation }: Way): boolean {
  if (facts.night.release === 'all') return true
  const leaves = facts.obligations[own]
  const takes = facts.obligations[obligation]
  if (!leaves || !takes) return false
  const covers = facts.people[person]?.covers?.includes(takes.track) === true
  return takes.tier > leaves.tier || (takes.tier === leaves.tier && covers)
}
