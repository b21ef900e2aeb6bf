// Codes of one's own for the stage door: who may give one, what is kept of it, and how often somebody may guess.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { CommandNamed, InstallationEvent } from './commands.ts'
import type { InstallationState } from './installation.ts'
import { type Production, productionByTitle } from './productions.ts'

/** Few enough to keep in one's head; what a guess is worth is bounded by how many are taken. */
export const CODE_DIGITS = 4
/** Wrong ones for one person within `GUESS_MS`: whoever tries all day has one chance in two hundred. */
export const GUESSES_FOR_ONE_MAX = 5
/** Wrong ones at one screen within `GUESS_MS`, whomever they are for. */
export const GUESSES_AT_ONE_SCREEN_MAX = 30
export const GUESS_MS = 60 * 60_000
/** Several large companies in one house. */
export const CODES_MAX = 2_000
/** So many are given at once, and fit into one answer. */
export const CODES_AT_ONCE_MAX = 300

/**
 * Of the code itself only this is kept. `key` names the secret of this house that went into the hash; without it, as
 * codes were kept at first, only the salt did, and whoever holds the record can try them all.
 */
export type KeptCode = { readonly salt: string; readonly hash: string; readonly key?: string }
export type DoorCode = KeptCode & { readonly person: PersonId; readonly production: Production }

/** The show whose company has codes just now: tonight's. */
export const tonightsProduction = ({ performances, published }: InstallationState): Production =>
  performances.at(-1)?.production ?? published?.production ?? productionByTitle([], '')

/**
 * Of tonight's company, as far as they can be checked here: one whose key this house has not is none, so that nobody is
 * asked for a code that cannot be right. `key`: the name of the one it has.
 */
export function codesTonight(state: InstallationState, key: string): readonly DoorCode[] {
  const production = tonightsProduction(state)
  return (state.codes ?? []).filter(
    (one) => one.production === production && (one.key === undefined || one.key === key),
  )
}

const isOwn = (by: Viewer, { codes }: CommandNamed<'code.give'>): boolean =>
  by.person !== null && codes.every(({ person }) => person === by.person)

export function giveCodes(
  state: InstallationState,
  command: CommandNamed<'code.give'>,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'give codes for the stage door') && !isOwn(by, command)) return notYours
  const production = tonightsProduction(state)
  const given = new Set(command.codes.map(({ person }) => person))
  const others = (state.codes ?? []).filter((one) => one.production !== production || !given.has(one.person))
  if (others.length + given.size > CODES_MAX)
    return refused('many-codes', `A house keeps ${CODES_MAX} codes. The others sign in with their name.`)
  return accepted(
    command.codes.map(({ person, salt, hash, key }) => ({
      type: 'code.given',
      v: 1,
      body: { person, production },
      detail: { salt, hash, ...(key === undefined ? {} : { key }) },
    })),
  )
}

const notYours = refused(
  'not-yours',
  'Stage management and the company manager give codes; one’s own is on one’s own phone.',
)

/** A new one takes the place of the one before. One that was erased is none. */
export function withCode(
  state: InstallationState,
  { body, detail }: Extract<InstallationEvent, { type: 'code.given' }>,
): InstallationState {
  const others = (state.codes ?? []).filter(
    (one) => one.person !== body.person || one.production !== body.production,
  )
  // `as`: the log gives back nothing in the place of what was erased.
  const kept = detail as KeptCode | null
  return { ...state, codes: kept === null ? others : [...others, { ...body, ...kept }] }
}

/** When there were wrong ones, the oldest first; never more than the bound. */
export type Guesses = readonly Instant[]

const recent = (guesses: Guesses, now: Instant): Guesses => guesses.filter((at) => now - at < GUESS_MS)

export const mayGuess = (guesses: Guesses, now: Instant, most: number): boolean =>
  recent(guesses, now).length < most

export const guessedWrong = (guesses: Guesses, now: Instant): Guesses => [...recent(guesses, now), now]
