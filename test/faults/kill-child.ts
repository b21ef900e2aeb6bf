// The process that kill.test.ts kills: appends to several streams through the real log and says, line by line on its
// standard output, what was acknowledged.

import { writeSync } from 'node:fs'
import { must } from '../../src/core/kit/assert.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { instant } from '../../src/core/kit/time.ts'
import { seededBytes } from '../../src/server/log/chain.ts'
import type { Append, Log } from '../../src/server/log/log.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'

const STREAMS = ['tonight', 'matinee', 'installation']
const COMMANDS_MAX = 100_000

const [, , file, seedText] = process.argv
const seed = Number(must(seedText, 'the seed is the second argument'))
const throws = dice(seed)
const log = await openSqliteLog({ file: must(file, 'the file is the first'), random: seededBytes(throws) })
await Promise.all(STREAMS.map((stream, index) => work(log, stream, dice(seed * 10 + index))))

/** One owner: a few appends at a time, each built on the one before, until someone pulls the plug. */
async function work(log: Log, stream: string, throws: Dice): Promise<void> {
  const epoch = await log.claim(stream)
  let { seq } = await log.head(stream)
  for (let count = 0; count < COMMANDS_MAX; ) {
    const appends = Array.from({ length: throws.whole(1, 3) }, (): Append => {
      count += 1
      const append = { stream, epoch, expectSeq: seq, command: `${seed}-${count}`, ...decided(throws) }
      seq += append.events.length
      return append
    })
    for (const [index, outcome] of (await log.append(appends)).entries()) {
      if (outcome.done !== 'appended') throw new Error(`not appended: ${JSON.stringify(outcome)}`)
      const command = appends[index]?.command
      const last = outcome.events.at(-1)
      say({ stream, command, lastSeq: last?.seq ?? null, hash: last?.hash ?? null })
    }
    if (throws.chance(0.02)) await log.saveDocument(`show ${throws.whole(1, 9)} ${'x'.repeat(20_000)}`)
  }
}

function decided(throws: Dice): Pick<Append, 'events' | 'answer' | 'at' | 'by'> {
  const size = throws.chance(0.02) ? 30_000 : throws.whole(0, 500)
  const events = Array.from({ length: throws.whole(0, 3) }, () => ({
    ...{ type: 'note.made', v: 1, body: { text: 'x'.repeat(size) }, detail: 'in the wings' },
  }))
  return { events, answer: { ok: true }, at: instant(throws.whole(0, 1_000_000)), by: 'dsm' }
}

/** Straight into the pipe: what is said before the kill is heard after it. A full pipe is waited for. */
function say(acked: unknown): void {
  let left = Buffer.from(`${JSON.stringify(acked)}\n`)
  while (left.length > 0) left = left.subarray(written(left))
}

function written(bytes: Buffer): number {
  try {
    return writeSync(1, bytes)
  } catch (error) {
    const full = error instanceof Error && 'code' in error && error.code === 'EAGAIN'
    if (!full) throw error
    // The listener is slow tonight; nothing else can happen in this process meanwhile.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    return 0
  }
}
