// This side of the line to the writer's thread: who waits for which reply, and how much may wait at all.

import { Worker } from 'node:worker_threads'
import { type Ask, type Asked, OPENED, type Replied, type Replies, type WriterData } from './asks.ts'
import { errorOf, LogUnavailable } from './trouble.ts'

/** Asked and not yet replied to. The disk must stand still for long before either is reached. */
export const QUEUE_ASKS_MAX = 4_000
export const QUEUE_BYTES_MAX = 64 * 1024 * 1024

export type Line = {
  /** Rejects with LogDamaged, LogUnavailable or a Mistake. `weight` in bytes, about. */
  ask<A extends Ask>(ask: A, weight: number): Promise<Replies[A['do']]>
  close(): Promise<void>
}

type Waiting = {
  readonly weight: number
  readonly resolve: (reply: Replies[keyof Replies]) => void
  readonly reject: (error: Error) => void
}

export async function openLine(data: WriterData): Promise<Line> {
  const thread = new Worker(new URL('./writer.ts', import.meta.url), { workerData: data })
  const waiting = new Map<number, Waiting>()
  let queuedBytes = 0
  let lastId = OPENED
  let ended: LogUnavailable | null = null
  let closing: Promise<void> | null = null

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id)
    waiting.delete(id)
    queuedBytes -= found?.weight ?? 0
    return found
  }
  const end = (why: LogUnavailable) => {
    ended ??= why
    for (const id of [...waiting.keys()]) settle(id)?.reject(ended)
  }
  thread.on('message', (replied: Replied) => {
    const found = settle(replied.id)
    if (replied.ok) found?.resolve(replied.reply)
    else found?.reject(errorOf(replied.wrong))
  })
  thread.on('error', (error: Error) => end(stopped(`it met a mistake (${error.message})`)))
  thread.on('exit', () => end(stopped('it is closed')))

  const expect = (id: number, weight: number) =>
    new Promise<Replies[keyof Replies]>((resolve, reject) => {
      queuedBytes += weight
      waiting.set(id, { weight, resolve, reject })
    })
  const send = (ask: Ask, weight: number) => {
    lastId += 1
    const reply = expect(lastId, weight)
    thread.postMessage({ id: lastId, ask } satisfies Asked)
    return reply
  }

  const closeAfterAll = async () => {
    const reply = send({ do: 'close' }, 0)
    ended = stopped('it is closed')
    await reply
    await thread.terminate()
  }

  await expect(OPENED, 0)
  return {
    async ask<A extends Ask>(ask: A, weight: number) {
      if (ended !== null) throw ended
      if (waiting.size >= QUEUE_ASKS_MAX || queuedBytes + weight > QUEUE_BYTES_MAX) {
        throw new LogUnavailable(
          'overrun',
          'The log is behind: too much waits for the disk. This was not kept.',
        )
      }
      // As at the edge: writer.ts answers each ask with the reply of its kind.
      return (await send(ask, weight)) as Replies[A['do']]
    },
    close() {
      closing ??= ended === null ? closeAfterAll() : Promise.resolve()
      return closing
    },
  }
}

const stopped = (why: string) => new LogUnavailable('stopped', `The log takes nothing more: ${why}.`)
