// The browser's half of the link: one socket at a time, tried again with growing pauses, and the clock that drives it.

import type { FromServer, WireCommand } from '../../wire/messages.ts'
import { emptySession, type Input, type SessionState, step } from './session.ts'

/** How often passing time is told to the session; well under the 100 ms in which a press must show. */
const TICK_MS = 100
const PAUSE_MS_MIN = 200
const PAUSE_MS_MAX = 5_000
/** A clock of the day that moves this much against the running one: the device slept. */
const SLEPT_MS = 2_000

export type Link = {
  readonly state: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  /** Returns the id under which the outcome is found. */
  readonly press: (command: WireCommand) => string
  /** This device's running clock; never jumps. */
  readonly now: () => number
}

/** Half of the pause is fixed, half is dice: two hundred phones must not come back in one blow. */
export const pauseBefore = (attempt: number, dice: number): number =>
  Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** Math.min(attempt, 10)) * (0.5 + dice / 2)

/** Connects and stays connected for as long as the page lives. */
export function openLink(): Link {
  let state = emptySession
  let socket: WebSocket | null = null
  let attempt = 0
  let slept = Date.now() - performance.now()
  const listeners = new Set<() => void>()
  const now = () => performance.now()

  const feed = (input: Input) => {
    const { state: next, send, hangUp } = step(state, input)
    for (const message of send) socket?.send(JSON.stringify(message))
    const changed = next !== state
    state = next
    if (changed) for (const listener of listeners) listener()
    if (hangUp) drop()
  }
  const drop = () => {
    const old = socket
    if (old === null) return
    // A dead socket may take minutes to say so: what it still says is not listened to.
    socket = null
    old.close()
    feed({ kind: 'closed', now: now() })
    again()
  }
  const again = () => {
    if (state.connection === 'stopped') return
    setTimeout(connect, pauseBefore(attempt, Math.random()))
    attempt += 1
  }
  const connect = () => {
    if (socket !== null) return
    const mine = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`)
    let opened = false
    socket = mine
    mine.onopen = () => {
      if (socket !== mine) return
      opened = true
      attempt = 0
      feed({ kind: 'opened', now: now() })
    }
    mine.onmessage = (event: MessageEvent<unknown>) => {
      if (socket !== mine || typeof event.data !== 'string') return
      // `as`: our own server, which builds its messages from the same type.
      feed({ kind: 'message', message: JSON.parse(event.data) as FromServer, now: now() })
    }
    mine.onclose = () => {
      if (socket !== mine) return
      drop()
      if (!opened) void askWhy()
    }
  }
  /** A browser does not tell why a socket was refused, so ask in a way that has an answer. */
  const askWhy = async () => {
    const answer = await fetch('/api/me').catch(() => null)
    if (answer?.status === 401 && socket === null) feed({ kind: 'not-paired', now: now() })
  }
  const tick = () => {
    const drift = Date.now() - performance.now()
    if (drift - slept > SLEPT_MS) feed({ kind: 'slept', now: now() })
    slept = drift
    feed({ kind: 'tick', now: now() })
  }

  setInterval(tick, TICK_MS)
  document.addEventListener('visibilitychange', tick)
  connect()
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    press: (command) => {
      const id = newId()
      feed({ kind: 'press', id, command, now: now() })
      return id
    },
    now,
  }
}

/** `crypto.randomUUID` is missing where the page came over plain HTTP, as it does in most theatres. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
