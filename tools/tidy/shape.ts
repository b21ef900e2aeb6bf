// How a file looks: its size (HOUSE-7), what it exports (HOUSE-8), its names (HOUSE-9), its first line (HOUSE-10).

import { basename } from 'node:path'
import { declaredBy, namesOf } from './scopes.ts'
import {
  child,
  type Finding,
  isFunction,
  isTest,
  lineAt,
  lineOf,
  list,
  type Node,
  type Source,
  type TextFile,
  walk,
  word,
} from './source.ts'

export const fileLinesMax = 400
export const functionLinesMax = 60

// A stage manager is a person, and so are the others.
const emptyNames = /(?<!(?:stage|company|house|production))(?:Manager|Helper|Util)s?$/i
const emptyFileNames = /^(?:index|utils?|helpers?|manager)\.[a-z.]+$/i

export function checkShape(source: Source): Finding[] {
  return [
    ...(isWritten(source.path) ? [] : checkSize(source)),
    ...checkExports(source),
    ...checkNames(source),
    ...checkFirstLine(source),
  ]
}

/** The demo is a show written down: as long as a show is. */
const isWritten = (path: string): boolean => path.startsWith('demo/')

function checkSize(source: Source): Finding[] {
  const findings: Finding[] = []
  const lines = source.text.trimEnd().split('\n').length
  const add = (line: number, sentence: string) =>
    findings.push({ file: source.path, line, rule: 'HOUSE-7', sentence })
  if (lines > fileLinesMax) add(lines, `the file has ${lines} lines; ${fileLinesMax} are the most`)
  walk(source.program, (node) => {
    if (!isFunction(node)) return
    const first = lineOf(source, node)
    const length = lineAt(source.text, node.end - 1) - first + 1
    if (length > functionLinesMax && !(isTest(source.path) && holdsTests(node))) {
      add(first, `the function has ${length} lines; ${functionLinesMax} are the most`)
    }
  })
  return findings
}

/** A suite is a list of tests, not a function to be understood in one glance. */
function holdsTests(node: Node): boolean {
  let holds = false
  walk(node, (inner) => {
    const name = inner.type === 'CallExpression' ? calledName(inner) : undefined
    if (name === 'test' || name === 'it' || name === 'describe') holds = true
  })
  return holds
}

/** The first name of a call: `test` of `test(…)`, `test.for(…)` and `test.each(…)(…)`. */
export function calledName(call: Node): string | undefined {
  let at = child(call, 'callee')
  while (at !== undefined && at.type !== 'Identifier') {
    at = child(at, at.type === 'MemberExpression' ? 'object' : 'callee') ?? child(at, 'tag')
  }
  return word(at, 'name')
}

function checkExports(source: Source): Finding[] {
  const add = (line: number, sentence: string) => [{ file: source.path, line, rule: 'HOUSE-8', sentence }]
  const body = list(source.program, 'body')
  const passesOn = body.length > 0 && body.every(isPassedOn)
  const barrel = passesOn && body.some((statement) => statement.type.startsWith('Export'))
  // Vite, Vitest and its reporters are loaded by their default export.
  const defaults = /\.(?:config\.ts|reporter\.mjs)$/.test(source.path) ? [] : body.filter(isDefaultExport)
  return [
    ...(barrel ? add(1, 'the file only passes on what others export: import from where it is written') : []),
    ...defaults.flatMap((node) =>
      add(lineOf(source, node), 'a default export has no name of its own: export by name'),
    ),
  ]
}

/** Imports, and exports without a declaration of their own. */
function isPassedOn(statement: Node): boolean {
  if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') return true
  return statement.type === 'ExportNamedDeclaration' && child(statement, 'declaration') === undefined
}

function isDefaultExport(statement: Node): boolean {
  if (statement.type === 'ExportDefaultDeclaration') return true
  return list(statement, 'specifiers').some((each) => word(child(each, 'exported'), 'name') === 'default')
}

function checkNames(source: Source): Finding[] {
  const add = (line: number, sentence: string) => [{ file: source.path, line, rule: 'HOUSE-9', sentence }]
  const file = basename(source.path)
  const own = list(source.program, 'body')
    .filter((statement) => statement.type !== 'ImportDeclaration')
    .flatMap((statement) =>
      declaredBy(statement).flatMap((pattern) => namesOf(pattern).map((name) => ({ name, statement }))),
    )
  return [
    ...(emptyFileNames.test(file) ? add(1, `${file} says nothing: name the file after its subject`) : []),
    ...own
      .filter(({ name }) => emptyNames.test(name))
      .flatMap(({ name, statement }) =>
        add(lineOf(source, statement), `${name} says nothing: which noun, which verb?`),
      ),
  ]
}

/** Held to code and style sheets alike. */
export function checkFirstLine(file: TextFile): Finding[] {
  const lines = file.text.replace(/^#!.*\n/, '').split('\n')
  const first = /^(?:\/\/|\/\*+) ?(.*?)(?: ?\*\/)?$/.exec(lines[0] ?? '')?.[1]
  const skipped = file.text.startsWith('#!') ? 1 : 0
  if (first !== undefined && isSentence(first, lines.slice(1))) return []
  const sentence = 'the first line must be a comment: a sentence saying what the file is for'
  return [{ file: file.path, line: 1 + skipped, rule: 'HOUSE-10', sentence }]
}

/** Begins like a sentence and comes to a full stop, here or in the comment lines that follow. */
function isSentence(first: string, rest: readonly string[]): boolean {
  const end = rest.findIndex((line) => !/^(?:\/\/| ?\*)/.test(line))
  const all = [first, ...rest.slice(0, end === -1 ? rest.length : end)].join('\n')
  return /^[^a-z\s@]/.test(first) && first.trim().split(/\s+/).length >= 3 && /[.?!](?:\s|\*|\)|$)/.test(all)
}
