// Telling keepers that a note was opened, without the house knowing who they are: it seals to a key whose secret half only they were given.

import { KEEPERS_MAX, KEEPERS_NEEDED, type OwnTelling } from '../core/vault/note.ts'
import { type Bytes, drawn, read, utf8, written } from './bytes.ts'
import { SECRET_BYTES, toDeviceBytes } from './lengths.ts'
import { handedKey, newDeviceKeys, newHandedKeys, openWith, publicKeyOf, sealTo } from './to-device.ts'

/** `key`: the house seals to it. `slots`: its secret half, sealed to each keeper; as many slots whoever was chosen. */
export type Telling = { readonly key: string; readonly slots: readonly string[] }

/** Of what is told, written down. */
export const TOLD_BYTES_MAX = 900
export const TOLD_SEALED_BYTES = toDeviceBytes(TOLD_BYTES_MAX)

/** No slot and nothing told says whose it is: they lie among everybody’s, and whoever has the key knows. */
const slotOf = { use: 'telling', person: '', to: '' } as const
const toldOf = { use: 'told', person: '', to: '' } as const

type Pair = Pick<OwnTelling, 'key' | 'secret'>

/** `before`: what was made for the same keepers; sealed anew it stays the same, so that they need not be handed it again. */
export async function tellingFor(
  keeperKeys: readonly string[],
  before: Pair | null,
): Promise<{ readonly telling: Telling; readonly pair: Pair }> {
  const made = before ?? (await fresh())
  const secret = read(made.secret, SECRET_BYTES) ?? drawn(SECRET_BYTES)
  const chosen = keeperKeys.length >= KEEPERS_NEEDED ? keeperKeys.slice(0, KEEPERS_MAX) : []
  const slots: string[] = []
  for (let at = 0; at < KEEPERS_MAX; at += 1) {
    const key = chosen[at]
    slots.push((key === undefined ? null : await sealTo(key, secret, slotOf)) ?? (await nobodysTellingSlot()))
  }
  return { telling: { key: made.key, slots }, pair: made }
}

async function fresh(): Promise<Pair> {
  const { key, secret } = await newHandedKeys()
  return { key, secret: written(secret) }
}

async function nobodysTellingSlot(): Promise<string> {
  const key = await publicKeyOf(await newDeviceKeys())
  return (await sealTo(key, drawn(SECRET_BYTES), slotOf)) ?? ''
}

/** Of whoever chose nobody: it looks as any other, and nobody has the secret half. */
export const nobodysTelling = async (): Promise<Telling> => (await tellingFor([], null)).telling

/** What of these slots is for this device: the secret halves of those who chose its person. */
export async function handedTo(keys: CryptoKeyPair, slots: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const slot of slots) {
    const secret = await openWith(keys, slot, { ...slotOf, length: SECRET_BYTES })
    if (secret !== null) found.push(written(secret))
  }
  return found
}

/** To as many bytes whatever is told, or that nothing is. */
export async function sealTold(key: string, told: string): Promise<string> {
  const plain: Bytes = new Uint8Array(TOLD_BYTES_MAX)
  const bytes = utf8(told)
  // Never cut short in the middle: what does not fit is not told at all rather than wrongly.
  if (bytes.length < TOLD_BYTES_MAX) plain.set(bytes)
  return (await sealTo(key, plain, toldOf)) ?? written(drawn(TOLD_SEALED_BYTES))
}

/** Those that one of these secret halves opens. */
export async function openTold(
  secrets: readonly string[],
  sealed: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const secret of secrets) {
    const bytes = read(secret, SECRET_BYTES)
    const key = bytes && (await handedKey(bytes))
    if (!key) continue
    for (const one of sealed) {
      const plain = await openWith(key, one, { ...toldOf, length: TOLD_BYTES_MAX })
      const end = plain?.indexOf(0) ?? -1
      if (plain && end > 0) found.push(new TextDecoder().decode(plain.slice(0, end)))
    }
  }
  return found
}
