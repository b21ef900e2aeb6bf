// The port over SQLite: one file for the installation, one writing thread, acknowledged when the disk says so.

import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Mistake } from '../../core/kit/assert.ts'
import { changeText } from '../../core/kit/list-change.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { storedEvent } from './audit.ts'
import { type RandomBytes, textHash } from './chain.ts'
import {
  answerOf,
  checkAppends,
  checkDocument,
  checkReading,
  eventsOf,
  snapshotOf,
  snapshotRow,
} from './edge.ts'
import { checkName, type Entry, entryBytes, makeEntry, makeErasure, tooLarge } from './entry.ts'
import type { Written } from './keeper.ts'
import { type Line, openLine } from './line.ts'
import type { AppendOutcome, Log } from './log.ts'
import { verifyFile } from './side.ts'
import type { Write } from './store.ts'
import { type DriverTrouble, LogDamaged, LogUnavailable, notKeptSentence } from './trouble.ts'

export type SqliteLogOptions = {
  /** Made if it is not there; its folder must be. */
  readonly file: string
  /** For salts; in tests `seededBytes`. */
  readonly random?: RandomBytes | undefined
  /** A clock reading for the sentence that says since when nothing is kept. */
  readonly clock?: ((at: Instant) => string) | undefined
  /** Opens a damaged file all the same, to verify it and to save what can be read. Never for a performance. */
  readonly evenIfDamaged?: boolean | undefined
}

/** `file` is the path as it was resolved: what export opens beside the writer. */
export type SqliteLog = Log & { readonly file: string }

type Keep = Extract<Write, { entry: Entry }>

/** Rejects with LogDamaged {stream, seq, what} or LogUnavailable {reason}, each with a sentence for people. */
export async function openSqliteLog(options: SqliteLogOptions): Promise<SqliteLog> {
  const file = resolved(options.file)
  const line = await openLine({ file, evenIfDamaged: options.evenIfDamaged ?? false })
  return {
    file,
    ...appending(line, options),
    ...saving(line),
    ...reading(line),
    verify: () => verifyFile(file),
    close: () => line.close(),
  }
}

function appending(
  line: Line,
  { random = randomBytes, clock }: SqliteLogOptions,
): Pick<Log, 'append' | 'eraseDetail'> {
  const outage = outageBy(clock)

  const keep = async (wanted: readonly Keep[]): Promise<readonly AppendOutcome[]> => {
    const fitting = wanted.filter(({ entry }) => tooLarge(entry) === null)
    const written = (await ask(line, fitting)).values()
    return wanted.map(({ entry }) => {
      const sentence = tooLarge(entry)
      return sentence === null ? outcomeOf(entry, next(written), outage) : { done: 'failed', sentence }
    })
  }
  return {
    async append(appends) {
      checkAppends(appends.length)
      return keep(appends.map((append) => ({ do: 'append', entry: makeEntry(append, random) })))
    },
    async eraseDetail(erase) {
      const entry = makeErasure(erase, random)
      const [outcome] = await keep([{ do: 'erase', entry, seqs: erase.seqs }])
      if (outcome === undefined) throw new Mistake('an erasure has an outcome')
      return outcome
    },
  }
}

type Told = Written | { readonly done: 'refused'; readonly sentence: string }

/** What the writer did with each; a log that is behind or closed has done nothing. */
async function ask(line: Line, writes: readonly Keep[]): Promise<readonly Told[]> {
  if (writes.length === 0) return []
  const weight = writes.reduce((sum, { entry }) => sum + entryBytes(entry), 0)
  try {
    return await line.ask({ do: 'write', writes }, weight)
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error
    const { message } = error
    return writes.map(() => ({ done: 'refused', sentence: message }))
  }
}

