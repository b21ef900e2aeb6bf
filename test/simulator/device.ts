// A device: the real session of the browser, and around it what socket.ts is to a browser, in virtual time.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import { senderCommand } from '../../src/server/hub/perform.ts'
import { SAMPLES_MAX } from '../../src/web/link/offset.ts'
import {
  clockError,
  emptySession,
  type Input,
  PING_MS,
  QUIET_MS,
  type SessionState,
  STALE_MS,
  serverNow,
  step,
} from '../../src/web/link/session.ts'
import { pauseBefore } from '../../src/web/link/socket.ts'
import type { Answer, FromDevice, FromServer, WireCommand } from '../../src/wire/messages.ts'
import type { FaultKind } from './faults.ts'
import type { House } from './house.ts'
import { Line } from './line.ts'
import type { Plant } from './plants.ts'
import type { Reference } from './reference.ts'
import type { Scheduler } from './scheduler.ts'
import type { Screen, Screens } from './screens.ts'
import type { Witness } from './witness.ts'

export type DeviceOptions = {
  readonly viewer: Viewer
  /** How often its screen looks at its clock. */
  readonly tickMs: number
  readonly secretHash: string
  readonly scheduler: Scheduler
  readonly dice: Dice
  readonly house: House
  readonly reference: Reference
  readonly screens: Screens
  readonly witness: Witness
  readonly plant: Plant
  /** Whether the network sends this command again later, and how much later; null where it does not. */
  readonly repeats: () => number | null
  readonly strikes: (kind: FaultKind, probability: number) => boolean
  /** One text is read once, however many devices are sent it. */
  readonly read: (text: string) => FromServer
}

const AWAKE_LOOK_MS = 100
const SLEPT_MS = 2_000
/** As long as a device may go on with an exchange. */
const KNOWN_CLOCK_MS = SAMPLES_MAX * PING_MS + QUIET_MS
/** Rounding, and drift of a device's clock since its last exchange. */
const CLOCK_SLACK_MS = 10
const DAY_MS = 24 * 3600 * 1000

export class Device {
  readonly viewer: Viewer
  readonly name: string
  readonly #options: DeviceOptions
  #state: SessionState = emptySession
  #performance: string | null = null
  #line: Line | null = null
  #attempt = 0
  #awake = true
  #wake: (() => void) | null = null
  #wallOffset: number
  /** This device's running clock: begins anywhere, goes a little wrong, may stand still in sleep. */
  readonly #origin: number
  readonly #rate: number
  #frozen = 0
  #slept: number
  /** By the running clock: when anything was last heard. */
  #heardAt: number | null = null
  #pressed = 0
  /** Every answer that came, and what each press has come to. */
  readonly answers = new Map<string, Answer[]>()
  readonly outcomes = new Map<
    string,
    { readonly command: WireCommand; kind: string | null; sentence: string }
  >()

  constructor(options: DeviceOptions) {
    const { dice, viewer } = options
    this.#options = options
    this.viewer = viewer
    this.name = viewer.device
    this.#origin = dice.whole(0, DAY_MS)
    this.#rate = 1 + (dice.next() - 0.5) * 2e-4
    this.#wallOffset = dice.whole(-DAY_MS, DAY_MS)
    this.#slept = this.#drift()
  }

  get state(): SessionState {
    return this.#state
  }

  get awake(): boolean {
    return this.#awake
  }

  get performance(): string | null {
    return this.#performance
  }

  line(): Line | null {
    return this.#line
  }

