// A process of its own in which the power fails: appends over the model disk, cuts, looks at what is left, goes on.
// Run by power.test.ts with the task as its argument; prints what happened as one line of JSON.

import crypto from 'node:crypto'
import { must } from '../../src/core/kit/assert.ts'
import { dice } from '../../src/core/kit/dice.ts'
import { seededBytes } from '../../src/server/log/chain.ts'
import { openFile } from '../../src/server/log/files.ts'
import { type Keeper, openKeeper } from '../../src/server/log/keeper.ts'
import type { Driver } from '../../src/server/log/rows.ts'
import { LogDamaged, LogUnavailable } from '../../src/server/log/trouble.ts'
import { MODEL_FOLDER, mountModelDisk } from './model-disk.ts'
import type { PowerResult, PowerTask } from './power-task.ts'
import { Witness } from './power-witness.ts'
import { openWasmDriver } from './wasm-driver.ts'

/** Rounds on one disk before a new one, so that the making of a file is cut too. */
const ROUNDS_PER_DISK = 6
const OPERATIONS_MAX = 500
const BATCHES_MAX = 300
const OPENINGS_MAX = 100
/** Often, so that it is cut too. */
const CHECKPOINT_EVERY = 12

// As at the edge: power.test.ts writes the argument.
const task = JSON.parse(must(process.argv[2], 'the task is the first argument')) as PowerTask
const throws = dice(task.seed)
const random = seededBytes(throws)
const disk = mountModelDisk(throws)
// The database's own dice, for the salts of its write-ahead file.
Object.assign(crypto, {
  randomFillSync(into: Uint8Array) {
    into.set(random(into.length))
    return into
  },
})
console.log(JSON.stringify(run()))

function run(): PowerResult {
  const witness = new Witness(throws, random)
  const sum = { rounds: task.rounds, acked: 0, lost: 0, roundsWithLoss: 0, damaged: 0, unacked: 0 }
  let firstTrouble: string | null = null
  for (let round = 1; round <= task.rounds; round += 1) {
    if (round % ROUNDS_PER_DISK === 1) {
      disk.wipe()
      witness.forget()
    }
    disk.failSyncs(task.syncFails)
    disk.cutAfter(throws.whole(1, OPERATIONS_MAX))
    sum.acked += perform(witness)
    disk.failSyncs(0)
    disk.restart()
    const found = lookAt(witness)
    sum.lost += found.lost
    sum.roundsWithLoss += found.lost > 0 ? 1 : 0
    sum.damaged += found.damaged === null ? 0 : 1
    sum.unacked += found.unacked
    if (found.damaged !== null) disk.wipe()
    if (firstTrouble === null && (found.lost > 0 || found.damaged !== null)) {
      firstTrouble = `round ${round}: ${found.damaged ?? `${found.lost} lost`}`
    }
  }
  return { ...sum, failedSyncs: disk.failedSyncs, firstTrouble }
}

/** Appends until the power goes; returns how much was acknowledged. */
function perform(witness: Witness): number {
  let acked = 0
  let keeper: Keeper | null = null
  try {
    keeper = openStubbornly()
    for (let batch = 0; batch < BATCHES_MAX && !disk.dead && keeper !== null; batch += 1) {
      const told = witness.ask(keeper)
      // Whoever loses power while being told was not told.
      if (!disk.dead) acked += witness.hear(told)
      keeper.tidy()
      if (throws.chance(0.02)) {
        keeper.close()
        keeper = openStubbornly()
      }
    }
  } catch (error) {
    // Damage met while it runs is there afterwards too, and counted then; in a liar's file anything may be met.
    if (task.lie === null && !(error instanceof LogDamaged || error instanceof LogUnavailable)) throw error
  } finally {
    keeper?.close()
  }
  return acked
}

/** A disk that fails while opening is tried again; null when the power went meanwhile. */
function openStubbornly(): Keeper | null {
  for (let tries = 0; tries < OPENINGS_MAX && !disk.dead; tries += 1) {
    try {
      return openKeeper({ open: openDriver, evenIfDamaged: false, checkpointEvery: CHECKPOINT_EVERY })
    } catch (error) {
      if (!disk.dead && !(error instanceof LogUnavailable && error.reason === 'io')) throw error
    }
  }
  return null
}

function lookAt(witness: Witness): { lost: number; unacked: number; damaged: string | null } {
  let keeper: Keeper | null = null
  try {
    keeper = openKeeper({ open: openDriver, evenIfDamaged: false })
    return { ...witness.compare(keeper), damaged: null }
  } catch (error) {
    if (!(error instanceof LogDamaged || error instanceof LogUnavailable)) throw error
    witness.forget()
    return { lost: 0, unacked: 0, damaged: error.message }
  } finally {
    keeper?.close()
  }
}

function openDriver(): Driver {
  const file = `${MODEL_FOLDER}/log.db`
  if (task.lie === 'believing') return openWasmDriver(file)
  const driver = openFile(file, openWasmDriver)
  if (task.lie === null) return driver
  return {
    ...driver,
    exec: (sql) => driver.exec(sql.replace('synchronous = FULL', 'synchronous = NORMAL')),
    get: (sql, values) => (sql === 'PRAGMA synchronous' ? { synchronous: 2 } : driver.get(sql, values)),
  }
}
