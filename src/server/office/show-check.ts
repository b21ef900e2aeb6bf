// Looks at changed shows beside everything else that runs: a large one takes a third of a second, and a GO takes none.

import { Worker } from 'node:worker_threads'
import { accepted, type Result } from '../../core/kit/result.ts'
import type { Show } from '../../core/show/show.ts'
import { changeOf, type ShowChange, showAfter } from '../../core/show/show-change.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Stage } from '../hub/stage.ts'
import type { NewVersion } from '../hub/stage-asks.ts'
import type { CheckedShow, NextShow } from './checked-show.ts'

/** The largest show takes a second on a slow laptop; a thread that takes this long is stuck. */
const CHECK_MS_MAX = 20_000

/** A version as it is published, and its file as it lies in the record. */
export type Version = {
  readonly hash: string
  readonly show: Show
  readonly kept: () => Promise<string | null>
}

export type ShowCheck = {
  /** A show as it is, whole. One after another; never rejects. */
  check(show: Show): Promise<CheckedShow>
  /** What an edit makes of `before`: only what is another in it is written, looked at and kept. Never rejects. */
  next(before: Version, after: Show): Promise<Result<NewVersion>>
  /** Reads this version into the thread, so that the first edit of it need not wait for that. */
  hold(before: Version): Promise<void>
  close(): Promise<void>
}

/** As it lies in the record of this house. */
export const versionIn = (stage: Pick<Stage, 'documents'>, hash: string, show: Show): Version => ({
  hash,
  show,
  kept: () => stage.documents.document(hash),
})

export type AskedOfThread =
  | { readonly do: 'check'; readonly show: Show }
  | { readonly do: 'hold'; readonly hash: string; readonly kept: string }
  | { readonly do: 'next'; readonly on: string; readonly change: ShowChange }
  | { readonly do: 'text'; readonly hash: string }

export type ToldByThread =
  | { readonly done: 'checked'; readonly checked: CheckedShow }
  | { readonly done: 'held'; readonly is: boolean }
  | { readonly done: 'next'; readonly next: Result<NextShow> }
  | { readonly done: 'text'; readonly text: string }
  /** It holds another version. */
  | { readonly done: 'unknown' }

type Options = {
  readonly clock: Clock
  /** Another thread's file, for tests of one that dies or hangs. */
  readonly thread?: URL
  readonly checkMsMax?: number
}

/** The thread is begun with the first show and stays: whoever types cues types many. */
export function openShowCheck(options: Options): ShowCheck {
  const beside = new Beside(options)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act)
    // Whoever asked is told; the next has its turn all the same.
    last = turn.catch(() => undefined)
    return turn
  }
  const check = async (show: Show): Promise<CheckedShow> => {
    const told = await beside.ask({ do: 'check', show })
    // Where the system has no thread to give, or it broke: late is better than not.
    if (told?.done === 'checked') return told.checked
    const { checkedShow } = await import('./checked-show.ts')
    return checkedShow(show)
  }
  const next = async (before: Version, after: Show): Promise<Result<NewVersion>> => {
    const told = await nextOf(beside, before, after)
    if (told === null) return wholeVersion(await check(after))
    if (!told.ok) return told
    const { hash, kept, show } = told.value
    const made = 'rows' in show ? showAfter(before.show, show) : show
    if (made === null) return wholeVersion(await check(after))
    const whole = () => textOf(beside, hash, made)
    if (kept === null) return accepted({ show: made, text: await whole() })
    return accepted({ show: made, keeps: { hash, base: before.hash, change: kept }, text: whole })
  }
  return {
    check: (show) => inTurn(() => check(show)),
    next: (before, after) => inTurn(() => next(before, after)),
    hold: (before) => inTurn(async () => void (await holds(beside, before))),
    close: () => beside.end(),
  }
}

const wholeVersion = (checked: CheckedShow): Result<NewVersion> =>
  checked.ok ? accepted(checked.value) : checked

/** Null where the thread cannot say: the show is looked at whole. */
async function nextOf(beside: Beside, before: Version, after: Show): Promise<Result<NextShow> | null> {
  if (!(await holds(beside, before))) return null
  const told = await beside.ask({ do: 'next', on: before.hash, change: changeOf(before.show, after) })
  if (told?.done !== 'next') return null
  if (told.next.ok) beside.holding = told.next.value.hash
  return told.next
}

async function holds(beside: Beside, { hash, kept }: Version): Promise<boolean> {
  if (beside.holding === hash) return true
  const text = await kept()
  const told = text === null ? null : await beside.ask({ do: 'hold', hash, kept: text })
  const is = told?.done === 'held' && told.is
  beside.holding = is ? hash : null
  return is
}

async function textOf(beside: Beside, hash: string, show: Show): Promise<string> {
  const told = await beside.ask({ do: 'text', hash })
  if (told?.done === 'text') return told.text
  const { writeShowFile } = await import('../../formats/show-file/write.ts')
  return writeShowFile(show)
}

/** This side of the thread: one question at a time, each with its answer, or null where it died or hangs. */
class Beside {
  /** Which version the thread holds; null where it holds none. */
  holding: string | null = null
  readonly #options: Options
  #worker: Worker | null = null

  constructor(options: Options) {
    this.#options = options
  }

  async ask(asked: AskedOfThread): Promise<ToldByThread | null> {
    // What broke is told by the thread that did; one that hangs is ended, and the show is looked at here.
    const told = await this.#asked(asked).catch(() => null)
    if (told === null) await this.end()
    return told
  }

  async end(): Promise<void> {
    const ended = this.#worker
    this.#worker = null
    this.holding = null
    await ended?.terminate()
  }

  #asked(asked: AskedOfThread): Promise<ToldByThread> {
    const { clock, thread = threadFile(), checkMsMax = CHECK_MS_MAX } = this.#options
    return new Promise((resolve, reject) => {
      this.#worker ??= begun(thread)
      const one = this.#worker
      const late = clock.after(checkMsMax, () => broke(new Error('it hangs')))
      const settle = () => {
        late()
        one.off('message', told).off('error', broke).off('exit', broke)
      }
      const told = (what: ToldByThread) => {
        settle()
        resolve(what)
      }
      const broke = (why: unknown) => {
        settle()
        reject(why)
      }
      one.on('message', told).on('error', broke).on('exit', broke)
      one.postMessage(asked)
    })
  }
}

function begun(thread: URL): Worker {
  const worker = new Worker(thread)
  // What breaks between two shows concerns the next one only.
  worker.on('error', tellMistake)
  // It keeps nobody waiting who wants to close.
  worker.unref()
  return worker
}

/** Beside this file, as TypeScript in the source and as JavaScript once built. */
const threadFile = (): URL =>
  new URL(`./show-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.cjs'}`, import.meta.url)
