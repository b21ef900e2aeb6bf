// What one person still owes tonight, in order, at the times the running show makes of the plan.

import { expectedAt } from '../../core/calling/expected.ts'
import { type Instant, later, seconds } from '../../core/kit/time.ts'
import type { OwedLine } from '../../core/night/owed-lines.ts'
import type { PositionSection } from '../../core/night/sections.ts'
import type { TrackSection } from '../../core/night/track-section.ts'
import { words } from '../speech/speech.ts'
import { actIsUp, isOver } from '../ui/passing.ts'
import { phaseOf } from '../ui/phase.ts'
import { listWords, thingsWords } from '../ui/words.ts'

export type Owed = {
  readonly obligation: OwedLine
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
  const current = owed.filter((one) => one.begun && !one.within && isOnesOwn(one.obligation)).at(-1) ?? null
  const ahead = owed.filter((one) => !one.begun)
  const next = ahead.find((one) => !one.within && isOnesOwn(one.obligation)) ?? null
  return { now: current, next, after: ahead.filter((one) => one !== next) }
}

/** What stands where nothing is to be done next. That nothing is written down does not mean that nobody is needed. */
export function freeWords(track: TrackSection | null, position: PositionSection): string {
  const { pocket } = words()
  if (track === null) return pocket.notPaired
  const { kind } = phaseOf(position)
  if (kind === 'closed' || kind === 'after') return pocket.over
  if (track.obligations.length > 0) return pocket.nothingMore
  return track.tracks.length === 0 ? pocket.nothing : pocket.unwritten({ tracks: listWords(track.tracks) })
}

/** A preset is the department's: who of them does it is not known, so it is nobody's next thing to be at. */
const isOnesOwn = ({ kind }: OwedLine): boolean => kind !== 'preset'

/** Everything not done yet. Lines spoken while on are left out: whoever speaks them is there. */
export function owedTonight(track: TrackSection, position: PositionSection, now: Instant): readonly Owed[] {
  const phase = phaseOf(position)
  if (phase.kind === 'after' || phase.kind === 'closed') return []
  return track.obligations.flatMap((obligation) => {
    const within = track.obligations.some((other) => liesWithin(obligation, other))
    if (within && obligation.kind === 'line') return []
    const at = expectedAt(position.running, obligation.at, now)
    if (isOver(obligation, position, at, now)) return []
    const begun = actIsUp(position, obligation.at.act) && at <= now
    return [{ obligation, at, until: later(at, seconds(obligation.seconds)), begun, within }]
  })
}

function liesWithin(one: OwedLine, other: OwedLine): boolean {
  if (one === other || one.track !== other.track || one.at.act !== other.at.act) return false
  const starts = one.at.seconds - other.at.seconds
  return (
    one.placeIn === null &&
    starts >= 0 &&
    starts + one.seconds <= other.seconds &&
    one.seconds < other.seconds
  )
}

/** "with Ben and Cho · carry the lantern · in oilskins": what is to be had along. */
export function alongWords({ with: partners, carries, costume, notes }: OwedLine): string {
  const { pocket } = words()
  return [
    ...(partners.length > 0 ? [pocket.together({ people: listWords(partners) })] : []),
    ...(carries.length > 0 ? [pocket.carry({ things: thingsWords(carries) })] : []),
    ...(costume === null ? [] : [pocket.wearing({ costume })]),
    ...(notes === null ? [] : [notes]),
  ].join(' · ')
}
