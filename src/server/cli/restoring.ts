// A house that closes and opens again by itself: to put a copy of the record back, or to let other machines in.

import { join } from 'node:path'
import type { Restored } from '../../wire/copies.ts'
import { keepLettingIn } from '../announce/kept.ts'
import { systemClock } from '../clock/clock.ts'
import { EVERYWHERE } from '../http/listen.ts'
import { copyName, DATABASE_NAME } from '../keep/names.ts'
import { restoreLog, takeBack } from '../log/restore.ts'
import { type RunningServer, type ServerOptions, startServer } from '../main.ts'

/** So that whoever pressed has the answer before the door closes. */
const ANSWER_MS = 200
/** With the record it had before a house opens at once, or something else is in its way: so long it is tried again. */
const REOPENS_MAX = 10
const REOPEN_MS = 300

export type OpenHouse = {
  /** The one that is open now: another after a copy was put back. */
  server(): RunningServer
  /** Why the house is not open any more, where it could not be opened again at all. */
  readonly ended: Promise<string>
  close(): Promise<void>
}

/**
 * `again`: told whenever the house has opened anew; it has lost whatever hung on the one before. `wide`: where it listens
 * once it is asked to let other machines in; null where it is never.
 */
export async function openHouse(
  { record, ...options }: ServerOptions,
  again: (server: RunningServer) => void,
  wide: string | null = EVERYWHERE,
): Promise<OpenHouse> {
  let restoring: Promise<void> = Promise.resolve()
  let host = options.host
  let server: RunningServer
  let over = false
  const { promise: ended, resolve: end } = Promise.withResolvers<string>()
  let back: (Done & { readonly key: string }) | null = null

  const gone = (error: unknown) => {
    over = true
    end(notAgain(options.dataDir, error))
  }
  const anew = (open: () => Promise<void>) =>
    systemClock.after(ANSWER_MS, () => {
      restoring = open().catch(gone)
    })

  const full = (port: number): ServerOptions => ({
    ...options,
    host,
    port,
    restore: (file, key) => void anew(() => putBack(file, key)),
    letIn: wide === null ? undefined : () => void anew(() => openAt(wide)),
    restored: async (key) => {
      if (back === null || back.key !== key) return null
      const done = back
      back = null
      return backWith(server, done)
    },
  })

  async function openAt(address: string): Promise<void> {
    host = address
    await server.close()
    keepLettingIn(options.dataDir)
    server = await insisting(() => startServer({ ...full(server.port), show: null }))
    again(server)
  }

  async function putBack(copy: string, key: string): Promise<void> {
    await server.close()
    const done = await replaced(options.dataDir, copy)
    const open = () => startServer({ ...full(server.port), show: null })
    const opened = await openWith(options.dataDir, done, open)
    server = opened.server
    back = { key, ...opened.done }
    again(server)
  }

  server = await startServer({ ...full(options.port), record })
  return {
    server: () => server,
    ended,
    close: () => restoring.then(() => (over ? undefined : server.close())),
  }
}

/** With the copy; where it is sound and yet no house opens with it, with what was here, before anybody asks. */
async function openWith(dataDir: string, done: Done, open: () => Promise<RunningServer>) {
  try {
    return { server: await open(), done }
  } catch (error) {
    const undone = unreplaced(dataDir, done, error)
    return { server: await insisting(open), done: undone }
  }
}

async function backWith(server: RunningServer, { kept, trouble }: Done): Promise<Restored> {
  const { pathname, hash } = new URL(await server.deskLink())
  return { state: 'back', desk: `${pathname}${hash}`, kept, trouble }
}

type Done = { readonly kept: string | null; readonly trouble: string | null }

/** Whatever goes wrong, the record that was there is there: the house opens again with it, and says so. */
async function replaced(dataDir: string, copy: string): Promise<Done> {
  try {
    const keptAs = asideAs('before-restore')
    const { kept } = await restoreLog({ copy, file: join(dataDir, DATABASE_NAME), keptAs, replace: true })
    return { kept, trouble: null }
  } catch (error) {
    return { kept: null, trouble: sentenceOf(error) }
  }
}

/** The copy is set aside in its turn, so that somebody can look into it. */
function unreplaced(dataDir: string, { kept, trouble }: Done, error: unknown): Done {
  if (kept === null) return { kept, trouble: trouble ?? sentenceOf(error) }
  takeBack({ file: join(dataDir, DATABASE_NAME), kept, keptAs: asideAs('not-opened') })
  return {
    kept: null,
    trouble: `Ghostlight could not be opened with that copy, so what was here is back: ${sentenceOf(error)}`,
  }
}

async function insisting(open: () => Promise<RunningServer>): Promise<RunningServer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await open()
    } catch (error) {
      if (tries >= REOPENS_MAX) throw error
      await new Promise<void>((go) => systemClock.after(REOPEN_MS, go))
    }
  }
}

const notAgain = (dataDir: string, error: unknown): string =>
  `Ghostlight could not be opened again: ${sentenceOf(error)} The record lies whole in ${dataDir}; start Ghostlight again.`

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A name tells seconds: back and back again within one are two records all the same. */
function asideAs(why: string): string {
  const now = systemClock.now()
  return copyName(new Date(now), `${why}-${now % 1000}`)
}
