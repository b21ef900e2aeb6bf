// The names in a file, each made into a string once: a play has forty of them, and a hundred thousand elements.

import { bitOf, local } from './bits.ts'

export type NameInside = {
  /** With its prefix, as it stands in the file. */
  readonly written: string
  readonly local: string
  readonly bit: number
}

const SLOTS = 1024

export class ElementNames {
  readonly #elements: (NameInside | undefined)[] = new Array<NameInside | undefined>(SLOTS).fill(undefined)

  at(text: string, from: number, to: number): NameInside {
    const slot = slotOf(text, from, to)
    const known = this.#elements[slot]
    if (known && known.written.length === to - from && this.stands(known, text, from)) return known
    const written = text.slice(from, to)
    const name = { written, local: theOne(local(written)), bit: bitOf(local(written)) }
    this.#elements[slot] = name
    return name
  }

  stands({ written }: NameInside, text: string, from: number): boolean {
    return standsAt(written, text, from)
  }
}

function standsAt(name: string, text: string, from: number): boolean {
  for (let at = 0; at < name.length; at += 1)
    if (name.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}

function slotOf(text: string, from: number, to: number): number {
  let sum = to - from
  for (let at = from; at < to; at += 1) sum = (sum * 31 + text.charCodeAt(at)) & 0xffff
  return sum & (SLOTS - 1)
}

/** As a key of an object it is the same string as in the program, and is told apart from others without being read. */
const theOne = (name: string): string => Object.keys({ [name]: 0 })[0] ?? name
