// Where is…: who is meant by two letters. Pure, and quick enough for a company of 120 at every key.

import type { WhereLine } from '../../core/night/presence-sections.ts'

/** So many are offered; whoever is not among them is found by one more letter. */
export const FOUND_MAX = 6
/** From so many on somebody is meant: then it is told where they are, and that is written down. */
export const LOOK_LETTERS = 2
/** Longer than any name that is typed. */
export const LETTERS_MAX = 40

export type Findable = {
  readonly line: WhereLine
  readonly callName: string
  readonly words: readonly string[]
  readonly initials: string
}

/** Without accents and capitals: in the dark nobody looks for them. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB')

/** Worked out once for each picture of the company, not at each key. */
export const findable = (people: readonly WhereLine[]): readonly Findable[] =>
  people.map((line) => {
    const words = plain(line.name)
      .split(/[\s-]+/)
      .filter((word) => word !== '')
    return {
      line,
      callName: plain(line.callName),
      words,
      initials: words.map((word) => word.slice(0, 1)).join(''),
    }
  })

/** What somebody is called comes before their other names, and names before initials. */
function rank({ callName, words, initials }: Findable, letters: string): number | null {
  if (callName.startsWith(letters)) return 0
  if (words.some((word) => word.startsWith(letters)) || words.join(' ').startsWith(letters)) return 1
  return initials.startsWith(letters) ? 2 : null
}

/** The likeliest first; nobody while nothing is typed. */
export function find(people: readonly Findable[], typed: string): readonly WhereLine[] {
  const letters = plain(typed.trim())
  if (letters === '') return []
  return people
    .flatMap((one) => {
      const found = rank(one, letters)
      return found === null ? [] : [{ line: one.line, found }]
    })
    .toSorted((a, b) => a.found - b.found || a.line.name.localeCompare(b.line.name, 'en-GB'))
    .slice(0, FOUND_MAX)
    .map(({ line }) => line)
}
