// A source file as tidy reads it: its text, its syntax tree, and the line of every place in it.

import { parseSync } from 'vite'

/** A node of the syntax tree; which fields it has depends on its type, so they are asked for by name. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [field: string]: unknown
}

/** `path` is relative to the root, with forward slashes, as git names it. */
export type TextFile = { readonly path: string; readonly text: string }

export type Source = TextFile & {
  readonly program: Node
  readonly comments: readonly { readonly value: string; readonly start: number; readonly end: number }[]
  /** The parser's first complaint; the tree is then not to be relied on. */
  readonly broken: string | undefined
}

export type Finding = {
  readonly file: string
  readonly line: number
  /** The HOUSE rule of docs/specs/house.md that it breaks. */
  readonly rule: string
  readonly sentence: string
}

export function parseSource(file: TextFile): Source {
  const parsed = parseSync(file.path, file.text)
  const program: unknown = parsed.program
  if (!isNode(program)) throw new Error(`the parser gave no tree for ${file.path}`)
  return { ...file, program, comments: parsed.comments, broken: parsed.errors[0]?.message }
}

export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}

export const lineOf = (source: Source, node: { readonly start: number }): number =>
  lineAt(source.text, node.start)

/** Visits every node, parents before children; `above` runs from the node's parent up to the program. */
export function walk(top: Node, visit: (node: Node, above: readonly Node[]) => void): void {
  const step = (node: Node, above: readonly Node[]) => {
    visit(node, above)
    const next = [node, ...above]
    for (const child of childrenOf(node)) step(child, next)
  }
  step(top, [])
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode)
}

/** The node under this field, where there is one. */
export function child(node: Node, field: string): Node | undefined {
  const value = node[field]
  return isNode(value) ? value : undefined
}

/** The nodes listed under this field; empty where it holds no list. */
export function list(node: Node, field: string): readonly Node[] {
  const value = node[field]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** Whether this field is set: computed, async, await. */
export const flag = (node: Node, field: string): boolean => node[field] === true

/** The words under this field: a name, a kind, the value of a string literal. */
export function word(node: Node | undefined, field: string): string | undefined {
  const value = node?.[field]
  return typeof value === 'string' ? value : undefined
}

/** What a string literal says, or the fixed beginning of a template; `whole` is false when more follows. */
export function literalText(
  node: Node | undefined,
): { readonly text: string; readonly whole: boolean } | undefined {
  if (node?.type === 'Literal') {
    const text = word(node, 'value')
    return text === undefined ? undefined : { text, whole: true }
  }
  if (node?.type !== 'TemplateLiteral') return undefined
  const quasis = list(node, 'quasis')
  const value = field(quasis[0], 'value')
  if (typeof value !== 'object' || value === null || !('cooked' in value)) return undefined
  return typeof value.cooked === 'string' ? { text: value.cooked, whole: quasis.length === 1 } : undefined
}

export const isFunction = (node: Node): boolean =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)

/** Test files and the contract suites that several test files share. */
export const isTest = (path: string): boolean => /(?:\.test\.tsx?|(?:^|[./])contract\.ts)$/.test(path)

export const isCode = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path)

const field = (node: Node | undefined, name: string): unknown => node?.[name]

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    'start' in value &&
    typeof value.start === 'number'
  )
}
