// One part of a note under a key of its own: AES-256-GCM, the same number of bytes whatever stands in it, bound to person and part.

import { FIELD_BYTES_MAX, type SealedName } from '../core/vault/note.ts'
import { type Bytes, drawn, joined, read, utf8, written } from './bytes.ts'

/** What is sealed: two bytes for the length, the words, and noughts. */
const BLOCK_BYTES = 2 + FIELD_BYTES_MAX
const IV_BYTES = 12
const TAG_BYTES = 16
export const FIELD_SEALED_BYTES = IV_BYTES + BLOCK_BYTES + TAG_BYTES
export const KEY_BYTES = 32

/** Another person's, or another part's, does not open with it: both are in the key and beside the words. */
const bound = (person: string, name: SealedName): Bytes => utf8(`ghostlight sealed note 1|${person}|${name}`)

/** The key of one part, from the one key of all. */
export async function keyOf(noteKey: Bytes, person: string, name: SealedName): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', noteKey, 'HKDF', false, ['deriveBits'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: bound(person, name) }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, KEY_BYTES * 8))
}

const aes = (key: Bytes, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use])

/** Null where it is more than there is room for. */
export async function sealField(
  text: string,
  key: Bytes,
  { person, name }: { readonly person: string; readonly name: SealedName },
): Promise<string | null> {
  const words = utf8(text)
  if (words.length > FIELD_BYTES_MAX) return null
  const block = new Uint8Array(BLOCK_BYTES)
  block[0] = words.length >> 8
  block[1] = words.length & 0xff
  block.set(words, 2)
  return written(await sealBytes(block, key, bound(person, name)))
}

/** Null where it is not what was sealed: another person's, another part's, changed, or by another key. */
export async function openField(
  sealed: string,
  key: Bytes,
  { person, name }: { readonly person: string; readonly name: SealedName },
): Promise<string | null> {
  const bytes = read(sealed, FIELD_SEALED_BYTES)
  const block = bytes && (await openBytes(bytes, key, bound(person, name)))
  if (block === null) return null
  const length = ((block[0] ?? 0) << 8) | (block[1] ?? 0)
  return length > FIELD_BYTES_MAX ? null : new TextDecoder().decode(block.subarray(2, 2 + length))
}

export async function sealBytes(plain: Bytes, key: Bytes, beside: Bytes): Promise<Bytes> {
  const iv = drawn(IV_BYTES)
  const how = { name: 'AES-GCM', iv, additionalData: beside }
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt(how, await aes(key, 'encrypt'), plain)))
}

export async function openBytes(sealed: Bytes, key: Bytes, beside: Bytes): Promise<Bytes | null> {
  const how = { name: 'AES-GCM', iv: sealed.subarray(0, IV_BYTES), additionalData: beside }
  try {
    const plain = await crypto.subtle.decrypt(how, await aes(key, 'decrypt'), sealed.subarray(IV_BYTES))
    return new Uint8Array(plain)
  } catch {
    return null
  }
}

export const sealedBytes = (plain: number): number => IV_BYTES + plain + TAG_BYTES
