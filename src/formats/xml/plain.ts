// XML as nearly all of it is written, read in one pass into a tree. Whatever is rarer, or wrong, is left to the parser.

import { ElementNames, type NameInside } from './names.ts'
import type { XmlElement, XmlNode } from './tree.ts'

type Limits = { readonly depth: number; readonly elements: number; readonly attributes: number }

/** As an element grows: its children come one by one, and what it holds with them. */
type Growing = Omit<XmlElement, 'holds' | 'children'> & { children: XmlNode[]; holds: number }

type Open = { readonly element: Growing; readonly name: NameInside }

/** Until the first comes: most have one child or none, and a list that may grow takes room for seventeen. */
const NOBODY: XmlNode[] = []

function grow(parent: Growing, child: XmlNode): void {
  if (parent.children === NOBODY) parent.children = [child]
  else parent.children.push(child)
}

const NONE: Readonly<Record<string, string>> = Object.freeze({})
const entities: readonly (readonly [string, string])[] = [
  ...([['&amp;', '&'] as const, ['&lt;', '<'] as const, ['&gt;', '>'] as const] as const),
  ...([['&quot;', '"'] as const, ['&apos;', "'"] as const] as const),
]
const declaration =
  /^<\?xml version="1\.0"(?: encoding="[A-Za-z][A-Za-z0-9._-]*")?(?: standalone="(?:yes|no)")?[ \n]*\?>/
const [LESS, GREATER, AMP, SLASH, BANG, QUESTION, EQUAL] = [0x3c, 0x3e, 0x26, 0x2f, 0x21, 0x3f, 0x3d]
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
  readonly #open: Open[] = []
  #top: Growing | undefined
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
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit === LESS) break
      if (unit === NEWLINE) this.#newLine(at)
      else if (unit === AMP) {
        const [written, meant] = this.#entityAt(at)
        words += text.slice(from, at) + meant
        from = at + written.length
        at = from - 1
        // “]]>” may not stand among words.
      } else if (unit === GREATER || ((unit < BLANK || unit > 0xd7ff) && isRare(unit))) leave()
    }
    words = words === '' ? text.slice(from, at) : words + text.slice(from, at)
    if (this.#top && at > this.#at) grow(this.#top, words)
    // Beside the one element that a file is, nothing may be said.
    if (!this.#top && /[^ \n\t]/.test(words)) leave()
    this.#at = at
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
    const open = this.#open.pop()
    const from = this.#at + 2
    if (!open || !this.#names.stands(open.name, this.#text, from)) leave()
    const end = from + open.name.written.length
    if (this.#text.charCodeAt(end) !== GREATER) leave()
    this.#at = end + 1
    this.#closed(open)
  }

  #closed({ element, name }: Open): void {
    const parent = this.#open.at(-1)?.element
    if (parent) parent.holds |= element.holds | name.bit
    this.#top = parent
  }

  #element(): void {
    const from = this.#at + 1
    const end = this.#nameEnd(from)
    if (end === from || (this.#root && !this.#top)) leave()
    const name = this.#names.at(this.#text, from, end)
    this.#elements += 1
    if (this.#elements > this.#limits.elements || this.#open.length >= this.#limits.depth) leave()
    if (this.#text.charCodeAt(end) === NEWLINE) this.#newLine(end)
    const [line, column] = [this.#line, Math.max(end - this.#began, -1) + 2]
    const attributes = this.#attributes(end)
    const element: Growing = { name: name.local, attributes, line, column, children: NOBODY, holds: 0 }
    if (this.#top) grow(this.#top, element)
    else this.#root = element
    const isEmpty = this.#text.charCodeAt(this.#at) === SLASH
    this.#at += isEmpty ? 2 : 1
    if (isEmpty) this.#closed({ element, name })
    else {
      this.#open.push({ element, name })
      this.#top = element
    }
  }

  #nameEnd(from: number): number {
    if (!beginsName(this.#text.charCodeAt(from))) return from
    let at = from + 1
    while (inNames[this.#text.charCodeAt(at)] === true) at += 1
    return at
  }

  /** Leaves off at the “>” or “/>” that ends the element’s beginning. */
  #attributes(end: number): Readonly<Record<string, string>> {
    const text = this.#text
    let found: Record<string, string> | undefined
    let count = 0
    let at = end
    for (;;) {
      const before = at
      at = this.#afterBlanks(at, at === end)
      const unit = text.charCodeAt(at)
      if (unit === GREATER || (unit === SLASH && text.charCodeAt(at + 1) === GREATER)) {
        this.#at = at
        return found ?? NONE
      }
      const nameEnd = this.#nameEnd(at)
      count += 1
      if (at === before || nameEnd === at || count > this.#limits.attributes) leave()
      const name = this.#names.attributeAt(text, at, nameEnd)
      found ??= {}
      const equal = this.#afterBlanks(nameEnd, false)
      // A name met twice, or one that means something to every object.
      if (text.charCodeAt(equal) !== EQUAL || found[name] !== undefined || name === '__proto__') leave()
      this.#at = this.#afterBlanks(equal + 1, false)
      found[name] = this.#value()
      at = this.#at
    }
  }

  /** The first may be a line’s end that was counted with the name before it. */
  #afterBlanks(from: number, isCounted: boolean): number {
    let at = from
    for (; isBlank(this.#text.charCodeAt(at)); at += 1)
      if (this.#text.charCodeAt(at) === NEWLINE && !(isCounted && at === from)) this.#newLine(at)
    return at
  }

  #value(): string {
    const text = this.#text
    const quote = text.charCodeAt(this.#at)
    if (quote !== QUOTE && quote !== APOSTROPHE) leave()
    let value = ''
    let from = this.#at + 1
    for (let at = from; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit === quote) {
        this.#at = at + 1
        return value === '' ? text.slice(from, at) : value + text.slice(from, at)
      }
      if (unit === AMP || unit === LESS || unit > 0xd7ff) leave()
      if (unit >= BLANK) continue
      if (isRare(unit)) leave()
      if (unit === NEWLINE) this.#newLine(at)
      value += `${text.slice(from, at)} `
      from = at + 1
    }
    return leave()
  }
}
