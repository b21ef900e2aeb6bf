// Signed heads against a record that was altered: what any device that kept one finds, with the key stolen or not, and what nobody finds.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { NightCommand } from '../../core/night/night.ts'
import type { Show } from '../../core/show/show.ts'
import { HEADS_KEPT, readHeads, type SignedHead } from '../../wire/heads.ts'
import { openStage, type Stage } from '../hub/stage.ts'
import { backupLog } from '../log/backup.ts'
import { CHAIN_START, type EventRow, eventHash } from '../log/chain.ts'
import { HEADS_STREAM, type Log, READ_LIMIT_MAX, type StoredEvent } from '../log/log.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { grown, type HeadSigned, type Heads, heldAgainst, rootOf } from './contain.ts'
import { houseKey, wordsOf } from './key.ts'
import { openSigner, SIGN_EVERY_MS, SIGNED_PER_NIGHT_MAX, type Signer } from './signer.ts'

const sam = aViewer(['caller', 'SM'], { person: 'sam' })
const mia = id<'person'>('mia')
const readShow = (text: string) => JSON.parse(text) as Show

let data = ''
let clock = new TestClock()
let log: Log
let stage: Stage
let signer: Signer
let drawn = 0
const freshId = () => {
  drawn += 1
  return `fresh-${drawn}`
}

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'ghostlight-heads-'))
  clock = new TestClock()
  log = await openSqliteLog({ file: join(data, 'log.db') })
  stage = await openStage({ log, clock, readShow, freshId })
  const show = quietEvening()
  await stage.plan(JSON.stringify(show), show, instant(clock.now() + 3_600_000), theMachine)
  signer = openSigner({ log, clock, stage, key: () => houseKey(data) })
})
afterEach(async () => {
  await signer.close()
  await stage.close()
  await log.close()
  rmSync(data, { recursive: true })
})

async function press(command: NightCommand): Promise<void> {
  const answer = await stage.night()?.owner.submit({ id: freshId(), by: sam, madeAt: clock.now(), command })
  expect([command.name, answer]).toMatchObject([command.name, { ok: true }])
}

/** Minute by minute, each with time for what it begins. */
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.pass(60_000)
    await settled()
    await signer.told([])
  }
}

async function evening(): Promise<readonly SignedHead[]> {
  await press({ name: 'act.up', act: 1 })
  await press({ name: 'note.write', department: null, text: 'the first note' })
  await pass(12)
  await press({ name: 'sign.in', person: mia })
  await pass(6)
  return (await signer.told([])).heads
}

/** A record made anew with its chain whole, as whoever owns the machine can: one event other than it was. */
async function rewritten(change: (event: StoredEvent) => object, heads = keepHeads): Promise<Log> {
  const other = await openSqliteLog({ file: join(data, `other-${freshId()}.db`) })
  for (const { stream } of await log.streams()) {
    if (stream === HEADS_STREAM) continue
    for (const event of await log.read(stream, 1, READ_LIMIT_MAX))
      await written(other, { ...event, ...change(event) })
  }
  await heads(other)
  expect(await other.verify()).toMatchObject({ ok: true })
  return other
}

async function written(to: Log, { stream, seq, at, by, command, type, v, body }: StoredEvent): Promise<void> {
  const epoch = await to.claim(stream)
  const events = [{ type, v, body }]
  const step = { stream, epoch, expectSeq: seq - 1, at, by, command: `${command} ${seq}` }
  expect(await to.append([{ ...step, events, answer: null }])).toMatchObject([{ done: 'appended' }])
}

async function keepHeads(other: Log): Promise<void> {
  for (const event of await log.read(HEADS_STREAM, 1, READ_LIMIT_MAX)) await written(other, event)
}

/** With the key in hand: every head signed anew, of what stands there now. */
async function signAnew(other: Log): Promise<void> {
  const key = houseKey(data)
  let all: Heads = new Map()
  for (const event of await log.read(HEADS_STREAM, 1, READ_LIMIT_MAX)) {
    const before = event.body as unknown as HeadSigned
    const heads = []
    for (const [stream, seq] of before.heads) {
      const [now] = await other.read(stream, seq, 1)
      heads.push([stream, seq, now?.hash ?? ''] as const)
    }
    all = grown(all, { heads })
    const head = { number: before.number, at: before.at, root: rootOf(all) }
    const body = { ...head, heads, signature: key.sign(wordsOf(head)), key: key.name }
    await written(other, { ...event, body: JSON.parse(JSON.stringify(body)) })
  }
}

