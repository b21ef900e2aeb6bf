// Which names in a file are its own and which come from the surroundings: a parameter called `performance` is not the clock.

import { child, childrenOf, flag, isFunction, list, type Node, word } from './source.ts'

export type Reference = { readonly name: string; readonly node: Node; readonly above: readonly Node[] }

/** Value positions wrapped in type syntax; every other TS node holds types only. */
const typedValues = [
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
]

/** Every use of a name as a value that no declaration in the file explains. */
export function freeReferences(program: Node): Reference[] {
  const found: Reference[] = []
  const step = (node: Node, above: readonly Node[], scopes: readonly ReadonlySet<string>[]) => {
    if (node.type.startsWith('TS')) {
      const value = typedValues.includes(node.type) ? child(node, 'expression') : undefined
      if (value !== undefined) step(value, [node, ...above], scopes)
      return
    }
    if (node.type === 'Identifier') {
      const name = word(node, 'name') ?? ''
      if (isUse(node, above[0]) && !scopes.some((scope) => scope.has(name))) found.push({ name, node, above })
      return
    }
    const own = declaredIn(node)
    const inner = own.size > 0 ? [own, ...scopes] : scopes
    for (const part of childrenOf(node)) step(part, [node, ...above], inner)
  }
  step(program, [], [])
  return found
}

/** Names that hold inside this node. */
function declaredIn(node: Node): ReadonlySet<string> {
  const names = new Set<string>()
  const addPattern = (pattern: Node | undefined) => {
    for (const name of namesOf(pattern)) names.add(name)
  }
  if (isFunction(node)) {
    for (const parameter of list(node, 'params')) addPattern(parameter)
    addPattern(child(node, 'id'))
  } else if (node.type === 'CatchClause') {
    addPattern(child(node, 'param'))
  } else if (node.type === 'ClassExpression') {
    addPattern(child(node, 'id'))
  }
  for (const statement of statementsOf(node)) {
    for (const pattern of declaredBy(statement)) addPattern(pattern)
  }
  return names
}

/** The statements whose declarations hold throughout the node. `var` is read as if it were `let`: we have none. */
function statementsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
      return list(node, 'body')
    case 'SwitchStatement':
      return list(node, 'cases').flatMap((each) => list(each, 'consequent'))
    case 'ForStatement':
      return [child(node, 'init')].filter((each) => each !== undefined)
    case 'ForInStatement':
    case 'ForOfStatement':
      return [child(node, 'left')].filter((each) => each !== undefined)
    default:
      return []
  }
}

/** The patterns that a statement declares at its own level. */
export function declaredBy(statement: Node): readonly Node[] {
  const inner = child(statement, 'declaration')
  switch (statement.type) {
    case 'ImportDeclaration':
      return list(statement, 'specifiers').flatMap((each) => child(each, 'local') ?? [])
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return inner === undefined ? [] : declaredBy(inner)
    case 'VariableDeclaration':
      return list(statement, 'declarations').flatMap((each) => child(each, 'id') ?? [])
    default:
      return [child(statement, 'id')].filter((each) => each !== undefined)
  }
}

/** The names bound by a pattern: `{ a, b: [c] = [], ...rest }` binds a, c and rest. */
export function namesOf(pattern: Node | undefined): readonly string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [word(pattern, 'name') ?? '']
    case 'ObjectPattern':
      return list(pattern, 'properties').flatMap((each) =>
        namesOf(each.type === 'Property' ? child(each, 'value') : each),
      )
    case 'ArrayPattern':
      return list(pattern, 'elements').flatMap(namesOf)
    case 'AssignmentPattern':
      return namesOf(child(pattern, 'left'))
    case 'RestElement':
      return namesOf(child(pattern, 'argument'))
    default:
      return []
  }
}

/** Is this identifier read or called here, rather than naming a field, a label or a binding? */
function isUse(node: Node, parent: Node | undefined): boolean {
  if (parent === undefined) return true
  switch (parent.type) {
    case 'MemberExpression':
      return child(parent, 'object') === node || flag(parent, 'computed')
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'MethodDefinition':
      return child(parent, 'value') === node || flag(parent, 'computed')
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportAttribute':
    case 'ExportAllDeclaration':
      return false
    case 'ExportSpecifier':
      return child(parent, 'local') === node
    default:
      return true
  }
}
