// A person signs in: on a phone of their own, or for a while on a tablet that others use. Who may let them, and within what.

import { type DeviceId, may, type RoleName, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, later, seconds } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { CommandNamed, InstallationEvent } from './commands.ts'
import { DEVICE_NAME_LENGTH_MAX, isFull, manyDevices, wrongPost } from './decide-devices.ts'
import type { Device, InstallationState } from './installation.ts'

/** On a shared tablet nobody stays signed in for longer, however busy they are: an evening with its get-out. */
export const GUEST_MS_MAX = 4 * 60 * 60_000
/** Nothing was touched for so long: whoever comes by next must not be taken for them. */
export const GUEST_IDLE_MS = 3 * 60_000
/** Of one person at once, phones and tablets together; one more and something is wrong, or forgotten somewhere. */
export const ENTERED_OF_ONE_MAX = 6

/** `on`: the shared tablet, and `until` when it ends there at the latest; null on a phone of their own. */
export type Entered = {
  readonly how: 'letters' | 'passkey'
  readonly on: DeviceId | null
  readonly until: Instant | null
}
/** By a touch, by not being touched, at the latest time there is. */
export type LeftBy = 'touch' | 'idle' | 'time'

type Decision = Result<readonly InstallationEvent[]>

/** Whoever lets people sign in gives them what the show engages them as; more only who may pair any screen. */
export function invitePerson(
  _state: InstallationState,
  { person, roles }: CommandNamed<'person.invite'>,
  by: Viewer,
): Decision {
  if (!may(by, 'let people sign in'))
    return refused('not-yours', 'Stage management and the company manager let people sign in.')
  const wrong = wrongPost({ roles, department: null, person })
  if (wrong) return refused('post', wrong)
  return accepted([{ type: 'person.invited', v: 1, body: { person, roles } }])
}

/** That letters were made for somebody, when and by which person or device: theirs to know. */
export type Invited = {
  readonly person: PersonId
  readonly at: Instant
  readonly by: string
  /** Under which number it is recorded, and for what; absent in what was kept before these were. */
  readonly seq?: number
  readonly roles?: readonly RoleName[]
}

/** Of one person; the record has all of them. Whoever makes many for others pushes nothing of theirs away. */
export const INVITED_HELD_MAX = 20
/** On their page for so long. */
export const INVITED_TOLD_MS = 30 * 24 * 60 * 60_000

export const withInvited = (before: readonly Invited[], one: Invited): readonly Invited[] => [
  ...before.filter(({ person }) => person !== one.person),
  ...[...before.filter(({ person }) => person === one.person), one].slice(-INVITED_HELD_MAX),
]

/** The newest first. */
export const invitedLately = (
  { invited = [] }: InstallationState,
  person: PersonId,
  now: Instant,
): readonly Invited[] =>
  invited.filter((one) => one.person === person && now - one.at < INVITED_TOLD_MS).toReversed()

/** What letters are good for that were recorded under this number, for this person; null where those were for somebody else. */
export const invitedAs = (
  { invited = [] }: InstallationState,
  person: PersonId,
  seq: number,
): readonly RoleName[] | null =>
  invited.find((one) => one.person === person && one.seq === seq)?.roles ?? null

/** Signed in by somebody and not out again. */
export const isEntered = ({ entered, revokedAt }: Device): boolean =>
  entered !== undefined && revokedAt === null

/** Who is signed in on this tablet just now. */
export const guestOn = ({ devices }: InstallationState, tablet: string): Device | null =>
  devices.find((one) => isEntered(one) && one.entered?.on === tablet) ?? null

/** A tablet or a desk that stands somewhere for whoever is there; what is somebody’s own is not shared. */
export const isShared = ({ person, pairedAt, revokedAt }: Device): boolean =>
  person === null && pairedAt !== null && revokedAt === null

export function enter(
  state: InstallationState,
  command: CommandNamed<'person.enter'>,
  { at, by }: { readonly at: Instant; readonly by: Viewer },
): Decision {
  const { device, person, roles, secretHash, how, on } = command
  if (state.devices.some((one) => one.id === device)) return refused('entered', 'That was done already.')
  const tablet = on === null ? null : state.devices.find((one) => one.id === on)
  if (on !== null && (by.device !== on || !tablet || !isShared(tablet)))
    return refused('not-shared', 'Nobody signs in on this device: it is somebody’s own.')
  const before = on === null ? null : guestOn(state, on)
  const others = state.devices.filter((one) => isEntered(one) && one.person === person && one !== before)
  if (others.length >= ENTERED_OF_ONE_MAX)
    return refused(
      'many-entered',
      `You are signed in on ${ENTERED_OF_ONE_MAX} devices already. Sign out on one, or ask the stage manager to remove one.`,
    )
  if (isFull(state)) return manyDevices
  const name = command.called.trim().slice(0, DEVICE_NAME_LENGTH_MAX)
  const until = on === null ? null : later(at, seconds(GUEST_MS_MAX / 1000))
  return accepted([
    ...(before ? [left(before.id, 'touch')] : []),
    {
      type: 'person.entered',
      v: 1,
      body: { device, person, roles, secretHash, how, on, until },
      detail: { name },
    },
  ])
}

const left = (device: DeviceId, why: LeftBy): InstallationEvent => ({
  type: 'person.left',
  v: 1,
  body: { device, why },
})

/** Everybody for themself; what nobody touched, the house. */
export function leave(
  state: InstallationState,
  { device, why }: CommandNamed<'person.leave'>,
  by: Viewer,
): Decision {
  const found = state.devices.find((one) => one.id === device)
  const isOwn = why === 'touch' ? by.device === device : by.device === 'machine'
  if (!found || !isEntered(found) || !isOwn) return refused('not-signed-in', 'Nobody is signed in here.')
  return accepted([left(device, why)])
}

/** Those whose time on a shared tablet is over, by when it was last touched. */
export const overdue = (
  { devices }: InstallationState,
  touchedAt: (device: DeviceId) => Instant,
  now: Instant,
): readonly { readonly device: DeviceId; readonly why: LeftBy }[] =>
  devices.flatMap((one): readonly { readonly device: DeviceId; readonly why: LeftBy }[] => {
    if (!isEntered(one) || one.entered?.on == null) return []
    const { until } = one.entered
    if (until !== null && now >= until) return [{ device: one.id, why: 'time' }]
    return now - touchedAt(one.id) >= GUEST_IDLE_MS ? [{ device: one.id, why: 'idle' }] : []
  })

/** What letters that somebody gives are good for: more than one’s own part only by whoever pairs screens. */
export const grantable = (
  by: Viewer,
  own: readonly RoleName[],
  asked: readonly RoleName[] | null,
): readonly RoleName[] => (asked !== null && may(by, 'pair devices') ? asked : own)
