// One connection: a paired device, what it may be sent, and how far it has got.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { FromServer } from '../../wire/messages.ts'

/** The other end, real or simulated. */
export type Connection = {
  send(text: string): void
  /** Bytes that the device has not taken yet. */
  buffered(): number
  close(code: number): void
}

export type Session = {
  readonly connection: Connection
  readonly viewer: Viewer
  readonly name: string
  /** Said hello: from then on it is sent frames. */
  ready: boolean
  /** Keys of what it may see, in a fixed order. */
  keys: readonly string[]
  /** Those of them that ever change: sessions for which they are the same are sent the same frames. */
  audience: string
  /** The last frame it was sent. */
  sent: number
  /** Its buffer was full: it gets one frame with everything missed once it has read on. */
  behind: boolean
  /** Shared by all connections of its device: opening more of them gains nothing. */
  readonly allowance: Allowance
}

/** Presses left before a device has to wait; filled again with time. */
export type Allowance = { tokens: number; at: number }

/** A device that does not read: beyond this it is not sent frames until it has caught up. */
export const BUFFER_BYTES_MAX = 1024 * 1024
/** Its answers and pongs are still sent; beyond this it is sent away, to come back when it reads. */
export const BUFFER_BYTES_CLOSE = 2 * BUFFER_BYTES_MAX
/** A device has a tab or two and what a tunnel left half open; the oldest makes way for more. */
export const SESSIONS_PER_DEVICE_MAX = 8
/** Presses a device may make at once, and how many a second it gains back. */
export const PRESSES_MAX = 40
export const PRESSES_PER_SECOND = 20

export const say = (session: Session, message: FromServer): void =>
  session.connection.send(JSON.stringify(message))

export const fullAllowance = (now: number): Allowance => ({ tokens: PRESSES_MAX, at: now })

/** Takes one press from a device's allowance; false where there is none left. */
export function takePress(allowance: Allowance, now: number): boolean {
  const gained = ((now - allowance.at) / 1000) * PRESSES_PER_SECOND
  allowance.tokens = Math.min(PRESSES_MAX, allowance.tokens + Math.max(0, gained))
  allowance.at = now
  if (allowance.tokens < 1) return false
  allowance.tokens -= 1
  return true
}
