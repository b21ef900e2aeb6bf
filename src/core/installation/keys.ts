// What a device is known by is exchanged while it lives: a new key beside the old one, until the new one has been seen.

import { type DeviceId, may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { CommandNamed, InstallationEvent } from './commands.ts'
import { unusedLinksOf } from './decide-devices.ts'
import type { Device, InstallationState } from './installation.ts'

/** A key is good for about half a day; a copy of one no longer than that and a day. */
export const KEY_MS = 12 * 60 * 60_000
/**
 * After the new one was seen: a browser that is killed before it wrote its cookies down comes back with the old one. They
 * write them down within half a minute.
 */
export const KEY_GRACE_MS = 15 * 60_000
/** Asked for, and never seen: answers that were lost on the way. The oldest make way. */
export const KEYS_ASKED_MAX = 3
/** Remembered so that whoever shows one is known for a copy; what is older is nobody. */
export const KEYS_DEAD_MAX = 8
/** Told of a copy again no sooner. */
export const COPIED_AGAIN_MS = 60 * 60_000

/** Hex SHA-256 of secrets, beside the one that counts. */
export type Keys = {
  /** The one before, while it is still good. */
  readonly before: string | null
  /** New ones, each with the one that asked for it. */
  readonly asked: readonly { readonly hash: string; readonly by: string }[]
  readonly dead: readonly string[]
  /** Since when the one that counts does. */
  readonly since: Instant | null
}

const noKeys: Keys = { before: null, asked: [], dead: [], since: null }
const keysOf = ({ keys }: Device): Keys => keys ?? noKeys

/** Whether this device comes in by it. */
export const accepts = (device: Device, hash: string): boolean =>
  device.secretHash !== null && (device.secretHash === hash || alsoGood(device).includes(hash))

/** The one before, and those that were asked for. */
export function alsoGood(device: Device): readonly string[] {
  const { before, asked } = keysOf(device)
  return [...(before === null ? [] : [before]), ...asked.map(({ hash }) => hash)]
}

export const isAskedFor = (device: Device, hash: string): boolean =>
  keysOf(device).asked.some((one) => one.hash === hash)

/** It was good once, and another took its place that has been seen since: two hold what one was given. */
export const isCopy = (device: Device, hash: string): boolean => keysOf(device).dead.includes(hash)

const isDue = (device: Device, at: Instant): boolean =>
  at - (keysOf(device).since ?? device.pairedAt ?? at) >= KEY_MS

/** Those whose old key has been good for long enough. */
export const toSettle = ({ devices }: InstallationState, now: Instant): readonly DeviceId[] =>
  devices
    .filter((one) => one.revokedAt === null && keysOf(one).before !== null)
    .filter((one) => now - (keysOf(one).since ?? now) >= KEY_GRACE_MS)
    .map(({ id }) => id)

type Decision = Result<readonly InstallationEvent[]>
export type KeyCommand = CommandNamed<'key.turn' | 'key.keep' | 'key.settle' | 'key.copied'>

const notDue = refused('not-due', 'This device’s key is still good.')

export function decideKeys(
  state: InstallationState,
  command: KeyCommand,
  { at, by }: { readonly at: Instant; readonly by: Viewer },
): Decision {
  const found = state.devices.find((one) => one.id === command.device && one.revokedAt === null)
  if (!found || (by.device !== found.id && by.device !== 'machine')) return notDue
  const body = { device: found.id }
  switch (command.name) {
    case 'key.turn': {
      const { was, secretHash, early = false } = command
      // With the old one although a new one was seen: the new one is lost, and this is the only way on.
      const isLost = keysOf(found).before === was
      if (!accepts(found, was) || !(isLost || early || isDue(found, at))) return notDue
      return accepted([{ type: 'key.turned', v: 1, body: { ...body, secretHash, by: was } }])
    }
    case 'key.keep':
      if (!isAskedFor(found, command.secretHash)) return notDue
      return accepted([{ type: 'key.kept', v: 1, body: { ...body, secretHash: command.secretHash } }])
    case 'key.settle':
      if (keysOf(found).before === null) return notDue
      return accepted([{ type: 'key.settled', v: 1, body }])
    case 'key.copied': {
      if (!isCopy(found, command.secretHash)) return notDue
      if (found.copiedAt !== undefined && at - found.copiedAt < COPIED_AGAIN_MS) return notDue
      // Nobody is sent away from where the show is called: stage management decides about that one.
      const stopped = !may({ ...found, device: found.id }, 'call the show')
      const links = stopped ? unusedLinksOf(state, found) : []
      return accepted([
        { type: 'key.copied', v: 1, body: { ...body, stopped } },
        ...links.map((one) => ({ type: 'device.revoked', v: 1, body: { device: one.id } }) as const),
      ])
    }
    default:
      return command satisfies never
  }
}

type KeyEvent = Extract<InstallationEvent, { type: 'key.turned' | 'key.kept' | 'key.settled' | 'key.copied' }>

export function keysAfter(device: Device, event: KeyEvent, at: Instant): Partial<Device> {
  const keys = keysOf(device)
  switch (event.type) {
    case 'key.turned': {
      const { secretHash: hash, by } = event.body
      return { keys: { ...keys, asked: [...keys.asked, { hash, by }].slice(-KEYS_ASKED_MAX) } }
    }
    case 'key.kept':
      return kept(device, event.body.secretHash, at)
    case 'key.settled':
      return { keys: { ...keys, before: null, dead: died(keys, keys.before) } }
    case 'key.copied':
      return event.body.stopped
        ? { copiedAt: at, revokedAt: at, secretHash: null, keys: noKeys }
        : { copiedAt: at }
    default:
      return event satisfies never
  }
}

const died = ({ dead }: Keys, ...more: readonly (string | null)[]): readonly string[] =>
  [...dead, ...more.filter((one) => one !== null)].slice(-KEYS_DEAD_MAX)

/** It was seen, so it counts; whoever asked for it is the one before, and all others are nobody’s any more. */
function kept(device: Device, hash: string, at: Instant): Partial<Device> {
  const keys = keysOf(device)
  const before = keys.asked.find((one) => one.hash === hash)?.by ?? null
  const others = [device.secretHash, keys.before, ...keys.asked.map((one) => one.hash)]
  const dead = died(keys, ...others.filter((one) => one !== before && one !== hash))
  return { secretHash: hash, keys: { before, asked: [], dead, since: at } }
}
