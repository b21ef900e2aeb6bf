// The contract on the log in memory.

import { dice } from '../../core/kit/dice.ts'
import type { Bench } from './bench.contract.ts'
import { seededBytes } from './chain.ts'
import { logContract } from './contract.ts'
import { emptyShelf, openMemoryLog } from './memory.ts'

const { GHOSTLIGHT_SEED = '7' } = process.env
const seed = Number(GHOSTLIGHT_SEED)

const openBench = async (): Promise<Bench> => {
  const shelf = emptyShelf()
  const random = seededBytes(dice(seed))
  return {
    level: 'local',
    open: async () => openMemoryLog({ shelf, random }),
    async tamper(stream, seq, what) {
      const rows = shelf.streams.get(stream)?.rows
      const row = rows?.[seq - 1]
      if (rows === undefined || row === undefined) throw new Error('there is nothing to tamper with')
      const changed = { body: { body: '"changed"' }, detail: { detail: '"changed"' }, author: { by: 'else' } }
      rows[seq - 1] = { ...row, ...changed[what] }
    },
    dispose: async () => {},
  }
}

logContract('in memory', openBench, { seed, runs: 150 })
