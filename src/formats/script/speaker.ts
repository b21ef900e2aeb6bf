// The line above a speech: the name, what stands in brackets beside it, and whether two speak at once.

import type { Found } from './elements.ts'

/** A name that is longer is a sentence in capitals. */
export const NAME_LENGTH_MAX = 100

export const isCapital = (text: string): boolean => /\p{L}/u.test(text) && !/\p{Ll}/u.test(text)

/** A name in capitals, or any that is forced; then what stands in brackets, and a sign where two speak at once. */
export function characterIn(words: string, isForced: boolean): Found | null {
  const dual = words.endsWith('^')
  const rest = withoutContinued((dual ? words.slice(0, -1) : words).trim())
  const bracket = rest.indexOf('(')
  const name = (bracket < 0 ? rest : rest.slice(0, bracket)).trim()
  const extension = bracket < 0 ? null : rest.slice(bracket).trim()
  if (extension !== null && !extension.endsWith(')')) return null
  if (name === '' || name.length > NAME_LENGTH_MAX || name.includes('^') || name.endsWith(':')) return null
  if (!isForced && !(/^\p{L}/u.test(name) && isCapital(name))) return null
  return { kind: 'character', text: name, extension, dual }
}

/** A speech that goes on over a page says so beside the name; it is the same speech to us. */
function withoutContinued(words: string): string {
  const ending = words.slice(-8).toUpperCase().replace('’', "'")
  return ending === "(CONT'D)" ? words.slice(0, -8).trimEnd() : words
}
