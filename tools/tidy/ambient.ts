// The clock, dice and other ambient things (HOUSE-5), and waiting in core (HOUSE-6).

import type { Room } from '../room.ts'
import { freeReferences, type Reference } from './scopes.ts'
import {
  child,
  type Finding,
  flag,
  isFunction,
  lineOf,
  type Node,
  type Source,
  walk,
  word,
} from './source.ts'

/** Names through which a line could reach what its arguments did not give it. */
const ambientNames = new Set([
  ...['Date', 'performance', 'Temporal', 'crypto'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'clearTimeout', 'clearInterval'],
  ...['clearImmediate', 'requestAnimationFrame', 'requestIdleCallback', 'cancelAnimationFrame'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'BroadcastChannel', 'Worker', 'SharedWorker'],
  ...['process', 'console', 'globalThis', 'global', 'window', 'self', 'document', 'navigator', 'location'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'alert', 'confirm', 'prompt'],
  ...['require', 'eval', 'Function'],
])

const waitingTypes = new Set(['Promise', 'PromiseLike', 'AsyncIterable', 'AsyncGenerator', 'Awaited'])

export function checkAmbient(source: Source, room: Room): Finding[] {
  if (room.ambient) return []
  return freeReferences(source.program).flatMap((reference) => {
    const name = ambientName(reference)
    if (name === undefined) return []
    const sentence = `${room.path} may not name ${name}: take it as an argument`
    return [{ file: source.path, line: lineOf(source, reference.node), rule: 'HOUSE-5', sentence }]
  })
}

function ambientName({ name, node, above }: Reference): string | undefined {
  if (ambientNames.has(name)) return name
  const parent = above[0]
  const isObject = parent?.type === 'MemberExpression' && child(parent, 'object') === node
  const field = isObject
    ? word(child(parent, 'property'), flag(parent, 'computed') ? 'value' : 'name')
    : undefined
  // Arithmetic is free; taken apart or handed on whole, Math carries its dice along.
  const carriesDice = name === 'Math' && (field === undefined || field === 'random')
  return carriesDice ? 'Math.random' : undefined
}

export function checkWaiting(source: Source, room: Room): Finding[] {
  if (!room.path.startsWith('src/core/')) return []
  const findings: Finding[] = []
  const add = (node: Node, what: string) =>
    findings.push({
      file: source.path,
      line: lineOf(source, node),
      rule: 'HOUSE-6',
      sentence: `core never waits, and this is ${what}`,
    })
  walk(source.program, (node) => {
    if (isFunction(node) && flag(node, 'async')) add(node, 'an async function')
    if (node.type === 'AwaitExpression') add(node, 'an await')
    if (node.type === 'ForOfStatement' && flag(node, 'await')) add(node, 'a for await')
    const typeName = node.type === 'TSTypeReference' ? word(child(node, 'typeName'), 'name') : undefined
    if (typeName !== undefined && waitingTypes.has(typeName)) add(node, `the type ${typeName}`)
  })
  for (const { name, node } of freeReferences(source.program)) if (name === 'Promise') add(node, 'a Promise')
  return findings.sort((a, b) => a.line - b.line)
}
