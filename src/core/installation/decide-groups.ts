// One link for several devices: within its number and its time, and never anybody's.

import type { RoleName } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant, later, seconds } from '../kit/time.ts'
import type { CommandNamed, InstallationEvent } from './commands.ts'
import { isFull, LINK_REFUSED, manyDevices, wrongName, wrongPost } from './decide-devices.ts'
import type { Group, InstallationState } from './installation.ts'

export const GROUP_DEVICES_MAX = 100
const DAY_MINUTES = 24 * 60
/** Of one that only shows: a card hangs through a run's four weeks. */
export const GROUP_MINUTES_MAX = 28 * DAY_MINUTES
/** Of one whose devices answer for somebody: who stays in the building knows the card by then, and so may others. */
export const ANSWERING_MINUTES_MAX = 7 * DAY_MINUTES
/** Links open at once. */
export const GROUPS_MAX = 50

/** What hangs on a wall may be read by whoever passes: a group link never calls, never runs the house, signs nobody in. */
export const groupRoles: readonly RoleName[] = ['dept', 'dresser', 'callboard']

export const minutesMaxFor = (roles: readonly string[]): number =>
  roles.every((role) => role === 'callboard') ? GROUP_MINUTES_MAX : ANSWERING_MINUTES_MAX

export const isOpen = ({ linkHash, joined, devicesMax, until }: Group, at: Instant): boolean =>
  linkHash !== null && joined < devicesMax && at < until

export function inviteGroup(
  state: InstallationState,
  { group, linkHash, post, devicesMax, minutes }: CommandNamed<'group.invite'>,
  at: Instant,
): Result<readonly InstallationEvent[]> {
  if (state.groups.some((one) => one.id === group)) return refused('invited', 'That link is there already.')
  if (state.groups.filter((one) => isOpen(one, at)).length >= GROUPS_MAX)
    return refused('many-links', `At most ${GROUPS_MAX} links for several devices are open at once.`)
  const { name, roles, department, place } = post
  const wrong = wrongName(name) ?? wrongPost({ roles, department, person: null }) ?? wrongGroup(roles)
  if (wrong) return refused('post', wrong)
  const daysMax = minutesMaxFor(roles) / DAY_MINUTES
  if (!isWithin(devicesMax, GROUP_DEVICES_MAX) || !isWithin(minutes, daysMax * DAY_MINUTES))
    return refused('bound', `This link is for at most ${GROUP_DEVICES_MAX} devices and ${daysMax} days.`)
  const until = later(at, seconds(minutes * 60))
  const body = { group, linkHash, roles, department, place, devicesMax, until }
  return accepted([{ type: 'group.invited', v: 1, body, detail: { name: name.trim() } }])
}

const wrongGroup = (roles: readonly RoleName[]): string | null =>
  roles.every((role) => groupRoles.includes(role))
    ? null
    : 'One link for several devices is for a department or a place only.'

const isWithin = (count: number, max: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= max

export function joinGroup(
  state: InstallationState,
  { group, linkHash, device, secretHash }: CommandNamed<'group.join'>,
  at: Instant,
): Result<readonly InstallationEvent[]> {
  const found = state.groups.find((one) => one.id === group)
  if (!found || found.linkHash !== linkHash || !isOpen(found, at)) return LINK_REFUSED
  if (isFull(state)) return manyDevices
  if (state.devices.some((one) => one.id === device)) return LINK_REFUSED
  return accepted([{ type: 'group.joined', v: 1, body: { device, group, secretHash } }])
}

export function revokeGroup(
  { groups, devices }: InstallationState,
  { group, devices: withDevices }: CommandNamed<'group.revoke'>,
): Result<readonly InstallationEvent[]> {
  const found = groups.find((one) => one.id === group)
  const inside = withDevices ? devices.filter((one) => one.group === group && one.revokedAt === null) : []
  if (!found || (found.linkHash === null && inside.length === 0))
    return refused('no-such-link', 'No such link is open.')
  return accepted([
    { type: 'group.revoked', v: 1, body: { group } },
    ...inside.map(({ id: device }) => ({ type: 'device.revoked', v: 1, body: { device } }) as const),
  ])
}

/** Those named that were not closed, however long ago they ended: the code that hangs there is good again. */
export function renewGroups(
  { groups }: InstallationState,
  { groups: named, devices, minutes }: CommandNamed<'group.renew'>,
  at: Instant,
): Result<readonly InstallationEvent[]> {
  const wanted = groups.filter((one) => one.linkHash !== null && named.includes(one.id))
  if (wanted.length === 0) return refused('no-such-link', 'No such link is open.')
  if (!isWithin(devices, GROUP_DEVICES_MAX) || !isWithin(minutes, GROUP_MINUTES_MAX))
    return refused(
      'bound',
      `A link is renewed for at most ${GROUP_DEVICES_MAX} devices and ${GROUP_MINUTES_MAX / DAY_MINUTES} days.`,
    )
  const others = groups.filter((one) => isOpen(one, at) && !named.includes(one.id))
  if (others.length + wanted.length > GROUPS_MAX)
    return refused('many-links', `At most ${GROUPS_MAX} links for several devices are open at once.`)
  return accepted(
    wanted.map(({ id: group, roles, joined, until: before }) => {
      const asked = later(at, seconds(60 * Math.min(minutes, minutesMaxFor(roles))))
      // One that is good for longer stays so.
      const until = instant(Math.max(asked, before))
      return { type: 'group.renewed', v: 1, body: { group, devicesMax: joined + devices, until } } as const
    }),
  )
}
