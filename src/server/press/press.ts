// The press: one job at a time, on a thread of its own, so that a GO never waits for paper.

import { Worker } from 'node:worker_threads'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { PressJob } from './job.ts'

export type Printed =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly sentence: string }

export type Press = {
  /** `make`: asked for the job when its turn comes; null where there is none after all. Rejects only as `make` does. */
  print(make: () => Promise<PressJob | null>): Promise<Printed | null>
  close(): Promise<void>
}

/** Jobs that wait behind the one on the press; whoever comes then is asked to press again. */
export const JOBS_WAITING_MAX = 4
/** A set takes a second; one that takes this long will never be done. */
const JOB_MS_MAX = 30_000

const busy = { ok: false, sentence: 'The press is busy with other sheets. Press again in a moment.' } as const
const broke = { ok: false, sentence: 'The sheets could not be made. Press again.' } as const
const closed = { ok: false, sentence: 'The server is closing.' } as const

type Options = {
  readonly clock: Clock
  /** Another thread's file, for tests of one that hangs or dies. */
  readonly thread?: URL
  readonly jobMsMax?: number
}

export function openPress({ clock, thread = threadFile(), jobMsMax = JOB_MS_MAX }: Options): Press {
  const state: { working: Worker | null; open: boolean; waiting: number; last: Promise<unknown> } = {
    ...{ working: null, open: true, waiting: 0, last: Promise.resolve() },
  }
  const work = (job: PressJob): Promise<Printed> =>
    new Promise((resolve) => {
      if (!state.open) return resolve(closed)
      const worker = begun(thread, job)
      if (worker === null) return resolve(broke)
      state.working = worker
      const late = clock.after(jobMsMax, () => void worker.terminate())
      worker.on('message', resolve)
      worker.on('error', (error) => {
        tellMistake(error)
        resolve(broke)
      })
      // After an answer this changes nothing any more.
      worker.on('exit', () => {
        late()
        resolve(state.open ? broke : closed)
      })
    })
  return {
    print: async (make) => {
      if (state.waiting > JOBS_WAITING_MAX) return busy
      state.waiting += 1
      const mine = state.last.then(async () => {
        const job = await make()
        return job && work(job)
      })
      // Whoever asked for that one is told; the next has its turn all the same.
      state.last = mine.catch(() => undefined)
      try {
        return await mine
      } finally {
        state.waiting -= 1
      }
    },
    close: async () => {
      state.open = false
      await state.working?.terminate()
    },
  }
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./press-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)

/** Null where the system has no thread to give: that sheet is not printed, and the next may be. */
function begun(thread: URL, job: PressJob): Worker | null {
  try {
    return new Worker(thread, { workerData: job })
  } catch {
    return null
  }
}
