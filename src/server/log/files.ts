// The files under the database, as far as SQLite leaves them to us: made whole, renewed before they are believed.

import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Driver } from './rows.ts'
import { prepareFile } from './schema.ts'
import { DriverError, LogUnavailable } from './trouble.ts'

const CHUNK_BYTES = 1024 * 1024
/** The smallest page that SQLite knows, and so its smallest file. */
const HEADER_PAGE_BYTES = 512

/** The only way in for whoever writes. Made if it is not there; its folder must be. */
export function openFile(file: string, driverOn: (file: string) => Driver): Driver {
  sorted(() => {
    const size = sizeOf(file)
    if (size === null) makeWhole(file, driverOn)
    // We never leave one: something else emptied it, and SQLite would begin anew in its place.
    else if (size < HEADER_PAGE_BYTES) throw new LogUnavailable('not-a-log', emptySentence(file))
    else renewWal(file)
  })
  return driverOn(file)
}

const emptySentence = (file: string) =>
  `The file ${file} is empty or cut short. Bring a copy back, or remove it to begin a new log.`

/**
 * Under another name, then put in place: the power-cut simulator found new files whose first page was torn, and a
 * file that is neither a log nor empty can only be refused.
 */
function makeWhole(file: string, driverOn: (file: string) => Driver): void {
  if ((sizeOf(`${file}-wal`) ?? 0) > 0) {
    const sentence = `There is ${file}-wal, but not the log it belongs to: move it away, or bring the log back.`
    throw new LogUnavailable('not-a-log', sentence)
  }
  // A restore that was cut in two: the copy lies ready, and an empty record must not take its place.
  if (sizeOf(`${file}-coming`) !== null) {
    const sentence = `A restore did not end: ${file}-coming is the copy. Give it the name ${file}, or restore again.`
    throw new LogUnavailable('not-a-log', sentence)
  }
  const made = `${file}-new`
  for (const end of ['', '-journal', '-wal', '-shm']) removeIfThere(`${made}${end}`)
  const driver = driverOn(made)
  try {
    prepareFile(driver)
  } finally {
    driver.close()
  }
  sync(made)
  renameSync(made, file)
  sync(dirname(file))
}

/**
 * After a sync that failed, in this process or the one before it, the kernel may hold pages that it calls written and
 * that are not on disk. SQLite would recover a commit from them, begin to move it into the database, and lose the only
 * copy when the kernel drops the page: the power-cut simulator found this with two failing syncs in a row. So what can
 * be read now is written again, the same bytes in the same place, and synced before anything is recovered (LOG-17).
 */
function renewWal(file: string): void {
  const wal = `${file}-wal`
  if ((sizeOf(wal) ?? 0) === 0) return
  withOpen(wal, 'r+', (opened) => {
    const chunk = new Uint8Array(CHUNK_BYTES)
    for (let at = 0; ; ) {
      const length = readSync(opened, chunk, 0, CHUNK_BYTES, at)
      if (length === 0) break
      at += writeWhole(opened, chunk.subarray(0, length), at)
    }
    fsyncSync(opened)
  })
}

/** A write may take only a part at a time. */
function writeWhole(to: number, bytes: Uint8Array, at: number): number {
  let done = 0
  while (done < bytes.length) done += writeSync(to, bytes, done, bytes.length - done, at + done)
  return done
}

const sync = (path: string) => withOpen(path, 'r', fsyncSync)

/** Null where there is none. */
function sizeOf(path: string): number | null {
  try {
    return withOpen(path, 'r', (opened) => fstatSync(opened).size)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function withOpen<T>(path: string, flags: 'r' | 'r+', work: (opened: number) => T): T {
  const opened = openSync(path, flags)
  try {
    return work(opened)
  } finally {
    closeSync(opened)
  }
}

function sorted(work: () => void): void {
  try {
    work()
  } catch (error) {
    const code = codeOf(error)
    if (typeof code !== 'string' || !(error instanceof Error)) throw error
    throw new DriverError(code === 'ENOSPC' ? 'full' : 'io', error.message)
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
