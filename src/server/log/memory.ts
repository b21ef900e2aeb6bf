// The log in memory: for tests, the simulator, and as the plainest reading of what every store must do.

import { assert } from '../../core/kit/assert.ts'
import { dice } from '../../core/kit/dice.ts'
import { instant } from '../../core/kit/time.ts'
import { auditStream, checkPage, type KeptRow, storedEvent } from './audit.ts'
import { CHAIN_START, type RandomBytes, seededBytes, textHash } from './chain.ts'
import { decideAppend, type KnownAnswer } from './decide.ts'
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
import { type AppendOutcome, DETAIL_ERASED, INSTALLATION_STREAM, type Log, type Verification } from './log.ts'
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
  const { streams, documents } = options.shelf ?? emptyShelf()
  const random = options.random ?? seededBytes(dice(1))
  let closed = false
  const checkOpen = () => {
    if (closed) throw new LogUnavailable('stopped', CLOSED)
  }
  const on = (stream: string) => {
    checkOpen()
    return streams.get(stream) ?? unclaimed()
  }
  const keep = (entry: Entry, then?: (stream: ShelvedStream) => void): AppendOutcome => {
    const sentence = closed ? CLOSED : tooLarge(entry)
    return sentence === null ? keepEntry(on(entry.stream), entry, then) : { done: 'failed', sentence }
  }
  return {
    async claim(stream) {
      checkName(stream, 'a stream')
      const claimed = on(stream)
      streams.set(stream, claimed)
      claimed.epoch += 1
      return claimed.epoch
    },
    async append(appends) {
      checkAppends(appends.length)
      return appends.map((append) => makeEntry(append, random)).map((entry) => keep(entry))
    },
    async eraseDetail(erase) {
      return keep(makeErasure(erase, random), ({ rows, snapshots }) => {
        for (const seq of erase.seqs) {
          const row = rows[seq - 1]
          if (row !== undefined) rows[seq - 1] = { ...row, salt: null, detail: null }
        }
        snapshots.clear()
      })
    },
    async read(stream, from, limit) {
      checkReading(from, limit)
      const { rows } = on(stream)
      const page = rows.slice(from - 1, from - 1 + limit)
      checkPage(stream, page, from, rows[from - 2]?.hash ?? CHAIN_START)
      return page.map(storedEvent)
    },
    async answer(stream, command) {
      const known = on(stream).answers.get(command)
      return known === undefined ? null : answerOf(known)
    },
    async head(stream) {
      const { rows, epoch } = on(stream)
      const last = rows.at(-1)
      if (last === undefined) return { seq: 0, hash: CHAIN_START, at: null, epoch }
      return { seq: last.seq, hash: last.hash, at: instant(last.at), epoch }
    },
    async streams() {
      checkOpen()
      const heads = [...streams].map(([stream, { rows }]) => ({ stream, head: rows.length }))
      return heads.filter(({ head }) => head > 0).sort((a, b) => (a.stream < b.stream ? -1 : 1))
    },
    async saveDocument(text) {
      checkOpen()
      checkDocument(text)
      const hash = textHash(text)
      documents.set(hash, text)
      return hash
    },
    async document(hash) {
      checkOpen()
      return documents.get(hash) ?? null
    },
    async saveSnapshot(stream, snapshot) {
      saveSnapshot(on(stream), snapshotRow(snapshot))
    },
    async snapshot(stream, projector) {
      const row = on(stream).snapshots.get(projector)
      return row === undefined || textHash(row.state) !== row.hash ? null : snapshotOf(row)
    },
    verify: async () => verifyShelf(streams),
    async close() {
      closed = true
    },
  }
}

const CLOSED = 'The log takes nothing more: it is closed.'

/** Not on the shelf until it is claimed, so that asking for a stream does not make it. */
const unclaimed = (): ShelvedStream => ({ epoch: 0, rows: [], answers: new Map(), snapshots: new Map() })

function keepEntry(
  stream: ShelvedStream,
  entry: Entry,
  then?: (stream: ShelvedStream) => void,
): AppendOutcome {
  const { rows, answers, epoch } = stream
  const last = rows.at(-1)
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? CHAIN_START, at: last?.at ?? null }
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
  then?.(stream)
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
    performances: audits.filter(({ stream, events }) => events > 0 && stream !== INSTALLATION_STREAM).length,
    events: audits.reduce((sum, { events }) => sum + events, 0),
    erased: audits.reduce((sum, { erased }) => sum + erased, 0),
    firstBad,
  }
}
