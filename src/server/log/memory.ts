// The log in memory: for tests, the simulator, and as the plainest reading of what every store must do.

import { assert } from '../../core/kit/assert.ts'
import { dice } from '../../core/kit/dice.ts'
import { rowsAfter } from '../../core/kit/list-change.ts'
import { instant } from '../../core/kit/time.ts'
import { auditStream, checkPage, type KeptRow, storedEvent } from './audit.ts'
import { CHAIN_START, type RandomBytes, seededBytes, textHash } from './chain.ts'
import { decideAppend, type KnownAnswer, type RowHead } from './decide.ts'
import {
  answerOf,
  checkAppends,
  checkDocument,
  checkReading,
  eventsOf,
  snapshotOf,
  snapshotRow,
} from './edge.ts'
import { checkName, type Entry, makeEntry, makeErasure, tooLarge } from './entry.ts'
import {
  type Answer,
  type Append,
  type AppendOutcome,
  DETAIL_ERASED,
  type DocumentChange,
  type Erasure,
  type Head,
  isOfPerformance,
  type Log,
  type Snapshot,
  type StoredEvent,
  type Verification,
} from './log.ts'
import type { SnapshotRow } from './store.ts'
import { LogUnavailable } from './trouble.ts'

type ShelvedStream = {
  epoch: number
  readonly rows: KeptRow[]
  readonly answers: Map<string, KnownAnswer>
  readonly snapshots: Map<string, SnapshotRow>
}

/** What outlives the log, as a file does: open it again and all is there. */
export type Shelf = {
  readonly streams: Map<string, ShelvedStream>
  readonly documents: Map<string, string>
}

export const emptyShelf = (): Shelf => ({ streams: new Map(), documents: new Map() })

export type MemoryLogOptions = {
  readonly shelf?: Shelf | undefined
  readonly random?: RandomBytes | undefined
}

export function openMemoryLog(options: MemoryLogOptions = {}): Log {
  return new MemoryLog(options.shelf ?? emptyShelf(), options.random ?? seededBytes(dice(1)))
}

class MemoryLog implements Log {
  readonly #shelf: Shelf
  readonly #random: RandomBytes
  #closed = false

  constructor(shelf: Shelf, random: RandomBytes) {
    this.#shelf = shelf
    this.#random = random
  }

  async claim(stream: string): Promise<number> {
    checkName(stream, 'a stream')
    const claimed = this.#on(stream)
    this.#shelf.streams.set(stream, claimed)
    claimed.epoch += 1
    return claimed.epoch
  }

