// Whether a passkey said what it must: which challenge, which page, which house, by a person who was there. Node’s own cryptography.

import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

export type Asked = { readonly challenge: string; readonly origin: string; readonly rpId: string }

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')

/** "webauthn.create", "webauthn.get". */
type Ceremony = 'webauthn.create' | 'webauthn.get'

function isFrom(clientData: Buffer, ceremony: Ceremony, { challenge, origin }: Asked): boolean {
  try {
    const said: unknown = JSON.parse(clientData.toString('utf8'))
    if (typeof said !== 'object' || said === null) return false
    const { type, challenge: told, origin: from, crossOrigin } = said as Record<string, unknown>
    return type === ceremony && told === challenge && from === origin && crossOrigin !== true
  } catch {
    return false
  }
}

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40
const HEAD_BYTES = 37
const AAGUID_BYTES = 16

/** Null where it is another house’s, or nobody was there, or nobody was asked who they are. */
function headOf(data: Buffer, rpId: string): { readonly flags: number; readonly counter: number } | null {
  if (data.length < HEAD_BYTES || !data.subarray(0, 32).equals(sha256(rpId))) return null
  const flags = data.readUInt8(32)
  if ((flags & PRESENT) === 0 || (flags & VERIFIED) === 0) return null
  return { flags, counter: data.readUInt32BE(33) }
}

/** What every authenticator makes: another exponent is either none (anybody could sign) or minutes of sums for the house. */
const RSA_EXPONENT = 65_537n
export const RSA_BITS = { min: 2_048, max: 4_096 }

/** Elliptic P-256 and RSA, which all of them can; anything else is not taken. */
export function keyOf(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: bytesOf(publicKey), format: 'der', type: 'spki' })
    const { namedCurve, modulusLength = 0, publicExponent } = key.asymmetricKeyDetails ?? {}
    if (key.asymmetricKeyType === 'ec') return namedCurve === 'prime256v1' ? key : null
    const isUsual = modulusLength >= RSA_BITS.min && modulusLength <= RSA_BITS.max
    return key.asymmetricKeyType === 'rsa' && isUsual && publicExponent === RSA_EXPONENT ? key : null
  } catch {
    return null
  }
}

export type Made = {
  readonly id: string
  readonly publicKey: string
  readonly clientData: string
  readonly authenticatorData: string
}

/**
 * The counter of a new one; null where it is none. Which make it is nobody is asked (attestation none): the person is
 * signed in already, and what they bring is theirs.
 */
export function readMade(made: Made, asked: Asked): number | null {
  const data = bytesOf(made.authenticatorData)
  const head = headOf(data, asked.rpId)
  if (!isFrom(bytesOf(made.clientData), 'webauthn.create', asked)) return null
  if (!head || (head.flags & ATTESTED) === 0 || keyOf(made.publicKey) === null) return null
  const at = HEAD_BYTES + AAGUID_BYTES
  if (data.length < at + 2) return null
  const id = data.subarray(at + 2, at + 2 + data.readUInt16BE(at))
  return id.length > 0 && id.equals(bytesOf(made.id)) ? head.counter : null
}

export type Shown = {
  readonly id: string
  readonly clientData: string
  readonly authenticatorData: string
  readonly signature: string
}

/** Its counter; null where it was not signed by this key for this question. */
export function readShown(shown: Shown, publicKey: string, asked: Asked): number | null {
  const [data, clientData] = [bytesOf(shown.authenticatorData), bytesOf(shown.clientData)]
  const head = headOf(data, asked.rpId)
  const key = keyOf(publicKey)
  if (!head || !key || !isFrom(clientData, 'webauthn.get', asked)) return null
  try {
    const signed = Buffer.concat([data, sha256(clientData)])
    return verify('sha256', signed, key, bytesOf(shown.signature)) ? head.counter : null
  } catch {
    return null
  }
}
