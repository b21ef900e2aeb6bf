// `ghostlight backup` and `ghostlight restore`: a whole copy of the record, and the way back to it.

import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { copyName, DATABASE_NAME, KEPT_FOLDER } from '../keep/names.ts'
import { backupLog } from '../log/backup.ts'
import { markIn } from '../log/mark.ts'
import { restoreLog } from '../log/restore.ts'
import { atCommandLine } from './account.ts'
import type { Command } from './cli.ts'
import { dataFolder } from './data-folder.ts'
import { counted } from './numbers.ts'
import { databaseIn } from './stage.ts'

export const backup: Command = {
  usage: 'backup [--to DIR] [--data DIR]',
  what: 'copies the whole record into one file, checked, also while a performance runs; without --to beside the record',
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { to: { type: 'string' }, data: { type: 'string' } },
    })
    const data = dataFolder(values.data)
    const folder = resolve(values.to ?? join(data, KEPT_FOLDER))
    const record = databaseIn(data)
    mkdirSync(folder, { recursive: true })
    const target = join(folder, copyName(new Date(), ''))
    const { events, performances, bytes } = await backupLog(record, target, markOf(new Date()))
    process.stdout.write(
      `${target}\n  ${counted(events, 'event')} in ${counted(performances, 'performance')}, ${Math.ceil(bytes / 1024)} kB, read back and as they were written.\n`,
    )
    return 0
  },
}

/** The record may be kept by a house meanwhile, so there is no number to be had: the moment and the account are enough. */
const markOf = (now: Date): string => `Copy saved by ${atCommandLine()}, ${now.toISOString()}`

export const restore: Command = {
  usage: 'restore FILE [--data DIR] [--replace]',
  what: 'puts a copy in the place of the record, checked before; the present one is set aside, and not without --replace where it has more',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' }, replace: { type: 'boolean', default: false } },
    })
    const [copy, ...more] = positionals
    if (copy === undefined || more.length > 0) throw new Error('Say which copy: restore FILE')
    const file = join(dataFolder(values.data), DATABASE_NAME)
    const keptAs = copyName(new Date(), 'before-restore')
    const mark = existsSync(copy) ? markIn(copy) : null
    const { events, performances, kept } = await restoreLog({ copy, file, keptAs, replace: values.replace })
    process.stdout.write(
      `${file}\n  ${counted(events, 'event')} in ${counted(performances, 'performance')}, as they were written.\n` +
        (mark === null ? '' : `  ${mark}\n`) +
        (kept === null ? '' : `  The record that was there is now ${kept}\n`) +
        WHO_COMES_IN,
    )
    return 0
  },
}

/** Whoever puts a copy back decides who is let in by it. */
const WHO_COMES_IN =
  '  Screens and phones paired after this copy was made have to be paired again. Whatever was removed since stays out,\n' +
  '  where the copy is of this record; of another, look through the screens at the desk before anybody comes in.\n'
