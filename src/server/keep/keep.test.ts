// Copies of the record and the way back, on real files.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { backupLog, eventsAhead } from '../log/backup.ts'
import { MARK_LENGTH_MAX, markIn } from '../log/mark.ts'
import { restoreLog } from '../log/restore.ts'
import { verifyFile } from '../log/side.ts'
import { openSqliteLog, type SqliteLog } from '../log/sqlite.ts'
import { copyName, KEPT_FOLDER } from './names.ts'
import { keepBefore, UPGRADES_MAX } from './upgrade.ts'

let folder = temporaryFolder()
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const at = (...names: readonly string[]) => join(folder.path, ...names)
const opened = () => openSqliteLog({ file: at('ghostlight.db') })

/** So many events more, each with a personal part. */
async function write(log: SqliteLog, count: number, stream = 'p1'): Promise<void> {
  const epoch = await log.claim(stream)
  const from = (await log.head(stream)).seq
  for (let seq = from; seq < from + count; seq += 1) {
    const event = { type: 'note.written', v: 1, body: { seq }, detail: { text: `words ${seq}` } }
    const append = {
      stream,
      epoch,

      command: `c${seq}`,
      by: 'sm',
      at: 1_000 + seq,
      events: [event],
    }
    // `as`: the test writes what the owner writes, without its types.
    const [outcome] = await log.append([{ ...append, expectSeq: seq, answer: null } as never])
    if (outcome?.done !== 'appended') throw new Error(JSON.stringify(outcome))
  }
}

async function written(count: number): Promise<void> {
  const log = await opened()
  await write(log, count)
  await log.close()
}

const heads = async (file: string) => {
  const log = await openSqliteLog({ file })
  const all = await log.streams()
  await log.close()
  return all
}

test('KEEP-2: a copy made while the log is written to has all that was acknowledged, verifies, and opens as any record', async () => {
  const log = await opened()
  await write(log, 20)
  const more = write(log, 30)
  const made = await backupLog(log.file, at('copy.db'))
  await more
  await log.close()
  expect(made.events).toBeGreaterThanOrEqual(20)
  expect(await verifyFile(at('copy.db'))).toMatchObject({ ok: true, events: made.events })
  expect((await heads(at('copy.db')))[0]?.head).toBe(made.events)
})

test('KEEP-2: what was erased is in no byte of the copy; nothing is overwritten, and nothing left where it fails', async () => {
  const log = await opened()
  await write(log, 3)
  const { epoch } = await log.head('p1')
  const erase = { stream: 'p1', epoch, expectSeq: 3, command: 'e', by: 'sm', at: 2_000, seqs: [2], rule: 'r' }
  await log.eraseDetail(erase as never)
  await backupLog(log.file, at('copy.db'))
  await log.close()
  const bytes = readFileSync(at('copy.db'))
  expect(bytes.includes('words 0')).toBe(true)
  expect(bytes.includes('words 1')).toBe(false)
  await expect(backupLog(at('ghostlight.db'), at('copy.db'))).rejects.toThrow('is not overwritten')
  writeFileSync(at('no-log'), 'x'.repeat(2_000))
  await expect(backupLog(at('no-log'), at('other.db'))).rejects.toThrow('not a log')
  expect(readdirSync(folder.path).filter((name) => name.startsWith('other'))).toEqual([])
})

test('KEEP-26: a copy says which it is and who saved it, verifies as it did, and says nothing once it is written on or put back', async () => {
  await written(3)
  const words = 'Copy 7, saved by Sal Marker-Quarrel, 27 November 2026, 21:04:09'
  await backupLog(at('ghostlight.db'), at('copy.db'), words)
  await backupLog(at('ghostlight.db'), at('plain.db'))
  expect([markIn(at('copy.db')), markIn(at('plain.db'))]).toEqual([words, null])
  expect(await verifyFile(at('copy.db'))).toMatchObject({ ok: true, events: 3 })
  // A copy of a copy is not that copy.
  await backupLog(at('copy.db'), at('again.db'))
  await restoreLog({ copy: at('copy.db'), file: at('back.db'), keptAs: 'x.db', replace: true })
  const whole = await heads(at('plain.db'))
  for (const name of ['again.db', 'back.db', 'copy.db']) {
    // The one that is opened as a record is one from then on.
    expect(await heads(at(name))).toEqual(whole)
    expect([name, markIn(at(name))]).toEqual([name, null])
    expect([name, readFileSync(at(name)).includes('Marker-Quarrel')]).toEqual([name, false])
  }
})

