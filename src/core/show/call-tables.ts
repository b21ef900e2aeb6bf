// The calls before an act, as data: British calls count down to beginners, American ones to places.

import type { Call, CallTable } from './countries/pack.ts'
import { countryPack } from './countries/packs.ts'
import type { Country } from './show.ts'

export const callTable = (country: Country): CallTable => countryPack(country).calls

export const callsBefore = (country: Country, act: number): readonly Call[] =>
  act <= 1 ? callTable(country).firstAct : callTable(country).laterActs

/** Bells or calls in the foyer, the same before each act. */
export const houseCalls = (country: Country): readonly Call[] => countryPack(country).houseCalls
