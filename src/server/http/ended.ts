// The ways in that have ended, in a file beside the record: applied to every older copy that is put back, before anybody is served.

import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Ended, endedBy, nothingEnded, toEndAgain } from '../../core/installation/ended.ts'
import { theMachine } from '../../core/installation/installation.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import { freshId } from './cookies.ts'

export const ENDED_FILE = 'ended.json'
/** The record itself has it at once; written here a little later, many pairings make one writing. */
const ENDED_WRITE_MS = 1_000

type House = { readonly dataDir: string; readonly stage: Stage; readonly clock: Clock }

export async function keepEnded({ dataDir, stage, clock }: House): Promise<{ close(): void }> {
  const { installation } = stage
  let ended = readEnded(dataDir)
  for (const { command, person } of toEndAgain(installation.state(), ended)) {
    const by = { ...theMachine, person }
    await installation.submit({ id: `ended:${freshId()}`, by, madeAt: clock.now(), command })
  }
  let written = JSON.stringify(ended)
  let cancel: (() => void) | null = null
  const write = () => {
    cancel?.()
    cancel = null
    const text = JSON.stringify(ended)
    if (text !== written && writeEnded(dataDir, text)) written = text
  }
  // What was kept and taken back within one writing has ended too.
  const look = () => {
    ended = endedBy(ended, installation.state())
    cancel ??= clock.after(ENDED_WRITE_MS, write)
  }
  look()
  write()
  installation.onChange(look)
  return { close: write }
}

/** One that cannot be read is begun anew with what the record has: the house opens all the same. */
export function readEnded(dataDir: string): Ended {
  try {
    // `as`: written by ourselves; each list is looked at here.
    const found = JSON.parse(readFileSync(join(dataDir, ENDED_FILE), 'utf8')) as Omit<Ended, 'keys'> &
      Partial<Pick<Ended, 'keys'>>
    const all = [found.devices, found.used, found.groups, found.passkeys.kept, found.passkeys.ended]
    const isWhole = all.every((one) => Array.isArray(one) && one.every((id) => typeof id === 'string'))
    // Written by an earlier version it has no keys.
    const keys = Object.entries(found.keys ?? {}).filter((one) => typeof one[1] === 'string')
    return isWhole ? { ...found, keys: Object.fromEntries(keys) } : nothingEnded
  } catch {
    return nothingEnded
  }
}

/** A disk that is full loses this and nothing else: it is tried again with the next change. */
function writeEnded(dataDir: string, text: string): boolean {
  const file = join(dataDir, ENDED_FILE)
  try {
    const opened = openSync(`${file}-new`, 'w', 0o600)
    try {
      writeSync(opened, text)
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    renameSync(`${file}-new`, file)
    return true
  } catch {
    return false
  }
}
