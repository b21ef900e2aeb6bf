// The server of the house: opened from the log, run, killed at any moment, opened again. All of it is the real one.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { theMachine, viewerOf } from '../../src/core/installation/installation.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { canonical, type Json } from '../../src/core/kit/json.ts'
import { type Instant, instant, later, minutes } from '../../src/core/kit/time.ts'
import type { NightCommand } from '../../src/core/night/night.ts'
import type { Clock } from '../../src/server/clock/clock.ts'
import { type Hub, openHub } from '../../src/server/hub/hub.ts'
import { senderCommand } from '../../src/server/hub/perform.ts'
import type { Session } from '../../src/server/hub/session.ts'
import { SILENT_MS_MAX } from '../../src/server/hub/sockets.ts'
import { type Night, openStage, type Stage } from '../../src/server/hub/stage.ts'
import { openWatch, type Watch } from '../../src/server/hub/watch.ts'
import { seededBytes } from '../../src/server/log/chain.ts'
import type { Log } from '../../src/server/log/log.ts'
import { emptyShelf, openMemoryLog, type Shelf } from '../../src/server/log/memory.ts'
import { readFromDevice } from '../../src/wire/messages.ts'
import type { Editing, Written } from './editing.ts'
import { type Disk, failingLog } from './failing-log.ts'
import type { FaultKind, Faults } from './faults.ts'
import type { Line } from './line.ts'
import { greedily, hearApprovals } from './plan-words.ts'
import type { Plant } from './plants.ts'
import type { Reference } from './reference.ts'
import { FIRST_INSTANT, type Scheduler } from './scheduler.ts'
import type { Screens } from './screens.ts'
import type { Witness } from './witness.ts'

export type HouseOptions = {
  readonly scheduler: Scheduler
  readonly dice: Dice
  readonly faults: Faults
  readonly witness: Witness
  readonly reference: Reference
  readonly screens: Screens
  readonly plant: Plant
  readonly first: Written
  readonly editing: Editing
}

/** One run of the server, from its start to its end. */
type Run = {
  lives: boolean
  readonly boot: string
  readonly lines: Map<Line, Session>
  readonly heard: Set<Line>
  stage: Stage | null
  hub: Hub | null
  watch: Watch | null
  /** Since when it is open, in true time. */
  openAt: number
}

export class House {
  readonly #options: HouseOptions
  readonly #shelf: Shelf = emptyShelf()
  readonly #disk: Disk = { fullUntil: 0, slowUntil: 0, slowMs: 0, darkUntil: 0 }
  #run: Run | null = null
  /** Runs that another has replaced and that do not know it yet. */
  readonly #replaced = new Set<Run>()
  #wallOffset = 0
  #setAt = Number.NEGATIVE_INFINITY
  #drawn = 0

  constructor(options: HouseOptions) {
    this.#options = options
  }

  get disk(): Disk {
    return this.#disk
  }

  get shelf(): Shelf {
    return this.#shelf
  }

  /** The stage of the run that is open, or null while none is. */
  stage(): Stage | null {
    return this.#run?.hub ? this.#run.stage : null
  }

  boot(): string | null {
    return this.#run?.boot ?? null
  }

  wall(): Instant {
    return instant(FIRST_INSTANT + this.#options.scheduler.now() + this.#wallOffset)
  }

  /** Since when nothing has kept the server from what it does by itself; null while something does. */
  wellSince(): number | null {
    const run = this.#run
    const { scheduler, faults } = this.#options
    const night = this.stage()?.night()
    const { fullUntil, slowUntil, darkUntil } = this.#disk
    const disk = Math.max(fullUntil, slowUntil, darkUntil)
    if (!run?.hub || !night || night.owner.failing() !== null || disk > scheduler.now()) return null
    return Math.max(run.openAt, disk, this.#setAt, faults.struckAt(KEEP_IT_WAITING))
  }

  /** When the server's clock was last set, in true time. */
  setAt(): number {
    return this.#setAt
  }

  jump(ms: number): void {
    this.#wallOffset += ms
    this.#options.screens.clockSet(this.#wallOffset)
    this.#setAt = this.#options.scheduler.now()
    if (ms < 0) this.#options.reference.setBack(-ms, this.#options.scheduler.now())
  }

  start(): void {
    const run: Run = {
      lives: true,
      boot: this.#fresh('boot'),
      lines: new Map(),
      heard: new Set(),
      stage: null,
      hub: null,
      watch: null,
      openAt: 0,
    }
    this.#run = run
    this.#options.witness.notes(() => `server starts as ${run.boot}`)
    this.#options.scheduler.stir()
    this.#open(run).catch((error: unknown) => {
      if (!run.lives) return
      this.#options.witness.notes(() => `server cannot start: ${String(error)}`)
      this.crash()
    })
  }

