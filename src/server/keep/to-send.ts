// A copy that is made to be sent away: it lies in the folder for as long as that takes, and no longer.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupLog } from '../log/backup.ts'
import { copyName } from './names.ts'

const TO_SEND = '-to-send'

export async function copyToSend(dataDir: string, database: string, now: Date) {
  const name = copyName(now, '')
  const file = join(dataDir, `${name}${TO_SEND}`)
  rmSync(file, { force: true })
  const { bytes } = await backupLog(join(dataDir, database), file)
  return { file, name, bytes }
}

/** What a server that was killed while it sent left behind, half made or whole: the whole record each. */
export function removeUnsent(dataDir: string): void {
  if (!existsSync(dataDir)) return
  for (const name of readdirSync(dataDir))
    if (/^ghostlight-[\d-]+\.db-to-send(-\w+)?$/.test(name)) rmSync(join(dataDir, name), { force: true })
}
