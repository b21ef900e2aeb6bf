// What is asked of an installation, and what is recorded of it.

import type { DeviceId, RoleName } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import type { DepartmentId, PersonId, PlaceId } from '../show/show.ts'
import type { KeptCode } from './door-codes.ts'
import type { ExportKind, ExportTaken } from './exports.ts'
import type { GroupId, GroupPost, PerformanceId, PlannedPerformance, Post } from './installation.ts'
import type { KeptPasskey } from './passkeys.ts'
import type { Entered, LeftBy } from './people.ts'
import type { Production } from './productions.ts'
import type { ScreenName } from './screens.ts'

type Event<Type extends string, Body, Detail = undefined> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
} & (Detail extends undefined ? { readonly detail?: undefined } : { readonly detail: Detail })

/** A device's name may hold a person's: it is the part that can be erased. */
type Named = { readonly name: string }
type WithoutName = Omit<Post, 'name'> & { readonly device: DeviceId; readonly linkHash: string }
type Of<Body = object> = { readonly device: DeviceId } & Body

/** A version of a show, by the hash of its text. */
export type PublishedShow = { readonly show: string; readonly title: string }

export type InstallationEvent =
  /** `recalled`: long since played; the house had lost that it was planned, and its own record still said it. */
  | Event<'performance.planned', PlannedPerformance & { readonly recalled?: true }>
  | Event<'show.published', PublishedShow>
  /** Something of it went out of the house in a file. */
  | Event<
      'export.taken',
      { readonly number: number; readonly what: ExportKind },
      NonNullable<ExportTaken['by']>
    >
  /** That performance is played from this version from now on; its own record says so too, and said so first. */
  | Event<'performance.revised', { readonly performance: PerformanceId } & PublishedShow>
  | Event<'device.invited', WithoutName, Named>
  | Event<'device.paired', Of<{ readonly secretHash: string }>>
  /** `left`: because whose it was is not of the company any more. */
  | Event<'device.revoked', Of<{ readonly left?: true }>>
  | Event<'device.renamed', Of, Named>
  | Event<'device.redirected', Of<{ readonly screen: ScreenName | null }>>
  | Event<'device.identified', Of>
  /** With the roles it has from then on: a place's screen that becomes somebody's is no place's any more. */
  | Event<
      'device.given',
      Of<{ readonly person: PersonId; readonly roles: readonly RoleName[]; readonly place: PlaceId | null }>
    >
  | Event<
      'group.invited',
      {
        readonly group: GroupId
        readonly linkHash: string
        readonly roles: readonly RoleName[]
        readonly department: DepartmentId | null
        readonly place: PlaceId | null
        readonly devicesMax: number
        readonly until: Instant
      },
      Named
    >
  | Event<'group.joined', Of<{ readonly group: GroupId; readonly secretHash: string }>>
  /** By the same code, for as many devices as had come and so many more. */
  | Event<'group.renewed', { readonly group: GroupId; readonly devicesMax: number; readonly until: Instant }>
  | Event<'group.revoked', { readonly group: GroupId }>
  /** For the stage door. What is kept of the code is the part that can be erased; then there is none. */
  | Event<'code.given', { readonly person: PersonId; readonly production: Production }, KeptCode>
  /** Letters were drawn for them, to sign in with; these are kept nowhere. */
  | Event<'person.invited', { readonly person: PersonId; readonly roles: readonly RoleName[] }>
  | Event<
      'person.entered',
      Of<
        {
          readonly person: PersonId
          readonly roles: readonly RoleName[]
          readonly secretHash: string
        } & Entered
      >,
      Named
    >
  | Event<
      'passkey.kept',
      Of<{
        readonly person: PersonId
        readonly roles: readonly RoleName[]
        readonly rpId: string
        readonly counter: number
      }>,
      KeptPasskey
    >
  /** `at`: its place among those that were kept then. */
  | Event<'passkey.counted', { readonly at: number; readonly counter: number }>
  | Event<'passkey.dropped', { readonly person: PersonId }>
  /** A new key beside the others, asked for by one of them. */
  | Event<'key.turned', Of<{ readonly secretHash: string; readonly by: string }>>
  /** It was seen: from now on it counts. */
  | Event<'key.kept', Of<{ readonly secretHash: string }>>
  | Event<'key.settled', Of>
  /** One that was replaced was shown: somebody has a copy. */
  | Event<'key.copied', Of<{ readonly stopped: boolean }>>
  | Event<'person.left', Of<{ readonly why: LeftBy }>>

export type InstallationCommand =
  | ({ readonly name: 'performance.plan'; readonly production?: Production | undefined } & Omit<
      PlannedPerformance,
      'number' | 'production'
    >)
  | ({ readonly name: 'show.publish' } & PublishedShow)
  | { readonly name: 'export.take'; readonly what: ExportKind }
  | ({ readonly name: 'performance.revise'; readonly performance: PerformanceId } & PublishedShow)
  | ({ readonly name: 'device.invite'; readonly linkHash: string; readonly post: Post } & Of)
  | ({ readonly name: 'device.pair'; readonly linkHash: string; readonly secretHash: string } & Of)
  | ({ readonly name: 'device.revoke'; readonly left?: true } & Of)
  | ({ readonly name: 'device.rename'; readonly to: string } & Of)
  | ({ readonly name: 'device.redirect'; readonly screen: ScreenName | null } & Of)
  | ({ readonly name: 'device.identify' } & Of)
  | ({
      readonly name: 'device.give'
      readonly person: PersonId
      /** What a place's device becomes with its person. */
      readonly roles: readonly RoleName[]
    } & Of)
  | {
      readonly name: 'group.invite'
      readonly group: GroupId
      readonly linkHash: string
      readonly post: GroupPost
      readonly devicesMax: number
      readonly minutes: number
    }
  | ({
      readonly name: 'group.join'
      readonly group: GroupId
      readonly linkHash: string
      readonly secretHash: string
    } & Of)
  /** `devices`: so many more may come in by each. */
  | {
      readonly name: 'group.renew'
      readonly groups: readonly GroupId[]
      readonly devices: number
      readonly minutes: number
    }
  /** `devices`: those that came in by it go too. */
  | { readonly name: 'group.revoke'; readonly group: GroupId; readonly devices: boolean }
  | { readonly name: 'person.invite'; readonly person: PersonId; readonly roles: readonly RoleName[] }
  /** `called`: what the person’s device is called. */
  | ({
      readonly name: 'person.enter'
      readonly person: PersonId
      readonly called: string
      readonly roles: readonly RoleName[]
      readonly secretHash: string
      readonly how: Entered['how']
      readonly on: DeviceId | null
    } & Of)
  | ({ readonly name: 'passkey.keep'; readonly rpId: string; readonly counter: number } & KeptPasskey)
  | { readonly name: 'passkey.use'; readonly passkey: string; readonly counter: number }
  | { readonly name: 'passkey.drop' }
  /** `early`: asked for by https, of one that may have gone by plain HTTP. */
  | ({
      readonly name: 'key.turn'
      readonly was: string
      readonly secretHash: string
      readonly early?: boolean
    } & Of)
  | ({ readonly name: 'key.keep' | 'key.copied'; readonly secretHash: string } & Of)
  | ({ readonly name: 'key.settle' } & Of)
  | ({ readonly name: 'person.leave'; readonly why: LeftBy } & Of)
  | {
      readonly name: 'code.give'
      readonly codes: readonly (KeptCode & { readonly person: PersonId })[]
    }

export type CommandNamed<Name extends InstallationCommand['name']> = Extract<
  InstallationCommand,
  { name: Name }
>
