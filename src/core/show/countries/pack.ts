// The form for a country: everything that theatre there says, prints or rings differently. A pack fills every field.

import type { Country } from '../show.ts'

/** One call. `secondsBeforeUp`: before the act is due up, by the advertised time or the end of the interval. */
export type Call = { readonly id: string; readonly words: string; readonly secondsBeforeUp: number }

export type CallTable = {
  readonly country: Country
  readonly firstAct: readonly Call[]
  readonly laterActs: readonly Call[]
  /** The last call's name, and the name of those it calls. */
  readonly lastCall: string
}

/**
 * A number to ring. Numbers go stale: `source` is where it was read, `dated` the date that stands there, `looked` the day on
 * which somebody looked for a newer one and found none. We have rung none of them; a house checks them itself (CARE-14).
 */
type SupportLine = {
  readonly name: string
  readonly number: string
  readonly who: string
  readonly source: string
  /** As 2018-06-14. */
  readonly dated: string
  readonly looked: string
}

/** Where a prompt corner can be. */
export const promptSides = ['stage left', 'stage right'] as const

export type CountryPack = {
  readonly country: Country
  readonly name: string
  readonly calls: CallTable
  /** What the audience hears in the foyer before an act. */
  readonly houseCalls: readonly Call[]
  /** Who calls the show, short and in full. */
  readonly caller: { readonly short: string; readonly title: string }
  /** Where the prompt corner is unless the venue says otherwise; 'none' where theatres have no such side. */
  readonly promptSide: 'stage left' | 'stage right' | 'none'
  readonly paper: 'A4' | 'Letter'
  readonly clock: '24 h' | '12 h'
  /** "November 24" rather than "24 November". */
  readonly monthFirst: boolean
  /** Which catalogue of texts is spoken, unless a device chooses otherwise. */
  readonly language: 'en-GB' | 'en-US'
  /** What a sheet or a refusal says otherwise there than elsewhere (WORDS-7). */
  readonly trade: {
    readonly interval: string
    readonly houseGiven: (act: number) => string
    readonly houseNotGiven: (act: number) => string
    /** What the public is told where somebody else plays a part. */
    readonly castChange: (parts: readonly string[], people: readonly string[]) => string
    /** So many of board, slip and announcement are usual; nought where each house does as it likes. */
    readonly castNotices: number
  }
  /** What is usual there. Never assumed right for a building: a person of the house confirms it. */
  readonly emergencyNumber: string
  readonly support: readonly SupportLine[]
}
