// What the invented company is made of. Frozen before any policy was written: a policy is measured on this, never the reverse.
//
// Times in minutes on the show clock, 0 = curtain up. All rates are assumed; none was measured in a theatre.

export type Kind = 'principal' | 'ensemble' | 'crew'

export type Tap = { readonly after: number; readonly deviation: number; readonly recorded: number }

export const COMPANY: readonly { readonly kind: Kind; readonly count: number }[] = [
  { kind: 'principal', count: 8 },
  { kind: 'ensemble', count: 14 },
  { kind: 'crew', count: 10 },
]

/** Share of scenes that somebody of this kind takes part in. */
export const TAKES_PART: Readonly<Record<Kind, number>> = { principal: 0.5, ensemble: 0.42, crew: 0.5 }

/** Chance that somebody on stage notices at once who did not come on. */
export const NOTICED: Readonly<Record<Kind, number>> = { principal: 0.99, ensemble: 0.6, crew: 0.95 }

export const ACTS: readonly { readonly from: number; readonly length: number; readonly scenes: number }[] = [
  { from: 0, length: 70, scenes: 12 },
  { from: 90, length: 55, scenes: 10 },
]
export const HOUSE_IN = -36
export const FIRST_CALL = -35
export const CURTAIN_DOWN = 145

/** Calls, at which people are counted: when, how long after it they are ticked, and how often at all. */
export const CALLS: readonly (Tap & { readonly at: number })[] = [
  { at: -35, after: 1.5, deviation: 1, recorded: 0.8 },
  { at: -20, after: 1.5, deviation: 1, recorded: 0.7 },
  { at: -10, after: 1.5, deviation: 1, recorded: 0.7 },
  { at: -5, after: 1.5, deviation: 1, recorded: 0.8 },
  { at: 85, after: 1, deviation: 0.8, recorded: 0.6 },
  { at: 88, after: 1, deviation: 0.8, recorded: 0.75 },
]

/** Wing check or hand-off before an entrance. */
export const WING = {
  share: 0.7,
  after: -1.8,
  deviation: 0.6,
  recorded: { principal: 0.75, ensemble: 0.6, crew: 0.85 } satisfies Record<Kind, number>,
}

/** A dresser's tap after an exit; crew have no dresser. */
export const DRESSER = { share: 0.3, after: 1, deviation: 0.5, recorded: 0.75 }

/** Recorders: 0 the calls, 1 and 2 the wings by the parity of the scene, 3 the dressers, 4 whoever passes by. */
export const CALL_RECORDER = 0
export const DRESSER_RECORDER = 3
export const PASSER_BY = 4
export const RECORDERS = 5
/** Each recorder but the calls sees nothing for a whole scene now and then. */
export const BLIND = 0.08

/** Chance meetings per minute while somebody is off stage, by how much is recorded; the taps above are all others' base. */
export const CHANCE_MEETINGS = { calls: 0, taps: 0, some: 1 / 20, more: 1 / 8, dense: 1 / 3 } as const
export type Recording = keyof typeof CHANCE_MEETINGS
/** In so many gaps the person rests where nobody comes by, and is met a tenth as often. */
export const RESTS = 0.15

export const HOLD = { chance: 0.15, from: 10, within: 120, shortest: 3, longest: 12 }

export const INCIDENTS_PER_NIGHT = 4

/** An ask reaches somebody who answers, if the person is well, after so many minutes. */
export const ANSWER = { rate: 0.85, from: 20 / 60, to: 90 / 60 }
/** A search for somebody who was well all along ends by finding them. */
export const FALSE_SEARCH = 2

/** Layouts on which policies are chosen, and those on which they are reported. */
export const CHOOSING_SEEDS: readonly number[] = Array.from({ length: 40 }, (_, index) => 1001 + index)
export const REPORTING_SEEDS: readonly number[] = Array.from({ length: 40 }, (_, index) => 2001 + index)
