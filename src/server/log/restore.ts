// Puts a copy of the record in the place of the one that is there; that one is kept beside it, whatever it was.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupLog, eventsAhead } from './backup.ts'
import { lockLog } from './lock.ts'
import { verifyFile } from './side.ts'
import { LogDamaged, LogUnavailable } from './trouble.ts'

export type Restoring = {
  readonly copy: string
  readonly file: string
  /** What the present record is called from then on, in `kept` beside it. */
  readonly keptAs: string
  /** Also where the present record has something that the copy has not. */
  readonly replace: boolean
}

export type Restored = {
  readonly events: number
  readonly performances: number
  readonly kept: string | null
}

/** Rejects with LogDamaged or LogUnavailable, and then nothing was changed. */
export async function restoreLog({ copy, file, keptAs, replace }: Restoring): Promise<Restored> {
  const { events, performances } = await soundCopy(copy)
  const ahead = await missing(file, copy)
  if (ahead !== 0 && !replace) throw new LogUnavailable('exists', aheadSentence(ahead))
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockLog(file)
  try {
    const coming = `${file}-coming`
    rmSync(coming, { force: true })
    // Written anew, with what still lies in the copy's write-ahead file, and read back.
    const made = await backupLog(copy, coming)
    if (made.events !== events) throw new LogUnavailable('io', `${copy} changed while it was being restored.`)
    const kept = existsSync(file) ? join(dirname(file), 'kept', keptAs) : null
    putInPlace(coming, file, kept)
    return { events, performances, kept }
  } finally {
    lock.release()
  }
}

/** What is there is called `kept` from then on, with all that belongs to it. */
export function putInPlace(coming: string, file: string, kept: string | null): void {
  if (kept !== null) setAside(file, kept)
  try {
    renameSync(coming, file)
  } catch (error) {
    if (kept !== null) setAside(kept, file)
    throw error
  }
  sync(dirname(file))
}

/** The record that was set aside is in its place again as it lay, damaged or not; what stood there is called `keptAs`. */
export function takeBack({
  file,
  kept,
  keptAs,
}: Pick<Restoring, 'file' | 'keptAs'> & { readonly kept: string }): void {
  const lock = lockLog(file)
  try {
    if (existsSync(file)) setAside(file, join(dirname(kept), keptAs))
    setAside(kept, file)
    sync(dirname(file))
  } finally {
    lock.release()
  }
}

/** Every byte of it, before anything is touched. */
export async function soundCopy(
  copy: string,
): Promise<{ readonly events: number; readonly performances: number }> {
  if (!existsSync(copy)) throw new LogUnavailable('io', `There is no file at ${copy}.`)
  // A pipe or a device would be waited for without end.
  if (!statSync(copy).isFile()) throw new LogUnavailable('io', `${copy} is no file.`)
  const { firstBad, events, performances } = await verifyFile(copy)
  if (firstBad !== null) throw new LogDamaged(firstBad.stream, firstBad.seq, firstBad.what)
  return { events, performances }
}

/** What the present record has that the copy has not; null where it cannot be told. */
async function missing(file: string, copy: string): Promise<number | null> {
  if (!existsSync(file)) return 0
  return eventsAhead(file, copy).catch(() => null)
}

const aheadSentence = (ahead: number | null): string =>
  ahead === null
    ? 'The record that is there cannot be read, so nobody can tell what it has that this copy has not. With --replace it is set aside and the copy put in its place.'
    : `The record that is there has ${ahead} events that this copy has not. With --replace it is set aside and the copy put in its place.`

/** With its write-ahead file, which belongs to its name. */
function setAside(file: string, kept: string): void {
  mkdirSync(dirname(kept), { recursive: true })
  if (existsSync(kept)) throw new LogUnavailable('exists', `There is a file ${kept} already.`)
  for (const end of ['-wal', '-shm', ''])
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`)
}

function sync(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
