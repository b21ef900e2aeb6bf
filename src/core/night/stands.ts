// Where the desk goes on in a version of the show that was made while it was running.

import type { RemovedMoment, Stands } from '../calling/events.ts'
import { type CallingState, nextOf } from '../calling/state.ts'
import type { Show } from '../show/show.ts'
import { type Moment, type MomentId, momentName, type Timeline } from '../show/timeline.ts'

/**
 * Each list stands at the cue it stood at, wherever that is now; where that is gone, at the first after it that is not.
 * What was put in directly before it comes first: it was put there to be called now.
 */
export function standsIn(
  { show, timeline: old }: { readonly show: Show; readonly timeline: Timeline },
  fresh: Timeline,
  state: CallingState,
): Stands {
  const lists = [...new Set([...old.moments, ...fresh.moments].map(({ playhead }) => playhead))]
  const next = lists.map((list) => ({
    list,
    was: nextOf(old, state, list)?.id ?? null,
    is: nextIn(old, fresh, state, list),
  }))
  const known = new Set(fresh.moments.map(({ id }) => id))
  return {
    next: Object.fromEntries(next.map(({ list, is }) => [list, is])),
    moved: next.some(({ was, is }) => was !== is),
    standbys: state.standbys.flatMap(({ moment }) => {
      const id = old.moments[moment]?.id
      return id !== undefined && known.has(id) ? [id] : []
    }),
    removed: removedIn({ show, timeline: old }, known, state),
  }
}

function nextIn(old: Timeline, fresh: Timeline, state: CallingState, list: string): MomentId | null {
  const next = nextOf(old, state, list)
  if (next === null) return null
  const there = (moment: Moment) => fresh.moments.find((one) => one.id === moment.id && one.playhead === list)
  const ahead = old.moments.filter(({ index, playhead }) => index >= next.index && playhead === list)
  const stays = ahead.map(there).find((one) => one !== undefined)
  if (stays === undefined) return null
  const before = fresh.moments.filter(({ index, playhead }) => index < stays.index && playhead === list)
  const known = new Set(old.moments.map(({ id }) => id))
  const fromHere = before.findLastIndex(({ id }) => known.has(id))
  return before[fromHere + 1]?.id ?? stays.id
}

/** What was called stays said, by the name it was called by. */
function removedIn(
  { show, timeline: { moments } }: { readonly show: Show; readonly timeline: Timeline },
  known: ReadonlySet<MomentId>,
  { called }: CallingState,
): readonly RemovedMoment[] {
  const gone = [...new Set(called.map(({ moment }) => moment))].flatMap((index) => {
    const moment = moments[index]
    return moment === undefined || known.has(moment.id) ? [] : [moment]
  })
  return gone.map((moment) => ({
    name: momentName(moment, show.departments),
    calledAt: called.filter((one) => one.moment === moment.index).map(({ at }) => at),
  }))
}
