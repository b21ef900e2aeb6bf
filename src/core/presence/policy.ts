// What a night asks, and when: plain figures, measured by the dry run. A night takes its thresholds from here (see climb.ts).

/** Minutes of the show. */
export type Policy = {
  /** `logging` writes down what would have been asked, and asks nobody: the first performances of a production. */
  readonly sends: boolean
  /**
   * Asked about at the latest moment before an entrance from so many risk-minutes on: those since seen or since leaving the
   * stage, whichever is later. Who missed an earlier entrance cannot be found before it any more.
   */
  readonly riskAtDeadline: number
  /** Asked about already seven minutes before it from so many on: then there is room for the covers, too. Null: never. */
  readonly riskEarly: number | null
  /** Asked about at any moment from so many on, quiet entrances counted as the weak evidence they are; null: never. */
  readonly riskInSilence: number | null
  /** So many people at once in each round, in different places; after the last round somebody goes and looks. */
  readonly ladder: readonly number[]
  /** From one round to the next. */
  readonly round: number
  /** What is left before the entrance when somebody sets out. */
  readonly looking: number
}

/** A little more than the looking takes, so that three minutes stay three. */
const SPARE = 5 / 60

/** Before the entrance: the latest moment that leaves time for every round and for looking. */
export const leadOf = ({ ladder, round, looking }: Pick<Policy, 'ladder' | 'round' | 'looking'>): number =>
  ladder.length * round + looking + SPARE

/** Before the entrance: room for every rung of a concern, and a minute for the cover. */
export const EARLY = 7

/** Chance that somebody on stage notices at once who did not come on; as the dry run assumes it. */
export const noticed = { principal: 0.99, ensemble: 0.6, crew: 0.95 } as const
/** Of their own word on their own phone so much is believed: as much as of an entrance of one of many. It closes nothing. */
export const OWN_WORD = 0.6
/** How unevenly people are met by chance: who rests is forgiven. (presence 4.1) */
export const FRAILTY = 1
/** By the clock on the wall, holds counted: who is still to come on, and was neither seen nor on stage for so many minutes. */
export const UNSEEN_BY_THE_WALL = 60

/** One person is asked; then two others at once; then somebody goes. */
const ONE_THEN_TWO: readonly number[] = [1, 2]
const LADDER = { ladder: ONE_THEN_TWO, round: 1.5, looking: 3 } as const

/** The default: few asks, and hardly ever a search for somebody who is well. */
export const quiet: Policy = {
  ...LADDER,
  sends: true,
  riskAtDeadline: 11.3,
  riskEarly: 20,
  riskInSilence: null,
}
/** More asks, and also about those whom nobody has seen for very long and who have no entrance soon. */
export const full: Policy = {
  ...LADDER,
  sends: true,
  riskAtDeadline: 7.1,
  riskEarly: null,
  riskInSilence: 400,
}
/** The first performances of a production: what `quiet` would ask is written down, and nobody is asked. */
export const logging: Policy = { ...quiet, sends: false }
