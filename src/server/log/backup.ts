// A whole copy of the record in one file, read back before it is called one; and how far one record is ahead of another.

import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { makeEmpty } from './copy.ts'
import { openNodeDriver } from './driver.ts'
import { writeMark } from './mark.ts'
import { streamHeads } from './reading.ts'
import { type Driver, text, whole } from './rows.ts'
import { verifyAll } from './scan.ts'
import { checkFile } from './schema.ts'
import { type BackedUp, runAside } from './side.ts'
import { LogDamaged } from './trouble.ts'

/** Beside the writer, while it writes: what was acknowledged when it began is in it. Refuses to overwrite. `mark`: which copy it is. */
export const backupLog = (file: string, target: string, mark: string | null = null): Promise<BackedUp> =>
  runAside({ do: 'backup', file, target, mark })

/** How many events `file` has that `other` has not. */
export const eventsAhead = (file: string, other: string): Promise<number> =>
  runAside({ do: 'ahead', file, other })

/** Leaves nothing behind when it fails. What was erased is not in it: it is written anew, not copied page by page. */
export function copyWhole(file: string, target: string, mark: string | null): BackedUp {
  makeEmpty(target)
  try {
    const source = openNodeDriver(file, true)
    try {
      checkFile(source)
      source.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`)
    } finally {
      source.close()
    }
    sign(target, mark)
    const { ok, firstBad, events, performances } = readBack(target)
    if (!ok && firstBad) throw new LogDamaged(firstBad.stream, firstBad.seq, firstBad.what)
    sync(target)
    return { events, performances, bytes: statSync(target).size }
  } catch (error) {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${target}${end}`, { force: true })
    throw error
  }
}

/** Whatever the source says of itself, for it may have been a copy, is not said of this one. */
function sign(target: string, mark: string | null): void {
  const driver = openNodeDriver(target)
  try {
    writeMark(driver, mark)
  } finally {
    driver.close()
  }
}

function readBack(target: string) {
  const driver = openNodeDriver(target, true)
  try {
    return verifyAll(driver)
  } finally {
    driver.close()
  }
}

function sync(file: string): void {
  const opened = openSync(file, 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

export function countAhead(source: Driver, otherFile: string): number {
  const other = openNodeDriver(otherFile, true)
  try {
    checkFile(other)
    return streamHeads(source).reduce(
      (sum, { stream, head }) => sum + head - shared(source, other, stream, head),
      0,
    )
  } finally {
    other.close()
  }
}

/** The last event that both have: each hash covers all before it, so halving finds it. */
function shared(one: Driver, other: Driver, stream: string, head: number): number {
  let [same, differs] = [0, head + 1]
  while (differs - same > 1) {
    const middle = Math.floor((same + differs) / 2)
    const hash = hashAt(one, stream, middle)
    if (hash !== null && hash === hashAt(other, stream, middle)) same = middle
    else differs = middle
  }
  return same
}

function hashAt(driver: Driver, stream: string, seq: number): string | null {
  const row = driver.get('SELECT seq, hash FROM event WHERE stream = ? AND seq = ?', [stream, seq])
  return row !== null && whole(row, 'seq') === seq ? text(row, 'hash') : null
}
