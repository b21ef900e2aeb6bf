// What a night asks, and when: plain figures. The dry run measures these very ones, so what is measured is what runs.

/** Minutes. */
export type Policy = {
  /** `logging` writes down what would have been asked, and asks nobody: the first performances of a production. */
  readonly sends: boolean
  /** Asked about at the latest moment before an entrance from so many risk-minutes on. */
  readonly riskAtDeadline: number
  /** Asked about at any moment of a silence, with no entrance near, from so many on; null: never. */
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

/** One person is asked; then two others at once; then somebody goes. */
const ONE_THEN_TWO: readonly number[] = [1, 2]
const LADDER = { ladder: ONE_THEN_TWO, round: 1.5, looking: 3 } as const

/** The default: few asks, and hardly ever a search for somebody who is well. */
export const quiet: Policy = { ...LADDER, sends: true, riskAtDeadline: 12, riskInSilence: null }
/** More asks, and also about those whom nobody has seen for very long and who have no entrance soon. */
export const full: Policy = { ...LADDER, sends: true, riskAtDeadline: 7.5, riskInSilence: 400 }
/** The first performances of a production: what `quiet` would ask is written down, and nobody is asked. */
export const logging: Policy = { ...quiet, sends: false }
