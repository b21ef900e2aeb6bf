// Where the contract is tried: a store that outlives its logs, and someone who owns a stream of it.

import { afterAll, beforeAll } from 'vitest'
import { must } from '../../core/kit/assert.ts'
import type { Json } from '../../core/kit/json.ts'
import { instant } from '../../core/kit/time.ts'
import type { Append, Level, Log, NewEvent, StoredEvent } from './log.ts'

export type Bench = {
  /** What its acknowledgements promise. */
  readonly level: Level
  /** Opens the store; the log opened before must have been closed. */
  open(evenIfDamaged: boolean): Promise<Log>
  /** Changes what is stored of one event behind the log's back; no log is open meanwhile. */
  tamper(stream: string, seq: number, what: 'body' | 'detail' | 'author'): Promise<void>
  dispose(): Promise<void>
}

export type Stage = {
  log(): Log
  reopen(): Promise<void>
  tamper: Bench['tamper']
  /** A fresh stream, claimed. */
  enter(): Promise<Actor>
  level(): Level
}

/** Someone who owns a stream and keeps count of it. */
export type Actor = {
  readonly stream: string
  seq: number
  /** An append that fits, but for what is changed. */
  make(change?: Partial<Append>): Append
  /** Makes it, appends it and takes the outcome to be `appended`. */
  add(change?: Partial<Append>): Promise<readonly StoredEvent[]>
}

/** One store for all tests of the describe block that this is called in. */
export function stageOf(open: () => Promise<Bench>): Stage {
  let bench: Bench | undefined
  let log: Log | undefined
  let streams = 0
  const current = () => must(log, 'the log is open')
  const store = () => must(bench, 'the store is there')
  beforeAll(async () => {
    bench = await open()
    log = await bench.open(false)
  })
  afterAll(async () => {
    await log?.close()
    await bench?.dispose()
  })
  return {
    log: current,
    async reopen() {
      await current().close()
      log = await store().open(false)
    },
    async tamper(...what) {
      await current().close()
      await store().tamper(...what)
      log = await store().open(true)
    },
    enter() {
      streams += 1
      return actorOn(current, `stream-${streams}`)
    },
    level: () => store().level,
  }
}

async function actorOn(log: () => Log, stream: string): Promise<Actor> {
  const epoch = await log().claim(stream)
  let commands = 0
  const actor: Actor = {
    stream,
    seq: 0,
    make(change = {}) {
      commands += 1
      return {
        ...{ stream, epoch, expectSeq: actor.seq, command: `${stream}-${commands}`, by: 'dsm' },
        ...{ at: instant(1_000_000 + commands), events: [note()], answer: { ok: true } },
        ...change,
      }
    },
    async add(change) {
      const [outcome] = await log().append([actor.make(change)])
      if (outcome?.done !== 'appended') throw new Error(`expected an append, got ${JSON.stringify(outcome)}`)
      actor.seq += outcome.events.length
      return outcome.events
    },
  }
  return actor
}

export const note = (body: Json = { text: 'LX 42' }): NewEvent => ({ type: 'note.made', v: 1, body })
export const personal = (detail: Json): NewEvent => ({ ...note({ of: 'somebody' }), detail })
