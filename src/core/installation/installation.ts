// One house: which shows are published, which performance is tonight's, which devices may come in.

import type { DeviceId, RoleName, Viewer } from '../disclosure/policy.ts'
import { may } from '../disclosure/policy.ts'
import { type Id, id } from '../kit/ids.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { PerformanceKind } from '../show/kinds.ts'
import type { DepartmentId, EditionId, PersonId, PlaceId } from '../show/show.ts'
import {
  change,
  changeGroup,
  changesOf,
  withDevice,
  withEntered,
  withGroup,
  withoutGuest,
} from './apply-devices.ts'
import type { CommandNamed, InstallationCommand, InstallationEvent, PublishedShow } from './commands.ts'
import { give, identify, invite, pair, redirect, rename, revoke } from './decide-devices.ts'
import { inviteGroup, joinGroup, renewGroups, revokeGroup } from './decide-groups.ts'
import { type DoorCode, giveCodes, withCode } from './door-codes.ts'
import { installationTypes } from './event-types.ts'
import { EXPORTS_HELD_MAX, type ExportTaken } from './exports.ts'
import { accepts, decideKeys, type Keys, keysAfter } from './keys.ts'
import {
  countPasskey,
  dropPasskeys,
  keepPasskey,
  type Passkey,
  withoutPasskeysOf,
  withPasskeys,
} from './passkeys.ts'
import { type Entered, enter, type Invited, invitePerson, leave, withInvited } from './people.ts'
import { planned } from './planned.ts'
import { nextNumber, type Production, productionByTitle, productionOf } from './productions.ts'
import type { ScreenName } from './screens.ts'

export type PerformanceId = Id<'performance'>
export type GroupId = Id<'group'>

/** What a device will be once it is paired. */
export type Post = {
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly person: PersonId | null
  readonly department: DepartmentId | null
  readonly place: PlaceId | null
}

/** What the devices of a group link will be: nobody's, for it signs nobody in. */
export type GroupPost = Omit<Post, 'person'>

export type Device = Post & {
  readonly id: DeviceId
  /** Hex SHA-256 of the secret of its link; null once used, and where it came by a group's. */
  readonly linkHash: string | null
  /** Hex SHA-256 of the secret it carries; null until it is paired. */
  readonly secretHash: string | null
  readonly invitedAt: Instant
  readonly pairedAt: Instant | null
  readonly revokedAt: Instant | null
  /** The group link it came in by. */
  readonly group: GroupId | null
  /** The screen the desk sent it to; null for the one its post opens. */
  readonly screen: ScreenName | null
  /** When it was last asked to show its name. */
  readonly identifiedAt: Instant | null
  /** How its person signed in on it; absent where the desk paired it. */
  readonly entered?: Entered
  /** Who made its link, as the record has them: a person, else a device. Absent where that was a group’s, or was not kept. */
  readonly invitedBy?: string
  /** Absent until its key was first exchanged. */
  readonly keys?: Keys
  /** When a key of it that was replaced was last shown by somebody. */
  readonly copiedAt?: Instant
  /** The show in which it became somebody’s. `hasLeft`: it ended with their place in the company. */
  readonly production?: Production
  readonly hasLeft?: true
}

/** One link that lets several devices in, as many and as long as it says. */
export type Group = GroupPost & {
  readonly id: GroupId
  /** Null once it is closed. */
  readonly linkHash: string | null
  readonly devicesMax: number
  readonly until: Instant
  /** How many came in by it, those revoked since counted too. */
  readonly joined: number
  /** Who made it, as the record has them; absent where that was not kept. */
  readonly invitedBy?: string
}

export type PlannedPerformance = {
  readonly id: PerformanceId
  readonly number: number
  readonly show: string
  readonly title: string
  /** Absent in what was recorded before there were any, and where the show does not say: then by its title. */
  readonly production?: Production
  readonly edition: EditionId | null
  readonly curtainAt: Instant
  /** Absent: a show. */
  readonly kind?: PerformanceKind
}

/** `show` is the version it is played from; `revised` once that is not the one it was planned with. */
export type Performance = PlannedPerformance & {
  readonly production: Production
  readonly revised?: true | undefined
}

