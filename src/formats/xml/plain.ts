// XML as nearly all of it is written, read in one pass into a tree. Whatever is rarer, or wrong, is left to the parser.

import { isRareInText, withSingleBlanks } from '../finding.ts'
import { NO_ATTRIBUTES } from './attributes.ts'
import { ElementNames, type NameInside } from './names.ts'
import type { XmlElement, XmlNode } from './tree.ts'

type Limits = { readonly depth: number; readonly elements: number; readonly attributes: number }

/** As an element grows: what it holds is known when it ends. */
type Growing = Omit<XmlElement, 'holds' | 'children'> & { children: readonly XmlNode[]; holds: number }

const NOBODY: readonly XmlNode[] = []

const entities: readonly (readonly [string, string])[] = [
  ...([['&amp;', '&'] as const, ['&lt;', '<'] as const, ['&gt;', '>'] as const] as const),
  ...([['&quot;', '"'] as const, ['&apos;', "'"] as const] as const),
]
const declaration =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][A-Za-z0-9._-]*")?(?: standalone="(?:yes|no)")?[ \n]*\?>/
const [LESS, GREATER, AMP, SLASH, BANG, QUESTION, EQUAL] = [0x3c, 0x3e, 0x26, 0x2f, 0x21, 0x3f, 0x3d]
const DELETE = 0x7f
const PROTO = '__proto__'
const [QUOTE, APOSTROPHE, NEWLINE, TAB, BLANK] = [0x22, 0x27, 0x0a, 0x09, 0x20]

/**
 * Null where the file is not as plain as that: the parser then has the word, and says what is wrong where something is.
 * It is for speed alone: the parser takes twice as long for the same tree (docs/benchmarks.md).
 */
export function readPlainXml(text: string, limits: Limits): XmlElement | null {
  try {
    return new PlainReader(text, limits).read()
  } catch (error) {
    if (error === theParsers) return null
    throw error
  }
}

/** What XML does not allow, ends of lines of other systems, and what takes two units, which columns count as one. */
const isRare = (unit: number): boolean =>
  (unit < BLANK && unit !== NEWLINE && unit !== TAB) || (unit > 0xd7ff && (unit < 0xe000 || unit > 0xfffd))

const isBlank = (unit: number): boolean => unit === BLANK || unit === NEWLINE || unit === TAB

/** Of the letters that names are written in here; those of other alphabets are the parser’s. */
const inNames: readonly boolean[] = Array.from({ length: 0x80 }, (_one, unit) =>
  /[A-Za-z0-9_:.-]/.test(String.fromCharCode(unit)),
)
const beginsName = (unit: number): boolean =>
  (unit > 0x60 && unit < 0x7b) || (unit > 0x40 && unit < 0x5b) || unit === 0x5f

/** Something was met that is the parser’s to judge. */
const theParsers = new Error('Left to the parser.')

function leave(): never {
  throw theParsers
}

class PlainReader {
  readonly #text: string
  readonly #limits: Limits
  readonly #names = new ElementNames()
  /** The elements that are open, their names, and where among the nodes below their children begin. */
  readonly #open: Growing[] = []
  readonly #openNames: NameInside[] = []
  readonly #openFrom: number[] = []
  #depth = 0
  #top: Growing | undefined
  /** The children so far of all that are open: each list is made once, when it is whole, and no longer than it is. */
  readonly #nodes: XmlNode[] = []
  #count = 0
  /** Where the names of one element’s attributes stand. */
  readonly #nameFrom: number[] = []
  readonly #nameTo: number[] = []
  #root: Growing | null = null
  #at = 0
  #line = 1
  /** Where the line began. */
  #began = 0
  #elements = 0

  constructor(text: string, limits: Limits) {
    this.#text = text
    this.#limits = limits
  }