function outcomeOf(entry: Entry, told: Told, outage: Outage): AppendOutcome {
  switch (told.done) {
    case 'appended':
      outage.over()
      return { done: 'appended', events: eventsOf(entry, told), level: 'local' }
    case 'already':
      return { done: 'already', ...answerOf(told) }
    case 'superseded':
    case 'conflict':
      return told
    case 'failed':
      return { done: 'failed', sentence: outage.sentence(told.trouble, instant(entry.at)) }
    case 'refused':
      return { done: 'failed', sentence: told.sentence }
    case 'claimed':
    case 'kept':
    case 'wanted':
      throw new Mistake('an append is not answered as another write')
    default:
      return told satisfies never
  }
}

type Outage = { over(): void; sentence(trouble: DriverTrouble, at: Instant): string }

/** Remembers since when nothing is kept: the time of the first append that was lost. */
function outageBy(clock: ((at: Instant) => string) | undefined): Outage {
  let since: string | null = null
  return {
    over() {
      since = null
    },
    sentence(trouble, at) {
      since ??= clock?.(at) ?? null
      return notKeptSentence(trouble, since)
    },
  }
}

function saving(
  line: Line,
): Pick<Log, 'claim' | 'saveDocument' | 'saveChange' | 'removeDocument' | 'compact' | 'saveSnapshot'> {
  const save = async (stream: string, write: Write, weight: number): Promise<Written> => {
    const written = await line.ask({ do: 'write', writes: [write] }, weight)
    const told = next(written.values())
    if (told.done !== 'failed') return told
    const sentence = notKeptSentence(told.trouble, null)
    throw told.trouble === 'corrupt'
      ? new LogDamaged(stream, 0, 'it cannot be written to')
      : new LogUnavailable(told.trouble, sentence)
  }
  const saveDocument = async (text: string): Promise<string> => {
    checkDocument(text)
    const hash = textHash(text)
    await save('document', { do: 'document', hash, text }, text.length)
    return hash
  }
  return {
    async claim(stream) {
      checkName(stream, 'a stream')
      const told = await save(stream, { do: 'claim', stream }, 0)
      if (told.done !== 'claimed') throw new Mistake('a claim is answered with an epoch')
      return told.epoch
    },
    saveDocument,
    async saveChange({ hash, base, change }, whole) {
      const text = changeText(change)
      checkDocument(text)
      const { done } = await save('document', { do: 'change', hash, base, text }, text.length)
      if (done === 'wanted') await saveDocument(await whole())
    },
    async removeDocument(hash) {
      await save('document', { do: 'remove-document', hash }, 0)
    },
    async compact() {
      await line.ask({ do: 'compact' }, 0)
    },
    async saveSnapshot(stream, snapshot) {
      const row = snapshotRow(snapshot)
      await save(stream, { do: 'snapshot', stream, snapshot: row }, row.state.length)
    },
  }
}

type Reading = Pick<Log, 'read' | 'answer' | 'head' | 'streams' | 'document' | 'snapshot'>

function reading(line: Line): Reading {
  return {
    async read(stream, from, limit) {
      checkReading(from, limit)
      return (await line.ask({ do: 'read', stream, from, limit }, 0)).map(storedEvent)
    },
    async answer(stream, command) {
      const known = await line.ask({ do: 'answer', stream, command }, 0)
      return known === null ? null : answerOf(known)
    },
    async head(stream) {
      const { seq, hash, at, epoch } = await line.ask({ do: 'head', stream }, 0)
      return { seq, hash, at: at === null ? null : instant(at), epoch }
    },
    streams: () => line.ask({ do: 'streams' }, 0),
    document: (hash) => line.ask({ do: 'document', hash }, 0),
    async snapshot(stream, projector) {
      const row = await line.ask({ do: 'snapshot', stream, projector }, 0)
      return row === null ? null : snapshotOf(row)
    },
  }
}

/** The same file under one name, so that two names for it meet at one lock. */
function resolved(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return resolvedFolder(file)
  }
}

function resolvedFolder(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file))
  } catch {
    throw new LogUnavailable('io', `There is no folder for the log at ${dirname(file)}.`)
  }
}

function next<T>(values: Iterator<T, unknown>): T {
  const step = values.next()
  if (step.done === true) throw new Mistake('every write has its outcome')
  return step.value
}
