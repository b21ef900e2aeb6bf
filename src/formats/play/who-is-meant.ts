// Whom the words of a stage direction mean: by name, by number, by kind, and by who is on and who speaks next.

import { type Hint, type Known, type Word, wordsOf } from './known-names.ts'

/** What is known at the moment of a direction. */
export type Moment = {
  readonly isOn: (id: string) => boolean
  /** How far away somebody's next speech in this scene is; undefined where there is none. */
  readonly speaksIn: (id: string) => number | undefined
}

const NOBODY: Meant = { ids: [], unknown: [] }

export type Meant = { readonly ids: readonly string[]; readonly unknown: readonly string[] }

const numbers: Readonly<Record<string, number>> = {
  ...{ TWO: 2, THREE: 3, FOUR: 4, FIVE: 5, SIX: 6, SEVEN: 7, BOTH: 2, ZWEI: 2, DREI: 3, VIER: 4 },
  ...{ DEUX: 2, TROIS: 3, QUATRE: 4, BEIDE: 2, BEIDEN: 2 },
}
/** Crowds that go by other words than their own. */
const crowds: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:OTHERS|TRAIN|FOLLOWERS|RETINUE|STATE|GEFOLGE|SUITE)$/, 'ATTENDANT', 35],
  [/^(?:TRAIN|OTHERS)$/, 'FOLLOWER', 34],
  [/^(?:ARMY|POWERS?|FORCES|OTHERS)$/, 'SOLDIER', 33],
  [/^(?:GUARD|HALBERDS)$/, 'GUARD', 45],
  [/^WATCH$/, 'WATCHMAN', 45],
]

type Match = { readonly known: Known; readonly score: number; readonly how: 'name' | 'kind' | 'crowd' }

type Context = { readonly taken: ReadonlySet<string>; readonly hints: ReadonlySet<string> }

/** Who goes by a word, and which crowds by one that is not theirs. */
type Called = {
  readonly known: readonly Known[]
  readonly asCrowds: readonly { readonly known: Known; readonly weight: number }[]
}

export class WhoIsMeant {
  readonly #sexes: ReadonlyMap<string, string | undefined>
  readonly #groups: readonly Known[]
  readonly #byWord = new Map<string, Known[]>()
  /** The same few names are met all through a play. */
  readonly #words = new Map<string, readonly Word[]>()
  readonly #called = new Map<Word, Called>()

  constructor(all: readonly Known[]) {
    this.#sexes = new Map(all.map(({ id, sex }) => [id, sex]))
    this.#groups = all.filter(({ isGroup }) => isGroup)
    for (const known of all)
      for (const word of new Set([...known.names.flat(), ...known.kinds])) {
        const same = this.#byWord.get(word)
        if (same) same.push(known)
        else this.#byWord.set(word, [known])
      }
  }

  sexOf(id: string): string | undefined {
    return this.#sexes.get(id)
  }

  all(pieces: readonly string[], way: 'in' | 'out' | 'stay', moment: Moment): Meant {
    const ids = new Set<string>()
    const unknown: string[] = []
    if (pieces.length === 0) return NOBODY
    const hints = new Set<string>()
    for (const piece of pieces) for (const { text, stem } of this.#wordsOf(piece)) hints.add(text).add(stem)
    for (const piece of pieces) {
      const found = this.#one(piece, way, moment, { taken: ids, hints })
      if (found.length === 0 && isSomebody(piece)) unknown.push(piece)
      for (const each of found) ids.add(each)
    }
    return { ids: [...ids], unknown }
  }

  #wordsOf(piece: string): readonly Word[] {
    const words = this.#words.get(piece) ?? wordsOf(piece)
    this.#words.set(piece, words)
    return words
  }

