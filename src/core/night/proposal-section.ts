// A plan that was proposed and that nobody has approved: what would be other, what is cut and why, and whom it costs something.

import type { CoverNight, CoverPlan, Worth } from '../cover/cover-night.ts'
import { type Cut, cutsOf, type Reason } from '../cover/explain.ts'
import { factsOf, mayDo } from '../cover/facts.ts'
import { shortagesOf } from '../cover/what-it-takes.ts'
import { type CoverChange, newest } from '../covering/covering.ts'
import { approversOf } from '../show/competence.ts'
import type { PersonId, TrackId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { Settled } from './cover-night-of.ts'
import { type Spot, spotsOf } from './cover-spots.ts'
import type { NightState, Plan } from './night.ts'
import { PlanWords } from './owed-lines.ts'
import { passedOn } from './passed-on.ts'
import { clockOf } from './planned-dues.ts'
import { type Doing, doingOf } from './played-again.ts'
import { Names } from './seen.ts'
import { type InTheWay, isAbout, isOverruled, type SettledCell, type SettledCells } from './settling.ts'
import { changeTo, costsOf, linesOfCost, listed, type TellList } from './told.ts'
import { asOrdered } from './tonight.ts'
import { WALKED_SHOWN_MAX, type WalkedLine, walkedLines } from './walked-lines.ts'

/** What the server holds until somebody approves it. */
export type Proposal = {
  readonly id: string
  /** The newest version when it was made. */
  readonly base: number
  readonly night: CoverNight
  readonly plan: CoverPlan
  readonly changes: readonly CoverChange[]
  readonly worth: Worth
  readonly proved: boolean
  /** Made without the solver, and why. */
  readonly fallback: string | null
  readonly ms: number
}

export type WhyNotLine = {
  readonly name: string
  readonly kind: Reason['kind']
  /** What they do at that time instead; null where that is not the reason. */
  readonly other: string | null
  readonly seconds: number | null
  readonly needs: number | null
}
export type CutLine = {
  /** By which it is asked about. */
  readonly spot: string
  readonly track: string
  readonly item: string
  readonly title: string
  readonly never: boolean
  readonly reasons: readonly WhyNotLine[]
}
/** A moment at which fewer people are left than there are spots that may never be cut. */
export type ShortLine = {
  readonly item: string
  readonly at: PlanPoint | null
  readonly spots: readonly string[]
  readonly people: readonly string[]
}
/** Of a track that is shared: who leaves the thing where, and who takes it up where. */
type ThingLine = {
  readonly key: string
  readonly prop: string
  readonly item: string
  readonly leaves: string
  readonly left: string | null
  readonly takes: string
  readonly place: string | null
  /** It lies elsewhere: somebody brings it. */
  readonly brought: boolean
}
export type ProposalSection = {
  readonly id: string
  readonly base: number
  readonly proved: boolean
  readonly fallback: string | null
  readonly ms: number
  /** Nothing of it is other than in the newest version. */
  readonly same: boolean
  readonly worth: Worth
  /** What is other than in the newest version, by track and item. */
  readonly cells: readonly {
    readonly track: TrackId
    readonly code: string
    readonly item: number
    readonly title: string
    readonly person: PersonId | null
    readonly name: string | null
    readonly before: string | null
  }[]
  readonly cuts: readonly CutLine[]
  readonly short: readonly ShortLine[]
  readonly replots: readonly string[]
  /** Lifts and fights that are not done. */
  readonly walked: readonly WalkedLine[]
  /** Things that one leaves for another, in the order in which they are taken up. */
  readonly things: readonly ThingLine[]
  /** How many more of each there are than a screen is sent; `brought`: of the things that are not sent. */
  readonly more: {
    readonly cuts: number
    readonly short: number
    readonly walked: number
    readonly things: number
    readonly brought: number
  }
  /** Whose yes it needs; empty where stage management or the dance captain says it. */
  readonly approvers: readonly { readonly person: PersonId; readonly name: string }[]
  readonly costs: readonly (TellList & { readonly person: PersonId; readonly name: string })[]
  /** Where the first of it lies in the plan. */
  readonly first: PlanPoint | null
}

/** Cuts that a screen is sent; of this and the next two the others are counted. */
export const CUTS_SHOWN_MAX = 100
/** Moments with too few people. */
export const SHORT_SHOWN_MAX = 20
/** Things that are left for somebody else. */
export const THINGS_SHOWN_MAX = 40

export function proposalSection(raw: Plan, state: NightState, proposal: Proposal): ProposalSection {
  const { id, base, proved, fallback, ms, worth, changes } = proposal
  const names = new Names(raw.show)
  const cells = cellsOf(raw, state, changes)
  const cuts = cutsOf(factsOf(proposal.night), proposal.plan)
  const [short, things] = [shortLines(raw, state, proposal), thingLines(raw, state, proposal)]
  const walked = walkedLines(raw, state, proposal)
  return {
    ...{ id, base, proved, fallback, ms, worth },
    same: cells.length === 0,
    cells: cells.map(({ at: _at, ...cell }) => cell),
    cuts: cutLines(raw, state, proposal.night, cuts.slice(0, CUTS_SHOWN_MAX)),
    short: short.slice(0, SHORT_SHOWN_MAX),
    replots: proposal.plan.replots.flatMap(
      (replot) => proposal.night.replots.find((one) => one.id === replot)?.title ?? [],
    ),
    walked: walked.slice(0, WALKED_SHOWN_MAX),
    things: things.slice(0, THINGS_SHOWN_MAX),
    more: {
      cuts: over(cuts, CUTS_SHOWN_MAX),
      short: over(short, SHORT_SHOWN_MAX),
      walked: over(walked, WALKED_SHOWN_MAX),
      things: over(things, THINGS_SHOWN_MAX),
      brought: things.slice(THINGS_SHOWN_MAX).filter(({ brought }) => brought).length,
    },
    approvers: approversOf(raw.show).map((person) => ({ person, name: names.callName(person) ?? '' })),
    costs: costsOf(raw, state, changes).map((person) => ({
      ...{ person, name: names.callName(person) ?? '' },
      ...listed(linesOfCost(raw, state, { changes, from: proposal.night.now ?? 0 }, person)),
    })),
    first: cells[0]?.at ?? null,
  }
}

const over = (list: readonly unknown[], most: number): number => Math.max(0, list.length - most)

type Cell = ProposalSection['cells'][number] & { readonly at: PlanPoint | null }

function cellsOf(raw: Plan, state: NightState, changes: readonly CoverChange[]): readonly Cell[] {
  const plan = asOrdered(raw, state)
  const words = new PlanWords(plan)
  const names = new Names(plan.show)
  const index = new Map(plan.timeline.items.map((item) => [item.id, item.index]))
  const now = doingOf(newest(state.covering)?.changes ?? [])
  const then = doingOf(changes)
  const seen = new Set<string>()
  return spotsOf(plan).flatMap((spot): readonly Cell[] => {
    const [before, after] = [doerOf(spot, now), doerOf(spot, then)]
    const key = `${spot.track} ${spot.item}`
    if (before === after || seen.has(key)) return []
    seen.add(key)
    const [first] = spot.obligations
    return [
      {
        ...{ track: spot.track, code: words.code(spot.track), item: index.get(spot.item) ?? 0 },
        ...{ title: words.item(spot.item), person: after, name: names.callName(after) },
        before: names.callName(before),
        at: first ? words.point(first.anchor) : null,
      },
    ]
  })
}

function doerOf({ obligations, owner }: Spot, doing: Doing): PersonId | null {
  const changed = obligations.map(({ id }) => doing(id)).find((person) => person !== undefined)
  return changed === undefined ? owner : changed
}

function cutLines(raw: Plan, state: NightState, night: CoverNight, cuts: readonly Cut[]): readonly CutLine[] {
  const tonight = asOrdered(raw, state)
  const words = new PlanWords(tonight)
  const spots = new Map<string, Spot>(spotsOf(tonight).map((spot) => [spot.id, spot]))
  const names = new Map<string, string>(tonight.show.people.map(({ id, callName }) => [id, callName]))
  const title = (spot: Spot | undefined) => (spot ? `${words.code(spot.track)} ${words.item(spot.item)}` : '')
  return cuts.flatMap(({ obligation, reasons }: Cut) => {
    const spot = spots.get(obligation)
    if (!spot) return []
    return [
      {
        ...{ spot: obligation, track: words.code(spot.track), item: words.item(spot.item) },
        never: spot.tier === 3,
        title: spot.obligations[0]?.title ?? '',
        reasons: reasons.map(({ person, reason }) => ({
          ...{ name: names.get(person) ?? '', kind: reason.kind },
          other: 'obligation' in reason ? title(spots.get(reason.obligation)) : thingOf(night, reason),
          seconds: 'seconds' in reason ? reason.seconds : null,
          needs: 'needs' in reason ? reason.needs : null,
        })),
      },
    ]
  })
}

/** Said once for each set of spots, however many of them are cut. */
function shortLines(raw: Plan, state: NightState, { night, plan }: Proposal): readonly ShortLine[] {
  const facts = factsOf(night)
  const able = (person: number, index: number) =>
    (facts.ways[index] ?? []).some((way) => mayDo(facts, person, way))
  const tonight = asOrdered(raw, state)
  const words = new PlanWords(tonight)
  const spots = new Map<string, Spot>(spotsOf(tonight).map((spot) => [spot.id, spot]))
  const names = new Map<string, string>(tonight.show.people.map(({ id, callName }) => [id, callName]))
  const lines = shortagesOf(facts, plan, able).flatMap(({ obligations, people }): readonly ShortLine[] => {
    const short = obligations.flatMap((one) => spots.get(one) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
    const [first] = short
    const anchor = first?.obligations[0]?.anchor
    if (!first || !anchor) return []
    return [
      {
        ...{ item: words.item(first.item), at: words.point(anchor) },
        spots: short.map(({ track }) => words.code(track)),
        people: people.flatMap((one) => names.get(one) ?? []),
      },
    ]
  })
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()]
}

function thingLines(raw: Plan, state: NightState, { changes, plan, night }: Proposal): readonly ThingLine[] {
  const { after } = changeTo(raw, state, { changes, replots: plan.replots })
  const words = new PlanWords(after)
  return passedOn(after)
    .flatMap((one) => ({ one, at: words.point(one.for.anchor) }))
    .filter(({ at }) => at !== null && clockOf(after.timeline, at) * 60 >= (night.now ?? 0))
    .map(({ one: { key, prop, from, to, left, place, brought, for: taken } }) => ({
      ...{ key, prop: words.props([prop])[0] ?? '', item: words.item(taken.anchor.item), brought },
      ...{ leaves: words.callNames([from])[0] ?? '', left: words.place(left) },
      ...{ takes: words.callNames([to])[0] ?? '', place: words.place(place) },
    }))
}

/** What there is not enough of, by its name in the show; packs have none. */
const thingOf = (night: CoverNight, reason: Reason): string | null =>
  reason.kind === 'means'
    ? (night.means?.find(({ id }) => id === reason.means)?.title ?? null)
    : reason.kind === 'prop'
      ? reason.prop
      : null

export function settledOf(raw: Plan, state: NightState, cells: SettledCells): Settled {
  const spots = spotsOf(asOrdered(raw, state))
  const people = new Set<string>(raw.show.people.map(({ id }) => id))
  const rows = (as: InTheWay['as'], own: readonly SettledCell[]) =>
    own
      .filter(({ person }) => people.has(person))
      .flatMap((one) =>
        spots
          .filter((spot) => isAbout(one, spot) && !isOverruled(cells, as, one, spot.item))
          .map(({ id }) => ({ obligation: id, person: one.person })),
      )
  return { locks: rows('lock', cells.locks), bans: rows('ban', cells.bans) }
}
