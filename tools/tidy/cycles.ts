// Loops of files that load each other at run time (HOUSE-4): each is reported once, as the shortest way round.

import { type Import, targetOf } from './imports.ts'
import type { Finding } from './source.ts'

type Edges = ReadonlyMap<string, readonly { readonly to: string; readonly line: number }[]>

export function checkCycles(importsByFile: ReadonlyMap<string, readonly Import[]>): Finding[] {
  const edges = runTimeEdges(importsByFile)
  const told = new Set<string>()
  const findings: Finding[] = []
  // In order of path, so that the same loop is always reported at the same file.
  for (const start of [...edges.keys()].sort()) {
    const loop = told.has(start) ? undefined : shortestLoop(start, edges)
    if (loop === undefined) continue
    for (const file of loop) told.add(file)
    const line = edges.get(start)?.find(({ to }) => to === (loop[1] ?? start))?.line ?? 1
    const way = [...loop, start].join(' → ')
    findings.push({ file: start, line, rule: 'HOUSE-4', sentence: `these files load each other: ${way}` })
  }
  return findings
}

function runTimeEdges(importsByFile: ReadonlyMap<string, readonly Import[]>): Edges {
  return new Map(
    [...importsByFile].map(([from, imports]) => [
      from,
      imports.flatMap(({ specifier, atRunTime, byAddress, line }) => {
        // A worker has a graph of its own: what it loads is not loaded here.
        if (specifier === undefined || !atRunTime || byAddress) return []
        const to = targetOf(from, specifier)
        return to !== undefined && importsByFile.has(to) ? [{ to, line }] : []
      }),
    ]),
  )
}

/** The files of the shortest loop through `start`, beginning with it; breadth first. */
function shortestLoop(start: string, edges: Edges): readonly string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const file of queue) {
    for (const { to } of edges.get(file) ?? []) {
      if (to === start) return wayBack(file, cameFrom)
      if (cameFrom.has(to)) continue
      cameFrom.set(to, file)
      queue.push(to)
    }
  }
  return undefined
}

function wayBack(last: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [last]
  for (let at = cameFrom.get(last); at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}
