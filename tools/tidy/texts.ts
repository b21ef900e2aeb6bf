// Texts that a person reads outside the catalogue (HOUSE-22): in JSX, in what is read aloud, and as sentences in code.

import {
  child,
  type Finding,
  isTest,
  lineOf,
  list,
  literalText,
  type Node,
  type Source,
  walk,
  word,
} from './source.ts'

/** Still to be moved into the catalogue: this list only ever gets shorter. */
const notYetMoved: readonly string[] = []
/** A new screen keeps its texts together in one file until they move in one cut. */
const ownTexts = /-words\.ts$/

/** Attributes that are read, seen or spoken. */
const readAttributes = new Set([
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'aria-placeholder'],
  ...['title', 'placeholder', 'alt', 'label', 'word', 'words', 'sentence'],
])

/** Inside these a string is for whoever mends us, not for a reader. */
const notRead = new Set(['ThrowStatement', 'TSLiteralType', 'TSTypeReference'])

/** "Ghostlight" is a name. */
const isNoText = (text: string): boolean => !/\p{L}/u.test(text) || /^[\s·]*Ghostlight\s*$/.test(text)

export function checkTexts(source: Source): Finding[] {
  if (!isScreen(source.path)) return []
  const findings: Finding[] = []
  const add = (node: Node, text: string) => {
    const shown = text.trim().replaceAll(/\s+/g, ' ')
    const sentence = `“${shown}” is read by people: it belongs into the catalogue, src/words`
    const start = node.start + (node.type === 'JSXText' ? text.length - text.trimStart().length : 0)
    findings.push({ file: source.path, line: lineOf(source, { start }), rule: 'HOUSE-22', sentence })
  }
  walk(source.program, (node, above) => {
    const text = textOf(node)
    if (text === undefined || isNoText(text)) return
    if (isSeen(node, above) || isSentence(text, above)) add(node, text)
  })
  return findings
}

const isScreen = (path: string): boolean =>
  /^src\/web\/.*\.tsx?$/.test(path) &&
  !isTest(path) &&
  !ownTexts.test(path) &&
  !notYetMoved.some((folder) => path.startsWith(folder))

/** The words of a node, whatever kind it is; a template's fixed parts joined as they stand. */
function textOf(node: Node): string | undefined {
  if (node.type === 'JSXText') return word(node, 'value')
  if (node.type !== 'TemplateLiteral') return node.type === 'Literal' ? literalText(node)?.text : undefined
  return list(node, 'quasis')
    .map((quasi) => {
      const value: unknown = quasi['value']
      return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''
    })
    .join('0')
}

/** It stands on the screen as it is, or in an attribute that is read. */
function isSeen(node: Node, above: readonly Node[]): boolean {
  const holder = above.find((one) => !isChoice(one, node))
  if (holder?.type === 'JSXElement' || holder?.type === 'JSXFragment') return !isKey(holder)
  return holder?.type === 'JSXAttribute' && readAttributes.has(word(child(holder, 'name'), 'name') ?? '')
}

/** What only chooses between texts: `{early ? 'early' : 'late'}`. The test of a choice is not shown. */
function isChoice(node: Node, text: Node): boolean {
  if (node.type === 'JSXExpressionContainer' || node.type === 'ParenthesizedExpression') return true
  if (node.type === 'LogicalExpression') return true
  if (node.type !== 'ConditionalExpression') return false
  const test = child(node, 'test')
  return test === undefined || text.start < test.start || text.end > test.end
}

/** What a key is called stands on the key; a style is not read. */
const isKey = (element: Node): boolean => {
  const opening = child(element, 'openingElement')
  return ['KeyHint', 'kbd', 'style'].includes(word(child(opening ?? element, 'name'), 'name') ?? '')
}

/** Words with a space between them are a sentence, wherever they stand; not what is thrown, styled or drawn. */
function isSentence(text: string, above: readonly Node[]): boolean {
  if (!/\p{L}{2}[’',.:;…]* +[\p{L}0]/u.test(text)) return false
  return !above.some((one) => notRead.has(one.type) || isError(one) || isUnreadAttribute(one) || isStyle(one))
}

/** What an assertion says, and the rights by name: nobody reads them on a screen. */
const notSaid = new Set(['assert', 'may', 'sees'])

const isError = (node: Node): boolean =>
  (node.type === 'NewExpression' && /Error$/.test(word(child(node, 'callee'), 'name') ?? '')) ||
  (node.type === 'CallExpression' && notSaid.has(word(child(node, 'callee'), 'name') ?? ''))

const isStyle = (node: Node): boolean => node.type === 'JSXElement' && isKey(node)

const isUnreadAttribute = (node: Node): boolean =>
  node.type === 'JSXAttribute' && !readAttributes.has(word(child(node, 'name'), 'name') ?? '')
