// A language for tests: every text in strange letters, in brackets and twice as long; what was handed in stays as it was.

import { mapped, type Text } from './texts.ts'

/** A text is this many times as long: what still fits then fits the longest language. */
export const PSEUDO_LONGER = 2

const plain = 'ABCDEGHIJKLNORSTUWYZabcdeghijklnorstuwyz'
const strange = 'ÅƁÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåƀçðéĝĥîĵķļñöŕšţûŵýž'

/** The same in the language for tests. */
export const pseudo = <Of extends object>(words: Of): Of => mapped(words, sayLonger)

function sayLonger(text: Text): Text {
  if (typeof text === 'string') return longer(text, [])
  // `as`: handed on to the very sentence that asked for them.
  return (...values: never[]) => longer(text(...values), valuesIn(values))
}

/** Everything of a person's, a show's or a number's that a sentence was handed. */
function valuesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(valuesIn)
}

/** `kept` stands in it unchanged, so that a name is still found and a time still read. */
export function longer(text: string, kept: readonly string[]): string {
  const own: string[] = []
  const parts = partsOf(text, kept).map(({ words, isValue }) => {
    if (isValue) return words
    own.push(words)
    return strangely(words)
  })
  if (!/\p{L}/u.test(own.join(''))) return text
  const length = own.join('').length
  return `[${parts.join('')}${filling(own.join(' '), length * (PSEUDO_LONGER - 1) - 2)}]`
}

function partsOf(
  text: string,
  kept: readonly string[],
): readonly { readonly words: string; readonly isValue: boolean }[] {
  const value = kept.toSorted((a, b) => b.length - a.length).find((one) => text.includes(one))
  if (value === undefined) return text === '' ? [] : [{ words: text, isValue: false }]
  const at = text.indexOf(value)
  return [
    ...partsOf(text.slice(0, at), kept),
    { words: value, isValue: true },
    ...partsOf(text.slice(at + value.length), kept),
  ]
}

const strangely = (words: string): string =>
  [...words].map((letter) => strange[plain.indexOf(letter)] ?? letter).join('')

/** The text's own words again: as long and as breakable as the language's words are. */
function filling(words: string, length: number): string {
  if (length < 1) return ''
  const letters = strangely(words.toLowerCase().replaceAll(/[^\p{L} ]/gu, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
  // A label of one word becomes one long word: that is what other languages do.
  const joint = letters.includes(' ') ? ' ' : ''
  return `${joint}${`${letters}${joint}`.repeat(3)}`.slice(0, length).trimEnd()
}
