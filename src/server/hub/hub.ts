// Everybody who is connected: lets them in, sends each what they may see and nothing else, takes their presses.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { asViewer, type Device, viewerOf } from '../../core/installation/installation.ts'
import type { Instant } from '../../core/kit/time.ts'
import { audiences } from '../../core/night/view.ts'
import { COMMAND_BYTES_MAX, type FromDevice, type FromServer, readFromDevice } from '../../wire/messages.ts'
import { PROTOCOL, PROTOCOL_MINIMUM } from '../../wire/protocol.ts'
import { type Beats, openBeats } from './beats.ts'
import { type Beginning, openBeginning } from './beginning.ts'
import { type Board, board, fromAudience, type Posting } from './board.ts'
import { type Door, openDoor } from './door.ts'
import { factPostings } from './facts.ts'
import type { HubOptions } from './hub-options.ts'
import { isAnother, youAre } from './known.ts'
import { perform } from './perform.ts'
import { openProposed, type Proposed } from './proposed.ts'
import { reachedLine, tellReach } from './reaching.ts'
import { devicesPace, openRoll, type Roll } from './roll.ts'
import { Sending } from './sending.ts'
import {
  BUFFER_BYTES_MAX,
  type Connection,
  freshSession,
  fullAllowance,
  fullTalk,
  overdone,
  SESSIONS_PER_DEVICE_MAX,
  type Session,
  say,
  takePress,
} from './session.ts'
import { Kinds } from './shared-frames.ts'
import type { Night } from './stage.ts'
import { type Steps, timelySteps } from './timely.ts'
import { unheardSides } from './unheard.ts'

export const SESSIONS_MAX = 4_000

export type Hub = {
  /** Lets a device in, or says why not. `secretHash`: what its cookie hashes to. */
  admit(device: string, secretHash: string, connection: Connection): Session | null
  receive(session: Session, text: string): void
  leave(session: Session): void
  /** Sends a device that had stopped reading what it missed, once its buffer has emptied. */
  drained(session: Session): void
  sessions(): number
  /** The server is reached elsewhere, or otherwise, from now on: desks and devices are told. */
  moved(): void
  passed(): void
  /** Sides of the stage whose screens have not been heard for a while. */
  unheard(): readonly string[]
}

/** Long enough to walk along a corridor and look. */
export const IDENTIFY_MS = 10_000

type Dismissal = Extract<FromServer, { t: 'bye' }>['why']

export function openHub(options: HubOptions): Hub {
  return new OpenHub(options)
}

class OpenHub implements Hub {
  readonly #options: HubOptions & { readonly door: Door }
  readonly #board: Board = board()
  readonly #sessions = new Set<Session>()
  /** The devices of these; null since somebody came or went. */
  #here: ReadonlySet<string> | null = null
  readonly #roll: Roll = openRoll()
  /** The frame after which a device became another: what it saw before is not built upon. */
  readonly #anotherSince = new Map<string, number>()
  readonly #allowances = new Map<string, Pick<Session, 'allowance' | 'talk'>>()
  readonly #devicesSoon: () => void
  readonly #steps: Steps
  readonly #kinds = new Kinds()
  readonly #beats: Beats
  readonly #beginning: Beginning
  readonly #proposed: Proposed
  readonly #sending: Sending

