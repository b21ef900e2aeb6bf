// One device: invited by a link of its own, paired, named, sent to a screen, given its person, revoked.

import { type RoleName, roleNames, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { CommandNamed, InstallationEvent } from './commands.ts'
import type { Device, InstallationState, Post } from './installation.ts'
import { screensFor } from './screens.ts'

export const DEVICES_MAX = 2_000
/** Kept free for the machine’s own: however many phones there are, a desk can come in. */
export const DESKS_SPARE = 10
export const DEVICE_NAME_LENGTH_MAX = 60

type Decision = Result<readonly InstallationEvent[]>

export function invite(
  state: InstallationState,
  { device, linkHash, post }: CommandNamed<'device.invite'>,
  { byMachine }: { readonly byMachine: boolean },
): Decision {
  if (isFull(state, byMachine ? DESKS_SPARE : 0)) return manyDevices
  if (state.devices.some((one) => one.id === device))
    return refused('invited', 'That device is invited already.')
  const { name, ...rest } = post
  const wrong = wrongName(name) ?? wrongPost(post)
  if (wrong) return refused('post', wrong)
  return accepted([
    { type: 'device.invited', v: 1, body: { ...rest, device, linkHash }, detail: { name: name.trim() } },
  ])
}

export const isFull = ({ devices }: InstallationState, spare = 0): boolean =>
  devices.filter((one) => one.revokedAt === null).length >= DEVICES_MAX + spare

export const manyDevices = refused('many-devices', `An installation holds ${DEVICES_MAX} devices.`)

export function wrongName(name: string): string | null {
  if (name.trim() === '') return 'Give the device a name, so that it can be told from the others.'
  return name.trim().length > DEVICE_NAME_LENGTH_MAX
    ? `A device’s name holds ${DEVICE_NAME_LENGTH_MAX} characters.`
    : null
}

export function wrongPost({ roles, department, person }: Omit<Post, 'name' | 'place'>): string | null {
  if (roles.length === 0) return 'Say what the device is for.'
  if (!roles.every((role) => roleNames.includes(role))) return 'That role is not one of the written ones.'
  if (roles.includes('dept') && department === null) return 'Say which department the screen is for.'
  if (roles.includes('perf') && person === null) return 'Say whose phone it is.'
  return null
}

/** One for wrong, used, full, closed, revoked and unknown links: a guess learns nothing. */
export const LINK_REFUSED = refused(
  'link',
  'This link is not good any more. Ask the stage manager for a new one.',
)

export function pair(
  state: InstallationState,
  { device, linkHash, secretHash }: CommandNamed<'device.pair'>,
): Decision {
  const found = state.devices.find((one) => one.id === device)
  if (!found || found.revokedAt !== null || found.linkHash === null || found.linkHash !== linkHash) {
    return LINK_REFUSED
  }
  return accepted([{ type: 'device.paired', v: 1, body: { device, secretHash } }])
}

/** One that may come in, or could once its link is used. */
function known({ devices }: InstallationState, device: string): Device | null {
  return devices.find((one) => one.id === device && one.revokedAt === null) ?? null
}

const noSuchDevice = refused('no-such-device', 'No such device is paired.')

export function revoke(
  state: InstallationState,
  { device, left }: CommandNamed<'device.revoke'>,
  by: Viewer,
): Decision {
  const found = known(state, device)
  if (!found) return noSuchDevice
  // Whoever puts an old screen of their own away goes on with what they made.
  const isOwn = authorOf({ ...by, id: by.device }) === authorOf(found)
  const gone = [found, ...(isOwn ? [] : unusedLinksOf(state, found))]
  const whyOf = (one: Device) => (left === true && one === found ? { left } : {})
  return accepted(
    gone.map((one) => ({ type: 'device.revoked', v: 1, body: { device: one.id, ...whyOf(one) } }) as const),
  )
}

/** As the record names whoever pressed on it. */
export const authorOf = ({ id, person }: Pick<Device, 'id' | 'person'>): string => person ?? id

/** Links it made that nobody has used: whoever had it in their hands may have kept one. */
export const unusedLinksOf = ({ devices }: InstallationState, maker: Device): readonly Device[] =>
  devices.filter(
    (one) => one.linkHash !== null && one.revokedAt === null && one.invitedBy === authorOf(maker),
  )

export function rename(state: InstallationState, { device, to }: CommandNamed<'device.rename'>): Decision {
  const found = known(state, device)
  if (!found) return noSuchDevice
  const wrong = wrongName(to)
  if (wrong) return refused('post', wrong)
  const name = to.trim()
  if (name === found.name) return refused('named', 'That is its name already.')
  return accepted([{ type: 'device.renamed', v: 1, body: { device }, detail: { name } }])
}

export function redirect(
  state: InstallationState,
  { device, screen }: CommandNamed<'device.redirect'>,
  by: Viewer,
): Decision {
  const found = known(state, device)
  if (!found) return noSuchDevice
  // From there it could not send itself back, and it may be the only desk.
  if (by.device === device && screen !== null)
    return refused('itself', 'That is the screen you are pressing on: send it from another one.')
  if (screen !== null && !screensFor(found).includes(screen))
    return refused('screen', 'That screen is not for what this device was paired for.')
  if (screen === found.screen) return refused('redirected', 'It was sent there already.')
  return accepted([{ type: 'device.redirected', v: 1, body: { device, screen } }])
}

export function identify(state: InstallationState, { device }: CommandNamed<'device.identify'>): Decision {
  if (known(state, device)?.pairedAt == null) return noSuchDevice
  return accepted([{ type: 'device.identified', v: 1, body: { device } }])
}

/** Roles of a place rather than of a person. */
const ofPlaces: readonly RoleName[] = ['kiosk', 'callboard']

/** The explicit way in which a device that came by a group link becomes somebody's. */
export function give(
  state: InstallationState,
  { device, person, roles: theirs }: CommandNamed<'device.give'>,
): Decision {
  const found = known(state, device)
  if (found?.pairedAt == null) return noSuchDevice
  if (found.person === person) return refused('given', 'It is theirs already.')
  const wasPlaces = found.roles.every((role) => ofPlaces.includes(role))
  const roles: readonly RoleName[] = wasPlaces ? theirs : found.roles
  const place = wasPlaces ? null : found.place
  return accepted([{ type: 'device.given', v: 1, body: { device, person, roles, place } }])
}
