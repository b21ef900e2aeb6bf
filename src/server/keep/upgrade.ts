// Before a newer Ghostlight first opens a record, a copy of it is kept: the way back.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { backupLog } from '../log/backup.ts'
import { LogDamaged } from '../log/trouble.ts'
import { copyName, KEPT_FOLDER } from './names.ts'

/** Copies of this kind; the oldest goes. */
export const UPGRADES_MAX = 10

const FILE = 'version.json'
const KIND = 'before-'

export type Opening = {
  readonly dataDir: string
  readonly database: string
  /** Of the program that opens it now. */
  readonly version: string
  readonly now: Date
}

/** The copy that was made, or null where the same version wrote it last. Rejects where it cannot be made: then nothing is opened. */
export async function keepBefore({ dataDir, database, version, now }: Opening): Promise<string | null> {
  const record = join(dataDir, database)
  if (!isNewer(dataDir, version)) return null
  const kept = existsSync(record) ? await copied(dataDir, record, version, now) : null
  writeFileSync(join(dataDir, FILE), JSON.stringify({ version }))
  return kept
}

async function copied(dataDir: string, record: string, version: string, now: Date): Promise<string> {
  const folder = join(dataDir, KEPT_FOLDER)
  mkdirSync(folder, { recursive: true })
  const target = join(folder, copyName(now, `${KIND}${version.replaceAll(/[^\w.-]/g, '')}`))
  const mark = `Copy kept before version ${version} first opened the record, ${now.toISOString()}`
  await backupLog(record, target, mark).catch((error) => keptAsItIs(record, target, error))
  for (const old of upgradeCopies(folder).slice(0, -UPGRADES_MAX)) rmSync(join(folder, old), { force: true })
  return target
}

/** An old night that is damaged keeps no house shut tonight: the record is kept as it lies, damage and all. */
function keptAsItIs(record: string, target: string, error: unknown): void {
  if (!(error instanceof LogDamaged)) throw error
  for (const end of ['', '-wal']) {
    if (existsSync(`${record}${end}`)) copyFileSync(`${record}${end}`, `${target}${end}`)
  }
}

/** The oldest first: their names begin with their time. */
const upgradeCopies = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^ghostlight-[\d-]+-before-\d/.test(name) && name.endsWith('.db'))
    .toSorted()

/** Another version wrote the record last, or nobody knows which. */
export const isNewer = (dataDir: string, version: string): boolean => lastVersion(dataDir) !== version

function lastVersion(dataDir: string): string | null {
  try {
    const told: unknown = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))
    return typeof told === 'object' && told !== null && 'version' in told && typeof told.version === 'string'
      ? told.version
      : null
  } catch {
    return null
  }
}
