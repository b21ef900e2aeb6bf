// The log as a server finds it on a bad night: slow, full, unreadable, dying under it, saying no and meaning yes.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { Append, AppendOutcome, Log } from '../../src/server/log/log.ts'
import { LogUnavailable } from '../../src/server/log/trouble.ts'
import type { Faults } from './faults.ts'
import type { Scheduler } from './scheduler.ts'

export type Accepted = {
  /** The run of the server that asked. */
  readonly run: string
  readonly appends: readonly Append[]
  readonly outcomes: readonly AppendOutcome[]
  /** True time at which the server asked. */
  readonly askedAt: number
}

export type FailingLogOptions = {
  readonly inner: Log
  readonly scheduler: Scheduler
  readonly faults: Faults
  readonly dice: Dice
  /** The disk of the house: full for a while, slow for a while; one for all openings of the log. */
  readonly disk: Disk
  /** Whether the server that holds this log still lives. */
  readonly lives: () => boolean
  readonly crash: () => void
  readonly run: string
  readonly claimed: (stream: string) => void
  /** What a planted fault makes of what the log did. */
  readonly did: (outcomes: readonly AppendOutcome[]) => readonly AppendOutcome[]
  /** Told what the log itself took, whatever its holder is told. */
  readonly accepted: (accepted: Accepted) => void
  /** What a planted fault makes of what the holder is told. */
  readonly told: (outcomes: readonly AppendOutcome[]) => readonly AppendOutcome[]
  /** What a planted fault makes of what the holder asks for. */
  readonly asked: (appends: readonly Append[]) => readonly Append[]
}

export type Disk = {
  fullUntil: number
  slowUntil: number
  slowMs: number
  /** After a failure it may not be read for a while either. */
  darkUntil: number
}

/** A promise of a dead server: nothing that waits for it goes on. */
const never = <T>(): Promise<T> => new Promise<T>(() => {})

export function failingLog(options: FailingLogOptions): Log {
  const { inner } = options
  const guarded = <Args extends readonly unknown[], Answer>(
    call: (...args: Args) => Promise<Answer>,
  ): ((...args: Args) => Promise<Answer>) => {
    return async (...args) => {
      await reach(options)
      const answer = await call(...args)
      return options.lives() ? answer : never<Answer>()
    }
  }
  const reading = <Args extends readonly unknown[], Answer>(
    call: (...args: Args) => Promise<Answer>,
  ): ((...args: Args) => Promise<Answer>) =>
    guarded(async (...args: Args) => {
      const dark = options.scheduler.now() < options.disk.darkUntil
      if (options.faults.strikes('log-unreadable', dark ? 1 : 0.08)) {
        throw new LogUnavailable('busy', 'The record cannot be read now.')
      }
      return call(...args)
    })
  return {
    claim: guarded(async (stream) => {
      const epoch = await inner.claim(stream)
      options.claimed(stream)
      return epoch
    }),
    append: (appends) => append(options, options.asked(appends)),
    read: reading((stream, from, limit) => inner.read(stream, from, limit)),
    answer: reading((stream, command) => inner.answer(stream, command)),
    head: reading((stream) => inner.head(stream)),
    streams: reading(() => inner.streams()),
    eraseDetail: guarded((erase) => inner.eraseDetail(erase)),
    saveDocument: guarded((text) => inner.saveDocument(text)),
    saveChange: guarded((change, whole) => inner.saveChange(change, whole)),
    removeDocument: guarded((hash) => inner.removeDocument(hash)),
    compact: guarded(() => inner.compact()),
    document: reading((hash) => inner.document(hash)),
    saveSnapshot: guarded((stream, snapshot) => inner.saveSnapshot(stream, snapshot)),
    snapshot: reading((stream, projector) => inner.snapshot(stream, projector)),
    verify: guarded(() => inner.verify()),
    close: guarded(() => inner.close()),
  }
}

/** Time passes on the way to the disk, and the server may die while it does. */
async function reach({ scheduler, faults, dice, disk, lives, crash }: FailingLogOptions): Promise<void> {
  const slow = scheduler.now() < disk.slowUntil ? disk.slowMs * (0.5 + dice.next()) : dice.next() * 2
  await pause(scheduler, slow)
  if (lives() && faults.strikes('crash', CRASH_CHANCE)) crash()
  if (!lives()) await never()
}

const pause = (scheduler: Scheduler, ms: number): Promise<void> =>
  new Promise((resolve) => {
    scheduler.after(ms, () => {
      scheduler.stir()
      resolve()
    })
  })

/** At each moment at which a server waits for its disk. */
const CRASH_CHANCE = 0.003
const FULL = 'The disk is full: nothing is being kept.'

async function append(
  options: FailingLogOptions,
  appends: readonly Append[],
): Promise<readonly AppendOutcome[]> {
  const { scheduler, faults, dice, disk, lives, crash } = options
  const askedAt = scheduler.now()
  await pause(scheduler, scheduler.now() < disk.slowUntil ? disk.slowMs * dice.next() : dice.next() * 3)
  if (lives() && faults.strikes('crash', CRASH_CHANCE)) crash()
  if (!lives()) {
    // The disk may have had it when the server died, or only have it when another one has taken over.
    if (!faults.strikes('append-late', 0.5)) return never()
    await pause(scheduler, dice.whole(0, 2_000))
  }
  if (scheduler.now() < disk.fullUntil) return refuse(appends, FULL)
  if (faults.strikes('append-refused', 0.02)) return refuse(appends, 'The disk fails: nothing is being kept.')
  const reached = faults.strikes('append-ambiguous', 0.03) ? dice.whole(0, appends.length) : null
  const outcomes = await inner(options, reached === null ? appends : appends.slice(0, reached), askedAt)
  if (lives() && faults.strikes('crash', CRASH_CHANCE)) crash()
  if (reached !== null) {
    if (dice.chance(0.4)) disk.darkUntil = scheduler.now() + dice.whole(100, 3_000)
    if (dice.chance(0.3)) throw new LogUnavailable('io', 'The disk fails: nothing is being kept.')
    // Of a batch that broke in the middle, what came before may be known to be kept.
    const known = dice.whole(0, reached)
    return finish(
      options,
      appends.map((_, index) => (index < known ? outcomes[index] : undefined) ?? failed()),
    )
  }
  return finish(options, outcomes)
}

async function inner(
  options: FailingLogOptions,
  appends: readonly Append[],
  askedAt: number,
): Promise<readonly AppendOutcome[]> {
  const outcomes = options.did(await options.inner.append(appends))
  options.accepted({ run: options.run, appends, outcomes, askedAt })
  return outcomes
}

async function finish(
  options: FailingLogOptions,
  outcomes: readonly AppendOutcome[],
): Promise<readonly AppendOutcome[]> {
  await reach(options)
  return options.told(outcomes)
}

const failed = (): AppendOutcome => ({ done: 'failed', sentence: 'The disk fails: nothing is being kept.' })

const refuse = (appends: readonly Append[], sentence: string): readonly AppendOutcome[] =>
  appends.map(() => ({ done: 'failed', sentence }))
