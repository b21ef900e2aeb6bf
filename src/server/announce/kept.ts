// What of being reached outlives the server: the name it had, and the key that its devices' passes are made with.

import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `key`: base64url of 256 bits. Not in the record and in no copy of it: whoever has it can be any device, and can try
 * all codes for the stage door.
 */
export type KeptReach = {
  readonly key: string
  readonly name: string | null
  /** Somebody let other machines in once, and they are since. */
  readonly letsIn?: true
}

const FILE = 'reach.json'

/** What lies in the data folder; a new key where there is none, or where it cannot be read. */
export function readReach(dataDir: string): KeptReach {
  const found = readIn(dataDir)
  if (found) return found
  const made = { key: randomBytes(32).toString('base64url'), name: null }
  writeReach(dataDir, made)
  return made
}

/** Where it cannot be written, devices have to scan once more after the next start, and codes are given anew. */
export function writeReach(dataDir: string, kept: KeptReach): void {
  const file = join(dataDir, FILE)
  try {
    writeFileSync(`${file}-new`, JSON.stringify(kept), { mode: 0o600 })
    chmodSync(`${file}-new`, 0o600)
    renameSync(`${file}-new`, file)
  } catch {
    // As said above.
  }
}

/** From now on other machines come in, also after the next start. */
export const keepLettingIn = (dataDir: string): void =>
  writeReach(dataDir, { ...readReach(dataDir), letsIn: true })

/** A folder that is not there yet has let nobody in. */
export const letsIn = (dataDir: string): boolean => readIn(dataDir)?.letsIn === true

/** What codes for the stage door are kept with: another secret than the passes, from the same. */
export const doorKeyOf = ({ key }: KeptReach): string =>
  createHmac('sha256', key).update('codes for the stage door').digest('base64url')

function readIn(dataDir: string): KeptReach | null {
  try {
    const told: unknown = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))
    if (typeof told !== 'object' || told === null || !('key' in told) || !('name' in told)) return null
    const { key, name } = told
    if (typeof key !== 'string' || !/^[\w-]{43}$/.test(key)) return null
    return {
      ...{ key, name: typeof name === 'string' && /^[a-z0-9-]{1,63}$/.test(name) ? name : null },
      ...('letsIn' in told && told.letsIn === true ? { letsIn: true as const } : {}),
    }
  } catch {
    return null
  }
}
