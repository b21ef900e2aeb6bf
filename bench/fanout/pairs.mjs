// Ghostlight beside the floor server under the fan-out harness: interleaved pairs, and the median of their ratios.
//
//     node bench/fanout/pairs.mjs HARNESS [closed|cold|storm] [--pairs=5] [--n=500] [--go=300] …
//
// HARNESS is the folder with bench.mjs and adapter-floor.mjs. A pair in which the rest of the machine burned more than
// 15 % is run again, a few times at most; what is printed says how many were.

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const OTHERS_PCT_MAX = 15
const AGAIN_MAX = 6
const RUN_MS_MAX = 300_000

const [harness = '', mode = 'closed', ...options] = process.argv.slice(2)
const given = Object.fromEntries(options.map((option) => option.replace(/^--/, '').split('=')))
const { pairs = '5', ...rest } = given
const ours = fileURLToPath(new URL('adapter.mjs', import.meta.url))
const coldFolder = join(mkdtempSync(join(tmpdir(), 'ghostlight-cold-')), 'data')

/** The JSON lines that one run prints. */
function run(adapter, extra = {}) {
  const args = Object.entries({ ...rest, ...extra }).map(([key, value]) => `--${key}=${value}`)
  const ran = spawnSync('node', ['bench.mjs', adapter, mode, ...args], {
    cwd: resolve(harness),
    env: { ...process.env, IDLE: '0', ...(mode === 'cold' ? { GHOSTLIGHT_BENCH_EVENTS: '5000' } : {}) },
    encoding: 'utf8',
    timeout: RUN_MS_MAX,
  })
  const lines = ran.stdout.split('\n').filter((line) => line.startsWith('{'))
  if (lines.length === 0) throw new Error(`${adapter} ${mode} printed nothing\n${ran.stderr}`)
  return lines.map((line) => JSON.parse(line))
}

/** What is compared, by name. */
function figures(lines) {
  const [first, second] = lines
  if (mode === 'cold') return { firstSnapshotMs: first.firstSnapshotMs.p50 }
  if (mode === 'storm')
    return {
      allInMs: first.allSnapshotMs,
      MB: first.totalMB,
      goInsideMs: second.goToControllerMs,
      allBackMs: second.allBackMs,
    }
  const { p50, p95 } = first.lastClientMs
  return {
    p50,
    p95,
    framesPerGo: first.msgsPerGoPerClient,
    tornMax: first.tornMs.max,
    fail: first.fail,
    cpuMsPerGo: first.serverCpuMsPerGo,
    othersPct: first.othersPct,
  }
}

const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
const rounded = (value) => Math.round(value * 100) / 100

const done = []
let again = 0
while (done.length < Number(pairs)) {
  const floor = figures(run('./adapter-floor.mjs'))
  const ghostlight = figures(run(ours, mode === 'cold' ? { dir: coldFolder } : {}))
  const busy = Math.max(floor.othersPct ?? 0, ghostlight.othersPct ?? 0)
  if (busy > OTHERS_PCT_MAX && again < AGAIN_MAX) {
    again += 1
    continue
  }
  done.push({ floor, ghostlight })
  console.log(JSON.stringify({ pair: done.length, floor, ghostlight }))
}
const names = Object.keys(done[0].floor).filter((name) => done.every(({ floor }) => floor[name] > 0))
const ratios = Object.fromEntries(
  names
    .filter((name) => name !== 'othersPct')
    .map((name) => [
      name,
      rounded(median(done.map(({ floor, ghostlight }) => ghostlight[name] / floor[name]))),
    ]),
)
console.log(
  JSON.stringify({ mode, options: rest, pairs: done.length, runAgain: again, medianOfRatios: ratios }),
)