  constructor(options: HubOptions) {
    this.#options = { ...options, door: openDoor(options) }
    const { stage, clock } = options
    this.#sending = new Sending(this.#board, this.#sessions, options)
    this.#beginning = openBeginning(clock, (session) => this.#show(session))
    const devices = () => stage.installation.state().devices.length
    this.#devicesSoon = devicesPace(clock, devices, () =>
      this.#sending.changed(
        this.#board.refresh(({ section }) => section === 'devices' || section === 'keeping'),
      ),
    )
    this.#steps = timelySteps(
      clock,
      () => [...this.#sessions].some(({ timely }) => timely),
      () => this.#sending.changed(this.#board.refresh(({ timely }) => timely === true)),
    )
    const isWatched = () => this.#sessions.size > 0
    const renew = () => this.#board.refresh(({ section }) => section === 'watching')
    const send = () => this.#sending.changed(renew())
    this.#beats = openBeats({ stage, clock, beat: options.beat, isWatched, send, renew })
    this.#proposed = openProposed(options, (name) =>
      this.#sending.changed(this.#board.refresh(({ section }) => section === name)),
    )
    stage.installation.onChange(() => this.#installationChanged())
    options.incidents?.onChange(() => this.#publish())
    stage.onNight((night) => this.#begin(night))
    const night = stage.night()
    if (night) this.#begin(night)
  }

  sessions = (): number => this.#sessions.size

  admit(deviceId: string, secretHash: string, connection: Connection): Session | null {
    const { stage } = this.#options
    const state = stage.installation.state()
    const viewer = viewerOf(state, deviceId, secretHash)
    const device = state.devices.find((one) => one.id === deviceId)
    if (!viewer || !device || this.#sessions.size >= SESSIONS_MAX) return null
    this.#makeRoom(deviceId)
    const session = freshSession({ connection, secretHash, viewer, device, ...this.#allowanceOf(viewer) })
    this.#sessions.add(session)
    this.#here = null
    this.#devicesChanged(session)
    return session
  }

  /** Kept beyond the connection: coming in again fills nothing up. As many as there are devices, at most. */
  #allowanceOf(viewer: Viewer): Pick<Session, 'allowance' | 'talk'> {
    const known = this.#allowances.get(viewer.device)
    if (known) return known
    const now = this.#options.clock.now()
    const fresh = { allowance: fullAllowance(viewer, now), talk: fullTalk(now) }
    this.#allowances.set(viewer.device, fresh)
    return fresh
  }

  #makeRoom(device: string): void {
    const own = [...this.#sessions].filter((session) => session.viewer.device === device)
    const oldest = own[0]
    if (oldest && own.length >= SESSIONS_PER_DEVICE_MAX) {
      this.leave(oldest)
      oldest.connection.close(1008)
    }
  }

  moved(): void {
    for (const session of this.#sessions) if (session.ready) tellReach(this.#options, session)
    this.#devicesSoon()
  }

  /** What passes by itself is looked at. */
  readonly passed = (): void => this.#publish()

  leave(session: Session): void {
    if (!this.#sessions.delete(session)) return
    this.#here = null
    this.#steps.left()
    this.#devicesChanged(session)
  }

  receive(session: Session, text: string): void {
    if (!this.#sessions.has(session)) return
    const receivedAt = this.#options.clock.now()
    if (this.#roll.heard(session.viewer.device, receivedAt)) this.#devicesSoon()
    if (this.#roll.look(receivedAt, () => this.#connected())) this.#devicesSoon()
    const much = overdone(session, receivedAt)
    if (much !== null) {
      this.#dismiss(session, 'too-slow', much)
      return
    }
    const read =
      text.length > COMMAND_BYTES_MAX ? ({ ok: false, what: 'too long' } as const) : readFromDevice(text)
    if (!read.ok) {
      this.#dismiss(
        session,
        'wrong-message',
        `This device said something Ghostlight does not understand (${read.what}).`,
      )
      return
    }
    this.#act(session, read.message, receivedAt)
  }

  drained(session: Session): void {
    if (!this.#sessions.has(session)) return
    if (session.begins) return
    if (session.behind && session.connection.buffered() < BUFFER_BYTES_MAX / 2) {
      session.behind = false
      this.#sending.since(session)
    }
  }

  #act(session: Session, message: FromDevice, receivedAt: Instant): void {
    switch (message.t) {
      case 'hello':
        this.#hello(session, message)
        return
      case 'ping':
        this.drained(session)
        // A pong says that everything was sent. While that is not so there is none, and the screen says so.
        if (session.behind || session.begins) return
        say(session, { t: 'pong', at: message.at, receivedAt, sentAt: this.#options.clock.now() })
        return
      case 'pulse':
        if (session.ready && this.#roll.says(session.viewer.device, message)) this.#devicesSoon()
        return
      case 'command':
        if (session.ready) this.#command(session, message)
        else this.#dismiss(session, 'wrong-message', 'This device pressed before it said hello.')
        return
      default:
        message satisfies never
    }
  }

  #hello(session: Session, { protocol, seen, unpacks }: Extract<FromDevice, { t: 'hello' }>): void {
    if (protocol < PROTOCOL_MINIMUM || protocol > PROTOCOL) {
      this.#dismiss(session, 'reload', 'Ghostlight was updated: reload this page between performances.')
      return
    }
    if (!takePress(session.allowance, this.#options.clock.now())) {
      this.#dismiss(
        session,
        'too-slow',
        'This device asks for everything too often. It tries again by itself.',
      )
      return
    }
    say(session, {
      t: 'welcome',
      protocol: PROTOCOL,
      viewer: youAre(session.device),
      now: this.#options.clock.now(),
    })
    tellReach(this.#options, session)
    this.#place(session)
    session.ready = true
    session.unpacks = unpacks === true
    const night = this.#options.stage.night()
    const known =
      seen !== null && seen.boot === this.#options.boot && seen.performance === (night?.performance.id ?? '')
    const since = this.#anotherSince.get(session.viewer.device) ?? -1
    if (known && seen.seq > since && seen.seq <= this.#board.frame()) {
      session.sent = session.upTo = seen.seq
      this.#sending.since(session)
    } else this.#sending.whole(session)
  }

  #command(session: Session, press: Extract<FromDevice, { t: 'command' }>): void {
    const { id } = press
    if (!takePress(session.allowance, this.#options.clock.now())) {
      const failure = 'Too many presses at once from this device: this one was not taken.'
      say(session, { t: 'answer', id, answer: { ok: false, failure } })
      return
    }
    // Never rejects: a failure of the world is an answer of its own.
    void perform({ ...this.#options, drafts: this.#proposed.drafts }, session.viewer, press).then(
      (answer) => {
        if (this.#sessions.has(session)) say(session, { t: 'answer', id, answer })
      },
    )
  }

  #begin(night: Night): void {
    this.#board.clear()
    this.#kinds.clear()
    night.owner.onChange(() => this.#publish())
    night.owner.onChange(() => this.#proposed.look())
    this.#proposed.look()
    this.#beginning.begin([...this.#sessions])
  }

  #show(session: Session): void {
    if (!this.#sessions.has(session)) return
    this.#place(session)
    if (session.ready) this.#sending.whole(session)
  }

  /** Works out what a session may see, and sees to it that it is on the board. */
  #place(session: Session): void {
    const night = this.#options.stage.night()
    const postings: Posting[] = [
      ...(night
        ? audiences(session.viewer).map((audience) =>
            fromAudience(night, audience, () => this.#options.clock.now()),
          )
        : []),
      ...factPostings(session.viewer, () => this.#house()),
      ...this.#beats.postings(session.viewer),
      ...this.#proposed.postings(session.viewer),
    ]
    this.#beats.look()
    for (const posting of postings) this.#board.put(posting)
    session.keys = postings.map(({ key }) => key)
    session.moving = this.#kinds.of(postings.flatMap(({ fixed, key }) => (fixed ? [] : key)))
    session.begins = false
    session.timely = postings.some(({ fixed, timely }) => !fixed && timely)
    this.#steps.look()
  }

  unheard = (): readonly string[] => unheardSides(this.#options.stage, this.#roll, this.#options.clock.now())

  /** Each is worked out where it is asked for: a GO asks for the house many times, and for little of it. */
  #house() {
    const options = this.#options
    const { stage, clock, door, incidents = null } = options
    const [board, connected] = [this.#board, () => this.#connected()]
    return {
      ...{ stage, roll: this.#roll, now: clock.now(), incidents, withCode: door.people },
      get connected() {
        return connected()
      },
      get reached() {
        return reachedLine(options)
      },
      get lost() {
        return board.lost()
      },
    }
  }

  #connected(): ReadonlySet<string> {
    this.#here ??= new Set([...this.#sessions].map((session) => session.viewer.device))
    return this.#here
  }

  #publish(): void {
    // Who is connected goes out at its own pace; see #devicesSoon.
    this.#sending.changed(this.#board.refresh((posting) => posting.section !== 'devices'))
  }

  #installationChanged(): void {
    const { devices } = this.#options.stage.installation.state()
    const byId = new Map<string, Device>(devices.map((device) => [device.id, device]))
    for (const session of this.#sessions) {
      const device = byId.get(session.device.id)
      if (!device) this.#dismiss(session, 'revoked', 'This device was signed off by the stage manager.')
      else if (device !== session.device) this.#deviceChanged(session, device)
    }
    this.#publish()
    this.#devicesSoon()
  }

  /** What the desk did to a device reaches it at once, on every connection it has. */
  #deviceChanged(session: Session, device: Device): void {
    const before = session.device
    session.device = device
    if (device.revokedAt !== null) {
      this.#roll.forget(device.id)
      this.#dismiss(session, 'revoked', 'This device was signed off by the stage manager.')
      return
    }
    const another = isAnother(before, device)
    if (another) {
      session.viewer = asViewer(device)
      this.#anotherSince.set(device.id, this.#board.frame())
    }
    if (!session.ready) return
    say(session, { t: 'you', viewer: youAre(device) })
    // What it shows at another address goes by its key.
    if (device.secretHash !== before.secretHash) tellReach(this.#options, session)
    if (device.identifiedAt !== before.identifiedAt) say(session, { t: 'identify', forMs: IDENTIFY_MS })
    if (!another) return
    this.#place(session)
    this.#sending.whole(session)
  }

  #devicesChanged(session: Session): void {
    this.#roll.heard(session.viewer.device, this.#options.clock.now())
    this.#devicesSoon()
  }

  #dismiss(session: Session, why: Dismissal, sentence: string): void {
    say(session, { t: 'bye', why, sentence })
    this.leave(session)
    session.connection.close(1008)
  }
}
