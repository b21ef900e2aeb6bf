// JSON with places: the plain value of a text, and the line on which each part of it stands.

import { type MemberNode, parse, type ValueNode } from '@humanwhocodes/momoa'
import type { Json } from '../../core/kit/json.ts'
import { type Finding, type Spot, spotAt, withoutMark } from '../finding.ts'
import { type Scan, scan } from './scan.ts'

/** The way from the top of a file to one value: field names and positions in lists. */
export type Path = readonly (string | number)[]

export type Located = { readonly pointer: string } & Finding

export type JsonFile = {
  readonly value: Json
  /** The spot of the value at the path, or of the nearest thing around it that is there. */
  readonly spot: (path: Path) => Spot
}

export type JsonReading =
  | { readonly ok: true; readonly file: JsonFile }
  | { readonly ok: false; readonly errors: readonly Located[] }

/** RFC 6901. */
export const pointerOf = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

export function readJson(text: string): JsonReading {
  const bare = withoutMark(text)
  const scanned = scan(bare)
  if (!scanned.fit) return { ok: false, errors: [{ pointer: '', ...scanned.finding }] }
  const parsed = parseText(bare, scanned)
  if ('message' in parsed) return { ok: false, errors: [{ pointer: '', ...parsed }] }
  const evaluation = new Evaluation()
  const value = evaluation.valueOf(parsed.body)
  if (evaluation.errors.length > 0) return { ok: false, errors: evaluation.errors }
  return { ok: true, file: { value, spot: (path) => nodeAt(parsed.body, path).loc.start } }
}

type Fit = Extract<Scan, { fit: true }>

function parseText(text: string, { open, lastToken }: Fit): { body: ValueNode } | Finding {
  try {
    return parse(text, { mode: 'json' })
  } catch (error) {
    // The parser throws errors that carry their place; anything else is not about the text.
    if (!(error instanceof Error && 'offset' in error)) throw error
    if (text.trim() === '') return { line: 1, column: 1, message: 'The file is empty.' }
    // Where a text stops short, the parser blames its last token or its very beginning.
    if (open && (Number(error.offset) >= lastToken || error.message.startsWith('Unexpected end')))
      return { ...spotAt(text, text.trimEnd().length), message: endsEarly }
    return { ...spotAt(text, Number(error.offset)), message: outOfPlace }
  }
}

const endsEarly = 'The file ends in the middle: a brace, bracket or quotation mark is still open.'
const outOfPlace =
  'This cannot stand here. Look for a missing or extra comma, quotation mark, colon or brace just before it.'

/** Turns the tree into values and collects what may not be. Recursion is bounded: the scan refused what is too deep. */
class Evaluation {
  readonly errors: Located[] = []
  readonly #path: (string | number)[] = []

  valueOf(node: ValueNode): Json {
    switch (node.type) {
      case 'Null':
        return null
      case 'Boolean':
      case 'String':
        return node.value
      case 'Number':
        if (!Number.isFinite(node.value)) this.#complain(node, 'This number is too large to be kept.')
        // Adding nothing turns -0, which would be written back as 0, into 0 at once.
        return node.value + 0
      case 'Array':
        return node.elements.map((element, at) => this.#inside(at, element.value))
      case 'Object':
        return this.#recordOf(node.members)
      default:
        this.#complain(node, 'Only text, a number, true, false, null, a list or braces may stand here.')
        return null
    }
  }

  #recordOf(members: readonly MemberNode[]): Json {
    const fields = new Map<string, Json>()
    for (const member of members) {
      const name = nameOf(member)
      // As a field name it would reach into JavaScript's own objects wherever somebody copies them carelessly.
      if (name === '__proto__') this.#complain(member, '“__proto__” cannot be the name of a field.')
      else if (fields.has(name)) this.#complain(member, `“${name}” stands here twice; only one can be meant.`)
      else fields.set(name, this.#inside(name, member.value))
    }
    return Object.fromEntries(fields)
  }

  #inside(step: string | number, node: ValueNode): Json {
    this.#path.push(step)
    const value = this.valueOf(node)
    this.#path.pop()
    return value
  }

  #complain(at: { readonly loc: { readonly start: Spot } }, message: string): void {
    const { line, column } = at.loc.start
    this.errors.push({ pointer: pointerOf(this.#path), line, column, message })
  }
}

const nameOf = (member: MemberNode): string =>
  member.name.type === 'String' ? member.name.value : member.name.name

function nodeAt(top: ValueNode, path: Path): ValueNode {
  let node = top
  for (const step of path) {
    const next = stepInto(node, step)
    if (!next) return node
    node = next
  }
  return node
}

function stepInto(node: ValueNode, step: string | number): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(step)]?.value
  if (node.type === 'Object') return node.members.find((member) => nameOf(member) === step)?.value
  return undefined
}
