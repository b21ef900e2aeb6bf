// The countries Ghostlight knows; a show file chooses one.

import type { Country } from '../show.ts'
import { american } from './american.ts'
import { british } from './british.ts'
import type { CountryPack } from './pack.ts'

const packs: Readonly<Record<Country, CountryPack>> = { GB: british, US: american }

export const countries = Object.keys(packs) as readonly Country[]

export const countryPack = (country: Country): CountryPack => packs[country]
