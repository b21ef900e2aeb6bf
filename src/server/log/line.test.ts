// How much may wait for the disk at once, and what whoever comes then is told.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import { Line, QUEUE_ASKS_MAX, QUEUE_BYTES_MAX } from './line.ts'
import { type Append, EVENT_BYTES_MAX, type Log } from './log.ts'
import { openSqliteLog } from './sqlite.ts'

let folder = ''
let log: Log
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-line-'))
  log = await openSqliteLog({ file: join(folder, 'log.db') })
})
afterAll(async () => {
  await log.close()
  rmSync(folder, { recursive: true })
})

const append = (stream: string, seq: number, body: string): Append => ({
  ...{ stream, epoch: 1, expectSeq: seq, command: `c${seq}`, by: 'dsm', answer: null },
  ...{ at: instant(1000), events: [{ type: 'note.made', v: 1, body }] },
})

test('LOG-9: a writer that dies acknowledges nothing, then or later, and says why', async () => {
  const dying = `const { parentPort } = require('node:worker_threads')
    parentPort.postMessage({ id: 0, ok: true, reply: null })
    parentPort.on('message', () => { throw new Error('as the test wanted it') })`
  const line = new Line(new Worker(dying, { eval: true }))
  await line.opened
  const why = 'The log takes nothing more: it met a mistake (as the test wanted it).'
  await expect(line.ask({ do: 'streams' }, 0)).rejects.toMatchObject({ reason: 'stopped', message: why })
  await expect(line.ask({ do: 'streams' }, 0)).rejects.toThrow(why)
  await line.close()
})

test('LOG-20: QUEUE_ASKS_MAX may wait for the disk; the next is told that the log is behind', async () => {
  await log.claim('many')
  const calls = Array.from({ length: QUEUE_ASKS_MAX + 1 }, (_, seq) => log.append([append('many', seq, '')]))
  const outcomes = (await Promise.all(calls)).flat()
  const sentence = 'The log is behind: too much waits for the disk. This was not kept.'
  expect(outcomes.at(-1)).toEqual({ done: 'failed', sentence })
  expect(outcomes.filter(({ done }) => done === 'appended')).toHaveLength(QUEUE_ASKS_MAX)
  expect((await log.head('many')).seq).toBe(QUEUE_ASKS_MAX)
  const reads = Array.from({ length: QUEUE_ASKS_MAX + 1 }, () => log.head('many'))
  const ends = await Promise.allSettled(reads)
  expect(ends.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { reason: 'overrun' } },
  ])
})

test('LOG-20: QUEUE_BYTES_MAX may wait for the disk; then there is room again', async () => {
  await log.claim('large')
  const body = 'x'.repeat(EVENT_BYTES_MAX - 2)
  const fit = Math.floor(QUEUE_BYTES_MAX / EVENT_BYTES_MAX)
  const calls = Array.from({ length: fit + 1 }, (_, seq) => log.append([append('large', seq, body)]))
  const outcomes = (await Promise.all(calls)).flat()
  const kept = outcomes.filter(({ done }) => done === 'appended').length
  expect([fit, fit - 1]).toContain(kept)
  expect(outcomes.slice(kept).every(({ done }) => done === 'failed')).toBe(true)
  expect(await log.append([append('large', kept, body)])).toMatchObject([{ done: 'appended' }])
})
