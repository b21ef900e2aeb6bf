// Ghostlight under the fan-out harness: four kinds of screen, the product's own entry point and settings.
//
// The harness calls `prepare` once per start. A folder that has been prepared is used again, so that a cold start
// finds the record of a night already called (GHOSTLIGHT_BENCH_EVENTS events of it).

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, inflateRawSync } from 'node:zlib'

const root = fileURLToPath(new URL('../../', import.meta.url))
const node = join(root, 'node_modules', 'node', 'bin', 'node')
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'ghostlight') }

/** Moments in the show; twenty seconds of plan between one and the next. */
export const EVENTS = 500
export const MOMENT_SECONDS = 20
const DEVICES = 1_996
/** A cold start is that of a house: so many screens, and the events of a night. */
const NIGHT_EVENTS = Number(process.env.GHOSTLIGHT_BENCH_EVENTS ?? 0)
const DEVICES_OF_A_HOUSE = 64

export const name = 'ghostlight'
export const readyPath = '/api/health'

let called = 0
let last = -1

export function prepare(dir, port) {
  called = NIGHT_EVENTS > 0 ? Number.NaN : 0
  last = -1
  if (!existsSync(join(dir, 'ghostlight.db'))) {
    const seeded = spawnSync(
      node,
      [
        join(root, 'bench', 'fanout', 'seed.ts'),
        dir,
        String(EVENTS),
        String(NIGHT_EVENTS > 0 ? DEVICES_OF_A_HOUSE : DEVICES),
      ],
      {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    )
    if (seeded.status !== 0) throw new Error('the bench show could not be made')
  }
  const serve = [join(root, 'bin', 'ghostlight'), 'serve', '--data', dir, '--port', String(port)]
  const args = [...serve, '--go-interval', '0']
  const trace = process.env.GHOSTLIGHT_BENCH_TRACE
  return trace === undefined
    ? { cmd: node, args, cwd: root, env }
    : { cmd: 'strace', args: [...STRACE, '-o', trace, node, ...args], cwd: root, env }
}

/** What `order.mjs` reads: syncs, and the beginnings of what is written to sockets, in the order in which they came back. */
const STRACE = ['-f', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync,write', '-s', '160']

/** The first is the desk that calls; the others are desks, LX screens, phones and callboards in turn. */
export const wsUrl = (port, i) => {
  const device = i === -1 ? 0 : i % DEVICES
  return `ws://bench-${device}:secret-${device}@127.0.0.1:${port}/live`
}

export const hello = () => [JSON.stringify({ t: 'hello', protocol: 1, seen: null, unpacks: true })]

/** GO for moment `k`: in order where it is next, otherwise a jump, which moves the desk twice. */
export function go(k) {
  const jump = k !== last + 1
  const command = { name: 'cue.go', moment: `m${k}`, move: called, ...(jump ? { jump: true } : {}) }
  called += jump ? 2 : 1
  last = k
  return JSON.stringify({
    t: 'command',
    id: `bench-go-${process.pid}-${called}`,
    madeAt: Date.now(),
    command,
  })
}

/**
 * What the frames of GO `k` say, made once for all the screens that look for it. Without the first quotation mark:
 * it is every tenth letter, and whoever looks for it first looks long.
 */
let sought = { k: -1 }

function seek(k) {
  if (sought.k !== k) {
    const pair = (field, n) => [`${field}":{"id":"m${n}"`, `${field}":{"id":"lx-${n}"`]
    const at = `point":{"act":1,"seconds":${k * MOMENT_SECONDS}}`
    sought = { k, at, now: pair('now', k), upNext: k + 1 < EVENTS ? pair('upNext', k + 1) : null }
  }
  return sought
}

const frameOf = (raw, at) => raw.startsWith('{"t":"frame"') && raw.includes(at)
// A screen that is given cues must have the moment itself; a phone or a callboard has where the show is.
// The desk knows a moment by its group, a department by its own cue in it.
function holds(raw, [desk, department]) {
  const calling = raw.indexOf('calling":')
  return calling === -1 || raw.includes(desk, calling) || raw.includes(department, calling)
}

export function isGo(raw, k) {
  const { at, now } = seek(k)
  return frameOf(raw, at) && holds(raw, now)
}

export function isNext(raw, k) {
  const { at, upNext } = seek(k)
  return frameOf(raw, at) && (upNext === null || holds(raw, upNext))
}

export const isAck = (raw) => raw.startsWith('{"t":"answer"')

const HEAD = { finishFlush: constants.Z_SYNC_FLUSH }
/** Snapshots come packed, as browsers get them: the beginning of what is unpacked says what it is. */
export const isSnapshot = (raw) => textOf(raw).startsWith('{"t":"snapshot"')

function textOf(raw) {
  if (raw.startsWith('{')) return raw
  return inflateRawSync(Buffer.from(raw.slice(0, 200), 'latin1'), HEAD).toString()
}
