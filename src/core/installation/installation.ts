// One house: which shows are published, which performance is tonight's, which devices may come in.

import type { DeviceId, RoleName, Viewer } from '../disclosure/policy.ts'
import { may, roleNames } from '../disclosure/policy.ts'
import { type Id, id } from '../kit/ids.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { DepartmentId, EditionId, PersonId, PlaceId } from '../show/show.ts'

export type PerformanceId = Id<'performance'>

export const DEVICES_MAX = 2_000
export const DEVICE_NAME_LENGTH_MAX = 60

/** What a device will be once it is paired. */
export type Post = {
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly person: PersonId | null
  readonly department: DepartmentId | null
  readonly place: PlaceId | null
}

export type Device = Post & {
  readonly id: DeviceId
  /** Hex SHA-256 of the secret of its link; null once used. */
  readonly linkHash: string | null
  /** Hex SHA-256 of the secret it carries; null until it is paired. */
  readonly secretHash: string | null
  readonly invitedAt: Instant
  readonly pairedAt: Instant | null
  readonly revokedAt: Instant | null
}

export type Performance = {
  readonly id: PerformanceId
  readonly number: number
  readonly show: string
  readonly title: string
  readonly edition: EditionId | null
  readonly curtainAt: Instant
}

export type InstallationState = {
  readonly seq: number
  readonly performances: readonly Performance[]
  readonly devices: readonly Device[]
}

export const emptyInstallation: InstallationState = { seq: 0, performances: [], devices: [] }

type Event<Type extends string, Body, Detail = undefined> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
} & (Detail extends undefined ? { readonly detail?: undefined } : { readonly detail: Detail })

type WithoutName = Omit<Post, 'name'> & { readonly device: DeviceId; readonly linkHash: string }

export type InstallationEvent =
  | Event<'performance.planned', Performance>
  // A device's name may hold a person's: it is the part that can be erased.
  | Event<'device.invited', WithoutName, { readonly name: string }>
  | Event<'device.paired', { readonly device: DeviceId; readonly secretHash: string }>
  | Event<'device.revoked', { readonly device: DeviceId }>

export type InstallationCommand =
  | ({ readonly name: 'performance.plan' } & Omit<Performance, 'number'>)
  | {
      readonly name: 'device.invite'
      readonly device: DeviceId
      readonly linkHash: string
      readonly post: Post
    }
  | {
      readonly name: 'device.pair'
      readonly device: DeviceId
      readonly linkHash: string
      readonly secretHash: string
    }
  | { readonly name: 'device.revoke'; readonly device: DeviceId }

export function decideInstallation(
  state: InstallationState,
  command: InstallationCommand,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  switch (command.name) {
    case 'performance.plan':
      return planPerformance(state, command, by)
    case 'device.invite':
      return invite(state, command, by)
    case 'device.pair':
      return pair(state, command)
    case 'device.revoke':
      return revoke(state, command.device, by)
    default:
      return command satisfies never
  }
}

function planPerformance(
  state: InstallationState,
  { name: _name, ...performance }: Extract<InstallationCommand, { name: 'performance.plan' }>,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'open a performance')) return refused('not-yours', 'This device does not open performances.')
  if (state.performances.some((one) => one.id === performance.id)) {
    return refused('planned', 'That performance is planned already.')
  }
  const number = 1 + state.performances.filter((one) => one.title === performance.title).length
  return accepted([{ type: 'performance.planned', v: 1, body: { ...performance, number } }])
}

function invite(
  state: InstallationState,
  { device, linkHash, post }: Extract<InstallationCommand, { name: 'device.invite' }>,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'pair devices')) return refused('not-yours', 'A stage manager pairs devices.')
  if (state.devices.filter((one) => one.revokedAt === null).length >= DEVICES_MAX)
    return refused('many-devices', `An installation holds ${DEVICES_MAX} devices.`)
  if (state.devices.some((one) => one.id === device))
    return refused('invited', 'That device is invited already.')
  const { name, ...rest } = post
  const wrong = wrongPost(post)
  if (wrong) return refused('post', wrong)
  return accepted([
    { type: 'device.invited', v: 1, body: { ...rest, device, linkHash }, detail: { name: name.trim() } },
  ])
}