export type InstallationState = {
  readonly seq: number
  /** The newest version of the show: the next performance is planned from it. Null before there is one. */
  readonly published: (PublishedShow & { readonly production: Production }) | null
  readonly performances: readonly Performance[]
  readonly devices: readonly Device[]
  readonly groups: readonly Group[]
  /** For the stage door; absent where nobody was given one. */
  readonly codes?: readonly DoorCode[]
  /** What was taken out of the house in files, the newest last; absent where nothing was. */
  readonly exports?: readonly ExportTaken[]
  /** Letters that were made for somebody to sign in with; absent where none were. */
  readonly invited?: readonly Invited[]
  /** Absent where nobody made one. */
  readonly passkeys?: readonly Passkey[]
}

export const emptyInstallation: InstallationState = {
  seq: 0,
  published: null,
  performances: [],
  devices: [],
  groups: [],
}

export function decideInstallation(
  state: InstallationState,
  command: InstallationCommand,
  by: Viewer,
  at: Instant,
): Result<readonly InstallationEvent[]> {
  switch (command.name) {
    case 'performance.plan':
      return planPerformance(state, command, by)
    case 'show.publish':
      return publishShow(state, command, by)
    case 'performance.revise':
      return revise(state, command, by)
    case 'export.take':
      return takeExport(state, command, by)
    case 'device.pair':
      return pair(state, command)
    case 'group.join':
      return joinGroup(state, command, at)
    case 'code.give':
      return giveCodes(state, command, by)
    case 'person.invite':
      return invitePerson(state, command, by)
    case 'person.enter':
      return enter(state, command, { at, by })
    case 'person.leave':
      return leave(state, command, by)
    case 'passkey.keep':
      return keepPasskey(state, command, by)
    case 'passkey.use':
      return countPasskey(state, command)
    case 'passkey.drop':
      return dropPasskeys(state, by)
    case 'key.turn':
    case 'key.keep':
    case 'key.settle':
    case 'key.copied':
      return decideKeys(state, command, { at, by })
    default:
      return may(by, 'pair devices')
        ? decideHouse(state, command, { at, by })
        : refused('not-yours', 'A stage manager pairs devices.')
  }
}

/** What stage management and whoever runs the installation do with the devices of the house. */
function decideHouse(
  state: InstallationState,
  command: Exclude<
    InstallationCommand,
    {
      name:
        | `performance.${string}`
        | 'show.publish'
        | 'export.take'
        | 'device.pair'
        | 'group.join'
        | 'code.give'
        | `person.${string}`
        | `passkey.${string}`
        | `key.${string}`
    }
  >,
  { at, by }: { readonly at: Instant; readonly by: Viewer },
): Result<readonly InstallationEvent[]> {
  switch (command.name) {
    case 'device.invite':
      return invite(state, command, { byMachine: by.device === theMachine.device })
    case 'device.revoke':
      return revoke(state, command, by)
    case 'device.rename':
      return rename(state, command)
    case 'device.redirect':
      return redirect(state, command, by)
    case 'device.identify':
      return identify(state, command)
    case 'device.give':
      return give(state, command)
    case 'group.invite':
      return inviteGroup(state, command, at)
    case 'group.renew':
      return renewGroups(state, command, at)
    case 'group.revoke':
      return revokeGroup(state, command)
    default:
      return command satisfies never
  }
}

function planPerformance(
  state: InstallationState,
  { name: _name, ...performance }: CommandNamed<'performance.plan'>,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'open a performance')) return refused('not-yours', 'This device does not open performances.')
  if (state.performances.some((one) => one.id === performance.id)) {
    return refused('planned', 'That performance is planned already.')
  }
  const production = productionOf(state.performances, performance)
  const number = nextNumber(state.performances, production, performance.kind ?? 'show')
  return accepted([{ type: 'performance.planned', v: 1, body: { ...performance, production, number } }])
}

const notTheEditor = refused('not-yours', 'A stage manager edits the show.')

function publishShow(
  { published }: InstallationState,
  { name: _name, ...version }: CommandNamed<'show.publish'>,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'edit the show')) return notTheEditor
  const same = published?.show === version.show
  return accepted(same ? [] : [{ type: 'show.published', v: 1, body: version }])
}

function revise(
  { performances }: InstallationState,
  { name: _name, ...revised }: CommandNamed<'performance.revise'>,
  by: Viewer,
): Result<readonly InstallationEvent[]> {
  if (!may(by, 'edit the show')) return notTheEditor
  const known = performances.find((one) => one.id === revised.performance)
  if (!known) return refused('no-such-performance', 'There is no such performance.')
  return accepted(known.show === revised.show ? [] : [{ type: 'performance.revised', v: 1, body: revised }])
}