  async append(appends: readonly Append[]): Promise<readonly AppendOutcome[]> {
    checkAppends(appends.length)
    return appends.map((append) => makeEntry(append, this.#random)).map((entry) => this.#keep(entry))
  }

  async eraseDetail(erase: Erasure): Promise<AppendOutcome> {
    const outcome = this.#keep(makeErasure(erase, this.#random))
    if (outcome.done !== 'appended') return outcome
    const { rows, snapshots } = this.#on(erase.stream)
    for (const seq of erase.seqs) {
      const row = rows[seq - 1]
      if (row !== undefined) rows[seq - 1] = { ...row, salt: null, detail: null }
    }
    snapshots.clear()
    return outcome
  }

  async read(stream: string, from: number, limit: number): Promise<readonly StoredEvent[]> {
    checkReading(from, limit)
    const { rows } = this.#on(stream)
    const page = rows.slice(from - 1, from - 1 + limit)
    checkPage(stream, page, from, rows[from - 2]?.hash ?? CHAIN_START)
    return page.map(storedEvent)
  }

  async answer(stream: string, command: string): Promise<Answer | null> {
    const known = this.#on(stream).answers.get(command)
    return known === undefined ? null : answerOf(known)
  }

  async head(stream: string): Promise<Head> {
    const { rows, epoch } = this.#on(stream)
    const { seq, hash, at } = headOf(rows)
    return { seq, hash, at: at === null ? null : instant(at), epoch }
  }

  async streams(): Promise<readonly { readonly stream: string; readonly head: number }[]> {
    this.#checkOpen()
    const heads = [...this.#shelf.streams].map(([stream, { rows }]) => ({ stream, head: rows.length }))
    return heads.filter(({ head }) => head > 0).sort((a, b) => (a.stream < b.stream ? -1 : 1))
  }

  async saveDocument(text: string): Promise<string> {
    this.#checkOpen()
    checkDocument(text)
    const hash = textHash(text)
    this.#shelf.documents.set(hash, text)
    return hash
  }

  /** Kept whole: there is no disk to spare. */
  async saveChange({ hash, base, change }: DocumentChange, whole: () => Promise<string>): Promise<void> {
    const before = await this.document(base)
    const lines = before === null ? null : rowsAfter(before.split('\n'), change)
    const text = lines === null ? await whole() : lines.join('\n')
    assert((await this.saveDocument(text)) === hash, 'a change makes the text under its hash')
  }

  async document(hash: string): Promise<string | null> {
    this.#checkOpen()
    return this.#shelf.documents.get(hash) ?? null
  }

  async removeDocument(hash: string): Promise<void> {
    this.#checkOpen()
    this.#shelf.documents.delete(hash)
  }

  async compact(): Promise<void> {
    this.#checkOpen()
  }

  async saveSnapshot(stream: string, snapshot: Snapshot): Promise<void> {
    saveSnapshot(this.#on(stream), snapshotRow(snapshot))
  }

  async snapshot(stream: string, projector: string): Promise<Snapshot | null> {
    const row = this.#on(stream).snapshots.get(projector)
    return row === undefined || textHash(row.state) !== row.hash ? null : snapshotOf(row)
  }

  async verify(): Promise<Verification> {
    return verifyShelf(this.#shelf.streams)
  }

  async close(): Promise<void> {
    this.#closed = true
  }

  #checkOpen(): void {
    if (this.#closed) throw new LogUnavailable('stopped', CLOSED)
  }

  /** Not on the shelf until it is claimed, so that asking for a stream does not make it. */
  #on(stream: string): ShelvedStream {
    this.#checkOpen()
    return this.#shelf.streams.get(stream) ?? unclaimed()
  }

  #keep(entry: Entry): AppendOutcome {
    const sentence = this.#closed ? CLOSED : tooLarge(entry)
    return sentence === null ? keepEntry(this.#on(entry.stream), entry) : { done: 'failed', sentence }
  }
}

const CLOSED = 'The log takes nothing more: it is closed.'

const unclaimed = (): ShelvedStream => ({ epoch: 0, rows: [], answers: new Map(), snapshots: new Map() })

const headOf = (rows: readonly KeptRow[]): RowHead => {
  const last = rows.at(-1)
  return { seq: rows.length, hash: last?.hash ?? CHAIN_START, at: last?.at ?? null }
}

function keepEntry(stream: ShelvedStream, entry: Entry): AppendOutcome {
  const { rows, answers, epoch } = stream
  const head = headOf(rows)
  const decision = decideAppend(entry, { known: answers.get(entry.command) ?? null, epoch, head })
  if (decision.done === 'already') return { done: 'already', ...answerOf(decision) }
  if (decision.done !== 'appended') return decision
  const firstSeq = head.seq + 1
  const made = decision.rows.map((row, index) => {
    const detail = entry.events[index]?.detail ?? null
    return { ...row, salt: detail?.salt ?? null, detail: detail?.text ?? null }
  })
  rows.push(...made)
  answers.set(entry.command, { answer: entry.answer, firstSeq, lastSeq: rows.length })
  const receipt = { firstSeq, at: made[0]?.at ?? entry.at, hashes: made.map(({ hash }) => hash) }
  return { done: 'appended', events: eventsOf(entry, receipt), level: 'local' }
}

function saveSnapshot({ rows, snapshots }: ShelvedStream, row: SnapshotRow): void {
  assert(row.seq <= rows.length, 'a snapshot is of events that are there')
  const forgotten = rows.slice(row.seq).some(({ type }) => type === DETAIL_ERASED)
  const newer = (snapshots.get(row.projector)?.seq ?? 0) > row.seq
  if (!forgotten && !newer) snapshots.set(row.projector, row)
}

function verifyShelf(streams: ReadonlyMap<string, ShelvedStream>): Verification {
  const audits = [...streams].map(([stream, { rows }]) => ({ stream, ...auditStream(stream, rows) }))
  const firstBad = audits.find(({ bad }) => bad !== null)?.bad ?? null
  return {
    ok: firstBad === null,
    performances: audits.filter(({ stream, events }) => events > 0 && isOfPerformance(stream)).length,
    events: audits.reduce((sum, { events }) => sum + events, 0),
    erased: audits.reduce((sum, { erased }) => sum + erased, 0),
    firstBad,
  }
}
