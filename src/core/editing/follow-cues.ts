// Entrances that are timed by a cue stay with it, wherever the cue goes.

import type { Anchor, Cue, Obligation, Show } from '../show/show.ts'

/** Where something so many seconds after a cue lies: in the cue's item, and not before it begins. */
export const anchorBy = ({ anchor }: Cue, seconds: number): Anchor => ({
  item: anchor.item,
  seconds: Math.max(0, Math.round((anchor.seconds + seconds) * 10) / 10),
  ...(anchor.guessed ? { guessed: true } : {}),
})

const isSame = (one: Anchor, other: Anchor): boolean =>
  one.item === other.item &&
  one.seconds === other.seconds &&
  one.guessed === other.guessed &&
  Object.keys(one).length === Object.keys(other).length

export function followCues(show: Show): Show {
  if (!show.obligations.some(({ byCue }) => byCue)) return show
  const cues = new Map(show.cues.map((cue) => [cue.id, cue]))
  const moved = (one: Obligation): Obligation => {
    const cue = one.byCue && cues.get(one.byCue.cue)
    if (!cue || !one.byCue) return one
    const anchor = anchorBy(cue, one.byCue.seconds)
    return isSame(anchor, one.anchor) ? one : { ...one, anchor }
  }
  return { ...show, obligations: show.obligations.map(moved) }
}
