// The calls before an act, as data: British calls count down to beginners, American ones to places.

import type { Call, CallTable } from './countries/pack.ts'
import { countryPack } from './countries/packs.ts'
import type { OwnCalls } from './own-calls.ts'
import type { Country } from './show.ts'

export const callTable = (country: Country): CallTable => countryPack(country).calls

/** `own`: of the house, where it has others than its country. */
export function callsBefore(country: Country, act: number, pace = 1, own?: OwnCalls): readonly Call[] {
  const { firstAct, laterActs } = callTable(country)
  const isOwn = own?.country === country
  return paced(act <= 1 ? (isOwn ? own.first : firstAct) : isOwn ? own.later : laterActs, pace)
}

/** Bells or calls in the foyer, the same before each act. */
export const houseCalls = (country: Country, pace = 1): readonly Call[] =>
  paced(countryPack(country).houseCalls, pace)

/** A night that is played in minutes has its half before it begins, or every call would be half an hour late. */
const paced = (calls: readonly Call[], pace: number): readonly Call[] =>
  pace === 1
    ? calls
    : calls.map((call) => ({
        ...call,
        secondsBeforeUp: Math.round(call.secondsBeforeUp * pace * 1000) / 1000,
      }))
