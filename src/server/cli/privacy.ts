// `ghostlight privacy`: what is held of a person, said to them, and its erasure; what is past its time; and the pages for the company.

import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keptKinds, keptWords, retentionClocks } from '../../core/retention/clocks.ts'
import { readKeptShow } from '../../formats/show-file/read.ts'
import { systemClock } from '../clock/clock.ts'
import { CARE_STREAM, type Log, NOTICE_STREAM, type StreamId, VAULT_STREAM } from '../log/log.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { type Erasure, erasePerson } from '../privacy/erase.ts'
import { heldInRecord, heldInWords, rowInWords } from '../privacy/held.ts'
import { heldInShow } from '../privacy/held-in-show.ts'
import { daysLate } from '../privacy/past.ts'
import { type Due, dueNow, runRetention } from '../privacy/retention.ts'
import { whoIsMeant } from '../privacy/who-is-meant.ts'
import { everyEvent } from '../vault/forget.ts'
import { openVaultStore, VAULT_FILE } from '../vault/store.ts'
import type { Command } from './cli.ts'
import { dataFolder } from './data-folder.ts'
import { packageFolder } from './package-folder.ts'
import { databaseIn } from './stage.ts'

const WAYS =
  'Say what, and whose, by their name in the company: privacy erase PERSON [--called NAME], or privacy export PERSON --out FILE; or privacy retention run [--dry-run]; or privacy pack --out DIR'

export const privacy: Command = {
  usage:
    'privacy erase PERSON [--called NAME]… | export PERSON --out FILE | retention run [--dry-run] | pack --out DIR [--data DIR]',
  what: 'erases what may go of a person, in the record and in every older copy that is put back, and says what has to stay, how long and why; writes down what is held; erases what is past its time, or only says what would go; or gives the pages for the company',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        called: { type: 'string', multiple: true, default: [] },
      },
    })
    const [what, person, ...more] = positionals
    if (what === 'pack' && person === undefined) return pack(values.out)
    if (more.length > 0 || person === undefined) throw new Error(WAYS)
    const dataDir = dataFolder(values.data)
    if (what === 'retention' && person === 'run') return retention(dataDir, values['dry-run'])
    if (what === 'erase') return erase(dataDir, person, values.called)
    if (what === 'export') return exportOf(dataDir, person, values.out)
    throw new Error(WAYS)
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

async function withLog<T>(dataDir: string, use: (log: Log) => Promise<T>): Promise<T> {
  const log = await openSqliteLog({ file: databaseIn(dataDir) })
  try {
    return await use(log)
  } finally {
    await log.close()
  }
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10)

async function erase(dataDir: string, said: string, called: readonly string[]): Promise<number> {
  const erasing = { dataDir, clock: systemClock, readShow: readKeptShow }
  const erased = await withLog(dataDir, async (log) =>
    erasePerson({ ...erasing, log }, await whoIsMeant({ log, readShow: readKeptShow }, said), called),
  )
  process.stdout.write(
    `What ${said} left sealed is erased, and ${erased.entries} entries of the record say no more who it was, who opened it, and what was said of them or told to them.\n` +
      stays(erased) +
      stillThere(erased) +
      'Copies of the record have no note in them; what was erased here is erased from an older copy when that is put back here.\n' +
      'Out of reach: what duty devices hold until they are next in touch, at most twelve hours, and what was printed, sent or saved.\n',
  )
  return 0
}

function stays({ kept, names, devices }: Erasure): string {
  const lines = kept.map(({ kind, entries, until }) => {
    const when = until === null ? 'while it is in use' : `until ${day(until)}`
    return `Kept ${when}: ${retentionClocks[kind].title}, ${entries} ${entries === 1 ? 'entry' : 'entries'}. ${retentionClocks[kind].why}.`
  })
  if (names === 'company')
    lines.push('Kept: their name in the company list. Take them out of the show first, then erase again.')
  if (names === 'tonight')
    lines.push(
      'Kept: their name in the version that the newest performance is played from. Once the next one is planned, erase again.',
    )
  if (devices > 0)
    lines.push(
      `Kept: the names of ${devices} of their devices, which are still in use. Remove them at the desk first.`,
    )
  return lines.map((line) => `${line}\n`).join('')
}

