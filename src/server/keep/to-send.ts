// A copy of the record that is about to be sent somewhere: made beside it, read back, and gone from here afterwards.

import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupLog } from '../log/backup.ts'
import { copyName } from './names.ts'

type CopyToSend = { readonly file: string; readonly name: string; readonly bytes: number }

type Making = {
  readonly dataDir: string
  readonly database: string
  readonly now: Date
  readonly mark: string | null
}

async function copyToSend({ dataDir, database, now, mark }: Making): Promise<CopyToSend> {
  const name = copyName(now, '')
  const file = join(dataDir, `${name}-to-send`)
  rmSync(file, { force: true })
  const { bytes } = await backupLog(join(dataDir, database), file, mark)
  return { file, name, bytes }
}

/** However long a copy takes, a house that closes waits no longer for it; the next opening removes what is left. */
const LAST_COPY_MS = 20_000

type Waits = { now(): number; after(ms: number, act: () => void): () => void }

export type ToSend = { take(mark: string | null): Promise<CopyToSend>; close(): Promise<void> }

/** One house: once it is closed no copy of it lies about, half made or whole. */
export function openToSend(dataDir: string, database: string, clock: Waits): ToSend {
  const making = new Set<Promise<unknown>>()
  let closed = false
  return {
    take: async (mark) => {
      if (closed) throw new Error('The house is closing.')
      const made = copyToSend({ dataDir, database, now: new Date(clock.now()), mark })
      const over = made.then(
        () => undefined,
        () => undefined,
      )
      making.add(over)
      try {
        return await made
      } finally {
        making.delete(over)
      }
    },
    close: async () => {
      closed = true
      let cancel = () => {}
      const waited = new Promise<void>((resolve) => {
        cancel = clock.after(LAST_COPY_MS, resolve)
      })
      await Promise.race([Promise.all(making), waited])
      cancel()
      removeUnsent(dataDir)
    },
  }
}

/** What a server that was killed while it sent left behind, half made or whole: the whole record each. */
export function removeUnsent(dataDir: string): void {
  if (!existsSync(dataDir)) return
  for (const name of readdirSync(dataDir))
    if (/^ghostlight-[\d-]+\.db-to-send(-\w+)?$/.test(name)) rmSync(join(dataDir, name), { force: true })
}
