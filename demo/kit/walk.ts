// How long it takes to get from one place of a building to another, by the quickest way.

import { Misprint } from './pages.ts'

export type Way = { readonly from: string; readonly to: string; readonly seconds: number }

export const readWay = (text: string): Way => {
  const [from = '', to = '', seconds = ''] = text.split(' ')
  if (!(Number(seconds) > 0)) throw new Misprint(`“${text}” is no way`)
  return { from, to, seconds: Number(seconds) }
}

/** Quickest walks from everywhere to everywhere; Infinity where there is no way. */
export function walks(ways: readonly Way[]): (from: string, to: string) => number {
  const known = new Map<string, Map<string, number>>()
  const from = (start: string): Map<string, number> => {
    const best = new Map([[start, 0]])
    // Bellman and Ford: few places, so no queue is needed.
    for (let changed = true; changed; ) {
      changed = false
      for (const { from: a, to: b, seconds } of ways) {
        for (const [x, y] of [
          [a, b],
          [b, a],
        ] as const) {
          const there = (best.get(x) ?? Number.POSITIVE_INFINITY) + seconds
          if (there < (best.get(y) ?? Number.POSITIVE_INFINITY)) {
            best.set(y, there)
            changed = true
          }
        }
      }
    }
    return best
  }
  return (a, b) => {
    const best = known.get(a) ?? from(a)
    known.set(a, best)
    return best.get(b) ?? Number.POSITIVE_INFINITY
  }
}
