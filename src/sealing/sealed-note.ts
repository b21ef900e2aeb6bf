// A whole note, sealed on the device of whoever leaves it, and opened on one that may: the house between them can do neither.

import { id } from '../core/kit/ids.ts'
import {
  type Audience,
  audiences,
  type Field,
  type FieldName,
  fieldNames,
  type Note,
  type OwnTelling,
  type SealedName,
  sealedNames,
  tellingOf,
} from '../core/vault/note.ts'
import { type Bytes, drawn, joined, written } from './bytes.ts'
import { BY_CODE_BYTES, sealByCode } from './code.ts'
import { FIELD_SEALED_BYTES, KEY_BYTES, keyOf, openField, sealField } from './field.ts'
import { nobodysSlot, sealForKeepers } from './keepers.ts'
import { BUNDLE_BYTES } from './lengths.ts'
import { type Telling, tellingFor } from './telling.ts'
import { openWith, sealTo } from './to-device.ts'

/** As the house keeps it: of as many bytes for whoever left nothing. */
export type SealedNote = {
  /** In the order of `sealedNames`. */
  readonly fields: readonly string[]
  readonly byCode: string
  readonly keepers: readonly string[]
}

/** The keys of all parts in a row. */

export type Sealing = {
  readonly person: string
  readonly code: string
  readonly keeperKeys: readonly string[]
}

export type Made = {
  readonly sealed: SealedNote
  readonly key: Bytes
  readonly telling: Telling
  /** As it lies sealed: with what its keepers are told by. */
  readonly note: Note
}

/** `key`: to seal it to devices with, and then to be forgotten. Null where a part is more than there is room for. */
export async function sealNote(note: Note, { person, code, keeperKeys }: Sealing): Promise<Made | null> {
  const key = drawn(KEY_BYTES)
  const fields: string[] = []
  const { telling, pair } = await tellingFor(keeperKeys, tellingOf(note))
  const own = keeperKeys.length === 0 ? null : { ...pair, keepers: note.keepers }
  for (const name of sealedNames) {
    const text = name === 'about' ? aboutOf(note.keepers, own) : textOf(note, name)
    const sealed = await sealField(text, await keyOf(key, person, name), { person, name })
    if (sealed === null) return null
    fields.push(sealed)
  }
  const byCode = await sealByCode(key, code, person)
  const sealed = { fields, byCode, keepers: await sealForKeepers(key, keeperKeys, person) }
  const { telling: _before, ...rest } = note
  return { sealed, key, telling, note: own === null ? rest : { ...rest, telling: own } }
}

const aboutOf = (keepers: Note['keepers'], telling: OwnTelling | null): string =>
  JSON.stringify(telling === null ? keepers : { keepers, telling })

/** Before keepers were told of openings it was their list alone. `as` throughout: sealed by this very code. */
function readAbout(text: string): Pick<Note, 'keepers' | 'telling'> {
  const about = JSON.parse(text) as readonly string[] | { keepers: readonly string[]; telling: OwnTelling }
  if (!('telling' in about)) return { keepers: about.map((one) => id<'person'>(one)) }
  return { keepers: about.keepers.map((one) => id<'person'>(one)), telling: about.telling }
}

function textOf({ fields }: Note, name: FieldName): string {
  const field = fields[name]
  return field === undefined || field.text === ''
    ? ''
    : JSON.stringify([field.audience, field.confirmedAt, field.text])
}

function fieldOf(text: string): Field | null {
  if (text === '') return null
  const [audience, confirmedAt, words] = JSON.parse(text) as [string, number, string]
  const known: Audience = audiences.find((one) => one === audience) ?? 'nobody'
  return { audience: known, confirmedAt, text: words }
}

/** With the one key of all: the owner's, by code; or two keepers'. Null where it is not the key. */
export async function openNote(sealed: SealedNote, key: Bytes, person: string): Promise<Note | null> {
  const keys = await Promise.all(sealedNames.map((name) => keyOf(key, person, name)))
  return openFields(sealed, keys, person, sealedNames)
}

async function openFields(
  { fields }: SealedNote,
  keys: readonly Bytes[],
  person: string,
  names: readonly SealedName[],
): Promise<Note | null> {
  const opened: Partial<Record<FieldName, Field>> = {}
  let [about, any]: [Pick<Note, 'keepers' | 'telling'>, boolean] = [{ keepers: [] }, false]
  for (const name of names) {
    const at = sealedNames.indexOf(name)
    const key = keys[at]
    const text = key ? await openField(fields[at] ?? '', key, { person, name }) : null
    if (text === null) continue
    any = true
    if (name === 'about') about = readAbout(text)
    else {
      const field = fieldOf(text)
      if (field !== null) opened[name] = field
    }
  }
  return any ? { fields: opened, ...about } : null
}

/** To a duty device: of what nobody is to read in an incident, it gets no key at all. */
export async function wrapFor(
  device: { readonly device: string; readonly key: string },
  { note, key, person }: { readonly note: Note; readonly key: Bytes; readonly person: string },
): Promise<string | null> {
  const keys: Bytes[] = []
  for (const name of sealedNames) {
    const closed = name === 'about' || note.fields[name]?.audience === 'nobody'
    keys.push(closed ? drawn(KEY_BYTES) : await keyOf(key, person, name))
  }
  return sealTo(device.key, joined(...keys), { use: 'duty', person, to: device.device })
}

/** On that device. Null where nothing can be opened there: nothing was left, or not for this device. */
export async function openWrapped(
  keys: CryptoKeyPair,
  {
    sealed,
    wrap,
    person,
    device,
  }: { readonly sealed: SealedNote; readonly wrap: string; readonly person: string; readonly device: string },
): Promise<Note | null> {
  const bundle = await openWith(keys, wrap, { use: 'duty', person, to: device, length: BUNDLE_BYTES })
  if (bundle === null) return null
  const parts = sealedNames.map((_, at) => bundle.slice(at * KEY_BYTES, (at + 1) * KEY_BYTES))
  return openFields(sealed, parts, person, fieldNames)
}

/** For whoever left nothing: drawn, of the same bytes, and nobody has a key to it. */
export async function nobodysNote(person: string): Promise<SealedNote> {
  const fields = sealedNames.map(() => written(drawn(FIELD_SEALED_BYTES)))
  const keepers = [await nobodysSlot(person), await nobodysSlot(person), await nobodysSlot(person)]
  return { fields, byCode: written(drawn(BY_CODE_BYTES)), keepers }
}

/** The same for a device. */
export const nobodysWrap = async (
  { device, key }: { readonly device: string; readonly key: string },
  person: string,
): Promise<string> => (await sealTo(key, drawn(BUNDLE_BYTES), { use: 'duty', person, to: device })) ?? ''