  #one(piece: string, way: 'in' | 'out' | 'stay', moment: Moment, context: Context): readonly string[] {
    const { taken } = context
    const words = this.#wordsOf(piece)
    const isOne = /^(?:an?|another|one|ein|eine|un|une)\b/i.test(piece)
    const matches = this.#matches(words, context).filter(({ how }) => !isOne || how !== 'crowd')
    const present = matches.filter(({ known }) => way !== 'in' && moment.isOn(known.id))
    const usable = way === 'in' || present.length === 0 ? matches : present
    const bestOf = (some: readonly Match[]) => Math.max(0, ...some.map(({ score }) => score))
    const best = bestOf(usable)
    const bestCrowd = bestOf(usable.filter(({ known, how }) => how === 'crowd' && known.isGroup))
    const isBest = ({ known, score, how }: Match) =>
      how === 'crowd' && best < 100 ? !known.isGroup || score === bestCrowd : score === best
    const tied = usable
      .filter((match) => isBest(match) && !taken.has(match.known.id))
      .sort((one, other) => other.score - one.score)
    const [first] = tied
    if (!first) return []
    if (first.how === 'name') return [choose(tied, 1, way, moment)[0] ?? first.known.id]
    const hasCome = usable.some((match) => isBest(match) && match.known.isGroup && taken.has(match.known.id))
    return first.how === 'crowd'
      ? this.#crowd(tied, words, way, moment, hasCome)
      : choose(tied, 1, way, moment)
  }

  #crowd(
    tied: readonly Match[],
    words: readonly Word[],
    way: 'in' | 'out' | 'stay',
    moment: Moment,
    hasCome: boolean,
  ): readonly string[] {
    const isVague = words.some(({ text }) => text === 'OR')
    const count = isVague
      ? undefined
      : words.map(({ text }) => numbers[text]).find((number) => number !== undefined)
    const groups = tied.filter(({ known }) => known.isGroup)
    // "With soldiers and others" may tell of one crowd twice.
    if (hasCome && groups.length === 0) return []
    const singles = tied.filter(({ known }) => !known.isGroup)
    if (way !== 'in') {
      const on = (matches: readonly Match[]) =>
        matches.filter(({ known }) => moment.isOn(known.id)).map(({ known }) => known.id)
      const there = [on(groups), on(singles)].find((ids) => ids.length > 0)
      return there ?? choose(tied, 1, way, moment)
    }
    if (count !== undefined && singles.length >= count) return choose(singles, count, way, moment)
    if (groups.length > 0) return choose(groups, 1, way, moment)
    return singles.map(({ known }) => known.id)
  }

  #matches(words: readonly Word[], { hints: near }: Context): readonly Match[] {
    const hints = new Set<string>()
    for (const { text, stem, one } of words) hints.add(text).add(stem).add(one)
    const found = new Map<string, Match>()
    const closeness = (known: Known) =>
      3 * count(known.hints, ({ text }) => near.has(text)) -
      (known.isVague ? 1 : 0) -
      (known.isGroup ? known.id.split('.').length - 1 : 0)
    const keep = (match: Match) => {
      const before = found.get(match.known.id)
      if (!before || before.score < match.score) found.set(match.known.id, match)
    }
    for (const word of words) {
      const { text, one, owns } = word
      const { known: all, asCrowds } = this.#calledBy(word)
      for (const known of all) {
        const shared = count(known.hints, (hint) => hints.has(hint.text) || hints.has(hint.one))
        for (const name of known.names)
          if (holds(words, name)) {
            if (isOwner(words, name)) continue
            const score = name.length * 100 + shared * 10 - (known.isMember ? 25 : 0)
            keep({ known, score, how: 'name' })
          }
        if (owns) continue
        if (known.kinds.includes(one) && text !== one)
          keep({ known, score: 40 + shared * 10 + closeness(known), how: 'crowd' })
        else if (known.kinds.includes(text))
          keep({ known, score: (known.isGroup ? 30 : 40) + shared * 10, how: 'kind' })
      }
      if (/^(?:TRAIN|FOLLOWERS|MEN)$/.test(text))
        for (const known of this.#groups)
          if (closeness(known) > 0) keep({ known, score: 36 + closeness(known), how: 'crowd' })
      for (const { known, weight } of asCrowds)
        keep({ known, score: weight + closeness(known), how: 'crowd' })
    }
    return [...found.values()]
  }

  /** Worked out once for each word of the play’s lists. */
  #calledBy(word: Word): Called {
    const before = this.#called.get(word)
    if (before) return before
    const { text, stem, one } = word
    const known = [...new Set([...this.#named(text), ...this.#named(stem), ...this.#named(one)])]
    const asCrowds = crowds
      .filter(([sign]) => sign.test(text))
      .flatMap(([, kind, weight]) =>
        this.#named(kind)
          .filter((each) => each.isGroup && each.kinds.includes(kind))
          .map((each) => ({ known: each, weight })),
      )
    const called = { known, asCrowds }
    this.#called.set(word, called)
    return called
  }

  #named(word: string): readonly Known[] {
    return this.#byWord.get(word) ?? []
  }
}

function count(hints: readonly Hint[], fits: (hint: Hint) => boolean): number {
  let found = 0
  for (const hint of hints) if (fits(hint)) found += 1
  return found
}

const ranks =
  /^(?:KING|QUEEN|DUKE|DUKES|DUCHESS|PRINCE|PRINCESS|EARL|COUNT|COUNTESS|LORD|LADY|MARQUESS|CONSTABLE|CARDINAL|(?:ARCH)?BISHOP|THANE|GHOST|BODY|CORPSE|CORSE|HERZOG|GRAF)$/

/** "The guard of Antony" is not Antony; the Duke of York may well be York. */
const isOwner = (words: readonly Word[], [first]: readonly string[]): boolean => {
  const at = words.findIndex(({ text, stem }) => text === first || stem === first)
  return words[at - 1]?.text === 'OF' && !words.slice(0, at).some(({ text }) => ranks.test(text))
}

/** All words of a name in a row, and the last of them not owning what follows. */
function holds(words: readonly Word[], name: readonly string[]): boolean {
  return words.some((_word, from) =>
    name.every((part, at) => {
      const word = words[from + at]
      if (!word) return false
      const isLast = at === name.length - 1
      return (word.text === part && !(isLast && word.owns)) || (word.stem === part && !word.owns)
    }),
  )
}

/** Of several who are called alike: whoever speaks next, then whoever is not where they would have to be, in the file's order. */
function choose(
  tied: readonly Match[],
  count: number,
  way: 'in' | 'out' | 'stay',
  moment: Moment,
): readonly string[] {
  const wanted = way !== 'in'
  const rank = ({ known }: Match): readonly number[] => [
    moment.isOn(known.id) === wanted ? 0 : 1,
    (way === 'in' ? 1 : -1) * (moment.speaksIn(known.id) ?? Number.MAX_SAFE_INTEGER),
    known.order,
  ]
  const inOrder = [...tied].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)]
    const at = one.findIndex((value, place) => value !== other[place])
    return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
  })
  return inOrder.slice(0, count).map(({ known }) => known.id)
}

/** "a Page" and "Sir Andrew" are somebody; "torches" and "flourish" are not asked about. */
const isSomebody = (piece: string): boolean =>
  /(?:^|\s)\p{Lu}\p{L}+/u.test(piece) || /^(?:an?|the|two|three|four|another|his|her|other)\s/i.test(piece)
