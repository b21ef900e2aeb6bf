// How long the fault tests try and where their dice begin: GHOSTLIGHT_ROUNDS and GHOSTLIGHT_SEED.

const { GHOSTLIGHT_ROUNDS, GHOSTLIGHT_SEED = '7' } = process.env

/** The asked number of rounds; `short` where nothing is asked, so that `npm test` stays quick. */
export const roundsOr = (short: number): number => (GHOSTLIGHT_ROUNDS ? Number(GHOSTLIGHT_ROUNDS) : short)

export const seed = Number(GHOSTLIGHT_SEED)

/** Milliseconds for this many rounds, generous: two cores, both busy. */
export const timeFor = (rounds: number, eachMs: number): number => 60_000 + rounds * eachMs
