// `ghostlight privacy`: what is held of a person, said to them, and its erasure; and the pages for the company.

import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../clock/clock.ts'
import { CARE_STREAM, type Log, NOTICE_STREAM, type StreamId, VAULT_STREAM } from '../log/log.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { everyEvent } from '../vault/forget.ts'
import { openVaultStore, VAULT_FILE } from '../vault/store.ts'
import { eraseFor } from '../vault/vault.ts'
import type { Command } from './cli.ts'
import { dataFolder } from './data-folder.ts'
import { packageFolder } from './package-folder.ts'
import { databaseIn } from './stage.ts'

export const privacy: Command = {
  usage: 'privacy erase PERSON | export PERSON --out FILE | pack --out DIR [--data DIR]',
  what: 'erases what a person left sealed, who opened it and what notices said of them, in the file and in every older copy that is put back; writes down what is held; or gives the pages for the company',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { data: { type: 'string' }, out: { type: 'string' } },
    })
    const [what, person, ...more] = positionals
    if (what === 'pack' && person === undefined) return pack(values.out)
    if ((what !== 'erase' && what !== 'export') || person === undefined || more.length > 0)
      throw new Error(
        'Say what, and whose, by their id in the show: privacy erase PERSON, or privacy export PERSON --out FILE; or privacy pack --out DIR',
      )
    const dataDir = dataFolder(values.data)
    return what === 'erase' ? erase(dataDir, person) : exportOf(dataDir, person, values.out)
  },
}

/** What is kept, a notice for the company, consent texts and the start of an assessment: to be filled in and printed. */
function pack(out: string | undefined): number {
  if (out === undefined) throw new Error('Say where to: --out DIR')
  const from = join(packageFolder(), 'docs', 'privacy')
  const pages = readdirSync(from).filter((name) => name.endsWith('.md'))
  const there = pages.find((name) => existsSync(join(out, name)))
  // It may have been filled in.
  if (there !== undefined) throw new Error(`There is a file ${join(out, there)} already.`)
  mkdirSync(out, { recursive: true })
  for (const name of pages) copyFileSync(join(from, name), join(out, name), constants.COPYFILE_EXCL)
  process.stdout.write(`${out}: ${pages.join(', ')}. What stands in brackets is yours to fill in.\n`)
  return 0
}

async function erase(dataDir: string, person: string): Promise<number> {
  const log = await openSqliteLog({ file: databaseIn(dataDir) })
  try {
    const { entries } = await eraseFor({ dataDir, log, clock: systemClock }, person)
    process.stdout.write(
      `What ${person} left sealed is erased, and ${entries} entries of the record say no more whose it was, who opened it, and what was said of them or told to them.\n` +
        'Copies of the record have no note in them; who opened it is erased from an older copy when that is put back here.\n' +
        'Out of reach: what duty devices hold until they are next in touch, at most twelve hours, and what was printed or saved.\n',
    )
    return 0
  } finally {
    await log.close()
  }
}

async function exportOf(dataDir: string, person: string, out: string | undefined): Promise<number> {
  if (out === undefined) throw new Error('Say where to: --out FILE')
  if (existsSync(out)) throw new Error(`There is a file ${out} already.`)
  const log = await openSqliteLog({ file: databaseIn(dataDir) })
  try {
    const openings = await heldOf(log, VAULT_STREAM, person)
    const notices = await heldOf(log, NOTICE_STREAM, person)
    const care = await heldOf(log, CARE_STREAM, person)
    const file = join(dataDir, VAULT_FILE)
    const store = existsSync(file) ? openVaultStore(file) : null
    const sealed = store?.note(person) ?? null
    store?.close()
    const about = 'What is sealed here the house cannot read: it opens with your code, on your own phone.'
    writeFileSync(out, `${JSON.stringify({ person, about, sealed, openings, notices, care }, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    })
    process.stdout.write(
      `${out}: the sealed note as the house keeps it, and ${openings.length} entries of who opened or asked for it, and ${notices.length} of what was permitted, said of them and told to them; and whom they asked to get in touch, where they did.\n`,
    )
    return 0
  } finally {
    await log.close()
  }
}

async function heldOf(log: Log, stream: StreamId, person: string): Promise<readonly unknown[]> {
  const held: unknown[] = []
  for await (const { at, body, detail } of everyEvent(log, stream))
    if (detail.state === 'kept' && isOf(detail.value, person))
      held.push({ at: new Date(at), body, detail: detail.value })
  return held
}

const isOf = (value: unknown, person: string): boolean =>
  typeof value === 'object' && value !== null && 'person' in value && value.person === person
