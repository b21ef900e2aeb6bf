// One writer per stream: decides on the state it has, appends, and only then lets anybody see what happened.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Json } from '../../core/kit/json.ts'
import type { Refusal, Result } from '../../core/kit/result.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import { stateHash } from '../log/chain.ts'
import type { Append, AppendOutcome, Log, NewEvent, StoredEvent, StreamId } from '../log/log.ts'
import { READ_LIMIT_MAX } from '../log/log.ts'
import { LogDamaged } from '../log/trouble.ts'
import { type Upcast, upcasting } from '../log/upcast.ts'
import { keptOf, toldOf } from './refusals.ts'

export const QUEUE_MAX = 1_000
/** Commands decided and appended together: one commit, one frame. */
export const BATCH_MAX = 100
export const SNAPSHOT_EVERY = 500
/** Deciding again after the log knew better; more often than this is not a race but a fault. */
export const CONFLICTS_MAX = 3
/** More damage than this in one record is no record to go on from. */
export const PASSED_OVER_MAX = 1_000
/** While the log cannot say what became of an append, it is asked again this often. */
export const ASK_AGAIN_MS = 1_000

const notTaken = { ok: false, failure: 'This was not taken. Press again.' } as const
const broken = { ok: false, failure: 'Ghostlight could not do that, and nothing came of it.' } as const

const failedAll = (appends: readonly Append[], sentence: string | null): readonly AppendOutcome[] =>
  appends.map(() => ({ done: 'failed', sentence: sentence ?? 'The record cannot be written.' }))

export type LoggedEvent = Pick<StoredEvent, 'seq' | 'at' | 'by' | 'type' | 'v' | 'body'> & {
  readonly detail: Json | null
}

/** The pure part: what a stream's events mean. */
export type Kernel<State, Command> = {
  readonly stream: StreamId
  /** Changes whenever the same events make another state. */
  readonly projector: string
  readonly empty: State
  /** How events of earlier versions are read; a new one makes another projector. */
  readonly upcasts?: readonly Upcast[]
  readonly apply: (state: State, event: LoggedEvent) => State
  readonly decide: (state: State, command: Command, context: DecideContext) => Result<readonly NewEvent[]>
  /** Who stands in the record as its author; whoever it was, unless this says otherwise. Nothing ever erases that. */
  readonly authorOf?: (command: Command, by: Viewer) => string
}

type DecideContext = { readonly at: Instant; readonly madeAt: Instant; readonly by: Viewer }

type Request<Command> = {
  readonly id: string
  readonly by: Viewer
  readonly madeAt: Instant
  readonly command: Command
}

export type OwnerAnswer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: false; readonly failure: string }

export type Owner<State, Command> = {
  state(): State
  /** Null while what is acknowledged is being kept; otherwise what is wrong, in a sentence. */
  failing(): string | null
  /** Mistakes of ours that the night went on without: events not folded in, commands not decided, deaf listeners. */
  quarantined(): number
  /** Up to which event its state was kept besides the record, when it was opened; 0 where it was folded from the record. */
  startedFrom(): number
  submit(request: Request<Command>): Promise<OwnerAnswer>
  /** Records what the server itself did; once per id, ever. */
  record(id: string, by: string, events: readonly NewEvent[]): Promise<OwnerAnswer>
  /** Called after each commit, before its answers, and whenever keeping starts or stops failing. */
  onChange(listener: () => void): void
  close(): Promise<void>
}

type Waiting<State> = {
  readonly id: string
  readonly by: string
  readonly decide: (state: State, at: Instant) => Result<readonly NewEvent[]>
  readonly resolve: (answer: OwnerAnswer) => void
}

/** A command whose turn it is, and what was decided on it. `told`: what its sender hears, which may name somebody; what is remembered of it does not. */
type Turn<State> = { readonly waiting: Waiting<State>; readonly append: Append; readonly told: OwnerAnswer }

type Position<State> = { readonly state: State; readonly seq: number; readonly at: Instant }

export async function startOwner<State, Command>(
  log: Log,
  clock: Clock,
  kernel: Kernel<State, Command>,
): Promise<Owner<State, Command>> {
  const owner = new SingleOwner(log, clock, kernel)
  await owner.load()
  return owner
}

class SingleOwner<State, Command> implements Owner<State, Command> {
  readonly #log: Log
  readonly #clock: Clock
  readonly #kernel: Kernel<State, Command>
  readonly #upcast: (event: StoredEvent) => StoredEvent
  #epoch = 0
  #here: Position<State>
  #waiting: Waiting<State>[] = []
  #working: Promise<void> | null = null
  #failing: string | null = null
  #quarantined = 0
  #snapshotAt = 0
  #startedFrom = 0
  /** An append failed and may be there after all: nothing is decided before the log has been read. */
  #uncertain = false
  #askAgain: (() => void) | null = null
  readonly #listeners: (() => void)[] = []

