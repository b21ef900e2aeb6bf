// What one person still owes tonight, in order, at the times the running show makes of the plan.

import { expectedAt, isPast } from '../../core/calling/expected.ts'
import { between, duration, type Instant, later, seconds } from '../../core/kit/time.ts'
import type { PositionSection, TrackObligation, TrackSection } from '../../core/night/sections.ts'
import { phaseOf } from '../ui/phase.ts'
import { listWords } from '../ui/words.ts'

/** What takes no time at all still stands here this long, so that "now" can be read. */
export const NOW_SHOWN_MS = 20_000
/** How long something stays past its time while no cue says that the show has got so far. */
export const GRACE_MS = 60_000

export type Owed = {
  readonly obligation: TrackObligation
  readonly at: Instant
  /** It has begun, by the clock of the show. */
  readonly now: boolean
}

export function owedTonight(track: TrackSection, position: PositionSection, now: Instant): readonly Owed[] {
  const phase = phaseOf(position)
  if (phase.kind === 'after' || phase.kind === 'closed') return []
  return track.obligations.flatMap((obligation) => {
    const at = expectedAt(position.running, obligation.at, now)
    return isDone(obligation, position, at, now)
      ? []
      : [{ obligation, at, now: hasBegun(position, obligation, at, now) }]
  })
}

/** Until its act is up nothing has begun, however late the act is. */
const actIsUp = (position: PositionSection, act: number): boolean =>
  position.acts.some((one) => one.act >= act)

const hasBegun = (
  position: PositionSection,
  { at: { act } }: TrackObligation,
  at: Instant,
  now: Instant,
): boolean => actIsUp(position, act) && at <= now

function isDone(obligation: TrackObligation, position: PositionSection, at: Instant, now: Instant): boolean {
  const { act } = obligation.at
  if (!actIsUp(position, act)) return false
  const down = position.acts.find((one) => one.act === act)?.downAt ?? null
  if (down !== null) return true
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
