// Notes that wait are kept on the device, so that a reload or a flat battery loses none.

import type { WireCommand } from '../../wire/messages.ts'
import type { Press } from './presses.ts'

const DATABASE = 'ghostlight'
const STORE = 'link'
const NOTES = 'notes'

/** `writtenAt`: by this device's clock of the day, since the running clock begins anew with each page. */
export type KeptNote = Pick<Press, 'id' | 'performance'> & {
  readonly command: Extract<WireCommand, { name: 'note.write' }>
  readonly writtenAt: number
}

/** Nothing where the browser keeps nothing: then notes live as long as the page. */
export async function loadNotes(): Promise<readonly KeptNote[]> {
  try {
    const store = await openStore('readonly')
    const told: unknown = await settled(store.get(NOTES))
    return Array.isArray(told) ? told.filter(isNote) : []
  } catch {
    return []
  }
}

export async function saveNotes(notes: readonly KeptNote[]): Promise<void> {
  try {
    const store = await openStore('readwrite')
    await settled(store.put(notes, NOTES))
  } catch {
    // As above: nothing more can be done, and the page still has them.
  }
}

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await settled(opening)
  return database.transaction(STORE, mode).objectStore(STORE)
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** What lies there may be from another version. */
function isNote(value: unknown): value is KeptNote {
  if (typeof value !== 'object' || value === null) return false
  // `as`: each field is looked at here before anybody uses it.
  const { id, performance, command, writtenAt } = value as Partial<Record<keyof KeptNote, unknown>>
  if (typeof id !== 'string' || typeof writtenAt !== 'number') return false
  if (performance !== null && typeof performance !== 'string') return false
  if (typeof command !== 'object' || command === null) return false
  return 'name' in command && command.name === 'note.write' && 'text' in command && 'department' in command
}
