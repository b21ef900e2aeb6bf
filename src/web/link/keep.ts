// Kept on the device: notes that wait, so that a reload or a flat battery loses none, and where else the server may be.

import type { WireCommand } from '../../wire/messages.ts'
import type { Press } from './presses.ts'
import { type Reach, readReach } from './reach.ts'

const DATABASE = 'ghostlight'
const STORE = 'link'
const NOTES = 'notes'
const REACH = 'reach'

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

/** Where else the server may be found; null where nothing is kept. */
export async function loadReach(): Promise<Reach | null> {
  try {
    const store = await openStore('readonly')
    return readReach(await settled<unknown>(store.get(REACH)))
  } catch {
    return null
  }
}

export async function saveReach(reach: Reach | null): Promise<void> {
  try {
    const store = await openStore('readwrite')
    if (reach === null) await settled(store.delete(REACH))
    else await settled(store.put(reach, REACH))
  } catch {
    // As above.
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