  read(): XmlElement | null {
    const head = declaration.exec(this.#text.slice(0, 200))
    if (head) this.#passOver(head[0].length)
    while (this.#at < this.#text.length) {
      this.#words()
      if (this.#at >= this.#text.length) break
      const unit = this.#text.charCodeAt(this.#at + 1)
      if (unit === SLASH) this.#close()
      else if (unit === BANG) this.#comment()
      else if (unit === QUESTION) this.#instruction()
      else this.#element()
    }
    return this.#top === undefined ? this.#root : null
  }

  /** Lines are counted in whatever is passed over; nothing rare may stand in it. */
  #passOver(to: number): void {
    for (; this.#at < to; this.#at += 1) {
      const unit = this.#text.charCodeAt(this.#at)
      if (unit === NEWLINE) this.#newLine(this.#at)
      else if (isRare(unit)) leave()
    }
  }

  #newLine(at: number): void {
    this.#line += 1
    this.#began = at + 1
  }

  /** Up to the next element, each run of words a node of its own. */
  #words(): void {
    const text = this.#text
    const end = text.length
    let from = this.#at
    let at = from
    let words = ''
    let blank = -2
    let isRagged = false
    if (text.charCodeAt(at) === NEWLINE && this.#top && this.#indent()) return
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit > GREATER && unit < DELETE) continue
      if (unit === BLANK) {
        if (blank === at - 1) isRagged = true
        blank = at
      } else if (unit === LESS) break
      else if (unit === NEWLINE) {
        this.#newLine(at)
        isRagged = true
      } else if (unit === AMP) {
        const [written, meant] = this.#entityAt(at)
        words += text.slice(from, at) + meant
        from = at + written.length
        at = from - 1
        // “]]>” may not stand among words.
      } else if (unit === GREATER || ((unit < BLANK || unit > 0xd7ff) && isRare(unit))) leave()
      else if (unit < BLANK || (unit > 0x7e && isRareInText(unit))) isRagged = true
    }
    words = words === '' ? text.slice(from, at) : words + text.slice(from, at)
    if (this.#top && at > this.#at) this.#grow(isRagged ? withSingleBlanks(words) : words)
    // Beside the one element that a file is, nothing may be said.
    if (!this.#top && /[^ \n\t]/.test(words)) leave()
    this.#at = at
  }

  /** Whether nothing but a line’s end and blanks stand before the next element. */
  #indent(): boolean {
    const from = this.#at
    let at = from + 1
    while (this.#text.charCodeAt(at) === BLANK) at += 1
    if (this.#text.charCodeAt(at) !== LESS) return false
    this.#newLine(from)
    this.#grow(' ')
    this.#at = at
    return true
  }

  #grow(child: XmlNode): void {
    if (this.#count < this.#nodes.length) this.#nodes[this.#count] = child
    else this.#nodes.push(child)
    this.#count += 1
  }

  #entityAt(at: number): readonly [string, string] {
    const found = entities.find(([written]) => this.#text.startsWith(written, at))
    if (!found || this.#top === undefined) leave()
    return found
  }

  #comment(): void {
    if (!this.#text.startsWith('<!--', this.#at)) leave()
    const end = this.#text.indexOf('--', this.#at + 4)
    if (end === -1 || this.#text.charCodeAt(end + 2) !== GREATER) leave()
    this.#passOver(end + 3)
  }

  #instruction(): void {
    const end = this.#text.indexOf('?>', this.#at + 2)
    if (
      end === -1 ||
      !/^<\?(?!xml[ \n\t])[A-Za-z][A-Za-z-]*[ \n\t][^?]*$/i.test(this.#text.slice(this.#at, end))
    )
      leave()
    this.#passOver(end + 2)
  }

  #close(): void {
    const depth = this.#depth - 1
    const [element, name] = [this.#open[depth], this.#openNames[depth]]
    const from = this.#at + 2
    if (!element || !name || depth < 0 || !this.#names.stands(name, this.#text, from)) leave()
    const end = from + name.written.length
    if (this.#text.charCodeAt(end) !== GREATER) leave()
    this.#at = end + 1
    const first = this.#openFrom[depth] ?? 0
    if (this.#count > first) element.children = this.#nodes.slice(first, this.#count)
    this.#count = first
    this.#depth = depth
    this.#top = depth > 0 ? this.#open[depth - 1] : undefined
    this.#closed(element, name)
  }

  #closed(element: Growing, name: NameInside): void {
    if (!this.#top) return
    this.#top.holds |= element.holds | name.bit
    this.#grow(element)
  }

  #element(): void {
    const from = this.#at + 1
    const end = this.#nameEnd(from)
    if (end === from || (this.#root && !this.#top)) leave()
    const name = this.#names.at(this.#text, from, end)
    this.#elements += 1
    if (this.#elements > this.#limits.elements || this.#depth >= this.#limits.depth) leave()
    if (this.#text.charCodeAt(end) === NEWLINE) this.#newLine(end)
    const [line, column] = [this.#line, Math.max(end - this.#began, -1) + 2]
    const attributes = this.#attributes(end)
    const element: Growing = { name: name.local, attributes, line, column, children: NOBODY, holds: 0 }
    if (!this.#root) this.#root = element
    const isEmpty = this.#text.charCodeAt(this.#at) === SLASH
    this.#at += isEmpty ? 2 : 1
    if (isEmpty) this.#closed(element, name)
    else this.#begin(element, name)
  }

  #begin(element: Growing, name: NameInside): void {
    this.#open[this.#depth] = element
    this.#openNames[this.#depth] = name
    this.#openFrom[this.#depth] = this.#count
    this.#depth += 1
    this.#top = element
  }

  #nameEnd(from: number): number {
    if (!beginsName(this.#text.charCodeAt(from))) return from
    let at = from + 1
    while (inNames[this.#text.charCodeAt(at)] === true) at += 1
    return at
  }

  /** As they stand there; leaves off at the “>” or “/>” that ends the element’s beginning. */
  #attributes(end: number): string {
    const text = this.#text
    let count = 0
    let at = end
    for (;;) {
      const before = at
      at = this.#afterBlanks(at, at === end)
      const unit = text.charCodeAt(at)
      if (unit === GREATER || (unit === SLASH && text.charCodeAt(at + 1) === GREATER)) {
        this.#at = at
        return count === 0 ? NO_ATTRIBUTES : text.slice(end, before)
      }
      const nameEnd = this.#nameEnd(at)
      if (at === before || nameEnd === at || count >= this.#limits.attributes) leave()
      if (this.#isTwice(at, nameEnd, count)) leave()
      count += 1
      const equal = this.#afterBlanks(nameEnd, false)
      if (text.charCodeAt(equal) !== EQUAL) leave()
      at = this.#afterValue(this.#afterBlanks(equal + 1, false))
    }
  }

  /** Whether an attribute’s name stands before in the same element, or means something to every object. */
  #isTwice(from: number, to: number, count: number): boolean {
    this.#nameFrom[count] = from
    this.#nameTo[count] = to
    for (let each = 0; each < count; each += 1) {
      const start = this.#nameFrom[each] ?? 0
      if ((this.#nameTo[each] ?? 0) - start === to - from && this.#isSame(start, from, to - from)) return true
    }
    return to - from === PROTO.length && this.#text.startsWith(PROTO, from)
  }

  #isSame(one: number, other: number, length: number): boolean {
    for (let at = 0; at < length; at += 1)
      if (this.#text.charCodeAt(one + at) !== this.#text.charCodeAt(other + at)) return false
    return true
  }

  /** The first may be a line’s end that was counted with the name before it. */
  #afterBlanks(from: number, isCounted: boolean): number {
    let at = from
    for (; isBlank(this.#text.charCodeAt(at)); at += 1)
      if (this.#text.charCodeAt(at) === NEWLINE && !(isCounted && at === from)) this.#newLine(at)
    return at
  }

  #afterValue(from: number): number {
    const text = this.#text
    const quote = text.charCodeAt(from)
    if (quote !== QUOTE && quote !== APOSTROPHE) leave()
    for (let at = from + 1; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit === quote) return at + 1
      if (unit === AMP || unit === LESS || unit > 0xd7ff) leave()
      if (unit >= BLANK) continue
      if (isRare(unit)) leave()
      if (unit === NEWLINE) this.#newLine(at)
    }
    return leave()
  }
}
