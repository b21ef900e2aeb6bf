// This side of the line to the writer's thread: who waits for which reply, and how much may wait at all.

import { Worker } from 'node:worker_threads'
import { type Ask, type Asked, OPENED, type Replied, type Replies, type WriterData } from './asks.ts'
import { threadFile } from './thread-file.ts'
import { errorOf, LogUnavailable } from './trouble.ts'

/** Asked and not yet replied to. The disk must stand still for long before either is reached. */
export const QUEUE_ASKS_MAX = 4_000
export const QUEUE_BYTES_MAX = 64 * 1024 * 1024

type Waiting = {
  readonly weight: number
  readonly resolve: (reply: Replies[keyof Replies]) => void
  readonly reject: (error: Error) => void
}

/** Rejects with LogDamaged, LogUnavailable or a Mistake. */
export async function openLine(data: WriterData): Promise<Line> {
  const line = new Line(new Worker(threadFile('writer'), { workerData: data }))
  await line.opened
  return line
}

export class Line {
  readonly opened: Promise<unknown>
  readonly #thread: Worker
  readonly #waiting = new Map<number, Waiting>()
  #queuedBytes = 0
  #lastId = OPENED
  #ended: LogUnavailable | null = null
  #closing: Promise<void> | null = null

  constructor(thread: Worker) {
    this.#thread = thread
    this.opened = this.#expect(OPENED, 0)
    thread.on('message', (replied: Replied) => {
      const found = this.#settle(replied.id)
      if (replied.ok) found?.resolve(replied.reply)
      else found?.reject(errorOf(replied.wrong))
    })
    thread.on('error', (error: Error) => this.#end(stopped(`it met a mistake (${error.message})`)))
    thread.on('exit', () => this.#end(stopped('it is closed')))
  }

  /** Rejects with LogDamaged, LogUnavailable or a Mistake. `weight` in bytes, about. */
  async ask<A extends Ask>(ask: A, weight: number): Promise<Replies[A['do']]> {
    if (this.#ended !== null) throw this.#ended
    if (this.#waiting.size >= QUEUE_ASKS_MAX || this.#queuedBytes + weight > QUEUE_BYTES_MAX) {
      throw new LogUnavailable(
        'overrun',
        'The log is behind: too much waits for the disk. This was not kept.',
      )
    }
    // As at the edge: writer.ts answers each ask with the reply of its kind.
    return (await this.#send(ask, weight)) as Replies[A['do']]
  }

  /** After everything that was asked before. */
  close(): Promise<void> {
    this.#closing ??= this.#ended === null ? this.#closeAfterAll() : Promise.resolve()
    return this.#closing
  }

  async #closeAfterAll(): Promise<void> {
    const reply = this.#send({ do: 'close' }, 0)
    this.#ended = stopped('it is closed')
    await reply
    await this.#thread.terminate()
  }

  #send(ask: Ask, weight: number): Promise<Replies[keyof Replies]> {
    this.#lastId += 1
    const reply = this.#expect(this.#lastId, weight)
    this.#thread.postMessage({ id: this.#lastId, ask } satisfies Asked)
    return reply
  }

  #expect(id: number, weight: number): Promise<Replies[keyof Replies]> {
    return new Promise((resolve, reject) => {
      this.#queuedBytes += weight
      this.#waiting.set(id, { weight, resolve, reject })
    })
  }

  #settle(id: number): Waiting | undefined {
    const found = this.#waiting.get(id)
    this.#waiting.delete(id)
    this.#queuedBytes -= found?.weight ?? 0
    return found
  }

  #end(why: LogUnavailable): void {
    this.#ended ??= why
    for (const id of [...this.#waiting.keys()]) this.#settle(id)?.reject(this.#ended)
  }
}

const stopped = (why: string) => new LogUnavailable('stopped', `The log takes nothing more: ${why}.`)
