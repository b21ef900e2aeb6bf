// What can go wrong with a log that is not our own mistake, and the sentences people are told.

import { Failed, Mistake } from '../../core/kit/assert.ts'

/** What stands in the log is not what was written; it is never served. `seq` 0: not one event but what is around. */
export class LogDamaged extends Failed {
  override name = 'LogDamaged'
  readonly stream: string
  readonly seq: number
  readonly what: string
  constructor(stream: string, seq: number, what: string) {
    super(`The log is damaged at ${stream} ${seq}: ${what}.`)
    this.stream = stream
    this.seq = seq
    this.what = what
  }
}

export type Reason =
  | 'full'
  | 'io'
  | 'busy'
  | 'in-use'
  | 'newer'
  | 'not-a-log'
  | 'no-such-stream'
  | 'exists'
  | 'overrun'
  | 'stopped'

/** The log cannot be had, or not now; the message is a sentence for people. */
export class LogUnavailable extends Failed {
  override name = 'LogUnavailable'
  readonly reason: Reason
  constructor(reason: Reason, sentence: string) {
    super(sentence)
    this.reason = reason
  }
}

/** What a database said instead of doing what it was told. */
export type DriverTrouble = 'full' | 'io' | 'busy' | 'corrupt' | 'not-a-log'

export class DriverError extends Failed {
  override name = 'DriverError'
  readonly trouble: DriverTrouble
  constructor(trouble: DriverTrouble, message: string) {
    super(message)
    this.trouble = trouble
  }
}

/** Why nothing is being kept; `since` is a clock reading where one is at hand. */
export function notKeptSentence(trouble: DriverTrouble, since: string | null): string {
  const nothing = since === null ? 'nothing is being kept' : `nothing since ${since} is being kept`
  switch (trouble) {
    case 'full':
      return `The disk is full: ${nothing}. Make room on it; the log goes on by itself.`
    case 'io':
      return `The disk fails: ${nothing}. The log is opened afresh before anything more is accepted.`
    case 'busy':
      return `Another program holds the log's file: ${nothing}. Close it; the log goes on by itself.`
    case 'corrupt':
    case 'not-a-log':
      return `The log's file is damaged: ${nothing}. Go on from a copy.`
    default:
      return trouble satisfies never
  }
}

/** The same trouble for whoever opens or reads; corruption names the place it was met at. */
export function readingError(error: unknown, stream: string, seq: number): unknown {
  if (!(error instanceof DriverError)) return error
  switch (error.trouble) {
    case 'full':
      return new LogUnavailable('full', 'The disk is full: the log cannot be opened. Make room on it.')
    case 'io':
      return new LogUnavailable('io', `The log's file cannot be read or written (${error.message}).`)
    case 'busy':
      return new LogUnavailable('busy', "Another program holds the log's file. Close it and try again.")
    case 'not-a-log':
      return new LogUnavailable('not-a-log', 'This file is not a log, or its beginning is destroyed.')
    case 'corrupt':
      return new LogDamaged(stream, seq, `the file cannot be read here (${error.message})`)
    default:
      return error.trouble satisfies never
  }
}

/** An error as plain values, to be carried from one thread to another. */
export type Wrong =
  | { readonly kind: 'damaged'; readonly stream: string; readonly seq: number; readonly what: string }
  | { readonly kind: 'unavailable'; readonly reason: Reason; readonly sentence: string }
  | { readonly kind: 'mistake'; readonly promise: string }

export function wrongOf(error: unknown): Wrong {
  const told = readingError(error, 'file', 0)
  if (told instanceof LogDamaged) {
    return { kind: 'damaged', stream: told.stream, seq: told.seq, what: told.what }
  }
  if (told instanceof LogUnavailable) {
    return { kind: 'unavailable', reason: told.reason, sentence: told.message }
  }
  return { kind: 'mistake', promise: told instanceof Error ? told.message : String(told) }
}

export function errorOf(wrong: Wrong): Error {
  switch (wrong.kind) {
    case 'damaged':
      return new LogDamaged(wrong.stream, wrong.seq, wrong.what)
    case 'unavailable':
      return new LogUnavailable(wrong.reason, wrong.sentence)
    case 'mistake':
      return new Mistake(wrong.promise)
    default:
      return wrong satisfies never
  }
}
