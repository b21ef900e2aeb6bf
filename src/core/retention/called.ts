// What somebody is called in free words: by their names, by the first of them, and by what else they are known as.

import type { Json } from '../kit/json.ts'
import { isAbout, type Known } from './names.ts'

export type Called = Pick<Known, 'id' | 'names'>

/** A first name, or a word of somebody’s own, that is shorter stands in every sentence. */
const CALLED_LENGTH_MIN = 3
/** A sentence is said by its beginning; where it is, is enough to find it. */
export const WORDS_SHOWN_MAX = 160

/** `also`: as whoever looks knows it; the record does not. */
export function calledIn({ id, names }: Called, also: readonly string[]): Called {
  const first = names.flatMap((name) => name.trim().split(/\s+/).slice(0, 1))
  const all = [...names, ...first, ...also].map((name) => name.trim())
  return { id, names: [...new Set(all)].filter((name) => name.length >= CALLED_LENGTH_MIN) }
}

/** Each text with one of their names in it, and in which list of it all that stands; an id alone is no name. */
export function wordsIn(
  value: Json,
  called: Called,
  list = '',
): readonly { readonly list: string; readonly words: string }[] {
  if (typeof value === 'string')
    return value !== called.id && isAbout(value, called) && !value.startsWith('person:')
      ? [{ list, words: value.length > WORDS_SHOWN_MAX ? `${value.slice(0, WORDS_SHOWN_MAX)}…` : value }]
      : []
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one as Json, called, list))
  return Object.entries(value).flatMap(([name, one]) =>
    wordsIn(one as Json, called, list === '' ? name : `${list}, ${name}`),
  )
}
