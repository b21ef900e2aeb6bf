// Which ways in have ended, kept beside the record: a copy from before knows nothing of that, and is put right when it is put back.

import type { PersonId } from '../show/show.ts'
import type { InstallationCommand } from './commands.ts'
import type { InstallationState } from './installation.ts'

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
}

/** Of each; more than a house has in its life. */
export const ENDED_MAX = 20_000

export const nothingEnded: Ended = { devices: [], used: [], groups: [], passkeys: { kept: [], ended: [] } }

const joined = (before: readonly string[], now: readonly string[]): readonly string[] =>
  [...new Set([...before, ...now])].slice(-ENDED_MAX)

/** What has ended by now, with all that had before. */
export function endedBy(before: Ended, { devices, groups, passkeys = [] }: InstallationState): Ended {
  const kept = passkeys.map(({ id }) => id)
  return {
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
    ...[...owners].map((person): Again => ({ command: { name: 'passkey.drop' }, person })),
  ]
}
