// The browser's half of the link: one socket at a time, tried again with growing pauses, and the clock that drives it.

import type { ScreenName } from '../../core/installation/screens.ts'
import type { FromDevice, WireCommand } from '../../wire/messages.ts'
import { forgetAll, type KeptNote, loadNotes, loadReach, saveNotes, saveReach } from './keep.ts'
import { NightKeeper } from './night-keeper.ts'
import type { Sample } from './offset.ts'
import { isLasting, type Press } from './presses.ts'
import { type Marks, PULSE_MS, pulseOf, withMark } from './pulse.ts'
import { type Race, race } from './race.ts'
import { type Reach, type Way, waysTo } from './reach.ts'
import { readMessage } from './read-message.ts'
import { emptySession, type Input, type SessionState, step } from './session.ts'
import { canUnpack, inOrder } from './unpack.ts'

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
  /** The screen that is shown here, for the desk to know. */
  readonly shows: (screen: ScreenName | null) => void
}

/** Half of the pause is fixed, half is dice: two hundred phones must not come back in one blow. */
export const pauseBefore = (attempt: number, dice: number): number =>
  Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** Math.min(attempt, 10)) * (0.5 + dice / 2)

/** Connects and stays connected for as long as the page lives. */
export function openLink(): Link {
  const link = new BrowserLink()
  link.open()
  return link
}

class BrowserLink implements Link {
  #state = emptySession
  #socket: WebSocket | null = null
  #race: Race | null = null
  /** Where it was connected last. */
  #last: string | null = null
  #keptReach: Reach | null = null
  /** Tries since the last connection. */
  #attempt = 0
  #drift = Date.now() - performance.now()
  /** Until the old notes have been read nothing is written over them. */
  #restored = false
  #keptIds = ''
  #screen: ScreenName | null = null
  #pulsedAt = Number.NEGATIVE_INFINITY
  #marks: Marks = []
  #marked: Sample | undefined
  readonly #night = new NightKeeper()
  readonly #listeners = new Set<() => void>()

  readonly state = (): SessionState => this.#state
  readonly now = (): number => performance.now()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly press = (command: WireCommand): string => {
    const id = newId()
    this.#feed({ kind: 'press', id, command, pressedAt: handMoved(this.now()), now: this.now() })
    return id
  }