test('KEEP-26: a mark from anywhere is one plain line, and where it is none the copy has none', async () => {
  await written(1)
  const rude = `Copy 1\u001b[2J\n\rsaved by ${'x'.repeat(2 * MARK_LENGTH_MAX)}`
  await backupLog(at('ghostlight.db'), at('rude.db'), rude)
  expect(markIn(at('rude.db'))).toMatch(/^Copy 1 \[2J saved by x+$/)
  expect(markIn(at('rude.db'))).toHaveLength(MARK_LENGTH_MAX)
  const odd = new DatabaseSync(at('rude.db'))
  odd.exec(
    'DROP TABLE copy_mark; CREATE TABLE copy_mark (other BLOB) STRICT; INSERT INTO copy_mark VALUES (NULL)',
  )
  odd.close()
  expect(markIn(at('rude.db'))).toBeNull()
  expect(await verifyFile(at('rude.db'))).toMatchObject({ ok: true })
})

test('KEEP-3: a damaged copy is refused with its place, and nothing is changed', async () => {
  await written(8)
  await backupLog(at('ghostlight.db'), at('copy.db'))
  const bytes = readFileSync(at('copy.db'))
  const place = bytes.indexOf('{"seq":5}')
  expect(place).toBeGreaterThan(0)
  bytes.write('{"seq":6}', place)
  writeFileSync(at('copy.db'), bytes)
  const before = readFileSync(at('ghostlight.db'))
  await expect(restore()).rejects.toThrow('The log is damaged at p1 6: its bytes do not match its hash.')
  writeFileSync(at('copy.db'), bytes.subarray(0, 9_000))
  await expect(restore()).rejects.toThrow(/damaged at|not a log/)
  rmSync(at('copy.db'))
  await expect(restore()).rejects.toThrow('There is no file at')
  expect(readFileSync(at('ghostlight.db')).equals(before)).toBe(true)
  expect(existsSync(at(KEPT_FOLDER))).toBe(false)
})

const restore = (replace = false, keptAs = 'was.db') =>
  restoreLog({ copy: at('copy.db'), file: at('ghostlight.db'), keptAs, replace })

test('KEEP-4: a record that has more is not replaced unasked and says how much; asked, it is set aside whole', async () => {
  await written(5)
  await backupLog(at('ghostlight.db'), at('copy.db'))
  await written(4)
  expect(await eventsAhead(at('ghostlight.db'), at('copy.db'))).toBe(4)
  expect(await eventsAhead(at('copy.db'), at('ghostlight.db'))).toBe(0)
  await expect(restore()).rejects.toThrow('has 4 events that this copy has not')
  expect((await heads(at('ghostlight.db')))[0]?.head).toBe(9)
  const { kept, events } = await restore(true)
  expect([kept, events]).toEqual([at(KEPT_FOLDER, 'was.db'), 5])
  expect((await heads(at('ghostlight.db')))[0]?.head).toBe(5)
  expect((await heads(at(KEPT_FOLDER, 'was.db')))[0]?.head).toBe(9)
})

test('KEEP-4: a record that the copy goes on from is replaced at once; one that went another way is not', async () => {
  await written(3)
  copyFileSync(at('ghostlight.db'), at('early.db'))
  await written(2)
  await backupLog(at('ghostlight.db'), at('copy.db'))
  copyFileSync(at('early.db'), at('ghostlight.db'))
  expect((await restore()).events).toBe(5)
  copyFileSync(at('early.db'), at('ghostlight.db'))
  const log = await opened()
  const epoch = await log.claim('p1')
  const event = { type: 'note.written', v: 1, body: { other: true }, detail: null }
  const append = {
    stream: 'p1',
    epoch,
    expectSeq: 3,
    command: 'o',
    by: 'sm',
    at: 5_000,
    events: [event],
    answer: null,
  }
  await log.append([append as never])
  await log.close()
  await expect(restore(false, 'other.db')).rejects.toThrow('has 1 events that this copy has not')
})

test('KEEP-4: while a Ghostlight keeps the record nothing is put in its place; where there is none, the copy is the record', async () => {
  const log = await opened()
  await write(log, 2)
  await backupLog(log.file, at('copy.db'))
  await expect(restore(true)).rejects.toThrow('Another Ghostlight')
  await write(log, 1)
  await log.close()
  mkdirSync(at('new'))
  const fresh = await restoreLog({
    copy: at('copy.db'),
    file: at('new', 'ghostlight.db'),
    keptAs: 'x',
    replace: false,
  })
  expect(fresh).toEqual({ events: 2, performances: 1, kept: null })
})

test('KEEP-7: a copy is put in place with what still lay in its write-ahead file', async () => {
  // As a power cut leaves a record, and as one that was set aside lies there: most of it is not in the file itself yet.
  const log = await opened()
  await write(log, 10)
  for (const end of ['', '-wal']) copyFileSync(`${at('ghostlight.db')}${end}`, `${at('copy.db')}${end}`)
  await log.close()
  rmSync(at('ghostlight.db'))
  expect(await restore()).toMatchObject({ events: 10 })
  expect(existsSync(at('ghostlight.db-wal'))).toBe(false)
  expect((await heads(at('ghostlight.db')))[0]?.head).toBe(10)
})

test('KEEP-7: where a restore was cut in two no empty record is begun, and restoring again ends it', async () => {
  await written(6)
  await backupLog(at('ghostlight.db'), at('copy.db'))
  renameSync(at('ghostlight.db'), at('ghostlight.db-coming'))
  await expect(opened()).rejects.toThrow('A restore did not end')
  expect(existsSync(at('ghostlight.db'))).toBe(false)
  expect(await restore()).toMatchObject({ events: 6 })
  expect((await heads(at('ghostlight.db')))[0]?.head).toBe(6)
})

const upgrade = (version: string, second = 0) =>
  keepBefore({
    dataDir: folder.path,
    database: 'ghostlight.db',
    version,
    now: new Date(2026, 8, 17, 19, 51, second),
  })

test('KEEP-5: before another version opens a record a copy is kept, and brings it back; the same version makes none', async () => {
  expect(await upgrade('0.1.0')).toBeNull()
  await written(4)
  expect(await upgrade('0.1.0')).toBeNull()
  const kept = await upgrade('0.2.0')
  expect(kept).toBe(at(KEPT_FOLDER, 'ghostlight-2026-09-17-195100-before-0.2.0.db'))
  await written(3)
  await restoreLog({ copy: kept ?? '', file: at('ghostlight.db'), keptAs: 'newer.db', replace: true })
  expect((await heads(at('ghostlight.db')))[0]?.head).toBe(4)
})

test('KEEP-5: a damaged event of an old night keeps no house shut: the record is kept as it lies', async () => {
  await written(8)
  const bytes = readFileSync(at('ghostlight.db'))
  const place = bytes.indexOf('{"seq":5}')
  expect(place).toBeGreaterThan(0)
  bytes.write('{"seq":6}', place)
  writeFileSync(at('ghostlight.db'), bytes)
  const kept = await upgrade('0.2.0')
  expect(readFileSync(kept ?? '').equals(bytes)).toBe(true)
  expect(await upgrade('0.2.0')).toBeNull()
})

test('KEEP-5: ten copies are kept and the oldest goes; where none can be made the version is not written, so that it is tried again', async () => {
  await written(1)
  for (let second = 1; second <= UPGRADES_MAX; second += 1) await upgrade(`0.${second}.0`, second)
  writeFileSync(at(KEPT_FOLDER, copyName(new Date(0), '')), 'mine')
  expect(readdirSync(at(KEPT_FOLDER)).filter((name) => name.includes('before'))).toHaveLength(UPGRADES_MAX)
  await upgrade('1.0.0', 50)
  const left = readdirSync(at(KEPT_FOLDER)).toSorted()
  expect(left.filter((name) => name.includes('before'))).toHaveLength(UPGRADES_MAX)
  expect(left.some((name) => name.includes('0.1.0'))).toBe(false)
  expect(left).toHaveLength(UPGRADES_MAX + 1)
  writeFileSync(at('ghostlight.db'), 'not a record at all'.repeat(200))
  await expect(upgrade('2.0.0', 51)).rejects.toThrow('not a log')
  await expect(upgrade('2.0.0', 52)).rejects.toThrow('not a log')
})
