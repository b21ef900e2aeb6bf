// Something that may be made to hurt, done in a thread of its own with bounds of memory and time: here it hurts nothing else.

import { Worker } from 'node:worker_threads'
import type { Clock } from '../clock/clock.ts'
import { tellMistake, toldAs } from '../clock/mistakes.ts'

/** The largest play known to us, twenty times over. */
const READ_MEMORY_MB_MAX = 512
/** Of bytes that are no objects, as what a file unpacks into: looked at so often. */
export const READ_BYTES_MB_MAX = 192
const LOOK_MS = 50

type Bounds = { readonly clock: Clock; readonly msMax: number }

/** What the thread says first; null where it died, or needed more than it may have. */
export function inThread<T>(thread: URL, asked: unknown, { clock, msMax }: Bounds): Promise<T | null> {
  return new Promise<T | null>((resolve) => {
    const worker = new Worker(thread, {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: READ_MEMORY_MB_MAX },
    })
    // It keeps nobody waiting who wants to close.
    worker.unref()
    const ends = [clock.after(msMax, () => void worker.terminate()), watched(worker, clock)]
    worker.on('message', (told: T) => resolve(told))
    worker.on('error', (error) => {
      tellMistake(error)
      resolve(null)
    })
    // After an answer this changes nothing any more.
    worker.on('exit', () => {
      for (const end of ends) end()
      resolve(null)
    })
  }).catch(toldAs(null))
}

/** The bound of a thread’s memory is for objects alone: bytes are looked at from here, also while it is busy. */
function watched(worker: Worker, clock: Clock): () => void {
  let isOver = false
  let stop = () => {}
  const look = () => {
    stop = clock.after(LOOK_MS, () => {
      void worker
        .getHeapStatistics()
        .then(({ external_memory: bytes }) => {
          if (bytes > READ_BYTES_MB_MAX * 1024 * 1024) void worker.terminate()
        })
        // It has not begun, or has ended.
        .catch(() => undefined)
        .finally(() => isOver || look())
    })
  }
  look()
  return () => {
    isOver = true
    stop()
  }
}
