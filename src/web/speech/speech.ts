// The language this page speaks: the show's country's, unless this device chose another.

import { useSyncExternalStore } from 'react'
import type { Country } from '../../core/show/show.ts'
import { type Language, languageOf, languages, localeOf, type Words, wordsIn } from '../../words/words.ts'

export const wordChoices = ['show', 'en-GB', 'en-US'] as const
/** `show`: as in the country the show plays in. The language for tests can be asked for and is not offered. */
export type WordChoice = (typeof wordChoices)[number] | 'pseudo'

// One page speaks one language, as it has one theme: handed down as an argument it would be in every line.
let country: Country = 'GB'
let choice: WordChoice = 'show'
let language: Language = 'en-GB'
const listeners = new Set<() => void>()

/** For sentences made outside a component; inside, `useWords`. */
export const words = (): Words => wordsIn(language)

/** The catalogue in this page's language; whoever uses it is drawn again when that changes. */
export const useWords = (): Words => useSyncExternalStore(subscribe, words)

/** For dates, which the browser says by itself. */
export const localeNow = (): string => localeOf(language)

/** Where the show plays: what its clocks and papers go by, whatever English a device chose. */
export const countryNow = (): Country => country

export function speakAsIn(shown: Country): void {
  country = shown
  settle()
}

export function speakAsChosen(chosen: WordChoice): void {
  choice = chosen
  settle()
}

function settle(): void {
  const next = choice === 'show' ? languageOf(country) : choice
  if (next === language) return
  language = next
  if (typeof document !== 'undefined') document.documentElement.lang = localeOf(language)
  for (const told of listeners) told()
}

function subscribe(told: () => void): () => void {
  listeners.add(told)
  return () => listeners.delete(told)
}

/** `?words=en-US`, and on the machine of whoever develops `?words=pseudo`: for this page only. */
export function wordsAsked({ search, hostname }: Pick<Location, 'search' | 'hostname'>): WordChoice | null {
  const asked = new URLSearchParams(search).get('words')
  const found = languages.find((one) => one === asked) ?? null
  return found === 'pseudo' && !/^(?:localhost|127\.\d+\.\d+\.\d+)$/.test(hostname) ? null : found
}