/** Whoever asks may have it: that was settled before it was made. */
function takeExport(
  { exports = [] }: InstallationState,
  { what }: CommandNamed<'export.take'>,
  { person, device }: Viewer,
): Result<readonly InstallationEvent[]> {
  const number = (exports.at(-1)?.number ?? 0) + 1
  return accepted([{ type: 'export.taken', v: 1, body: { number, what }, detail: { person, device } }])
}

export type LoggedInstallationEvent = {
  readonly seq: number
  readonly at: Instant
  /** Who pressed: a person, else a device. */
  readonly by: string
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Json | null
}

export function applyInstallation(
  state: InstallationState,
  logged: LoggedInstallationEvent,
): InstallationState {
  const { seq } = logged
  if (!installationTypes.has(logged.type) || logged.v !== 1) return { ...state, seq }
  // The log gives back what `decideInstallation` put in; only this version writes v 1.
  return { ...applied(state, logged as unknown as InstallationEvent, logged), seq }
}

function applied(
  state: InstallationState,
  event: InstallationEvent,
  { at, by, seq }: Pick<LoggedInstallationEvent, 'at' | 'by' | 'seq'>,
): InstallationState {
  switch (event.type) {
    case 'performance.planned':
      return planned(state, event.body)
    case 'show.published':
      return { ...state, published: { ...event.body, production: publishedAs(state, event.body.title) } }
    case 'performance.revised':
      return revisedIn(state, event.body)
    case 'export.taken': {
      const taken = { ...event.body, at, by: event.detail ?? null }
      return { ...state, exports: [...(state.exports ?? []), taken].slice(-EXPORTS_HELD_MAX) }
    }
    case 'device.invited':
    case 'group.joined':
      return withDevice(state, event, { at, by })
    case 'group.invited':
      return withGroup(state, event, by)
    case 'group.renewed': {
      const { group, devicesMax, until } = event.body
      return changeGroup(state, group, { devicesMax, until })
    }
    case 'group.revoked':
      return changeGroup(state, event.body.group, { linkHash: null })
    case 'code.given':
      return withCode(state, event)
    case 'person.invited':
      return { ...state, invited: withInvited(state.invited ?? [], { ...event.body, at, by, seq }) }
    case 'person.entered':
      return withEntered(state, event, at)
    case 'person.left':
      return withoutGuest(state, event, at)
    case 'passkey.kept':
    case 'passkey.counted':
    case 'passkey.dropped':
      return withPasskeys(state, event)
    case 'device.revoked':
      return withoutPasskeysOf(
        change(state, event.body.device, changesOf(event, at, state)),
        event.body.device,
      )
    case 'key.turned':
    case 'key.kept':
    case 'key.settled':
    case 'key.copied': {
      const device = state.devices.find((one) => one.id === event.body.device)
      if (!device) return state
      const next = change(state, device.id, keysAfter(device, event, at))
      return event.type === 'key.copied' && event.body.stopped ? withoutPasskeysOf(next, device.id) : next
    }
    default:
      return change(state, event.body.device, changesOf(event, at, state))
  }
}

/** A version is one of the show that was there, whatever it is called now. */
const publishedAs = ({ published, performances }: InstallationState, title: string): Production =>
  published?.production ?? productionByTitle(performances, title)

const revisedIn = (
  state: InstallationState,
  { performance, ...version }: Extract<InstallationEvent, { type: 'performance.revised' }>['body'],
): InstallationState => ({
  ...state,
  performances: state.performances.map((one) =>
    one.id === performance ? { ...one, ...version, revised: true } : one,
  ),
})

/** Tonight's performance: the newest one planned. */
export const currentPerformance = (state: InstallationState): Performance | null =>
  state.performances.at(-1) ?? null

/** Who a paired device is, or null where it may not come in. */
export function viewerOf(state: InstallationState, device: string, secretHash: string): Viewer | null {
  const found = state.devices.find((one) => one.id === device)
  return found && found.revokedAt === null && accepts(found, secretHash) ? asViewer(found) : null
}

export const asViewer = (device: Omit<Post, 'name'> & { readonly id: DeviceId }): Viewer => ({
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
