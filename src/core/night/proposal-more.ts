// What is said of a proposal when somebody looks twice: which plans are as good, and what a cut would take not to be needed.

import {
  type CoverNight,
  type CoverPlan,
  LEVELS,
  type LevelName,
  orderOf,
  type Worth,
} from '../cover/cover-night.ts'
import type { Takes } from '../cover/what-it-takes.ts'
import type { PersonId, TrackId } from '../show/show.ts'
import { type Spot, spotsOf } from './cover-spots.ts'
import type { NightState, Plan } from './night.ts'
import { PlanWords } from './owed-lines.ts'
import type { Proposal } from './proposal-section.ts'
import { Names } from './seen.ts'
import type { SettledCells } from './settling.ts'
import { asOrdered } from './tonight.ts'

/** One track in one number that is somebody else’s in a second plan. */
export type OtherCell = {
  readonly track: TrackId
  readonly code: string
  readonly title: string
  /** Null: cut. */
  readonly name: string | null
  readonly before: string | null
}
export type OtherPlan = { readonly cells: readonly OtherCell[]; readonly replots: readonly string[] }

/** Plans that are worth the same in every level. */
export type OthersSection = { readonly plans: readonly OtherPlan[]; readonly complete: boolean }

export type TakesLine = {
  readonly kind: Takes['kind']
  readonly name: string
  /** What they would have to be ready for, get changed for quicker, or have one more of; packs have no name. */
  readonly what: string
  readonly seconds: number | null
}

/** What would have to be lost for it; `null`: not known. */
export type Price = 'none' | null | (OtherPlan & { readonly worse: LevelName })

/** What somebody asked of one cut. */
export type AskedCut = {
  readonly spot: string
  readonly working: boolean
  readonly takes: readonly TakesLine[]
  readonly price: Price
}

/** Plans as good that are looked for and shown beside a proposal. */
export const OTHERS_SHOWN_MAX = 3
/** Cuts whose answer is kept beside one proposal. */
export const ASKED_MAX = 20

export function otherCells(raw: Plan, state: NightState, from: CoverPlan, to: CoverPlan): OtherPlan {
  const plan = asOrdered(raw, state)
  const words = new PlanWords(plan)
  const names = new Names(plan.show)
  const cells = differing(plan, from, to).map(({ spot, before, after }) => ({
    ...{ track: spot.track, code: words.code(spot.track), title: words.item(spot.item) },
    ...{ name: names.callName(after), before: names.callName(before) },
  }))
  const title = new Map((plan.show.covers?.replots ?? []).map((one) => [one.id, one.title]))
  const isSame = from.replots.join() === to.replots.join()
  return { cells, replots: isSame ? [] : to.replots.map((id) => title.get(id) ?? id) }
}

type Differing = { readonly spot: Spot; readonly before: PersonId | null; readonly after: PersonId | null }

/** One for each track and number: in a number a track is one person's. */
function differing(plan: Plan, from: CoverPlan, to: CoverPlan): readonly Differing[] {
  const [before, after] = [doersIn(from), doersIn(to)]
  const seen = new Set<string>()
  return spotsOf(plan).flatMap((spot) => {
    const key = `${spot.track} ${spot.item}`
    const [was, is] = [before.get(spot.id) ?? null, after.get(spot.id) ?? null]
    if (was === is || seen.has(key)) return []
    seen.add(key)
    return [{ spot, before: was, after: is }]
  })
}

// `as`: the optimiser's people are those of the show.
const doersIn = ({ assignments }: CoverPlan) =>
  new Map<string, PersonId | null>(
    assignments.map(({ obligation, person }) => [obligation, person as PersonId | null]),
  )

/** What keeps a plan that was taken over when it is asked for again: who does it now does, and who did does not. */
export function settledAs(raw: Plan, state: NightState, from: CoverPlan, to: CoverPlan): SettledCells {
  const all = differing(asOrdered(raw, state), from, to)
  return {
    locks: all.flatMap(({ spot: { track, item }, after }) =>
      after === null ? [] : [{ track, item, person: after }],
    ),
    bans: all.flatMap(({ spot: { track, item }, before, after }) =>
      after === null && before !== null ? [{ track, item, person: before }] : [],
    ),
  }
}

export function takesLines(
  raw: Plan,
  state: NightState,
  night: CoverNight,
  cut: string,
  all: readonly Takes[],
): readonly TakesLine[] {
  const plan = asOrdered(raw, state)
  const words = new PlanWords(plan)
  const names = new Map<string, string>(plan.show.people.map(({ id, callName }) => [id, callName]))
  const spots = new Map<string, Spot>(spotsOf(plan).map((spot) => [spot.id, spot]))
  const title = (id: string) => {
    const spot = spots.get(id)
    return spot ? `${words.code(spot.track)} ${words.item(spot.item)}` : ''
  }
  return all.map((takes) => ({
    ...{ kind: takes.kind, name: names.get(takes.person) ?? '' },
    what:
      takes.kind === 'one more'
        ? (night.means?.find(({ id }) => id === takes.means)?.title ?? '')
        : title('obligation' in takes ? takes.obligation : cut),
    seconds: takes.kind === 'quicker' ? takes.seconds : null,
  }))
}

/** The first level in which the dearer plan is worse is what it costs; the rest is weighed against nothing. */
export function priceSection(
  raw: Plan,
  state: NightState,
  { night, plan, worth }: Proposal,
  dearer: { readonly plan: CoverPlan; readonly worth: Worth } | 'none' | 'unknown',
): Price {
  if (dearer === 'none') return 'none'
  if (dearer === 'unknown') return null
  const at = orderOf(night.levels).find((level) => dearer.worth[level] !== worth[level]) ?? 0
  return { ...otherCells(raw, state, plan, dearer.plan), worse: LEVELS[at] ?? LEVELS[0] }
}