function wrongPost({ name, roles, department, person }: Post): string | null {
  if (name.trim() === '') return 'Give the device a name, so that it can be told from the others.'
  if (name.length > DEVICE_NAME_LENGTH_MAX)
    return `A device’s name holds ${DEVICE_NAME_LENGTH_MAX} characters.`
  if (roles.length === 0) return 'Say what the device is for.'
  if (!roles.every((role) => roleNames.includes(role))) return 'That role is not one of the written ones.'
  if (roles.includes('dept') && department === null) return 'Say which department the screen is for.'
  if (roles.includes('perf') && person === null) return 'Say whose phone it is.'
  return null
}

/** One for wrong, used, revoked and unknown links: a guess learns nothing. */
export const LINK_REFUSED = refused(
  'link',
  'This link is not good any more. Ask the stage manager for a new one.',
)

function pair(
  state: InstallationState,
  { device, linkHash, secretHash }: Extract<InstallationCommand, { name: 'device.pair' }>,
): Result<readonly InstallationEvent[]> {
  const found = state.devices.find((one) => one.id === device)
  if (!found || found.revokedAt !== null || found.linkHash === null || found.linkHash !== linkHash) {
    return LINK_REFUSED
  }
  return accepted([{ type: 'device.paired', v: 1, body: { device, secretHash } }])
}

function revoke(
  state: InstallationState,
  device: DeviceId,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'pair devices')) return refused('not-yours', 'A stage manager revokes devices.')
  const found = state.devices.find((one) => one.id === device)
  if (!found || found.revokedAt !== null) return refused('no-such-device', 'No such device is paired.')
  return accepted([{ type: 'device.revoked', v: 1, body: { device } }])
}

export type LoggedInstallationEvent = {
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Json | null
}

const types: ReadonlySet<string> = new Set<InstallationEvent['type']>([
  'performance.planned',
  'device.invited',
  'device.paired',
  'device.revoked',
])

export function applyInstallation(
  state: InstallationState,
  logged: LoggedInstallationEvent,
): InstallationState {
  const { seq, at } = logged
  if (!types.has(logged.type) || logged.v !== 1) return { ...state, seq }
  // The log gives back what `decideInstallation` put in; only this version writes v 1.
  const event = logged as unknown as InstallationEvent
  switch (event.type) {
    case 'performance.planned':
      return { ...state, seq, performances: [...state.performances, event.body] }
    case 'device.invited': {
      const { device, ...post } = event.body
      const name = event.detail?.name ?? 'a device'
      const invited: Device = {
        ...post,
        id: device,
        name,
        secretHash: null,
        invitedAt: at,
        pairedAt: null,
        revokedAt: null,
      }
      return { ...state, seq, devices: [...state.devices, invited] }
    }
    case 'device.paired':
      return change(state, seq, event.body.device, {
        secretHash: event.body.secretHash,
        linkHash: null,
        pairedAt: at,
      })
    case 'device.revoked':
      return change(state, seq, event.body.device, { revokedAt: at, secretHash: null, linkHash: null })
    default:
      return event satisfies never
  }
}

const change = (
  state: InstallationState,
  seq: number,
  device: DeviceId,
  to: Partial<Device>,
): InstallationState => ({
  ...state,
  seq,
  devices: state.devices.map((one) => (one.id === device ? { ...one, ...to } : one)),
})

/** Tonight's performance: the newest one planned. */
export const currentPerformance = (state: InstallationState): Performance | null =>
  state.performances.at(-1) ?? null

/** Who a paired device is, or null where it may not come in. */
export function viewerOf(state: InstallationState, device: string, secretHash: string): Viewer | null {
  const found = state.devices.find((one) => one.id === device)
  if (!found || found.revokedAt !== null || found.secretHash === null) return null
  if (found.secretHash !== secretHash) return null
  return asViewer(found)
}

export const asViewer = (device: Device): Viewer => ({
  device: device.id,
  roles: device.roles,
  person: device.person,
  department: device.department,
  place: device.place,
})

/** The machine itself, before any device is paired: it may plan, pair and nothing else. */
export const theMachine: Viewer = {
  device: id<'device'>('machine'),
  roles: ['SM', 'admin'],
  person: null,
  department: null,
  place: null,
}
