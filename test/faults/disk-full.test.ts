// A disk that is really full: a small file system in memory, where this process may mount one.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import type { Append, AppendOutcome } from '../../src/server/log/log.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'

const DISK = 'size=2m'
const FILLING_MAX = 2_000

let folder = ''
let whyNot: string | null = null
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ghostlight-full-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    whyNot = 'this process may not mount a small disk'
  }
})
afterAll(() => {
  if (whyNot === null) execFileSync('umount', [folder], { stdio: 'pipe' })
  rmdirSync(folder)
})

const append = (seq: number, body: string): Append => ({
  ...{ stream: 'tonight', epoch: 1, expectSeq: seq, command: `c${seq}`, at: instant(seq), by: 'dsm' },
  ...{ events: [{ type: 'note.made', v: 1, body }], answer: { number: seq } },
})

test('LOG-16: a full disk acknowledges nothing and says so; reading goes on, and writing when there is room', async ({
  skip,
}) => {
  if (whyNot !== null) {
    console.log(`disk-full: left out, ${whyNot}`)
    skip(whyNot)
  }
  const file = join(folder, 'log.db')
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, Buffer.alloc(600 * 1024))
  let log = await openSqliteLog({ file, clock: (at) => `second ${at}` })
  await log.claim('tonight')
  let kept = 0
  let outcome: AppendOutcome | undefined
  for (let i = 0; i < FILLING_MAX; i += 1) {
    outcome = (await log.append([append(kept, 'x'.repeat(10_000))]))[0]
    if (outcome?.done !== 'appended') break
    kept += 1
  }
  const sentence = `The disk is full: nothing since second ${kept} is being kept. Make room on it; the log goes on by itself.`
  expect(outcome).toEqual({ done: 'failed', sentence })
  expect(await log.append([append(kept, 'x'.repeat(20_000))])).toEqual([{ done: 'failed', sentence }])
  expect(await log.answer('tonight', `c${kept}`)).toBeNull()
  expect(await log.read('tonight', 1, 1000)).toHaveLength(kept)
  expect(await log.verify()).toMatchObject({ ok: true, events: kept })
  rmSync(ballast)
  for (let i = 0; i < 3; i += 1) {
    expect(await log.append([append(kept, 'LX 42')])).toMatchObject([{ done: 'appended' }])
    kept += 1
  }
  await log.close()
  log = await openSqliteLog({ file })
  expect(await log.read('tonight', 1, 1000)).toHaveLength(kept)
  expect(await log.verify()).toMatchObject({ ok: true, events: kept })
  await log.close()
  console.log(`disk-full: ${DISK}, ${kept} acked, 0 lost`)
})
