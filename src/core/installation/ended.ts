// Which ways in have ended, kept beside the record: a copy from before knows nothing of that, and is put right when it is put back.

import type { PersonId } from '../show/show.ts'
import type { InstallationCommand } from './commands.ts'
import type { Device, InstallationState } from './installation.ts'

/** By their ids, the oldest first. */
export type Ended = {
  /** Devices that were removed, and whose person signed out. */
  readonly devices: readonly string[]
  /** Links of one device that somebody has used. */
  readonly used: readonly string[]
  /** Links of several that were closed. */
  readonly groups: readonly string[]
  /** Passkeys that are kept, and all that ever were. */
  readonly passkeys: { readonly kept: readonly string[]; readonly ended: readonly string[] }
  /** What each device that is in is known by now: hashes. What it was known by before is a copy’s. */
  readonly keys: Readonly<Record<string, string>>
}

/** Of each; more than a house has in its life. */
export const ENDED_MAX = 20_000

export const nothingEnded: Ended = {
  ...{ devices: [], used: [], groups: [], keys: {} },
  passkeys: { kept: [], ended: [] },
}

const joined = (before: readonly string[], now: readonly string[]): readonly string[] =>
  [...new Set([...before, ...now])].slice(-ENDED_MAX)

/** What has ended by now, with all that had before. */
export function endedBy(before: Ended, { devices, groups, passkeys = [] }: InstallationState): Ended {
  const kept = passkeys.map(({ id }) => id)
  const keys = devices.flatMap(({ id, revokedAt, secretHash }) =>
    revokedAt === null && secretHash !== null ? [[id, secretHash] as const] : [],
  )
  return {
    keys: Object.fromEntries(keys),
    devices: joined(
      before.devices,
      devices.filter(({ revokedAt }) => revokedAt !== null).map(({ id }) => id),
    ),
    used: joined(
      before.used,
      devices.filter(({ linkHash, pairedAt }) => linkHash === null && pairedAt !== null).map(({ id }) => id),
    ),
    groups: joined(
      before.groups,
      groups.filter(({ linkHash }) => linkHash === null).map(({ id }) => id),
    ),
    passkeys: {
      kept,
      ended: joined(
        before.passkeys.ended,
        before.passkeys.kept.filter((one) => !kept.includes(one)),
      ),
    },
  }
}

/** What a device was given since the copy counts, and nothing that it was known by before. */
const keysAgain = (
  { id: device, secretHash: was, revokedAt, keys: held }: Device,
  { keys, devices }: Ended,
): readonly Again[] => {
  const secretHash = Object.hasOwn(keys, device) ? keys[device] : undefined
  if (was === null || secretHash === undefined || revokedAt !== null || devices.includes(device)) return []
  // The record is the newer: the house went down before this could be written beside it.
  if (held?.before === secretHash || held?.dead.includes(secretHash)) return []
  const settle: Again = { command: { name: 'key.settle', device }, person: null }
  if (was === secretHash) return held?.before == null ? [] : [settle]
  return [
    { command: { name: 'key.turn', device, was, secretHash, early: true }, person: null },
    { command: { name: 'key.keep', device, secretHash }, person: null },
    settle,
  ]
}

type Again = { readonly command: InstallationCommand; readonly person: PersonId | null }

/** What an older copy has as good that ended since; `person`: whose passkeys they are. */
export function toEndAgain(
  { devices, groups, passkeys = [] }: InstallationState,
  ended: Ended,
): readonly Again[] {
  const [removed, used] = [new Set(ended.devices), new Set(ended.used)]
  const [closed, dropped] = [new Set(ended.groups), new Set(ended.passkeys.ended)]
  const owners = new Set(passkeys.filter(({ id }) => dropped.has(id)).map(({ person }) => person))
  return [
    ...devices
      .filter(
        ({ id, linkHash, revokedAt }) =>
          revokedAt === null && (removed.has(id) || (linkHash !== null && used.has(id))),
      )
      .map(({ id: device }): Again => ({ command: { name: 'device.revoke', device }, person: null })),
    ...groups
      .filter(({ id, linkHash }) => linkHash !== null && closed.has(id))
      .map(
        ({ id: group }): Again => ({
          command: { name: 'group.revoke', group, devices: false },
          person: null,
        }),
      ),
    ...devices.flatMap((one) => keysAgain(one, ended)),
    ...[...owners].map((person): Again => ({ command: { name: 'passkey.drop' }, person })),
  ]
}
