// A house that can put a copy back by itself: closes, sets the record aside, puts the copy in its place, opens again.

import { join } from 'node:path'
import type { Restored } from '../../wire/copies.ts'
import { systemClock } from '../clock/clock.ts'
import { copyName } from '../keep/names.ts'
import { restoreLog } from '../log/restore.ts'
import { DATABASE_NAME, type RunningServer, type ServerOptions, startServer } from '../main.ts'

/** So that whoever pressed has the answer before the door closes. */
const ANSWER_MS = 200

export type OpenHouse = {
  /** The one that is open now: another after a copy was put back. */
  server(): RunningServer
  close(): Promise<void>
}

/** `again`: told whenever the house has opened anew; it has lost whatever hung on the one before. */
export async function openHouse(
  options: ServerOptions,
  again: (server: RunningServer) => void,
): Promise<OpenHouse> {
  let restoring: Promise<void> = Promise.resolve()
  let server: RunningServer
  let back: { readonly key: string; readonly kept: string | null; readonly trouble: string | null } | null =
    null

  const full = (port: number): ServerOptions => ({
    ...options,
    port,
    restore: (file, key) => {
      systemClock.after(ANSWER_MS, () => {
        restoring = putBack(file, key)
      })
    },
    restored: (key) => toldOnce(key),
  })

  async function toldOnce(key: string): Promise<Restored | null> {
    if (back === null || back.key !== key) return null
    const { kept, trouble } = back
    back = null
    const { pathname, hash } = new URL(await server.deskLink())
    return { state: 'back', desk: `${pathname}${hash}`, kept, trouble }
  }

  async function putBack(copy: string, key: string): Promise<void> {
    const { port } = server
    await server.close()
    const done = await replaced(options.dataDir, copy)
    server = await startServer({ ...full(port), show: null })
    back = { key, ...done }
    again(server)
  }

  server = await startServer(full(options.port))
  return {
    server: () => server,
    close: async () => {
      await restoring
      await server.close()
    },
  }
}

/** Whatever goes wrong, the record that was there is there: the house opens again with it, and says so. */
async function replaced(
  dataDir: string,
  copy: string,
): Promise<{ readonly kept: string | null; readonly trouble: string | null }> {
  try {
    const now = systemClock.now()
    // A name tells seconds: back and back again within one are two records all the same.
    const keptAs = copyName(new Date(now), `before-restore-${now % 1000}`)
    const { kept } = await restoreLog({ copy, file: join(dataDir, DATABASE_NAME), keptAs, replace: true })
    return { kept, trouble: null }
  } catch (error) {
    return { kept: null, trouble: error instanceof Error ? error.message : String(error) }
  }
}
