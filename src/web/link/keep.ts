// Kept on the device: presses that wait, so that a reload or a flat battery loses none; where else the server may be; tonight.

import { isLasting, type Lasting, type Press } from './presses.ts'
import { type Reach, readReach } from './reach.ts'

const DATABASE = 'ghostlight'
const STORE = 'link'
const NOTES = 'notes'
const REACH = 'reach'

/** `writtenAt`: by this device's clock of the day, since the running clock begins anew with each page. */
export type KeptNote = Pick<Press, 'id' | 'performance'> & {
  readonly command: Lasting
  readonly writtenAt: number
}

/** Nothing where the browser keeps nothing: then presses live as long as the page. */
export async function loadNotes(): Promise<readonly KeptNote[]> {
  const told = await readKept(NOTES)
  return Array.isArray(told) ? told.filter(isNote) : []
}

export const saveNotes = (notes: readonly KeptNote[]): Promise<boolean> => writeKept(NOTES, notes)

/** Where else the server may be found; null where nothing is kept. */
export const loadReach = async (): Promise<Reach | null> => readReach(await readKept(REACH))

export const saveReach = (reach: Reach | null): Promise<boolean> => writeKept(REACH, reach)

/** Null where nothing is kept under this name, or nothing at all. */
export async function readKept(name: string): Promise<unknown> {
  try {
    const store = await openStore('readonly')
    return (await settled<unknown>(store.get(name))) ?? null
  } catch {
    return null
  }
}

/** Null takes it away. False where the browser keeps nothing, or has no room: nothing more can be done here. */
export async function writeKept(name: string, value: unknown): Promise<boolean> {
  try {
    const store = await openStore('readwrite')
    // Room is counted when the transaction ends, not when it is asked.
    const done = ended(store.transaction)
    if (value === null) store.delete(name)
    else store.put(value, name)
    await done
    return true
  } catch {
    return false
  }
}

/** Whoever is signed off keeps nothing: not the night, not what waited, not where the house is. */
export async function forgetAll(): Promise<void> {
  try {
    const store = await openStore('readwrite')
    const done = ended(store.transaction)
    store.clear()
    await done
  } catch {
    // A browser that keeps nothing has nothing to forget.
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

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })

/** What lies there may be from another version. */
function isNote(value: unknown): value is KeptNote {
  if (typeof value !== 'object' || value === null) return false
  // `as`: each field is looked at here before anybody uses it.
  const { id, performance, command, writtenAt } = value as Partial<Record<keyof KeptNote, unknown>>
  if (typeof id !== 'string' || typeof writtenAt !== 'number') return false
  if (performance !== null && typeof performance !== 'string') return false
  if (typeof command !== 'object' || command === null || !('name' in command)) return false
  // Each of them is about something; that it can be done is the server's to say.
  return (
    isLasting({ name: command.name }) && ['text', 'task', 'person', 'who'].some((part) => part in command)
  )
}
