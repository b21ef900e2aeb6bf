// What goes over the wire, both ways. From a device everything is outside data until it has passed here.

import { z } from 'zod'
import type { RoleName } from '../core/disclosure/policy.ts'
import type { AskedSection } from '../core/incident/asked.ts'
import type { LeavingSection } from '../core/incident/leaving.ts'
import type { IncidentsSection } from '../core/incident/open-lines.ts'
import type { QuietSection } from '../core/incident/quiet-help.ts'
import type { UnreachedSection } from '../core/incident/unreached.ts'
import { type ScreenName, screenNames } from '../core/installation/screens.ts'
import { later } from '../core/kit/later.ts'
import type { Refusal } from '../core/kit/result.ts'
import type { Instant } from '../core/kit/time.ts'
import { parseSaid } from '../core/kit/turned-text.ts'
import type { View } from '../core/night/view.ts'
import type { WatchingSection } from '../core/presence/watching.ts'
import type { RollCallGoing } from '../core/roll-call/going.ts'
import { concernCommands } from './concern-commands.ts'
import { deskCommands } from './desk-commands.ts'
import { deviceCommands } from './device-commands.ts'
import { houseCommands } from './house-commands.ts'
import type { KeepingSection } from './keeping.ts'
import type { RemovedLine } from './mine.ts'
import { noteCommands } from './note-commands.ts'
import { orderCommands } from './order-commands.ts'
import { personCommands } from './person-commands.ts'
import { planCommands } from './plan-commands.ts'
import type { ProposedSections } from './proposed.ts'
import { sightingCommands } from './sighting-commands.ts'
import { signCommands } from './sign-commands.ts'
import type { SecureLine } from './way-in.ts'

export const COMMAND_BYTES_MAX = 16 * 1024
export const COMMAND_ID_LENGTH_MAX = 64

/** A tenth of all that is read for a start: made when the first press comes, or before in a quiet moment. */
export const readCommands = later(() =>
  z.discriminatedUnion('name', [
    ...deskCommands(),
    ...houseCommands(),
    ...personCommands(),
    ...concernCommands(),
    ...orderCommands(),
    ...noteCommands(),
    ...sightingCommands(),
    ...planCommands(),
    ...signCommands(),
    ...deviceCommands(),
  ]),
)

/** Longer than any line lives; a clock may be wrong by as much as it likes. */
const LAG_MS_MAX = 600_000
const CLOCK_MS_MAX = 1e14
const lag = z.number().min(0).max(LAG_MS_MAX)
const clockMs = z.number().min(-CLOCK_MS_MAX).max(CLOCK_MS_MAX)
const bound = z.number().min(0).max(CLOCK_MS_MAX)

/** How a device is, as it measured it itself: what it shows, how long an answer takes, how its clocks go. */
const pulseSchema = z.strictObject({
  t: z.literal('pulse'),
  screen: z.enum(screenNames).nullable(),
  lag: z.strictObject({ last: lag, median: lag }).nullable(),
  /** Its clock on the wall is ahead of the server's by so much, give or take `within`. */
  clock: z.strictObject({ ahead: clockMs, within: bound }).nullable(),
  /** Its running clock gains so much on the server's in an hour, give or take `within`. */
  drift: z.strictObject({ perHour: clockMs, within: bound }).nullable(),
})

const fromDeviceSchema = z.discriminatedUnion('t', [
  /** First on every connection. `seen`: the number of the last frame of this server run, to be sent only what came after. */
  z.strictObject({
    t: z.literal('hello'),
    protocol: z.int(),
    seen: z
      .strictObject({ performance: z.string().max(64), boot: z.string().max(64), seq: z.int().min(0) })
      .nullable(),
    /** It can unpack raw deflate: long messages may come as bytes. */
    unpacks: z.boolean().optional(),
  }),
  /** `madeAt`: when it was pressed, in server time as the device knows it. `performance`: the one it was pressed in. */
  z.strictObject({
    t: z.literal('command'),
    id: z
      .string()
      .min(8)
      .max(COMMAND_ID_LENGTH_MAX)
      .regex(/^[\w.:-]+$/, 'plain characters'),
    madeAt: z.int().min(0),
    performance: z.string().max(64).optional(),
    command: z.lazy(readCommands),
  }),
  /** Four-stamp ping: the device keeps `at` and gets it back with the server's two stamps. */
  z.strictObject({ t: z.literal('ping'), at: z.number() }),
  pulseSchema,
])

export type WireCommand = z.infer<ReturnType<typeof readCommands>>
export type FromDevice = z.infer<typeof fromDeviceSchema>
export type Pulse = z.infer<typeof pulseSchema>

/** One connected or paired device, for the desk. */
export type DeviceLine = {
  readonly id: string
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly department: string | null
  readonly person: string | null
  readonly paired: boolean
  readonly place: string | null
  /** The group link it came in by. */
  readonly group: string | null
  /** The screen the desk sent it to; null for its own. */
  readonly sentTo: ScreenName | null
  readonly connected: boolean
  /** Null while it is heard from. A device that is connected and has a time here has gone quiet. */
  readonly lastSeenAt: Instant | null
  /** What it last said of itself; null before it did, and while it is not connected. */
  readonly pulse: Omit<Pulse, 't'> | null
}

