// The writer's thread: takes everything that waits, commits it as one, syncs once, then tells every sender.

import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { must } from '../../core/kit/assert.ts'
import { type Ask, type Asked, OPENED, type Replied, type WriterData } from './asks.ts'
import { documentText } from './documents.ts'
import { openNodeDriver } from './driver.ts'
import { openFile } from './files.ts'
import { type Keeper, openKeeper } from './keeper.ts'
import { type Lock, lockLog } from './lock.ts'
import { readEvents, snapshotOf, streamHeads } from './reading.ts'
import type { Driver } from './rows.ts'
import { checkpoint } from './schema.ts'
import { answerOf, epochOf, headOf, isErasing, type Write } from './store.ts'
import { wrongOf } from './trouble.ts'

/** In one commit: bounds how long the first of them waits for the last. */
const BATCH_WRITES_MAX = 2_000

type Waiting = { readonly id: number; readonly writes: readonly Write[] }
type Reading = { readonly id: number; readonly ask: Exclude<Ask, { do: 'write' | 'close' }> }

function open(line: MessagePort, { file, evenIfDamaged }: WriterData): void {
  let lock: Lock | null = null
  try {
    lock = lockLog(file)
    const keeper = openKeeper({ open: () => openFile(file, openNodeDriver), evenIfDamaged })
    serve(line, keeper, lock)
    say(line, { id: OPENED, ok: true, reply: null })
  } catch (error) {
    lock?.release()
    say(line, { id: OPENED, ok: false, wrong: wrongOf(error) })
  }
}

function serve(line: MessagePort, keeper: Keeper, lock: Lock): void {
  const writes: Waiting[] = []
  const reads: Reading[] = []
  let closing: number | null = null

  const take = ({ id, ask }: Asked) => {
    if (ask.do === 'write') writes.push({ id, writes: ask.writes })
    else if (ask.do === 'close') closing = id
    else reads.push({ id, ask })
  }
  // Writes before reads, and one read at a time: nobody's GO waits for somebody's history.
  const work = () => {
    for (;;) {
      takeWaiting(line, take)
      const read = writes.length === 0 ? reads.shift() : undefined
      if (writes.length > 0) commit(line, keeper, batchOf(writes))
      else if (read !== undefined) answerRead(line, keeper, read)
      else break
    }
    if (closing !== null) close(line, { keeper, lock, id: closing })
  }
  line.on('message', (first: Asked) => {
    take(first)
    work()
  })
}

/** What has arrived meanwhile: without returning to the event loop, so that all of it shares one commit. */
function takeWaiting(line: MessagePort, take: (asked: Asked) => void): void {
  for (let next = receiveMessageOnPort(line); next !== undefined; next = receiveMessageOnPort(line)) {
    take(next.message)
  }
}

function batchOf(waiting: Waiting[]): readonly Waiting[] {
  let count = 0
  const fits = waiting.findIndex(({ writes }, index) => {
    count += writes.length
    return index > 0 && count > BATCH_WRITES_MAX
  })
  return waiting.splice(0, fits === -1 ? waiting.length : fits)
}

function commit(line: MessagePort, keeper: Keeper, batch: readonly Waiting[]): void {
  try {
    const writes = batch.flatMap((one) => one.writes)
    const written = keeper.write(writes)
    // Whoever is told that something is erased finds no byte of it on the disk any more.
    if (writes.some(isErasing)) keeper.tidy()
    let from = 0
    for (const { id, writes: own } of batch) {
      say(line, { id, ok: true, reply: written.slice(from, from + own.length) })
      from += own.length
    }
    keeper.tidy()
  } catch (error) {
    // A mistake of ours in one of them, and all of them were rolled back.
    for (const { id } of batch) say(line, { id, ok: false, wrong: wrongOf(error) })
  }
}

function answerRead(line: MessagePort, keeper: Keeper, { id, ask }: Reading): void {
  try {
    const stream = 'stream' in ask ? ask.stream : 'document'
    const seq = 'from' in ask ? ask.from : 0
    say(line, { id, ok: true, reply: keeper.read(stream, seq, (driver) => replyTo(driver, ask)) })
  } catch (error) {
    say(line, { id, ok: false, wrong: wrongOf(error) })
  }
}

function replyTo(driver: Driver, ask: Reading['ask']) {
  switch (ask.do) {
    case 'read':
      return readEvents(driver, ask.stream, ask.from, ask.limit)
    case 'answer':
      return answerOf(driver, ask.stream, ask.command)
    case 'head':
      return { ...headOf(driver, ask.stream), epoch: epochOf(driver, ask.stream) }
    case 'streams':
      return streamHeads(driver)
    case 'document':
      return documentText(driver, ask.hash)
    case 'snapshot':
      return snapshotOf(driver, ask.stream, ask.projector)
    case 'compact':
      driver.exec('VACUUM')
      checkpoint(driver)
      return null
    default:
      return ask satisfies never
  }
}

function close(line: MessagePort, held: { keeper: Keeper; lock: Lock; id: number }): void {
  held.keeper.close()
  held.lock.release()
  say(line, { id: held.id, ok: true, reply: null })
  line.close()
}

const say = (line: MessagePort, replied: Replied) => line.postMessage(replied)

// As at the edge: sqlite.ts on the other side is the only one who starts this file and writes on this line.
open(must(parentPort, 'the writer runs in a thread of its own'), workerData as WriterData)
