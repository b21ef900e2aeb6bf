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
  /** Presses left before it has to wait; filled again with time. */
  tokens: number
  tokensAt: number
}

/** A device that does not read: beyond this it is not sent frames until it has caught up. */
export const BUFFER_BYTES_MAX = 1024 * 1024
/** Its answers and pongs are still sent; beyond this it is sent away, to come back when it reads. */
export const BUFFER_BYTES_CLOSE = 2 * BUFFER_BYTES_MAX
/** Presses a device may make at once, and how many a second it gains back. */
export const PRESSES_MAX = 40
export const PRESSES_PER_SECOND = 20

export const say = (session: Session, message: FromServer): void =>
  session.connection.send(JSON.stringify(message))

/** Takes one press from the session's allowance; false where there is none left. */
export function takePress(session: Session, now: number): boolean {
  const gained = ((now - session.tokensAt) / 1000) * PRESSES_PER_SECOND
  session.tokens = Math.min(PRESSES_MAX, session.tokens + Math.max(0, gained))
  session.tokensAt = now
  if (session.tokens < 1) return false
  session.tokens -= 1
  return true
}
