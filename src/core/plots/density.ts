// How thick the cues lie: of each minute, how many GOs, and how many cues of which department.

import { follows } from '../show/timeline.ts'
import type { LaidShow } from './laid-show.ts'

const DENSITY_SECONDS = 60

/** Only minutes in which there is a cue. */
export type Minute = {
  readonly from: number
  /** What is called: cues of one group are one GO, and what follows by itself is none. */
  readonly goes: number
  readonly cues: number
  /** In the order of the departments. */
  readonly of: readonly { readonly department: string; readonly cues: number }[]
}

export function cueDensity({ show, laid }: LaidShow): readonly Minute[] {
  const minutes = new Map<number, { goes: Set<string>; of: Map<string, number> }>()
  for (const cue of show.cues) {
    const at = laid.clock(cue.anchor)
    if (at === null) continue
    const from = Math.floor(at / DENSITY_SECONDS) * DENSITY_SECONDS
    const minute = minutes.get(from) ?? { goes: new Set(), of: new Map() }
    minutes.set(from, minute)
    if (follows(cue) === null) minute.goes.add(cue.group ?? cue.id)
    minute.of.set(cue.department, (minute.of.get(cue.department) ?? 0) + 1)
  }
  return [...minutes]
    .sort(([one], [other]) => one - other)
    .map(([from, { goes, of }]) => ({
      ...{ from, goes: goes.size, cues: [...of.values()].reduce((sum, one) => sum + one, 0) },
      of: show.departments.flatMap(({ id, short }) => {
        const cues = of.get(id) ?? 0
        return cues === 0 ? [] : [{ department: short, cues }]
      }),
    }))
}
