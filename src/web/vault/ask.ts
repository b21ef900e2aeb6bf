// Asking the house about sealed notes: what was asked for, or why not; null where it cannot be reached.

import { newDeviceKeys, publicKeyOf } from '../../sealing/to-device.ts'
import type { VaultPath } from '../../wire/vault.ts'
import { type Came, unreached } from '../answers/rounds.ts'
import { askHouse } from '../incident/rounds.ts'
import { put, take } from './shelf.ts'

export type Told<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly sentence: string }

/** `as`: our own server, which builds its answers from the same types. */
export async function askSealed<T>(path: VaultPath, body: object): Promise<Told<T> | null> {
  const said = await askHouse(`/api/sealed/${path}`, JSON.stringify(body))
  if (said === null) return null
  if (said.status === 200) return { ok: true, value: said.value as T }
  const { refusal } = said.value as { refusal?: { code?: string; sentence?: string } }
  return { ok: false, code: refusal?.code ?? '', sentence: refusal?.sentence ?? '' }
}

/** The same for a page that asks again and again. */
export async function cameSealed<T>(path: VaultPath, body: object): Promise<Came<T>> {
  const told = await askSealed<T>(path, body)
  if (told === null) return unreached
  if (told.ok) return { is: 'told', told: told.value }
  return { is: told.code === 'not-paired' ? 'out' : 'refused', sentence: told.sentence }
}

export type DeviceKeys = { readonly keys: CryptoKeyPair; readonly key: string }

/** Made once on this device, and never taken out of it. */
export async function deviceKeys(): Promise<DeviceKeys> {
  const kept = await take<CryptoKeyPair>('keys')
  const keys = kept ?? (await newDeviceKeys())
  if (kept === null) await put('keys', keys)
  return { keys, key: await publicKeyOf(keys) }
}

/** Sealing needs the browser’s own cryptography, which it gives to safe pages alone. */
export const canSeal = (): boolean => isSecureContext && 'subtle' in crypto