/** No name is taken out of a sentence by itself: whoever erases goes through them. */
function stillThere({ stillNamed: { places, all } }: Erasure): string {
  if (all === 0)
    return 'No free words were found that name them, by any name the show had or that was said with --called. Nicknames it does not know are not found.\n'
  const lines = places.map(
    ({ at, place, words }) => `  ${at === null ? 'the show' : day(at)}, ${place}: ${JSON.stringify(words)}\n`,
  )
  const more = all > places.length ? `  and ${all - places.length} more\n` : ''
  return `Free words that may name them stand in ${all} ${all === 1 ? 'place' : 'places'}. In the show, change them at the desk; in the record they go with their time. Nicknames are found only where they are said with --called.\n${lines.join('')}${more}`
}

async function retention(dataDir: string, isDry: boolean): Promise<number> {
  const due = await withLog(dataDir, (log) => {
    const holding = { log, readShow: readKeptShow }
    return isDry ? dueNow(holding, systemClock.now()) : runRetention(holding, systemClock)
  })
  const said =
    due.length === 0 ? 'Nothing is past its time.\n' : due.map((one) => dueLine(one, isDry)).join('')
  const clocks = keptKinds.map((kind) => `  ${retentionClocks[kind].title}: ${keptWords(kind)}\n`).join('')
  process.stdout.write(`${said}${isDry ? `Nothing was changed. How long what is kept:\n${clocks}` : ''}`)
  return 0
}

function dueLine({ kind, entries, since }: Due, isDry: boolean): string {
  const { title, ending } = retentionClocks[kind]
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  const done =
    ending === 'erased'
      ? ['would be erased', 'erased']
      : ['would say roles for names', 'roles stand for names']
  return `${title}: ${count} ${isDry ? done[0] : done[1]} (due ${daysLate(since, systemClock.now())} days)\n`
}

async function exportOf(dataDir: string, said: string, out: string | undefined): Promise<number> {
  if (out === undefined) throw new Error('Say where to: --out FILE')
  const words = `${out}.txt`
  const there = [out, words].find((file) => existsSync(file))
  if (there !== undefined) throw new Error(`There is a file ${there} already.`)
  return withLog(dataDir, async (log) => {
    const person = await whoIsMeant({ log, readShow: readKeptShow }, said)
    const openings = await heldOf(log, VAULT_STREAM, person)
    const notices = await heldOf(log, NOTICE_STREAM, person)
    const care = [...(await heldOf(log, CARE_STREAM, person)), ...(await askable(log, person))]
    const show = await heldInShow({ log, readShow: readKeptShow }, person)
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const entries = await heldInRecord({ log, readShow: readKeptShow }, person, zone)
    const file = join(dataDir, VAULT_FILE)
    const store = existsSync(file) ? openVaultStore(file) : null
    const sealed = store?.note(person) ?? null
    store?.close()
    const about = 'What is sealed here the house cannot read: it opens with your code, on your own phone.'
    const held = { person, about, sealed, openings, notices, care, show, entries }
    writeNew(out, `${JSON.stringify(held, null, 2)}\n`)
    const rows = show.map(({ list, row }) => rowInWords(list, row)).join('\n')
    writeNew(
      words,
      `What is held of you.\n\nIn the show:\n${rows}\n\nIn the house’s record:\n${heldInWords(entries)}\n`,
    )
    process.stdout.write(
      `${out}: the sealed note as the house keeps it, and ${openings.length} entries of who opened or asked for it, and ${notices.length} of what was permitted, said of them and told to them; and whom they asked to get in touch, where they did. ` +
        `${show.length} rows of the show, and ${entries.length} entries of everything else; in words in ${words}. Of other people it says only that there was somebody.\n`,
    )
    return 0
  })
}

const writeNew = (file: string, text: string): void => writeFileSync(file, text, { mode: 0o600, flag: 'wx' })

async function heldOf(log: Log, stream: StreamId, person: string): Promise<readonly unknown[]> {
  const held: unknown[] = []
  for await (const { at, body, detail } of everyEvent(log, stream))
    if (detail.state === 'kept' && isOf(detail.value, person))
      held.push({ at: new Date(at), body, detail: detail.value })
  return held
}

/** That they can be asked to get in touch, as it is written down: of the others on the list nothing. */
async function askable(log: Log, person: string): Promise<readonly unknown[]> {
  const held: unknown[] = []
  for await (const { at, type, detail } of everyEvent(log, CARE_STREAM)) {
    if (type !== 'contacts.named' || detail.state !== 'kept') continue
    // `as`: the log gives back what was decided.
    const { contacts } = detail.value as unknown as { readonly contacts: readonly unknown[] }
    for (const contact of contacts) if (isOf(contact, person)) held.push({ at: new Date(at), contact })
  }
  return held
}

const isOf = (value: unknown, person: string): boolean =>
  typeof value === 'object' && value !== null && 'person' in value && value.person === person
