// Opens an installation's record for a command that reads it, and closes it again whatever happens.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readKeptShow } from '../../formats/show-file/read.ts'
import { systemClock } from '../clock/clock.ts'
import { freshId } from '../http/cookies.ts'
import { openNight } from '../hub/open-night.ts'
import { type Night, openStage, type Stage } from '../hub/stage.ts'
import { DATABASE_NAME } from '../keep/names.ts'
import { openSqliteLog } from '../log/sqlite.ts'

/** The installation's database, which must be there: a reading command never makes one. */
export function databaseIn(dataDir: string): string {
  const file = join(dataDir, DATABASE_NAME)
  if (!existsSync(file)) throw new Error(`There is no record at ${file}.`)
  return file
}

/** `number`: which performance; null for the newest. */
export async function withStage<T>(
  dataDir: string,
  number: number | null,
  use: (night: Night, stage: Stage) => T | Promise<T>,
): Promise<T> {
  const log = await openSqliteLog({ file: databaseIn(dataDir) })
  try {
    const options = { log, clock: systemClock, readShow: readKeptShow, freshId }
    const stage = await openStage(options)
    const { performances } = stage.installation.state()
    const chosen = number === null ? performances.at(-1) : performances.find((one) => one.number === number)
    if (!chosen) throw new Error('There is no such performance in this record.')
    const tonight = stage.night()
    const night = tonight?.performance.id === chosen.id ? tonight : await openNight(options, chosen)
    const result = await use(night, stage)
    await stage.close()
    return result
  } finally {
    await log.close()
  }
}
