// Opens tonight's record also where it is damaged: with all that passes, what does not is kept and told (LOG-26).

import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lockLog } from './lock.ts'
import type { Loss } from './loss.ts'
import { putInPlace } from './restore.ts'
import { runAside } from './side.ts'
import { openSqliteLog, type SqliteLog, type SqliteLogOptions } from './sqlite.ts'
import { LogDamaged } from './trouble.ts'

export type OpenedEvenDamaged = { readonly log: SqliteLog; readonly losses: readonly Loss[] }

/** `keptAs`: what a file that is broken is called from then on, in `kept` beside the one that is written anew from it. */
export async function openEvenDamaged(
  options: SqliteLogOptions,
  keptAs: () => string,
): Promise<OpenedEvenDamaged> {
  try {
    return { log: await openSqliteLog(options), losses: [] }
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error
  }
  const { file } = options
  const { losses, broken } = await runAside({ do: 'losses', file })
  if (broken) await writeAnew(file, keptAs())
  return { log: await openSqliteLog({ ...options, evenIfDamaged: true }), losses }
}

/** The broken file keeps every byte that it has; until the new one is whole it stays where it is. */
async function writeAnew(file: string, keptAs: string): Promise<void> {
  const lock = lockLog(file)
  try {
    const coming = `${file}-coming`
    rmSync(coming, { force: true })
    await runAside({ do: 'rewrite', file, target: coming })
    putInPlace(coming, file, existsSync(file) ? join(dirname(file), 'kept', keptAs) : null)
  } finally {
    lock.release()
  }
}