  readonly shows = (screen: ScreenName | null): void => {
    if (screen === this.#screen) return
    this.#screen = screen
    this.#pulsedAt = Number.NEGATIVE_INFINITY
  }

  open(): void {
    setInterval(() => this.#tick(), TICK_MS)
    document.addEventListener('visibilitychange', () => {
      this.#tick()
      // A phone that goes into a pocket may be switched off there.
      if (document.visibilityState === 'hidden' && this.#restored) this.#night.keepNow(this.#state)
    })
    this.#connect()
    void this.#restore()
  }

  async #restore(): Promise<void> {
    const [kept, reach, night] = await Promise.all([loadNotes(), loadReach(), this.#night.load()])
    this.#restored = true
    this.#keptReach = reach
    if (reach) this.#feed({ kind: 'remembered', reach, now: this.now() })
    if (night) this.#feed({ kind: 'found', night, now: this.now() })
    const since = Date.now() - this.now()
    const notes = kept.map(({ writtenAt, ...note }) => ({ ...note, pressedAt: writtenAt - since }))
    if (notes.length > 0) this.#feed({ kind: 'restored', notes, now: this.now() })
    this.#keep()
  }

  /** Signed off, or never paired: nothing is kept, and nothing is written any more. */
  #isSentAway(): boolean {
    const { stopped } = this.#state
    if (stopped === null || stopped.why === 'reload') return false
    this.#restored = false
    return true
  }

  /** Writes down the presses that wait and tonight, whenever they are others than before. */
  #keep(): void {
    if (!this.#restored) return
    this.#night.keep(this.#state, this.now())
    if (this.#state.reach !== this.#keptReach) {
      this.#keptReach = this.#state.reach
      void saveReach(this.#keptReach)
    }
    const since = Date.now() - this.now()
    const waiting = this.#state.presses.flatMap((press) => asKept(press, since))
    const ids = waiting.map((note) => note.id).join()
    if (ids === this.#keptIds) return
    this.#keptIds = ids
    void saveNotes(waiting)
  }

  #feed(input: Input): void {
    const { state, send, hangUp } = step(this.#state, input)
    for (const message of send) this.#socket?.send(JSON.stringify(withTalents(message)))
    const changed = state !== this.#state
    this.#state = state
    if (changed && this.#isSentAway()) void forgetAll()
    else if (changed) this.#keep()
    if (changed) for (const listener of this.#listeners) listener()
    if (hangUp) this.#drop()
  }

  #connect(): void {
    if (this.#socket !== null || this.#race !== null || this.#state.connection === 'stopped') return
    this.#race = race(waysTo(location, this.#state.reach, this.#last), {
      won: (socket, way) => {
        this.#race = null
        this.#use(socket, way)
      },
      lost: () => {
        this.#race = null
        this.#again()
        void this.#askWhy()
      },
    })
  }

  #use(socket: WebSocket, { url }: Way): void {
    this.#socket = socket
    this.#last = url
    this.#attempt = 0
    this.#pulsedAt = Number.NEGATIVE_INFINITY
    const hear = inOrder(
      (text) => {
        if (this.#socket !== socket) return
        const message = readMessage(text)
        // What was lost with it comes with the next greeting.
        if (message === null) socket.close()
        else this.#feed({ kind: 'message', message, now: this.now() })
      },
      () => socket.close(),
    )
    socket.onmessage = (event: MessageEvent<unknown>) => {
      if (this.#socket === socket && (typeof event.data === 'string' || event.data instanceof ArrayBuffer))
        hear(event.data)
    }
    socket.onclose = () => {
      if (this.#socket === socket) this.#drop()
    }
    this.#feed({ kind: 'opened', now: this.now() })
  }

  #drop(): void {
    const socket = this.#socket
    if (socket === null) return
    // A dead socket may take minutes to say so: what it still says is not listened to.
    this.#socket = null
    socket.close()
    this.#feed({ kind: 'closed', now: this.now() })
    this.#again()
  }

  #again(): void {
    if (this.#state.connection === 'stopped') return
    setTimeout(() => this.#connect(), pauseBefore(this.#attempt, Math.random()))
    this.#attempt += 1
  }

  /**
   * A browser does not tell why a socket was refused, so ask in a way that has an answer. Only once no other address
   * was open either: where this one was, another house's server may stand by now.
   */
  async #askWhy(): Promise<void> {
    const answer = await fetch('/api/me').catch(() => null)
    if (answer?.status === 401 && this.#state.connection === 'offline')
      this.#feed({ kind: 'not-paired', now: this.now() })
  }

  #tick(): void {
    const drift = Date.now() - performance.now()
    if (drift - this.#drift > SLEPT_MS) {
      // What stands on the screen is as old as the sleep was, before anything else is said.
      this.#feed({ kind: 'slept', now: this.now() })
      this.#drop()
      this.#marks = []
    }
    this.#drift = drift
    this.#feed({ kind: 'tick', now: this.now() })
    this.#pulse()
  }

  #pulse(): void {
    const { connection, samples } = this.#state
    const now = this.now()
    const last = samples.at(-1)
    if (last !== undefined && last !== this.#marked) this.#marks = withMark(this.#marks, last, now)
    this.#marked = last
    if (connection !== 'live' || now - this.#pulsedAt < PULSE_MS) return
    this.#pulsedAt = now
    const pulse = pulseOf({ samples, marks: this.#marks, screen: this.#screen, now, wall: Date.now() })
    this.#socket?.send(JSON.stringify(pulse))
  }
}

const asKept = ({ id, command, performance, pressedAt, outcome }: Press, since: number): KeptNote[] =>
  outcome === null && isLasting(command) ? [{ id, command, performance, writtenAt: since + pressedAt }] : []

/** What only the browser knows it can. */
const withTalents = (message: FromDevice): FromDevice =>
  message.t === 'hello' ? { ...message, unpacks: canUnpack } : message

/**
 * When the key or the finger came down: a page that was asleep hears of it late, and by the event's own stamp it is as
 * old as it is. `window.event` is old and everywhere; what no event made, was made now.
 */
const handMoved = (now: number): number => Math.min(window.event?.timeStamp ?? now, now)

/** `crypto.randomUUID` is missing where the page came over plain HTTP, as it does in most theatres. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
