// Two versions of one text: which line of the old is which of the new, and how sure that is.

import { wordsOf } from '../show/script.ts'

/** Where a line is now; null where it is not there any more. `sure` is 1 where it says the same and stands in the same company. */
export type Match = { readonly index: number; readonly sure: number } | null

/** The share of words two lines must have in common to be one line. */
const ALIKE_MIN = 0.5
/** The same words more than once, and nothing beside them says which is which. */
const AMBIGUOUS = 0.7
/** Between two lines that are known, so many old ones are held against so many new ones, and no more. */
export const GAP_MAX = 80
/** A word in more lines than this tells no line from another. */
const COMMON_WORD_LINES = 24
/** An edited line that also moved is looked for among so many others at most. */
const CANDIDATES_MAX = 200

/** Without accents, capitals and stops: what makes two words the same to somebody who listens. */
const plainWord = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

export const plainWords = (text: string): readonly string[] => wordsOf(text).map(plainWord)

type Line = { readonly text: string }

export function matchLines(was: readonly Line[], is: readonly Line[]): readonly Match[] {
  const matching = new Matching(was, is)
  matching.pairOnlyOnes()
  matching.pairNeighbours()
  matching.pairInGaps()
  matching.pairMoved()
  return matching.found
}

class Matching {
  readonly found: Match[]
  readonly #was: readonly (readonly string[])[]
  readonly #is: readonly (readonly string[])[]
  readonly #wasKeys: readonly string[]
  readonly #isKeys: readonly string[]
  /** By new line: the old one that it is. */
  readonly #taken: (number | undefined)[]

  constructor(was: readonly Line[], is: readonly Line[]) {
    this.#was = was.map(({ text }) => plainWords(text))
    this.#is = is.map(({ text }) => plainWords(text))
    this.#wasKeys = this.#was.map((words) => words.join(' '))
    this.#isKeys = this.#is.map((words) => words.join(' '))
    this.found = was.map(() => null)
    this.#taken = is.map(() => undefined)
  }

  #pair(old: number, index: number, sure: number): void {
    this.found[old] = { index, sure }
    this.#taken[index] = old
  }

  /** What is said once in each version is the same line, wherever it stands. */
  pairOnlyOnes(): void {
    const [was, is] = [onlyOnes(this.#wasKeys), onlyOnes(this.#isKeys)]
    for (const [key, old] of was) {
      const index = is.get(key)
      if (index !== undefined && key !== '') this.#pair(old, index, 1)
    }
  }

  /** What is said often is known by the line before or behind it. */
  pairNeighbours(): void {
    for (let old = 0; old < this.found.length; old += 1) this.#pairBeside(old, -1)
    for (let old = this.found.length - 1; old >= 0; old -= 1) this.#pairBeside(old, 1)
  }

  #pairBeside(old: number, by: 1 | -1): void {
    const beside = this.found[old + by]
    const index = (beside?.index ?? Number.NaN) - by
    if (this.found[old] !== null || !beside || beside.sure < 1 || this.#taken[index] !== undefined) return
    if (this.#wasKeys[old] === this.#isKeys[index]) this.#pair(old, index, 1)
  }

  /** Between two lines that are known: the pairs, in order, that have most in common. */
  pairInGaps(): void {
    for (let from = 0; from < this.found.length; from += 1) {
      if (this.found[from] !== null) continue
      let to = from
      while (to < this.found.length && this.found[to] === null) to += 1
      const before = this.found[from - 1]?.index ?? -1
      const behind = this.found[to]?.index ?? this.#is.length
      if (before < behind) this.#pairGap(range(from, to), this.#free(before + 1, behind))
      from = to
    }
  }

  #free(from: number, to: number): readonly number[] {
    return range(from, Math.min(to, from + GAP_MAX * 4)).filter((index) => this.#taken[index] === undefined)
  }

  #pairGap(old: readonly number[], free: readonly number[]): void {
    const [was, is] = [old.slice(0, GAP_MAX), free.slice(0, GAP_MAX)]
    // The most that the lines from here on have in common, by old and new.
    const best = Array.from({ length: was.length + 1 }, () => new Float64Array(is.length + 1))
    const alike = was.map((one) => is.map((other) => this.#alike(one, other)))
    const at = (a: number, b: number) => best[a]?.[b] ?? 0
    for (let a = was.length - 1; a >= 0; a -= 1)
      for (let b = is.length - 1; b >= 0; b -= 1) {
        const score = alike[a]?.[b] ?? 0
        const both = score < ALIKE_MIN ? 0 : score + at(a + 1, b + 1)
        const row = best[a]
        if (row) row[b] = Math.max(both, at(a + 1, b), at(a, b + 1))
      }
    for (let a = 0, b = 0; a < was.length && b < is.length; ) {
      const score = alike[a]?.[b] ?? 0
      const [one, other] = [was[a], is[b]]
      if (
        score >= ALIKE_MIN &&
        at(a, b) === score + at(a + 1, b + 1) &&
        one !== undefined &&
        other !== undefined
      ) {
        const twins = is.filter((_index, place) => (alike[a]?.[place] ?? 0) === 1).length
        this.#pair(one, other, score === 1 && twins > 1 ? AMBIGUOUS : score)
        a += 1
        b += 1
      } else if (at(a + 1, b) >= at(a, b + 1)) a += 1
      else b += 1
    }
  }

  /** Elsewhere and not as it was: the new line with most in common, among those that share a rare word. */
  pairMoved(): void {
    const lines = new Map<string, number[]>()
    for (const [index, words] of this.#is.entries())
      if (this.#taken[index] === undefined)
        for (const word of new Set(words)) {
          const known = lines.get(word)
          if (known) known.push(index)
          else lines.set(word, [index])
        }
    for (const [old, words] of this.#was.entries()) {
      if (this.found[old] !== null) continue
      const near = new Set<number>()
      for (const word of words) {
        const some = lines.get(word) ?? []
        if (some.length <= COMMON_WORD_LINES && near.size < CANDIDATES_MAX)
          for (const index of some) if (this.#taken[index] === undefined) near.add(index)
      }
      const scored = [...near].map((index) => ({ index, score: this.#alike(old, index) }))
      const [first] = scored.sort((a, b) => b.score - a.score || a.index - b.index)
      if (first && first.score >= ALIKE_MIN) this.#pair(old, first.index, Math.min(AMBIGUOUS, first.score))
    }
  }

  /** Twice the words they share, of all words there are: 1 is the same. */
  #alike(old: number, index: number): number {
    const [one, other] = [this.#was[old] ?? [], this.#is[index] ?? []]
    if (one.length + other.length === 0) return 0
    if (this.#wasKeys[old] === this.#isKeys[index]) return 1
    const counts = new Map<string, number>()
    for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
    let shared = 0
    for (const word of other) {
      const left = counts.get(word) ?? 0
      if (left > 0) shared += 1
      counts.set(word, left - 1)
    }
    // The same words in another order are not quite the same line.
    return Math.min(0.99, (2 * shared) / (one.length + other.length))
  }
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function onlyOnes(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map(keys.flatMap((key, index) => (counts.get(key) === 1 ? [[key, index] as const] : [])))
}
