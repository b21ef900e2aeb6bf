// The timed script of a production, and the way from words in it to seconds.

import type { BookLine, TimedLine } from './libretto.ts'
import { timeItem, toHalf } from './libretto.ts'
import type { Production, When } from './notation.ts'

/** As typed for the prompt copy: one side of the paper, room for cues on the other. */
const LINES_TO_A_PAGE = 24

/** What the author wrote cannot be: said at once, with the place. */
export class Misprint extends Error {
  override name = 'Misprint'
}

export type Spoken = { readonly seconds: number; readonly line: string | undefined }

export class Pages {
  readonly #lines = new Map<string, readonly TimedLine[]>()
  readonly #seconds = new Map<string, number>()
  readonly #starts = new Map<string, number>()

  constructor(production: Production, book: readonly BookLine[]) {
    const headings = new Set(book.map((line) => line.heading))
    let gone = 0
    for (const item of production.items) {
      const heading = item.code === '' ? item.title : `${item.code} ${item.title}`
      if (!headings.delete(heading)) throw new Misprint(`the libretto has no “## ${heading}”`)
      this.#lines.set(
        item.id,
        timeItem(
          book.filter((line) => line.heading === heading),
          item.seconds,
        ),
      )
      this.#seconds.set(item.id, item.seconds)
      this.#starts.set(item.id, gone)
      gone += item.seconds
    }
    if (headings.size > 0) throw new Misprint(`no item for the headings ${[...headings].join(', ')}`)
  }

  lines(item: string): readonly TimedLine[] {
    const lines = this.#lines.get(item)
    if (!lines) throw new Misprint(`no item “${item}”`)
    return lines
  }

  /** Seconds from the top of the show, everything at its planned length. */
  clock(item: string, seconds: number): number {
    return (this.#starts.get(item) ?? 0) + seconds
  }

  lengthOf(item: string): number {
    return this.#seconds.get(item) ?? 0
  }

  /** When something begins ('from'), has ended ('to') or is called ('on'). */
  at(item: string, when: When, side: 'from' | 'to' | 'on'): Spoken {
    const length = this.lines(item).length > 0 ? this.lengthOf(item) : 0
    if (typeof when === 'number') return { seconds: when, line: undefined }
    if (when === 'end') return { seconds: length, line: undefined }
    const [words, more] = typeof when === 'string' ? ([when, 0] as const) : when
    const found = this.#find(item, words)
    const seconds = toHalf(found[side] + more)
    if (seconds < 0 || seconds > length) throw new Misprint(`“${words}” ${more} lies outside item ${item}`)
    return { seconds, line: found.words }
  }

  #find(item: string, asked: string): { from: number; to: number; on: number; words: string } {
    const [words = '', nth = '1'] = asked.split('#')
    const found = this.lines(item).filter((line) => line.text.includes(words))
    const line = found[Number(nth) - 1]
    if (!line) throw new Misprint(`item ${item} says “${words}” ${found.length} times, not ${nth}`)
    const share = (offset: number) => line.starts + ((line.ends - line.starts) * offset) / line.text.length
    const begins = line.text.indexOf(words)
    const from = share(begins)
    const to = share(begins + words.length)
    // A caller goes on the last word of a line that is said, and at the sight of what is only done.
    const lastWord = share(begins + words.trimEnd().lastIndexOf(' ') + 1)
    return { from, to, on: line.kind === 'direction' ? from : lastWord, words }
  }

  /** The page of the prompt book on which that moment stands. */
  pageAt(item: string, seconds: number): string {
    let lines = 0
    for (const [name, own] of this.#lines) {
      if (name === item) {
        lines += own.filter((line) => line.starts < seconds).length
        break
      }
      lines += own.length
    }
    return String(Math.floor(lines / LINES_TO_A_PAGE) + 1)
  }

  /** The words being said at that time, short enough to stand on a desk. */
  wordsAt(item: string, seconds: number): string | undefined {
    const line = this.lines(item).findLast((one) => one.starts <= seconds)
    return line?.text.split(' ').slice(0, 7).join(' ')
  }
}
