// Kills a process that appends through the real log, at random instants, and looks at what it left.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice } from '../../src/core/kit/dice.ts'
import type { Log } from '../../src/server/log/log.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { roundsOr, seed, timeFor } from './effort.ts'

const rounds = roundsOr(12)
/** Then a new file, so that the making of one is killed too and checking stays quick. */
const ROUNDS_PER_FILE = 20
const program = fileURLToPath(new URL('./kill-child.ts', import.meta.url))

type Acked = {
  readonly stream: string
  readonly command: string
  readonly lastSeq: number | null
  readonly hash: string | null
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-kill-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Lets it run until so long after it was started, or after its first word, and kills it. */
async function runAndKill(file: string, childSeed: number, when: { afterWord: boolean; ms: number }) {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const child = spawn(process.execPath, [program, file, String(childSeed)], { env })
  let said = ''
  let complained = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  child.stderr.on('data', (bytes: Buffer) => {
    complained += bytes.toString()
  })
  const closed = once(child, 'close')
  if (when.afterWord) await Promise.race([once(child.stdout, 'data'), closed])
  await Promise.race([wait(when.ms), closed])
  child.kill('SIGKILL')
  await closed
  expect(complained).toBe('')
  // The last line may have been cut through.
  const lines = said.split('\n').slice(0, -1)
  // As at the edge: kill-child.ts prints nothing else.
  return lines.map((line) => JSON.parse(line) as Acked)
}

/** How many of the acknowledged are not there as acknowledged. */
async function countLost(log: Log, acked: readonly Acked[]): Promise<number> {
  let lost = 0
  for (const { stream, command, lastSeq, hash } of acked) {
    const known = await log.answer(stream, command)
    const [event] = lastSeq === null ? [] : await log.read(stream, lastSeq, 1)
    const there = known !== null && (lastSeq === null || (known.lastSeq === lastSeq && event?.hash === hash))
    lost += there ? 0 : 1
  }
  return lost
}

test(
  'LOG-2, LOG-4, LOG-19: a killed process loses nothing acknowledged, leaves commands whole and no lock',
  async () => {
    const throws = dice(seed)
    const total = { acked: 0, lost: 0 }
    /** The last heard of on the present file: all before it hangs on its hash. */
    let last = new Map<string, Acked>()
    for (let round = 0; round < rounds; round += 1) {
      if (round % ROUNDS_PER_FILE === 0) last = new Map()
      const file = join(folder, `log-${Math.floor(round / ROUNDS_PER_FILE)}.db`)
      const when = { afterWord: throws.chance(0.8), ms: throws.whole(0, 250) }
      const acked = await runAndKill(file, seed * 10_000 + round, when)
      const log = await openSqliteLog({ file })
      expect(await log.verify()).toMatchObject({ ok: true, firstBad: null })
      total.acked += acked.length
      total.lost += await countLost(log, [...acked, ...last.values()])
      for (const each of acked) if (each.lastSeq !== null) last.set(each.stream, each)
      await log.close()
    }
    console.log(`kill: ${rounds} rounds, ${total.acked} acked, ${total.lost} lost, seed ${seed}`)
    expect(total.lost).toBe(0)
    expect(total.acked).toBeGreaterThan(rounds)
  },
  timeFor(rounds, 5000),
)
