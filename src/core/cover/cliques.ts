// As few groups as cover every pair that excludes each other: fewer rows for the solver than one for each pair.

export function cliquesOf<T>(
  all: readonly T[],
  excludes: (one: T, other: T) => boolean,
): readonly (readonly T[])[] {
  const near = all.map(() => new Set<number>())
  all.forEach((one, first) => {
    for (let second = first + 1; second < all.length; second++) {
      const other = all[second]
      if (other === undefined || !excludes(one, other)) continue
      near[first]?.add(second)
      near[second]?.add(first)
    }
  })
  const covered = all.map(() => new Set<number>())
  const cliques: T[][] = []
  near.forEach((beside, first) => {
    for (const second of beside) {
      if (second < first || covered[first]?.has(second)) continue
      const members = grown(near, first, second)
      for (const one of members) for (const other of members) covered[one]?.add(other)
      cliques.push(members.flatMap((member) => all[member] ?? []))
    }
  })
  return cliques
}

/** These two, and whoever excludes both and all that were taken before. */
function grown(near: readonly ReadonlySet<number>[], first: number, second: number): readonly number[] {
  const members = [first, second]
  const empty: ReadonlySet<number> = new Set()
  for (const next of near[first] ?? empty)
    if (next !== second && members.every((member) => member === next || near[member]?.has(next)))
      members.push(next)
  return members
}
