// Who imports whom: every way one file can name another, held against the floor plan (HOUSE-1 to HOUSE-3).

import { posix } from 'node:path'
import type { Room } from '../room.ts'
import {
  child,
  type Finding,
  isTest,
  lineAt,
  lineOf,
  list,
  literalText,
  type Node,
  type Source,
  type TextFile,
  walk,
  word,
} from './source.ts'

export type Import = {
  /** As written; undefined when it is worked out at run time and cannot be read. */
  readonly specifier: string | undefined
  readonly line: number
  /** A type-only import is gone at run time. */
  readonly atRunTime: boolean
  /** A worker or a module named by address: it must lie in the same room. */
  readonly byAddress: boolean
}

/** What tests may import on top of their room's row. */
const testPackages = ['vitest', 'fast-check']

export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  const add = (node: Node, named: Node | undefined, atRunTime: boolean, byAddress = false) => {
    const text = literalText(named)
    const specifier = text?.whole === true ? text.text : undefined
    found.push({ specifier, line: lineOf(source, node), atRunTime, byAddress })
  }
  walk(source.program, (node) => {
    const named = child(node, 'source')
    switch (node.type) {
      case 'ImportDeclaration':
        // `import { type A }` still loads the file; only `import type` is gone at run time.
        add(node, named, word(node, 'importKind') !== 'type')
        break
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (named !== undefined) add(node, named, word(node, 'exportKind') !== 'type')
        break
      case 'ImportExpression':
        add(node, named, true)
        break
      case 'TSImportType':
        add(node, named ?? child(node, 'argument'), false)
        break
      case 'TSExternalModuleReference':
        add(node, child(node, 'expression'), true)
        break
      case 'CallExpression':
        if (isImportMetaGlob(node)) add(node, undefined, true)
        break
      case 'NewExpression': {
        const address = moduleAddress(node)
        if (address !== undefined) add(node, address, true, true)
        break
      }
    }
  })
  return found
}

/** The imports and font files that a style sheet names. */
export function importsOfStyles(file: TextFile): Import[] {
  const text = file.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return [...text.matchAll(/@import\s+(?:url\()?\s*['"]?([^'")\s;]+)|\burl\(\s*['"]?([^'")]+)/g)]
    .map((match) => ({
      specifier: match[1] ?? match[2],
      line: lineAt(file.text, match.index),
      atRunTime: false,
      byAddress: false,
    }))
    .filter(({ specifier }) => !/^(?:data:|#)/.test(specifier ?? ''))
}

/** The file that an import names, relative to the root; undefined for packages. */
export function targetOf(from: string, specifier: string): string | undefined {
  const path = specifier.replace(/[?#].*$/, '')
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : undefined
}

/** The room of the longest path that the file lies under. */
export function roomOf(path: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter((room) => liesUnder(path, room.path))
    .reduce<Room | undefined>(
      (best, room) => (best === undefined || room.path.length > best.path.length ? room : best),
      undefined,
    )
}

export function checkImports(
  file: TextFile,
  imports: readonly Import[],
  rooms: readonly Room[],
): readonly Finding[] {
  const room = roomOf(file.path, rooms)
  if (room === undefined) {
    const sentence = 'lies in no room: add a row to tools/rooms.ts, or move it where it belongs'
    return [{ file: file.path, line: 1, rule: 'HOUSE-1', sentence }]
  }
  return imports.flatMap((each): Finding[] => {
    const finding = (rule: string, sentence: string) => [{ file: file.path, line: each.line, rule, sentence }]
    if (each.specifier === undefined) {
      return finding('HOUSE-2', 'imports something worked out at run time: name the file as plain text')
    }
    const target = targetOf(file.path, each.specifier)
    if (target === undefined) {
      const name = packageOf(each.specifier)
      if (mayUse(room, name, file.path)) return []
      return finding('HOUSE-3', `${room.path} may not use the package ${name}`)
    }
    const complaint = complaintAbout(target, file.path, room, rooms, each.byAddress)
    return complaint === undefined ? [] : finding('HOUSE-2', complaint)
  })
}

function complaintAbout(
  target: string,
  from: string,
  room: Room,
  rooms: readonly Room[],
  byAddress: boolean,
): string | undefined {
  if (isTest(target) && !isTest(from)) return `what ships may not import the test ${target}`
  const there = roomOf(target, rooms)
  if (byAddress) {
    return there === room ? undefined : `starts ${target}, but a worker stays within its room ${room.path}`
  }
  if (there === undefined) {
    const testSupport = isTest(from) && liesUnder(target, 'test')
    return testSupport ? undefined : `imports ${target}, which lies in no room`
  }
  if (there === room || room.rooms.some((granted) => liesUnder(target, granted))) return undefined
  return `${room.path} may not import ${there.path}`
}

function mayUse(room: Room, name: string, from: string): boolean {
  if (room.packages.includes(name)) return true
  return isTest(from) && (testPackages.includes(name) || name.startsWith('node:'))
}

/** `@scope/name/part` is the package `@scope/name`; of Node's own modules every part stands alone. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

const liesUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** The first argument of `new URL('./x.ts', import.meta.url)`, where it names code. */
function moduleAddress(node: Node): Node | undefined {
  if (word(child(node, 'callee'), 'name') !== 'URL') return undefined
  const [address, base] = list(node, 'arguments')
  const text = literalText(address)?.text ?? ''
  const fromHere = base?.type === 'MemberExpression' && child(base, 'object')?.type === 'MetaProperty'
  return fromHere && /^\.{1,2}\/.*\.[mc]?[jt]sx?$/.test(text) ? address : undefined
}

function isImportMetaGlob(node: Node): boolean {
  const callee = child(node, 'callee')
  if (callee?.type !== 'MemberExpression') return false
  return (
    child(callee, 'object')?.type === 'MetaProperty' && word(child(callee, 'property'), 'name') === 'glob'
  )
}
