// What a show says nothing of, so that no order is judged by it: said in one line, and never an error.

import type { Show } from '../show/show.ts'

export const judgedBy = ['ways', 'changes', 'props', 'presets', 'microphones', 'pieces', 'rules'] as const
export type JudgedBy = (typeof judgedBy)[number]

export function unjudged(show: Show): readonly JudgedBy[] {
  const has: Readonly<Record<JudgedBy, number>> = {
    ways: show.venue.travel.length,
    changes: show.changes.length,
    props: show.props.length,
    presets: show.presets.length,
    microphones: show.mics.length,
    pieces: show.standings?.length ?? 0,
    rules: show.rules?.length ?? 0,
  }
  return judgedBy.filter((one) => has[one] === 0)
}
