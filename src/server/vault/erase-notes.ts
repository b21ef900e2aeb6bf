// What lies sealed under an id that is somebody else’s now, taken out: a responder would read it as theirs.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openVaultStore, VAULT_FILE } from './store.ts'

export function eraseNotes(dataDir: string, people: readonly string[]): void {
  const file = join(dataDir, VAULT_FILE)
  if (people.length === 0 || !existsSync(file)) return
  const store = openVaultStore(file)
  try {
    store.erase(people)
  } finally {
    store.close()
  }
}
