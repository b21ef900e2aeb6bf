// What a stream has lost: row by row, whatever is broken.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dice } from '../../core/kit/dice.ts'
import { instant } from '../../core/kit/time.ts'
import { seededBytes } from './chain.ts'
import { openNodeDriver } from './driver.ts'
import { BEHIND_THE_END_MAX, lossOf } from './loss.ts'
import type { Driver } from './rows.ts'
import { openSqliteLog } from './sqlite.ts'
import { DriverError } from './trouble.ts'

const folder = mkdtempSync(join(tmpdir(), 'ghostlight-loss-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

/** A stream of so many events, a command each, opened for damaging. */
async function streamOf(events: number): Promise<Driver> {
  files += 1
  const file = join(folder, `${files}.db`)
  const log = await openSqliteLog({ file, random: seededBytes(dice(7)) })
  const epoch = await log.claim('tonight')
  const by = { stream: 'tonight', epoch, by: 'dsm', answer: null }
  const appends = Array.from({ length: events }, (_, seq) => ({
    ...by,
    ...{ expectSeq: seq, command: `c${seq}`, at: instant(1000 + seq) },
    events: [{ type: 'note.made', v: 1, body: seq }],
  }))
  await log.append(appends)
  await log.close()
  const driver = openNodeDriver(file)
  driver.exec('PRAGMA foreign_keys = OFF; DROP TRIGGER event_stays; DROP TRIGGER event_remains')
  driver.exec('DROP TRIGGER command_stays; DROP TRIGGER command_remains')
  return driver
}

test('LOG-26: what is changed, gone, or claimed by a command and not there is counted, with the times around it', async () => {
  const driver = await streamOf(10)
  const loss = () => lossOf(driver, 'tonight')
  expect(loss()).toEqual({ loss: null, tornEnd: false })
  driver.exec('UPDATE event SET v = 2 WHERE seq = 3')
  const one = { stream: 'tonight', from: 3, to: 3, entries: 1, after: 1001, before: 1003 }
  expect(loss()).toEqual({ loss: one, tornEnd: false })
  // The hash of the one behind it covers it: what cannot be compared does not pass.
  driver.exec('DELETE FROM event WHERE seq = 5')
  expect(loss()).toEqual({ loss: { ...one, to: 6, entries: 3, before: 1006 }, tornEnd: false })
  driver.exec('UPDATE event SET v = 2 WHERE seq = 10')
  expect(loss()).toEqual({ loss: { ...one, to: 10, entries: 4, before: null }, tornEnd: true })
  driver.exec('DELETE FROM event WHERE seq = 10')
  expect(loss()).toEqual({ loss: { ...one, to: 10, entries: 4, before: null }, tornEnd: false })
  driver.close()
})

test('LOG-26: where the end of a stream cannot be asked for, it is looked for as far behind as the bound says', async () => {
  const driver = await streamOf(BEHIND_THE_END_MAX + 3)
  driver.exec('DELETE FROM command')
  const blind: Driver = {
    ...driver,
    get: (sql, values) => {
      if (sql.includes('DESC')) throw new DriverError('corrupt', 'a page')
      return driver.get(sql, values)
    },
  }
  driver.exec(`DELETE FROM event WHERE seq BETWEEN 2 AND ${BEHIND_THE_END_MAX}`)
  expect(lossOf(blind, 'tonight').loss).toMatchObject({ before: instant(1000 + BEHIND_THE_END_MAX + 1) })
  driver.exec(`DELETE FROM event WHERE seq = ${BEHIND_THE_END_MAX + 1}`)
  expect(lossOf(blind, 'tonight').loss).toBeNull()
  driver.close()
})