  start(): void {
    const { scheduler, dice, tickMs } = this.#options
    scheduler.after(dice.whole(0, 200), () => this.#connect())
    const tick = () => {
      if (this.#awake) this.#tick()
      scheduler.after(tickMs, tick)
    }
    scheduler.after(dice.whole(0, tickMs), tick)
  }

  press(command: WireCommand): string {
    this.#pressed += 1
    const id = `press-${this.name}-${this.#pressed}`
    const { reference, scheduler, witness } = this.#options
    reference.pressed(senderCommand(this.name, id), {
      device: this.name,
      performance: this.#performance,
      command,
      at: scheduler.now(),
    })
    witness.notes(() => `${this.name} presses ${id} ${JSON.stringify(command)}`)
    this.outcomes.set(id, { command, kind: null, sentence: '' })
    this.#feed({ kind: 'press', id, command, now: this.#now() })
    return id
  }

  /** The lid is closed: nothing runs, what arrives waits; the running clock may stand still meanwhile. */
  sleep(forMs: number, clockStands: boolean): void {
    if (!this.#awake) return
    const { scheduler, dice } = this.#options
    this.#options.witness.notes(
      () => `${this.name} sleeps for ${forMs} ms, its clock ${clockStands ? 'stands' : 'runs'}`,
    )
    this.#awake = false
    this.#line?.halt('both', forMs)
    const from = scheduler.now()
    this.#wake = () => {
      this.#wake = null
      if (clockStands) this.#frozen += scheduler.now() - from
      this.#awake = true
      // Whether its timers or what waited for it come first is up to the dice.
      if (dice.chance(0.5)) this.#tick()
    }
    scheduler.after(forMs, () => this.wake())
  }

  wake(): void {
    this.#wake?.()
  }

  jumpWall(ms: number): void {
    this.#wallOffset += ms
  }

  presses(): number {
    return this.#pressed
  }

  #now(): number {
    return this.#origin + (this.#options.scheduler.now() - this.#frozen) * this.#rate
  }

