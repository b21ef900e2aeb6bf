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
      for (const other of hangingOn(facts, one)) take(other, found)
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

/** What may not be possible without this one: a prop that is then elsewhere, a change that then comes at another time. */
function hangingOn(facts: Facts, index: number): readonly number[] {
  const one = facts.obligations[index]
  if (!one) return []
  const carried = (one.carries ?? []).flatMap((prop) =>
    facts.obligations.flatMap((other, at) => (other.carries?.includes(prop) ? [at] : [])),
  )
  const dressed = one.costume === null ? [] : (facts.ownOf[facts.incumbent[index] ?? -1] ?? [])
  return [...carried, ...dressed.filter((own) => isDressedAfter(facts, index, own))]
}

/** Dressed for the one they were dressed for the other; without it the change comes later. */
const isDressedAfter = (facts: Facts, index: number, own: number): boolean => {
  const { help, costume } = facts.obligations[own] ?? {}
  if (help === undefined || costume !== facts.obligations[index]?.costume) return false
  const { alone } = help
  return (facts.ways[index] ?? []).some((before) =>
    (facts.ways[own] ?? []).some((after) => before.from <= after.from && after.from - before.to < alone),
  )
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
            (own) =>
              !facts.past[own] &&
              mayLeave(facts, person, own, way) &&
              (clashes(facts, own, way) || isFull(facts, person, own, way)),
          )
        : [],
    ),
  )
}

const clashes = (facts: Facts, own: number, way: Way): boolean =>
  (facts.ways[own] ?? []).some((each) => conflict(facts, each, way))

/** No more tracks of others may be asked of them than they have: for one more they would have to leave this one. */
function isFull(facts: Facts, person: number, own: number, { obligation }: Way): boolean {
  const { id, most } = facts.people[person] ?? {}
  const [leaves, takes] = [facts.obligations[own], facts.obligations[obligation]]
  if (most === undefined || leaves?.owner === id || takes?.owner === id) return false
  const tracks = new Set(
    (facts.ownOf[person] ?? []).flatMap((index) => {
      const one = facts.obligations[index]
      return one && one.owner !== id ? [one.track] : []
    }),
  )
  return tracks.size >= most && !tracks.has(takes?.track ?? '')
}

function mayLeave(facts: Facts, person: number, own: number, { obligation }: Way): boolean {
  if (facts.night.release === 'all') return true
  const leaves = facts.obligations[own]
  const takes = facts.obligations[obligation]
  if (!leaves || !takes) return false
  const covers = facts.people[person]?.covers?.includes(takes.track) === true
  return takes.tier > leaves.tier || (takes.tier === leaves.tier && covers)
}
