// Whose clear a cue waits for, on their own phone: which cue it is, whether they are to look now, and whether they have said it.

import { isClearAsked } from '../calling/decide-clear.ts'
import { type CallingState, nextOf } from '../calling/state.ts'
import type { PersonId, TrackId } from '../show/show.ts'
import { cueName, type Moment, type MomentId } from '../show/timeline.ts'
import type { NightState, Plan } from './night.ts'

type ClearingLine = {
  readonly moment: MomentId
  /** Of the cues that wait for them, and no others: "FLY 3, Bar in". */
  readonly cue: string
  /** It is next or stood by: they are to look, and to say it. */
  readonly asked: boolean
  readonly said: boolean
}
export type ClearingSection = { readonly lines: readonly ClearingLine[] }

/** Null for whoever no cue waits for: almost everybody, at every GO. */
export function clearingSection(
  { show, timeline }: Plan,
  { calling }: NightState,
  person: PersonId,
): ClearingSection | null {
  const own = new Set(show.tracks.flatMap((track) => (track.owner === person ? [track.id] : [])))
  if (own.size === 0) return null
  const waiting = timeline.moments.filter(({ spotters }) => spotters.some((one) => own.has(one)))
  if (waiting.length === 0) return null
  const ahead = waiting.filter((moment) => isAhead(timeline, calling, moment))
  const lines = ahead.map((moment) => lineOf(moment))
  const now = lines.filter(({ asked, said }) => asked || said)
  return { lines: now.length > 0 ? now : lines.slice(0, 1) }

  function lineOf(moment: Moment): ClearingLine {
    const cues = [...moment.cues, ...moment.followers].filter(({ spotter }) => spotter && own.has(spotter))
    return {
      moment: moment.id,
      cue: cues
        .map((cue) => [cueName(cue, show.departments), cue.title].filter(Boolean).join(', '))
        .join(' · '),
      asked: isClearAsked(timeline, calling, moment),
      said: hasSaid(calling, moment, own),
    }
  }
}

function isAhead(timeline: Plan['timeline'], calling: CallingState, { index, playhead }: Moment): boolean {
  const next = nextOf(timeline, calling, playhead)
  return next !== null && next !== undefined && index >= next.index && !calling.cut.includes(index)
}

const hasSaid = ({ clear }: CallingState, { index, spotters }: Moment, own: ReadonlySet<TrackId>): boolean =>
  spotters
    .filter((one) => own.has(one))
    .every((spotter) => clear.some((word) => word.moment === index && word.spotter === spotter))
