// Flips single bits anywhere in a closed log, and cuts its end off: what is not refused must be exactly what was written.

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { instant } from '../../src/core/kit/time.ts'
import { seededBytes, stateHash } from '../../src/server/log/chain.ts'
import type { Log } from '../../src/server/log/log.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { LogDamaged, LogUnavailable } from '../../src/server/log/trouble.ts'
import { roundsOr, seed, timeFor } from './effort.ts'

const rounds = roundsOr(40)
const STREAMS = ['tonight', 'installation']
const COMMANDS = 40

let folder = ''
let sound = ''
const documents: string[] = []
let truth: Content
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-flip-'))
  sound = join(folder, 'sound.db')
  const log = await openSqliteLog({ file: sound, random: seededBytes(dice(seed)) })
  for (const stream of STREAMS) {
    documents.push(await log.saveDocument(`The Tempest for ${stream} ${'x'.repeat(6000)}`))
    const epoch = await fill(log, stream, dice(seed))
    const rest = { stream, epoch, expectSeq: COMMANDS, command: 'erase', at: instant(COMMANDS), by: 'dsm' }
    await log.eraseDetail({ ...rest, seqs: [3, 4, 5], rule: 'thirty days' })
    const state = { called: COMMANDS }
    await log.saveSnapshot(stream, { seq: COMMANDS + 1, projector: 'night', hash: stateHash(state), state })
  }
  truth = await contentOf(log)
  await log.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function fill(log: Log, stream: string, throws: Dice): Promise<number> {
  const epoch = await log.claim(stream)
  for (let seq = 0; seq < COMMANDS; seq += 1) {
    const body = { text: 'x'.repeat(throws.whole(0, 400)) }
    const event = { type: 'note.made', v: 1, body, detail: 'in the wings' }
    const rest = { stream, epoch, expectSeq: seq, command: `c${seq}`, at: instant(seq), by: 'dsm' }
    await log.append([{ ...rest, events: [event], answer: { told: `LX ${seq} called` } }])
  }
  return epoch
}

type Content = { readonly [what: string]: unknown }

/** All that the log serves, each thing by itself: what is damaged is told as such. */
async function contentOf(log: Log): Promise<Content> {
  const content: Record<string, unknown> = {}
  const ask = async (what: string, asking: Promise<unknown>) => {
    content[what] = await asking.catch((error: unknown) => {
      if (error instanceof LogDamaged) return 'damaged'
      throw error
    })
  }
  await ask('streams', log.streams())
  for (const hash of documents) await ask(`document ${hash}`, log.document(hash))
  for (const stream of STREAMS) {
    for (let seq = 1; seq <= COMMANDS + 1; seq += 1) {
      await ask(`${stream} ${seq}`, log.read(stream, seq, 1))
    }
    for (let number = 0; number < COMMANDS; number += 1) {
      await ask(`${stream} c${number}`, log.answer(stream, `c${number}`))
    }
    await ask(`${stream} head`, log.head(stream))
    await ask(`${stream} snapshot`, log.snapshot(stream, 'night'))
  }
  return content
}

/** What was served otherwise than written; a snapshot may be gone, for it is only a cache. */
const wrongIn = (content: Content): readonly string[] =>
  Object.keys(truth).filter((what) => {
    const served = content[what]
    if (served === 'damaged' || (what.endsWith('snapshot') && served === null)) return false
    return JSON.stringify(served) !== JSON.stringify(truth[what])
  })

/** Null where it is refused. */
const openOrNull = (file: string): Promise<Log | null> =>
  openSqliteLog({ file }).catch((error: unknown) => {
    if (error instanceof LogDamaged || error instanceof LogUnavailable) return null
    throw error
  })

