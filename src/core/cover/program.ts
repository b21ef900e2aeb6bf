// A logic program in the making: atoms, rules, and what is to be kept small; written in the form clasp reads (aspif).

/** Positive: true; negative: false. */
type Literal = number

export type Program = {
  atom(): number
  /** May be true, nobody says whether. */
  choice(atoms: readonly number[]): void
  /** True whenever all of these hold. */
  rule(head: number, body: readonly Literal[]): void
  /** Never all of these at once. */
  never(body: readonly Literal[]): void
  /** Of these so many at most. */
  atMost(most: number, literals: readonly Literal[]): void
  /** While this one of them holds, so many of these at most; with less than none it never does. */
  whileDone(one: number, most: number, atoms: readonly number[]): void
  cost(level: number, literal: Literal, weight: number): void
  show(atom: number): void
  text(): string
}

const HEADER = 'asp 1 0 0'

/** `order`: the levels as they count, the first before all others. */
export function program(
  levels: number,
  order = Array.from({ length: levels }, (_, level) => level),
): Program {
  let atoms = 0
  const lines: string[] = [HEADER]
  const costs: [Literal, number][][] = Array.from({ length: levels }, () => [])
  const list = (values: readonly (number | string)[]) => [values.length, ...values].join(' ')
  const weighed = (lower: number, all: readonly Literal[]) =>
    `1 ${lower} ${all.length}${all.map((literal) => ` ${literal} 1`).join('')}`
  return {
    atom: () => {
      atoms += 1
      return atoms
    },
    choice: (heads) => {
      if (heads.length > 0) lines.push(`1 1 ${list(heads)} 0 0`)
    },
    rule: (head, body) => void lines.push(`1 0 1 ${head} 0 ${list(body)}`),
    never: (body) => void lines.push(`1 0 0 0 ${list(body)}`),
    atMost: (most, literals) => {
      if (literals.length > most) lines.push(`1 0 0 ${weighed(most + 1, literals)}`)
    },
    whileDone: (one, most, all) => {
      const cells = all.map((each) => ` ${each} ${each === one ? all.length + 1 : 1}`)
      lines.push(`1 0 0 1 ${all.length + 1 + Math.max(most, 0)} ${all.length}${cells.join('')}`)
    },
    cost: (level, literal, weight) => {
      if (weight !== 0) costs[level]?.push([literal, weight])
    },
    show: (atom) => {
      const name = `a${atom}`
      lines.push(`4 ${name.length} ${name} 1 ${atom}`)
    },
    text: () => {
      const minimise = order.flatMap((level, rank) => {
        const of = costs[level] ?? []
        return of.length === 0
          ? []
          : [
              `2 ${levels - rank} ${of.length}${of.map(([literal, weight]) => ` ${literal} ${weight}`).join('')}`,
            ]
      })
      return `${[...lines, ...minimise, '0'].join('\n')}\n`
    },
  }
}
