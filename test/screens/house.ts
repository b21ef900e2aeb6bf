// A house for pictures and browser tests: the real server on the demo show, with a clock that can be moved on.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { notYetClear } from '../../src/core/calling/decide-clear.ts'
import type { RoleName, Viewer } from '../../src/core/disclosure/policy.ts'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { type Instant, instant } from '../../src/core/kit/time.ts'
import type { NightCommand } from '../../src/core/night/night.ts'
import type { Moment } from '../../src/core/show/timeline.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { freshId, freshSecret } from '../../src/server/http/cookies.ts'
import { joinPath } from '../../src/server/hub/perform-devices.ts'
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/main.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Post = {
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly person?: string
  readonly department?: string
  readonly place?: string
}

export type House = {
  readonly server: RunningServer
  readonly now: () => Instant
  readonly moveOn: (seconds: number) => void
  /** A pairing link of the installation. */
  readonly invite: (post: Post) => Promise<string>
  /** Presses at the desk, as the caller. Throws the refusal. */
  readonly press: (command: NightCommand) => Promise<void>
  readonly answer: (department: string, moment: Moment) => Promise<void>
  /** Calls every cue as planned until the next to be called is the first that `stop` says. */
  readonly callUntil: (stop: (moment: Moment) => boolean) => Promise<Moment | null>
  /** On the same log and port as before, where it was pulled. */
  readonly open: () => Promise<void>
  /** The server goes, as when its cable is pulled. */
  readonly pull: () => Promise<void>
  readonly close: () => Promise<void>
}

const caller: Viewer = {
  device: id<'device'>('device-of-the-test'),
  roles: ['caller', 'SM'],
  person: null,
  department: null,
  place: null,
}

/**
 * `at`: the time on the wall when the house opens; the curtain is the next five minutes that leave room for every
 * call. `empty`: no show is published, so no performance is open.
 */
export async function openHouse(at: Instant, empty = false): Promise<House> {
  const text = readFileSync(join(root, 'demo/slack-water.show.json'), 'utf8')
  const read = readShowFile(text)
  if (!read.ok) throw new Error('the demo show has errors')
  const house = new MovableHouse(at, empty ? null : { text, show: read.show })
  await house.open()
  return house
}

/** The same on another show than the demo's. */
export async function openHouseOn(at: Instant, show: NonNullable<ServerOptions['show']>): Promise<House> {
  const house = new MovableHouse(at, show)
  await house.open()
  return house
}

class MovableHouse implements House {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'ghostlight-'))
  readonly #show: ServerOptions['show']
  #shift: number
  #server: RunningServer | null = null
  #port = 0

  constructor(at: Instant, show: ServerOptions['show']) {
    this.#show = show
    this.#shift = at - systemClock.now()
  }

  get server(): RunningServer {
    if (this.#server === null) throw new Error('the house is not open')
    return this.#server
  }

  readonly now = (): Instant => instant(systemClock.now() + this.#shift)

  moveOn(seconds: number): void {
    this.#shift += seconds * 1000
  }

  async open(): Promise<void> {
    this.#server = await startServer({
      dataDir: this.#dataDir,
      port: this.#port,
      host: '127.0.0.1',
      webDir: join(root, 'dist/web'),
      show: this.#show,
      goIntervalMs: 0,
      // Loopback under another name: what a desk at 127.0.0.1 takes for the network's address.
      reachedAt: (port) => [`http://localhost:${port}`],
      clock: { now: this.now, sinceStart: this.now, after: systemClock.after },
    })
    this.#port = this.#server.port
  }

  async pull(): Promise<void> {
    await this.#server?.close()
    this.#server = null
  }

  async close(): Promise<void> {
    await this.pull()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  invite(post: Post): Promise<string> {
    return invite(this.server, this.now(), post)
  }

  async press(command: NightCommand, by = caller): Promise<void> {
    const night = this.server.stage.night()
    if (!night) throw new Error('no performance is open')
    const answer = await night.owner.submit({ id: freshId(), by, madeAt: this.now(), command })
    if (!answer.ok) throw new Error('refusal' in answer ? answer.refusal.sentence : answer.failure)
  }

  answer(department: string, moment: Moment): Promise<void> {
    const own = id<'department'>(department)
    return this.press(
      { name: 'standby.acknowledge', moment: moment.id, department: own, channel: 'screen' },
      { ...caller, roles: ['dept'], department: own },
    )
  }

  async callUntil(stop: (moment: Moment) => boolean): Promise<Moment | null> {
    for (;;) {
      const night = this.server.stage.night()
      const state = night?.owner.state().calling
      const next = night && state ? night.plan.timeline.moments[state.desk.next] : undefined
      if (!next || !state || stop(next)) return next ?? null
      const { reached } = state
      if (reached && reached.point.act === next.at.act) {
        const due = reached.at + (next.at.seconds - reached.point.seconds) * 1000
        this.moveOn(Math.max(0, (due - this.now()) / 1000))
      }
      if (!state.standbys.some((one) => one.moment === next.index)) {
        await this.press({ name: 'standby.give', moment: next.id })
      }
      const answered = state.standbys.find((one) => one.moment === next.index)?.acknowledged ?? []
      for (const department of new Set(next.cues.map((cue) => cue.department))) {
        if (!answered.some((one) => one.department === department)) await this.answer(department, next)
      }
      if (notYetClear(state, next).length > 0) await this.press({ name: 'clear.say', moment: next.id })
      await this.press({ name: 'cue.go', moment: next.id, move: state.desk.move })
    }
  }
}

async function invite({ stage, address }: RunningServer, madeAt: Instant, post: Post): Promise<string> {
  const { secret, hash } = freshSecret()
  const device = id<'device'>(`device-${freshId()}`)
  const answer = await stage.installation.submit({
    id: `invite:${device}`,
    by: theMachine,
    madeAt,
    command: {
      name: 'device.invite',
      device,
      linkHash: hash,
      post: {
        name: post.name,
        roles: post.roles,
        person: post.person === undefined ? null : id<'person'>(post.person),
        department: post.department === undefined ? null : id<'department'>(post.department),
        place: post.place === undefined ? null : id<'place'>(post.place),
      },
    },
  })
  if (!answer.ok) throw new Error('refusal' in answer ? answer.refusal.sentence : answer.failure)
  return `${address}${joinPath(device, secret)}`
}
