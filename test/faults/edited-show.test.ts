// A house in which a show is edited is killed as by a power cut: every edit that was acknowledged is in it afterwards.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse } from '../kit/served-house.ts'
import { roundsOr, timeFor } from './effort.ts'

const ROUNDS = roundsOr(1)

const program = fileURLToPath(new URL('./edit-child.ts', import.meta.url))

/** Until so long after the first edit was acknowledged; the highest that was. */
async function editAndKill(dataDir: string, ms: number): Promise<number> {
  const child = spawn(process.execPath, [program, dataDir])
  let said = ''
  let complained = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  child.stderr.on('data', (bytes: Buffer) => {
    complained += bytes.toString()
  })
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  await Promise.race([wait(ms), closed])
  child.kill('SIGKILL')
  await closed
  expect(complained).toBe('')
  // The last line may have been cut through.
  return Number(said.split('\n').at(-2) ?? 0)
}

test(
  'BOOK-16: an edited show survives a kill at any moment after the edit is acknowledged',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const ms = 7 + round * 54
      const folder = temporaryFolder()
      onTestFinished(() => folder.remove())
      const acked = await editAndKill(folder.path, ms)
      expect(acked).toBeGreaterThan(0)
      const house = await openServedHouse({ show: null, dataDir: folder.path })
      const show = await house.server.stage.published()
      const numbers = new Set(show?.cues.map(({ number }) => Number(number)))
      const lost = Array.from({ length: acked }, (_, at) => at + 1).filter((number) => !numbers.has(number))
      expect(lost, `killed ${ms} ms after the first`).toEqual([])
      // One that was on the disk and not yet acknowledged may be there as well, and no more.
      expect(numbers.size).toBeLessThanOrEqual(acked + 1)
      expect(show?.cues.every(({ anchor }) => anchor.at !== undefined)).toBe(true)
      await house.close()
    }
  },
  timeFor(ROUNDS, 5_000),
)