test(
  'LOG-7, LOG-18: a flipped bit is refused at open, or served nothing is changed by it',
  async () => {
    const throws = dice(seed)
    const bytes = readFileSync(sound)
    const file = join(folder, 'flipped.db')
    const count = { refused: 0, harmless: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const [at, bit] = [throws.whole(0, bytes.length - 1), 1 << throws.whole(0, 7)]
      const flipped = Uint8Array.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ bit
      writeFileSync(file, flipped)
      const log = await openOrNull(file)
      count[log === null ? 'refused' : 'harmless'] += 1
      if (log === null) continue
      expect([at, wrongIn(await contentOf(log))]).toEqual([at, []])
      await log.close()
    }
    const { refused, harmless } = count
    console.log(
      `bit-flip: ${rounds} flips, ${refused} refused, ${harmless} harmless, 0 served wrong, seed ${seed}`,
    )
    expect(refused).toBeGreaterThan(0)
  },
  timeFor(rounds, 1000),
)

test('LOG-18: the refusal names the stream and the event; opened all the same, only the sound part is served', async () => {
  const bytes = readFileSync(sound)
  const file = join(folder, 'named.db')
  // The answers lie in the same pages, so that an event is found by what only an event has.
  const at = bytes.indexOf('note.made')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const damaged = { name: 'LogDamaged', stream: expect.any(String), seq: expect.any(Number) }
  const error: unknown = await openSqliteLog({ file }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject(damaged)
  if (!(error instanceof LogDamaged)) return
  const { stream, seq, what, message } = error
  expect(message).toBe(`The log is damaged at ${stream} ${seq}: ${what}.`)
  const log = await openSqliteLog({ file, evenIfDamaged: true })
  expect(await log.verify()).toMatchObject({ ok: false, firstBad: { stream, seq, what } })
  await expect(log.read(stream, seq, 1)).rejects.toMatchObject({ stream, seq })
  const content = await contentOf(log)
  expect(wrongIn(content)).toEqual([])
  expect(Object.values(content).filter((served) => served === 'damaged')).toHaveLength(1)
  await log.close()
})

test('LOG-18: a log that was cut short is refused, or nothing of it is served wrong', async () => {
  const throws = dice(seed)
  const { length } = readFileSync(sound)
  const file = join(folder, 'short.db')
  for (const keep of [0, 1, 99, 512, 4096, ...Array.from({ length: 6 }, () => throws.whole(1, length - 1))]) {
    copyFileSync(sound, file)
    truncateSync(file, keep)
    const log = await openOrNull(file)
    if (log === null) continue
    expect([keep, wrongIn(await contentOf(log))]).toEqual([keep, []])
    await log.close()
    expect(keep).toBeGreaterThan(length / 2)
  }
})

test('LOG-4: a write-ahead file that was cut short leaves a shorter log, with commands whole', async () => {
  const throws = dice(seed)
  const [from, file] = [join(folder, 'open.db'), join(folder, 'cut.db')]
  const log = await openSqliteLog({ file: from, random: seededBytes(dice(seed)) })
  await fill(log, 'tonight', dice(seed))
  const told = await log.read('tonight', 1, 1000)
  // In another process: closing the file in this one would drop the locks that SQLite holds on it.
  const copy = (end: string) => execFileSync('cp', [`${from}${end}`, `${file}${end}`])
  const heads = new Set<number>()
  for (let i = 0; i < 8; i += 1) {
    copy('')
    copy('-wal')
    rmSync(`${file}-shm`, { force: true })
    truncateSync(`${file}-wal`, throws.whole(0, readFileSync(`${from}-wal`).length))
    const cut = await openSqliteLog({ file })
    const { seq } = await cut.head('tonight')
    heads.add(seq)
    if (seq > 0)
      expect(await cut.read('tonight', 1, 1000)).toMatchObject(
        told.slice(0, seq).map(({ hash }) => ({ hash })),
      )
    expect(await cut.verify()).toMatchObject({ ok: true, events: seq })
    await cut.close()
  }
  expect(heads.size).toBeGreaterThan(2)
  await log.close()
})
