// How a tech or a rehearsal went: what was run when, from where to where, what was taken again, and what the book lost.

import type { RemovedMoment } from '../calling/events.ts'
import type { CalledMoment, CallingState, Turn } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import { isWorked } from '../show/kinds.ts'
import type { Show } from '../show/show.ts'
import { DECK, momentName, type Timeline } from '../show/timeline.ts'

/** One stretch that ran straight on. `began`: where the desk was put for it; null for the first. */
type ReportPass = {
  readonly began: 'back' | 'on' | null
  readonly from: string
  readonly to: string
  readonly at: Instant
  readonly until: Instant
  readonly cues: number
}

export type ReportWorked = {
  readonly passes: readonly ReportPass[]
  /** Taken more than once, in the order of the plan. */
  readonly again: readonly { readonly cue: string; readonly at: readonly Instant[] }[]
  /** Called, and no more in the book at the end. */
  readonly removed: readonly RemovedMoment[]
}

/** Null for what is played straight on. */
export function workedIn(show: Show, plan: Timeline, state: CallingState): ReportWorked | null {
  if (!isWorked(state.opened?.kind ?? 'show')) return null
  const name = (index: number) => {
    const moment = plan.moments[index]
    return moment === undefined ? '' : momentName(moment, show.departments)
  }
  const times = (index: number) => state.called.filter(({ moment }) => moment === index).map(({ at }) => at)
  return {
    passes: passesOf(plan, state).flatMap(({ began, called }) => {
      const [first, last] = [called[0], called.at(-1)]
      if (first === undefined || last === undefined) return []
      const ends = { from: name(first.moment), to: name(last.moment), at: first.at, until: last.at }
      return [{ began, ...ends, cues: called.length }]
    }),
    again: plan.moments.flatMap(({ index }) => {
      const at = times(index)
      return at.length > 1 ? [{ cue: name(index), at }] : []
    }),
    removed: state.removed,
  }
}

type Pass = { readonly began: ReportPass['began']; readonly called: readonly CalledMoment[] }

/** Lists beside the deck’s run in their own time and end no stretch. */
function passesOf(plan: Timeline, { called, turns }: CallingState): readonly Pass[] {
  const starts = [null, ...turns]
  return starts.map((turn, index) => ({
    began: turn === null ? null : wayOf(turn),
    called: called
      .slice(turn?.called ?? 0, turns[index]?.called)
      .filter(({ moment }) => plan.moments[moment]?.playhead === DECK),
  }))
}

const wayOf = ({ from, to }: Turn): 'back' | 'on' => (to < from ? 'back' : 'on')
