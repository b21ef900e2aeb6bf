// What a device says to the house of sealed notes, and is told: sealed bytes of fixed lengths, and who opened what.

import { z } from 'zod'
import type { Instant } from '../core/kit/time.ts'
import { parseSaid } from '../core/kit/turned-text.ts'
import { type Standing, standings } from '../core/vault/may-open.ts'
import { fieldNames, KEEPERS_MAX, sealedNames } from '../core/vault/note.ts'
import { OPENINGS_AT_ONCE_MAX, type OpeningSaid, ways } from '../core/vault/openings.ts'
import type { KeeperLine, Told } from '../core/vault/told.ts'
import { lettersOf } from '../sealing/bytes.ts'
import { BY_CODE_BYTES } from '../sealing/code.ts'
import { FIELD_SEALED_BYTES } from '../sealing/field.ts'
import {
  KEEPER_BYTES,
  PUBLIC_KEY_BYTES,
  SHARE_BYTES,
  SLOT_BYTES,
  toDeviceBytes,
  WRAP_BYTES,
} from '../sealing/lengths.ts'

import type { SealedNote } from '../sealing/sealed-note.ts'
import type { Telling } from '../sealing/telling.ts'

/** Every duty device of a house at once, and room. */
export const WRAPS_MAX = 200
export const VAULT_BYTES_MAX = 256 * 1024

export const vaultPaths = [
  'own',
  'keep',
  'remove',
  'duty',
  'opened',
  'ask',
  'look',
  'told',
  'keeping',
  'exposure',
] as const
export type VaultPath = (typeof vaultPaths)[number]

const letters = (bytes: number) =>
  z
    .string()
    .length(lettersOf(bytes))
    .regex(/^[\w-]+$/, 'base64url')
const id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w.:-]+$/, 'plain characters')
const key = letters(PUBLIC_KEY_BYTES)

const sealed = z.strictObject({
  fields: z.array(letters(FIELD_SEALED_BYTES)).length(sealedNames.length),
  byCode: letters(BY_CODE_BYTES),
  keepers: z.array(letters(KEEPER_BYTES)).length(KEEPERS_MAX),
})

const telling = z.strictObject({ key, slots: z.array(letters(SLOT_BYTES)).length(KEEPERS_MAX) })

const opening = z.strictObject({
  ...{ id: id.min(8), person: id, incident: id.nullable(), how: z.enum(ways) },
  fields: z.array(z.enum(fieldNames)).max(fieldNames.length),
  madeAt: z.number().min(-1e14).max(1e14),
  offline: z.boolean(),
})

const bodies = {
  own: z.strictObject({ key }),
  keep: z.strictObject({
    sealed,
    // A page of an earlier version has none, and then no keeper is told.
    telling: telling.optional(),
    wraps: z.array(z.strictObject({ device: id, sealed: letters(WRAP_BYTES) })).max(WRAPS_MAX),
  }),
  remove: z.strictObject({}),
  duty: z.strictObject({ key }),
  opened: z.strictObject({
    sentAt: z.number().min(-1e14).max(1e14),
    said: z.array(opening).min(1).max(OPENINGS_AT_ONCE_MAX),
  }),
  ask: z.strictObject({
    person: z.string().min(1).max(80),
    key,
    share: letters(toDeviceBytes(SHARE_BYTES)).nullable(),
  }),
  look: z.strictObject({ opening: id }),
  told: z.strictObject({}),
  keeping: z.strictObject({ key }),
  exposure: z.strictObject({ device: id }),
} as const satisfies Record<VaultPath, z.ZodType>

export type KeepBody = {
  readonly sealed: SealedNote
  readonly telling?: Telling | undefined
  readonly wraps: readonly Wrap[]
}
type Wrap = { readonly device: string; readonly sealed: string }
export type OpenedBody = { readonly sentAt: number; readonly said: readonly OpeningSaid[] }

export type VaultBody<Path extends VaultPath> = z.infer<(typeof bodies)[Path]>

export function readVaultBody<Path extends VaultPath>(
  path: Path,
  text: string,
): { readonly ok: true; readonly body: VaultBody<Path> } | { readonly ok: false; readonly what: string } {
  let value: unknown
  try {
    value = parseSaid(text)
  } catch {
    return { ok: false, what: 'not JSON' }
  }
  const parsed = bodies[path].safeParse(value)
  // `as`: the schema of this path has just said so.
  if (parsed.success) return { ok: true, body: parsed.data as VaultBody<Path> }
  const first = parsed.error.issues[0]
  return { ok: false, what: first ? `${first.path.join('.')}: ${first.message}` : 'something else' }
}

/** Where a note is sealed to: devices that may open it in an incident, by their names for the owner to read. */
type DutyDevice = {
  readonly device: string
  readonly name: string
  readonly key: string
  readonly as: Standing
}

type Keeper = { readonly person: string; readonly name: string; readonly key: string }

export type OwnAnswer = {
  readonly person: string
  readonly device: string
  readonly sealed: SealedNote
  readonly duty: readonly DutyDevice[]
  /** Whoever has opened this page on a phone of their own, and can be chosen. */
  readonly keepers: readonly Keeper[]
  readonly told: Told
  readonly timeZone: string
  /** When this house began to play the show it plays now; null where it plays none. */
  readonly begun: number | null
}

export type DutyPerson = {
  readonly person: string
  readonly name: string
  readonly sealed: SealedNote
  readonly wrap: string
}

export type DutyAnswer = {
  readonly device: string
  readonly as: Standing
  /** What this device’s function is written down to, where it takes command. */
  readonly name: string
  readonly now: Instant
  readonly until: Instant
  readonly people: readonly DutyPerson[]
  /** Open, the newest first; none of them says of whom it is. */
  readonly incidents: readonly { readonly id: string; readonly at: Instant; readonly place: string | null }[]
  readonly told: Told
  readonly timeZone: string
}

/** Two have asked. `share`: what the other one has passed on, sealed to this device. */
export type AskAnswer = {
  readonly person: string
  readonly sealed: SealedNote
  readonly other: { readonly device: string; readonly key: string }
  readonly device: string
  readonly share: string | null
}

/** The same for everybody: of each person of the company so many slots, and one that is told; whose is whose nobody reads off it. */
export type KeepingAnswer = {
  readonly slots: readonly string[]
  readonly told: readonly string[]
  readonly timeZone: string
}

/** What lies in one that is told. `more`: openings of before that there was no room for. */
export type KeeperTold = {
  readonly name: string
  readonly opened: readonly KeeperLine[]
  readonly more: number
}

const keeperTold = z.strictObject({
  name: z.string(),
  opened: z.array(
    z.strictObject({
      ...{ at: z.number(), by: z.string(), incidentAt: z.number().nullable() },
      ...{ how: z.enum(ways), as: z.enum(standings).nullable() },
    }),
  ),
  more: z.number(),
})

/** Null where it is none, or says that nothing was opened. */
export function readKeeperTold(text: string): KeeperTold | null {
  try {
    const parsed = keeperTold.safeParse(JSON.parse(text))
    // `as`: its times are instants of the house.
    return parsed.success && parsed.data.opened.length > 0 ? (parsed.data as unknown as KeeperTold) : null
  } catch {
    return null
  }
}

export type Exposure = { readonly held: readonly { readonly name: string; readonly until: Instant }[] }