  async #open(run: Run): Promise<void> {
    const { first, editing, witness } = this.#options
    const clock = this.#clock(run)
    const stage = await openStage({
      log: this.#log(run),
      clock,
      readShow: (text) => editing.show(text),
      freshId: () => this.#fresh('fresh'),
    })
    if (stage.night() === null)
      await stage.plan(first.text, first.show, later(clock.now(), minutes(36)), theMachine)
    if (!run.lives) return
    run.stage = stage
    run.hub = openHub({
      ...{ stage, clock, boot: run.boot, plans: greedily, doorKey: 'a key beside the record' },
      freshId: () => this.#fresh('fresh'),
      freshSecret: () => {
        const secret = this.#fresh('secret')
        return { secret, hash: secretHash(secret) }
      },
    })
    this.#attend(stage)
    if (this.#options.plant.watches?.() ?? true) run.watch = openWatch({ stage, clock })
    run.openAt = this.#options.scheduler.now()
    this.#sweep(run, clock)
    witness.notes(() => `server is open as ${run.boot}`)
  }

  /** Watches what each night of this run announces. */
  #attend(stage: Stage): void {
    const attend = (night: Night) => {
      this.#checkFold(night)
      hearApprovals(night, this.#options.reference)
      this.#options.screens.announced(night.performance.id, night.owner.state().seq)
      night.owner.onChange(() => {
        this.#checkFold(night)
        this.#options.screens.announced(night.performance.id, night.owner.state().seq)
      })
    }
    stage.onNight(attend)
    const night = stage.night()
    if (night) attend(night)
  }

