// For keepers: the key of a note in parts, of which any two make it whole, and one says nothing at all.

import { combine, split } from 'shamir-secret-sharing'
import { KEEPERS_MAX, KEEPERS_NEEDED } from '../core/vault/note.ts'
import { type Bytes, drawn } from './bytes.ts'
import { SHARE_BYTES } from './lengths.ts'
import { newDeviceKeys, openWith, publicKeyOf, sealTo } from './to-device.ts'

/** The part itself and which of them it is. */

/** `keys`: of the keepers' own devices, none where nobody was chosen. As many slots whoever was, and nobody's name on any. */
export async function sealForKeepers(
  noteKey: Bytes,
  keys: readonly string[],
  person: string,
): Promise<readonly string[]> {
  const chosen = keys.length >= KEEPERS_NEEDED ? keys.slice(0, KEEPERS_MAX) : []
  const shares = chosen.length === 0 ? [] : await split(noteKey, chosen.length, KEEPERS_NEEDED)
  const slots: string[] = []
  for (let at = 0; at < KEEPERS_MAX; at += 1) {
    const share = shares[at]
    const key = chosen[at]
    const sealed = share && key ? await sealShare(key, new Uint8Array(share), person) : null
    slots.push(sealed ?? (await nobodysSlot(person)))
  }
  return slots
}

const sealShare = (key: string, share: Bytes, person: string) =>
  sealTo(key, share, { use: 'keeper', person, to: '' })

/** To a key that nobody has: it looks as any other. */
export async function nobodysSlot(person: string): Promise<string> {
  const key = await publicKeyOf(await newDeviceKeys())
  return (await sealShare(key, drawn(SHARE_BYTES), person)) ?? ''
}

/** This device's part, out of whichever slot it lies in; null where it is in none. */
export async function ownShare(
  keys: CryptoKeyPair,
  slots: readonly string[],
  person: string,
): Promise<Bytes | null> {
  const purpose = { use: 'keeper', person, to: '', length: SHARE_BYTES } as const
  for (const slot of slots) {
    const share = await openWith(keys, slot, purpose)
    if (share !== null) return share
  }
  return null
}

/** To the device of the other keeper, who asked first. */
export const passShare = (share: Bytes, key: string, person: string, to: string): Promise<string | null> =>
  sealTo(key, share, { use: 'share', person, to })

export const takeShare = (
  keys: CryptoKeyPair,
  sealed: string,
  person: string,
  to: string,
): Promise<Bytes | null> => openWith(keys, sealed, { use: 'share', person, to, length: SHARE_BYTES })

/** Two parts that do not belong together make some key or other, and it opens nothing. */
export async function joinShares(one: Bytes, other: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await combine([one, other]))
  } catch {
    return null
  }
}