  constructor(log: Log, clock: Clock, kernel: Kernel<State, Command>) {
    this.#log = log
    this.#clock = clock
    this.#kernel = kernel
    this.#upcast = upcasting(kernel.upcasts ?? [])
    this.#here = { state: kernel.empty, seq: 0, at: instant(0) }
  }

  state(): State {
    return this.#here.state
  }
  failing(): string | null {
    return this.#failing
  }
  quarantined(): number {
    return this.#quarantined
  }
  startedFrom(): number {
    return this.#startedFrom
  }
  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Claims the stream, then folds everything in it: a snapshot where there is a good one, and the tail. */
  async load(): Promise<void> {
    const { stream, projector } = this.#kernel
    this.#epoch = await this.#log.claim(stream)
    const snapshot = await this.#log.snapshot(stream, projector)
    if (snapshot) {
      // Written by this projector version and checked against its hash by the log.
      this.#here = { state: snapshot.state as unknown as State, seq: snapshot.seq, at: instant(0) }
      this.#snapshotAt = this.#startedFrom = snapshot.seq
    }
    const head = await this.#log.head(stream)
    await this.#passThrough(head.seq)
    if (head.at !== null) this.#here = { ...this.#here, at: head.at }
  }

  /** What is damaged is passed over, once, at the opening: stopping at it would leave the house without a desk (LOG-26). */
  async #passThrough(head: number): Promise<void> {
    for (let passed = 0; ; ) {
      try {
        await this.#catchUp()
        break
      } catch (error) {
        if (!(error instanceof LogDamaged) || this.#here.seq >= head || passed >= PASSED_OVER_MAX) throw error
        passed += await this.#passOver(error.seq)
      }
    }
  }

  /** As far as the damage what passes is folded; then the one behind it is next. */
  async #passOver(seq: number): Promise<number> {
    const { stream } = this.#kernel
    const from = this.#here.seq + 1
    if (seq > from)
      for (const event of await this.#log.read(stream, from, seq - from)) this.#fold(this.#upcast(event))
    else this.#here = { ...this.#here, seq: from }
    return seq > from ? 0 : 1
  }

