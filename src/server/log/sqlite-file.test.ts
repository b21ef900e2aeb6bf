// The file under the log in SQLite: who may open it, what is demanded of it, what stays in it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice } from '../../core/kit/dice.ts'
import { instant } from '../../core/kit/time.ts'
import { seededBytes } from './chain.ts'
import { openNodeDriver } from './driver.ts'
import { exportStream } from './export.ts'
import { lockLog } from './lock.ts'
import type { Append, NewEvent } from './log.ts'
import { APPLICATION_ID, MIGRATIONS, prepareFile } from './schema.ts'
import { verifyFile } from './side.ts'
import { openSqliteLog } from './sqlite.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-file-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const freshFile = () => {
  files += 1
  return join(folder, `log-${files}.db`)
}
const random = seededBytes(dice(7))
const append = (seq: number, events: readonly NewEvent[]): Append => ({
  ...{ stream: 'tonight', epoch: 1, expectSeq: seq, command: `c${seq}`, by: 'dsm', answer: null },
  ...{ at: instant(1000 + seq), events },
})
const note = (body: string, detail?: string): NewEvent => {
  const event = { type: 'note.made', v: 1, body }
  return detail === undefined ? event : { ...event, detail }
}

test('LOG-14: full synchronisation is demanded on every open, and read back', () => {
  const file = freshFile()
  for (let night = 1; night <= 3; night += 1) {
    const driver = openNodeDriver(file)
    if (night === 2) driver.exec('PRAGMA synchronous = NORMAL')
    prepareFile(driver)
    expect(driver.get('PRAGMA synchronous', [])).toEqual({ synchronous: 2 })
    expect(driver.get('PRAGMA journal_mode', [])).toEqual({ journal_mode: 'wal' })
    expect(driver.get('PRAGMA foreign_keys', [])).toEqual({ foreign_keys: 1 })
    expect(driver.get('PRAGMA secure_delete', [])).toEqual({ secure_delete: 1 })
    driver.close()
  }
})

test('LOG-14: a SQLite that does not do as it is told is not used', () => {
  const driver = openNodeDriver(freshFile())
  const deaf = { ...driver, exec: (sql: string) => (/synchronous/.test(sql) ? undefined : driver.exec(sql)) }
  driver.exec('PRAGMA synchronous = NORMAL')
  expect(() => prepareFile(deaf)).toThrow('SQLite keeps synchronous at 2, not at 1')
  driver.close()
})

test('LOG-21: a file says that it is ours and in which form; a newer form is refused and left alone', async () => {
  const file = freshFile()
  await (await openSqliteLog({ file })).close()
  const database = new DatabaseSync(file)
  expect(database.prepare('PRAGMA application_id').get()).toEqual({ application_id: APPLICATION_ID })
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length })
  database.exec('PRAGMA user_version = 99')
  database.close()
  const before = readFileSync(file)
  const refusal = {
    reason: 'newer',
    message: expect.stringMatching(/^A newer Ghostlight wrote this log .*99/),
  }
  await expect(openSqliteLog({ file })).rejects.toMatchObject(refusal)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('LOG-21: what is not a log of ours is refused and left alone', async () => {
  const text = freshFile()
  writeFileSync(text, 'Notes of the first night, '.repeat(400))
  await expect(openSqliteLog({ file: text })).rejects.toMatchObject({ reason: 'not-a-log' })
  const foreign = freshFile()
  const database = new DatabaseSync(foreign)
  database.exec('CREATE TABLE seat (number TEXT)')
  database.close()
  const before = readFileSync(foreign)
  await expect(openSqliteLog({ file: foreign })).rejects.toMatchObject({ reason: 'not-a-log' })
  expect(readFileSync(foreign).equals(before)).toBe(true)
  const nowhere = join(folder, 'no-such-folder', 'log.db')
  await expect(openSqliteLog({ file: nowhere })).rejects.toThrow('There is no folder for the log')
})

test('LOG-21: a new log is not begun in an emptied file, nor beside what was written ahead for another', async () => {
  const emptied = freshFile()
  writeFileSync(emptied, '')
  await expect(openSqliteLog({ file: emptied })).rejects.toThrow('is empty or cut short')
  const orphan = freshFile()
  writeFileSync(`${orphan}-wal`, 'of a log that is not there')
  await expect(openSqliteLog({ file: orphan })).rejects.toThrow('not the log it belongs to')
  expect(existsSync(orphan)).toBe(false)
})

test('LOG-21: an older form is brought forward step by step, once', () => {
  const file = freshFile()
  const next = [...MIGRATIONS, 'CREATE TABLE later (name TEXT) STRICT', 'INSERT INTO later VALUES (1)']
  for (const migrations of [MIGRATIONS, next.slice(0, 2), next, next]) {
    const driver = openNodeDriver(file)
    prepareFile(driver, migrations)
    expect(driver.get('PRAGMA user_version', [])).toEqual({ user_version: migrations.length })
    driver.close()
  }
  const driver = openNodeDriver(file)
  expect(driver.all('SELECT name FROM later', [])).toEqual([{ name: '1' }])
  expect(() => prepareFile(driver, MIGRATIONS)).toThrow('A newer Ghostlight')
  driver.close()
})

test('LOG-19: a second writer is refused in a sentence, also under another name for the file', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file })
  const refusal = {
    reason: 'in-use',
    message: expect.stringMatching(/^Another Ghostlight is already keeping/),
  }
  await expect(openSqliteLog({ file })).rejects.toMatchObject(refusal)
  const alias = `${file}-alias`
  symlinkSync(file, alias)
  await expect(openSqliteLog({ file: alias })).rejects.toMatchObject(refusal)
  await log.close()
  await (await openSqliteLog({ file: alias })).close()
})

