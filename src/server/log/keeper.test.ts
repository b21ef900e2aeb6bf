// The one connection: how much it commits at once, and what it does when the disk fails.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dice } from '../../core/kit/dice.ts'
import { instant } from '../../core/kit/time.ts'
import { seededBytes } from './chain.ts'
import { openNodeDriver } from './driver.ts'
import { makeEntry } from './entry.ts'
import { type Keeper, openKeeper } from './keeper.ts'
import { readEvents } from './reading.ts'
import { faultAtOpen, verifyAll } from './scan.ts'
import { headOf, type Write } from './store.ts'
import { DriverError, type DriverTrouble } from './trouble.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-keeper-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A keeper on a real file, whose next statement like `sql` fails as told; `said` is all that was executed. */
function trying(name: string) {
  const said: string[] = []
  const next: { sql: RegExp; trouble: DriverTrouble }[] = []
  let opened = 0
  const keeper = openKeeper({
    evenIfDamaged: false,
    open() {
      opened += 1
      const driver = openNodeDriver(join(folder, name))
      return {
        ...driver,
        exec(sql) {
          said.push(`${opened} ${sql}`)
          const [failing] = next
          if (failing?.sql.test(sql)) {
            next.shift()
            throw new DriverError(failing.trouble, 'as the test wanted it')
          }
          driver.exec(sql)
        },
        close() {
          said.push(`${opened} close`)
          driver.close()
        },
      }
    },
  })
  keeper.write([{ do: 'claim', stream: 'tonight' }])
  said.length = 0
  return { keeper, said, fail: (sql: RegExp, trouble: DriverTrouble) => next.push({ sql, trouble }) }
}

const random = seededBytes(dice(7))
const append = (seq: number, stream = 'tonight', at = 1000): Write => {
  const body = { stream, epoch: 1, expectSeq: seq, command: `c${seq}`, at: instant(at), by: 'dsm' }
  const events = [{ type: 'note.made', v: 1, body: 'LX 42' }]
  return { do: 'append', entry: makeEntry({ ...body, events, answer: null }, random) }
}
const done = (keeper: Keeper, ...writes: readonly Write[]) => keeper.write(writes).map((each) => each.done)
const headSeq = (keeper: Keeper) => keeper.read('tonight', 1, (driver) => headOf(driver, 'tonight').seq)

test('LOG-25: however many wait, they share one commit', () => {
  const { keeper, said } = trying('group.db')
  const writes = Array.from({ length: 300 }, (_, seq) => append(seq))
  expect(new Set(done(keeper, ...writes))).toEqual(new Set(['appended']))
  expect(said).toEqual(['1 BEGIN IMMEDIATE', '1 COMMIT'])
  keeper.close()
})

test('LOG-17: a failed sync is not tried again: the connection is closed and the file opened afresh', () => {
  const { keeper, said, fail } = trying('sync.db')
  expect(done(keeper, append(0))).toEqual(['appended'])
  fail(/COMMIT/, 'io')
  said.length = 0
  expect(keeper.write([append(1), append(2)])).toEqual([
    { done: 'failed', trouble: 'io' },
    { done: 'failed', trouble: 'io' },
  ])
  expect(said).toEqual(['1 BEGIN IMMEDIATE', '1 COMMIT', '1 ROLLBACK', '1 close'])
  said.length = 0
  expect(done(keeper, append(1))).toEqual(['appended'])
  expect(said.every((each) => each.startsWith('2 '))).toBe(true)
  expect(said.findIndex((each) => each.includes('synchronous = FULL'))).toBeGreaterThanOrEqual(0)
  keeper.close()
})

test('LOG-17: as long as the file cannot be opened afresh, nothing is accepted', () => {
  const { keeper, fail } = trying('reopen.db')
  fail(/COMMIT/, 'io')
  fail(/journal_mode/, 'io')
  fail(/synchronous/, 'io')
  expect(done(keeper, append(0))).toEqual(['failed'])
  expect(done(keeper, append(0))).toEqual(['failed'])
  expect(() => headSeq(keeper)).toThrow("The log's file cannot be read or written")
  expect(done(keeper, append(0))).toEqual(['appended'])
  expect(headSeq(keeper)).toBe(1)
  keeper.close()
})

test('LOG-16: with a full disk the connection stays, reading goes on, and so does writing when there is room', () => {
  const { keeper, said, fail } = trying('full.db')
  expect(done(keeper, append(0))).toEqual(['appended'])
  fail(/COMMIT/, 'full')
  expect(keeper.write([append(1)])).toEqual([{ done: 'failed', trouble: 'full' }])
  expect(headSeq(keeper)).toBe(1)
  expect(done(keeper, append(1))).toEqual(['appended'])
  expect(said.every((each) => each.startsWith('1 '))).toBe(true)
  keeper.close()
})

test('LOG-18: a damaged stream fails for itself, also within one commit', () => {
  const { keeper } = trying('damaged.db')
  keeper.write([{ do: 'claim', stream: 'other' }])
  keeper.read('other', 1, (driver) => driver.exec("UPDATE owner SET epoch = 7 WHERE stream = 'other'"))
  expect(keeper.write([append(0, 'other'), append(0), { do: 'claim', stream: 'other' }])).toMatchObject([
    { done: 'failed', trouble: 'corrupt' },
    { done: 'appended' },
    { done: 'failed', trouble: 'corrupt' },
  ])
  keeper.close()
})

test('LOG-15: a mistake of ours rolls the whole commit back and is heard', () => {
  const { keeper } = trying('mistake.db')
  const early = { seq: 9, projector: 'night', hash: '', state: 'null' }
  const writes: readonly Write[] = [append(0), { do: 'snapshot', stream: 'tonight', snapshot: early }]
  expect(() => keeper.write(writes)).toThrow('a snapshot is of events that are there')
  expect(headSeq(keeper)).toBe(0)
  expect(done(keeper, append(0))).toEqual(['appended'])
  keeper.close()
})

test('LOG-18, LOG-20: opening checks whole streams, the newest first, until it has read its bound of events', () => {
  const { keeper } = trying('bound.db')
  keeper.write([{ do: 'claim', stream: 'installation' }])
  keeper.write([append(0, 'installation', 1), append(0), append(1), append(2)])
  const faults = keeper.read('installation', 1, (driver) => {
    driver.exec("DROP TRIGGER event_stays; UPDATE event SET v = 2 WHERE stream = 'installation'")
    return [3, 4].map((eventsMax) => faultAtOpen(driver, eventsMax))
  })
  expect(faults).toMatchObject([null, { stream: 'installation', seq: 1 }])
  keeper.close()
})

test('LOG-18: an earlier night that is damaged keeps no house shut tonight; tonight’s own does', () => {
  const { keeper } = trying('earlier.db')
  keeper.write([{ do: 'claim', stream: 'yesterday' }])
  keeper.write([append(0, 'yesterday', 1), append(0), append(1)])
  const faults = keeper.read('tonight', 1, (driver) => {
    driver.exec("DROP TRIGGER event_stays; UPDATE event SET v = 2 WHERE stream = 'yesterday'")
    const earlier = faultAtOpen(driver)
    driver.exec("UPDATE event SET v = 2 WHERE stream = 'tonight' AND seq = 2")
    return [earlier, faultAtOpen(driver), verifyAll(driver).ok]
  })
  expect(faults).toMatchObject([null, { stream: 'tonight', seq: 2 }, false])
  expect(() => keeper.read('yesterday', 1, (driver) => readEvents(driver, 'yesterday', 1, 10))).toThrow(
    'yesterday 1',
  )
  keeper.close()
})
