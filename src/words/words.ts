// The one catalogue: every text a person reads, by language. British English is its first language and says its shape.

import { countryPack } from '../core/show/countries/packs.ts'
import type { Country } from '../core/show/show.ts'
import { american } from './american.ts'
import { british } from './british.ts'
import { pseudo } from './pseudo.ts'
import { differing } from './texts.ts'

export type Words = typeof british

/** `pseudo` is for tests: nobody is offered it. */
export const languages = ['en-GB', 'en-US', 'pseudo'] as const
export type Language = (typeof languages)[number]

const made: Readonly<Record<Language, () => Words>> = {
  'en-GB': () => british,
  'en-US': () => differing(british, american),
  pseudo: () => pseudo(british),
}

const catalogues: Partial<Record<Language, Words>> = {}

/** Each made when it is first asked for: no house begins by writing one that nobody there reads. */
export function wordsIn(language: Language): Words {
  const known = catalogues[language] ?? made[language]()
  catalogues[language] = known
  return known
}

/** What is spoken where the show plays, unless a device chooses otherwise. */
export const languageOf = (country: Country): Language => countryPack(country).language

/** What a browser and a screen reader are told: the language for tests is read as the one it is made from. */
export const localeOf = (language: Language): string => (language === 'pseudo' ? 'en-GB' : language)
