// In what language, and by which country's clock, a letter is written.

import { formatClock12, type Instant, formatClock as in24Hours } from '../core/kit/time.ts'
import { countryPack } from '../core/show/countries/packs.ts'
import type { Country } from '../core/show/show.ts'
import { languageOf, localeOf, type Words, wordsIn } from '../words/words.ts'

export type Speech = { readonly words: Words; readonly locale: string; readonly country: Country }

/** As in the country the show plays in. */
export const speechOf = (country: Country): Speech => {
  const language = languageOf(country)
  return { words: wordsIn(language), locale: localeOf(language), country }
}

/** "19:30", or "7:30 pm" where clocks have twelve hours. */
export const clockIn = (country: Country, at: Instant, timeZone: string): string =>
  (countryPack(country).clock === '12 h' ? formatClock12 : in24Hours)(at, timeZone, false)
