// What each event makes of one device, and of the link that several came in by.

import type { DeviceId } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { InstallationEvent } from './commands.ts'
import { tonightsProduction } from './door-codes.ts'
import type { Device, Group, GroupId, InstallationState } from './installation.ts'

export type OfOneDevice = Exclude<
  InstallationEvent,
  {
    type:
      | 'performance.planned'
      | 'show.published'
      | 'performance.revised'
      | 'export.taken'
      | 'device.invited'
      | 'group.joined'
      | 'group.invited'
      | 'group.renewed'
      | 'group.revoked'
      | 'code.given'
      | 'person.invited'
      | 'person.entered'
      | 'person.left'
      | `key.${string}`
      | `passkey.${string}`
  }
>

export function changesOf(event: OfOneDevice, at: Instant, state: InstallationState): Partial<Device> {
  switch (event.type) {
    case 'device.paired':
      return { secretHash: event.body.secretHash, linkHash: null, pairedAt: at }
    case 'device.revoked':
      return {
        ...{ revokedAt: at, secretHash: null, linkHash: null },
        ...(event.body.left === true ? { hasLeft: true } : {}),
      }
    case 'device.renamed':
      return { name: event.detail?.name ?? NAMELESS }
    case 'device.redirected':
      return { screen: event.body.screen }
    case 'device.identified':
      return { identifiedAt: at }
    case 'device.given': {
      const { person, roles, place } = event.body
      return { person, roles, place, screen: null, ...ofShow(state, person) }
    }
    default:
      return event satisfies never
  }
}

/** What is left of a name that was erased. */
const NAMELESS = 'a device'

const unused: Pick<Device, 'secretHash' | 'pairedAt' | 'revokedAt' | 'screen' | 'identifiedAt'> = {
  secretHash: null,
  pairedAt: null,
  revokedAt: null,
  screen: null,
  identifiedAt: null,
}

export function withDevice(
  state: InstallationState,
  event: Extract<InstallationEvent, { type: 'device.invited' | 'group.joined' }>,
  { at, by: invitedBy }: { readonly at: Instant; readonly by: string },
): InstallationState {
  if (event.type === 'device.invited') {
    const { device, ...post } = event.body
    const name = event.detail?.name ?? NAMELESS
    const invited: Device = { ...post, ...unused, id: device, name, group: null, invitedAt: at, invitedBy }
    return { ...state, devices: [...state.devices, { ...invited, ...ofShow(state, post.person) }] }
  }
  const { device, group, secretHash } = event.body
  const found = state.groups.find((one) => one.id === group)
  if (!found) return state
  const { roles, department, place } = found
  const joined = found.joined + 1
  const name = `${found.name} · ${joined}`
  const post = { name, roles, department, place, person: null, group, linkHash: null }
  const paired: Device = { ...post, ...unused, id: device, secretHash, invitedAt: at, pairedAt: at }
  return changeGroup({ ...state, devices: [...state.devices, paired] }, group, { joined })
}

/** In which show somebody’s is theirs: the same id in another may be somebody else. */
const ofShow = (state: InstallationState, person: PersonId | null): Pick<Device, 'production'> =>
  person === null ? {} : { production: tonightsProduction(state) }

export function withGroup(
  state: InstallationState,
  { body, detail }: Extract<InstallationEvent, { type: 'group.invited' }>,
  invitedBy: string,
): InstallationState {
  const { group, ...rest } = body
  const invited: Group = { ...rest, id: group, name: detail?.name ?? NAMELESS, joined: 0, invitedBy }
  return { ...state, groups: [...state.groups, invited] }
}

export const change = (
  state: InstallationState,
  device: DeviceId,
  to: Partial<Device>,
): InstallationState => ({
  ...state,
  devices: state.devices.map((one) => (one.id === device ? { ...one, ...to } : one)),
})

export const changeGroup = (
  state: InstallationState,
  group: GroupId,
  to: Partial<Group>,
): InstallationState => ({
  ...state,
  groups: state.groups.map((one) => (one.id === group ? { ...one, ...to } : one)),
})

/** Guests of tablets who have left, kept for whoever asks who was there; the oldest make way. */
export const GUESTS_KEPT_MAX = 100

export function withoutGuest(
  state: InstallationState,
  { body: { device } }: Extract<InstallationEvent, { type: 'person.left' }>,
  at: Instant,
): InstallationState {
  const { devices } = change(state, device, { revokedAt: at, secretHash: null })
  const gone = devices.filter(({ entered, revokedAt }) => entered?.on != null && revokedAt !== null)
  const forgotten = new Set(gone.slice(0, -GUESTS_KEPT_MAX))
  return { ...state, devices: forgotten.size === 0 ? devices : devices.filter((one) => !forgotten.has(one)) }
}

/** A person’s own device, or theirs for a while on a tablet that others use. */
export function withEntered(
  state: InstallationState,
  { body, detail }: Extract<InstallationEvent, { type: 'person.entered' }>,
  at: Instant,
): InstallationState {
  const { device, person, roles, secretHash, how, on, until } = body
  const post = { name: detail?.name ?? NAMELESS, roles, person, department: null, place: null }
  const entered = { how, on, until }
  const came: Device = {
    ...{ ...post, ...unused, id: device, group: null, linkHash: null, secretHash },
    ...{ invitedAt: at, pairedAt: at, entered, ...ofShow(state, person) },
  }
  return { ...state, devices: [...state.devices, came] }
}