  /** I10: what an owner holds is what the events add up to. */
  #checkFold(night: Night): void {
    const { reference, witness } = this.#options
    const state = night.owner.state()
    const wanted = reference.night(night.performance.id, state.seq)
    if (JSON.stringify(state) === JSON.stringify(wanted)) return
    if (canonical(plain(state)) === canonical(plain(wanted))) return
    const what = `the state of ${night.performance.id} at ${state.seq} is not what its events add up to`
    witness.finds('SIM-5', what)
  }

  /** Kills the server where it stands, and starts another one after a while. */
  crash(): void {
    const run = this.#run
    if (run === null) return
    const { scheduler, dice: dicing, plant, witness } = this.#options
    witness.notes(() => `server ${run.boot} dies`)
    run.lives = false
    this.#run = null
    for (const line of run.lines.keys()) line.cut(dicing.whole(0, 300), 0)
    plant.died?.(this.#shelf)
    scheduler.after(dicing.whole(5, 1500), () => {
      if (this.#run === null) this.start()
    })
  }

  /** The server stands still, another one is started, and it goes on: nothing it writes may count any more. */
  replace(): void {
    const run = this.#run
    if (run === null || run.hub === null || this.#replaced.size > 0) return
    const { scheduler, dice: dicing, witness } = this.#options
    witness.notes(() => `server ${run.boot} is replaced and does not know it`)
    this.#replaced.add(run)
    this.#run = null
    scheduler.after(dicing.whole(5, 500), () => {
      if (this.#run === null) this.start()
    })
    scheduler.after(dicing.whole(800, REPLACED_MS_MAX), () => {
      this.#replaced.delete(run)
      run.lives = false
      for (const line of run.lines.keys()) line.cut(dicing.whole(0, 300), 0)
    })
  }

  /** Closes in good order, so that the next one begins with a snapshot. */
  restart(): void {
    const run = this.#run
    if (run?.stage == null) return
    const { scheduler, dice: dicing } = this.#options
    for (const line of run.lines.keys()) line.close()
    run.hub = null
    run.watch?.close()
    scheduler.stir()
    const gone = () => {
      if (!run.lives) return
      run.lives = false
      this.#run = null
      scheduler.after(dicing.whole(5, 500), () => {
        if (this.#run === null) this.start()
      })
    }
    run.stage.close().then(gone, gone)
  }

  /** What a connecting device meets. */
  accept(device: string, hash: string, line: Line): 'in' | 'down' | 'unknown' {
    const run = this.#run
    if (!run?.hub || !run.stage) return 'down'
    if (!viewerOf(run.stage.installation.state(), device, hash)) return 'unknown'
    const session = run.hub.admit(device, hash, {
      send: (text) => this.#send(session?.viewer ?? null, line, text),
      sendPacked: (parts) => this.#send(session?.viewer ?? null, line, parts.join('')),
      buffered: () => line.unread(),
      close: () => line.close(),
    })
    if (!session) return 'unknown'
    run.lines.set(line, session)
    run.heard.add(line)
    return 'in'
  }

  /** As an unpaired browser is told over HTTP; null where nobody answers. */
  knows(device: string, hash: string): boolean | null {
    const stage = this.stage()
    return stage && viewerOf(stage.installation.state(), device, hash) !== null
  }

  receive(line: Line, sent: string): void {
    const wait = this.#options.plant.dawdles?.(sent) ?? 0
    if (wait > 0) this.#options.scheduler.after(wait, () => this.#receive(line, sent))
    else this.#receive(line, sent)
  }

  #receive(line: Line, sent: string): void {
    const text = this.#options.plant.heard?.(sent, this.wall()) ?? sent
    const run = this.#runOf(line)
    const session = run?.lines.get(line)
    if (!run?.hub || !session) return
    run.heard.add(line)
    const read = readFromDevice(text)
    if (read.ok && read.message.t === 'command') {
      const { id: press, madeAt, command: asked } = read.message
      const { viewer: by } = session
      // Of a proposal only what it resolves to may take effect; see hearApprovals.
      if (asked.name !== 'plan.take')
        this.#options.reference.asked(senderCommand(by.device, press), { by, command: asked, madeAt })
    }
    this.#options.scheduler.stir()
    run.hub.receive(session, text)
  }

  gone(line: Line): void {
    const run = this.#runOf(line)
    const session = run?.lines.get(line)
    if (!run || !session) return
    run.lines.delete(line)
    this.#options.scheduler.stir()
    run.hub?.leave(session)
  }

  #runOf(line: Line): Run | null {
    return [...this.#replaced].find((run) => run.lines.has(line)) ?? this.#run
  }

  /** Pressed by whoever it may be, before anybody's device comes in; each id once. */
  async press(by: Viewer, command: NightCommand): Promise<void> {
    const night = this.stage()?.night()
    if (!night) throw new Error('a night is on')
    const [press, madeAt] = [this.#fresh('before'), this.wall()]
    this.#options.reference.asked(press, { by, command, madeAt })
    const answer = await night.owner.submit({ id: press, by, madeAt, command })
    if (!answer.ok) throw new Error(`${command.name} was not taken: ${JSON.stringify(answer)}`)
  }

  #send(viewer: Viewer | null, line: Line, text: string): void {
    const { plant, screens, faults, dice: dicing } = this.#options
    const texts = viewer && plant.sent ? plant.sent(viewer, text) : [text]
    for (const sent of texts) {
      if (viewer) screens.bytes(viewer, sent)
      if (sent.startsWith('{"t":"answer"') && faults.strikes('answer-lost', 0.04)) {
        line.cut(dicing.whole(0, 3000), dicing.whole(0, 3000))
        return
      }
      // Lost or doubled between the ends, as a proxy may do it; a frame is never lost alone, for a socket keeps order.
      if (sent.startsWith('{"t":"answer"') && faults.strikes('message-lost', 0.03)) continue
      line.toDevice(sent)
      if (faults.strikes('twice', 0.03)) line.toDevice(sent)
    }
  }

  /** As real sockets do: whoever has said nothing for long is taken to be gone. */
  #sweep(run: Run, clock: Clock): void {
    clock.after(SILENT_MS_MAX / 2, () => {
      for (const line of [...run.lines.keys()]) {
        if (!run.heard.has(line)) line.endServer()
        run.heard.delete(line)
      }
      this.#sweep(run, clock)
    })
  }

  #clock(run: Run): Clock {
    const { scheduler } = this.#options
    return {
      ...{ now: () => this.wall(), sinceStart: () => scheduler.now() },
      after: (ms, act) =>
        scheduler.after(ms, () => {
          if (!run.lives) return
          scheduler.stir()
          act()
        }),
    }
  }

  #log(run: Run): Log {
    const { scheduler, faults, dice: dicing, reference, plant } = this.#options
    return failingLog({
      inner: openMemoryLog({ shelf: this.#shelf, random: seededBytes(dice(dicing.whole(1, 1_000_000))) }),
      scheduler,
      faults,
      dice: dicing,
      disk: this.#disk,
      lives: () => run.lives,
      crash: () => {
        if (this.#run === run) this.crash()
      },
      accepted: (accepted) => reference.accepted(accepted),
      run: run.boot,
      claimed: (stream) => reference.claimed(stream, run.boot),
      did: plant.did ?? ((outcomes) => outcomes),
      told: plant.told ?? ((outcomes) => outcomes),
      asked: (appends) => plant.asked?.(appends, this.#shelf) ?? appends,
    })
  }

  #fresh(what: string): string {
    this.#drawn += 1
    return `${what}-${this.#drawn}`
  }
}

/** After these the server may have to ask its log again before it goes on. */
const KEEP_IT_WAITING: readonly FaultKind[] = [
  'append-refused',
  'append-ambiguous',
  'append-late',
  'log-unreadable',
  'log-slow',
  'disk-full',
]

/** Shorter than a screen may claim to be live for: a connection to whoever was replaced is over by then. */
const REPLACED_MS_MAX = 2_500

export const secretHash = (secret: string): string => `hash-of-${secret}`

// States are plain data by construction of the kernels.
const plain = (state: unknown): Json => state as Json
