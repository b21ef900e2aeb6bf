// The calls before an act, as data: British calls count down to beginners, American ones to places.

import type { Country } from './show.ts'

/** One call. `beforeUp`: seconds before the act is due up, by the advertised time or the end of the interval. */
export type Call = { readonly id: string; readonly words: string; readonly secondsBeforeUp: number }

export type CallTable = {
  readonly country: Country
  readonly firstAct: readonly Call[]
  readonly laterActs: readonly Call[]
  /** The last call's name, and the name of those it calls. */
  readonly lastCall: string
}

const minute = 60

const british: CallTable = {
  country: 'GB',
  lastCall: 'beginners',
  firstAct: [
    { id: 'half', words: 'The half', secondsBeforeUp: 35 * minute },
    { id: 'quarter', words: 'The quarter', secondsBeforeUp: 20 * minute },
    { id: 'five', words: 'The five', secondsBeforeUp: 10 * minute },
    { id: 'beginners', words: 'Beginners', secondsBeforeUp: 5 * minute },
  ],
  // Counted to beginners, as before the first act: the ten is ten minutes before beginners. (SHOW-10)
  laterActs: [
    { id: 'fifteen', words: 'Fifteen minutes', secondsBeforeUp: 20 * minute },
    { id: 'ten', words: 'Ten minutes', secondsBeforeUp: 15 * minute },
    { id: 'five', words: 'Five minutes', secondsBeforeUp: 10 * minute },
    { id: 'beginners', words: 'Beginners', secondsBeforeUp: 5 * minute },
  ],
}

const american: CallTable = {
  country: 'US',
  lastCall: 'places',
  firstAct: [
    { id: 'half', words: 'Half hour', secondsBeforeUp: 30 * minute },
    { id: 'fifteen', words: 'Fifteen', secondsBeforeUp: 15 * minute },
    { id: 'five', words: 'Five', secondsBeforeUp: 5 * minute },
    { id: 'places', words: 'Places', secondsBeforeUp: 2 * minute },
  ],
  laterActs: [
    { id: 'five', words: 'Five', secondsBeforeUp: 5 * minute },
    { id: 'places', words: 'Places', secondsBeforeUp: 2 * minute },
  ],
}

const tables: Readonly<Record<Country, CallTable>> = { GB: british, US: american }

export const callTable = (country: Country): CallTable => tables[country]

export const callsBefore = (country: Country, act: number): readonly Call[] =>
  act <= 1 ? callTable(country).firstAct : callTable(country).laterActs
