// One connection: a paired device, what it may be sent, and how far it has got.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import type { Device } from '../../core/installation/installation.ts'
import type { FromServer } from '../../wire/messages.ts'
import { PACKED_LENGTH_MIN } from './packing.ts'

/** The other end, real or simulated. */
export type Connection = {
  send(text: string): void
  /** A long message in parts, to a device that can unpack; see `packing.ts`. */
  sendPacked(parts: readonly string[]): void
  /** Bytes that the device has not taken yet. */
  buffered(): number
  close(code: number): void
}

export type Session = {
  readonly connection: Connection
  /** What its device is known by. */
  readonly secretHash: string
  /** Who it is; changes when the desk gives the device its person. */
  viewer: Viewer
  /** The device as the installation knew it when the session was last told. */
  device: Device
  /** Said hello: from then on it is sent frames. */
  ready: boolean
  /** It can unpack what travels packed. */
  unpacks: boolean
  /** Keys of what it may see, in a fixed order. */
  keys: readonly string[]
  /** Those of them that ever change; one and the same set for all screens of a kind. */
  moving: ReadonlySet<string>
  /** The last frame it was sent. */
  sent: number
  /** The frame up to which it was sent all that concerns it; some held nothing for it, and it knows nothing of them. */
  upTo: number
  /** Its buffer was full: it gets one frame with everything missed once it has read on. */
  behind: boolean
  /** Another night has begun and it has nothing of it yet: it is sent no change before the whole. */
  begins: boolean
  /** Something of what it may see changes as time passes. */
  timely: boolean
  /** Shared by all connections of its device: opening more of them gains nothing. */
  readonly allowance: Allowance
  /** The same of whatever it says at all, pings and nonsense too. */
  readonly talk: Allowance
}

/** Nothing was said to it yet. */
export const freshSession = (
  known: Pick<Session, 'connection' | 'secretHash' | 'viewer' | 'device' | 'allowance' | 'talk'>,
): Session => ({
  ...known,
  ready: false,
  unpacks: false,
  keys: [],
  moving: new Set(),
  sent: 0,
  upTo: 0,
  behind: false,
  begins: false,
  timely: false,
})

/** Presses left before a device has to wait; filled again with time. */
export type Allowance = {
  tokens: number
  at: number
  readonly most: number
  readonly perSecond: number
}

/** A device that does not read: beyond this it is not sent frames until it has caught up. */
export const BUFFER_BYTES_MAX = 1024 * 1024
/** Its answers and pongs are still sent; beyond this it is sent away, to come back when it reads. */
export const BUFFER_BYTES_CLOSE = 2 * BUFFER_BYTES_MAX
/** A device has a tab or two and what a tunnel left half open; the oldest makes way for more. */
export const SESSIONS_PER_DEVICE_MAX = 8
/** Presses a device may make at once, and how many a second it gains back. */
export const PRESSES_MAX = 40
export const PRESSES_PER_SECOND = 20
/** Whoever calls is held by the interval of the house, and must never be kept waiting for having been quick. */
export const CALLER_PRESSES_MAX = 600
export const CALLER_PRESSES_PER_SECOND = 200

/** Messages of any kind, of one device; a screen says one a second (measured), and what is pressed on it. */
export const TALK_MAX = 2_000
export const TALK_PER_SECOND = 500

/** Why a device has to come in anew: it does not read what it is sent, or says more than anybody could mean. */
export function overdone({ connection, talk }: Session, now: number): string | null {
  if (connection.buffered() > BUFFER_BYTES_CLOSE)
    return 'This device does not keep up. It tries again by itself.'
  return takePress(talk, now) ? null : 'This device says too much at once. It tries again by itself.'
}

/** A message in parts: packed where that is worth it and the device can unpack. */
export function sendParts({ connection, unpacks }: Session, parts: readonly string[]): void {
  const [only] = parts
  const length = parts.reduce((total, part) => total + part.length, 0)
  // The very text: whoever sends it on knows it again.
  if (parts.length === 1 && only !== undefined && length < PACKED_LENGTH_MIN) connection.send(only)
  else if (unpacks && length >= PACKED_LENGTH_MIN) connection.sendPacked(parts)
  else connection.send(parts.join(''))
}

export const say = (session: Session, message: FromServer): void =>
  session.connection.send(JSON.stringify(message))

export function fullAllowance(viewer: Viewer, now: number): Allowance {
  const calls = may(viewer, 'call the show')
  const most = calls ? CALLER_PRESSES_MAX : PRESSES_MAX
  return { tokens: most, at: now, most, perSecond: calls ? CALLER_PRESSES_PER_SECOND : PRESSES_PER_SECOND }
}

export const fullTalk = (now: number): Allowance => ({
  tokens: TALK_MAX,
  at: now,
  most: TALK_MAX,
  perSecond: TALK_PER_SECOND,
})

/** Takes one press from a device's allowance; false where there is none left. */
export function takePress(allowance: Allowance, now: number): boolean {
  const gained = ((now - allowance.at) / 1000) * allowance.perSecond
  allowance.tokens = Math.min(allowance.most, allowance.tokens + Math.max(0, gained))
  allowance.at = now
  if (allowance.tokens < 1) return false
  allowance.tokens -= 1
  return true
}

/** A frame in one part, or in several where it is long enough to be packed. */
export const frameParts = (seq: number, prev: number, sections: readonly string[]): readonly string[] => {
  const head = `{"t":"frame","seq":${seq},"prev":${prev},"sections":`
  const length = sections.reduce((total, part) => total + part.length, 0)
  return length < PACKED_LENGTH_MIN ? [`${head}${sections.join('')}}`] : [head, ...sections, '}']
}
