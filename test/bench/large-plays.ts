// What one cue costs in a long play: milliseconds from the request to its answer, and bytes in the record.

import { statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Show } from '../../src/core/show/show.ts'
import { DATABASE_NAME } from '../../src/server/keep/names.ts'
import { checkedShow } from '../../src/server/office/checked-show.ts'
import { readHamlet } from '../kit/hamlet-book.ts'
import { longShow } from '../kit/long-show.ts'
import { openServedHouse } from '../kit/served-house.ts'

const EDITS = 20

/** The record and what is not yet in its place. */
const sizeOf = (dataDir: string): number =>
  ['', '-wal'].reduce(
    (sum, end) => sum + (statSync(join(dataDir, DATABASE_NAME + end), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

async function editing(name: string, show: Show): Promise<void> {
  const house = await openServedHouse({ show })
  const cookie = await house.pair({ roles: ['SM'] })
  const headers = { cookie, 'content-type': 'application/json' }
  const took: number[] = []
  let before = 0
  // The first begins the thread that checks.
  for (let edit = 0; edit <= EDITS; edit += 1) {
    if (edit === 1) before = sizeOf(house.dataDir)
    const row = { department: 'LX', number: '', title: '' }
    const asked = { name: 'cue.place', row, at: { line: `l${edit * 7 + 1}`, word: 0 } }
    const body = JSON.stringify({ id: `bench-edit-${edit}`, on: null, edit: asked })
    const from = performance.now()
    const { status } = await house.ask('/api/office/book-edit', { method: 'POST', headers, body })
    if (status !== 200) throw new Error(`the edit was answered with ${status}`)
    if (edit > 0) took.push(performance.now() - from)
  }
  const bytes = (sizeOf(house.dataDir) - before) / EDITS
  const checking = process.threadCpuUsage()
  checkedShow(show)
  const { user } = process.threadCpuUsage(checking)
  process.stdout.write(
    `${name}: an edit median ${Math.round(median(took))} ms, ${(bytes / 1e6).toFixed(2)} MB in the record; looked through in ${Math.round(user / 1_000)} ms of one processor\n`,
  )
  await house.close()
}

const hamlet = readHamlet()
if (hamlet) await editing('Hamlet', hamlet)
else process.stdout.write('Hamlet: the plays do not lie beside this checkout\n')
await editing('a play of 2.3 MB', longShow())
