// An XML file as a small tree with lines: well-formed, bounded, no entity expanded, names without their namespace.

import { SaxesParser } from 'saxes'
import { bytesOf, type Finding, joined, spotAt, withoutMark, withSingleBlanks } from '../finding.ts'
import { type Attributes, attributeIn } from './attributes.ts'
import { ANY, bitOf, bitsOf, local } from './bits.ts'
import { beyondBounds, XML_ELEMENTS_MAX } from './long.ts'
import { readPlainXml } from './plain.ts'

/** The largest play known to us has 2.3 MB; what is beyond these is no play. */
export const XML_BYTES_MAX = 8 * 1024 * 1024
export const XML_DEPTH_MAX = 256
export const XML_ATTRIBUTES_MAX = 100

export type XmlElement = {
  /** Without prefix: many files of this family declare no namespace, some declare one under a prefix. */
  readonly name: string
  readonly attributes: Attributes
  readonly line: number
  readonly column: number
  readonly children: readonly XmlNode[]
  /** Which of the elements that are often looked for lie inside, each a bit: what holds none is never walked through. */
  readonly holds: number
}

/** Words have one blank where the file has a blank, a line’s end or an indent. */
export type XmlNode = XmlElement | string

type Reading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly error: Finding }

/** Carries a finding out of the parser's callbacks, which have no other way to stop it. */
class Stop extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.message)
    this.finding = finding
  }
}

export function readXml(text: string): Reading {
  const bare = withoutMark(text)
  const refuse = (message: string): Reading => ({ ok: false, error: { line: 1, column: 1, message } })
  if (bare.trim() === '') return refuse('The file is empty.')
  // No letter has more than three bytes for each of its units.
  if (bare.length * 3 > XML_BYTES_MAX && bytesOf(bare) > XML_BYTES_MAX)
    return refuse(`The file is larger than ${XML_BYTES_MAX / 1024 / 1024} MB; no play is.`)
  const beyond = beyondBounds(bare)
  if (beyond) return { ok: false, error: beyond }
  const plain = readPlainXml(bare, {
    ...{ depth: XML_DEPTH_MAX, elements: XML_ELEMENTS_MAX, attributes: XML_ATTRIBUTES_MAX },
  })
  if (plain) return { ok: true, root: plain }
  try {
    return { ok: true, root: parseXml(bare) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { ok: false, error: strayIn(bare, error.finding) ?? error.finding }
  }
}

/** The parser reads on behind an ampersand to wherever a semicolon stands, and says that place. */
function strayIn(text: string, { line, message }: Finding): Finding | null {
  if (!/entity|unclosed tag|explain/.test(message)) return null
  const stray = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z_][\w.-]{0,63});)/i.exec(text)
  const spot = stray && spotAt(text, stray.index)
  if (!spot || spot.line > line) return null
  return { ...spot, message: 'An ampersand stands here by itself; write it as &amp;.' }
}

type Growing = Omit<XmlElement, 'holds'> & { readonly children: XmlNode[]; holds: number }

/** By the parser, whatever the file is: throws where it is wrong. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false })
  const stop = (message: string) => {
    throw new Stop({ line: parser.line, column: parser.column + 1, message })
  }
  const open: Growing[] = []
  let root: Growing | undefined
  let elements = 0
  let [line, column, attributes] = [1, 1, 0]
  parser.on('opentagstart', () => {
    line = parser.line
    column = parser.column + 1
    attributes = 0
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > XML_ATTRIBUTES_MAX)
      stop(`An element has more than ${XML_ATTRIBUTES_MAX} attributes here.`)
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > XML_ELEMENTS_MAX)
      stop(`The file holds more than ${XML_ELEMENTS_MAX} elements; no play does.`)
    if (open.length >= XML_DEPTH_MAX)
      stop(`Elements lie more than ${XML_DEPTH_MAX} deep here; no play needs that.`)
    const element: Growing = {
      name: local(tag.name),
      attributes: tag.attributes,
      line,
      column,
      children: [],
      holds: 0,
    }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    open.push(element)
  })
  const say = (words: string) => void open.at(-1)?.children.push(withSingleBlanks(words))
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const closed = open.pop()
    const parent = open.at(-1)
    if (closed && parent) parent.holds |= closed.holds | bitOf(closed.name)
  })
  parser.on('error', (error) => stop(sentenceFor(error.message)))
  parser.write(text).close()
  if (root === undefined)
    throw new Stop({ ...spotAt(text, text.length), message: 'The file holds no element.' })
  return root
}

/** The parser begins its messages with the place, which we say in our own way. */
export function sentenceFor(message: string): string {
  const reason = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')
  if (reason.startsWith('undefined entity'))
    return 'A character is written by a name the file does not explain; write the character itself.'
  return `This is not well-formed XML: ${reason}.`
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string'

export const attribute = (element: XmlElement, name: string): string | undefined =>
  attributeIn(element.attributes, name)

/** `xml:id` where the file is TEI, `id` where it is nearly TEI. */
export const idOf = (element: XmlElement): string | undefined =>
  attribute(element, 'xml:id') ?? attribute(element, 'id')

export const childrenNamed = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => isElement(child) && names.includes(child.name))

/** All elements of these names inside, in the order of the file. */
export function within(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = []
  collect(element, names, bitsOf(names), found)
  return found
}

function collect(element: XmlElement, names: readonly string[], wanted: number, found: XmlElement[]): void {
  if (wanted !== ANY && (element.holds & wanted) === 0) return
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (names.includes(child.name)) found.push(child)
    collect(child, names, wanted, found)
  }
}

/** Whether any element of these names lies inside. */
export function holds(element: XmlElement, ...names: readonly string[]): boolean {
  const wanted = bitsOf(names)
  return wanted === ANY ? within(element, ...names).length > 0 : (element.holds & wanted) !== 0
}

/** The words inside, on one line. */
export const textOf = (element: XmlElement, ...without: readonly string[]): string =>
  joined(rawText(element, without))

function rawText(element: XmlElement, without: readonly string[]): string {
  let text = ''
  for (const child of element.children)
    if (!isElement(child)) text += child
    else if (!without.includes(child.name)) text += rawText(child, without)
  return text
}
