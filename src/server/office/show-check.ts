// Checks changed shows beside everything else that runs: a large one takes a third of a second, and a GO takes none.

import { Worker } from 'node:worker_threads'
import type { Show } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import { type CheckedShow, checkedShow } from './checked-show.ts'

/** The largest show takes a second on a slow laptop; a thread that takes this long is stuck. */
export const CHECK_MS_MAX = 20_000

export type ShowCheck = {
  /** One after another; never rejects. */
  check(show: Show): Promise<CheckedShow>
  close(): Promise<void>
}

type Options = {
  readonly clock: Clock
  /** Another thread's file, for tests of one that dies or hangs. */
  readonly thread?: URL
  readonly checkMsMax?: number
}

/** The thread is begun with the first show and stays: whoever types cues types many. */
export function openShowCheck({
  clock,
  thread = threadFile(),
  checkMsMax = CHECK_MS_MAX,
}: Options): ShowCheck {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = async () => {
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  const check = async (show: Show): Promise<CheckedShow> => {
    const told = await asked(show).catch(() => null)
    if (told !== null) return told
    // Where the system has no thread to give, or it broke: late is better than not.
    await end()
    return checkedShow(show)
  }
  const asked = (show: Show): Promise<CheckedShow> =>
    new Promise((resolve, reject) => {
      worker ??= begun(thread)
      const one = worker
      const late = clock.after(checkMsMax, () => broke(new Error('it hangs')))
      const settle = () => {
        late()
        one.off('message', told).off('error', broke).off('exit', broke)
      }
      const told = (checked: CheckedShow) => {
        settle()
        resolve(checked)
      }
      const broke = (why: unknown) => {
        settle()
        reject(why)
      }
      one.on('message', told).on('error', broke).on('exit', broke)
      one.postMessage(show)
    })
  return {
    check: (show) => {
      const mine = last.then(() => check(show))
      last = mine
      return mine
    },
    close: end,
  }
}

function begun(thread: URL): Worker {
  const worker = new Worker(thread)
  // What breaks between two shows concerns the next one only.
  worker.on('error', () => undefined)
  // It keeps nobody waiting who wants to close.
  worker.unref()
  return worker
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./show-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
