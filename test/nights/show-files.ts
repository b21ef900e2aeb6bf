// The show files that tests read, and a way to change one value in them by its JSON pointer.

import { readFileSync } from 'node:fs'

export const showText = (name: 'little' | 'every-noun'): string =>
  readFileSync(new URL(`../fixtures/shows/${name}.json`, import.meta.url), 'utf8')

/** The same JSON with another value at the pointer; `undefined` takes the field out, a list position may be one past the end. */
export function withValue(text: string, pointer: string, value: unknown): string {
  const top: unknown = JSON.parse(text)
  const steps = pointer.split('/').slice(1)
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), top)
  if (!isRecord(parent)) throw new Error(`nothing lies at ${pointer}`)
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1)
  else if (value === undefined) delete parent[last]
  else parent[last] = value
  return JSON.stringify(top, null, 2)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
