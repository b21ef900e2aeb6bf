// The contract on the log in SQLite.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { must } from '../../core/kit/assert.ts'
import { dice } from '../../core/kit/dice.ts'
import type { Bench } from './bench.contract.ts'
import { seededBytes } from './chain.ts'
import { logContract } from './contract.ts'
import { openSqliteLog } from './sqlite.ts'

const { GHOSTLIGHT_SEED = '7' } = process.env
const seed = Number(GHOSTLIGHT_SEED)

const changes = {
  body: `UPDATE event SET body = '"changed"' WHERE stream = ? AND seq = ?`,
  detail: `UPDATE detail SET text = '"changed"' WHERE stream = ? AND seq = ?`,
  author: `UPDATE event SET author = 'else' WHERE stream = ? AND seq = ?`,
}

const openBench = async (): Promise<Bench> => {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-log-'))
  const file = join(folder, 'log.db')
  const random = seededBytes(dice(seed))
  return {
    level: 'local',
    open: (evenIfDamaged) => openSqliteLog({ file, random, evenIfDamaged }),
    async tamper(stream, seq, what) {
      const database = new DatabaseSync(file)
      // Word for word as it was: another is a stranger's, and taken out when the log is opened.
      const { sql } = must(
        database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'event_stays'").get(),
        'what happened is kept from being changed',
      )
      database.exec('DROP TRIGGER event_stays')
      database.prepare(changes[what]).run(stream, seq)
      database.exec(String(sql))
      database.close()
    },
    dispose: async () => rmSync(folder, { recursive: true }),
  }
}

logContract('in SQLite', openBench, { seed, runs: 15 })
