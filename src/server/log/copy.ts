// Copies one stream with its answers, personal parts and documents into a file of its own.

import { closeSync, openSync, rmSync } from 'node:fs'
import { assert } from '../../core/kit/assert.ts'
import { baseOf, copyDocument, documentText } from './documents.ts'
import { openNodeDriver } from './driver.ts'
import { readEvents } from './reading.ts'
import type { Driver } from './rows.ts'
import { commandsOf, scanStream } from './scan.ts'
import { checkpoint, prepareFile } from './schema.ts'
import type { Exported } from './side.ts'
import { epochOf, headOf, insertCommand, insertDetail, insertEvent, insertOwner } from './store.ts'
import { LogDamaged, LogUnavailable } from './trouble.ts'

const PAGE_EVENTS = 500

/** Refuses to overwrite; leaves nothing behind when it fails; what it made has been read back and verified. */
export function copyStream(source: Driver, stream: string, target: string): Exported {
  if (headOf(source, stream).seq === 0) {
    throw new LogUnavailable('no-such-stream', `There is no ${stream} in this log.`)
  }
  makeEmpty(target)
  try {
    const driver = openNodeDriver(target)
    try {
      prepareFile(driver)
      driver.exec('BEGIN IMMEDIATE')
      const documents = copyRows(source, driver, stream)
      driver.exec('COMMIT')
      assert(checkpoint(driver), 'nobody else reads a file that was just made')
      return { ...checked(driver, stream), documents }
    } finally {
      driver.close()
    }
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true })
    throw error
  }
}

/** Made by us and by nobody else: `wx` fails where something lies already. */
export function makeEmpty(target: string): void {
  try {
    closeSync(openSync(target, 'wx'))
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw exists
      ? new LogUnavailable('exists', `There is a file ${target} already, and it is not overwritten.`)
      : new LogUnavailable('io', `The file ${target} cannot be made.`)
  }
}

function copyRows(source: Driver, target: Driver, stream: string): number {
  insertOwner(target, stream, epochOf(source, stream))
  for (const row of commandsOf(source, stream)) insertCommand(target, row)
  const named = new Set<string>()
  for (let from = 1; ; from += PAGE_EVENTS) {
    const page = readEvents(source, stream, from, PAGE_EVENTS)
    for (const row of page) {
      insertEvent(target, row)
      const { seq, salt, detail } = row
      if (salt !== null && detail !== null) insertDetail(target, { stream, seq, salt, text: detail })
      for (const hash of hashesIn(row.body)) named.add(hash)
    }
    if (page.length < PAGE_EVENTS) break
  }
  return copyDocuments(source, target, named)
}

/** Which documents belong to a stream: whatever its events name that is a document. Hashes do not occur by chance. */
function copyDocuments(source: Driver, target: Driver, named: ReadonlySet<string>): number {
  const copied = new Set<string>()
  const copy = (hash: string): void => {
    if (copied.has(hash) || documentText(source, hash) === null) return
    const base = baseOf(source, hash)
    // First what it is a change of, where that is of this stream as well.
    if (base !== null && named.has(base)) copy(base)
    copyDocument(source, target, hash, (one) => copied.has(one))
    copied.add(hash)
  }
  for (const hash of named) copy(hash)
  return copied.size
}

const hashesIn = (body: string): readonly string[] =>
  [...body.matchAll(/"([0-9a-f]{64})"/g)].flatMap((match) => match[1] ?? [])

function checked(target: Driver, stream: string): Omit<Exported, 'documents'> {
  const { events, erased, bad } = scanStream(target, stream)
  if (bad !== null) throw new LogDamaged(bad.stream, bad.seq, bad.what)
  return { events, erased, hash: headOf(target, stream).hash }
}
