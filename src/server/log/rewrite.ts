// A file of which pages are broken is written anew from whatever of it can be read; the broken one is only read.

import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { textHash } from './chain.ts'
import { makeEmpty } from './copy.ts'
import { copyDocument, documentText } from './documents.ts'
import { openNodeDriver } from './driver.ts'
import { everyEvent, type Found, unlessCorrupt, unlessDamaged } from './loss.ts'
import { type Driver, type Row, text, whole } from './rows.ts'
import { prepareFile } from './schema.ts'
import {
  type CommandRow,
  commandSum,
  insertCommand,
  insertDetail,
  insertEvent,
  insertOwner,
  write,
} from './store.ts'

/**
 * What passes is there as it was written, under its number. What does not pass stays in its place while something behind
 * it passes, for its hash vouches for that; at the end of a stream it is left out, so that the night is written on from
 * what is true. The answers of all commands stay: by them verification finds that something is missing, and where.
 */
export function rewrite(source: Driver, target: string): void {
  makeEmpty(target)
  try {
    const driver = openNodeDriver(target)
    try {
      prepareFile(driver)
      // An event outlives the answer that was lost with a page.
      driver.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
      for (const stream of streamsOf(source)) copyStream(source, driver, stream)
      copyDocuments(source, driver)
      driver.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      driver.close()
    }
    sync(target)
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true })
    throw error
  }
}

/** Any of the tables may be the broken one. */
export function streamsOf(source: Driver): readonly string[] {
  const named = ['owner', 'command', 'event'].flatMap((table) =>
    unlessCorrupt(() => source.all(`SELECT DISTINCT stream FROM ${table}`, []), []).flatMap((row) =>
      unlessCorrupt(() => [text(row, 'stream')], []),
    ),
  )
  return [...new Set(named)].toSorted()
}

function copyStream(source: Driver, target: Driver, stream: string): void {
  insertOwner(target, stream, epochIn(source, stream))
  const answered = new Set<string>()
  for (const command of commandsIn(source, stream)) {
    insertCommand(target, command)
    answered.add(command.command)
  }
  let head = 0
  for (const { seq, row } of untilTheLastThatPasses(everyEvent(source, stream))) {
    if (row === null) continue
    if (!answered.has(row.command)) {
      for (const command of commandNamed(source, stream, row.command)) insertCommand(target, command)
      answered.add(row.command)
    }
    insertEvent(target, row)
    const { salt, detail } = row
    if (salt !== null && detail !== null) insertDetail(target, { stream, seq, salt, text: detail })
    head = seq
  }
  copySnapshots(source, target, stream, head)
}

/** What does not pass waits until something behind it does. */
function* untilTheLastThatPasses(events: Iterable<Found>): Generator<Found> {
  let waiting: Found[] = []
  for (const found of events) {
    waiting.push(found)
    if (!found.passes) continue
    yield* waiting
    waiting = []
  }
}

/** Only whoever opens the file now has one; a lower one than before is nobody's. */
const epochIn = (source: Driver, stream: string): number =>
  unlessCorrupt(() => {
    const row = source.get('SELECT epoch FROM owner WHERE stream = ?', [stream])
    return row === null ? 1 : whole(row, 'epoch')
  }, 1)

/** An answer that is not as it was written is nobody's. */
function commandsIn(source: Driver, stream: string): readonly CommandRow[] {
  const sql = 'SELECT * FROM command WHERE stream = ? AND command > ? ORDER BY command LIMIT 1'
  const found: CommandRow[] = []
  for (let after = ''; ; ) {
    // Where the table breaks off, the rest is looked up by the events that name it.
    const row = unlessCorrupt(() => source.get(sql, [stream, after]), null)
    const name = row === null ? null : unlessCorrupt(() => text(row, 'command'), null)
    if (row === null || name === null) return found
    found.push(...soundCommand(stream, row))
    after = name
  }
}

function commandNamed(source: Driver, stream: string, command: string): readonly CommandRow[] {
  const sql = 'SELECT * FROM command WHERE stream = ? AND command = ?'
  const row = unlessCorrupt(() => source.get(sql, [stream, command]), null)
  return row === null ? [] : soundCommand(stream, row)
}

const soundCommand = (stream: string, row: Row): readonly CommandRow[] =>
  unlessCorrupt(() => {
    const command = {
      stream,
      command: text(row, 'command'),
      firstSeq: whole(row, 'first_seq'),
      lastSeq: whole(row, 'last_seq'),
      answer: text(row, 'answer'),
    }
    return commandSum(command) === text(row, 'sum') ? [command] : []
  }, [])

/** A state of events that are not there any more is of another history. */
function copySnapshots(source: Driver, target: Driver, stream: string, head: number): void {
  const rows = unlessCorrupt(() => source.all('SELECT * FROM snapshot WHERE stream = ?', [stream]), [])
  for (const row of rows) {
    const snapshot = unlessCorrupt(
      () => ({
        projector: text(row, 'projector'),
        seq: whole(row, 'seq'),
        hash: text(row, 'hash'),
        state: text(row, 'state'),
      }),
      null,
    )
    if (snapshot === null || snapshot.seq > head || textHash(snapshot.state) !== snapshot.hash) continue
    write(target, { do: 'snapshot', stream, snapshot })
  }
}

/** What matches its hash; a change of one that does not is written whole. */
function copyDocuments(source: Driver, target: Driver): void {
  const hashes = unlessCorrupt(() => source.all('SELECT hash FROM document', []), []).flatMap((row) =>
    unlessCorrupt(() => [text(row, 'hash')], []),
  )
  const sound = new Set(
    hashes.filter((hash) => unlessDamaged(() => documentText(source, hash), null) !== null),
  )
  for (const hash of sound) copyDocument(source, target, hash, (base) => sound.has(base))
}

function sync(file: string): void {
  const opened = openSync(file, 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
