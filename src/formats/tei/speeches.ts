// The speeches of a play by their numbers, counted over the whole of it from 0.

import { within, type XmlElement } from '../xml/tree.ts'

export class Speeches {
  readonly all: readonly XmlElement[]
  /** Whichever was asked for last is mostly followed by its neighbour. */
  #next = 0
  #numbers: ReadonlyMap<XmlElement, number> | undefined

  constructor(body: XmlElement) {
    this.all = within(body, 'sp')
  }

  numberOf(speech: XmlElement): number | undefined {
    const number = this.all[this.#next] === speech ? this.#next : this.#sought(speech)
    if (number !== undefined) this.#next = number + 1
    return number
  }

  /** Those inside a part of the play: they follow one another. */
  numbersIn(part: XmlElement): readonly number[] {
    const inside = within(part, 'sp')
    const first = inside[0] && this.numberOf(inside[0])
    if (first === undefined) return []
    this.#next = first + inside.length
    return inside.map((_speech, at) => first + at)
  }

  #sought(speech: XmlElement): number | undefined {
    if (this.all[0] === speech) return 0
    this.#numbers ??= new Map(this.all.map((each, number) => [each, number]))
    return this.#numbers.get(speech)
  }
}