  async #catchUp(): Promise<void> {
    for (;;) {
      const events = await this.#log.read(this.#kernel.stream, this.#here.seq + 1, READ_LIMIT_MAX)
      for (const event of events) this.#fold(this.#upcast(event))
      if (events.length < READ_LIMIT_MAX) return
    }
  }

  submit({ id, by, madeAt, command }: Request<Command>): Promise<OwnerAnswer> {
    const author = this.#kernel.authorOf?.(command, by) ?? by.person ?? by.device
    return this.#enqueue(id, author, (state, at) => this.#kernel.decide(state, command, { at, madeAt, by }))
  }

  record(id: string, by: string, events: readonly NewEvent[]): Promise<OwnerAnswer> {
    return this.#enqueue(id, by, () => ({ ok: true, value: events }))
  }

  async close(): Promise<void> {
    while (this.#working) await this.#working
    this.#askAgain?.()
    if (this.#here.seq > this.#snapshotAt) await this.#saveSnapshot()
  }

  #enqueue(id: string, by: string, decide: Waiting<State>['decide']): Promise<OwnerAnswer> {
    if (this.#waiting.length >= QUEUE_MAX) return Promise.resolve(notTaken)
    return new Promise((resolve) => {
      this.#waiting.push({ id, by, decide, resolve })
      this.#working ??= this.#work()
    })
  }

  async #work(): Promise<void> {
    // Everything that arrives in this turn of the loop shares one commit.
    await Promise.resolve()
    if (this.#uncertain) await this.#resolveDoubt()
    let tries = 0
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH_MAX)
      const unsettled = await this.#workBatch(batch)
      tries = unsettled.length > 0 ? tries + 1 : 0
      if (tries <= CONFLICTS_MAX) this.#waiting.unshift(...unsettled)
      else {
        for (const one of unsettled) one.resolve(notTaken)
        tries = 0
      }
    }
    this.#working = null
    if (this.#here.seq - this.#snapshotAt >= SNAPSHOT_EVERY) await this.#saveSnapshot()
  }

  /** Returns what must be decided again because the log knew better. */
  async #workBatch(batch: readonly Waiting<State>[]): Promise<readonly Waiting<State>[]> {
    const before = { seq: this.#here.seq, failing: this.#failing }
    const turns = this.#decideAll(batch)
    if (turns.length === 0) return []
    const outcomes = await this.#append(turns.map(({ append }) => append))
    // A `failed` append may be there after all: read what the log has before deciding on it again.
    if (outcomes.some(({ done }) => done === 'conflict' || done === 'failed')) await this.#catchUpQuietly()
    return this.#settle(turns, outcomes, before)
  }

  async #append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    if (this.#uncertain) return failedAll(appends, this.#failing)
    try {
      return await this.#log.append(appends)
    } catch (error) {
      return failedAll(appends, error instanceof Error ? error.message : null)
    }
  }

  async #catchUpQuietly(): Promise<void> {
    try {
      await this.#catchUp()
      this.#uncertain = false
    } catch (error) {
      this.#uncertain = true
      this.#failing = error instanceof Error ? error.message : 'The record cannot be read.'
      this.#askLater()
    }
  }

  /** Screens must not stay behind the log until somebody presses. */
  #askLater(): void {
    this.#askAgain ??= this.#clock.after(ASK_AGAIN_MS, () => {
      this.#askAgain = null
      if (!this.#uncertain) return
      if (this.#working) this.#askLater()
      else this.#working = this.#work()
    })
  }

  /** What the log took without saying so is shown like everything else. */
  async #resolveDoubt(): Promise<void> {
    const before = this.#here.seq
    await this.#catchUpQuietly()
    if (this.#here.seq !== before) this.#announce()
  }

  #decideAll(batch: readonly Waiting<State>[]): readonly Turn<State>[] {
    let { state, seq, at } = this.#here
    return batch.flatMap((waiting) => {
      const { id: command, by } = waiting
      at = instant(Math.max(at, this.#clock.now()))
      const decision = this.#decided(waiting, state, at)
      if (decision === null) return []
      const events = decision.ok ? decision.value : []
      const { stream } = this.#kernel
      const told: OwnerAnswer = decision.ok ? { ok: true, seq: seq + events.length } : toldOf(decision)
      const answer: OwnerAnswer = decision.ok ? told : keptOf(decision)
      const append = { stream, epoch: this.#epoch, expectSeq: seq, command, at, by, events, answer }
      for (const event of events) {
        seq += 1
        state = this.#applied(state, { ...event, seq, at, by, detail: event.detail ?? null }) ?? state
      }
      return [{ waiting, append, told }]
    })
  }

  /** Null where the deciding broke: its sender is told, and the others of the batch go on. */
  #decided({ decide, resolve }: Waiting<State>, state: State, at: Instant): ReturnType<typeof decide> | null {
    try {
      return decide(state, at)
    } catch (error) {
      tellMistake(error)
      this.#quarantined += 1
      resolve(broken)
      return null
    }
  }

  #settle(
    turns: readonly Turn<State>[],
    outcomes: readonly AppendOutcome[],
    before: { readonly seq: number; readonly failing: string | null },
  ): readonly Waiting<State>[] {
    const answers: { waiting: Waiting<State>; answer: OwnerAnswer }[] = []
    const again: Waiting<State>[] = []
    turns.forEach(({ waiting, told }, index) => {
      const outcome = outcomes[index]
      if (!outcome) return
      const answer = this.#settleOne(told, outcome)
      if (answer === 'again') again.push(waiting)
      else answers.push({ waiting, answer })
    })
    if (this.#here.seq !== before.seq || this.#failing !== before.failing) this.#announce()
    for (const { waiting, answer } of answers) waiting.resolve(answer)
    return again
  }

  /** What a listener breaks is not the night's: everybody else hears, and every sender gets an answer. */
  #announce(): void {
    for (const listener of this.#listeners) {
      try {
        listener()
      } catch (error) {
        tellMistake(error)
        this.#quarantined += 1
      }
    }
  }

  #settleOne(told: OwnerAnswer, outcome: AppendOutcome): OwnerAnswer | 'again' {
    switch (outcome.done) {
      case 'appended':
        this.#failing = null
        for (const event of outcome.events) this.#fold(event)
        return told
      case 'already':
        // The log wrote this answer itself when the command took effect.
        return outcome.answer as unknown as OwnerAnswer
      case 'conflict':
        // Decided on events of a command that turned out to be an old one: decide again on what is there.
        return 'again'
      case 'superseded':
        this.#failing = 'Another machine runs this performance now. Nothing pressed here counts.'
        return { ok: false, failure: this.#failing }
      case 'failed':
        this.#failing = outcome.sentence
        return { ok: false, failure: outcome.sentence }
      default:
        return outcome satisfies never
    }
  }

  /** An event that breaks `apply` is our mistake: the night goes on without it and the desk is told. */
  #fold(event: StoredEvent): void {
    // Of a batch in which one append was kept and a later one met a conflict, catching up has read the kept one.
    if (event.seq <= this.#here.seq) return
    const detail = event.detail.state === 'kept' ? event.detail.value : null
    const { seq, at } = event
    const applied = this.#applied(this.#here.state, { ...event, detail })
    if (applied === null) this.#quarantined += 1
    this.#here = { state: applied ?? this.#here.state, seq, at }
  }

  #applied(state: State, event: LoggedEvent): State | null {
    try {
      return this.#kernel.apply(state, event)
    } catch (error) {
      tellMistake(error)
      return null
    }
  }

  async #saveSnapshot(): Promise<void> {
    const { seq, state } = this.#here
    this.#snapshotAt = seq
    const { stream, projector } = this.#kernel
    try {
      // State is plain data by construction of the kernels.
      const plain = state as unknown as Json
      await this.#log.saveSnapshot(stream, { seq, projector, hash: stateHash(plain), state: plain })
    } catch {
      // A snapshot is a cache: without it the next start reads more events.
    }
  }
}
