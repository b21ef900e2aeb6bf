// A copy of the record that is about to be sent somewhere: made beside it, read back, and gone from here afterwards.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupLog } from '../log/backup.ts'
import { copyName } from './names.ts'

export type CopyToSend = { readonly file: string; readonly name: string; readonly bytes: number }

export async function copyToSend(dataDir: string, database: string, now: Date): Promise<CopyToSend> {
  const name = copyName(now, '')
  const file = join(dataDir, `${name}-to-send`)
  rmSync(file, { force: true })
  const { bytes } = await backupLog(join(dataDir, database), file)
  return { file, name, bytes }
}
