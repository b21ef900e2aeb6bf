// What one person still owes tonight, in order, at the times the running show makes of the plan.

import { expectedAt, isPast } from '../../core/calling/expected.ts'
import { between, duration, type Instant, later, seconds } from '../../core/kit/time.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { TrackObligation, TrackSection } from '../../core/night/track-section.ts'
import { phaseOf } from '../ui/phase.ts'
import { listWords } from '../ui/words.ts'

/** What takes no time at all still stands here this long, so that "now" can be read. */
export const NOW_SHOWN_MS = 20_000
/** How long something stays past its time while no cue says that the show has got so far. */
export const GRACE_MS = 60_000

export type Owed = {
  readonly obligation: TrackObligation
  readonly at: Instant
  readonly until: Instant
  /** It has begun, by the clock of the show. */
  readonly begun: boolean
  /** It happens within something else of the same track: the person is there already. */
  readonly within: boolean
}

export type Tonight = {
  /** Where the person is now, by the plan. */
  readonly now: Owed | null
  /** Where they must be next. */
  readonly next: Owed | null
  readonly after: readonly Owed[]
}

export function tonight(track: TrackSection, position: PositionSection, now: Instant): Tonight {
  const owed = owedTonight(track, position, now)
  const current = owed.filter((one) => one.begun && !one.within).at(-1) ?? null
  const ahead = owed.filter((one) => !one.begun)
  const next = ahead.find((one) => !one.within) ?? null
  return { now: current, next, after: ahead.filter((one) => one !== next) }
}

/** Everything not done yet. Lines spoken while on are left out: whoever speaks them is there. */
export function owedTonight(track: TrackSection, position: PositionSection, now: Instant): readonly Owed[] {
  const phase = phaseOf(position)
  if (phase.kind === 'after' || phase.kind === 'closed') return []
  return track.obligations.flatMap((obligation) => {
    const within = track.obligations.some((other) => liesWithin(obligation, other))
    if (within && obligation.kind === 'line') return []
    const at = expectedAt(position.running, obligation.at, now)
    if (isDone(obligation, position, at, now)) return []
    const begun = actIsUp(position, obligation.at.act) && at <= now
    return [{ obligation, at, until: later(at, seconds(obligation.seconds)), begun, within }]
  })
}

function liesWithin(one: TrackObligation, other: TrackObligation): boolean {
  if (one === other || one.track !== other.track || one.at.act !== other.at.act) return false
  const starts = one.at.seconds - other.at.seconds
  return (
    one.placeIn === null &&
    starts >= 0 &&
    starts + one.seconds <= other.seconds &&
    one.seconds < other.seconds
  )
}

/** Until its act is up nothing has begun, however late the act is. */
const actIsUp = (position: PositionSection, act: number): boolean =>
  position.acts.some((one) => one.act >= act)

function isDone(obligation: TrackObligation, position: PositionSection, at: Instant, now: Instant): boolean {
  const { act } = obligation.at
  if (!actIsUp(position, act)) return false
  if (position.acts.some((one) => one.act === act && one.downAt !== null)) return true
  const lasts = Math.max(seconds(obligation.seconds), NOW_SHOWN_MS)
  const overBy = between(later(at, duration(lasts)), now)
  // A show that runs late between two cues has not reached it yet: it stays a while longer.
  return overBy >= (isPast(position.running, obligation.at) ? 0 : GRACE_MS)
}

/** "with Ben and Cho · carry the lantern · in oilskins": what is to be had along. */
export function alongWords({ with: partners, carries, costume }: TrackObligation): string {
  return [
    ...(partners.length > 0 ? [`with ${listWords(partners)}`] : []),
    ...(carries.length > 0 ? [`carry ${listWords(carries)}`] : []),
    ...(costume === null ? [] : [`in ${costume}`]),
  ].join(' · ')
}
