// A dry run as a button: what `ghostlight simulate presence` does, smaller, beside everything else, and never in a show.

import { Worker } from 'node:worker_threads'
import { may } from '../../core/disclosure/policy.ts'
import type { Asked } from '../../core/dry-run/table.ts'
import type { DryRunTold } from '../../wire/dry-run.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Stage } from '../hub/stage.ts'
import { type Deeds, type OfficeAnswer, refuse, said } from './deeds.ts'
import { isBusy } from './show-deeds.ts'

/** Companies and evenings of each: a few seconds of one core. The command line takes more. */
export const DRY_RUN_LAYOUTS = 2
export const DRY_RUN_EVENINGS = 8
/** On a slow laptop it takes half a minute; one that takes this long is stuck. */
const DRY_RUN_MS_MAX = 120_000

const asked: Asked = {
  ...{ layouts: DRY_RUN_LAYOUTS, evenings: DRY_RUN_EVENINGS, answerRate: 0.85, busy: 0 },
  ...{ recording: 'taps', prompt: false },
}

type Options = {
  readonly stage: Stage
  readonly clock: Clock
  /** Another thread's file, for tests of one that dies or hangs. */
  readonly thread?: URL
  readonly msMax?: number
}

export function dryRunDeeds({ stage, clock, thread = threadFile(), msMax = DRY_RUN_MS_MAX }: Options): Deeds {
  let running = false
  const run = async (): Promise<OfficeAnswer> => {
    running = true
    // One that was too slow, or broke, which is told where it does: whoever asked presses again.
    const told = await ranOn(thread, clock, msMax).catch(() => null)
    running = false
    return told === null ? refuse('not-run', 'That did not come to an end. Press again.') : said(told)
  }
  return new Map([
    [
      '/api/office/dry-run',
      {
        method: 'POST',
        takes: 'json',
        bytesMax: 1_000,
        run: ({ viewer }) => {
          if (!may(viewer, 'edit the show'))
            return { ...refuse('not-yours', 'A stage manager tries this out.'), status: 403 }
          if (isBusy(stage) !== null)
            return refuse(
              'still-open',
              'Tonight’s performance has begun. This is tried out when it is closed.',
            )
          return running ? refuse('busy', 'One is on its way already: wait for it.') : run()
        },
      },
    ],
  ])
}

function ranOn(thread: URL, clock: Clock, msMax: number): Promise<DryRunTold> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: asked })
    // It keeps nobody waiting who wants to close.
    worker.unref()
    const late = clock.after(msMax, () => void worker.terminate())
    worker.on('message', (told: DryRunTold) => resolve(told))
    worker.on('error', (error) => {
      tellMistake(error)
      reject(error)
    })
    // After an answer this changes nothing any more.
    worker.on('exit', () => {
      late()
      reject(new Error('it ended early'))
    })
  })
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./dry-run-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
