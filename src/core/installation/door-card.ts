// What a card for the stage door says to a scanner: text that ends with Enter, so that no camera is needed.

import { CODE_DIGITS } from './door-codes.ts'

/** Letters, digits, dots: what a scanner types alike on a British and on an American keyboard. */
const SCHEME = 'ghostlight.'

export const cardText = (person: string, code: string): string => `${SCHEME}${person}.${code}`

/** Null where it is no card of ours. */
export function readCard(text: string): { readonly person: string; readonly code: string } | null {
  const end = text.lastIndexOf('.')
  const [person, code] = [text.slice(SCHEME.length, end), text.slice(end + 1)]
  if (!text.startsWith(SCHEME) || end <= SCHEME.length) return null
  return code.length === CODE_DIGITS && /^\d+$/.test(code) ? { person, code } : null
}
