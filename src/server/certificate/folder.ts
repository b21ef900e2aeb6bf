// Where the authority and the server's certificate lie in the data folder; nobody else on the machine may read the keys.

import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pair } from './issue.ts'

export const FOLDER_NAME = 'certificate'
const OWNER_ONLY = 0o600
const FOLDER_OWNER_ONLY = 0o700

export type Whose = 'authority' | 'server'

const files = (dataDir: string, whose: Whose) => ({
  certificate: join(dataDir, FOLDER_NAME, `${whose}.pem`),
  key: join(dataDir, FOLDER_NAME, `${whose}-key.pem`),
})

export const hasAuthority = (dataDir: string): boolean => existsSync(files(dataDir, 'authority').certificate)

/** Null where there is none. What cannot be read is thrown, for a new one would have to be trusted anew. */
export function readPair(dataDir: string, whose: Whose): Pair | null {
  const { certificate, key } = files(dataDir, whose)
  if (!existsSync(certificate)) return null
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
}

/** The key first: a certificate that lies there has its key. */
export function writePair(dataDir: string, whose: Whose, pair: Pair): void {
  const folder = join(dataDir, FOLDER_NAME)
  mkdirSync(folder, { recursive: true, mode: FOLDER_OWNER_ONLY })
  chmodSync(folder, FOLDER_OWNER_ONLY)
  const { certificate, key } = files(dataDir, whose)
  writeWhole(key, pair.key)
  writeWhole(certificate, pair.certificate)
}

/** Beside it and then in its place: half a key is none. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: OWNER_ONLY })
  chmodSync(`${file}.new`, OWNER_ONLY)
  renameSync(`${file}.new`, file)
}
