// The spotter's word that the way is clear. Only it lets a cue be called that waits for one.

import { may } from '../disclosure/policy.ts'
import { refused } from '../kit/result.ts'
import type { Show, TrackId } from '../show/show.ts'
import type { Moment, MomentId, Timeline } from '../show/timeline.ts'
import {
  type CallingContext,
  callsTonight,
  type Decision,
  findMoment,
  happened,
  nameFor,
  unknownMoment,
} from './decision.ts'
import { clearWord, isJustSaid, saidStands, takenBackStands } from './just-said.ts'
import { type CallingState, nextOf } from './state.ts'

export function sayClear(state: CallingState, moment: MomentId, context: CallingContext): Decision {
  const found = findMoment(context.plan, moment)
  if (!found) return unknownMoment
  const name = nameFor(found, context)
  if (found.spotters.length === 0) return refused('no-spotter', `${name} waits for nobody’s clear.`)
  if (state.cut.includes(found.index)) return refused('cue-cut', `${name} is cut tonight.`)
  const next = nextOf(context.plan, state, found.playhead)
  if (!next || found.index < next.index) return refused('behind', `${name} is behind the desk.`)
  const silent = notYetClear(state, found)
  const word = speaksFor(state, found, context).filter((spotter) => silent.includes(spotter))
  if (word.length === 0) return refused('clear', `${name}: clear already.`)
  if (!isClearAsked(context.plan, state, found))
    return refused('not-yet', `${name} is not next yet. Look, and say clear, once it is or is stood by.`)
  if (justChanged(state, found, word, context)) return takenBackStands
  return happened(
    ...word.map((spotter) => ({ type: 'clear.said', v: 1, body: { moment, spotter } }) as const),
  )
}

export function withdrawClear(state: CallingState, moment: MomentId, context: CallingContext): Decision {
  const found = findMoment(context.plan, moment)
  if (!found) return unknownMoment
  const silent = notYetClear(state, found)
  const word = speaksFor(state, found, context).filter((spotter) => !silent.includes(spotter))
  if (word.length === 0) return refused('not-clear', `${nameFor(found, context)}: nobody has said clear.`)
  if (justChanged(state, found, word, context)) return saidStands
  return happened(
    ...word.map((spotter) => ({ type: 'clear.withdrawn', v: 1, body: { moment, spotter } }) as const),
  )
}

/** Stood by, or next on its list: a way that was clear twenty minutes ago is not known to be clear. */
export const isClearAsked = (plan: Timeline, state: CallingState, moment: Moment): boolean =>
  !state.cut.includes(moment.index) &&
  (state.standbys.some((one) => one.moment === moment.index) ||
    nextOf(plan, state, moment.playhead)?.index === moment.index)

const justChanged = (
  state: CallingState,
  { index }: Moment,
  word: readonly TrackId[],
  { at }: CallingContext,
): boolean => word.some((spotter) => isJustSaid(state, clearWord(index, spotter), at))

/** Those who must still say clear before this moment may be called. */
export const notYetClear = ({ clear }: CallingState, { index, spotters }: Moment): readonly TrackId[] =>
  spotters.filter((spotter) => !clear.some((one) => one.moment === index && one.spotter === spotter))

/** Whoever calls says it on cans for all; a spotter for themself; a department for the spotters of its own cues. */
export function speaksFor(
  state: CallingState,
  moment: Moment,
  { show, by }: CallingContext,
): readonly TrackId[] {
  if (callsTonight(state, by)) return moment.spotters
  const { person, department } = by
  const own = show.tracks.filter((track) => person !== null && track.owner === person).map((one) => one.id)
  const owns = may(by, 'acknowledge a standby') && department !== null ? spottersOf(moment, department) : []
  return moment.spotters.filter((spotter) => own.includes(spotter) || owns.includes(spotter))
}

/** Whom the cues of one department wait for in this moment. */
export const spottersOf = (moment: Moment, department: string): readonly TrackId[] =>
  [...moment.cues, ...moment.followers].flatMap((cue) =>
    cue.department === department ? (cue.spotter ?? []) : [],
  )

/** "Otto and Ruth": whose clear a moment waits for. */
export function spotterNames(show: Show, spotters: readonly TrackId[]): string {
  const names = spotters.map((spotter) => {
    const track = show.tracks.find((one) => one.id === spotter)
    return show.people.find((one) => one.id === track?.owner)?.callName ?? track?.title ?? 'the spotter'
  })
  return names.join(' and ')
}
