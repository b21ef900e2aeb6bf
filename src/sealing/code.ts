// The code a person holds: drawn, never chosen, so that nobody can guess it; it opens the note on another phone of theirs.

import { type Bytes, drawn, joined, read, utf8, written } from './bytes.ts'
import { KEY_BYTES, openBytes, sealBytes, sealedBytes } from './field.ts'

/** Without letters that are read for others. 16 of 32 letters are 80 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'
const CODE_LETTERS = 16
const SALT_BYTES = 16
/** OWASP's figure for PBKDF2 with SHA-256; the code alone is more than anybody tries out. */
const ROUNDS = 600_000
export const BY_CODE_BYTES = SALT_BYTES + sealedBytes(KEY_BYTES)

/** In groups of four, as it is written down. */
export function newCode(): string {
  const letters = [...drawn(CODE_LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('')
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** As somebody types it; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return letters.length === CODE_LETTERS && [...letters].every((one) => ALPHABET.includes(one))
    ? letters
    : null
}

const beside = (person: string): Bytes => utf8(`ghostlight code 1|${person}`)

async function keyFrom(code: string, salt: Bytes): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, KEY_BYTES * 8))
}

export async function sealByCode(noteKey: Bytes, code: string, person: string): Promise<string> {
  const salt = drawn(SALT_BYTES)
  const key = await keyFrom(readCode(code) ?? code, salt)
  return written(joined(salt, await sealBytes(noteKey, key, beside(person))))
}

export async function openByCode(sealed: string, code: string, person: string): Promise<Bytes | null> {
  const bytes = read(sealed, BY_CODE_BYTES)
  const typed = readCode(code)
  if (bytes === null || typed === null) return null
  const key = await keyFrom(typed, bytes.slice(0, SALT_BYTES))
  return openBytes(bytes.slice(SALT_BYTES), key, beside(person))
}
