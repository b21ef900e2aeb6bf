// A night as the cover optimiser sees it: who is here, what there is to do, who can do it, what is fixed. Spec: docs/specs/cover.md.

/** Seconds from curtain up, whole. */
type Seconds = number

/** 3 never cut, 2 featured, 1 formation, 0 filler: what the dance captain says of it. */
export type Tier = 0 | 1 | 2 | 3

export type CoverPerson = {
  readonly id: string
  /** Not here tonight. No reason is kept anywhere. */
  readonly out?: boolean | undefined
  /** From then on not: whoever dropped out in the middle of the show. */
  readonly outFrom?: Seconds | undefined
  /** Dressed, miked and warm from then on. Without it: from the beginning. */
  readonly readyAt?: Seconds | undefined
  /** Obligations they can do besides their own. What is not named here they cannot do. */
  readonly knows: readonly string[]
  /** Tracks they are a rehearsed cover of. */
  readonly covers?: readonly string[] | undefined
  /** The fewer the better, by track; 0 where nothing is said. */
  readonly preference?: Readonly<Record<string, number>> | undefined
  /** Tracks of others they may do parts of tonight, at most, those that they were told before counted in. */
  readonly most?: number | undefined
  /** Obligations that are theirs in a split of the track that was made and rehearsed beforehand: taking them splits nothing. */
  readonly planned?: readonly string[] | undefined
  /** What they took of others on earlier nights: of equal plans the one that asks those who took less. */
  readonly load?: number | undefined
  /** Goes on when nobody else can, however rarely they were asked. */
  readonly lastResort?: boolean | undefined
}

export type CoverObligation = {
  readonly id: string
  readonly track: string
  /** Whose it is in the book. */
  readonly owner: string
  /** The number or scene it lies in: done by one person within one track, unless it may be handed over. */
  readonly number: string
  readonly from: Seconds
  readonly to: Seconds
  readonly placeIn: string
  readonly placeOut: string
  /** Null: done in whatever is worn. */
  readonly costume: string | null
  /** To get into that costume from another. */
  readonly change: Seconds
  readonly tier: Tier
  /** From here on somebody else may take over, in the middle of the number. */
  readonly handOver?: boolean | undefined
  /** Means that are in use while it is done: a microphone's pack, a harness. */
  readonly uses?: readonly string[] | undefined
  /** With less than `alone` since another costume was worn, getting into this one needs each of these means. */
  readonly help?: Help | undefined
  /** Props: each is taken where it begins and left where it ends. */
  readonly carries?: readonly string[] | undefined
}

type Help = { readonly alone: Seconds; readonly means: readonly string[] }

/** What there are so many of: dressers on one side, booths to change in, packs. */
export type Means = {
  readonly id: string
  /** What a person calls it. */
  readonly title?: string | undefined
  readonly many: number
  /** From the end of one use to the beginning of the next by somebody else. */
  readonly swap?: Seconds | undefined
}

export type Preset = { readonly prop: string; readonly at: string }

export type Lift = {
  readonly id: string
  readonly base: string
  readonly flyer: string
  /** Walked through instead of done. */
  readonly mayBeOut: boolean
}

/** A change of the plot that would make more possible: another entrance side, a hand-off elsewhere, an item later. */
export type Replot = {
  readonly id: string
  readonly title: string
  /** In the currency of formation spots: what asking for it costs. */
  readonly cost: number
  readonly changes: readonly ReplotChange[]
  /** Props that are set elsewhere before the curtain. */
  readonly presets?: readonly Preset[] | undefined
}

export type ReplotChange = {
  readonly obligation: string
  readonly from?: Seconds | undefined
  readonly to?: Seconds | undefined
  readonly placeIn?: string | undefined
  readonly placeOut?: string | undefined
  /** Who could do it then, besides those who can now: the crew, for a hand-off by crew. */
  readonly also?: readonly string[] | undefined
}

export type Assigned = { readonly obligation: string; readonly person: string | null }

export type CoverNight = {
  /** Both ways. Between places that are not named with each other nobody gets in time. */
  readonly travel: readonly { readonly from: string; readonly to: string; readonly seconds: Seconds }[]
  readonly people: readonly CoverPerson[]
  readonly obligations: readonly CoverObligation[]
  readonly lifts: readonly Lift[]
  /** Pairs that have done a lift together, besides those who do in the book. Unknown is not cleared. */
  readonly cleared: readonly (readonly [string, string])[]
  readonly replots: readonly Replot[]
  readonly locks: readonly { readonly obligation: string; readonly person: string }[]
  readonly bans: readonly { readonly obligation: string; readonly person: string }[]
  /** Mid-show: what began before is a fact. Null before the curtain. */
  readonly now: Seconds | null
  /** The plan that everybody was told; what is not named is as in the book. Null for a person: it is cut. */
  readonly inForce: readonly Assigned[]
  /** `policy`: a present person leaves a spot of their own only for a higher one, or for an equal one they are the cover of. */
  readonly release: 'policy' | 'all'
  /** The levels of worth in the order in which they count here; those that are not named come behind, in their usual order. */
  readonly levels?: readonly LevelName[] | undefined
  readonly means?: readonly Means[] | undefined
  /** Where each prop is set before the curtain. */
  readonly props?: readonly Preset[] | undefined
}

/** What is done tonight, whole: one row per obligation, and the re-plots it asks for. */
export type CoverPlan = {
  readonly assignments: readonly Assigned[]
  readonly replots: readonly string[]
}

/** Levels of worth, the first counts before all others. See docs/specs/cover.md. */
export const LEVELS = [
  'never cut',
  'featured and lifts',
  'formation, filler, disturbed, re-plots',
  'splits',
  'fairness',
  'preference',
] as const
export type LevelName = (typeof LEVELS)[number]
/** By the places of `LEVELS`, whatever the order in which they count. */
export type Worth = readonly [number, number, number, number, number, number]

/** The places of `LEVELS` in the order in which they count; what may never be cut is never weighed against anything. */
export function orderOf(levels: readonly LevelName[] = []): readonly number[] {
  const named = [...new Set([LEVELS[0], ...levels])]
  return [...named, ...LEVELS.filter((level) => !named.includes(level))].map((level) => LEVELS.indexOf(level))
}

/** What a cut counts, by tier: its level and how much. */
export const CUT: Readonly<Record<Tier, { readonly level: number; readonly cost: number }>> = {
  3: { level: 0, cost: 1 },
  2: { level: 1, cost: 3 },
  1: { level: 2, cost: 2 },
  0: { level: 2, cost: 1 },
}
export const LIFT_OUT = { level: 1, cost: 2 } as const
export const LIFT_LOST = { level: 0, cost: 1 } as const
export const DISTURBED = { level: 2, cost: 3 } as const
export const SPLIT = { level: 3, cost: 1 } as const
/** What calling on somebody of the last resort counts besides: more than a night has splits. */
export const LAST_RESORT = 100
/** What a re-plot and a person on a track cost is the dance captain’s number. */
export const REPLOT_LEVEL = 2
export const FAIRNESS_LEVEL = 4
export const PREFERENCE_LEVEL = 5
/** Releases of releases of releases are looked at, and no further. */
export const RELEASE_DEPTH = 3
