// Sealed to one device and to no other: HPKE (RFC 9180), to a key whose secret half never leaves that device.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { type Bytes, joined, read, utf8, written } from './bytes.ts'
import { PUBLIC_KEY_BYTES, toDeviceBytes } from './lengths.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

/** For what, of whom, to which device: all of it has to be the same where it is opened. */
export type Purpose = {
  readonly use: 'duty' | 'keeper' | 'share' | 'telling' | 'told'
  readonly person: string
  readonly to: string
}

const infoOf = ({ use, person, to }: Purpose): Bytes => utf8(`ghostlight ${use} 1|${person}|${to}`)

/** The secret half cannot be taken out, not even by our own pages. */
export const newDeviceKeys = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])

export const publicKeyOf = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
  written(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)))

/** A pair that is handed on: drawn where it is made, and to be sealed at once. */
export async function newHandedKeys(): Promise<{ readonly key: string; readonly secret: Bytes }> {
  const pair = await suite.kem.generateKeyPair()
  const [open, secret] = await Promise.all([
    suite.kem.serializePublicKey(pair.publicKey),
    suite.kem.serializePrivateKey(pair.privateKey),
  ])
  return { key: written(new Uint8Array(open)), secret: new Uint8Array(secret) }
}

/** Null where that is no secret half. */
export async function handedKey(secret: Bytes): Promise<CryptoKey | null> {
  try {
    return await suite.kem.deserializePrivateKey(secret.buffer)
  } catch {
    return null
  }
}

/** Null where that is no key. */
export async function sealTo(publicKey: string, plain: Bytes, purpose: Purpose): Promise<string | null> {
  const bytes = read(publicKey, PUBLIC_KEY_BYTES)
  if (bytes === null) return null
  try {
    const recipientPublicKey = await suite.kem.deserializePublicKey(bytes.buffer)
    const { ct, enc } = await suite.seal({ recipientPublicKey, info: infoOf(purpose).buffer }, plain.buffer)
    return written(joined(new Uint8Array(enc), new Uint8Array(ct)))
  } catch {
    return null
  }
}

/** Null where it is not for this device, not for this, or not whole. */
export async function openWith(
  keys: CryptoKeyPair | CryptoKey,
  sealed: string,
  { length, ...purpose }: Purpose & { readonly length: number },
): Promise<Bytes | null> {
  const bytes = read(sealed, toDeviceBytes(length))
  if (bytes === null) return null
  const [enc, ct] = [bytes.slice(0, PUBLIC_KEY_BYTES), bytes.slice(PUBLIC_KEY_BYTES)]
  try {
    const how = { recipientKey: keys, enc: enc.buffer, info: infoOf(purpose).buffer }
    return new Uint8Array(await suite.open(how, ct.buffer))
  } catch {
    return null
  }
}