/** A link for several devices that still lets some in. */
export type GroupLine = {
  readonly id: string
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly joined: number
  readonly devicesMax: number
  readonly until: Instant
}

/** People a phone can be paired for; only for those who pair devices. */
export type PersonLine = {
  readonly id: string
  readonly name: string
  /** What their own phone is. */
  readonly roles: readonly RoleName[]
}
/** Places a shared tablet can stand in. */
type PlaceLine = { readonly id: string; readonly code: string; readonly name: string }

export type DevicesSection = {
  readonly devices: readonly DeviceLine[]
  readonly groups: readonly GroupLine[]
  readonly people: readonly PersonLine[]
  readonly places: readonly PlaceLine[]
  /** Removed not long ago, or copied; the newest first. */
  readonly removed: readonly RemovedLine[]
  /** Where other machines reach this server, the likeliest first; none where only this machine is let in. */
  readonly addresses: readonly string[]
  /** Left out where the server has no such way at all. */
  readonly secure?: SecureLine
  /** The name among them that stays when the numbers change; null where there is none. */
  readonly name?: string | null
  /** When the numbers last became others while serving, and what they were. */
  readonly moved?: { readonly at: Instant; readonly before: readonly string[] } | null
}

/** What a screen is made of: the views of core, and what only the server knows. */
export type Sections = View &
  ProposedSections & {
    readonly devices?: DevicesSection
    /** Is what was acknowledged being kept? `failing` is shown loudly at the desk. */
    readonly keeping?: KeepingSection
    /** Who has a code of their own for the stage door. */
    readonly codes?: { readonly people: readonly string[] }
    /** Incidents that are open, drills apart: of the house, whether a performance is open or not. */
    readonly incidents?: IncidentsSection
    /** What this person is asked to do in one, or has taken. */
    readonly asked?: AskedSection
    /** Who is asked for something in one and reached on no screen. */
    readonly unreached?: UnreachedSection
    /** Help asked for without a sound, for whoever may go. */
    readonly quietHelp?: QuietSection
    /** That a roll call goes on, as a number. */
    readonly rollCall?: RollCallGoing
    /** Who has gone along with somebody, until it is said how much of tonight they are there for. */
    readonly leaving?: LeavingSection
    /** Is somebody noticed who is not seen? Of the watch itself. */
    readonly watching?: WatchingSection
  }

export type ViewerLine = {
  readonly device: string
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly person: string | null
  readonly department: string | null
  readonly place: string | null
  /** Where the desk sent it; null for the screen its post opens. */
  readonly sentTo: ScreenName | null
}

/** Six letters that are as good as a link, until then. */
export type CodeLine = { readonly text: string; readonly until: Instant }

export type GivenCode = { readonly person: string; readonly code: string }

export type Answer =
  | {
      readonly ok: true
      readonly seq: number
      readonly link?: string
      readonly code?: CodeLine
      /** For the stage door: said once, to whoever gave them. */
      readonly codes?: readonly GivenCode[]
    }
  | { readonly ok: false; readonly refusal: Refusal }
  /** The world broke: nothing was acknowledged, and it may or may not have been kept. */
  | { readonly ok: false; readonly failure: string }

export type FromServer =
  | { readonly t: 'welcome'; readonly protocol: number; readonly viewer: ViewerLine; readonly now: Instant }
  /** Replaces everything the device held. `boot` names this run of the server, `seq` the frame it is as good as. */
  | {
      readonly t: 'snapshot'
      readonly performance: string
      readonly boot: string
      readonly seq: number
      readonly sections: Sections
    }
  /** Replaces these sections, all at once. There is a gap where `prev` is beyond what the device has seen. */
  | { readonly t: 'frame'; readonly seq: number; readonly prev: number; readonly sections: Sections }
  | { readonly t: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly t: 'pong'; readonly at: number; readonly receivedAt: Instant; readonly sentAt: Instant }
  /** Who the device is from now on: renamed, sent to another screen, given its person. */
  | { readonly t: 'you'; readonly viewer: ViewerLine }
  /** Where else this server is reached, the likeliest first, and what the device shows there to be known. */
  | { readonly t: 'reach'; readonly addresses: readonly string[]; readonly pass: string }
  /** Somebody at the desk asks which device this is: it shows its name for so long. */
  | { readonly t: 'identify'; readonly forMs: number }
  | {
      readonly t: 'bye'
      readonly why: 'revoked' | 'reload' | 'wrong-message' | 'too-slow' | 'closing'
      readonly sentence: string
    }

/** Reads one message from a device, or says what is wrong with it in a few words. */
export function readFromDevice(
  text: string,
): { ok: true; message: FromDevice } | { ok: false; what: string } {
  let value: unknown
  try {
    value = parseSaid(text)
  } catch {
    return { ok: false, what: 'not JSON' }
  }
  const parsed = fromDeviceSchema.safeParse(value)
  if (parsed.success) return { ok: true, message: parsed.data }
  const first = parsed.error.issues[0]
  return { ok: false, what: first ? `${first.path.join('.')}: ${first.message}` : 'not a message' }
}
