// Whose note was erased, in a file of its own beside the record: applied again to every older copy before anybody is served.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export const ERASED_FILE = 'erased.json'
/** More people than a house has in its life. */
export const ERASED_MAX = 10_000

/** `age`: of the file of the notes once it was done. What is older has to be erased again; what is newer is new. */
export type Erased = { readonly person: string; readonly age: number; readonly at: number }

export function readErased(dataDir: string): readonly Erased[] {
  let found: unknown
  try {
    found = JSON.parse(readFileSync(join(dataDir, ERASED_FILE), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new Error(
      `${ERASED_FILE} in the data folder cannot be read, so nobody knows whose notes have to stay erased. Put it back from a copy, or remove it knowing that.`,
    )
  }
  return Array.isArray(found) ? found.filter(isErased) : []
}

function isErased(one: unknown): one is Erased {
  return typeof one === 'object' && one !== null && 'person' in one && 'age' in one && 'at' in one
}

/** On the disk before anything else is done: a crash in between erases twice, never not at all. */
export function addErased(dataDir: string, erased: readonly Erased[]): void {
  const people = new Set(erased.map(({ person }) => person))
  const all = [...readErased(dataDir).filter(({ person }) => !people.has(person)), ...erased]
  const file = join(dataDir, ERASED_FILE)
  const opened = openSync(`${file}-new`, 'w', 0o600)
  try {
    writeSync(opened, JSON.stringify(all.slice(-ERASED_MAX)))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(`${file}-new`, file)
}
