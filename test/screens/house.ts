// A house for pictures and browser tests: the real server on the demo show, with a clock that can be moved on.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallingCommand } from '../../src/core/calling/commands.ts'
import type { RoleName, Viewer } from '../../src/core/disclosure/policy.ts'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import { type Instant, instant } from '../../src/core/kit/time.ts'
import type { Moment } from '../../src/core/show/timeline.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { freshId, freshSecret } from '../../src/server/http/cookies.ts'
import { joinPath } from '../../src/server/hub/perform.ts'
import { type RunningServer, startServer } from '../../src/server/main.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Post = {
  readonly name: string
  readonly roles: readonly RoleName[]
  readonly person?: string
  readonly department?: string
}

export type House = {
  readonly server: RunningServer
  readonly now: () => Instant
  readonly moveOn: (seconds: number) => void
  /** A pairing link of the installation. */
  readonly invite: (post: Post) => Promise<string>
  /** Presses at the desk, as the caller. Throws the refusal. */
  readonly press: (command: CallingCommand) => Promise<void>
  readonly answer: (department: string, moment: Moment) => Promise<void>
  /** Calls every cue as planned until the next to be called is the first that `stop` says. */
  readonly callUntil: (stop: (moment: Moment) => boolean) => Promise<Moment | null>
  /** Ends the server and starts it again on the same log and port. */
  readonly restart: () => Promise<void>
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
  const dataDir = mkdtempSync(join(tmpdir(), 'ghostlight-'))
  const text = readFileSync(join(root, 'demo/slack-water.show.json'), 'utf8')
  const read = readShowFile(text)
  if (!read.ok) throw new Error('the demo show has errors')
  let shift = at - systemClock.now()
  const clock = { now: () => instant(systemClock.now() + shift), after: systemClock.after }
  const start = (port: number) =>
    startServer({
      dataDir,
      port,
      host: '127.0.0.1',
      webDir: join(root, 'dist/web'),
      show: empty ? null : { text, show: read.show },
      goIntervalMs: 0,
      clock,
    })
  let server = await start(0)
  const { port } = server
  const press = async (command: CallingCommand, by = caller) => {
    const night = server.stage.night()
    if (!night) throw new Error('no performance is open')
    const answer = await night.owner.submit({ id: freshId(), by, madeAt: clock.now(), command })
    if (!answer.ok) throw new Error('refusal' in answer ? answer.refusal.sentence : answer.failure)
  }
  const answer = (department: string, moment: Moment) =>
    press(
      {
        name: 'standby.acknowledge',
        moment: moment.id,
        department: id<'department'>(department),
        channel: 'screen',
      },
      { ...caller, roles: ['dept'], department: id<'department'>(department) },
    )
  const moveOn = (seconds: number) => {
    shift += seconds * 1000
  }
  return {
    get server() {
      return server
    },
    now: clock.now,
    moveOn,
    press,
    answer,
    invite: (post) => invite(server, clock.now(), post),
    callUntil: async (stop) => {
      for (;;) {
        const night = server.stage.night()
        const state = night?.owner.state().calling
        const next = night && state ? night.plan.timeline.moments[state.desk.next] : undefined
        if (!next || !state || stop(next)) return next ?? null
        const { reached } = state
        if (reached && reached.point.act === next.at.act) {
          const due = reached.at + (next.at.seconds - reached.point.seconds) * 1000
          moveOn(Math.max(0, (due - clock.now()) / 1000))
        }
        await press({ name: 'standby.give', moment: next.id })
        for (const department of new Set(next.cues.map((cue) => cue.department)))
          await answer(department, next)
        await press({ name: 'cue.go', moment: next.id, move: state.desk.move })
      }
    },
    restart: async () => {
      await server.close()
      server = await start(port)
    },
    pull: () => server.close(),
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
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
        place: null,
      },
    },
  })
  if (!answer.ok) throw new Error('refusal' in answer ? answer.refusal.sentence : answer.failure)
  return `${address}${joinPath(device, secret)}`
}
