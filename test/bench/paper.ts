// The whole set of a night for sixty people: how long it takes to make, and what it costs a press that comes meanwhile.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { theMachine } from '../../src/core/installation/installation.ts'
import { instant } from '../../src/core/kit/time.ts'
import { readKeptShow } from '../../src/formats/show-file/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { printSheets } from '../../src/server/http/print.ts'
import { openPrintWords } from '../../src/server/http/print-words.ts'
import { openStage } from '../../src/server/hub/stage.ts'
import { openSqliteLog } from '../../src/server/log/sqlite.ts'
import { openPress } from '../../src/server/press/press.ts'
import { demoShow } from '../kit/demo-show.ts'

const ROUNDS = 5
const NOTES = 200
/** A hand at the desk, quicker than any show. */
const EVERY_MS = 20

const folder = mkdtempSync(join(tmpdir(), 'ghostlight-bench-'))
const log = await openSqliteLog({ file: join(folder, 'bench.db') })
let fresh = 0
const stage = await openStage({
  log,
  clock: systemClock,
  freshId: () => `bench-${fresh++}`,
  readShow: readKeptShow,
})
const show = demoShow()
await stage.plan(JSON.stringify(show), show, instant(Date.now()), theMachine)
const night = stage.night()
if (!night) throw new Error('the bench performance is open')
const press = openPress({ clock: systemClock })

const pause = (ms: number) => new Promise<void>((go) => systemClock.after(ms, go))
const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
const at = (all: readonly number[], share: number) =>
  (sorted(all)[Math.floor(share * (all.length - 1))] ?? Number.NaN).toFixed(1)

/** From a press to its durable answer, one after another, until told to stop. */
async function pressing(count: number, until: () => boolean): Promise<readonly number[]> {
  const took: number[] = []
  while (took.length < count && !until()) {
    const from = performance.now()
    const command = { name: 'note.write', department: null, text: 'x' } as const
    const id = `press-${fresh++}`
    const answer = await night?.owner.submit({ id, by: theMachine, madeAt: systemClock.now(), command })
    if (!answer?.ok) throw new Error(JSON.stringify(answer))
    took.push(performance.now() - from)
    await pause(EVERY_MS)
  }
  return took
}

const printing = { stage, clock: systemClock, press, printWords: openPrintWords(systemClock) }
const sets: number[] = []
const meanwhile: number[] = []
const quiet = await pressing(NOTES / 2, () => false)
let bytes = 0
for (let round = 0; round < ROUNDS; round += 1) {
  let done = false
  const from = performance.now()
  const presses = pressing(NOTES, () => done)
  const answer = await printSheets(
    printing,
    { here: theMachine, as: theMachine },
    new URLSearchParams(),
    false,
  )
  done = true
  sets.push(performance.now() - from)
  meanwhile.push(...(await presses))
  if (!answer.ok) throw new Error(answer.sentence)
  bytes = answer.bytes.length
}
process.stdout.write(
  `the whole set for ${show.people.length} people, ${(bytes / 1e6).toFixed(1)} MB: median ${at(sets, 0.5)} ms, max ${at(sets, 1)} ms of ${ROUNDS}\n` +
    `press to durable answer, quiet: p50 ${at(quiet, 0.5)} ms, max ${at(quiet, 1)} ms of ${quiet.length}\n` +
    `press to durable answer, while the set prints: p50 ${at(meanwhile, 0.5)} ms, max ${at(meanwhile, 1)} ms of ${meanwhile.length}\n`,
)
await press.close()
await stage.close()
await log.close()
rmSync(folder, { recursive: true })
