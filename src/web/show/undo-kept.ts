// What can be taken back and done again, kept through a reload of this page: which versions, and nothing of what is in them.

/** As many edits can be taken back. */
export const UNDO_MAX = 200
const KEY = 'ghostlight-book-undo'

type Done = { readonly before: string; readonly after: string }
export type Stacks = { readonly undo: readonly Done[]; readonly redo: readonly Done[] }

const none: Stacks = { undo: [], redo: [] }

/** What is no such list, or was written by another build, is none. */
export function stacksFrom(text: string | null): Stacks {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    if (typeof read !== 'object' || read === null || !('undo' in read) || !('redo' in read)) return none
    return { undo: donesOf(read.undo), redo: donesOf(read.redo) }
  } catch {
    return none
  }
}

const donesOf = (read: unknown): readonly Done[] =>
  Array.isArray(read) && read.every(isDone) ? read.slice(-UNDO_MAX) : []

const isVersion = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isDone = (value: unknown): value is Done =>
  typeof value === 'object' &&
  value !== null &&
  'before' in value &&
  'after' in value &&
  isVersion(value.before) &&
  isVersion(value.after)

/** With the page in view: another tab takes back its own, and a closed one nothing. */
export function readStacks(): Stacks {
  try {
    return stacksFrom(sessionStorage.getItem(KEY))
  } catch {
    return none
  }
}

export function keepStacks(stacks: Stacks): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stacks))
  } catch {
    // A browser that keeps nothing forgets it with the reload, as it did before.
  }
}
