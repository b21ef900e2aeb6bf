// Who lifts or fights with whom tonight, and what becomes of it where two are not cleared with each other: it is walked through.

import type { CoverNight, CoverPlan, Lift } from '../cover/cover-night.ts'
import { factsOf } from '../cover/facts.ts'
import { liftsOut } from '../cover/plan.ts'
import type { Obligation, ObligationId, Show, TrackId } from '../show/show.ts'
import type { Timeline } from '../show/timeline.ts'
import { isFight, isLift } from '../show/together.ts'
import type { Spot } from './cover-spots.ts'
import type { Plan } from './night.ts'
import { firstOf } from './played-again.ts'
import { laidAgain } from './replotted.ts'

type End = { readonly spot: Spot; readonly one: Obligation }
export type Pair = {
  readonly id: string
  readonly ends: readonly [End, End]
  /** Walked through instead of done. */
  readonly mayBeOut: boolean
}

/** As near as the two ends of one lift may be written. */
const SAME_LIFT_SECONDS = 10

const isShared = (one: Obligation): boolean =>
  (isLift(one) || isFight(one)) && (one.partners ?? []).length > 0

const known = new WeakMap<readonly Spot[], readonly Pair[]>()

/** With each partner that is named: their end of it, or else what they are on for at that moment. */
export function pairsOf(spots: readonly Spot[]): readonly Pair[] {
  const found = known.get(spots) ?? find(spots)
  known.set(spots, found)
  return found
}

function find(spots: readonly Spot[]): readonly Pair[] {
  const all = spots.flatMap((spot) => spot.obligations.map((one): End => ({ spot, one })))
  const pairs = new Map<string, Pair>()
  for (const end of all.filter(({ one }) => isShared(one)))
    for (const partner of end.one.partners ?? []) {
      const other = otherEnd(all, end.one, partner)
      if (!other || other.spot.id === end.spot.id) continue
      const id = `${end.one.id} ${other.one.id}`
      const mayBeOut = [end, other].every(({ one }) => !isShared(one) || one.droppable !== 'essential')
      if (!pairs.has(`${other.one.id} ${end.one.id}`)) pairs.set(id, { id, ends: [end, other], mayBeOut })
    }
  return [...pairs.values()]
}

function otherEnd(all: readonly End[], one: Obligation, partner: TrackId): End | undefined {
  const there = all.filter(
    (end) => end.one.track === partner && end.one.anchor.item === one.anchor.item && isAbout(end.one, one),
  )
  const shared = there.filter((end) => isShared(end.one))
  return shared.find((end) => end.one.partners?.includes(one.track)) ?? shared[0] ?? there.at(-1)
}

/** Begins when the other does, or is on then. */
function isAbout({ anchor, seconds }: Obligation, one: Obligation): boolean {
  const since = one.anchor.seconds - anchor.seconds
  return Math.abs(since) <= SAME_LIFT_SECONDS || (since >= 0 && since < seconds)
}

export const liftsOf = (spots: readonly Spot[]): readonly Lift[] =>
  pairsOf(spots).map(({ id, ends: [base, flyer], mayBeOut }) => ({
    ...{ id, base: base.spot.id, flyer: flyer.spot.id, mayBeOut },
  }))

/** Those of a plan that are not done: where two of more are not cleared, none of them does it. */
export function pairsOut(spots: readonly Spot[], night: CoverNight, plan: CoverPlan): readonly Pair[] {
  const out = new Set(liftsOut(factsOf(night), plan).map(({ id }) => id))
  let found = pairsOf(spots).filter(({ id }) => out.has(id))
  for (let before = -1; before < found.length; ) {
    before = found.length
    const touched = new Set(found.flatMap(sharedEnds))
    found = pairsOf(spots).filter(
      (pair) => out.has(pair.id) || sharedEnds(pair).some((id) => touched.has(id)),
    )
  }
  return found
}

const sharedEnds = ({ ends }: Pair): readonly ObligationId[] =>
  ends.flatMap(({ one }) => (isShared(one) ? [one.id] : []))

const laidOut = new WeakMap<Timeline, WeakMap<readonly ObligationId[], Plan>>()

/** The show in which these say that they are not done; the same where there are none. */
export function walkedThrough<P extends Plan>(plan: P, walked: readonly ObligationId[] = []): P {
  if (walked.length === 0) return plan
  const ofTimeline = laidOut.get(plan.timeline) ?? new WeakMap<readonly ObligationId[], Plan>()
  laidOut.set(plan.timeline, ofTimeline)
  const found = ofTimeline.get(walked) ?? layOut(plan, new Set(walked))
  ofTimeline.set(walked, found)
  return { ...plan, ...found }
}

function layOut({ show, timeline }: Plan, walked: ReadonlySet<ObligationId>): Plan {
  const isWalked = ({ id }: Obligation) => walked.has(id) || walked.has(firstOf(id) ?? id)
  const said: Show = {
    ...show,
    obligations: show.obligations.map((one) => (isWalked(one) ? { ...one, title: walkedTitle(one) } : one)),
  }
  return { show: said, timeline: laidAgain(said, timeline) }
}

/** Before what it is called, where nobody who reads only the beginning overlooks it. */
const walkedTitle = (one: Obligation): string =>
  isLift(one)
    ? `Walk through, no lift: ${one.title}`
    : isFight(one)
      ? `Walk through, no fight: ${one.title}`
      : `No lift or fight in it: ${one.title}`
