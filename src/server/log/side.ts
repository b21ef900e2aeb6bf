// Long work beside the writer, on a thread and a connection of its own: verifying the file, exporting a stream.

import { Worker } from 'node:worker_threads'
import type { Verification } from './log.ts'
import type { Loss } from './loss.ts'
import { threadFile } from './thread-file.ts'
import { errorOf, LogUnavailable, type Wrong } from './trouble.ts'

export type Exported = {
  readonly events: number
  readonly erased: number
  readonly documents: number
  /** Hash of the last event: who writes it down elsewhere can tell later that nothing was cut off. */
  readonly hash: string
}

export type Task =
  | { readonly do: 'verify'; readonly file: string }
  | {
      readonly do: 'backup'
      readonly file: string
      readonly target: string
      readonly mark: string | null
    }
  | { readonly do: 'losses'; readonly file: string }
  | { readonly do: 'rewrite'; readonly file: string; readonly target: string }
  | { readonly do: 'ahead'; readonly file: string; readonly other: string }
  | { readonly do: 'export'; readonly file: string; readonly stream: string; readonly target: string }

/** `broken`: pages of the file are, so that nothing may be written into it. */
export type Losses = { readonly losses: readonly Loss[]; readonly broken: boolean }

export type BackedUp = { readonly events: number; readonly performances: number; readonly bytes: number }

export type Results = {
  readonly verify: Verification
  readonly export: Exported
  readonly backup: BackedUp
  readonly ahead: number
  readonly losses: Losses
  readonly rewrite: null
}

export type Told =
  | { readonly ok: true; readonly result: Results[keyof Results] }
  | { readonly ok: false; readonly wrong: Wrong }

/** Only reads, so that it may run while a performance does, or while another program keeps the log. */
export const verifyFile = (file: string): Promise<Verification> => runAside({ do: 'verify', file })

export function runAside<T extends Task>(task: T): Promise<Results[T['do']]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile('side-thread'), { workerData: task })
    thread.on('message', (told: Told) => {
      // As at the edge: side-thread.ts answers each task with the result of its kind.
      if (told.ok) resolve(told.result as Results[T['do']])
      else reject(errorOf(told.wrong))
    })
    thread.on('error', reject)
    // After a result this changes nothing any more.
    thread.on('exit', () => reject(new LogUnavailable('stopped', 'The work beside the log ended early.')))
  })
}
