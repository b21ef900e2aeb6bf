// As few groups as cover every pair that excludes each other: fewer rows for the solver than one for each pair.

/** Of each pair, both ways round, whether it is in: asked so often that a set of sets takes most of the time. */
class Pairs {
  readonly #of: Uint8Array
  readonly #many: number

  constructor(many: number) {
    this.#many = many
    this.#of = new Uint8Array(many * many)
  }

  has(one: number, other: number): boolean {
    return this.#of[one * this.#many + other] === 1
  }

  add(one: number, other: number): void {
    this.#of[one * this.#many + other] = 1
    this.#of[other * this.#many + one] = 1
  }
}

export function cliquesOf<T>(
  all: readonly T[],
  excludes: (one: T, other: T) => boolean,
  /** In their order: nothing from this other one on excludes it. */
  isBehind: (one: T, other: T) => boolean = () => false,
): readonly (readonly T[])[] {
  const near = new Pairs(all.length)
  all.forEach((one, first) => {
    for (let second = first + 1; second < all.length; second++) {
      const other = all[second]
      if (other === undefined || isBehind(one, other)) break
      if (excludes(one, other)) near.add(first, second)
    }
  })
  const covered = new Pairs(all.length)
  const cliques: T[][] = []
  for (let first = 0; first < all.length; first++)
    for (let second = first + 1; second < all.length; second++) {
      if (!near.has(first, second) || covered.has(first, second)) continue
      const members = grown(near, all.length, first, second)
      for (const one of members) for (const other of members) covered.add(one, other)
      cliques.push(members.flatMap((member) => all[member] ?? []))
    }
  return cliques
}

/** These two, and whoever excludes both and all that were taken before. */
function grown(near: Pairs, many: number, first: number, second: number): readonly number[] {
  const members = [first, second]
  for (let next = 0; next < many; next++)
    if (next !== second && members.every((member) => near.has(member, next))) members.push(next)
  return members
}