test('LOG-19: a killed process leaves no lock behind', async () => {
  const file = freshFile()
  const lock = new URL('./lock.ts', import.meta.url).href
  const script = `import(${JSON.stringify(lock)}).then(({ lockLog }) => {
    lockLog(${JSON.stringify(file)}); console.log('locked'); setInterval(() => {}, 1000) })`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script])
  const [said] = await once(holder.stdout, 'data')
  expect(String(said)).toBe('locked\n')
  expect(() => lockLog(file)).toThrow('Another Ghostlight')
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockLog(file).release()
})

test('LOG-12: what was erased is nowhere in the files any more', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file, random })
  await log.claim('tonight')
  const secret = 'standing-in-the-wings-and-crying'
  const holding = () =>
    readdirSync(folder)
      .filter((name) => join(folder, name).startsWith(file))
      .filter((name) => readFileSync(join(folder, name)).includes(secret))
  await log.append([append(0, [note('LX 42', secret), note('LX 43', 'kept')])])
  expect(holding()).not.toEqual([])
  await log.eraseDetail({ ...append(2, []), seqs: [1], rule: 'thirty days' })
  // At once: whoever is told that it is erased looks, and finds nothing.
  expect(holding()).toEqual([])
  expect((await log.head('tonight')).seq).toBe(3)
  expect(await log.verify()).toMatchObject({ ok: true, erased: 1 })
  await log.close()
})

test('LOG-23: a stream is exported with its answers, personal parts and documents, and reads as a log', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file, random })
  await log.claim('tonight')
  await log.claim('other')
  const show = await log.saveDocument('The Tempest')
  await log.saveDocument('Another show')
  const published = { type: 'show.published', v: 1, body: { show } }
  await log.append([append(0, [published, note('LX 42', 'ill'), note('LX 43', 'late')])])
  await log.append([{ ...append(0, [note('elsewhere')]), stream: 'other' }])
  await log.eraseDetail({ ...append(3, []), seqs: [2], rule: 'thirty days' })
  const target = freshFile()
  const { hash } = await log.head('tonight')
  expect(await exportStream(log, 'tonight', target)).toEqual({ events: 4, erased: 1, documents: 1, hash })
  const copy = await openSqliteLog({ file: target })
  expect(await copy.streams()).toEqual([{ stream: 'tonight', head: 4 }])
  expect(await copy.read('tonight', 1, 10)).toEqual(await log.read('tonight', 1, 10))
  expect(await copy.answer('tonight', 'c0')).toEqual(await log.answer('tonight', 'c0'))
  expect(await copy.document(show)).toBe('The Tempest')
  expect(await copy.verify()).toMatchObject({ ok: true, performances: 1, events: 4, erased: 1 })
  expect(await copy.claim('tonight')).toBe(2)
  await copy.close()
  await log.close()
})

test('LOG-23: an export overwrites nothing, and leaves nothing when it cannot be made', async () => {
  const log = await openSqliteLog({ file: freshFile(), random })
  await log.claim('tonight')
  await log.append([append(0, [note('LX 42')])])
  const taken = freshFile()
  writeFileSync(taken, 'precious')
  await expect(exportStream(log, 'tonight', taken)).rejects.toMatchObject({ reason: 'exists' })
  expect(readFileSync(taken, 'utf8')).toBe('precious')
  const target = freshFile()
  await expect(exportStream(log, 'yesterday', target)).rejects.toThrow('There is no yesterday in this log.')
  expect(existsSync(target)).toBe(false)
  const nowhere = join(folder, 'no-such-folder', 'x.db')
  await expect(exportStream(log, 'tonight', nowhere)).rejects.toMatchObject({ reason: 'io' })
  await log.close()
})

test('LOG-18: verification runs beside the writer, and reads a file that another program keeps', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file, random })
  await log.claim('tonight')
  const checks = [verifyFile(file), log.verify()]
  for (let seq = 0; seq < 50; seq += 1) await log.append([append(seq, [note(`LX ${seq}`, 'ill')])])
  for (const check of checks) expect(await check).toMatchObject({ ok: true, firstBad: null })
  expect(await log.verify()).toMatchObject({ ok: true, events: 50 })
  await log.close()
  await expect(verifyFile(freshFile())).rejects.toMatchObject({ reason: 'io' })
})

test('LOG-18: a file too damaged to be looked through is damaged, says verification', async () => {
  const file = freshFile()
  await (await openSqliteLog({ file })).close()
  const bytes = readFileSync(file)
  bytes.fill(0, 100, 600)
  writeFileSync(file, bytes)
  expect(await verifyFile(file)).toMatchObject({ ok: false, firstBad: { stream: 'file', seq: 0 } })
})

test('LOG-9: while another program holds the file nothing is acknowledged; then it goes on', async () => {
  const file = freshFile()
  const log = await openSqliteLog({ file, random })
  await log.claim('tonight')
  const other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  const sentence =
    "Another program holds the log's file: nothing is being kept. Close it; the log goes on by itself."
  expect(await log.append([append(0, [note('LX 42')])])).toEqual([{ done: 'failed', sentence }])
  await expect(log.claim('tonight')).rejects.toMatchObject({ reason: 'busy' })
  expect(await log.read('tonight', 1, 1)).toEqual([])
  other.close()
  expect(await log.append([append(0, [note('LX 42')])])).toMatchObject([{ done: 'appended' }])
  await log.close()
})
