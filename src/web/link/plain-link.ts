// A link that keeps nothing on the device: to a night that is watched, and for whoever is signed in on a tablet for a while.

import type { FromDevice, WireCommand } from '../../wire/messages.ts'
import { readMessage } from './read-message.ts'
import { emptySession, type Input, type SessionState, step } from './session.ts'
import type { Link } from './socket.ts'

const TICK_MS = 100
const AGAIN_MS = 1_000

/** `path`: of the socket. `ended`: told when the house sends this link away; null where another follows it. */
type Where = { readonly path: string; readonly ended: (() => void) | null }

export function openPlainLink(where: Where): Link {
  const link = new PlainLink(where)
  link.open()
  return link
}

class PlainLink implements Link {
  readonly #where: Where
  #state = emptySession
  #socket: WebSocket | null = null
  #count = 0
  readonly #listeners = new Set<() => void>()

  constructor(where: Where) {
    this.#where = where
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
    const id = `plain-${this.#count}-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`
    this.#feed({ kind: 'press', id, command, now: this.now() })
    return id
  }

  open(): void {
    setInterval(() => this.#feed({ kind: 'tick', now: this.now() }), TICK_MS)
    this.#connect()
  }

  #connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}${this.#where.path}`)
    this.#socket = socket
    socket.onopen = () => this.#feed({ kind: 'opened', now: this.now() })
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = typeof data === 'string' ? readMessage(data) : null
      if (typeof data === 'string' && message === null) socket.close()
      if (message?.t === 'bye') this.#where.ended?.()
      // Of a night that is watched it is only the end of this one: the next is under the same address.
      else if (message) this.#feed({ kind: 'message', message, now: this.now() })
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