  #drift(): number {
    return this.#options.scheduler.now() + this.#wallOffset - this.#now()
  }

  #feed(input: Input): void {
    const { plant } = this.#options
    const before = this.#state
    const { state, send, hangUp } = step(before, input)
    this.#state = plant.believed ? plant.believed(state) : state
    for (const message of send) {
      if (message.t === 'command') this.#sent(message.id, JSON.stringify(message))
      this.#send(message)
    }
    if (state.seen !== null) this.#performance = state.seen.performance
    if (before.presses !== state.presses) this.#followPresses()
    this.#options.screens.look(this.#screen())
    if (hangUp) this.#drop()
  }

  /** On its way a press may be lost, or be overtaken by what was pressed after it. */
  #send(message: FromDevice): void {
    const line = this.#line
    const { scheduler, strikes, dice } = this.#options
    const text = JSON.stringify(message)
    if (message.t === 'command' && strikes('message-lost', 0.03)) return
    if (message.t === 'command' && strikes('overtaken', 0.05))
      scheduler.after(dice.whole(100, 3_000), () => line?.toServer(text))
    else line?.toServer(text)
  }

  #screen(): Screen {
    const { sections, stale } = this.#state
    const lostMs = this.#frozen > 0 ? SLEPT_MS : 0
    return { name: this.name, viewer: this.viewer, sections, performance: this.#performance, stale, lostMs }
  }

  #sent(id: string, text: string): void {
    const { reference, repeats, scheduler } = this.#options
    reference.sent(senderCommand(this.name, id), clockError(this.#state) ?? 0)
    const again = repeats()
    if (again === null) return
    const performance = this.#performance
    // Only a device sends again, and none does so into another performance than the one it was pressed in.
    scheduler.after(again, () => this.#performance === performance && this.#line?.toServer(text))
  }

  #followPresses(): void {
    for (const { id, outcome } of this.#state.presses) {
      const known = this.outcomes.get(id)
      if (!known || known.kind === (outcome?.kind ?? null)) continue
      known.kind = outcome?.kind ?? null
      known.sentence = outcome !== null && 'sentence' in outcome ? outcome.sentence : ''
      this.#options.witness.notes(() => `${this.name} ${id}: ${known.kind} ${known.sentence}`)
    }
  }

  #tick(): void {
    const drift = this.#drift()
    if (Math.abs(drift - this.#slept) > SLEPT_MS) this.#feed({ kind: 'slept', now: this.#now() })
    this.#slept = drift
    this.#feed({ kind: 'tick', now: this.#now() })
    this.#options.screens.lookAtAge(this.#screen())
    this.#checkClock()
    const silent = this.#heardAt === null ? Number.POSITIVE_INFINITY : this.#now() - this.#heardAt
    if (silent >= STALE_MS && !this.#state.stale) {
      this.#options.witness.finds(
        'SIM-10',
        `${this.name} heard nothing for ${Math.round(silent)} ms and claims to be live`,
      )
    }
  }

  /** I11: what a device takes for the server's time is out by no more than it says it may be. */
  #checkClock(): void {
    const { house, scheduler, witness } = this.#options
    const [taken, error] = [serverNow(this.#state, this.#now()), clockError(this.#state)]
    // A clock that was set a moment ago is wrong in every exchange from before.
    if (taken === null || error === null || scheduler.now() - house.setAt() < KNOWN_CLOCK_MS) return
    // Whoever is cut off cannot know that the server's clock was set, and says how old it all is.
    if (this.#frozen > 0 || this.#state.stale) return
    const out = Math.abs(taken - house.wall())
    if (out > error + CLOCK_SLACK_MS)
      witness.finds('SIM-17', `${this.name} takes the time to be out by ${error} ms, and it is ${out}`)
  }

  #whenAwake(act: () => void): void {
    if (this.#awake) act()
    else this.#options.scheduler.after(AWAKE_LOOK_MS, () => this.#whenAwake(act))
  }

  #connect(): void {
    if (this.#line !== null) return
    const { scheduler, dice, house, secretHash } = this.#options
    let opened = false
    const line: Line = new Line(scheduler, dice, {
      device: (text) => this.#hear(line, text),
      server: (text) => house.receive(line, text),
      deviceCut: () => {
        if (this.#line !== line) return
        this.#drop()
        if (!opened) this.#askWhy()
      },
      serverCut: () => house.gone(line),
    })
    this.#line = line
    scheduler.after(dice.whole(2, 80), () => {
      if (house.accept(this.name, secretHash, line) !== 'in') {
        scheduler.after(dice.whole(1, 40), () => line.endDevice())
        return
      }
      const open = () => {
        if (this.#line !== line || !line.isWhole()) return
        opened = true
        this.#attempt = 0
        this.#feed({ kind: 'opened', now: this.#now() })
      }
      scheduler.after(dice.whole(1, 40), () => this.#whenAwake(open))
    })
  }

  /** As the browser asks over HTTP why its socket was refused. */
  #askWhy(): void {
    const { scheduler, dice, house, secretHash } = this.#options
    scheduler.after(dice.whole(2, 80), () => {
      if (house.knows(this.name, secretHash) === false && this.#line === null) {
        this.#feed({ kind: 'not-paired', now: this.#now() })
      }
    })
  }

  #drop(): void {
    const old = this.#line
    if (old === null) return
    this.#line = null
    old.hangUp()
    this.#feed({ kind: 'closed', now: this.#now() })
    if (this.#state.connection === 'stopped') return
    const { scheduler, dice } = this.#options
    const connect = () => this.#whenAwake(() => this.#connect())
    scheduler.after(pauseBefore(this.#attempt, dice.next()), connect)
    this.#attempt += 1
  }

  #hear(line: Line, text: string): void {
    if (this.#line !== line) return
    const message = this.#options.read(text)
    this.#heardAt = this.#now()
    if (message.t === 'answer') {
      this.answers.set(message.id, [...(this.answers.get(message.id) ?? []), message.answer])
    }
    this.#options.witness.notes(() => `${this.name} hears ${text.slice(0, 160)}`)
    this.#feed({ kind: 'message', message, now: this.#now() })
  }
}
