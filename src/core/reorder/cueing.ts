// What a changed order does to the cues: standbys that lie elsewhere now, chains that are torn, cues out of their sequence.

import type { Cue, CueId } from '../show/show.ts'
import type { Consequence } from './consequence.ts'
import type { Laid } from './laid.ts'

/** So much earlier or later a standby may lie and is still where it was. */
const SAME_LEAD_SECONDS = 1

export const cueing = (laid: Laid, cut: ReadonlySet<CueId>): Consequence[] => {
  const cues = laid.show.cues.filter(({ id, anchor }) => !cut.has(id) && laid.clock(anchor) !== null)
  return [...standbys(laid, cues), ...follows(laid, cues), ...sequences(laid, cues)]
}

/** Those plotted in another item than their cue: how long before it they lie is part of what they are. */
function standbys(laid: Laid, cues: readonly Cue[]): Consequence[] {
  return cues.flatMap((cue) =>
    (['warn', 'standby'] as const).flatMap((early) => {
      const anchor = cue[early]
      const at = laid.clock(cue.anchor)
      if (!anchor || anchor.item === cue.anchor.item || at === null) return []
      const said = laid.clock(anchor)
      const lead = said === null ? 'never' : Math.round((at - said) / SAME_LEAD_SECONDS)
      return [
        laid.told('standby', `${cue.id} ${early} ${lead}`, {
          ...{ at, department: cue.department, about: cue.id, other: early },
        }),
      ]
    }),
  )
}

function follows(laid: Laid, cues: readonly Cue[]): Consequence[] {
  const there = new Map(cues.map((cue) => [cue.id, laid.clock(cue.anchor) ?? 0]))
  return cues.flatMap((cue) => {
    if (!('after' in cue.trigger)) return []
    const at = laid.clock(cue.anchor) ?? 0
    const root = there.get(cue.trigger.after)
    if (root !== undefined && root <= at) return []
    return [
      laid.told('follow', cue.id, {
        ...{ at, department: cue.department, about: cue.id, other: cue.trigger.after },
      }),
    ]
  })
}

/** From each cue of a department to its next; which of these are new is asked later. */
function sequences(laid: Laid, cues: readonly Cue[]): Consequence[] {
  const order = new Map(laid.items.map(({ id }, index) => [id, index]))
  const place = (cue: Cue): number => order.get(cue.anchor.item) ?? 0
  return laid.show.departments.flatMap(({ id }) => {
    const own = cues
      .filter((cue) => cue.department === id)
      .toSorted((a, b) => place(a) - place(b) || a.anchor.seconds - b.anchor.seconds)
    return own.slice(1).map((cue, index) => {
      const before = own[index]?.id ?? null
      return laid.told('sequence', `${before} ${cue.id}`, {
        ...{ at: laid.clock(cue.anchor) ?? 0, department: id, about: cue.id, other: before },
      })
    })
  })
}
