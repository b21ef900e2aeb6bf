// A link to the night that is watched: one socket and nothing kept on the device, for none of it is this house's.

import type { FromDevice, FromServer, WireCommand } from '../../wire/messages.ts'
import { emptySession, type Input, type SessionState, step } from '../link/session.ts'
import type { Link } from '../link/socket.ts'

export type Watched = 'desk' | 'phone'

/** "/watch/desk": which of the two screens this page is. */
export const watchedBy = (path: string): Watched | null =>
  path === '/watch/desk' ? 'desk' : path === '/watch/phone' ? 'phone' : null

const TICK_MS = 100
const AGAIN_MS = 1_000

export function openWatchLink(as: Watched): Link {
  const link = new WatchLink(as)
  link.open()
  return link
}

class WatchLink implements Link {
  readonly #as: Watched
  #state = emptySession
  #socket: WebSocket | null = null
  #count = 0
  readonly #listeners = new Set<() => void>()

  constructor(as: Watched) {
    this.#as = as
  }

  readonly state = (): SessionState => this.#state
  readonly now = (): number => performance.now()
  readonly shows = (): void => undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly press = (command: WireCommand): string => {
    this.#count += 1
    const id = `watched-${this.#count}-${Math.random().toString(36).slice(2)}`
    this.#feed({ kind: 'press', id, command, now: this.now() })
    return id
  }

  open(): void {
    setInterval(() => this.#feed({ kind: 'tick', now: this.now() }), TICK_MS)
    this.#connect()
  }

  #connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/live?watch=${this.#as}`)
    this.#socket = socket
    socket.onopen = () => this.#feed({ kind: 'opened', now: this.now() })
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      // `as`: our own server, which builds its messages from the same type.
      const message = typeof data === 'string' ? (JSON.parse(data) as FromServer) : null
      // Being sent away is only the end of this night: the next one is under the same address.
      if (message && message.t !== 'bye') this.#feed({ kind: 'message', message, now: this.now() })
    }
    // A night that is begun anew is another one: it is found again under the same address.
    socket.onclose = () => {
      this.#state = emptySession
      for (const listener of this.#listeners) listener()
      setTimeout(() => this.#connect(), AGAIN_MS)
    }
  }

  #feed(input: Input): void {
    const { state, send, hangUp } = step(this.#state, input)
    for (const message of send) this.#say(message)
    const changed = state !== this.#state
    this.#state = state
    if (changed) for (const listener of this.#listeners) listener()
    if (hangUp) this.#socket?.close()
  }

  #say(message: FromDevice): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }
}
