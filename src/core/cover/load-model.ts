// So many tracks of others in one night, as rules of the model: what somebody was told before counts, and is possible, however much it is.

import type { Facts } from './facts.ts'
import type { Program } from './program.ts'

type Making = {
  readonly facts: Facts
  readonly write: Program
  readonly decided: ReadonlySet<number>
  readonly doing: ReadonlyMap<number, readonly { readonly atom: number; readonly person: number }[]>
}

export function everyLoad(making: Making): void {
  making.facts.people.forEach(({ most }, person) => {
    if (most !== undefined) loadOf(making, person, most)
  })
}

function loadOf({ facts, write, decided, doing }: Making, person: number, most: number): void {
  const fixed = new Set<string>()
  const told = new Set<string>()
  const chosen = new Map<string, number[]>()
  facts.obligations.forEach(({ owner, track }, index) => {
    if (owner === facts.people[person]?.id) return
    if (facts.incumbent[index] === person) (decided.has(index) ? told : fixed).add(track)
    for (const one of doing.get(index) ?? [])
      if (one.person === person) chosen.set(track, [...(chosen.get(track) ?? []), one.atom])
  })
  const does = [...chosen].flatMap(([track, atoms]) => {
    if (fixed.has(track)) return []
    const atom = write.atom()
    for (const one of atoms) write.rule(atom, [one])
    return [{ atom, isNew: !told.has(track) }]
  })
  const left = most - fixed.size
  const atoms = does.map(({ atom }) => atom)
  const fresh = does.flatMap(({ atom, isNew }) => (isNew ? [atom] : []))
  if (atoms.length - fresh.length <= left) write.atMost(left, atoms)
  // More than that was told: nothing is added to it, and what was given back makes room.
  else for (const atom of fresh) write.whileDone(atom, left, atoms)
}
