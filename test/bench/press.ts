// From a press to its answer: decided, appended, fsynced and folded in, one after another, on a real log.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { theMachine } from '../../src/core/installation/installation.ts'
import { instant } from '../../src/core/kit/time.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { openStage } from '../../src/server/hub/stage.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { shortShow } from '../kit/short-show.ts'

const NOTES = 900

const folder = mkdtempSync(join(tmpdir(), 'ghostlight-bench-'))
const log = await openSqliteLog({ file: join(folder, 'bench.db') })
let fresh = 0
const stage = await openStage({
  log,
  clock: systemClock,
  freshId: () => `bench-${fresh++}`,
  readShow: (text) => {
    const read = readShowFile(text)
    return read.ok ? read.show : null
  },
})
const { text, show } = shortShow()
await stage.plan(text, show, instant(Date.now()), theMachine)
const night = stage.night()
if (!night) throw new Error('the bench performance is open')

const took: number[] = []
for (let count = 0; count < NOTES; count += 1) {
  const command = { name: 'note.write', department: null, text: `note ${count}` } as const
  const from = performance.now()
  const answer = await night.owner.submit({
    id: `press-${count}`,
    by: theMachine,
    madeAt: systemClock.now(),
    command,
  })
  took.push(performance.now() - from)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}
const sorted = took.toSorted((a, b) => a - b)
const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2)
process.stdout.write(
  `press to durable answer, ${NOTES} notes: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms\n`,
)
await stage.close()
await log.close()
rmSync(folder, { recursive: true })
