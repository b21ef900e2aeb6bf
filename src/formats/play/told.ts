// What a stage direction tells of comings and goings, before it is known who is meant.

/** One coming or going, as the words say it. */
export type Clause = {
  readonly way: 'in' | 'out'
  /** Whoever is named, each in a piece of its own. */
  readonly named: readonly string[]
  /** By a pronoun or by none: whoever is meant follows from who is on. */
  readonly meant: 'named' | 'speaker' | 'they' | 'all'
  /** Those who stay when all others go. */
  readonly staying: readonly string[]
  /** "He", "she": what the word tells. */
  readonly sex?: 'MALE' | 'FEMALE'
  /** As before, beside whoever is named. */
  readonly asBefore?: boolean
}

const joiners =
  /\s*(?:[,;:()–—]|\b(?:and|with|followed by|attended by|accompanied by|led by|led in by|brought in by|borne by|guarded by|supported by|meeting|carrying|bearing|bringing|leading|dragging|driving|conducting|ushering|chasing|pursued by|after them|after him|before them|before him|then|also|both|including)\b)\s*/i
/** What follows tells how, not who. */
const manner =
  /\b(?:as|like|to|from|for|in|at|on|reading|disguised|dressed|over|above|aloft|below|through|by|upon|against|having|wearing|singing|talking|fighting|where|who|which|whom|while|unseen|alone|apart|aside|speaking|hearing|beating|under|into)\b.*$/i

/** The pieces of a list of people. */
export const piecesOf = (list: string): readonly string[] =>
  list
    .split(joiners)
    .map((piece) => piece.replace(manner, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}’']+$/gu, ''))
    .filter((piece) => piece !== '')
