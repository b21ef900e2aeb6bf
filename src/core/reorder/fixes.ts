// What would make a changed order fit: the same sums with one change more. Proposed, never done.

import type { ItemId } from '../show/show.ts'
import type { Change } from './change.ts'
import type { Consequence, ConsequenceKind } from './consequence.ts'
import { type Asked, consequences } from './consequences.ts'
import type { Base } from './slots.ts'

/** A desk has time to read so many, and the sums for each take as long as those for the change itself. */
export const FIXES_MAX = 6
/** Nobody counts a wait more finely than this. */
const STEP_SECONDS = 5

/** `solves`: so many of the consequences that lack seconds are gone with it; `leaves`: so many are still there. */
export type Fix = { readonly change: Change; readonly solves: number; readonly leaves: number }

/** Those that seconds can help; whoever is due earlier is due earlier. */
const helped: readonly ConsequenceKind[] = [
  ...(['travel', 'change', 'dresser', 'prop', 'preset', 'microphone', 'rest'] as const),
]
export const lacksSeconds = ({ kind, lacks }: Consequence): boolean =>
  helped.includes(kind) && lacks !== null && lacks > 0

/** `told`: the consequences as they were told. The one that helps most comes first. */
export function fixes(base: Base, asked: Asked, told: readonly Consequence[]): readonly Fix[] {
  const lacking = told.filter(lacksSeconds)
  return waits(base, lacking)
    .flatMap((change) => {
      const after = consequences(base, { ...asked, proposed: [...asked.proposed, change] })
      if (!after.ok) return []
      const leaves = after.value.filter(lacksSeconds).length
      const solves = lacking.length - leaves
      return solves > 0 ? [{ change, solves, leaves }] : []
    })
    .toSorted((a, b) => b.solves - a.solves)
}

/** Before each item in which something lacks seconds: so long a wait, or the bars before it gone round in as long. */
function waits({ show, edition }: Base, lacking: readonly Consequence[]): readonly Change[] {
  const most = new Map<ItemId, number>()
  for (const { item, lacks } of lacking) most.set(item, Math.max(most.get(item) ?? 0, lacks ?? 0))
  const order = show.editions.find((one) => one.id === edition)?.items ?? []
  return [...most]
    .flatMap(([item, lacks]): Change[] => {
      const seconds = Math.ceil(lacks / STEP_SECONDS) * STEP_SECONDS
      const before = order[order.indexOf(item) - 1]
      const vamp = show.vamps.find(
        (one) => one.anchor.item === before && one.secondsMax - one.seconds >= seconds,
      )
      const bars: Change[] = vamp ? [{ kind: 'vamp', vamp: vamp.id, seconds }] : []
      return [...bars, { kind: 'delay', item, seconds }]
    })
    .slice(0, FIXES_MAX)
}
