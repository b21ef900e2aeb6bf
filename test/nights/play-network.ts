// The network of a play: two people who speak in the same segment know each other. The figures scholars publish of it.

export type Network = {
  readonly size: number
  readonly density: number
  readonly averageDegree: number
  readonly maxDegree: number
  readonly averageClustering: number
  readonly averagePathLength: number
  readonly diameter: number
  readonly numConnectedComponents: number
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>

function neighboursIn(segments: readonly { readonly speakers: readonly string[] }[]): Neighbours {
  const all = new Map<string, Set<string>>()
  for (const { speakers } of segments)
    for (const one of speakers) {
      const known = all.get(one) ?? new Set()
      all.set(one, known)
      for (const other of speakers) if (other !== one) known.add(other)
    }
  return all
}

/** Steps from one person to everybody they are connected with. */
function stepsFrom(start: string, all: Neighbours): ReadonlyMap<string, number> {
  const steps = new Map([[start, 0]])
  const waiting = [start]
  for (const one of waiting)
    for (const other of all.get(one) ?? [])
      if (!steps.has(other)) {
        steps.set(other, (steps.get(one) ?? 0) + 1)
        waiting.push(other)
      }
  return steps
}

function clusteringOf(known: ReadonlySet<string>, all: Neighbours): number {
  if (known.size < 2) return 0
  let links = 0
  for (const one of known) for (const other of known) if (all.get(one)?.has(other)) links += 1
  return links / (known.size * (known.size - 1))
}

/** Paths are those between people who are connected at all; other averages are over everybody. */
export function networkOf(segments: readonly { readonly speakers: readonly string[] }[]): Network {
  const all = neighboursIn(segments)
  const degrees = [...all.values()].map((known) => known.size)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const parts = partsOf(all)
  const paths = [...all.keys()].flatMap((one) =>
    [...stepsFrom(one, all).values()].filter((steps) => steps > 0),
  )
  const size = all.size
  return {
    size,
    density: size < 2 ? 0 : sum(degrees) / (size * (size - 1)),
    averageDegree: sum(degrees) / size,
    maxDegree: Math.max(...degrees),
    averageClustering: sum([...all.values()].map((known) => clusteringOf(known, all))) / size,
    averagePathLength: sum(paths) / paths.length,
    diameter: Math.max(...paths),
    numConnectedComponents: parts.length,
  }
}

function partsOf(all: Neighbours): readonly (readonly string[])[] {
  const met = new Set<string>()
  const parts: string[][] = []
  for (const one of all.keys()) {
    if (met.has(one)) continue
    const part = [...stepsFrom(one, all).keys()]
    for (const each of part) met.add(each)
    parts.push(part)
  }
  return parts
}
