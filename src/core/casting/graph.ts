// The two sides of a smallest cast: the most parts of which no two can be one performer, and the fewest performers that do.

/** Parts are numbers from 0; true where two of them cannot be one performer’s. */
export type Conflicts = readonly (readonly boolean[])[]

/** Steps of each search; no play of those we know comes near. */
export const STEPS_MAX = 20_000

type Steps = { left: number }

/** Parts that are all in conflict with one another; `isBest` is false where the search was given up. */
export function largestClique(conflicts: Conflicts): {
  readonly clique: readonly number[]
  readonly isBest: boolean
} {
  const steps = { left: STEPS_MAX }
  const search = new CliqueSearch(conflicts, steps)
  const degrees = conflicts.map((row) => row.filter(Boolean).length)
  const degree = (part: number) => degrees[part] ?? 0
  const all = conflicts.map((_row, part) => part).sort((one, other) => degree(other) - degree(one))
  search.extend([], all)
  return { clique: search.best.toSorted((one, other) => one - other), isBest: steps.left > 0 }
}

class CliqueSearch {
  readonly #conflicts: Conflicts
  readonly #steps: Steps
  best: readonly number[] = []

  constructor(conflicts: Conflicts, steps: Steps) {
    this.#conflicts = conflicts
    this.#steps = steps
  }

  /** No clique has two parts of one colour: with so many colours left it cannot grow beyond them. */
  extend(clique: readonly number[], candidates: readonly number[]): void {
    if (clique.length > this.best.length) this.best = clique
    const coloured = this.#coloured(candidates)
    for (let at = coloured.length - 1; at >= 0; at -= 1) {
      const one = coloured[at]
      if (!one || clique.length + one.colour <= this.best.length) return
      this.#steps.left -= 1
      if (this.#steps.left <= 0) return
      const row = this.#conflicts[one.part] ?? []
      const rest = coloured.slice(0, at).flatMap(({ part }) => (row[part] === true ? [part] : []))
      this.extend([...clique, one.part], rest)
    }
  }

  /** Each with the number of colours that it and those before it need, the fewest first. */
  #coloured(candidates: readonly number[]): readonly { readonly part: number; readonly colour: number }[] {
    const classes: number[][] = []
    for (const part of candidates) {
      const row = this.#conflicts[part] ?? []
      const home = classes.find((members) => members.every((other) => row[other] !== true))
      if (home) home.push(part)
      else classes.push([part])
    }
    return classes.flatMap((members, index) => members.map((part) => ({ part, colour: index + 1 })))
  }
}

/** Groups of parts without a conflict in any, as few as there can be; `least` is how few there can be at best. */
export function fewestGroups(
  conflicts: Conflicts,
  least: number,
): { readonly groups: readonly (readonly number[])[]; readonly isBest: boolean } {
  const search = new GroupSearch(conflicts, least, { left: STEPS_MAX })
  search.place(0)
  const groups: number[][] = []
  for (const [part, group] of search.best.entries()) {
    const members = groups[group] ?? []
    members.push(part)
    groups[group] = members
  }
  return { groups, isBest: search.isProved }
}

class GroupSearch {
  /** With whom each part is in conflict. */
  readonly #apart: readonly (readonly number[])[]
  readonly #degrees: readonly number[]
  readonly #least: number
  readonly #steps: Steps
  readonly #groupOf: number[]
  /** Of each part, how many parts of each group it is in conflict with, and how many groups that shuts. */
  readonly #against: readonly Int32Array[]
  readonly #shut: number[]
  #used = 0
  #most: number
  best: readonly number[]

  constructor(conflicts: Conflicts, least: number, steps: Steps) {
    this.#apart = conflicts.map((row) => row.flatMap((isApart, other) => (isApart ? [other] : [])))
    this.#degrees = this.#apart.map(({ length }) => length)
    this.#least = least
    this.#steps = steps
    this.#groupOf = conflicts.map(() => -1)
    this.#against = conflicts.map(() => new Int32Array(conflicts.length))
    this.#shut = conflicts.map(() => 0)
    this.#most = conflicts.length + 1
    this.best = conflicts.map((_row, part) => part)
  }

  get isProved(): boolean {
    return this.#most <= this.#least || this.#steps.left > 0
  }

  /** The part with the fewest groups open to it goes first: it is the one that would fail. */
  place(placed: number): void {
    if (this.#steps.left <= 0 || this.#most <= this.#least) return
    this.#steps.left -= 1
    if (placed === this.#groupOf.length) {
      this.#most = this.#used
      this.best = [...this.#groupOf]
      return
    }
    const part = this.#hardest()
    const used = this.#used
    for (let group = 0; group <= used && group < this.#most - 1; group += 1) {
      if ((this.#against[part]?.[group] ?? 0) > 0) continue
      this.#put(part, group, 1)
      this.#used = Math.max(used, group + 1)
      this.place(placed + 1)
      this.#used = used
      this.#put(part, group, -1)
    }
  }

  /** In with 1, out again with -1. */
  #put(part: number, group: number, by: 1 | -1): void {
    this.#groupOf[part] = by === 1 ? group : -1
    for (const other of this.#apart[part] ?? []) {
      const against = this.#against[other]
      if (!against) continue
      const before = against[group] ?? 0
      against[group] = before + by
      if (before === 0 || before + by === 0) this.#shut[other] = (this.#shut[other] ?? 0) + by
    }
  }

  #hardest(): number {
    let hardest = -1
    for (let part = 0; part < this.#groupOf.length; part += 1) {
      if (this.#groupOf[part] !== -1) continue
      const apart = (this.#shut[part] ?? 0) - (this.#shut[hardest] ?? 0)
      if (
        hardest === -1 ||
        apart > 0 ||
        (apart === 0 && (this.#degrees[part] ?? 0) > (this.#degrees[hardest] ?? 0))
      )
        hardest = part
    }
    return hardest
  }
}
