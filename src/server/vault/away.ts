// Who is not of the company any more, and since when that was noticed, in a file of its own: what they left is deleted after thirty days.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from '../../core/show/show.ts'
import { type Away, awayNow, awayTooLong, isOverdue } from '../../core/vault/note.ts'
import type { VaultStore } from './store.ts'

export const AWAY_FILE = 'away.json'

type House = {
  readonly dataDir: string
  readonly now: number
  readonly curtains: readonly number[]
  readonly people: readonly Person[]
}

/** Everybody's thirty days after the last night. Whoever is not of the company for thirty days has nothing here any more: counted from when that was noticed. */
export function eraseOverdue(store: VaultStore, { dataDir, now, curtains, people }: House): void {
  if (isOverdue(curtains, now)) store.erase(store.people())
  const before = readAway(dataDir)
  const away = awayNow(before, { kept: store.people(), company: people.map(({ id }) => id) }, now)
  const gone = awayTooLong(away, now)
  if (gone.length > 0) store.erase(gone)
  const left = Object.fromEntries(Object.entries(away).filter(([person]) => !gone.includes(person)))
  if (JSON.stringify(left) !== JSON.stringify(before)) writeAway(dataDir, left)
}

/** One that cannot be read is begun anew: then it is deleted later, never too early. */
export function readAway(dataDir: string): Away {
  try {
    const found: unknown = JSON.parse(readFileSync(join(dataDir, AWAY_FILE), 'utf8'))
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).filter((one) => typeof one[1] === 'number'))
  } catch {
    return {}
  }
}

function writeAway(dataDir: string, away: Away): void {
  const file = join(dataDir, AWAY_FILE)
  const opened = openSync(`${file}-new`, 'w', 0o600)
  try {
    writeSync(opened, JSON.stringify(away))
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(`${file}-new`, file)
}
