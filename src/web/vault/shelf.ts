// What this device keeps of sealed notes: its own keys, its person’s code, and what lies ready. In the browser’s database, never sent.

const NAME = 'ghostlight-sealed'
const STORE = 'kept'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () => void asked.result.createObjectStore(STORE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

async function within<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const asked = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

export type Kept =
  | 'keys'
  | 'code'
  | 'sealed-for'
  | 'duty'
  | 'on-duty'
  | 'slots-tried'
  | 'handed'
  | 'sealed-spans'
  | 'confirmed-since'

/** `T`: what was put there under this name, on this device; null where nothing was. */
export const take = async <T>(name: Kept): Promise<T | null> =>
  ((await within('readonly', (store) => store.get(name))) as T | undefined) ?? null

export const put = async (name: Kept, value: unknown): Promise<void> =>
  void (await within('readwrite', (store) => store.put(value, name)))

export const empty = async (): Promise<void> => void (await within('readwrite', (store) => store.clear()))

export const drop = async (name: Kept): Promise<void> =>
  void (await within('readwrite', (store) => store.delete(name)))
