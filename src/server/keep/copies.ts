// Copies of the record in a folder somebody chose: made there, found again, and looked into before one is put back.

import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import { backupLog } from '../log/backup.ts'
import { openNodeDriver } from '../log/driver.ts'
import { INSTALLATION_STREAM } from '../log/log.ts'
import { markIn } from '../log/mark.ts'
import { readEvents } from '../log/reading.ts'
import { soundCopy } from '../log/restore.ts'
import { copyName } from './names.ts'
import { placeAt, whyNot } from './places.ts'

export const COPIES_MAX = 40
/** A little more than the record itself, for the file system's own. */
const ROOM = 1.1

export type Copy = { readonly file: string; readonly bytes: number; readonly at: number }
export type Copied = Copy & { readonly events: number; readonly performances: number }

export type CopyInto = {
  readonly record: string
  readonly folder: string
  readonly version: string
  readonly now: number
  /** Once there is a place for it; null where the record cannot keep a number. */
  readonly number: () => Promise<{ readonly number: number; readonly words: string } | null>
}

/** Written beside its name, on the disk and read back; only then it has the name. Nothing is left where it fails. */
export async function copyInto({ record, folder, version, now, number }: CopyInto): Promise<Result<Copied>> {
  const place = placeAt(folder, dirname(record), Math.ceil(statSync(record).size * ROOM))
  if (!place.ok) return place
  const by = version.replaceAll(/[^\w.-]/g, '')
  const copy = await number()
  const why = [by === '' ? '' : `by-${by}`, copy === null ? '' : `copy-${copy.number}`]
    .filter(Boolean)
    .join('-')
  const file = join(place.value.folder, copyName(new Date(now), why))
  const coming = `${file}-coming`
  if (existsSync(file)) return refused('exists', `There is a file ${file} already: press again in a second.`)
  try {
    const { events, performances, bytes } = await backupLog(record, coming, copy?.words ?? null)
    renameSync(coming, file)
    syncFolder(place.value.folder)
    return accepted({ file, bytes, at: now, events, performances })
  } catch (error) {
    rmSync(coming, { force: true })
    return refused('not-copied', whyNot(place.value.folder, error))
  }
}

/** Some sticks' file systems do not sync a folder by itself; the file was synced before. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r')
    fsyncSync(opened)
    closeSync(opened)
  } catch {
    // Read back by its name it is there.
  }
}

/** By their names, the newest first. */
export function copiesIn(folders: readonly string[]): readonly Copy[] {
  const found = folders.flatMap((folder) => {
    try {
      return readdirSync(folder)
        .filter((name) => /^ghostlight-\d{4}-\d\d-\d\d-\d{6}(?:-[\w.-]+)?\.db$/.test(name))
        .flatMap((name) => fileAt(join(folder, name)))
    } catch {
      return []
    }
  })
  return found
    .toSorted((one, other) => basename(other.file).localeCompare(basename(one.file)))
    .slice(0, COPIES_MAX)
}

function fileAt(file: string): readonly Copy[] {
  try {
    const { size, mtimeMs } = statSync(file)
    return [{ file, bytes: size, at: Math.round(mtimeMs) }]
  } catch {
    return []
  }
}

export type Held = {
  readonly events: number
  /** Which copy it says it is; null where it says nothing. */
  readonly mark: string | null
  readonly performances: readonly {
    readonly title: string
    readonly number: number
    readonly curtainAt: number
  }[]
}

/** What is in a copy, every byte of it checked first; or why it is none. */
export async function heldIn(file: string): Promise<Result<Held>> {
  try {
    const { events } = await soundCopy(file)
    return accepted({ events, mark: markIn(file), performances: plannedIn(file) })
  } catch (error) {
    return refused('no-copy', error instanceof Error ? error.message : String(error))
  }
}

const PAGE_EVENTS = 500

function plannedIn(file: string): Held['performances'] {
  const driver = openNodeDriver(file, true)
  try {
    const planned: Held['performances'][number][] = []
    for (let from = 1; ; from += PAGE_EVENTS) {
      const page = readEvents(driver, INSTALLATION_STREAM, from, PAGE_EVENTS)
      for (const { type, body } of page) if (type === 'performance.planned') planned.push(...planOf(body))
      if (page.length < PAGE_EVENTS) return planned
    }
  } finally {
    driver.close()
  }
}

function planOf(body: string): Held['performances'] {
  const told: unknown = JSON.parse(body)
  if (typeof told !== 'object' || told === null) return []
  // `as`: each field is looked at here before anybody uses it.
  const { title, number, curtainAt } = told as Record<'title' | 'number' | 'curtainAt', unknown>
  return typeof title === 'string' && typeof number === 'number' && typeof curtainAt === 'number'
    ? [{ title, number, curtainAt }]
    : []
}