const isFirstNote = ({ type }: StoredEvent) => (type === 'note.written' ? { body: { department: 'lx' } } : {})
const found = async (record: Log, heads: readonly SignedHead[]) =>
  (await heldAgainst(record, heads, houseKey(data).name)).map(({ is }) => is)

test('HEADS-1: while a performance is on its record is signed every five minutes, at an act’s end and at its own, and no more', async () => {
  await pass(10)
  expect((await signer.told([])).heads).toEqual([])
  const heads = await evening()
  // At once, and then every five minutes of eighteen.
  expect(heads.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(SIGN_EVERY_MS).toBe(5 * 60_000)
  await press({ name: 'act.down', act: 1 })
  await pass(1)
  expect((await signer.told([])).heads).toHaveLength(5)
  await press({ name: 'sign.out', who: { person: mia } })
  await press({ name: 'performance.close' })
  await pass(60)
  expect((await signer.told([])).heads).toHaveLength(6)
})

test('HEADS-1: a night that nobody closes is signed so often, and a device is handed the newest', async () => {
  await press({ name: 'act.up', act: 1 })
  await pass((SIGNED_PER_NIGHT_MAX + 5) * 5)
  const { heads } = await signer.told([])
  expect(heads).toHaveLength(HEADS_KEPT)
  expect(heads.at(-1)?.number).toBe(SIGNED_PER_NIGHT_MAX)
})

async function openAgain(): Promise<void> {
  await signer.close()
  signer = openSigner({ log, clock, stage, key: () => houseKey(data) })
}

test('HEADS-1: opened again, the house goes on where it was: its bound counts on, and a night that is closed is signed no more', async () => {
  await press({ name: 'act.up', act: 1 })
  await pass((SIGNED_PER_NIGHT_MAX - 5) * 5 + 2)
  const before = (await signer.told([])).heads.at(-1)?.number ?? 0
  await openAgain()
  await pass(1)
  // Not once more for the opening.
  expect((await signer.told([])).heads.at(-1)?.number).toBe(before)
  await pass(10 * 5)
  expect((await signer.told([])).heads.at(-1)?.number).toBe(SIGNED_PER_NIGHT_MAX)
  await openAgain()
  await pass(60)
  expect((await signer.told([])).heads.at(-1)?.number).toBe(SIGNED_PER_NIGHT_MAX)
})

test('HEADS-1: a night that was closed is not signed again by an opening, nor where the clock went back meanwhile', async () => {
  await evening()
  await press({ name: 'act.down', act: 1 })
  await press({ name: 'sign.out', who: { person: mia } })
  await press({ name: 'performance.close' })
  await pass(1)
  const { heads } = await signer.told([])
  clock.pass(-20 * 60_000)
  await openAgain()
  await pass(60)
  expect((await signer.told([])).heads).toEqual(heads)
})

test('HEADS-2: what was kept is in the record, also once a name was erased, the file was written anew, and the house opened again', async () => {
  const heads = await evening()
  expect(await found(log, heads)).toEqual(heads.map(() => 'there'))
  await log.compact()
  await openAgain()
  const told = await signer.told(heads)
  expect(told.found.map(({ is, key }) => [is, key])).toEqual(heads.map(() => ['there', 'same']))
  // What a device holds says nothing of which stream grew.
  expect(JSON.stringify(told)).not.toMatch(/openings|incidents|installation|performance/)
})

test('HEADS-3: a chain that was made anew is found by any device that kept one head of after it, whether the key was stolen or not', async () => {
  const heads = await evening()
  for (const resigned of [keepHeads, signAnew]) {
    const other = await rewritten(isFirstNote, resigned)
    expect(await found(other, heads)).toEqual(heads.map(() => 'changed'))
    expect(await found(other, heads.slice(-1))).toEqual(['changed'])
    await other.close()
  }
})

test('HEADS-3: an end that was cut off is found, and what is no head of any house', async () => {
  const heads = await evening()
  const cut = await rewritten(
    () => ({}),
    async (other) => {
      const [first] = await log.read(HEADS_STREAM, 1, 1)
      if (first) await written(other, first)
    },
  )
  const copy = await rewritten(() => ({}))
  // The personal parts were left out, so the sums are others: a copy that is not whole is none.
  expect(await found(copy, heads)).toEqual(heads.map(() => 'changed'))
  expect((await found(cut, heads)).slice(1)).toEqual(heads.slice(1).map(() => 'gone'))
  const [one] = heads
  if (one) expect(await found(log, [{ ...one, at: one.at + 1 }])).toEqual(['not-signed'])
  await cut.close()
  await copy.close()
})

test('HEADS-4: what nobody finds: what was altered after the last head that any device kept', async () => {
  const heads = await evening()
  const early = heads.slice(0, 1)
  const after = (event: { readonly type: string }) =>
    event.type === 'person.signed-in' ? { by: 'nobody' } : {}
  const other = await rewrittenWhole(after)
  expect(await found(other, early)).toEqual(['there'])
  expect(await found(other, heads.slice(-1))).toEqual(['changed'])
  await other.close()
})

/** With the personal parts, so that everything before the change is as it was: in the file itself, sum by sum. */
async function rewrittenWhole(
  change: (event: { readonly type: string }) => { readonly by?: string },
): Promise<Log> {
  const file = join(data, 'whole.db')
  await backupLog(join(data, 'log.db'), file)
  const database = new DatabaseSync(file)
  const guards = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
  for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`)
  let before = CHAIN_START
  for (const row of database.prepare('SELECT * FROM event ORDER BY stream, seq').all()) {
    // `as`: the table’s own columns.
    const one = row as unknown as Omit<EventRow, 'by' | 'detailHash'> & {
      author: string
      detail_hash: string | null
    }
    if (one.seq === 1) before = CHAIN_START
    const { author, detail_hash: detailHash, ...rest } = one
    const by = change(one).by ?? author
    before = eventHash(before, { ...rest, by, detailHash })
    const said = 'UPDATE event SET hash = ?, author = ? WHERE stream = ? AND seq = ?'
    database.prepare(said).run(before, by, one.stream, one.seq)
  }
  for (const { sql } of guards) database.exec(String(sql))
  database.close()
  return openSqliteLog({ file })
}

test('HEADS-5: what a device hands in is read with a bound, and anything else is none', () => {
  const head = { number: 1, at: 5, root: 'a'.repeat(64), signature: 'AA==', key: 'AA==' }
  expect(readHeads(JSON.stringify({ heads: Array.from({ length: HEADS_KEPT }, () => head) }))).toHaveLength(
    HEADS_KEPT,
  )
  for (const wrong of [
    { heads: Array.from({ length: HEADS_KEPT + 1 }, () => head) },
    { heads: [{ ...head, number: 0 }] },
    { heads: [{ ...head, root: 'x' }] },
    { heads: [{ ...head, more: 1 }] },
    [],
  ])
    expect(readHeads(JSON.stringify(wrong))).toBeNull()
  expect(readHeads('{')).toBeNull()
})

test('HEADS-5: however many devices hand in a hundred at once, in between whoever presses has a turn', async () => {
  const [head] = await evening()
  const forged = { number: 1, at: 5, root: 'a'.repeat(64), signature: 'AA==', key: head?.key ?? '' }
  const kept = Array.from({ length: HEADS_KEPT }, () => forged)
  let turns = 0
  let isDone = false
  const turn = () => {
    turns += 1
    if (!isDone) setImmediate(turn)
  }
  setImmediate(turn)
  const told = await Promise.all(Array.from({ length: 5 }, () => signer.told(kept)))
  isDone = true
  expect(told.map(({ found: one }) => one.length)).toEqual(Array.from({ length: 5 }, () => HEADS_KEPT))
  expect(turns).toBeGreaterThan(HEADS_KEPT)
})
