// Cuts the power at random instants and looks at what is left: the real store on a disk that forgets.

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { roundsOr, seed, timeFor } from './effort.ts'
import type { PowerResult, PowerTask } from './power-task.ts'

const asked = { rounds: roundsOr(30), seed }
/** Two failures in a row at the wrong moment are rare: these cuts are known to meet them. */
const believingRun = { rounds: 120, seed: 7 }
const timeout = timeFor(Math.max(asked.rounds, believingRun.rounds), 1000)
const program = fileURLToPath(new URL('./power-rounds.ts', import.meta.url))

/** In a process of its own, because the model disk stays under node:fs for good. */
async function cutPower(
  task: Pick<PowerTask, 'lie' | 'syncFails'>,
  { rounds, seed } = asked,
): Promise<PowerResult> {
  const argument = JSON.stringify({ rounds, seed, ...task } satisfies PowerTask)
  const { stdout } = await promisify(execFile)(process.execPath, [program, argument])
  // As at the edge: power-rounds.ts prints one result and nothing else.
  const result = JSON.parse(stdout) as PowerResult
  const how = { normal: 'NORMAL said to be FULL', believing: 'FULL but believing', right: 'FULL' }[
    task.lie ?? 'right'
  ]
  const failing = task.syncFails > 0 ? `, ${result.failedSyncs} syncs failed` : ''
  const { acked, lost, damaged, unacked } = result
  const counts = `${acked} acked, ${lost} lost, ${damaged} damaged, ${unacked} there unacked`
  console.log(`power: ${rounds} cuts, ${how}${failing}, ${counts}, seed ${seed}`)
  return result
}

test(
  'LOG-2, LOG-4: whenever the power goes, what was acknowledged is there and commands are whole',
  async () => {
    const result = await cutPower({ lie: null, syncFails: 0 })
    expect(result).toMatchObject({ lost: 0, damaged: 0, firstTrouble: null })
    expect(result.acked).toBeGreaterThan(asked.rounds)
  },
  timeout,
)

test(
  'LOG-2, LOG-14: the same cuts lose what a database acknowledges that lies about its syncs',
  async () => {
    const result = await cutPower({ lie: 'normal', syncFails: 0 })
    expect(result.roundsWithLoss).toBeGreaterThan(0)
  },
  timeout,
)

test(
  'LOG-17: a disk whose syncs fail loses nothing that was acknowledged before or after',
  async () => {
    const result = await cutPower({ lie: null, syncFails: 0.05 })
    expect(result).toMatchObject({ lost: 0, damaged: 0, firstTrouble: null })
    expect(result.failedSyncs).toBeGreaterThan(0)
    expect(result.acked).toBeGreaterThan(asked.rounds)
  },
  timeout,
)

test(
  'LOG-17: also when every third sync fails, one failure into the mending of another',
  async () => {
    const result = await cutPower({ lie: null, syncFails: 0.3 })
    expect(result).toMatchObject({ lost: 0, damaged: 0, firstTrouble: null })
    expect(result.failedSyncs).toBeGreaterThan(asked.rounds)
  },
  timeout,
)

test(
  'LOG-17: the same disk spoils a log that believes what it finds after a failed sync',
  async () => {
    const result = await cutPower({ lie: 'believing', syncFails: 0.3 }, believingRun)
    expect(result.damaged + result.lost).toBeGreaterThan(0)
  },
  timeout,
)
